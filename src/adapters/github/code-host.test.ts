import { expect, test } from 'vitest';
import {
  answer,
  type AnsweringServer,
  type Asked,
  type Reply,
} from '../../../test/support/answering-server.ts';
import { parseCommitSha } from '../../domain/change.ts';
import type { Redacted } from '../../domain/redacted.ts';
import type { LiveCodeHost } from '../../ports/live-code-host.ts';
import { openGitHub } from './code-host.ts';

const ours = 41_898_282;
const head = parseCommitSha('a'.repeat(40))!;
const other = parseCommitSha('b'.repeat(40))!;
const merge = parseCommitSha('c'.repeat(40))!;
const marker = '<!-- sluice:gate -->';
const hostileTitle = '</title>\n::set-output name=x::y\u202e @acme/dba `drop`';

/** Routes to answers; a function sees the request. */
type Routes = Readonly<Record<string, Reply | ((asked: Asked) => Reply)>>;

type Opened = { readonly host: LiveCodeHost; readonly server: AnsweringServer };

/** Answers by route, and fails when a request was made that GitHub does not document. */
async function withGitHub<Result>(
  routes: Routes,
  use: (opened: Opened) => Promise<Result>,
  options: { readonly teamToken?: string } = {},
): Promise<Result> {
  await using server = await answer((asked) => {
    const reply = routes[`${asked.method} ${asked.path.replace(/^\/repos\/acme\/shop/, '')}`];
    return typeof reply === 'function' ? reply(asked) : reply;
  });
  const host = openGitHub({
    token: 'ghs_token',
    apiUrl: server.url,
    repository: 'Acme/Shop',
    accountId: ours,
    signal: new AbortController().signal,
    throttle: { second: 1, spaced: false, retries: 1 },
    ...options,
  });
  const result = await use({ host, server });
  expect(server.unknown).toEqual([]);
  return result;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it succeeded'),
    (failure: unknown) => failure,
  );
}

function user(login: string, type = 'User', id = 1) {
  return { login, type, id };
}

const recorded = {
  number: 7,
  state: 'open',
  title: hostileTitle,
  user: user('Alice'),
  assignees: [user('Bob'), user('Carol')],
  head: { sha: head, ref: 'topic/é', repo: { full_name: 'Mallory/Shop' } },
  base: { sha: other, ref: 'main', repo: { full_name: 'acme/shop' } },
  merged_at: null,
  merge_commit_sha: merge,
};
const listed = {
  number: 7,
  title: hostileTitle,
  open: true,
  head,
  headRepository: 'mallory/shop',
  headBranch: 'topic/é',
  targetBranch: 'main',
  author: { login: 'alice', account: 'human' },
  assignees: ['bob', 'carol'],
} as const;
const merged = { ...listed, open: false, mergedAt: '2026-02-01T10:00:00.000Z' } as const;

test('names the repository in lower case', async () => {
  await withGitHub({}, async ({ host }) => {
    expect(host.repository).toBe('acme/shop');
  });
});

test.each(['acme', '', 'acme/..', 'a/b/c', '../shop'])('opens no repository %j', (repository) => {
  const options = { token: 'x', apiUrl: 'http://127.0.0.1', accountId: ours, repository };

  expect(() => openGitHub({ ...options, signal: new AbortController().signal })).toThrow(
    expect.objectContaining({ code: 'input/event' }),
  );
});

test.each([
  ['an open one', {}, listed],
  [
    'a merged one',
    {
      state: 'closed',
      merged_at: '2026-02-01T10:00:00Z',
      merged_by: user('Dave'),
      merge_commit_sha: merge,
    },
    { ...merged, mergedBy: 'dave', mergeCommit: merge },
  ],
  [
    'one whose fork was deleted',
    { head: { ...recorded.head, repo: null } },
    (({ headRepository: _gone, ...rest }) => rest)(listed),
  ],
  [
    'one of a deleted account',
    { user: null },
    { ...listed, author: { login: 'ghost', account: 'human' } },
  ],
  [
    'one of an app',
    { user: user('Copilot', 'Bot') },
    { ...listed, author: { login: 'copilot', account: 'bot' } },
  ],
  [
    'one of an account that is named like an app',
    { user: user('devin[bot]') },
    { ...listed, author: { login: 'devin[bot]', account: 'bot' } },
  ],
  ['one without assignees', { assignees: null }, { ...listed, assignees: [] }],
] as const)('reads a pull request: %s', async (_name, changed, expected) => {
  await withGitHub({ 'GET /pulls/7': { json: { ...recorded, ...changed } } }, async ({ host }) => {
    expect(await host.readPullRequest(7)).toEqual(expected);
  });
});

test.each([
  ['no number', { number: undefined }],
  ['a negative number', { number: -7 }],
  ['a number that is a text', { number: '7' }],
  ['no title', { title: undefined }],
  ['no author', { user: undefined }],
  ['an author without a type', { user: { login: 'alice', id: 1 } }],
  ['a login that is a path', { user: user('../../x') }],
  ['a login with a line break', { user: user('a\n::error::b') }],
  ['a short commit', { head: { ...recorded.head, sha: 'abc' } }],
  ['no head', { head: null }],
  ['no base', { base: undefined }],
  ['no word about a merge', { merged_at: undefined }],
  ['a merge at no time', { merged_at: 'yesterday' }],
  ['a merge in another time zone', { merged_at: '2026-02-01T10:00:00+02:00' }],
  ['assignees that are no list', { assignees: {} }],
])('takes a pull request with %s for none', async (_name, changed) => {
  await withGitHub({ 'GET /pulls/7': { json: { ...recorded, ...changed } } }, async ({ host }) => {
    const failure = await failureOf(host.readPullRequest(7));

    expect(failure).toMatchObject({ code: 'host/answer' });
    expect(String(failure)).not.toMatch(/yesterday|::error/);
  });
});

test('finds the open pull requests of exactly that branch of that repository', async () => {
  const found = [
    recorded,
    { ...recorded, number: 8, head: { ...recorded.head, repo: { full_name: 'Mallory/Shop-2' } } },
    { ...recorded, number: 9, head: { ...recorded.head, repo: null } },
    { ...recorded, number: 10, head: { ...recorded.head, ref: 'topic' } },
    { ...recorded, number: 11, base: { ...recorded.base, repo: { full_name: 'mallory/shop' } } },
  ];

  await withGitHub({ 'GET /pulls': { json: found } }, async ({ host, server }) => {
    expect(await host.findByBranch('Mallory/Shop', 'topic/é')).toEqual([listed]);
    expect(server.asked.map(({ query }) => query)).toEqual([
      { state: 'open', head: 'Mallory:topic/é', per_page: '100', page: '1' },
    ]);
  });
});

test('finds the newest open pull requests of a branch, and says whether there are more', async () => {
  const other = { ...recorded, number: 8, base: { ...recorded.base, ref: 'release' } };
  const link = '<https://api.test/pulls?page=2>; rel="next"';
  const some = { json: [recorded, other] };
  await withGitHub({ 'GET /pulls': some }, async ({ host, server }) => {
    expect(await host.findByTarget('main')).toEqual({ newest: [listed], isAll: true });
    expect(server.asked.map(({ query }) => query)).toEqual([
      { state: 'open', base: 'main', per_page: '100' },
    ]);
  });
  await withGitHub({ 'GET /pulls': { ...some, headers: { link } } }, async ({ host }) => {
    expect(await host.findByTarget('main')).toEqual({ newest: [listed], isAll: false });
  });
});

test('finds the pull requests of a commit that aim at this repository', async () => {
  const found = [
    recorded,
    { ...recorded, number: 8, base: { ...recorded.base, repo: { full_name: 'mallory/shop' } } },
  ];

  await withGitHub({ [`GET /commits/${head}/pulls`]: { json: found } }, async ({ host }) => {
    expect(await host.findByCommit(head)).toEqual([listed]);
  });
});

function review(id: number, state: string, changed: object = {}) {
  return {
    id,
    user: user('Dave'),
    state,
    commit_id: head,
    submitted_at: `2026-01-31T09:00:0${id}Z`,
    body: hostileTitle,
    ...changed,
  };
}

test('reads all reviews, oldest first, whatever order they come in', async () => {
  const reviews = [
    review(5, 'DISMISSED'),
    review(2, 'CHANGES_REQUESTED', { user: user('review[bot]', 'Bot'), commit_id: null }),
    review(3, 'PENDING', { submitted_at: undefined }),
    review(1, 'APPROVED'),
    review(4, 'COMMENTED', { user: null }),
  ];

  const routes = {
    'GET /pulls/7/reviews': { json: reviews },
    'GET /issues/7/timeline': { json: [] },
  };

  await withGitHub(routes, async ({ host, server }) => {
    expect(await host.readReviews(listed)).toEqual([
      {
        id: '1',
        login: 'dave',
        account: 'human',
        state: 'approved',
        commit: head,
        submittedAt: '2026-01-31T09:00:01.000Z',
      },
      {
        id: '2',
        login: 'review[bot]',
        account: 'bot',
        state: 'changes-requested',
        submittedAt: '2026-01-31T09:00:02.000Z',
      },
      {
        id: '4',
        login: 'ghost',
        account: 'human',
        state: 'commented',
        commit: head,
        submittedAt: '2026-01-31T09:00:04.000Z',
      },
      {
        id: '5',
        login: 'dave',
        account: 'human',
        state: 'dismissed',
        commit: head,
        submittedAt: '2026-01-31T09:00:05.000Z',
      },
    ]);
    expect(server.asked).toHaveLength(2);
  });
});

function dismissal(id: number, state: string, at: string) {
  return {
    event: 'review_dismissed',
    created_at: at,
    actor: user('mallory'),
    dismissed_review: { review_id: id, state, dismissal_message: hostileTitle },
  };
}

test('undoes the dismissals that came after the merge', async () => {
  const routes = {
    'GET /pulls/7/reviews': {
      json: [review(1, 'DISMISSED'), review(2, 'DISMISSED'), review(3, 'DISMISSED')],
    },
    'GET /issues/7/timeline': {
      json: [
        { sha: head, message: 'no event of the kind' },
        { event: 'committed', sha: head },
        dismissal(1, 'approved', '2026-02-01T09:59:59Z'),
        dismissal(2, 'approved', '2026-02-01T10:00:01Z'),
        dismissal(3, 'changes_requested', '2026-02-02T00:00:00Z'),
      ],
    },
  };

  await withGitHub(routes, async ({ host, server }) => {
    const reviews = await host.readReviews(merged);

    expect(reviews.map(({ state }) => state)).toEqual([
      'dismissed',
      'approved',
      'changes-requested',
    ]);
    expect(server.asked).toHaveLength(2);
  });
});

test.each([
  ['base_ref_changed', '2026-01-31T09:00:02Z', listed, [true, true, undefined]],
  ['automatic_base_change_succeeded', '2026-01-31T09:00:02Z', listed, [true, true, undefined]],
  ['base_ref_changed', '2026-01-31T09:00:02Z', merged, [true, true, undefined]],
  ['base_ref_changed', '2026-02-03T00:00:00Z', merged, [undefined, undefined, undefined]],
  ['renamed', '2026-01-31T09:00:02Z', listed, [undefined, undefined, undefined]],
])('tells which approvals came before %s at %s', async (event, at, pullRequest, expected) => {
  const routes = {
    'GET /pulls/7/reviews': { json: [1, 2, 3].map((id) => review(id, 'APPROVED')) },
    'GET /issues/7/timeline': { json: [{ event, created_at: at, actor: user('mallory') }] },
  };

  await withGitHub(routes, async ({ host }) => {
    const reviews = await host.readReviews(pullRequest);

    expect(reviews.map(({ beforeRetarget }) => beforeRetarget)).toEqual(expected);
  });
});

test('asks for no timeline when nothing was dismissed and no approval is of the head', async () => {
  const json = [review(1, 'APPROVED', { commit_id: other })];
  const routes = { 'GET /pulls/7/reviews': { json } };

  await withGitHub(routes, async ({ host, server }) => {
    expect(await host.readReviews(merged)).toHaveLength(1);
    expect(server.asked).toHaveLength(1);
  });
});

test.each([
  ['a state that is not known', review(1, 'BLESSED'), []],
  ['no time', review(1, 'APPROVED', { submitted_at: undefined }), []],
  ['no word about its author', review(1, 'APPROVED', { user: undefined }), []],
  ['a dismissal that the timeline does not tell', review(1, 'DISMISSED'), []],
  [
    'a dismissal of a state that is not known',
    review(1, 'DISMISSED'),
    [dismissal(1, 'blessed', '2026-02-01T10:00:01Z')],
  ],
])('refuses a review with %s', async (_name, one, timeline) => {
  const routes = {
    'GET /pulls/7/reviews': { json: [one] },
    'GET /issues/7/timeline': { json: timeline },
  };

  await withGitHub(routes, async ({ host }) => {
    expect(await failureOf(host.readReviews(merged))).toMatchObject({ code: 'host/answer' });
  });
});

test.each([
  [{ permission: 'admin', role_name: 'admin' }, 'admin'],
  [{ permission: 'write', role_name: 'maintain' }, 'maintain'],
  [{ permission: 'write', role_name: 'write' }, 'write'],
  [{ permission: 'read', role_name: 'triage' }, 'triage'],
  [{ permission: 'read', role_name: 'read' }, 'read'],
  [{ permission: 'none', role_name: '' }, 'none'],
  [{ permission: 'write', role_name: 'release-manager' }, 'write'],
  [{ permission: 'write' }, 'write'],
  [{ permission: 'read', role_name: 'admin' }, 'read'],
  [{ permission: 'write', role_name: 'constructor' }, 'write'],
] as const)('reads the permission of %j as %s', async (json, permission) => {
  await withGitHub({ 'GET /collaborators/dave/permission': { json } }, async ({ host }) => {
    expect(await host.readPermission('dave')).toBe(permission);
  });
});

test('gives nothing to who is not known, and asks for no name that is a path', async () => {
  await withGitHub({}, async ({ host, server }) => {
    const permissions = await Promise.all(
      ['nobody', 'renovate[bot]', '..', 'a/b', '', 'a%2fb'].map((login) =>
        host.readPermission(login),
      ),
    );

    expect(permissions).toEqual(['none', 'none', 'none', 'none', 'none', 'none']);
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/repos/acme/shop/collaborators/nobody/permission',
      '/repos/acme/shop/collaborators/renovate%5Bbot%5D/permission',
    ]);
  });
});

test('refuses a permission that is not known or not told', async () => {
  const routes = {
    'GET /collaborators/dave/permission': { json: { permission: 'owner' } },
    'GET /collaborators/erin/permission': { status: 403 },
  };

  await withGitHub(routes, async ({ host }) => {
    expect(await failureOf(host.readPermission('dave'))).toMatchObject({ code: 'host/answer' });
    expect(await failureOf(host.readPermission('erin'))).toMatchObject({ code: 'host/forbidden' });
  });
});

const team = 'GET /orgs/acme/teams/dba/members';

test('reads a team with the token that was given for it', async () => {
  const routes = { [team]: { json: [user('Dave'), user('Erin')] } };

  await withGitHub(
    routes,
    async ({ host, server }) => {
      expect(await host.readTeam('acme/dba')).toEqual(['dave', 'erin']);
      expect(server.asked[0]?.headers.authorization).toBe('token ghs_team');
    },
    { teamToken: 'ghs_team' },
  );
  await withGitHub(routes, async ({ host, server }) => {
    expect(await host.readTeam('acme/dba')).toEqual(['dave', 'erin']);
    expect(server.asked[0]?.headers.authorization).toBe('token ghs_token');
  });
});

test.each([403, 404])('knows no members when the answer is %d', async (status) => {
  await withGitHub({ [team]: { status } }, async ({ host }) => {
    expect(await host.readTeam('acme/dba')).toBeUndefined();
  });
});

test.each(['dba', 'acme/..', '../../user', ''])('asks for no team named %j', async (name) => {
  await withGitHub({}, async ({ host, server }) => {
    expect(await host.readTeam(name)).toBeUndefined();
    expect(server.asked).toEqual([]);
  });
});

test.each([
  ['a token that is not valid', { status: 401 }, 'host/forbidden'],
  [
    'a limit',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' } },
    'host/rate-limit',
  ],
  ['a server that is down', { status: 503 }, 'host/unreachable'],
  ['members without a login', { json: [{ id: 1 }] }, 'host/answer'],
] as const)('fails on %s where it asks for a team', async (_name, reply, code) => {
  await withGitHub({ [team]: reply }, async ({ host }) => {
    expect(await failureOf(host.readTeam('acme/dba'))).toMatchObject({ code });
  });
});

const activity = 'GET /repos/mallory/shop/activity';
const reference = 'refs/heads/topic/é';

test('tells who pushed the head last, not who pushed something else', async () => {
  const entries = [
    { after: other, ref: reference, actor: user('Eve') },
    { after: head, ref: 'refs/heads/main', actor: user('Frank') },
    { after: head, ref: reference, actor: user('Carol') },
    { after: head, ref: reference, actor: user('Alice') },
  ];

  await withGitHub({ [activity]: { json: entries } }, async ({ host, server }) => {
    expect(await host.readLastPusher(listed)).toBe('carol');
    expect(server.asked[0]?.query).toEqual({ ref: reference, per_page: '100' });
  });
});

test('does not take who restored the branch of a merged pull request for its pusher', async () => {
  const entries = [
    { after: head, ref: reference, actor: user('Dave'), timestamp: '2026-02-01T10:00:01Z' },
    { after: head, ref: reference, actor: user('Carol'), timestamp: '2026-02-01T09:00:00Z' },
  ];

  await withGitHub({ [activity]: { json: entries } }, async ({ host }) => {
    expect(await host.readLastPusher(merged)).toBe('carol');
    expect(await host.readLastPusher(listed)).toBe('dave');
  });
});

test.each([
  ['nothing is told', { json: [] }],
  ['the head is not among it', { json: [{ after: other, ref: reference, actor: user('Eve') }] }],
  ['the account is gone', { json: [{ after: head, ref: reference, actor: null }] }],
  ['the token may not see it', { status: 403 }],
  ['the fork is private', { status: 404 }],
])('knows no pusher when %s', async (_name, reply) => {
  await withGitHub({ [activity]: reply }, async ({ host }) => {
    expect(await host.readLastPusher(listed)).toBeUndefined();
  });
});

test('knows no pusher of a fork that was deleted, and asks nobody', async () => {
  await withGitHub({}, async ({ host, server }) => {
    const { headRepository: _gone, ...deleted } = listed;

    expect(await host.readLastPusher(deleted)).toBeUndefined();
    expect(server.asked).toEqual([]);
  });
});

const context = 'sluice/gate: main';

test('reads the states of one context, newest first', async () => {
  const status = (state: string, changed: object = {}) => ({
    state,
    context,
    description: 'Blocked',
    target_url: 'https://example.com/1',
    creator: user('github-actions[bot]', 'Bot', ours),
    ...changed,
  });
  const statuses = [
    status('success', { creator: user('Mallory') }),
    status('error', { context: 'sluice/gate: release' }),
    status('pending', { description: null, target_url: null, creator: null }),
    status('failure'),
  ];

  await withGitHub({ [`GET /commits/${head}/statuses`]: { json: statuses } }, async ({ host }) => {
    expect(await host.readContexts(head)).toEqual([context, 'sluice/gate: release']);
    expect(await host.readVerdicts(head, context)).toEqual([
      {
        state: 'success',
        description: 'Blocked',
        url: 'https://example.com/1',
        creator: 'mallory',
      },
      { state: 'pending', description: '', url: '', creator: 'ghost' },
      {
        state: 'failure',
        description: 'Blocked',
        url: 'https://example.com/1',
        creator: 'github-actions[bot]',
      },
    ]);
  });
});

test('refuses a state that is not known', async () => {
  const json = [{ state: 'fine', context, description: null, target_url: null, creator: null }];

  await withGitHub({ [`GET /commits/${head}/statuses`]: { json } }, async ({ host }) => {
    expect(await failureOf(host.readVerdicts(head, context))).toMatchObject({
      code: 'host/answer',
    });
  });
});

test.each([
  ['Blocked', 'Blocked'],
  ['💣'.repeat(140), '💣'.repeat(140)],
  ['💣'.repeat(141), `${'💣'.repeat(139)}…`],
])('writes a state with a description of at most 140 characters', async (given, written) => {
  const routes = { [`POST /statuses/${head}`]: { status: 201, json: {} } };
  const url = 'https://example.com/run';

  await withGitHub(routes, async ({ host, server }) => {
    await host.writeVerdict(head, {
      context,
      state: 'failure',
      description: given as Redacted,
      url,
    });

    expect(server.asked.map(({ body }) => body)).toEqual([
      { context, state: 'failure', description: written, target_url: url },
    ]);
  });
});

test('names the permission that a state needs', async () => {
  await withGitHub({ [`POST /statuses/${head}`]: { status: 403 } }, async ({ host }) => {
    const description = 'x' as Redacted;
    const verdict = { context, state: 'pending', description, url: 'https://example.com' } as const;

    expect(await failureOf(host.writeVerdict(head, verdict))).toMatchObject({
      code: 'host/forbidden',
      message: expect.stringContaining('"statuses: write"'),
    });
  });
});

const comments = 'GET /issues/7/comments';
const body = `${marker}\nBlocked` as Redacted;

function comment(id: number, text: string, author: object | null = user('x', 'Bot', ours)) {
  return { id, body: text, user: author };
}

function written(server: AnsweringServer) {
  return server.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => [method, path.replace('/repos/acme/shop', ''), body]);
}

test('writes a comment where only others wrote the marker', async () => {
  const routes = {
    [comments]: {
      json: [
        comment(1, body, user('mallory')),
        comment(2, body, null),
        comment(3, `quoted: ${body}`),
      ],
    },
    'POST /issues/7/comments': { status: 201, json: {} },
  };

  await withGitHub(routes, async ({ host, server }) => {
    await host.writeComment(7, marker, body);

    expect(written(server)).toEqual([['POST', '/issues/7/comments', { body }]]);
  });
});

test('edits our comment, wherever it stands', async () => {
  const first = Array.from({ length: 100 }, (_, index) => comment(index + 1, 'hello'));
  const routes = {
    [comments]: ({ query }: Asked) => ({
      json: query['page'] === '1' ? first : [comment(200, `${marker}\nPending`)],
    }),
    'PATCH /issues/comments/200': { json: {} },
  };

  await withGitHub(routes, async ({ host, server }) => {
    await host.writeComment(7, marker, body);

    expect(written(server)).toEqual([['PATCH', '/issues/comments/200', { body }]]);
  });
});

test('leaves our comment alone when it would stay the same', async () => {
  const routes = { [comments]: { json: [comment(200, `${marker}\r\nBlocked\n`)] } };

  await withGitHub(routes, async ({ host, server }) => {
    await host.writeComment(7, marker, body);

    expect(written(server)).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });
});

test.each([
  ['got through', true],
  ['did not get through', false],
])('writes no second comment when the first one %s', async (_name, gotThrough) => {
  const existing: object[] = [];
  const routes = {
    [comments]: () => ({ json: existing }),
    'POST /issues/7/comments': () => {
      if (gotThrough) existing.push(comment(1, body));
      return { status: 502 };
    },
  };

  await withGitHub(routes, async ({ host, server }) => {
    const writing = host.writeComment(7, marker, body);

    if (gotThrough) await writing;
    else expect(await failureOf(writing)).toMatchObject({ code: 'host/unreachable' });
    expect(written(server)).toHaveLength(1);
  });
});

test.each([
  ['too long', `${marker}${'x'.repeat(65_536)}`, 'host/refused'],
  ['without its marker', 'Blocked', 'internal/bug'],
])('sends no comment that is %s', async (_name, text, code) => {
  await withGitHub({}, async ({ host, server }) => {
    expect(await failureOf(host.writeComment(7, marker, text as Redacted))).toMatchObject({ code });
    expect(server.asked).toEqual([]);
  });
});

test.each([
  ['.github/workflows/sluice.yml', '.github/workflows/sluice.yml'],
  ['.github/workflows/sluice.yml@main', '.github/workflows/sluice.yml'],
  ['.github/workflows/sluice.yml@refs/heads/main', '.github/workflows/sluice.yml'],
  ['.github/workflows/sluice.yml@x.yml', '.github/workflows/sluice.yml@x.yml'],
  ['.github/workflows/sluice.yml@x.yml@main', '.github/workflows/sluice.yml@x.yml'],
  ['.github/workflows/sluice.yml@x.YAML@a.yml', '.github/workflows/sluice.yml@x.YAML@a.yml'],
])('reads a run of the workflow at %s as one of %s', async (path, workflow) => {
  const run = {
    id: 42,
    repository: { full_name: 'Acme/Shop' },
    path,
    event: 'push',
    head_sha: head,
    head_branch: 'main',
  };

  await withGitHub({ 'GET /actions/runs/42': { json: run } }, async ({ host }) => {
    expect(await host.readWorkflowRun('42')).toEqual({
      id: '42',
      repository: 'acme/shop',
      workflow,
      event: 'push',
      head,
      headBranch: 'main',
    });
  });
});

test.each(['', '0', '../42', '42/logs', 'x'])('asks for no run named %j', async (id) => {
  await withGitHub({}, async ({ host, server }) => {
    expect(await failureOf(host.readWorkflowRun(id))).toMatchObject({ code: 'host/not-found' });
    expect(server.asked).toEqual([]);
  });
});

const environment = 'main/production';

function deployment(id: number, sha: string, changed: object = {}) {
  return {
    id,
    sha,
    task: 'sluice',
    environment,
    creator: user('github-actions[bot]', 'Bot', ours),
    ...changed,
  };
}

function states(...names: readonly string[]): Reply {
  return {
    json: names.map((state) => ({ state, creator: user('x', 'Bot', ours) })),
  };
}

test('tells the newest deployment of ours that succeeded', async () => {
  const routes = {
    'GET /deployments': {
      json: [
        deployment(9, other, { creator: user('mallory') }),
        deployment(8, other, { creator: null }),
        deployment(7, other, { task: 'deploy' }),
        deployment(6, other),
        deployment(5, other),
        deployment(4, head),
        deployment(3, other),
      ],
    },
    'GET /deployments/6/statuses': states(),
    'GET /deployments/5/statuses': states('failure', 'in_progress', 'success'),
    'GET /deployments/4/statuses': states('inactive', 'success', 'in_progress'),
  };

  await withGitHub(routes, async ({ host, server }) => {
    expect(await host.readLastDeployment(environment)).toBe(head);
    expect(server.asked).toHaveLength(4);
    expect(server.asked[0]?.query).toEqual({ environment, task: 'sluice', per_page: '100' });
  });
});

test('gives up on a row of failures, since the ledger knows more', async () => {
  const routes = {
    'GET /deployments': {
      json: Array.from({ length: 100 }, (_, index) => deployment(index + 1, other)),
    },
    ...Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `GET /deployments/${index + 1}/statuses`,
        states('failure'),
      ]),
    ),
  };

  await withGitHub(routes, async ({ host, server }) => {
    expect(await host.readLastDeployment(environment)).toBeUndefined();
    expect(server.asked).toHaveLength(11);
  });
});

test('writes one deployment, and each of its states', async () => {
  const routes = {
    'POST /deployments': { status: 201, json: { id: 5 } },
    'POST /deployments/5/statuses': { status: 201, json: {} },
  };
  const url = 'https://example.com/run';
  const description = 'Two units' as Redacted;

  await withGitHub(routes, async ({ host, server }) => {
    for (const state of ['in_progress', 'success'] as const)
      await host.writeDeployment({ environment, commit: head, state, description, url });

    expect(written(server)).toEqual([
      [
        'POST',
        '/deployments',
        {
          ref: head,
          task: 'sluice',
          environment,
          description,
          auto_merge: false,
          required_contexts: [],
        },
      ],
      ['POST', '/deployments/5/statuses', { state: 'in_progress', description, log_url: url }],
      ['POST', '/deployments/5/statuses', { state: 'success', description, log_url: url }],
    ]);
  });
});

test('takes no deployment that was only promised', async () => {
  const routes = { 'POST /deployments': { status: 202, json: { message: 'Auto-merged' } } };
  const description = 'x' as Redacted;

  await withGitHub(routes, async ({ host }) => {
    const writing = host.writeDeployment({
      environment,
      commit: head,
      state: 'success',
      description,
      url: 'https://example.com',
    });

    expect(await failureOf(writing)).toMatchObject({ code: 'host/answer' });
  });
});
