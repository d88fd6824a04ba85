import { expect, test } from 'vitest';
import { excerptsOf } from './excerpt.ts';

function excerpt(text: string, line: number, column: number, firstLine = 1): readonly string[] {
  return excerptsOf({ path: 'x.sql', firstLine, text })({ path: 'x.sql', line, column, offset: 0 });
}

test.each([
  ['a statement', 'drop table a', 1, 1, ['1 | drop table a', '  | ^']],
  ['a second statement', 'a;\nb; drop c', 2, 4, ['2 | b; drop c', '  |    ^']],
  ['a statement behind tabs', '\t\tdrop a', 1, 3, ['1 |         drop a', '  |         ^']],
  ['a statement behind wide letters', "'漢字😀'; x", 1, 8, ["1 | '漢字😀'; x", '  |           ^']],
  ['a statement behind a combining mark', "'e\u0301'; x", 1, 7, ["1 | 'e\u0301'; x", '  |      ^']],
  ['a carriage return', 'a;\r\ndrop b', 2, 1, ['2 | drop b', '  | ^']],
  ['a hidden character', 'a\u202E; x', 1, 5, ['1 | a<U+202E>; x', '  |            ^']],
])('points at %s', (_title, text, line, column, lines) => {
  expect(excerpt(text, line, column)).toEqual(lines);
});

test('counts lines from the first line of the unit', () => {
  expect(excerpt('a;\nb', 12, 1, 11)).toEqual(['12 | b', '   | ^']);
});

test('cuts long lines around the caret', () => {
  const text = `${'a'.repeat(200)}; drop b;${'c'.repeat(200)}`;

  const [shown, caret] = excerpt(text, 1, 203);

  expect(shown).toBe(`1 | …${'a'.repeat(23)}; drop b;${'c'.repeat(68)}…`);
  expect(shown?.charAt((caret ?? '').indexOf('^'))).toBe('d');
});

test.each([
  [
    'hides a password',
    "alter role a password 'geheim'; x",
    1,
    1,
    "1 | alter role a password '***'; x",
  ],
  ['hides a password of the line above', "alter role a password\n'geheim'; x", 2, 11, undefined],
  ['shows nothing of lines that moved', "alter role a password 'ge\nheim'; x", 2, 1, undefined],
  ['shows nothing of bytes that were not read', '', 1, 1, undefined],
])('%s', (_title, text, line, column, shown) => {
  const [found] = excerpt(text, line, column);

  expect(found).toBe(shown);
});
