import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { digestOf } from '../domain/digest.ts';
import type { Suppression } from '../domain/policy.ts';
import { renderCheckJson } from '../report/render-json.ts';
import { renderCheckText } from '../report/render-text.ts';
import { checkScripts } from './check-scripts.ts';
import type { CheckOptions } from './check-scripts.ts';

const index = 'create index users_x on users (x)';
const allowed: Suppression = {
  rule: 'index-without-concurrently',
  object: 'table users',
  reason: 'Nobody writes | to it <yet>.',
  expires: '2027-01-31',
};
const used = {
  path: '.sluice/policy.yml',
  from: 'work-tree',
  digest: digestOf('policy'),
} as const;

async function checked(sql: string, more: Partial<CheckOptions> = {}) {
  const script = await scriptOf(sql, 'db/1.sql');
  return checkScripts([{ path: 'db/1.sql', script }], {
    askOwnRules: undefined,
    failOn: undefined,
    postgresOf: () => undefined,
    used,
    now: '2027-01-31T23:00:00Z',
    suppressionsOf: () => [allowed],
    ...more,
  });
}

describe('a suppression', () => {
  test('takes the finding out of the sum, and leaves it in the report', async () => {
    const report = await checked(index, { failOn: 'low' });

    expect([report.decision.kind, report.assessment.score]).toEqual(['allow', 0]);
    const text = [...renderCheckText(report, { colour: false })].join('');
    expect(text).toContain('[index-without-concurrently]');
    expect(text).toContain(
      'Suppressed by the policy until 2027-01-31: Nobody writes | to it <yet>.',
    );
    expect(text).toMatch(
      /^Policy: \.sluice\/policy\.yml, of this repository \(sha256:[0-9a-f]{12}\)\.$/m,
    );
  });

  test('is in the JSON, which fits its schema', async () => {
    const schema: object = JSON.parse(readFileSync('schemas/check.json', 'utf8'));
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });

    const json = JSON.parse(
      [...renderCheckJson(await checked(index, { notices: ['a'] }))].join(''),
    );

    expect([ajv.validate(schema, json), ajv.errors]).toEqual([true, null]);
    expect(json).toMatchObject({
      policy: used,
      notices: ['a'],
      files: [{ findings: [{ suppressed: { reason: allowed.reason, expires: '2027-01-31' } }] }],
    });
  });

  test.each([
    ['the day after', { now: '2027-02-01T00:00:00Z' }],
    ['where nobody says what day it is', { now: undefined }],
    ['of another file', { suppressionsOf: () => [] }],
    ['of every table', { suppressionsOf: () => [{ ...allowed, object: 'table *' }] }],
    ['of every rule', { suppressionsOf: () => [{ ...allowed, rule: '*' }] }],
  ])('does not hold: %s', async (_what, more) => {
    const report = await checked(index, more);

    expect([report.decision.kind, report.assessment.level]).toEqual(['await-approval', 'medium']);
  });

  test.each([
    ['a loss', 'drop table users', 'drop-table'],
    ['a loss of rows', 'delete from users', 'unbounded-delete'],
    ['what nobody can tell', 'do $$ begin execute x; end $$', 'opaque-dynamic-sql'],
  ])('never holds for %s', async (_what, sql, rule) => {
    const without = await checked(sql, { suppressionsOf: undefined });

    const report = await checked(sql, { suppressionsOf: () => [{ ...allowed, rule }] });

    expect(report.assessment).toEqual(without.assessment);
    expect(report.decision).toEqual(without.decision);
    expect(report.assessment.level).not.toBe('low');
  });

  test('leaves what counts beside it', async () => {
    const report = await checked(`${index}; drop table orders`);

    expect(report.decision.kind).toBe('await-approval');
    expect(report.assessment).toMatchObject({ level: 'critical', destructive: true });
  });
});

test('own rules are asked about what is not suppressed', async () => {
  const asked: number[] = [];
  const askOwnRules: CheckOptions['askOwnRules'] = (_path, { findings }) => {
    asked.push(findings.length);
    return undefined;
  };

  await checked(index, { askOwnRules });
  await checked(index, { askOwnRules, suppressionsOf: undefined });

  expect(asked).toEqual([0, 1]);
});

test('thresholds of the policy say from which score on a level counts', async () => {
  const risk = {
    smallTable: { rows: 0, bytes: 0 },
    levels: { medium: 1, high: 2, critical: 3 },
  } as const;

  const report = await checked(index, { risk, suppressionsOf: undefined });

  expect([report.assessment.level, report.files[0]?.assessment.level]).toEqual([
    'critical',
    'critical',
  ]);
});

test('thresholds of the policy say what is small', async () => {
  const facts = someFacts({ relations: [someTable('public', 'users', { rows: 5, bytes: 8192 })] });
  const levels = { medium: 15, high: 40, critical: 70 } as const;
  const levelWith = async (rows: number) => {
    const risk = { smallTable: { rows, bytes: 16_384 }, levels };
    const options = { risk, factsOf: () => facts, suppressionsOf: undefined };
    return (await checked(index, options)).assessment.level;
  };

  expect([await levelWith(6), await levelWith(5)]).toEqual(['low', 'medium']);
});

test('says that there is no policy', async () => {
  const text = [...renderCheckText(await checked(index, { used: undefined }), { colour: false })];

  expect(text.join('')).toContain('Policy: none. This repository has no .sluice/policy.yml.\n');
});
