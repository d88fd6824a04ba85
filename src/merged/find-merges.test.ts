import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeCodeHost, fakeCodeHost } from '../../test/fakes/live-code-host.ts';
import { initRepository, type TestRepository } from '../../test/support/git.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { regardDatabase } from '../range/regard.ts';
import { type CommitSha, parseCommitSha } from '../domain/change.ts';
import type { ListedPullRequest } from '../ports/live-code-host.ts';
import { findMerges } from './find-merges.ts';
import type { Merge } from './merge.ts';

let directory: string;
let git: TestRepository;
let fake: FakeCodeHost;
let first: string;

const policy = `version: 1
databases:
  billing:
    layout: plain
    paths: [db/**]
    targets: [{ name: production, url: env:URL }]
`;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-merges-'));
  git = await initRepository(directory);
  fake = fakeCodeHost();
  await git.commit('Before there was a policy', { 'db/0001_old.sql': 'select 1;' });
  first = await git.commit('Govern', { '.sluice/policy.yml': policy });
  return () => rm(directory, { recursive: true, force: true });
});

const sql = (number: number): Record<string, string> => ({
  [`db/000${number}_x.sql`]: `create table t${number} ();`,
});

/** The pull request as its host lists it after the merge. */
function merged(number: number, head: string, mergeCommit: string, also: readonly string[] = []) {
  const pullRequest: ListedPullRequest = {
    number,
    title: `Change ${number}`,
    open: false,
    head: sha(head),
    headRepository: 'acme/shop',
    headBranch: `change-${number}`,
    targetBranch: 'main',
    author: { login: 'ada', account: 'human' },
    assignees: [],
    mergedAt: '2026-01-06T08:00:00.000Z',
    mergedBy: 'ben',
    mergeCommit: sha(mergeCommit),
  };
  fake.world.pullRequests.set(number, pullRequest);
  for (const commit of also)
    fake.world.commits.set(sha(commit), [...(fake.world.commits.get(sha(commit)) ?? []), number]);
}

function sha(text: string): CommitSha {
  const commit = parseCommitSha(text);
  if (commit === undefined) throw new Error(`no commit: ${text}`);
  return commit;
}

async function find(since?: string): Promise<readonly Merge[]> {
  const repository = openRepository(directory, new AbortController().signal);
  return findMerges({
    repository,
    host: fake.host,
    branch: 'main',
    tip: await repository.resolve('main'),
    since: since === undefined ? undefined : sha(since),
    regard: regardDatabase(repository, 'billing'),
  });
}

/** Kind, number, base and commit of each. */
const summary = (merges: readonly Merge[]) =>
  merges.map((merge) =>
    merge.kind === 'direct-push'
      ? ['direct-push', merge.base, merge.commit]
      : [merge.how, merge.pullRequest.number, merge.base, merge.commit],
  );

const parent = (commit: string) => git.git('rev-parse', `${commit}^1`);

describe('what was merged', () => {
  it('is found for merge commits, squashes and rebases, oldest first', async () => {
    const one = await git.propose('one', sql(2));
    const merge = await git.merge('one');
    merged(1, one, merge);
    const two = await git.propose('two', sql(3));
    const squash = await git.squash('two');
    merged(2, two, squash);
    await git.propose('three', sql(4));
    await git.git('checkout', '--quiet', 'three');
    await git.commit('no SQL', { 'README.md': 'x' });
    const three = await git.commit('more', sql(5));
    await git.git('checkout', '--quiet', 'main');
    const rebase = await git.rebase('three');
    merged(3, three, rebase, [await parent(rebase), await git.git('rev-parse', 'HEAD~2')]);

    expect(summary(await find())).toEqual([
      ['merge', 1, first, merge],
      ['squash', 2, merge, squash],
      ['rebase', 3, squash, rebase],
    ]);
  });

  it('is asked about at the host only where governed paths or control files change', async () => {
    await git.commit('Docs', { 'README.md': 'one' });
    await git.commit('Docs', { 'README.md': 'two' });
    const owners = await git.commit('Owners', { '.github/CODEOWNERS': '* @ada' });

    expect(summary(await find())).toEqual([['direct-push', await parent(owners), owners]]);
    expect(fake.calls).toEqual(['findByCommit']);
  });

  it('begins where the branch got its policy', async () => {
    const push = await git.commit('Push', sql(2));

    expect(summary(await find())).toEqual([['direct-push', first, push]]);
  });

  it('begins again with the last commit that was dealt with', async () => {
    await git.commit('Long ago', sql(2));
    const last = await git.commit('Half applied', sql(3));
    const push = await git.commit('Push', sql(4));

    expect(summary(await find(last))).toEqual([
      ['direct-push', await parent(last), last],
      ['direct-push', last, push],
    ]);
  });

  it('goes back to the first commit of a rebase that is not dealt with whole', async () => {
    await git.commit('Docs', { 'README.md': 'moved on' });
    const before = await git.git('rev-parse', 'HEAD');
    await git.propose('three', sql(4));
    await git.git('checkout', '--quiet', 'three');
    await git.commit('no SQL', { 'NOTES.md': 'x' });
    const three = await git.commit('more', sql(5));
    await git.git('checkout', '--quiet', 'main');
    const rebase = await git.rebase('three');
    merged(3, three, rebase, [await parent(rebase), await git.git('rev-parse', 'HEAD~2')]);

    expect(summary(await find(rebase))).toEqual([['rebase', 3, before, rebase]]);
  });

  it('does not go back behind a squash', async () => {
    await git.commit('Push', sql(2));
    const two = await git.propose('two', sql(3));
    const squash = await git.squash('two');
    merged(2, two, squash);

    expect(summary(await find(squash))).toEqual([['squash', 2, await parent(squash), squash]]);
  });

  it('takes a commit that is not on the branch for no beginning', async () => {
    const astray = await git.propose('astray', sql(9));
    const push = await git.commit('Push', sql(2));

    expect(summary(await find(astray))).toEqual([['direct-push', first, push]]);
  });

  it('looks at everything while the policy cannot be read', async () => {
    const broken = await git.commit('Break', { '.sluice/policy.yml': 'version: 7\n' });
    const next = await git.commit('Anything', { 'x.txt': 'x' });

    expect(summary(await find())).toEqual([
      ['direct-push', first, broken],
      ['direct-push', broken, next],
    ]);
  });
});

describe('a pull request', () => {
  it.each([
    ['was not merged', { mergedAt: undefined }],
    ['was merged into another branch', { targetBranch: 'release' }],
    ['has another merge commit', { mergeCommit: sha('f'.repeat(40)) }],
  ])('that %s brought nothing', async (_, change) => {
    const two = await git.propose('two', sql(3));
    const squash = await git.squash('two');
    merged(2, two, squash, [squash]);
    const listed = { ...fake.world.pullRequests.get(2), ...change };
    fake.world.pullRequests.set(
      2,
      Object.fromEntries(
        Object.entries(listed).filter(([, value]) => value !== undefined),
      ) as unknown as ListedPullRequest,
    );

    expect(summary(await find())).toEqual([['direct-push', first, squash]]);
  });

  it('brings no commit that another push put between', async () => {
    const one = await git.commit('Part of the pull request, pushed early', sql(2));
    const between = await git.commit('Somebody else', sql(3));
    const head = await git.propose('rest', sql(4));
    const squash = await git.squash('rest');
    merged(5, head, squash, [one]);

    expect(summary(await find())).toEqual([
      ['direct-push', first, one],
      ['direct-push', one, between],
      ['squash', 5, between, squash],
    ]);
  });

  it('brings no merge commit by a rebase', async () => {
    await git.propose('one', sql(2));
    const evil = await git.merge('one');
    const head = await git.propose('rest', sql(4));
    const squash = await git.squash('rest');
    merged(5, head, squash, [evil]);

    expect(summary(await find())).toEqual([
      ['direct-push', first, evil],
      ['squash', 5, evil, squash],
    ]);
  });
});
