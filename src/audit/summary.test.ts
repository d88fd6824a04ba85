import { expect, test } from 'vitest';
import { link } from './chain.ts';
import { summaryOf } from './summary.ts';

test('summarizes a record', () => {
  const record = link(
    {
      event: 'apply.committed',
      at: '2026-01-06T10:00:00.000Z',
      change: { unit: 'db/1.sql', unitDigest: 'd', pullRequest: 3, commit: 'c', head: 'h' },
      actor: { kind: 'agent', login: 'bot', onBehalfOf: ['carol'] },
      approvals: [{ login: 'dana' }],
      risk: { score: 60, level: 'high' },
      policy: 'p',
      evidence: 'e',
      effect: { rows: [{ table: 'public.orders', inserted: '0', updated: '3', deleted: '1' }] },
    },
    undefined,
  );

  const summary = summaryOf(record);

  expect(summary).toEqual({
    sequence: 1,
    at: '2026-01-06T10:00:00.000Z',
    event: 'apply.committed',
    unit: 'db/1.sql',
    unitDigest: 'd',
    pullRequest: '3',
    commit: 'c',
    head: 'h',
    actor: 'agent @bot',
    onBehalfOf: ['carol'],
    approvers: ['dana'],
    risk: '60 of 100, high',
    policy: 'p',
    evidence: 'e',
    rows: ['public.orders: 3 updated, 1 deleted'],
  });
});

test('tells what is missing as a question mark', () => {
  const record = link({ event: 'apply.refused', change: { unit: ['x'] } }, undefined);

  const { unit, actor, approvers, rows } = summaryOf(record);

  expect({ unit, actor, approvers, rows }).toEqual({
    unit: '?',
    actor: '? @?',
    approvers: [],
    rows: [],
  });
});

test('summarizes a merge that is not applied', () => {
  const record = link(
    {
      event: 'merge.refused',
      at: '2026-01-06T10:00:00.000Z',
      merge: {
        pullRequest: 3,
        commit: 'c',
        mergedBy: 'ben',
        paths: [{ path: 'db/1.sql', digest: null }],
      },
      outcome: { reason: 'merged-without-approval', because: ['Nobody approved it.'] },
    },
    undefined,
  );

  expect(summaryOf(record)).toMatchObject({
    pullRequest: '3',
    commit: 'c',
    refused: {
      reason: 'merged-without-approval',
      mergedBy: 'ben',
      paths: ['db/1.sql'],
      because: ['Nobody approved it.'],
    },
  });
});
