import { describe, expect, test } from 'vitest';
import { compareRows, type Excuses } from './compare-rows.ts';

const rows = (table: string, inserted: number, updated = 0, deleted = 0) => ({
  table,
  inserted,
  updated,
  deleted,
});
const none: Excuses = { unwritten: new Map(), truncated: new Set(), rolledBack: false };
const all: Excuses = {
  unwritten: new Map([['a', 'unlogged']]),
  truncated: new Set(['a']),
  rolledBack: true,
};

describe('log and counters', () => {
  test('agree where each table has the same', () => {
    const both = [rows('a', 1, 2, 3), rows('b', 1)];

    expect(compareRows(both, [...both].reverse(), none)).toEqual({
      kind: 'agree',
      undecoded: new Map(),
    });
  });

  test.each([
    ['more rows', [rows('a', 2)], [rows('a', 1)], '1 row changes of a that no counter'],
    ['another table', [rows('a', 1), rows('b', 3)], [rows('a', 1)], '3 row changes of b that no'],
    ['another kind', [rows('a', 0, 1)], [rows('a', 0, 0, 1)], '1 row changes of a that no counter'],
  ])('contradict each other where the log has %s, whatever else happened', (_, log, own, said) => {
    expect(compareRows(log, own, all)).toEqual({
      kind: 'disagree',
      message: expect.stringContaining(said) as string,
    });
  });

  test('contradict each other where the counters have more and nothing explains it', () => {
    const elsewhere: Excuses = {
      unwritten: new Map([['b', 'unlogged']]),
      truncated: new Set(['b']),
      rolledBack: false,
    };

    expect(compareRows([rows('a', 1)], [rows('a', 3)], elsewhere)).toEqual({
      kind: 'disagree',
      message: expect.stringContaining('2 row changes of a that the log') as string,
    });
  });

  test.each([
    ['unlogged', all],
    ['refresh', { ...none, unwritten: new Map([['a', 'refresh' as const]]) }],
    ['truncate', { ...all, unwritten: new Map() }],
    ['rolled-back', { ...none, rolledBack: true }],
  ])('agree where the counters have more and this explains it: %s', (because, excuses) => {
    expect(compareRows([rows('a', 1)], [rows('a', 1, 2, 1)], excuses)).toEqual({
      kind: 'agree',
      undecoded: new Map([['a', { rows: 3, because }]]),
    });
  });
});
