import { expect, test } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

const same = (_key: string, value: unknown) => value;

test.each([
  { title: 'a text', value: 'a\n"b' },
  { title: 'nothing', value: null },
  { title: 'an empty object', value: {} },
  { title: 'an empty list', value: [] },
  { title: 'empty things within', value: { a: [], b: {}, c: [[], {}] } },
  { title: 'a member without a value', value: { a: undefined, b: 1 } },
  { title: 'an item without a value', value: [undefined, 1] },
  { title: 'a name that needs quotes', value: { 'a"\n': 1 } },
  {
    title: 'many levels',
    value: { a: [{ b: { c: [{ d: [{ e: { f: ['g\nh', 1, true] } }] }] } }] },
  },
])('writes $title as JSON.stringify does', ({ value }) => {
  const text = [...jsonPieces(value, same)].join('');

  expect(text).toBe(JSON.stringify(value, null, 2));
});

test('replaces at every depth', () => {
  const value = { a: 'x', b: [{ c: [{ d: [{ e: 'x' }] }] }] };
  const replace = (_key: string, inner: unknown) => (inner === 'x' ? 'y' : inner);

  const text = [...jsonPieces(value, replace)].join('');

  expect(text).toBe(JSON.stringify(value, replace, 2));
});

test('makes an item when it is asked for, and not before', () => {
  const made: number[] = [];
  function* items() {
    for (const item of [1, 2]) {
      made.push(item);
      yield { item };
    }
  }

  const pieces = jsonPieces({ items: items() }, same);
  pieces.next();
  pieces.next();

  expect(made).toEqual([1]);
  expect([...pieces].join('')).toContain('"item": 2');
});
