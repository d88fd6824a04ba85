import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommitSha, type CommitSha } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { CommitFacts, Repository } from '../../ports/repository.ts';
import { parseAttributes, parseChangedFiles, parseCommit, parseTree, toCommit } from './parse.ts';
import { readBlobs } from './blobs.ts';
import { mergedTree } from './merged-tree.ts';
import { runGit, type GitRun } from './run-git.ts';

/** The repository at a directory, read through the git command. Throws SluiceError host/git. */
export function openRepository(directory: string, signal: AbortSignal): Repository {
  const run: GitRun = { directory, signal };
  return {
    resolve: (reference) => resolve(run, reference),
    parents: (commit) => parents(run, commit),
    mergeBase: (one, other) => mergeBase(run, one, other),
    history: (base, head, limit) => history(run, [base, head], limit),
    firstParents: (tip, stop) => firstParents(run, tip, stop),
    changedFiles: async (base, head) =>
      parseChangedFiles(await runGit(run, [...differences, base, head, '--'])),
    tree: async (commit) =>
      parseTree(
        await runGit(run, ['ls-tree', '-r', '-z', '-l', '--full-tree', '--end-of-options', commit]),
      ),
    mergedTree: (one, other) => mergedTree(run, one, other),
    blob: (name) => blob(run, name),
    blobs: (names) => readBlobs(run, names),
    attributes: (commit, paths) => attributes(run, commit, paths),
  };
}

// Submodules by name: the repository's own settings must not hide one from the difference.
const differences = [
  'diff-tree',
  '-r',
  '-z',
  '-M',
  '--raw',
  '--no-abbrev',
  '--no-relative',
  '--ignore-submodules=none',
  '-O/dev/null',
  '--end-of-options',
];

async function resolve(run: GitRun, reference: string): Promise<CommitSha> {
  if (reference === '' || /\p{Cc}/u.test(reference))
    throw new SluiceError(
      'host/git',
      'The name of a commit is empty or holds control characters. Git could take it for something else, so nothing was read. Give a commit, a branch or a tag.',
    );
  const answer = await runGit(run, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${reference}^{commit}`,
  ]).catch((cause: unknown) => {
    throw cause instanceof SluiceError && cause.code === 'internal/cancelled'
      ? cause
      : new SluiceError(
          'host/git',
          'The repository holds no commit of the given name. What would be judged is not there, so nothing is allowed. Fetch it, or give another name.',
          {
            cause,
            data: { reference },
          },
        );
  });
  return toCommit(toText(answer).trim());
}

async function refuseShallow(run: GitRun): Promise<void> {
  const shallow = toText(await runGit(run, ['rev-parse', '--is-shallow-repository'])).trim();
  if (shallow === 'false') return;
  throw new SluiceError(
    'host/git',
    'The repository is shallow. Where the branch left the target cannot be known, so nothing is allowed. Fetch the whole history (fetch-depth: 0).',
  );
}

/** Reads the commit itself: grafts and shallow boundaries change what other commands say. */
async function parents(run: GitRun, commit: CommitSha): Promise<readonly CommitSha[]> {
  return parseCommit(commit, toText(await runGit(run, ['cat-file', 'commit', commit]))).parents;
}

async function history(
  run: GitRun,
  [base, head]: readonly [CommitSha, CommitSha],
  limit: number,
): Promise<readonly CommitFacts[]> {
  await refuseShallow(run);
  const range = ['--end-of-options', head, `^${base}`];
  const names = toLines(await runGit(run, ['rev-list', `--max-count=${limit + 1}`, ...range]));
  if (names.length > limit)
    throw new SluiceError(
      'host/git',
      `The change has more than ${limit} commits, so who made them cannot be told. Nothing is allowed. Squash them.`,
    );
  const facts: CommitFacts[] = [];
  for (const commit of names.map(toCommit))
    facts.push(parseCommit(commit, toText(await runGit(run, ['cat-file', 'commit', commit]))));
  return facts;
}

async function firstParents(
  run: GitRun,
  tip: CommitSha,
  stop: CommitSha | undefined,
): Promise<readonly CommitSha[]> {
  await refuseShallow(run);
  const range = [tip, ...(stop === undefined ? [] : [`^${stop}`])];
  const words = ['rev-list', '--first-parent', '--end-of-options', ...range];
  return toLines(await runGit(run, words)).map(toCommit);
}

function toLines(bytes: Uint8Array): readonly string[] {
  return toText(bytes)
    .split('\n')
    .filter((line) => line !== '');
}

async function mergeBase(run: GitRun, one: CommitSha, other: CommitSha): Promise<CommitSha> {
  await refuseShallow(run);
  return toCommit(toText(await runGit(run, ['merge-base', '--end-of-options', one, other])).trim());
}

async function blob(run: GitRun, name: string): Promise<Uint8Array> {
  if (parseCommitSha(name) === undefined)
    throw new SluiceError(
      'host/git',
      'Content can only be read by its full object name. Another name could mean something else later, so nothing is allowed. Report it.',
    );
  return runGit(run, ['cat-file', 'blob', name]);
}

/**
 * Git's own reading of the .gitattributes files of the commit, through an index of our own: git
 * before 2.40 cannot read attributes from a commit, and the work tree is not to be trusted.
 */
async function attributes(
  run: GitRun,
  commit: CommitSha,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (paths.length === 0) return new Map();
  const directory = await mkdtemp(join(tmpdir(), 'sluice-index-'));
  try {
    const indexed = { ...run, environment: { GIT_INDEX_FILE: join(directory, 'index') } };
    await runGit(indexed, ['read-tree', '--end-of-options', commit]);
    const input = paths.map((path) => `${path}\0`).join('');
    const answer = await runGit({ ...indexed, input }, [
      'check-attr',
      '--cached',
      '-z',
      '--stdin',
      '--all',
    ]);
    return parseAttributes(answer, paths);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
