import { describe, expect, test } from 'vitest';
import { partsOf, readLoggedRow, readLoggedTruncate } from './logged-row.ts';

const value = (column: string, text: string) => ({ column, kind: 'value', text });
const nothing = { before: [], after: [] };

describe('a line of the log is read', () => {
  test.each([
    [
      'an INSERT',
      "table public.users: INSERT: id[integer]:1 note[character varying]:'x' at[date]:null ok[boolean]:true",
      {
        ...nothing,
        kind: 'insert',
        after: [
          value('id', '1'),
          value('note', 'x'),
          { column: 'at', kind: 'null' },
          value('ok', 'true'),
        ],
      },
    ],
    [
      'an UPDATE without the row before, and a value that stayed',
      'table public.users: UPDATE: id[integer]:1 body[text]:unchanged-toast-datum',
      {
        ...nothing,
        kind: 'update',
        after: [value('id', '1'), { column: 'body', kind: 'unchanged' }],
      },
    ],
    [
      'an UPDATE with it',
      'table public.users: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2',
      { kind: 'update', before: [value('id', '1')], after: [value('id', '2')] },
    ],
    [
      'a DELETE',
      'table public.users: DELETE: id[bigint]:-1',
      { ...nothing, kind: 'delete', before: [value('id', '-1')] },
    ],
    [
      'a DELETE that tells no row',
      'table public.users: DELETE: (no-tuple-data)',
      { ...nothing, kind: 'delete' },
    ],
    ['a row without columns', 'table public.users: INSERT:', { ...nothing, kind: 'insert' }],
    [
      'a text that says null, and one that looks like the next cell',
      "table public.users: INSERT: a[text]:'null' b[text]:' c[text]:''d'' new-tuple: \n' e[text]:''",
      {
        ...nothing,
        kind: 'insert',
        after: [value('a', 'null'), value('b', " c[text]:'d' new-tuple: \n"), value('e', '')],
      },
    ],
    [
      'types and names with brackets, quotes and colons',
      `table "a.b"."c: INSERT: ""d""": INSERT: "x]: 1"[text[]]:'{a}' y["s]:"."t""]:"[]]:'1' bits[bit varying]:B'01'`,
      {
        ...nothing,
        kind: 'insert',
        after: [value('x]: 1', '{a}'), value('y', '1'), value('bits', '01')],
      },
    ],
  ])('%s', (_name, text, expected) => {
    expect(readLoggedRow({ text, cut: false })).toEqual(expected);
  });

  test('as far as it goes, where it was cut', () => {
    const text =
      "table public.users: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2 a[text]:'b''";

    expect(readLoggedRow({ text, cut: true })).toEqual({
      kind: 'update',
      before: [value('id', '1')],
      after: [value('id', '2')],
    });
    expect(readLoggedRow({ text: text.slice(0, 40), cut: true })).toEqual({
      ...nothing,
      kind: 'update',
    });
  });

  test.each([
    "table public.users: INSERT: id[integer]:1 a[text]:'b",
    'table public.users: INSERT: id:1',
    'table public.users: UPDATE: old-key: id[integer]:1',
    'table public.users: TRUNCATE: (no-flags)',
    'table users: INSERT: id[integer]:1',
    'message: transactional: 1 prefix: x, sz: 1 content:table public.users: INSERT: id[integer]:1',
    '',
  ])('or refused, and not quoted: %s', (text) => {
    expect(() => readLoggedRow({ text, cut: false })).toThrow(
      expect.objectContaining({
        code: 'database/shadow',
        message: expect.not.stringContaining('users') as string,
      }),
    );
  });
});

test('a TRUNCATE names its tables', () => {
  const line = 'table public.users, public."a, b.c": TRUNCATE: restart_seqs cascade';

  expect(readLoggedTruncate(line)).toEqual(['public.users', 'public."a, b.c"']);
  expect(() => readLoggedTruncate('table public.users, ')).toThrow('cannot read');
});

test('a name has two parts', () => {
  expect(partsOf('public."a.""b"')).toEqual({ schema: 'public', table: 'a."b' });
});
