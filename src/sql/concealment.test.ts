import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { commentsOf } from './comments.ts';
import { gapsOf } from './gaps.ts';
import { marksOf } from './marks.ts';
import { keptName, namesIn } from './names.ts';

describe('commentsOf', () => {
  test.each([
    ['select \'-- a\', "/* b */" -- c', [' c']],
    ['/* a /* b */ c */ select 1; -- d\r\n', [' a /* b */ c ', ' d']],
    ['do $x$ begin -- a\n execute $y$ /* b */ $y$; end $x$', [' a']],
    ['create function f() returns int as $$ select 1 /* a */ $$ language sql', [' a ']],
    ['do $a$ do $b$ do $c$ -- deep\n $c$ $b$ $a$', [' deep']],
    ['insert into notes values ($$ -- a $$)', []],
    ["select E'\\' -- a'", []],
  ])('finds the comments of %j', (text, comments) => {
    expect(commentsOf(text).map((comment) => comment.text)).toEqual(comments);
  });
});

describe('namesIn', () => {
  test('takes words and quoted names as PostgreSQL does', () => {
    const names = namesIn(`Select "A""b", U&"c", É from t -- d\nwhere 'e' = $$f$$`);

    expect(names.map(({ name }) => name)).toEqual([
      'select',
      'A"b',
      'c',
      'É',
      'from',
      't',
      'where',
    ]);
  });

  test.each([
    ['a'.repeat(64), 'a'.repeat(63)],
    ['é'.repeat(32), 'é'.repeat(31)],
    [`${'a'.repeat(60)}😀`, 'a'.repeat(60)],
    [`${'a'.repeat(59)}😀b`, `${'a'.repeat(59)}😀`],
  ])('keeps whole characters of at most 63 bytes of %s', (name, kept) => {
    expect(keptName(name)).toBe(kept);
  });
});

describe('gapsOf', () => {
  const blanks = ' '.repeat(121);

  test.each([
    [`a;${blanks}b`, ['b']],
    [`a;${blanks}/* c */b`, ['b']],
    [`a;${' '.repeat(61)}/* c */${' '.repeat(60)}b`, ['b']],
    [`a;${blanks}\nb`, []],
    [`a;\n${blanks}b`, ['b']],
    [`a${'\r\n'.repeat(61)}b`, ['b']],
    [`a${'\n'.repeat(40)}-- c${'\n'.repeat(40)}b`, []],
    [`do $$ begin${blanks}b end $$`, ['b']],
    [`select '${blanks}b'`, []],
  ])('finds what stands behind the gap of %j', (text, found) => {
    expect(gapsOf(text).map((gap) => gap.text)).toEqual(found);
  });

  test('reads 5 MB of blanks in linear time', () => {
    expect(gapsOf(`${' '.repeat(120)}a`.repeat(40_000))).toEqual([]);
  });
});

test('says where a mark stands, and in or before which statement', async () => {
  const script = await scriptOf("select '😀é';\n-- a\nselect 2 /* b */; -- c");

  const marks = marksOf(script, commentsOf(script.source.text));

  expect(marks.map(({ text, statement, place }) => [text, statement, place])).toEqual([
    [' a', 1, { path: 'change.sql', line: 2, column: 1, offset: 17 }],
    [' b ', 1, { path: 'change.sql', line: 3, column: 10, offset: 31 }],
    [' c', 1, { path: 'change.sql', line: 3, column: 19, offset: 40 }],
  ]);
});
