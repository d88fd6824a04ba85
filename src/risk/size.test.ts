import { expect, test } from 'vitest';
import { sizeInWords } from './size.ts';

const kilobyte = 1024;

test.each<readonly [rows: number, bytes: number, words: string]>([
  [0, 0, 'about 0 rows in 0 bytes'],
  [1, 1023, 'about 1 rows in 1,023 bytes'],
  [120, 64 * kilobyte, 'about 120 rows in 64 kB'],
  [1_000_000, 1000 * kilobyte ** 3, 'about 1,000,000 rows in 1,000 GB'],
  [1, 2048 * kilobyte ** 4, 'about 1 rows in 2,048 TB'],
  [-1, -1, 'an unknown number of rows in an unknown number of bytes'],
])('%s rows in %s bytes are told in words', (rows, bytes, words) => {
  const size = { rows, bytes, takenAt: '2026-03-01T10:00:00Z' };

  expect(sizeInWords(size)).toBe(`By the facts of 2026-03-01 the table holds ${words}.`);
});

test('an unknown size is said to count as large', () => {
  expect(sizeInWords(undefined)).toBe('Nobody knows how large the table is: it counts as large.');
});
