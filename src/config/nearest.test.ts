import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['polcy', ['policy', 'format'], 'policy'],
  ['fomrat', ['policy', 'format'], 'format'],
  ['formats', ['policy', 'format'], 'format'],
  ['chekc', ['check', 'review'], 'check'],
  ['pg', ['policy', 'format'], undefined],
  ['', ['policy'], undefined],
  ['databases', [], undefined],
])('guesses what %j among %j was meant to be', (word, candidates, expected) => {
  const guess = nearest(word, candidates);

  expect(guess).toBe(expected);
});
