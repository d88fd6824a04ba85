import { afterAll, expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { readScript } from './read.ts';

const parser = createParser();
afterAll(() => parser[Symbol.asyncDispose]());

async function statementsOf(sql: string, dump: { readonly dump?: true } = { dump: true }) {
  const bytes = new TextEncoder().encode(sql);
  const script = await readScript({ id: 'u', path: 'a.sql', bytes, firstLine: 1, ...dump }, parser);
  return script.statements;
}

async function read(sql: string): Promise<readonly (readonly [string, number, string])[]> {
  const statements = await statementsOf(sql);
  return statements.map(({ kind, place, text }) => [kind, place.line, text]);
}

const preamble = [
  'SET statement_timeout = 0',
  'SET lock_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
  'SET transaction_timeout = 0',
  "SET client_encoding = 'UTF8'",
  'SET standard_conforming_strings = on',
  "SELECT pg_catalog.set_config('search_path', '', false)",
  'SET check_function_bodies = false',
  'SET xmloption = content',
  'SET client_min_messages = warning',
  'SET row_security = off',
];
const settings = preamble.map((text) => `${text};\n`).join('');
const header = '--\n-- PostgreSQL database dump\n--\n\n';

test.each([
  `${header}\\restrict aB1\n\n${settings}select 1;\n\n\\unrestrict aB1\n\n`,
  `\\restrict aB1\n\n\n${settings}select 'é';\n\\unrestrict aB1`,
])('reads what pg_dump frames: %j', async (sql) => {
  expect((await read(sql)).slice(preamble.length)).toEqual([
    [
      'parsed',
      sql.slice(0, sql.indexOf('select')).split('\n').length,
      /select '?.'?/.exec(sql)?.[0],
    ],
  ]);
});

test('runs nothing of the frame with a statement that nothing ends', async () => {
  const statement = (await read(`\\restrict a\n${settings}select 1\n\\unrestrict a`)).at(-1);

  expect(statement?.[0]).toBe('parsed');
  expect(statement?.[2].trim()).toBe('select 1');
});

test.each([
  ['the closing half is missing', '\\restrict a\nselect 1;\n'],
  ['the opening half is missing', 'select 1;\n\\unrestrict a\n'],
  ['the keys differ', '\\restrict a\nselect 1;\n\\unrestrict b\n'],
  ['a statement stands before it', 'select 1;\n\\restrict a\nselect 1;\n\\unrestrict a\n'],
  ['a statement stands after it', '\\restrict a\nselect 1;\n\\unrestrict a\nselect 2;\n'],
  ['another command stands inside', '\\restrict a\n\\! id\nselect 1;\n\\unrestrict a\n'],
  [
    'it closes and opens inside',
    '\\restrict a\n\\unrestrict a\n\\! id\n\\restrict a\n\\unrestrict a\n',
  ],
  ['a literal holds the end', "\\restrict a\nselect '\n\\unrestrict a\n"],
  ['a key is no word', '\\restrict a b\nselect 1;\n\\unrestrict a b\n'],
  ['what it holds is no dump', '\\restrict a\nselect 1;\n\\unrestrict a\n'],
  [
    'it touches what it does not make',
    `\\restrict a\n${settings}drop table users;\n\\unrestrict a\n`,
  ],
])('refuses the file when %s', async (_title, sql) => {
  expect((await read(sql)).map(([kind]) => kind)).toEqual(['unparsed']);
});

test('takes the frame of a dump for a command of psql in any other file', async () => {
  const [statement, ...others] = await statementsOf(
    '\\restrict a\nselect 1;\n\\unrestrict a\n',
    {},
  );

  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    kind: 'unparsed',
    reason: expect.stringContaining('psql meta-command'),
  });
});

const table = 'CREATE TABLE public.t (id bigint PRIMARY KEY)';
const heap = ["SET default_tablespace = ''", 'SET default_table_access_method = heap'];

/** The rules that speak about a dump of these statements. */
async function findRules(
  texts: readonly string[],
  dump?: { readonly dump?: true },
): Promise<readonly string[]> {
  const statements = await statementsOf(texts.map((text) => `${text};\n`).join('\n'), dump);
  const scripts = [{ unitId: 'u', source: { path: 'a.sql', firstLine: 1, text: '' }, statements }];
  return evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts).map(
    ({ rule }) => rule,
  );
}

test.each([
  ['all of it', [...preamble, ...heap, table]],
  ['what older versions wrote', [...preamble.filter((text) => !text.includes('idle')), table]],
  [
    'an index of a constraint that is attached',
    [...preamble, table, 'ALTER INDEX public.p_pkey ATTACH PARTITION public.t_pkey'],
  ],
  ['the words for tables behind a schema', [...preamble, 'CREATE SCHEMA app', ...heap, table]],
])('says nothing of the settings of pg_dump in its output: %s', async (_title, texts) => {
  expect(await findRules(texts)).toEqual([]);
});

test('keeps the settings of pg_dump as statements that run', async () => {
  const statements = await statementsOf(preamble.map((text) => `${text};`).join('\n'));

  expect(statements.map(({ text }) => text)).toEqual(preamble);
});

test.each([
  ['in another file', [...preamble, table], {}, 10],
  ['below another statement', [table, ...preamble], { dump: true as const }, 10],
  ['in another order', preamble.toReversed(), { dump: true as const }, 10],
  ['of which some are missing', preamble.slice(1), { dump: true as const }, 9],
  ['above a drop', [...preamble, 'DROP TABLE public.users'], { dump: true as const }, 11],
  [
    'above an index on a table that stands already',
    [...preamble, table, 'CREATE INDEX i ON public.users (id)'],
    { dump: true as const },
    11,
  ],
  [
    'above an index on a table that may stand already',
    [...preamble, 'CREATE TABLE IF NOT EXISTS public.u ()', 'CREATE INDEX i ON public.u (id)'],
    { dump: true as const },
    11,
  ],
  [
    'above an update',
    [...preamble, table, 'UPDATE public.t SET id = 1'],
    { dump: true as const },
    10,
  ],
  ['twice', [...preamble, 'SET row_security = off'], { dump: true as const }, 1],
  ['with another value', ['SET row_security = on'], { dump: true as const }, 1],
  ['for one transaction', ['SET LOCAL lock_timeout = 0'], { dump: true as const }, 1],
  ['with more words', ['SET lock_timeout /* */ = 0'], { dump: true as const }, 1],
  ['before tables without a top', [...heap, table], { dump: true as const }, 2],
  ['before tables, twice', [...preamble, ...heap, table, ...heap], { dump: true as const }, 2],
  [
    'with another search path',
    ["SELECT pg_catalog.set_config('search_path', 'app', false)"],
    { dump: true as const },
    1,
  ],
])('speaks of settings %s', async (_title, texts, dump, count) => {
  expect(await findRules(texts, dump)).toHaveLength(count);
});
