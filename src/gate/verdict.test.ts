import { describe, expect, test } from 'vitest';
import type { Decision } from '../domain/decision.ts';
import { digestOf } from '../domain/digest.ts';
import type { Judged } from './judge-pull-request.ts';
import { rule } from './verdict.ts';

const digest = digestOf('inputs');
const end = ` · ${digest.slice(7, 19)}`;
const reason = { rule: 'gate', status: 'missing', description: '', children: [] } as const;
const dba = { kind: 'team', organization: 'acme', slug: 'dba' } as const;
const dana = { kind: 'user', login: 'dana' } as const;
const needs = (...anyOf: readonly (typeof dba | typeof dana)[]) => ({
  rule: 'x',
  paths: [],
  anyOf,
  disregarded: [],
});

function judged(
  decision: Decision,
  { mode = 'enforce', number = 1, approvedBy = '' } = {},
): Judged {
  const approvals = approvedBy === '' ? [] : [{ login: approvedBy }];
  return {
    listed: { number },
    report: { decision, approvals, policy: { digest, mode } },
    inputs: { policy: digest, evidence: [], digest },
  } as unknown as Judged;
}

const allow: Decision = { kind: 'allow', reason };
const deny = (...because: readonly string[]): Decision => ({ kind: 'deny', because, reason });
const wait = (...missing: readonly ReturnType<typeof needs>[]): Decision => ({
  kind: 'await-approval',
  missing,
  reason,
});

describe('one pull request', () => {
  test.each<readonly [Judged, string, string]>([
    [judged(allow), 'success', 'Allowed: no approval is needed.'],
    [judged(allow, { approvedBy: 'olga' }), 'success', 'Allowed: approved by @olga'],
    [judged(wait(needs(dba))), 'failure', 'Needs @acme/dba'],
    [judged(wait(needs(dba, dana), needs(dana))), 'failure', 'Needs @acme/dba or @dana, and @dana'],
    [
      judged(wait(needs(), needs(dba), needs(dba))),
      'failure',
      'Needs @acme/dba, and a person with write access who did not make the change',
    ],
    [judged(deny('The rehearsal failed.', 'More.')), 'failure', 'Denied: The rehearsal failed.'],
    [judged(deny()), 'failure', 'Denied: '],
    [judged(allow, { mode: 'observe' }), 'success', 'Observe: would be allowed.'],
    [judged(wait(needs(dba)), { mode: 'observe' }), 'success', 'Observe: would need @acme/dba'],
    [judged(deny('No.'), { mode: 'observe' }), 'success', 'Observe: would be denied: No.'],
  ])('%# is told in one line', (one, state, words) => {
    expect(rule(one)).toEqual({ state, decisive: one, description: `${words}${end}` });
  });
});

describe('several pull requests', () => {
  test('are blocked by the first that blocks, whatever the others are', () => {
    const open = judged(allow, { number: 1, approvedBy: 'dana' });
    const waiting = judged(wait(needs(dba)), { number: 2 });
    const denied = judged(deny('No.'), { number: 3 });

    expect(rule(open, waiting, denied)).toEqual({
      state: 'failure',
      decisive: waiting,
      description: `#2: Needs @acme/dba${end}`,
    });
  });

  test('pass when all of them do', () => {
    const open = judged(allow, { number: 1, approvedBy: 'dana' });
    const observed = judged(deny('No.'), { number: 2, mode: 'observe' });

    expect(rule(open, observed)).toEqual({
      state: 'success',
      decisive: open,
      description: `Allowed: approved by @dana${end}`,
    });
  });
});

test.each([
  ['\u202Egnp.exe\u0000\u2066', 'Denied: <U+202E>gnp.exe<U+0000><U+2066>'],
  [
    'a\n::error::b\r\n##[set-output name=x;]y',
    'Denied: a<U+000A>::error::b<U+000D><U+000A>##<U+005B>set-output name=x;]y',
  ],
  ['postgres://user:secret@host/db', 'Denied: postgres://***@host/db'],
])('%j is shown without letting it act', (because, words) => {
  expect(rule(judged(deny(because))).description).toBe(`${words}${end}`);
});

test.each([
  'x'.repeat(500),
  '\u{1F916}'.repeat(200),
  `x${'\u{1F916}'.repeat(200)}`,
  '\u202E'.repeat(90),
  '##['.repeat(90),
  '\ud800'.repeat(300),
])('a long reason is cut, and the digest stays (%#)', (because) => {
  const { description } = rule(judged(deny(because)));

  expect(description.length).toBeLessThanOrEqual(140);
  expect(description.endsWith(`…${end}`)).toBe(true);
  expect(description).not.toMatch(/\p{Surrogate}/u);
});
