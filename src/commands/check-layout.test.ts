import { expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { SluiceError } from '../errors.ts';
import { readLaidOut } from './check-layout.ts';
import type { Context } from './context.ts';

type Tree = Readonly<Record<string, string>>;

const steps: string[] = [];

/** Only the files of `tree` can be reached. */
function contextOf(tree: Tree): Context {
  return {
    progress: { step: (sentence: string) => steps.push(sentence) },
    files: {
      allFiles: async (path: string) =>
        Object.keys(tree).filter((name) => name === path || name.startsWith(`${path}/`)),
      read: async (path: string) => {
        const text = tree[path];
        if (text === undefined) throw new SluiceError('input/file-unreadable', path);
        return new TextEncoder().encode(text);
      },
    },
  } as unknown as Context;
}

async function readTree(layout: string, tree: Tree, positionals = ['db']) {
  await using parser = createParser();
  const files = await readLaidOut(layout, positionals, {
    context: contextOf(tree),
    parser,
    maxFileBytesOf: () => 1000,
  });
  return files.map(({ path, script, refused = [] }) => ({
    path,
    sql: script.statements.map(({ text, place }) => `${place.line}: ${text}`),
    refused: refused.length,
  }));
}

const goose = {
  'db/1_a.sql': '-- +goose Up\ncreate table a (id int);\n-- +goose Down\ndrop table a;\n',
  'db/2_b.sql': '-- +goose Up\ncreate index concurrently b on a (id);\n',
  'db/3_c.go': '',
  'db/notes.md': '',
  'docs/d.md': '',
};

test('reads only what the tool would run, at its true lines, and says what it would not take', async () => {
  const files = await readTree('auto', goose);

  expect(files).toEqual([
    { path: 'db/3_c.go', sql: [], refused: 1 },
    { path: 'db/notes.md', sql: [], refused: 1 },
    { path: 'db/1_a.sql', sql: ['2: create table a (id int)'], refused: 0 },
    { path: 'db/2_b.sql', sql: ['2: create index concurrently b on a (id)'], refused: 1 },
  ]);
  expect(steps).toEqual(['The files are laid out for goose.']);
});

test('takes another layout than the one that the files look like', async () => {
  const files = await readTree('plain', { 'db/1_a.sql': goose['db/1_a.sql'] });

  expect(files).toEqual([
    {
      path: 'db/1_a.sql',
      sql: ['2: create table a (id int)', expect.stringContaining('drop table a')],
      refused: 0,
    },
  ]);
});

const drizzle = {
  'db/0000_a.sql': 'select 1;',
  'db/0001_b.sql': 'select 2;',
  'db/meta/_journal.json': JSON.stringify({
    dialect: 'postgresql',
    entries: [
      { tag: '0000_a', when: 1 },
      { tag: '0001_b', when: 2 },
    ],
  }),
};

test('finds the journal beside one file, and says nothing of the others', async () => {
  const files = await readTree('drizzle', drizzle, ['db/0001_b.sql']);

  expect(files).toEqual([{ path: 'db/0001_b.sql', sql: ['1: select 2'], refused: 0 }]);
});

test('says that the journal is missing', async () => {
  const files = await readTree('drizzle', { 'db/0000_a.sql': 'select 1;' });

  expect(files).toEqual([
    { path: 'db/meta/_journal.json', sql: [], refused: 1 },
    { path: 'db/0000_a.sql', sql: ['1: select 1'], refused: 0 },
  ]);
});

test.each([
  ['auto', {}],
  ['typeorm', { 'db/a.sql': '' }],
])('refuses %s where nothing says which tool it is', async (layout, tree) => {
  const failure = await readTree(layout, tree).catch((error: unknown) => error);

  expect(failure).toMatchObject({ code: 'input/layout' });
});

test('refuses a file that is larger than is read, and judges the others', async () => {
  const files = await readTree('plain', {
    'db/1.sql': 'select 1',
    'db/2.sql': `select ${'1'.repeat(1000)}`,
  });

  expect(files).toEqual([
    { path: 'db/1.sql', sql: ['1: select 1'], refused: 0 },
    { path: 'db/2.sql', sql: [], refused: 1 },
  ]);
});
