import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import { link } from './chain.ts';
import { type RefusedMerge, tellsOf, toRefusedMergeBody } from './refused-merge.ts';

const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/audit-record.json', 'utf8')),
);

const target = {
  database: 'billing',
  name: 'billing/production',
  systemIdentifier: '7',
  serverVersion: 160014,
  transport: 'verify-full',
};
const times = { at: '2026-01-06T10:00:00.000Z', atRunner: '2026-01-06T10:00:00.000Z' };

const refused: RefusedMerge = {
  repository: 'acme/shop',
  base: 'b'.repeat(40),
  commit: 'c'.repeat(40),
  pullRequest: null,
  mergedBy: null,
  paths: [{ path: 'db/1.sql', digest: digestOf('x') }],
  policy: digestOf('policy'),
  reason: 'unreviewed-push',
  because: ['Nobody reviewed it.'],
};

const textOf = (given: RefusedMerge): string =>
  link(toRefusedMergeBody(given, target, times), undefined).text;

test.each([
  ['a short one', refused],
  ['one of nobody’s policy', { ...refused, policy: null, pullRequest: 7, mergedBy: 'ben' }],
  [
    'more paths than a record can hold',
    {
      ...refused,
      paths: Array.from({ length: 900 }, (_, at) => ({
        path: `${at}${'é'.repeat(200)}`,
        digest: null,
      })),
    },
  ],
  [
    'more and longer reasons than a record can hold',
    { ...refused, because: Array.from({ length: 900 }, () => '🐘'.repeat(9_000)) },
  ],
  ['hostile names', { ...refused, paths: [{ path: '"\n\u202e</script>::error::', digest: null }] }],
])('the record of a refused merge is as its schema says: %s', (_, given) => {
  const text = textOf(given);

  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  expect(tellsOf(text, given)).toBe(true);
});

test('a long list of paths keeps its count and its digest', () => {
  const paths = Array.from({ length: 900 }, (_, at) => ({ path: `db/${at}.sql`, digest: null }));

  const { merge } = toRefusedMergeBody({ ...refused, paths }, target, times);

  expect(merge).toMatchObject({ pathCount: 900, paths: [] });
});

test.each([
  ['commit', { commit: 'd'.repeat(40) }],
  ['reason', { reason: 'other-bytes' as const }],
  ['words', { because: ['Other words.'] }],
])('another %s is another refusal', (_, change) => {
  expect(tellsOf(textOf(refused), { ...refused, ...change })).toBe(false);
});
