import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { SluiceError } from '../errors.ts';
import type { Sink } from '../ports/sink.ts';
import type { Context } from './context.ts';
import { runCommandLine } from './run.ts';

const hostile = 'a\u001B[2J\u202Eb\r\n::error::x\u0007.sql';

/**
 * A context whose only file is `hostile`, which holds `sql`, and whose only directory is `db` with these
 * names; nothing else can be reached.
 */
function contextWith(sql: string, written: string[], names: readonly string[] = []): Context {
  const unreachable = () => {
    throw new Error('not in this test');
  };
  return {
    signal: new AbortController().signal,
    environment: {},
    colour: false,
    output: sinkTo(written),
    progress: { step: () => {} },
    clock: { now: unreachable, monotonicMs: unreachable, sleep: unreachable } as never,
    ids: unreachable as never,
    files: {
      read: async () => new TextEncoder().encode(sql),
      write: async () => {},
      root: async () => ({ directory: '/', find: async () => undefined, nameOf: (path) => path }),
      allFiles: async () => names,
      sqlFiles: async (path) => {
        if (path === hostile || names.includes(path)) return [path];
        if (path === 'db') return names.filter((name) => name.endsWith('.sql'));
        throw new SluiceError('input/file-unreadable', `${path} cannot be read.`);
      },
    },
    programs: { run: unreachable },
    home: '',
    credentials: { urlOf: unreachable },
    openParser: createParser,
    openRepository: unreachable,
    openCodeHost: unreachable,
    openLiveCodeHost: unreachable,
    openDatabase: unreachable,
    openShadowProvider: unreachable,
  };
}

function sinkTo(written: string[]): Sink {
  return {
    write: async (text) => {
      written.push(text);
    },
  };
}

async function run(words: readonly string[], sql = 'select 1', names: readonly string[] = []) {
  const output: string[] = [];
  const complaints: string[] = [];
  const code = await runCommandLine(words, contextWith(sql, output, names), sinkTo(complaints));
  return { code, output: output.join(''), complaints: complaints.join('') };
}

test.each([
  [1, ['check', hostile], `drop table "${hostile}"`],
  [1, ['check', hostile], `drop tabel ${hostile}`],
  [1, ['check', hostile], `comment on table t is '${hostile}'; delete from "\u001B[31mt"`],
  [2, ['check', `${hostile}x`], ''],
  [2, [hostile], ''],
  [2, ['check', `--${hostile}`], ''],
  [2, ['check', hostile, '--pg', hostile], ''],
  [2, ['explain', hostile], ''],
])('ends with %i and prints no control character for %j', async (code, words, sql) => {
  const result = await run(words, sql);

  expect(result.code).toBe(code);
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(result.output + result.complaints).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(result.output + result.complaints).not.toMatch(/^[ \t]*::/m);
});

test.each([
  ['error', 2, ['check', 'missing.sql', '--format', 'json']],
  ['error', 2, ['explain', hostile, '--format=json']],
  ['check', 0, ['check', hostile, '--format', 'json']],
  ['explanation', 0, ['explain', 'drop-column', '--format', 'json']],
])('writes what schemas/%s.json describes', async (name, code, words) => {
  const schema = JSON.parse(await readFile(`schemas/${name}.json`, 'utf8')) as object;
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });

  const result = await run(words);

  const valid = ajv.validate(schema, JSON.parse(result.output));
  expect([result.code, valid, ajv.errors]).toEqual([code, true, null]);
});

test('says of a version that is newer than all that were measured that nobody knows its locks', async () => {
  const sql = 'alter table users add column note text';

  const results = [
    await run(['check', hostile, '--pg', '18'], sql),
    await run(['check', hostile, '--pg', '19'], sql),
  ];

  expect(results.map(({ code }) => code)).toEqual([0, 1]);
  expect(results[1]?.output).toContain('The locks of PostgreSQL 19 were not measured');
});

test.each([
  [['--pg', '14'], 1],
  [['--pg', '15'], 0],
  [['--pg', '19'], 0],
  [['--pg', '13'], 2],
  [[], 0],
])('judges newer syntax by the version of %j', async (words, code) => {
  const sql = 'create table t (a int, unique nulls not distinct (a))';

  const result = await run(['check', hostile, ...words], sql);

  expect(result.code).toBe(code);
});

test.each([
  [1, ['check', 'db'], ['db/migrate/20240101000000_a.rb'], 'rails db:migrate'],
  [1, ['check', 'db'], ['db/1.sql', 'db/migrations/0002_a.py'], 'sqlmigrate APP NAME'],
  [1, ['check', 'db/a.ts'], ['db/a.ts'], 'node-pg-migrate up --dry-run'],
  [1, ['check', 'db/a.xml'], ['db/a.xml'], 'liquibase update-sql'],
  [0, ['check', 'db'], ['db/1.sql', 'db/server.ts'], ''],
])('ends with %i for %j beside %j', async (code, words, names, said) => {
  const result = await run(words, 'select 1', names);

  expect(result.code).toBe(code);
  expect(result.output).toContain(said);
  expect(result.output.includes('Not analyzed')).toBe(code === 1);
});
