import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { StatementEvidence } from '../domain/evidence.ts';
import { link } from './chain.ts';
import { type RecordContext, type RecordedOutcome, rowsOf, toRecordBody } from './record.ts';

const schema = new URL('../../schemas/audit-record.json', import.meta.url);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);

const context: RecordContext = {
  change: {
    digest: digestOf('change'),
    repository: 'acme/billing',
    pullRequest: 7,
    title: 'Fix ada@example.com',
    commit: 'c'.repeat(40),
    head: 'a'.repeat(40),
    base: 'b'.repeat(40),
  },
  actor: { kind: 'agent', login: 'bot', onBehalfOf: ['ada'] },
  approvals: [
    { login: 'bob', reviewId: '1', commit: 'a'.repeat(40), submittedAt: '2026-01-02T03:04:05Z' },
  ],
  assessment: {
    score: 40,
    level: 'medium',
    destructive: true,
    unknown: false,
    reasons: [
      { axis: 'data-loss', points: 20, rule: 'drop-table', description: 'drops a' },
      { axis: 'data-loss', points: 20, rule: 'drop-table', description: 'drops b' },
    ],
  },
  policy: digestOf('policy'),
  evidence: digestOf('evidence'),
  target: {
    database: 'billing',
    name: 'billing/production',
    systemIdentifier: '7512345678901234567',
    serverVersion: 160014,
    transport: 'verify-full',
  },
};

function effectOf(tables: number): StatementEvidence {
  const names = Array.from({ length: tables }, (_, index) => `public.t${index}`);
  return {
    statement: 0,
    durationMs: 1.5,
    locks: names.map((relation) => ({ relation, mode: 'ROW EXCLUSIVE' })),
    rows: names.map((table) => ({ table, inserted: 1, updated: 2, deleted: 0 })),
    rewrites: [],
    created: [{ type: 'table', identity: 'public.new' }],
    dropped: [],
    altered: [],
  };
}

const outcome: RecordedOutcome = {
  event: 'apply.committed',
  at: '2026-01-02T03:04:05.678Z',
  atRunner: '2026-01-02T03:04:05.700Z',
  unit: {
    id: '2.sql',
    digest: digestOf('unit'),
    statements: [{ tag: 'InsertStmt', text: "insert into t0 values ('ada@example.com')" }],
  },
  durationMs: 12.7,
  attempts: 1,
  effect: [effectOf(1)],
};

describe('toRecordBody', () => {
  it.each<[string, Partial<RecordedOutcome>]>([
    ['a commit', {}],
    ['a commit with a long effect', { effect: [effectOf(2_000)] }],
    ['a failure', { event: 'apply.failed', sqlstate: '23505', because: ['It failed.'] }],
    ['an intent', { event: 'apply.intent' }],
  ])('writes %s as the schema says, within a log entry', (_, change) => {
    const record = link(toRecordBody(context, { ...outcome, ...change }), undefined);

    expect(validate(JSON.parse(record.text)), JSON.stringify(validate.errors)).toBe(true);
    expect(record.text.length).toBeLessThan(16_384);
  });

  it('holds no SQL, no value and no title', () => {
    const { text } = link(toRecordBody(context, outcome), undefined);

    expect(text).not.toMatch(/ada@example|insert into/);
    expect(JSON.parse(text)).toMatchObject({
      change: {
        title: digestOf('Fix ada@example.com'),
        statements: [{ kind: 'InsertStmt', digest: digestOf(outcome.unit.statements[0]!.text) }],
      },
      risk: { rules: ['drop-table'] },
      effect: { rows: [{ table: 'public.t0', inserted: '1', updated: '2', deleted: '0' }] },
      timing: { durationMs: 13, attempts: 1 },
    });
  });
});

describe('rowsOf', () => {
  it('adds up what several statements moved in one table', () => {
    expect(rowsOf([effectOf(2), effectOf(1)])).toEqual([
      { table: 'public.t0', inserted: 2, updated: 4, deleted: 0 },
      { table: 'public.t1', inserted: 1, updated: 2, deleted: 0 },
    ]);
  });
});
