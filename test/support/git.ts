import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Path to text. */
type Tree = Readonly<Record<string, string>>;

/** A repository that a test grows, one pull request after another, with a fixed author. */
export type TestRepository = {
  readonly directory: string;
  /** Commits these files on top of what is checked out and gives the commit. */
  commit(message: string, files: Tree): Promise<string>;
  /** Makes a branch at `main`, commits there, and gives its tip; `main` stays. */
  propose(branch: string, files: Tree): Promise<string>;
  /** Commits on top of a branch, which need not be the one that is checked out. */
  extend(branch: string, message: string, files: Tree): Promise<string>;
  /** Whatever else git can do; its answer without blanks around it. */
  git(...words: readonly string[]): Promise<string>;
  /** Merges the branch into `main` as GitHub's "Create a merge commit" does. */
  merge(branch: string): Promise<string>;
  /** As GitHub's "Squash and merge" does. */
  squash(branch: string): Promise<string>;
  /** As GitHub's "Rebase and merge" does: every commit becomes a new one. */
  rebase(branch: string): Promise<string>;
};

export async function initRepository(directory: string): Promise<TestRepository> {
  await mkdir(directory, { recursive: true });
  const git = (...words: readonly string[]): Promise<string> => runGit(directory, words);
  await git('init', '--quiet', '--initial-branch=main');
  const commit = async (message: string, files: Tree): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git('add', '--all');
    await git('commit', '--quiet', '--no-verify', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  return {
    directory,
    commit,
    propose: async (branch, files) => {
      await git('checkout', '--quiet', '-b', branch, 'main');
      const head = await commit(branch, files);
      await git('checkout', '--quiet', 'main');
      return head;
    },
    extend: async (branch, message, files) => {
      await git('checkout', '--quiet', branch);
      const tip = await commit(message, files);
      await git('checkout', '--quiet', 'main');
      return tip;
    },
    git,
    merge: async (branch) => {
      await git('merge', '--quiet', '--no-ff', '--no-verify', '--message', branch, branch);
      return git('rev-parse', 'HEAD');
    },
    squash: async (branch) => {
      await git('merge', '--quiet', '--squash', branch);
      await git('commit', '--quiet', '--no-verify', '--message', branch);
      return git('rev-parse', 'HEAD');
    },
    rebase: async (branch) => {
      await git('cherry-pick', '-x', '--allow-empty', `main..${branch}`);
      return git('rev-parse', 'HEAD');
    },
  };
}

async function runGit(directory: string, words: readonly string[]): Promise<string> {
  const who = { NAME: 'Scenario', EMAIL: 'scenario@example.com', DATE: '2026-01-05T08:00:00Z' };
  const { stdout } = await promisify(execFile)('git', ['-C', directory, ...words], {
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_DEFAULT_HASH: 'sha1',
      ...Object.fromEntries(
        Object.entries(who).flatMap(([name, value]) =>
          ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${name}`, value]),
        ),
      ),
    },
  });
  return stdout.trim();
}
