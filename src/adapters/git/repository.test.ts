import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCommitSha, type CommitSha } from '../../domain/change.ts';
import { openRepository } from './repository.ts';

const hostile = 'db/--upload-pack=x; $(touch pwned)\n"é\u202e.sql';
const signal = new AbortController().signal;
let directory = '';
let base: CommitSha;
let head: CommitSha;

function git(...parameters: readonly string[]): string {
  return execFileSync('git', ['-C', directory, ...parameters], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  }).trim();
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), content);
}

function commit(): CommitSha {
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--message', 'x');
  return parseCommitSha(git('rev-parse', 'HEAD'))!;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-git-test-'));
  git('init', '--quiet', '--initial-branch=main');
  await write('db/1.sql', 'create table one (id int);\n-- long enough to be found as a rename\n');
  await write('db/2.sql', 'select 2;\n');
  await write('db/3.sql', 'select 3;\n');
  await write('.gitattributes', '*.lfs.sql filter=lfs -text\n');
  base = commit();
  await rename(join(directory, 'db/1.sql'), join(directory, 'db/one.sql'));
  await write('db/2.sql', 'select 22;\n');
  await rm(join(directory, 'db/3.sql'));
  await write(hostile, 'select 4;\n');
  await write('db/run.sql', 'select 5;\n');
  await chmod(join(directory, 'db/run.sql'), 0o755);
  await symlink('../secret', join(directory, 'db/link.sql'));
  await write('db/.gitattributes', 'hidden.sql -diff working-tree-encoding=UTF-16\n');
  git('add', '--all');
  git('update-index', '--add', '--cacheinfo', `160000,${base},db/module`);
  git('commit', '--quiet', '--message', 'x');
  head = parseCommitSha(git('rev-parse', 'HEAD'))!;
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test('finds what differs, whatever the files are named and whatever the configuration hides', async () => {
  git('config', 'diff.ignoreSubmodules', 'all');
  git('config', 'diff.renames', 'false');
  git('config', 'diff.external', 'touch pwned');

  const files = await openRepository(directory, signal).changedFiles(base, head);

  const shown = files.map(({ blob, ...file }) => ({ ...file, hasBlob: blob !== undefined }));
  expect(shown).toEqual([
    { path: hostile, status: 'added', entry: 'file', hasBlob: true },
    { path: 'db/.gitattributes', status: 'added', entry: 'file', hasBlob: true },
    { path: 'db/2.sql', status: 'modified', entry: 'file', hasBlob: true },
    { path: 'db/3.sql', status: 'removed', entry: 'file', hasBlob: false },
    { path: 'db/link.sql', status: 'added', entry: 'symbolic-link', hasBlob: true },
    { path: 'db/module', status: 'added', entry: 'submodule', hasBlob: true },
    {
      path: 'db/one.sql',
      status: 'renamed',
      previousPath: 'db/1.sql',
      entry: 'file',
      hasBlob: true,
    },
    { path: 'db/run.sql', status: 'added', entry: 'executable', hasBlob: true },
  ]);
});

test('tells the commits of a change and the line of first parents', async () => {
  const repository = openRepository(directory, signal);

  const history = await repository.history(base, head, 5);
  const line = await repository.firstParents(head, undefined);
  const above = await repository.firstParents(head, base);

  expect(history).toEqual([
    {
      commit: head,
      parents: [base],
      authorEmail: 'a@example.com',
      committerEmail: 'a@example.com',
      message: 'x\n',
    },
  ]);
  expect([line, above]).toEqual([[head, base], [head]]);
});

test('refuses more commits than it was told to expect', async () => {
  const repository = openRepository(directory, signal);

  await expect(repository.history(base, head, 0)).rejects.toMatchObject({ code: 'host/git' });
});

test('lists the tree and reads content by its name', async () => {
  const repository = openRepository(directory, signal);

  const tree = await repository.tree(base);

  expect(tree.map(({ path, entry, size }) => [path, entry, size])).toEqual([
    ['.gitattributes', 'file', 27],
    ['db/1.sql', 'file', 66],
    ['db/2.sql', 'file', 10],
    ['db/3.sql', 'file', 10],
  ]);
  const content = await repository.blob(tree[2]?.blob ?? '');
  expect(new TextDecoder().decode(content)).toBe('select 2;\n');
});

test('reads many contents in their order', async () => {
  const repository = openRepository(directory, signal);
  const tree = await repository.tree(base);
  const names = [...tree, ...tree].map(({ blob }) => blob).reverse();

  const contents = await repository.blobs(names);

  const single = await Promise.all(names.map((name) => repository.blob(name)));
  expect(contents.map((bytes) => Buffer.from(bytes).toString())).toEqual(
    single.map((bytes) => Buffer.from(bytes).toString()),
  );
  expect(await repository.blobs([])).toEqual([]);
});

test.each(['main', '--textconv', '0'.repeat(40)])(
  'reads none of many contents when one is named %j',
  async (name) => {
    const repository = openRepository(directory, signal);
    const names = (await repository.tree(base)).map(({ blob }) => blob);

    await expect(repository.blobs([...names, name])).rejects.toMatchObject({ code: 'host/git' });
  },
);

test('reads no commit in place of a content', async () => {
  const repository = openRepository(directory, signal);

  await expect(repository.blobs([base])).rejects.toMatchObject({ code: 'host/git' });
});

test('reads attributes of the commit, not of the work tree', async () => {
  await write('db/.gitattributes', '');
  const paths = ['db/hidden.sql', 'db/x.lfs.sql', 'db/2.sql'];

  const attributes = await openRepository(directory, signal).attributes(head, paths);

  expect(attributes).toEqual(
    new Map([
      ['db/hidden.sql', ['-diff', 'working-tree-encoding=UTF-16']],
      ['db/x.lfs.sql', ['-text', 'filter=lfs']],
      ['db/2.sql', []],
    ]),
  );
});

test('resolves names, parents and merge bases', async () => {
  const repository = openRepository(directory, signal);

  const resolved = [
    await repository.resolve('main'),
    ...(await repository.parents(head)),
    await repository.mergeBase(head, base),
  ];

  expect(resolved).toEqual([head, base, base]);
});

test.each(['--output=/tmp/pwned', '-x', '', 'main\n', 'nothing', '--', 'HEAD:db/2.sql'])(
  'refuses the reference %j',
  async (reference) => {
    const repository = openRepository(directory, signal);

    await expect(repository.resolve(reference)).rejects.toMatchObject({ code: 'host/git' });
  },
);

test.each(['--textconv', 'main', 'HEAD:db/2.sql', ''])(
  'reads no content by the name %j',
  async (name) => {
    const repository = openRepository(directory, signal);

    await expect(repository.blob(name)).rejects.toMatchObject({ code: 'host/git' });
  },
);

test('ignores replaced objects, which show other content under the same name', async () => {
  const repository = openRepository(directory, signal);
  const [one, two] = (await repository.tree(base)).slice(1).map(({ blob }) => blob);
  git('replace', one ?? '', two ?? '');

  const content = await repository.blob(one ?? '');

  expect(new TextDecoder().decode(content)).toMatch(/^create table one/);
});

test('fails where there is no repository', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'sluice-no-git-'));

  const resolving = openRepository(empty, signal).resolve('main');

  await expect(resolving).rejects.toMatchObject({ code: 'host/git' });
  await rm(empty, { recursive: true });
});

test('stops when the run is interrupted', async () => {
  const resolving = openRepository(directory, AbortSignal.abort()).resolve('main');

  await expect(resolving).rejects.toMatchObject({ code: 'internal/cancelled' });
});

test('refuses a name that no machine could check out', async () => {
  const repository = openRepository(directory, signal);
  const name = `db/${'0'.repeat(5000)}.sql`;
  const blob = git('rev-parse', `${base}:db/2.sql`);
  const inner = execFileSync('git', ['-C', directory, 'mktree', '-z'], {
    input: `100644 blob ${blob}\t${name.slice(3)}\0`,
    encoding: 'utf8',
  }).trim();
  const tree = execFileSync('git', ['-C', directory, 'mktree'], {
    input: `040000 tree ${inner}\tdb\n`,
    encoding: 'utf8',
  }).trim();
  const strange = parseCommitSha(git('commit-tree', tree, '-p', base, '-m', 'x'))!;

  for (const read of [
    (one: CommitSha) => repository.tree(one),
    (one: CommitSha) => repository.changedFiles(base, one),
  ])
    await expect(read(strange)).rejects.toMatchObject({
      code: 'host/git',
      message: expect.stringContaining('more than 4096 characters'),
    });
});

test('tells what git makes of a merge, and writes nothing for it', async () => {
  const repository = openRepository(directory, signal);
  git('checkout', '--quiet', '--force', '--detach', base);
  await write('new.txt', 'new\n');
  const other = commit();
  git('checkout', '--quiet', '--force', '--detach', base);
  await write('db/2.sql', 'select 23;\n');
  const conflicting = commit();
  const before = git('count-objects', '--verbose');

  const made = await repository.mergedTree(other, head);
  const none = await repository.mergedTree(conflicting, head);

  const expected = [...(await repository.tree(head)), ...(await repository.tree(other))];
  const paths = new Set(expected.map(({ path }) => path));
  for (const gone of ['db/1.sql', 'db/3.sql']) paths.delete(gone);
  expect(made?.map(({ path }) => path)).toEqual([...paths].toSorted());
  expect(made?.find(({ path }) => path === 'new.txt')).toEqual(
    (await repository.tree(other)).find(({ path }) => path === 'new.txt'),
  );
  expect(none).toBeUndefined();
  expect(git('count-objects', '--verbose')).toBe(before);
});
