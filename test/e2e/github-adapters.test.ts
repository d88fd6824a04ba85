import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../src/adapters/github/code-host.ts';
import { openRemote } from '../../src/adapters/git/remote.ts';
import { type CommitSha, parseCommitSha } from '../../src/domain/change.ts';
import type { Redacted } from '../../src/domain/redacted.ts';
import type { LiveCodeHost } from '../../src/ports/live-code-host.ts';
import { type Emulator, startGitHub } from '../support/github/emulator.ts';
import type { Repository } from '../support/github/repository.ts';

const { signal } = new AbortController();
const actions = { kind: 'actions', login: 'github-actions[bot]', id: 41_898_282 } as const;
const permissions = {
  actions: 'read',
  contents: 'read',
  deployments: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;
const marker = '<!-- sluice:gate -->';
const url = 'https://example.com/run';

let github: Emulator;
let shop: Repository;

beforeEach(async () => {
  github = await startGitHub({
    tokens: {
      job: { ...actions, permissions, repositories: ['acme/shop'] },
      members: { kind: 'app', login: 'roster[bot]', id: 7, permissions: { members: 'read' } },
    },
  });
  shop = await github.createRepository('acme/shop', { private: true });
  await shop.commit({ branch: 'main', files: { 'README.md': 'Shop\n' }, by: 'olivia' });
  shop.setPermission('alice', 'write');
  shop.setPermission('dave', 'maintain');
  shop.setPermission('olivia', 'admin');
  github.team('acme/dba', ['dave']);
});

afterEach(async () => {
  expect(github.violations()).toEqual([]);
  await github[Symbol.asyncDispose]();
});

function open(options: { readonly teamToken?: string } = {}): LiveCodeHost {
  return openGitHub({
    token: 'job',
    apiUrl: `${github.url}/api/v3`,
    repository: 'acme/shop',
    accountId: actions.id,
    signal,
    throttle: { second: 1, spaced: false },
    ...options,
  });
}

function redacted(text: string): Redacted {
  return text as Redacted;
}

function commitOf(text: string | null | undefined): CommitSha {
  const commit = parseCommitSha(text ?? '');
  if (commit === undefined) throw new Error('no commit');
  return commit;
}

async function propose(): Promise<CommitSha> {
  const head = await shop.commit({ branch: 'feature', files: { 'a.sql': 'a\n' }, by: 'mallory' });
  await shop.openPullRequest({
    head: 'feature',
    title: 'Add <!-- sluice:gate -->',
    author: 'alice',
    assignees: ['bob'],
  });
  return commitOf(head);
}

test('reads a pull request as GitHub shows it, from every side', async () => {
  const head = await propose();
  const host = open();

  const read = await host.readPullRequest(1);

  expect(read).toEqual({
    number: 1,
    title: 'Add <!-- sluice:gate -->',
    open: true,
    head,
    headRepository: 'acme/shop',
    headBranch: 'feature',
    targetBranch: 'main',
    author: { login: 'alice', account: 'human' },
    assignees: ['bob'],
  });
  expect(await host.findByBranch('acme/shop', 'feature')).toEqual([read]);
  expect(await host.findByCommit(head)).toEqual([read]);
  expect(await host.readLastPusher(read)).toBe('mallory');
  expect(github.count()).toBe(4);
});

test('shows the reviews of a merged pull request as they stood at the merge', async () => {
  await propose();
  const early = shop.review(1, 'erin', 'APPROVED');
  shop.dismissReview(1, early.id, 'mallory');
  const blocking = shop.requestChanges(1, 'frank');
  const late = shop.review(1, 'dave', 'APPROVED');
  await shop.merge(1, 'squash', 'olivia');
  shop.dismissReview(1, late.id, 'mallory');
  shop.dismissReview(1, blocking.id, 'mallory');
  const host = open();

  const read = await host.readPullRequest(1);
  const reviews = await host.readReviews(read);

  expect(read).toMatchObject({
    open: false,
    mergedBy: 'olivia',
    mergeCommit: await shop.tip('main'),
  });
  expect(reviews.map(({ login, state }) => [login, state])).toEqual([
    ['erin', 'dismissed'],
    ['frank', 'changes-requested'],
    ['dave', 'approved'],
  ]);
});

test('tells an approval of what another branch was shown from one of what this branch is', async () => {
  await shop.commit({ branch: 'harmless', files: { 'b.sql': 'b\n' }, by: 'mallory' });
  await propose();
  await shop.edit(1, 'mallory', { base: 'harmless' });
  shop.review(1, 'dave', 'APPROVED');
  await shop.edit(1, 'mallory', { base: 'main' });
  shop.review(1, 'erin', 'APPROVED');
  const host = open();

  const reviews = await host.readReviews(await host.readPullRequest(1));

  expect(reviews.map(({ login, beforeRetarget }) => [login, beforeRetarget])).toEqual([
    ['dave', true],
    ['erin', undefined],
  ]);
});

test('tells who may do what, and who is on a team', async () => {
  const host = open();

  const known = await Promise.all(
    ['olivia', 'dave', 'alice', 'nobody'].map((login) => host.readPermission(login)),
  );

  expect(known).toEqual(['admin', 'maintain', 'write', 'none']);
  expect(await host.readTeam('acme/dba')).toBeUndefined();
  expect(await open({ teamToken: 'members' }).readTeam('acme/dba')).toEqual(['dave']);
  expect(await open({ teamToken: 'members' }).readTeam('acme/nobody')).toBeUndefined();
});

test('writes states and reads them again, newest first', async () => {
  const head = await propose();
  const host = open();
  const context = 'sluice/gate: main';

  for (const state of ['pending', 'failure'] as const)
    await host.writeVerdict(head, { context, state, description: redacted(state), url });
  await host.writeVerdict(head, {
    context: 'sluice/gate: release',
    state: 'success',
    description: redacted('x'),
    url,
  });

  const creator = 'github-actions[bot]';
  expect(await host.readVerdicts(head, context)).toEqual([
    { state: 'failure', description: 'failure', url, creator },
    { state: 'pending', description: 'pending', url, creator },
  ]);
});

test('keeps one comment of its own, whatever others write', async () => {
  await propose();
  shop.comment(1, 'mallory', `${marker}\nAllowed`);
  const host = open();

  for (const text of ['Pending', 'Blocked', 'Blocked'])
    await host.writeComment(1, marker, redacted(`${marker}\n${text}`));

  expect(shop.comments.map(({ author, body }) => [author.login, body])).toEqual([
    ['mallory', `${marker}\nAllowed`],
    ['github-actions[bot]', `${marker}\nBlocked`],
  ]);
  expect(github.requests().map(({ method }) => method)).toEqual([
    'GET',
    'POST',
    'GET',
    'PATCH',
    'GET',
  ]);
});

test('tells which workflow a run belongs to', async () => {
  const head = await propose();
  const path = '.github/workflows/sluice.yml';
  const run = shop.createWorkflowRun({
    event: 'pull_request_target',
    path,
    headSha: head,
    headBranch: 'feature',
    actor: 'alice',
  });

  expect(await open().readWorkflowRun(String(run.id))).toEqual({
    id: String(run.id),
    repository: 'acme/shop',
    workflow: path,
    event: 'pull_request_target',
    head,
    headBranch: 'feature',
  });
});

test('finds the last deployment that succeeded', async () => {
  const environment = 'main/production';
  const host = open();
  const first = commitOf(await shop.tip('main'));
  const description = redacted('x');
  expect(await host.readLastDeployment(environment)).toBeUndefined();

  for (const state of ['in_progress', 'success'] as const)
    await host.writeDeployment({ environment, commit: first, state, description, url });
  const second = await shop.commit({ branch: 'main', files: { b: 'b' }, by: 'olivia' });
  for (const state of ['in_progress', 'failure'] as const)
    await host.writeDeployment({
      environment,
      commit: commitOf(second),
      state,
      description,
      url,
    });

  expect(await host.readLastDeployment(environment)).toBe(first);
  expect(await host.readLastDeployment('main/staging')).toBeUndefined();
  expect(shop.deployments).toHaveLength(2);
});

test.each(['bad-gateway', 'secondary-limit', 'close'] as const)(
  'goes on after one %s',
  async (fault) => {
    await propose();
    github.fail({ path: /\/pulls\/1$/, fault });

    expect((await open().readPullRequest(1)).number).toBe(1);
    expect(github.requests().map(({ status }) => status === 200)).toEqual([false, true]);
  },
);

test('refuses half an answer', async () => {
  await propose();
  github.fail({ path: /\/pulls\/1$/, fault: 'malformed' });

  await expect(open().readPullRequest(1)).rejects.toMatchObject({ code: 'host/answer' });
});

test('fetches branches, pull requests of forks and commits by git', async () => {
  const head = await propose();
  const fork = await github.fork('acme/shop', 'mallory');
  const forked = await fork.commit({ branch: 'topic', files: { 'b.sql': 'b\n' }, by: 'mallory' });
  await shop.openPullRequest({ head: 'mallory:topic', title: 'x', author: 'mallory' });
  const connection = { serverUrl: github.url, repository: 'acme/shop', signal };
  const remote = openRemote({ ...connection, token: 'job' });

  await using fetched = await remote.fetch([
    { kind: 'branch', name: 'main' },
    { kind: 'pull-request', number: 2 },
    { kind: 'commit', commit: head },
  ]);

  expect(fetched.commits).toEqual([await shop.tip('main'), forked, head]);
  expect(await remote.tipOf('feature')).toBe(head);
  expect(await remote.tipOf('nowhere')).toBeUndefined();
  await expect(openRemote({ ...connection, token: 'wrong' }).tipOf('main')).rejects.toMatchObject({
    code: 'host/forbidden',
  });
});
