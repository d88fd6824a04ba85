import { expect, test } from 'vitest';
import { readOccasion } from './event.ts';

const one = '1'.repeat(40);
const two = '2'.repeat(40);
const main = { GITHUB_REF: 'refs/heads/main' };
const hostile = 'x/$(touch pwned)\n::set-output name=a::b';

const finished = {
  event: 'pull_request_review',
  conclusion: 'failure',
  head_sha: one,
  head_branch: hostile,
  head_repository: { full_name: 'Mallory/Shop' },
};
const group = { base_sha: one, head_sha: two, base_ref: 'refs/heads/release/1' };

test.each([
  [
    'pull_request_target',
    { action: 'closed', pull_request: { number: 7 } },
    { kind: 'pull-request', number: 7 },
  ],
  [
    'pull_request_target',
    { pull_request: { number: 7, head: { sha: two, ref: 'topic' } } },
    { kind: 'pull-request', number: 7, head: two },
  ],
  [
    'workflow_run',
    { workflow_run: finished },
    { kind: 'head', headRepository: 'mallory/shop', branch: hostile, head: one },
  ],
  [
    'merge_group',
    { merge_group: group },
    { kind: 'merge-group', base: one, head: two, targetBranch: 'release/1' },
  ],
  ['push', { before: one, after: two }, { kind: 'branch', branch: 'main' }],
  ['schedule', { schedule: '0 * * * *' }, { kind: 'branch', branch: 'main' }],
  ['workflow_dispatch', { inputs: null }, { kind: 'branch', branch: 'main' }],
  ['workflow_dispatch', { inputs: { 'pull-request': '' } }, { kind: 'branch', branch: 'main' }],
  ['workflow_dispatch', { inputs: { 'pull-request': '42' } }, { kind: 'pull-request', number: 42 }],
  [
    'workflow_dispatch',
    { inputs: { 'pull-request': '#42' } },
    { kind: 'pull-request', number: 42 },
  ],
])('%s %j', (name, event, occasion) => {
  expect(readOccasion({ ...main, GITHUB_EVENT_NAME: name }, JSON.stringify(event))).toEqual(
    occasion,
  );
});

test.each([
  ['pull_request', { pull_request: { number: 7 } }, /pull_request_target/],
  ['pull_request_review', { pull_request: { number: 7 } }, /workflow_run/],
  ['issue_comment', {}, /pull_request_target/],
  ['', {}, /pull_request_target/],
  ['pull_request_target', {}, /pull_request/],
  ['pull_request_target', { pull_request: { number: '7' } }, /pull_request\.number/],
  ['pull_request_target', { pull_request: { number: -7 } }, /pull_request\.number/],
  ['pull_request_target', { pull_request: { number: 1.5 } }, /pull_request\.number/],
  ['pull_request_target', [], /event/],
  ['workflow_run', { workflow_run: { ...finished, event: 'push' } }, /review/],
  ['workflow_run', { workflow_run: { ...finished, event: 'pull_request' } }, /review/],
  ['workflow_run', { workflow_run: { ...finished, head_repository: null } }, /deleted/],
  ['workflow_run', { workflow_run: { ...finished, head_sha: 'HEAD' } }, /head_sha/],
  ['workflow_run', { workflow_run: { ...finished, head_branch: null } }, /head_branch/],
  [
    'workflow_run',
    { workflow_run: { ...finished, head_repository: { full_name: '../x' } } },
    /full_name/,
  ],
  ['merge_group', { merge_group: { ...group, base_ref: 'refs/tags/v1' } }, /branch/],
  ['merge_group', { merge_group: { ...group, base_sha: undefined } }, /base_sha/],
  ['workflow_dispatch', { inputs: { 'pull-request': '7; rm -rf /' } }, /number/],
  ['workflow_dispatch', { inputs: { 'pull-request': '0' } }, /number/],
  ['workflow_dispatch', { inputs: { 'pull-request': '9999999999' } }, /pull-request/],
  ['workflow_dispatch', { inputs: { 'pull-request': {} } }, /pull-request/],
] as const)('refuses %s %j', (name, event, message) => {
  const reading = () => readOccasion({ ...main, GITHUB_EVENT_NAME: name }, JSON.stringify(event));

  expect(reading).toThrow(expect.objectContaining({ code: 'input/event' }));
  expect(reading).toThrow(message);
});

test.each(['push', 'schedule', 'workflow_dispatch'])('refuses %s on a tag', (name) => {
  for (const reference of ['refs/tags/v1', 'refs/pull/7/merge', 'main', 'refs/heads/', undefined])
    expect(() => readOccasion({ GITHUB_EVENT_NAME: name, GITHUB_REF: reference }, '{}')).toThrow(
      expect.objectContaining({ code: 'input/event' }),
    );
});

test.each(['', 'secret that is no JSON', '"text"', 'null'])('refuses the event %j', (text) => {
  const reading = () => readOccasion({ GITHUB_EVENT_NAME: 'merge_group' }, text);

  expect(reading).toThrow(expect.objectContaining({ code: 'input/event' }));
  expect(reading).not.toThrow(/secret/);
});
