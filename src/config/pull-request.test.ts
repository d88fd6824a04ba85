import { expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { parsePullRequest } from './pull-request.ts';

const sha = 'a'.repeat(40);
const whole = {
  version: 1,
  number: 12,
  title: 'Drop "x" \u{1F600} / y',
  targetBranch: 'main',
  author: { login: 'Claude[bot]', type: 'Bot', onBehalfOf: ['Ivan'] },
  lastPusher: 'Claude[bot]',
  reviews: [
    {
      id: '1',
      login: 'Olga',
      type: 'User',
      state: 'APPROVED',
      commit: sha,
      submittedAt: '2026-01-31T09:00:00Z',
    },
    {
      id: '2',
      login: 'x[bot]',
      type: 'Bot',
      state: 'CHANGES_REQUESTED',
      submittedAt: '2026-01-31T09:00:00.5Z',
    },
  ],
  permissions: { Olga: 'write' },
  teams: { 'Acme/DBA': ['Olga'] },
  mergedAt: '2026-02-01T00:00:00Z',
  mergedBy: 'Olga',
};

test.each([undefined, 2, '\t'])('reads a recorded pull request indented by %j', (indent) => {
  const pullRequest = parsePullRequest(JSON.stringify(whole, undefined, indent));

  expect(pullRequest).toEqual({
    number: 12,
    title: 'Drop "x" \u{1F600} / y',
    targetBranch: 'main',
    author: { kind: 'agent', login: 'claude[bot]', onBehalfOf: ['ivan'] },
    lastPusher: 'claude[bot]',
    reviews: [
      {
        id: '1',
        login: 'olga',
        account: 'human',
        state: 'approved',
        commit: sha,
        submittedAt: '2026-01-31T09:00:00.000Z',
      },
      {
        id: '2',
        login: 'x[bot]',
        account: 'bot',
        state: 'changes-requested',
        submittedAt: '2026-01-31T09:00:00.500Z',
      },
    ],
    permissions: new Map([['olga', 'write']]),
    teams: new Map([['acme/dba', ['olga']]]),
    mergedAt: '2026-02-01T00:00:00.000Z',
    mergedBy: 'olga',
  });
});

test.each([
  [{ login: 'ivan', type: 'User' }, 'human'],
  [{ login: 'claude', type: 'User' }, 'human'],
  [{ login: 'machine', type: 'User', agent: true }, 'agent'],
  [{ login: 'dependabot[bot]', type: 'Bot' }, 'automation'],
  [{ login: 'copilot-swe-agent[bot]', type: 'Bot' }, 'agent'],
  [{ login: 'never-seen[bot]', type: 'Bot' }, 'agent'],
  [{ login: 'never-seen[bot]', type: 'User' }, 'agent'],
])('takes %j for %s', (author, kind) => {
  const pullRequest = parsePullRequest(JSON.stringify({ ...whole, author }));

  expect(pullRequest.author.kind).toBe(kind);
});

test.each([
  ['not JSON', 'version: 1'],
  ['a list', '[]'],
  ['an unknown key', JSON.stringify({ ...whole, approved: true })],
  ['a repeated key', `{"version": 1, ${JSON.stringify(whole).slice(1)}`],
  ['another version', JSON.stringify({ ...whole, version: 2 })],
  ['no author', JSON.stringify({ ...whole, author: undefined })],
  [
    'a short commit',
    JSON.stringify({ ...whole, reviews: [{ ...whole.reviews[0], commit: 'aa' }] }),
  ],
  [
    'two reviews of one id',
    JSON.stringify({ ...whole, reviews: [whole.reviews[0], whole.reviews[0]] }),
  ],
  [
    'an unknown state',
    JSON.stringify({ ...whole, reviews: [{ ...whole.reviews[0], state: 'PENDING' }] }),
  ],
  [
    'logins that differ in case only',
    JSON.stringify({ ...whole, permissions: { a: 'read', A: 'admin' } }),
  ],
  ['a local time', JSON.stringify({ ...whole, mergedAt: '2026-02-01T00:00:00+01:00' })],
  ['a login with a blank', JSON.stringify({ ...whole, lastPusher: 'a b' })],
])('refuses %s', (_name, text) => {
  const read = () => parsePullRequest(text);

  expect(read).toThrow(SluiceError);
});
