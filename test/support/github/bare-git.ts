import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const noCommit = '0'.repeat(40);

export type Signature = { readonly name: string; readonly email: string; readonly date: string };

export type GitOptions = {
  readonly author?: Signature;
  readonly committer?: Signature;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Runs git there, with nobody's configuration, and gives what it printed without its last blanks. */
export async function git(
  directory: string,
  words: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  const bytes = await gitBytes(directory, words, options);
  return bytes.toString('utf8').trimEnd();
}

export function gitBytes(
  directory: string,
  words: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-C', directory, '-c', 'protocol.file.allow=always', ...words],
      { env: gitEnvironment(options), maxBuffer: 256 * 1024 * 1024, encoding: 'buffer' },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`git ${words.join(' ')}: ${stderr.toString()}`, { cause: error }));
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

/** The commit that a name stands for, or undefined. */
export async function findCommit(directory: string, name: string): Promise<string | undefined> {
  if (name.startsWith('refs/')) {
    // Reading a loose reference is a hundred times faster than starting git.
    const text = await readFile(join(directory, name), 'utf8').catch(() => '');
    if (/^[0-9a-f]{40}\n$/.test(text)) return text.trim();
  }
  try {
    return await git(directory, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  } catch {
    return undefined;
  }
}

export async function isAncestor(
  directory: string,
  older: string,
  newer: string,
): Promise<boolean> {
  return (await mergeBase(directory, older, newer)) === older;
}

export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    return await git(directory, ['merge-base', one, other]);
  } catch {
    return undefined;
  }
}

/** Commits of `tip` that `base` does not have, oldest first. */
export async function commitsBetween(
  directory: string,
  base: string,
  tip: string,
): Promise<readonly string[]> {
  const range = base === noCommit ? [tip] : [`${base}..${tip}`];
  return lines(await git(directory, ['rev-list', '--reverse', '--topo-order', ...range]));
}

/** Does something in a directory where this commit is checked out, and deletes the directory. */
export async function inWorktree<T>(
  bare: string,
  commit: string,
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'github-worktree-'));
  const directory = join(parent, 'tree');
  await git(bare, ['worktree', 'add', '--quiet', '--detach', directory, commit]);
  try {
    return await work(directory);
  } finally {
    await rm(parent, { recursive: true, force: true });
    await git(bare, ['worktree', 'prune']);
  }
}

/** Where a commit is made before a branch has it; nobody who fetches sees it. */
export const workshop = 'refs/workshop';

/** Commits files on top of a parent without a working tree; null takes a path away. */
export async function commitFiles(
  bare: string,
  commit: {
    readonly parent: string | undefined;
    readonly files: Readonly<Record<string, string | Uint8Array | null>>;
    readonly message: string;
    readonly author: Signature;
  },
): Promise<string> {
  const { name, email, date } = commit.author;
  const stream = [
    ...(commit.parent === undefined ? [`reset ${workshop}/new\n`] : []),
    `commit ${workshop}/new\nmark :1\n`,
    `committer ${name} <${email}> ${String(Date.parse(date) / 1000)} +0000\n`,
    ...sized(commit.message),
    ...(commit.parent === undefined ? [] : [`from ${commit.parent}\n`]),
    ...Object.entries(commit.files).flatMap(([path, content]) =>
      content === null
        ? [`D ${quoted(path)}\n`]
        : [`M 100644 inline ${quoted(path)}\n`, ...sized(content)],
    ),
    'get-mark :1\n',
  ];
  return git(bare, ['fast-import', '--quiet', '--force'], {
    input: Buffer.concat(stream.map((part) => Buffer.from(part))),
  });
}

function sized(content: string | Uint8Array): readonly (string | Uint8Array)[] {
  const bytes = Buffer.from(content);
  return [`data ${String(bytes.length)}\n`, bytes, '\n'];
}

/** As git quotes a path; every other byte stands for itself. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

export function commitTree(
  bare: string,
  tree: string,
  commit: {
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: Signature;
    readonly committer?: Signature;
  },
): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent]);
  return git(bare, ['commit-tree', tree, ...parents], {
    author: commit.author,
    committer: commit.committer ?? commit.author,
    input: commit.message,
  });
}

export function lines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

/** The environment that git runs in here: nobody's configuration, a fixed person unless told. */
export function gitEnvironment(options: GitOptions = {}): Record<string, string> {
  const nobody = { name: 'GitHub', email: 'noreply@github.com', date: '2026-01-05T08:00:00Z' };
  const { author = nobody, committer = options.author ?? nobody } = options;
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: tmpdir(),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DEFAULT_HASH: 'sha1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: author.date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: committer.date,
    ...options.environment,
  };
}
