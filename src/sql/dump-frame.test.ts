import { afterAll, expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { readScript } from './read.ts';

const parser = createParser();
afterAll(() => parser[Symbol.asyncDispose]());

async function read(sql: string): Promise<readonly (readonly [string, number, string])[]> {
  const bytes = new TextEncoder().encode(sql);
  const script = await readScript({ id: 'u', path: 'a.sql', bytes, firstLine: 1 }, parser);
  return script.statements.map(({ kind, place, text }) => [kind, place.line, text]);
}

const header = '--\n-- PostgreSQL database dump\n--\n\n';

test.each([
  `${header}\\restrict aB1\n\nselect 1;\n\n\\unrestrict aB1\n\n`,
  `\\restrict aB1\n\n\nselect 'é';\n\\unrestrict aB1`,
])('reads what pg_dump frames: %j', async (sql) => {
  expect(await read(sql)).toEqual([
    [
      'parsed',
      sql.slice(0, sql.indexOf('select')).split('\n').length,
      /select '?.'?/.exec(sql)?.[0],
    ],
  ]);
});

test('runs nothing of the frame with a statement that nothing ends', async () => {
  const [statement] = await read('\\restrict a\nselect 1\n\\unrestrict a');

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
])('refuses the file when %s', async (_title, sql) => {
  expect((await read(sql)).map(([kind]) => kind)).toEqual(['unparsed']);
});
