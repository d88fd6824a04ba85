import { expect, test } from 'vitest';
import type { Assessment } from '../domain/assessment.ts';
import { parsePolicy } from '../config/policy.ts';
import { askOwnRules, databaseOf } from './own-rules.ts';

const path = 'db/1.sql';
const assessment: Assessment = {
  score: 40,
  level: 'high',
  destructive: true,
  unknown: false,
  reasons: [],
};

function policyWith(approvals: string, more = '') {
  const database = `{ paths: [db/**], layout: plain, ${more} targets: [{ name: p, url: env:P }] }`;
  return parsePolicy(`version: 1\ndatabases: { billing: ${database} }\n${approvals}`, 'policy.yml');
}

test.each([
  [
    'nothing when no rule holds',
    'approvals: [{ name: a, when: risk.unknown, owners: true }]',
    undefined,
  ],
  ['nothing without rules', '', undefined],
  [
    'to wait when a rule asks for people',
    'approvals: [{ name: a, when: risk.destructive, people: 2 }]',
    'await-approval',
  ],
  ['to wait when a rule always asks', 'approvals: [{ name: a, owners: true }]', 'await-approval'],
  [
    'no when one rule denies and another asks',
    'approvals: [{ name: a, owners: true }, { name: b, when: "risk.score > 30", deny: Not on Fridays. }]',
    'deny',
  ],
  [
    'no when a condition cannot be answered',
    'approvals: [{ name: a, when: "findings[0].level == \'high\'", owners: true }]',
    'deny',
  ],
  [
    'no for a path that a rule forbids',
    `approvals: [{ name: a, when: "change.paths.exists(p, p == '${path}')", deny: Closed. }]`,
    'deny',
  ],
])('a policy says %s', (_, approvals, kind) => {
  const decision = askOwnRules(policyWith(approvals), path, { findings: [], assessment });

  expect(decision?.kind).toBe(kind);
});

test('names the rule and the file that it waits for', () => {
  const policy = policyWith('approvals: [{ name: two people, people: 2 }]');

  const decision = askOwnRules(policy, path, { findings: [], assessment });

  expect(decision).toEqual({
    kind: 'await-approval',
    missing: [{ rule: 'policy/two people', paths: [path], anyOf: [], disregarded: [] }],
    reason: {
      rule: 'check',
      status: 'missing',
      description: 'The policy’s own rules speak.',
      children: [
        {
          rule: 'policy/two people',
          status: 'missing',
          description: 'The rule two people asks for an approval.',
          children: [],
        },
      ],
    },
  });
});

test.each([
  ['postgres: 15,', path, 15],
  ['postgres: 15,', 'src/1.sql', undefined],
  ['', path, undefined],
])('a policy with %j has the major version of %s', (more, file, major) => {
  const policy = policyWith('', more);

  expect(databaseOf(policy, file)?.postgres).toBe(major);
});
