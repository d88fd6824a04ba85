import { expect, test } from 'vitest';
import { emptyTrie, trieHas, trieWith, trieWithout } from './trie.ts';
import type { Trie } from './trie.ts';

const keys = Array.from({ length: 3000 }, (_, index) => `name ${index}`);

function trieOf(some: readonly string[]): Trie<string> {
  return some.reduce((trie, key) => trieWith(trie, [key, key]), emptyTrie<string>());
}

function keysOf(trie: Trie<string>): readonly string[] {
  return keys.filter((key) => trieHas(trie, key));
}

test('holds every key that was added, and no other', () => {
  const trie = trieOf(keys);

  expect(keysOf(trie)).toEqual(keys);
  expect(trieHas(trie, 'another')).toBe(false);
  expect(trieHas(emptyTrie(), 'another')).toBe(false);
});

test('changes no trie that somebody else holds', () => {
  const before = trieOf(keys.slice(0, 100));

  const more = trieWith(before, ['name 200', '']);
  const less = trieWithout(before, 'name 7');

  expect(keysOf(before)).toEqual(keys.slice(0, 100));
  expect(keysOf(more)).toEqual([...keys.slice(0, 100), 'name 200']);
  expect(keysOf(less)).toEqual(keys.slice(0, 100).filter((key) => key !== 'name 7'));
});

test('is the same where nothing is left out', () => {
  const trie = trieOf(keys);

  expect(trieWithout(trie, 'another')).toBe(trie);
});

test('takes each key once', () => {
  const trie = trieWithout(trieOf(['name 1', 'name 1']), 'name 1');

  expect(keysOf(trie)).toEqual([]);
});
