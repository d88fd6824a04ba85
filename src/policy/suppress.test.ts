import { describe, expect, test } from 'vitest';
import type { ObjectReference } from '../domain/effect.ts';
import type { Finding } from '../domain/finding.ts';
import type { Suppression } from '../domain/policy.ts';
import { indexWithoutConcurrently } from '../rules/index-without-concurrently.ts';
import { expiredSuppressions, suppress } from './suppress.ts';

const orders: ObjectReference = {
  kind: 'table',
  schema: 'public',
  name: 'orders',
  createdHere: false,
};

const finding: Finding = {
  rule: indexWithoutConcurrently.id,
  axis: 'lock',
  level: 'medium',
  message: 'Builds an index.',
  why: '',
  instead: '',
  place: { path: 'db/1.sql', line: 1, column: 1, offset: 0 },
  unitId: 'db/1.sql',
  statement: 0,
  destructive: false,
  unknown: false,
  denies: false,
  source: 'static',
  object: orders,
};

const suppression: Suppression = {
  rule: 'index-without-concurrently',
  object: 'table public.orders',
  reason: 'Nobody writes to it yet.',
  expires: '2027-01-31',
};

const now = '2027-01-31T23:59:59.999Z';

function isSuppressed(
  one: Partial<Finding>,
  by: Partial<Suppression> = {},
  at: string | undefined = now,
): boolean {
  const [marked] = suppress([{ ...finding, ...one }], [{ ...suppression, ...by }], at, []);
  return marked?.suppressed !== undefined;
}

describe('a suppression', () => {
  test('marks what it names, with its reason, through its last day', () => {
    expect(suppress([finding], [suppression], now, [])).toEqual([
      { ...finding, suppressed: { reason: 'Nobody writes to it yet.', expires: '2027-01-31' } },
    ]);
  });

  test('holds no more on the day after, and says so', () => {
    const later = '2027-02-01T00:00:00.000Z';

    expect(isSuppressed({}, {}, later)).toBe(false);
    expect(expiredSuppressions([suppression], later)).toEqual([suppression]);
    expect(expiredSuppressions([suppression], now)).toEqual([]);
  });

  test('holds for nothing where nobody says what day it is', () => {
    expect(suppress([finding], [suppression], undefined, [])).toEqual([finding]);
  });

  const kept: readonly (readonly [string, Partial<Finding>])[] = [
    ['denies', { denies: true }],
    ['destroys', { destructive: true }],
    ['cannot be judged', { unknown: true }],
    ['is critical', { level: 'critical' }],
    ['hides something', { axis: 'concealment' }],
    ['was only observed', { source: 'observed' }],
  ];

  test.each(kept)('never holds for what %s', (_title, one) => {
    expect(isSuppressed(one)).toBe(false);
  });

  const others: readonly (readonly [string, ObjectReference | undefined])[] = [
    ['another schema', { ...orders, schema: 'archive' }],
    ['no schema, which may be any', { kind: 'table', name: 'orders', createdHere: false }],
    ['a quoted name with a dot', { kind: 'table', name: 'public.orders', createdHere: false }],
    ['a view of that name', { ...orders, kind: 'view' }],
    ['a part of it', { ...orders, kind: 'column', part: 'id' }],
  ];

  test.each(others)('holds for its object only, not for %s', (_title, object) => {
    expect(isSuppressed(object === undefined ? {} : { object })).toBe(false);
  });

  test('holds for its rule and its files only', () => {
    expect(isSuppressed({}, { rule: 'blocking-scan' })).toBe(false);
    expect(isSuppressed({}, { paths: ['other/**'] })).toBe(false);
    expect(isSuppressed({}, { paths: ['db/**'] })).toBe(true);
  });
});
