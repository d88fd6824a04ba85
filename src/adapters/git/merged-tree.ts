import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommitSha } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { TreeEntry } from '../../ports/repository.ts';
import { parseTree } from './parse.ts';
import { type GitRun, runGit } from './run-git.ts';

/**
 * The tree of a merge that git makes of two commits by itself; undefined when they conflict. It is made
 * in a repository of its own, which has the same objects: nothing is written into the one that is read,
 * and no merge driver of its configuration runs.
 */
export async function mergedTree(
  run: GitRun,
  one: CommitSha,
  other: CommitSha,
): Promise<readonly TreeEntry[] | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-merge-'));
  const own = { ...run, directory };
  try {
    await runGit(own, ['init', '--quiet', '--bare', '--template=', '.']);
    await mkdir(join(directory, 'objects', 'info'), { recursive: true });
    const objects = await runGit(run, ['rev-parse', '--git-path', 'objects']);
    const place = resolve(run.directory, new TextDecoder().decode(objects).trimEnd());
    await writeFile(join(directory, 'objects', 'info', 'alternates'), `${place}\n`);
    const tree = await merge(own, one, other);
    if (tree === undefined) return undefined;
    return parseTree(
      await runGit(own, ['ls-tree', '-r', '-z', '-l', '--full-tree', '--end-of-options', tree]),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function merge(run: GitRun, one: CommitSha, other: CommitSha): Promise<string | undefined> {
  try {
    const answer = await runGit(run, ['merge-tree', '--write-tree', '--no-messages', one, other]);
    return new TextDecoder().decode(answer).trim();
  } catch (failure) {
    // 1 says that they conflict; an older git does not know the option and says something else.
    if (failure instanceof SluiceError && failure.data['exitCode'] === '1') return undefined;
    throw failure;
  }
}
