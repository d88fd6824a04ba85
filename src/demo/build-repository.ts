import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { parseCommitSha, type CommitSha } from '../domain/change.ts';

/** Git as built from the folder of a scenario; equal folders give equal commits. */
export type BuiltRepository = {
  readonly directory: string;
  /** Name of the commit's folder to its commit. */
  readonly commits: ReadonlyMap<string, CommitSha>;
  /** Tip of `main`. */
  readonly base: CommitSha;
  /** Tip of `change`, the pull request's branch. */
  readonly head: CommitSha;
  /** The recorded pull request with its placeholders resolved. */
  readonly pullRequestPath: string;
  /** Every `pull-request*.json` by its name, for scenarios that go on. */
  readonly pullRequestPaths: ReadonlyMap<string, string>;
  /** Merges the pull request into `main` as GitHub does and gives the new tip. */
  mergePullRequest(kind: 'merge' | 'squash'): Promise<CommitSha>;
};

/**
 * Builds git from `commits/NN-name` overlays: folders named `NN-pr-name` are commits of the pull
 * request, the others of `main`. `x.deleted` deletes `x`; `x.symlink` makes `x` a link to what the
 * file says. `{{NN-name}}` in `pull-request*.json` becomes the commit.
 */
export async function buildRepository(fixture: string, into: string): Promise<BuiltRepository> {
  const directory = join(into, 'repository');
  await mkdir(directory, { recursive: true });
  await git(directory, 'init', '--quiet', '--initial-branch=main');
  const commits = new Map<string, CommitSha>();
  for (const name of (await readdir(join(fixture, 'commits'))).sort()) {
    await checkout(directory, isOfPullRequest(name) ? 'change' : 'main', commits.size === 0);
    await overlay(join(fixture, 'commits', name), directory);
    commits.set(name, await commitAll(directory, name, commits.size));
  }
  const base = await resolve(directory, 'main');
  const head = await resolve(directory, 'change');
  await git(directory, 'checkout', '--quiet', 'main');
  const pullRequestPaths = await recordPullRequests(fixture, into, commits);
  const pullRequestPath = pullRequestPaths.get('pull-request.json');
  if (pullRequestPath === undefined) throw new Error(`${fixture} has no pull-request.json.`);
  return {
    directory,
    commits,
    base,
    head,
    pullRequestPath,
    pullRequestPaths,
    mergePullRequest: (kind) => merge(directory, kind, commits.size),
  };
}

function isOfPullRequest(name: string): boolean {
  return /^\d+-pr-/.test(name);
}

async function checkout(directory: string, branch: string, unborn: boolean): Promise<void> {
  if (unborn) return;
  const known = await git(directory, 'branch', '--list', branch);
  const create = known === '' ? ['-b'] : [];
  await git(directory, 'checkout', '--quiet', ...create, branch);
}

async function overlay(from: string, directory: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    await place(source, join(directory, relative(from, source)));
  }
}

async function place(source: string, target: string): Promise<void> {
  if (target.endsWith('.deleted')) return rm(target.slice(0, -'.deleted'.length));
  await mkdir(dirname(target), { recursive: true });
  if (!target.endsWith('.symlink')) return cp(source, target);
  const link = target.slice(0, -'.symlink'.length);
  await rm(link, { force: true });
  return symlink((await readFile(source, 'utf8')).trim(), link);
}

async function commitAll(directory: string, message: string, index: number): Promise<CommitSha> {
  await git(directory, 'add', '--all', '--force');
  await gitAt(index, directory, 'commit', '--quiet', '--no-verify', '--message', message);
  return resolve(directory, 'HEAD');
}

async function recordPullRequests(
  fixture: string,
  into: string,
  commits: ReadonlyMap<string, CommitSha>,
): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(fixture)).filter((name) => /^pull-request.*\.json$/.test(name));
  const paths = new Map<string, string>();
  for (const name of names.sort()) {
    const text = await readFile(join(fixture, name), 'utf8');
    const resolved = text.replace(/\{\{([^}]+)\}\}/g, (_placeholder, commit: string) => {
      const sha = commits.get(commit);
      if (sha === undefined) throw new Error(`${name} names ${commit}, which is no commit.`);
      return sha;
    });
    paths.set(name, join(into, name));
    await writeFile(join(into, name), resolved);
  }
  return paths;
}

async function merge(
  directory: string,
  kind: 'merge' | 'squash',
  index: number,
): Promise<CommitSha> {
  const tree = await git(directory, 'merge-tree', '--write-tree', 'main', 'change');
  const parents = kind === 'merge' ? ['-p', 'main', '-p', 'change'] : ['-p', 'main'];
  const commit = await gitAt(index, directory, 'commit-tree', ...parents, '-m', kind, tree);
  await git(directory, 'update-ref', 'refs/heads/main', commit);
  return resolve(directory, commit);
}

async function resolve(directory: string, name: string): Promise<CommitSha> {
  const commit = parseCommitSha(await git(directory, 'rev-parse', '--verify', `${name}^{commit}`));
  if (commit === undefined) throw new Error(`${name} is no commit.`);
  return commit;
}

function git(directory: string, ...parameters: readonly string[]): Promise<string> {
  return gitAt(0, directory, ...parameters);
}

/** Commits are made an hour apart, by one author. */
async function gitAt(
  index: number,
  directory: string,
  ...parameters: readonly string[]
): Promise<string> {
  const date = new Date(Date.UTC(2026, 0, 5, 8 + index)).toISOString();
  const fixed = ['-c', 'core.autocrlf=false', '-c', 'core.symlinks=true', '-c', 'gc.auto=0'];
  const { stdout } = await promisify(execFile)('git', ['-C', directory, ...fixed, ...parameters], {
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_DEFAULT_HASH: 'sha1',
      GIT_AUTHOR_NAME: 'Scenario',
      GIT_AUTHOR_EMAIL: 'scenario@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Scenario',
      GIT_COMMITTER_EMAIL: 'scenario@example.com',
      GIT_COMMITTER_DATE: date,
    },
  });
  return stdout.trim();
}
