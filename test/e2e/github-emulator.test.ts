import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDescribed, problemsOfAnswer, type Route } from '../support/github/description.ts';
import { type Emulator, startGitHub } from '../support/github/emulator.ts';
import { endpoints } from '../support/github/endpoints.ts';
import type { Repository } from '../support/github/repository.ts';
import { git } from '../support/github/bare-git.ts';
import { initRepository } from '../support/git.ts';

const everything = {
  actions: 'read',
  checks: 'write',
  contents: 'read',
  deployments: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

const actions = { kind: 'actions', login: 'github-actions[bot]', id: 41_898_282 } as const;

let github: Emulator;
let shop: Repository;

beforeEach(async () => {
  github = await startGitHub({
    tokens: {
      job: { ...actions, permissions: everything },
      app: { kind: 'app', login: 'sluice[bot]', id: 7, permissions: { members: 'read' } },
      nothing: { ...actions, permissions: {} },
      elsewhere: { ...actions, permissions: everything, repositories: ['acme/other'] },
      alice: { kind: 'user', login: 'alice', id: 11, permissions: everything },
    },
  });
  shop = await github.createRepository('acme/shop', { private: true });
  await shop.commit({ branch: 'main', files: { 'README.md': 'Shop\n' }, by: 'olivia' });
  shop.setPermission('alice', 'write');
});

afterEach(async () => {
  await github[Symbol.asyncDispose]();
});

type Asked = { readonly token?: string; readonly body?: unknown; readonly method?: string };

async function ask(path: string, asked: Asked = {}) {
  const { token = 'job', body, method = body === undefined ? 'GET' : 'POST' } = asked;
  const response = await fetch(`${github.url}/api/v3${path}`, {
    method,
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  return { status: response.status, body: json, link: response.headers.get('link') ?? '' };
}

const list = async (path: string, asked?: Asked) =>
  (await ask(path, asked)).body as readonly Record<string, unknown>[];

async function propose(branch = 'feature', files: Record<string, string> = { 'a.sql': 'a\n' }) {
  await shop.commit({ branch, files, by: 'alice' });
  return shop.openPullRequest({ head: branch, title: `Add ${branch}`, author: 'alice' });
}

test('every endpoint is in the description that GitHub publishes', () => {
  const undescribed = Object.keys(endpoints).filter((route) => !isDescribed(route as Route));

  expect(undescribed).toEqual([]);
});

describe('a pull request', () => {
  test('is told by real git, and every answer fits its description', async () => {
    const pull = await propose('feature', { 'db/a b.sql': 'select 1;\n', 'README.md': 'New\n' });
    const { number, head } = pull;
    shop.review(number, 'bob', 'APPROVED');
    shop.comment(number, 'bob', 'Fine.');

    expect((await ask('/repos/acme/shop')).body).toMatchObject({ default_branch: 'main' });
    expect((await ask('/repos/acme/shop/pulls/1')).body).toMatchObject({
      number: 1,
      state: 'open',
      merged: false,
      changed_files: 2,
      commits: 1,
      user: { login: 'alice', id: 11, type: 'User' },
      head: { sha: head, ref: 'feature', repo: { full_name: 'acme/shop' } },
      base: { ref: 'main', sha: await shop.tip('main') },
    });
    expect(await list('/repos/acme/shop/pulls?state=open&head=acme:feature')).toHaveLength(1);
    expect(await list('/repos/acme/shop/pulls?head=acme:other')).toEqual([]);
    expect(await list('/repos/acme/shop/pulls/1/files')).toMatchObject([
      { filename: 'README.md', status: 'modified', additions: 1, deletions: 1, changes: 2 },
      { filename: 'db/a b.sql', status: 'added', additions: 1, deletions: 0 },
    ]);
    expect(await list('/repos/acme/shop/pulls/1/reviews')).toMatchObject([
      { state: 'APPROVED', commit_id: head, user: { login: 'bob' } },
    ]);
    expect(await list('/repos/acme/shop/pulls/1/commits')).toMatchObject([{ sha: head }]);
    expect(await list(`/repos/acme/shop/commits/${head}/pulls`)).toMatchObject([{ number: 1 }]);
    expect((await ask('/repos/acme/shop/commits/feature')).body).toMatchObject({
      sha: head,
      author: { login: 'alice' },
    });
    expect(await list('/repos/acme/shop/issues/1/comments')).toMatchObject([{ body: 'Fine.' }]);
    expect((await ask('/repos/acme/shop/branches/feature')).body).toMatchObject({
      commit: { sha: head },
    });
    expect((await ask('/repos/acme/shop/git/ref/heads/feature')).body).toMatchObject({
      object: { sha: head },
    });
    expect(github.violations()).toEqual([]);
  });

  test('shows a rename as one file that moved', async () => {
    await shop.commit({ branch: 'main', files: { 'old.sql': 'a\nb\nc\nd\n' }, by: 'olivia' });
    await shop.commit({
      branch: 'move',
      files: { 'old.sql': null, 'new.sql': 'a\nb\nc\nd\n' },
      by: 'alice',
    });
    await shop.openPullRequest({ head: 'move', title: 'Move', author: 'alice' });

    expect(await list('/repos/acme/shop/pulls/1/files')).toMatchObject([
      { filename: 'new.sql', previous_filename: 'old.sql', status: 'renamed', changes: 0 },
    ]);
  });

  test('can have a file of any name', async () => {
    const name = 'db/"\\\n\u001b[31m ##[set-output name=x;]::é.sql';
    await propose('feature', { [name]: 'x' });

    expect(await list('/repos/acme/shop/pulls/1/files')).toMatchObject([{ filename: name }]);
    expect(github.violations()).toEqual([]);
  });

  test('shows no more than 3,000 files and 250 commits, and says how many there are', async () => {
    const files = Array.from({ length: 3001 }, (_, index) => [`f/${String(index)}`, 'x']);
    const { head } = await propose('feature', Object.fromEntries(files) as Record<string, string>);
    const stream = Array.from({ length: 250 }, (_, index) => {
      const from = index === 0 ? `from ${head}\n` : '';
      return `commit refs/heads/feature\ncommitter a <a@b.c> ${String(index)} +0000\ndata 1\nx\n${from}`;
    });
    await git(shop.directory, ['fast-import', '--quiet'], { input: stream.join('') });
    const tip = await shop.requireTip('feature');
    await shop.moveBranch('feature', head, 'alice');
    await shop.moveBranch('feature', tip, 'alice');

    expect((await ask('/repos/acme/shop/pulls/1')).body).toMatchObject({
      changed_files: 3001,
      commits: 251,
    });
    const rest = '?per_page=100&page=';
    expect(await list(`/repos/acme/shop/pulls/1/files${rest}30`)).toHaveLength(100);
    expect(await list(`/repos/acme/shop/pulls/1/files${rest}31`)).toEqual([]);
    expect(await list(`/repos/acme/shop/pulls/1/commits${rest}3`)).toHaveLength(50);
  });

  test('keeps what its merge would be, until there is a conflict', async () => {
    const { head } = await propose();
    const merge = await shop.findCommit('refs/pull/1/merge');
    await shop.commit({ branch: 'main', files: { 'a.sql': 'other\n' }, by: 'olivia' });

    expect((await ask(`/repos/acme/shop/commits/${merge ?? ''}`)).body).toMatchObject({
      parents: [{}, { sha: head }],
    });
    expect(await shop.findCommit('refs/pull/1/merge')).toBeUndefined();
  });

  test('follows its branch, keeps its timeline, and knows who pushed', async () => {
    const { head: first } = await propose();
    const second = await shop.commit({ branch: 'feature', files: { b: 'b' }, by: 'mallory' });
    const forced = await shop.commit({
      branch: 'feature',
      files: { c: 'c' },
      by: 'trudy',
      onto: await shop.requireTip('main'),
    });

    expect((await ask('/repos/acme/shop/pulls/1')).body).toMatchObject({ head: { sha: forced } });
    expect(await list('/repos/acme/shop/activity?ref=refs/heads/feature')).toMatchObject([
      { activity_type: 'force_push', before: second, after: forced, actor: { login: 'trudy' } },
      { activity_type: 'push', before: first, after: second, actor: { login: 'mallory' } },
      { activity_type: 'branch_creation', before: '0'.repeat(40), actor: { login: 'alice' } },
    ]);
    const events = await list('/repos/acme/shop/issues/1/timeline');
    expect(events.map(({ event }) => event)).toEqual([
      'committed',
      'committed',
      'committed',
      'head_ref_force_pushed',
    ]);
    expect(github.violations()).toEqual([]);
  });

  test('of a fork brings its commits, and outlives the fork', async () => {
    const fork = await github.fork('acme/shop', 'mallory');
    await fork.commit({ branch: 'fix', files: { 'x.sql': 'x' }, by: 'mallory' });
    const pull = await shop.openPullRequest({ head: 'mallory:fix', title: 'x', author: 'mallory' });
    expect(await list('/repos/acme/shop/pulls?head=mallory:fix')).toMatchObject([
      { head: { repo: { full_name: 'mallory/shop', fork: true } } },
    ]);

    fork.forget();

    expect((await ask('/repos/acme/shop/pulls/1')).body).toMatchObject({ head: { repo: null } });
    expect((await ask(`/repos/acme/shop/commits/${pull.head}`)).status).toBe(200);
    expect(github.violations()).toEqual([]);
  });

  test('keeps a dismissed review without its time, and the time in the timeline', async () => {
    await propose();
    const { id } = shop.review(1, 'bob', 'APPROVED');
    shop.requestChanges(1, 'carol');
    shop.dismissReview(1, id, 'alice', 'Too early');

    expect(await list('/repos/acme/shop/pulls/1/reviews')).toMatchObject([
      { id, state: 'DISMISSED' },
      { state: 'CHANGES_REQUESTED' },
    ]);
    expect((await list('/repos/acme/shop/issues/1/timeline')).at(-1)).toMatchObject({
      event: 'review_dismissed',
      actor: { login: 'alice' },
      dismissed_review: { state: 'approved', review_id: id, dismissal_message: 'Too early' },
    });
    expect(github.violations()).toEqual([]);
  });

  test('cannot be approved by its author', async () => {
    await propose();
    const body = { event: 'APPROVE' };

    expect(await ask('/repos/acme/shop/pulls/1/reviews', { token: 'alice', body })).toMatchObject({
      status: 422,
      body: { errors: ['Can not approve your own pull request'] },
    });
    expect(await ask('/repos/acme/shop/pulls/1/reviews', { body })).toMatchObject({
      status: 200,
      body: { state: 'APPROVED' },
    });
    expect(github.violations()).toEqual([]);
  });
});

describe('a merge', () => {
  test.each([
    ['merge', 3, 2],
    ['squash', 1, 1],
    ['rebase', 2, 1],
  ] as const)('by %s is a real one', async (method, commits, parents) => {
    await propose('feature', { a: 'a' });
    await shop.commit({ branch: 'feature', files: { b: 'b' }, by: 'alice' });
    const before = await shop.commit({ branch: 'main', files: { other: 'o' }, by: 'olivia' });

    const merged = await shop.merge(1, method, 'olivia');

    const { introduced, mergeCommit } = shop.pull(1);
    expect(introduced).toHaveLength(commits);
    expect(introduced.at(-1)).toBe(merged);
    expect(mergeCommit).toBe(merged);
    expect(await shop.tip('main')).toBe(merged);
    expect(await shop.readFile(merged, 'b')).toBe('b');
    expect((await ask('/repos/acme/shop/pulls/1')).body).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged,
      merged_by: { login: 'olivia' },
    });
    const { body } = await ask(`/repos/acme/shop/commits/${merged}`);
    expect((body as { parents: unknown[] }).parents).toHaveLength(parents);
    for (const commit of introduced)
      expect(await list(`/repos/acme/shop/commits/${commit}/pulls`)).toMatchObject([{ number: 1 }]);
    expect((await list('/repos/acme/shop/activity?activity_type=pr_merge'))[0]).toMatchObject({
      before,
      after: merged,
      actor: { login: 'olivia' },
    });
    const events = await list('/repos/acme/shop/issues/1/timeline');
    expect(events.slice(-2).map(({ event }) => event)).toEqual(['merged', 'closed']);
    expect(github.violations()).toEqual([]);
  });

  test('can carry what nobody reviewed', async () => {
    await propose();

    const merged = await shop.merge(1, 'merge', 'mallory', { files: { 'a.sql': 'evil' } });

    expect(await shop.readFile(merged, 'a.sql')).toBe('evil');
    expect((await ask(`/repos/acme/shop/commits/${merged}`)).body).toMatchObject({
      parents: [{}, { sha: shop.pull(1).head }],
    });
  });

  test('is not needed when somebody pushes the commits', async () => {
    const { head } = await propose();

    await shop.moveBranch('main', head, 'mallory');
    const direct = await shop.commit({ branch: 'main', files: { d: 'd' }, by: 'mallory' });

    expect(shop.pull(1)).toMatchObject({ mergedBy: { login: 'mallory' }, mergeCommit: head });
    expect(await list(`/repos/acme/shop/commits/${direct}/pulls`)).toEqual([]);
  });

  test('of a queue brings several pull requests at once', async () => {
    await propose('one', { one: '1' });
    await propose('two', { two: '2' });

    const group = await shop.queue([1, 2], 'olivia');
    expect(await list(`/repos/acme/shop/commits/${shop.pull(1).head}/pulls`)).toHaveLength(1);
    await shop.mergeGroup(group);

    expect(await shop.tip('main')).toBe(group.head);
    expect(await list(`/repos/acme/shop/commits/${group.head}/pulls`)).toMatchObject([
      { number: 2 },
    ]);
    expect((await list('/repos/acme/shop/activity'))[0]).toMatchObject({
      activity_type: 'merge_queue_merge',
    });
  });
});

describe('what is written', () => {
  test('is kept: statuses, comments, check runs, deployments', async () => {
    const { head } = await propose();
    const post = (path: string, body: unknown) => ask(`/repos/acme/shop${path}`, { body });
    const context = 'sluice/gate: main';

    await post(`/statuses/${head}`, { state: 'pending', context });
    await post(`/statuses/${head}`, { state: 'success', context, description: 'Approved' });
    const comment = await post('/issues/1/comments', { body: 'one' });
    const { id } = comment.body as { id: number };
    await ask(`/repos/acme/shop/issues/comments/${String(id)}`, {
      method: 'PATCH',
      body: { body: 'two' },
    });
    const check = await post('/check-runs', { name: 'sluice', head_sha: head });
    const run = await ask(
      `/repos/acme/shop/check-runs/${String((check.body as { id: number }).id)}`,
      { method: 'PATCH', body: { status: 'completed', conclusion: 'success' } },
    );
    const made = await post('/deployments', {
      ref: head,
      task: 'sluice',
      environment: 'shop/production',
    });
    const deployment = `/deployments/${String((made.body as { id: number }).id)}/statuses`;
    await post(deployment, { state: 'success', log_url: 'https://example.com/run' });

    expect(await list(`/repos/acme/shop/commits/${head}/statuses`)).toMatchObject([
      { state: 'success', context, creator: { id: 41_898_282 }, description: 'Approved' },
      { state: 'pending' },
    ]);
    expect((await ask(`/repos/acme/shop/commits/${head}/status`)).body).toMatchObject({
      state: 'success',
      total_count: 1,
    });
    expect(await list('/repos/acme/shop/issues/1/comments')).toMatchObject([
      { id, body: 'two', user: { login: 'github-actions[bot]', type: 'Bot' } },
    ]);
    expect(run.body).toMatchObject({ conclusion: 'success', name: 'sluice' });
    expect(
      await list('/repos/acme/shop/deployments?task=sluice&environment=shop%2Fproduction'),
    ).toMatchObject([{ sha: head }]);
    expect(await list('/repos/acme/shop/deployments?task=other')).toEqual([]);
    expect(await list(`/repos/acme/shop${deployment}`)).toMatchObject([{ state: 'success' }]);
    expect(github.violations()).toEqual([]);
  });

  test.each([
    [
      'a comment of more than 65,536 characters',
      '/issues/1/comments',
      { body: 'x'.repeat(65_537) },
    ],
    ['a comment of nothing', '/issues/1/comments', { body: ' ' }],
    ['a status of an unknown commit', `/statuses/${'e'.repeat(40)}`, { state: 'success' }],
    ['a long description', '/statuses/main', { state: 'success', description: 'x'.repeat(141) }],
    ['a status that links to no page', '/statuses/main', { state: 'success', target_url: 'x' }],
    ['a deployment of nothing', '/deployments', { ref: 'nowhere' }],
  ])('refuses %s', async (_name, path, body) => {
    await propose();

    expect((await ask(`/repos/acme/shop${path}`, { body })).status).toBe(422);
    expect(github.violations()).toEqual([]);
  });

  test('refuses status 1,001 of one context', async () => {
    const sha = await shop.requireTip('main');
    const template = {
      id: 1,
      sha,
      state: 'pending',
      context: 'sluice',
      description: null,
      targetUrl: null,
      creator: github.addUser('bob'),
      createdAt: github.now(),
    };
    shop.statuses.push(...Array.from({ length: 1000 }, () => template));
    const write = (context: string) =>
      ask(`/repos/acme/shop/statuses/${sha}`, { body: { state: 'success', context } });

    expect((await write('sluice')).status).toBe(422);
    expect((await write('other')).status).toBe(201);
  });
});

describe('access', () => {
  test.each([
    ['no token, for what is private', '', '/repos/acme/shop', 404],
    ['an unknown token', 'wrong', '/repos/acme/shop', 401],
    ['a token without the permission', 'nothing', '/repos/acme/shop/pulls', 403],
    ['a token of another repository', 'elsewhere', '/repos/acme/shop', 404],
    ['an Actions token, for a team', 'job', '/orgs/acme/teams/dba/members', 403],
    ['an App with members: read', 'app', '/orgs/acme/teams/dba/members', 200],
    ['an App, for an unknown team', 'app', '/orgs/acme/teams/none/members', 404],
    ['somebody unknown', 'job', '/repos/acme/shop/collaborators/nobody/permission', 404],
    ['a repository that is not there', 'job', '/repos/acme/none', 404],
    ['a pull request that is not there', 'job', '/repos/acme/shop/pulls/9', 404],
  ])('with %s', async (_name, token, path, status) => {
    github.team('acme/dba', ['dave']);

    expect((await ask(path, { token })).status).toBe(status);
    expect(github.violations()).toEqual([]);
  });

  test('says why an integration may not', async () => {
    const { body } = await ask('/repos/acme/shop/pulls', { token: 'nothing' });

    expect(body).toMatchObject({ message: 'Resource not accessible by integration' });
  });

  test.each([
    ['maintain', 'write'],
    ['triage', 'read'],
    ['admin', 'admin'],
    ['none', 'none'],
  ] as const)('of the role %s is the permission %s', async (role, permission) => {
    shop.setPermission('bob', role);

    expect(await ask('/repos/acme/shop/collaborators/bob/permission')).toMatchObject({
      body: { permission, role_name: role, user: { login: 'bob' } },
    });
    expect(github.violations()).toEqual([]);
  });
});

test('lists come in pages, with links as GitHub makes them', async () => {
  await propose();
  for (let count = 0; count < 5; count += 1) shop.comment(1, 'bob', String(count));
  const path = '/repos/acme/shop/issues/1/comments?per_page=2';

  const first = await ask(path);
  const last = await ask(`${path}&page=3`);

  const url = `${github.url}/api/v3${path}`;
  expect(first.link).toBe(`<${url}&page=2>; rel="next", <${url}&page=3>; rel="last"`);
  expect(last.link).toBe(`<${url}&page=2>; rel="prev", <${url}&page=1>; rel="first"`);
  expect(last.body).toMatchObject([{ body: '4' }]);
});

test('activity comes in pages behind a cursor', async () => {
  for (let count = 0; count < 3; count += 1)
    await shop.commit({ branch: 'main', files: { n: String(count) }, by: 'olivia' });

  const seen: unknown[] = [];
  let next: string | undefined = '/repos/acme/shop/activity?per_page=3';
  while (next !== undefined) {
    const { body, link } = await ask(next);
    seen.push(...(body as unknown[]));
    next = /<[^>]*\/api\/v3([^>]+)>; rel="next"/.exec(link)?.[1];
  }

  expect(seen).toHaveLength(4);
  expect(github.violations()).toEqual([]);
});

describe('violations', () => {
  test.each([
    ['an unknown query parameter', '/repos/acme/shop/pulls?stat=open', undefined, 'stat'],
    ['a wrong query parameter', '/repos/acme/shop/pulls?state=merged', undefined, 'state'],
    ['a page that is too large', '/repos/acme/shop/pulls?per_page=200', undefined, 'per_page'],
    [
      'an unknown body field',
      '/repos/acme/shop/check-runs',
      { name: 'x', head_sha: 'y', nam: 1 },
      'nam',
    ],
    ['a missing body field', '/repos/acme/shop/statuses/main', { context: 'x' }, 'state'],
    ['a wrong body field', '/repos/acme/shop/statuses/main', { state: 'green' }, 'state'],
    [
      'an unknown nested field',
      '/repos/acme/shop/check-runs',
      { name: 'x', head_sha: 'y', output: { title: 't', summary: 's', txt: '' } },
      'txt',
    ],
    [
      'what is below a commit and not there',
      '/repos/acme/shop/commits/main/check-runs',
      undefined,
      'no such endpoint',
    ],
    ['an endpoint that is not there', '/repos/acme/shop/contents/x', undefined, 'no such endpoint'],
  ])('tell of %s', async (_name, path, body, word) => {
    await ask(path, { body });

    expect(github.violations()).toHaveLength(1);
    expect(github.violations()[0]).toContain(word);
  });

  test('tell of a wrong answer', async () => {
    await propose();
    github.addUser('bob', { id: 'not a number' as unknown as number });
    shop.review(1, 'bob', 'APPROVED');

    await ask('/repos/acme/shop/pulls/1/reviews');

    expect(github.violations()[0]).toContain('/0/user/id must be integer');
  });

  test('tell of a status that is not documented', () => {
    expect(problemsOfAnswer('GET /repos/{owner}/{repo}', 418, {})).toEqual([
      'GET /repos/{owner}/{repo}: answer: status 418 is not documented',
    ]);
  });
});

describe('faults', () => {
  test.each([
    ['secondary-limit', 403, 'secondary rate limit'],
    ['rate-limit', 403, 'rate limit exceeded'],
    ['bad-gateway', 502, '502 Bad Gateway'],
    ['malformed', 200, 'node_id'],
    [{ status: 500 }, 500, 'Server Error'],
  ] as const)('%j comes as often as told', async (fault, status, word) => {
    github.fail({ path: /\/pulls$/, fault, times: 2 });
    const read = async () => {
      const response = await fetch(`${github.url}/api/v3/repos/acme/shop/pulls`, {
        headers: { authorization: 'token job' },
      });
      return { status: response.status, text: await response.text() };
    };

    const answers = [await read(), await read(), await read()];

    expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
    expect(answers[0]?.text).toContain(word);
    expect(github.violations()).toEqual([]);
  });

  test('close ends the connection, hang never answers', async () => {
    github.fail({ path: /shop$/, fault: 'close' });
    await expect(ask('/repos/acme/shop')).rejects.toThrow('fetch failed');

    github.fail({ method: 'GET', path: /shop$/, fault: 'hang' });
    const signal = AbortSignal.timeout(100);
    const url = `${github.url}/api/v3/repos/acme/shop`;
    await expect(fetch(url, { signal })).rejects.toThrow('timeout');
    expect(github.requests().map(({ status }) => status)).toEqual([0, 0]);
  });
});

test('the world can change between two reads, and requests are remembered', async () => {
  await propose();
  github.hook({ when: 'after', path: /\/pulls\/1$/ }, () =>
    shop.commit({ branch: 'feature', files: { late: 'l' }, by: 'mallory' }),
  );

  const first = await ask('/repos/acme/shop/pulls/1');
  const second = await ask('/repos/acme/shop/pulls/1');

  expect(first.body).not.toMatchObject({ head: { sha: shop.pull(1).head } });
  expect(second.body).toMatchObject({ head: { sha: shop.pull(1).head } });
  expect(github.count()).toBe(2);
  expect(github.requests()[0]).toMatchObject({
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    url: '/repos/acme/shop/pulls/1',
    status: 200,
    login: 'github-actions[bot]',
  });
});

test('time is the same in every run and never stands still', async () => {
  const before = github.now();
  const pull = await propose();
  github.advance(3600);
  const { submittedAt } = shop.review(1, 'bob', 'APPROVED');

  expect(before.startsWith('2026-01-05T08:00:')).toBe(true);
  expect(Date.parse(submittedAt) - Date.parse(pull.createdAt)).toBe(3_601_000);
});

describe('git', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'clone-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  const run = async (...words: readonly string[]) => {
    const environment = { PATH: process.env['PATH'], GIT_TERMINAL_PROMPT: '0', HOME: directory };
    const { stdout } = await promisify(execFile)('git', ['-C', directory, ...words], {
      env: environment,
    });
    return stdout.trim();
  };

  const remote = (token: string, path = 'acme/shop.git') =>
    `${github.url.replace('//', `//x-access-token:${token}@`)}/${path}`;

  test('fetches branches, pull requests and any commit', async () => {
    const { head } = await propose();
    const older = await shop.requireTip('main');
    await shop.commit({ branch: 'main', files: { x: 'x' }, by: 'olivia' });

    await run('init', '--quiet', '--bare');
    await run('fetch', '--quiet', remote('job'), 'refs/pull/1/head:head', `${older}:old`);

    expect(await run('rev-parse', 'head', 'old')).toBe(`${head}\n${older}`);
    expect(github.gitRequests().at(-1)).toMatchObject({ method: 'POST', status: 200 });
    expect(github.violations()).toEqual([]);
  });

  test.each([
    ['nobody', 'acme/shop.git', ''],
    ['an unknown token', 'acme/shop.git', 'wrong'],
    ['a token without contents: read', 'acme/shop.git', 'nothing'],
    ['a token of another repository', 'acme/shop.git', 'elsewhere'],
  ])('shows %s nothing that is private', async (_name, path, token) => {
    const url = token === '' ? `${github.url}/${path}` : remote(token, path);

    await expect(run('ls-remote', url)).rejects.toThrow(
      /Authentication failed|not found|could not read Username|403/,
    );
  });

  test('shows what is public to everybody', async () => {
    const open = await github.createRepository('acme/open');
    const tip = await open.commit({ branch: 'main', files: { a: 'a' }, by: 'olivia' });

    expect(await run('ls-remote', `${github.url}/acme/open`, 'refs/heads/main')).toContain(tip);
  });

  test('can go wrong like everything else', async () => {
    github.fail({ path: /info\/refs/, fault: 'bad-gateway' });

    await expect(run('ls-remote', remote('job'))).rejects.toThrow('502');
  });

  test('takes the commits of a local clone', async () => {
    const clone = await initRepository(join(directory, 'clone'));
    const commit = await clone.commit('Add', { 'a.sql': 'a' });

    await shop.push({ from: clone.directory, branch: 'local', by: 'alice' });

    expect(await shop.tip('local')).toBe(commit);
    expect((await list('/repos/acme/shop/activity?ref=local'))[0]).toMatchObject({
      activity_type: 'branch_creation',
      after: commit,
      actor: { login: 'alice' },
    });
  });
});
