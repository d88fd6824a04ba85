import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRepository } from '../adapters/git/repository.ts';
import { parseMasking } from '../config/masking.ts';
import { parsePolicy } from '../config/policy.ts';
import { parsePullRequest } from '../config/pull-request.ts';
import { parseCodeowners } from '../policy/codeowners.ts';
import { buildRepository } from './build-repository.ts';

const fixtures = join(import.meta.dirname, '../..', 'fixtures');
const signal = new AbortController().signal;

async function inTemporaryDirectory(use: (into: string) => Promise<void>): Promise<void> {
  const into = await mkdtemp(join(tmpdir(), 'sluice-fixture-'));
  try {
    await use(into);
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

test.each(await readdir(fixtures))('builds %s the same way twice', async (name) => {
  await inTemporaryDirectory(async (into) => {
    const fixture = join(fixtures, name);

    const one = await buildRepository(fixture, join(into, 'one'));
    const other = await buildRepository(fixture, join(into, 'other'));

    expect(other.commits).toEqual(one.commits);
    expect(one.head).not.toBe(one.base);
    for (const path of one.pullRequestPaths.values())
      expect(await readFile(path, 'utf8')).not.toContain('{{');
  });
});

test('merges the pull request as GitHub does', async () => {
  await inTemporaryDirectory(async (into) => {
    const fixture = join(fixtures, 'agent-drops-column');
    const merged = await buildRepository(fixture, join(into, 'merged'));
    const squashed = await buildRepository(fixture, join(into, 'squashed'));

    const mergeCommit = await merged.mergePullRequest('merge');
    const squashCommit = await squashed.mergePullRequest('squash');

    const git = openRepository(merged.directory, signal);
    const squashedGit = openRepository(squashed.directory, signal);
    expect(await git.parents(mergeCommit)).toEqual([merged.base, merged.head]);
    expect(await squashedGit.parents(squashCommit)).toEqual([squashed.base]);
    expect(await git.tree(mergeCommit)).toEqual(await git.tree(merged.head));
    expect(await squashedGit.tree(squashCommit)).toEqual(await git.tree(mergeCommit));
  });
});

test('makes symbolic links where a scenario asks for them', async () => {
  await inTemporaryDirectory(async (into) => {
    const built = await buildRepository(join(fixtures, 'symbolic-link'), into);

    const changed = await openRepository(built.directory, signal).changedFiles(
      built.base,
      built.head,
    );

    expect(changed.map(({ path, entry }) => [path, entry])).toEqual([
      ['db/migrations/004_order_notes.sql', 'symbolic-link'],
      ['notes/order_notes.sql', 'file'],
    ]);
  });
});

test.each(await readdir(fixtures))(
  'reads the control files and pull requests of %s',
  async (name) => {
    await inTemporaryDirectory(async (into) => {
      const built = await buildRepository(join(fixtures, name), into);
      const read = (path: string) => readFile(join(built.directory, path), 'utf8');

      const policy = parsePolicy(await read('.sluice/policy.yml'), '.sluice/policy.yml');
      parseMasking(await read('.sluice/masking.yml'), '.sluice/masking.yml');
      const codeowners = parseCodeowners(await read('.github/CODEOWNERS'));
      const pullRequests = await Promise.all(
        [...built.pullRequestPaths.values()].map(async (path) =>
          parsePullRequest(await readFile(path, 'utf8')),
        ),
      );

      expect(policy.databases.map(({ name }) => name)).toEqual(['billing']);
      expect(codeowners).toBeDefined();
      expect(pullRequests.every(({ targetBranch }) => targetBranch === 'main')).toBe(true);
    });
  },
);
