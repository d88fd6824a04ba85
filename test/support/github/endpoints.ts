import { findCommit, isAncestor } from './bare-git.ts';
import { accountOf, type Caller, isGranted, type Need, refused } from './access.ts';
import type { Json, Route } from './description.ts';
import { HttpProblem, invalid, notFound } from './http-problem.ts';
import type { PullRequest, Repository, Status } from './repository.ts';
import { pullCommits, type Show } from './show.ts';
import type { World } from './world.ts';

type Call = {
  readonly world: World;
  readonly show: Show;
  /** What stood in the path's braces, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly caller: Caller | undefined;
  /** Of the path, when it names one. */
  readonly repository: Repository;
};

export type Answer =
  | { readonly status: number; readonly body: unknown }
  | {
      readonly list: readonly unknown[];
      /** What a page becomes; only a page is shown, not the whole list. */
      readonly each?: (item: unknown) => unknown;
      /** Cursors instead of page numbers. */
      readonly cursor?: true;
    };

type Endpoint = {
  /** One of them is enough. */
  readonly needs: readonly Need[];
  readonly answer: (call: Call) => Answer | Promise<Answer>;
};

const readPulls: readonly Need[] = ['pull-requests: read'];
const readTalk: readonly Need[] = ['pull-requests: read', 'issues: read'];
const writeTalk: readonly Need[] = ['pull-requests: write', 'issues: write'];
const repo = '/repos/{owner}/{repo}';

/** Everything that this GitHub can be asked. */
export const endpoints: Readonly<Partial<Record<Route, Endpoint>>> = {
  [`GET ${repo}`]: {
    needs: ['metadata: read'],
    answer: ({ show, repository }) => ok(show.repository(repository, 'full-repository')),
  },
  [`GET ${repo}/pulls`]: { needs: readPulls, answer: listPulls },
  [`GET ${repo}/pulls/{pull_number}`]: {
    needs: readPulls,
    answer: async (call) => ok(await call.show.pull(call.repository, pullOf(call))),
  },
  [`GET ${repo}/pulls/{pull_number}/files`]: {
    needs: readPulls,
    answer: async (call) => {
      const pull = pullOf(call);
      const base = await call.repository.mergeBaseOf(pull);
      const files = await call.show.files(call.repository, base, pull.head);
      return { list: files.slice(0, 3000) };
    },
  },
  [`GET ${repo}/pulls/{pull_number}/reviews`]: {
    needs: readPulls,
    answer: (call) => {
      const pull = pullOf(call);
      const seen = pull.reviews.filter(
        ({ state, author }) => state !== 'PENDING' || author.id === call.caller?.id,
      );
      return { list: seen.map((review) => call.show.review(call.repository, pull, review)) };
    },
  },
  [`POST ${repo}/pulls/{pull_number}/reviews`]: {
    needs: ['pull-requests: write'],
    answer: createReview,
  },
  [`GET ${repo}/pulls/{pull_number}/commits`]: {
    needs: readPulls,
    answer: async (call) => {
      const commits = await pullCommits(call.repository, pullOf(call));
      const each = (sha: unknown): Promise<Json> => call.show.commit(call.repository, String(sha));
      return { list: commits.slice(0, 250), each };
    },
  },
  [`GET ${repo}/commits/{commit_sha}/pulls`]: {
    needs: readPulls,
    answer: async (call) => {
      const pulls = await pullsOfCommit(call.repository, await commitOf(call, 'commit_sha'));
      return { list: pulls.map((pull) => call.show.pullSimple(call.repository, pull)) };
    },
  },
  [`GET ${repo}/commits/{ref}/statuses`]: {
    needs: ['statuses: read'],
    answer: async (call) => {
      const statuses = statusesOf(call.repository, await commitOf(call, 'ref'));
      return { list: statuses.map((status) => call.show.status(call.repository, status)) };
    },
  },
  [`GET ${repo}/commits/{ref}/status`]: { needs: ['statuses: read'], answer: combineStatuses },
  [`GET ${repo}/commits/{ref}`]: {
    needs: ['contents: read'],
    answer: async (call) =>
      ok(await call.show.commit(call.repository, await commitOf(call, 'ref'), true)),
  },
  [`POST ${repo}/statuses/{sha}`]: { needs: ['statuses: write'], answer: createStatus },
  [`GET ${repo}/issues/{issue_number}/comments`]: {
    needs: readTalk,
    answer: (call) => {
      const number = pullOf(call, 'issue_number').number;
      const comments = call.repository.comments.filter((comment) => comment.number === number);
      return { list: comments.map((comment) => call.show.comment(call.repository, comment)) };
    },
  },
  [`POST ${repo}/issues/{issue_number}/comments`]: {
    needs: writeTalk,
    answer: (call) => {
      const { number } = pullOf(call, 'issue_number');
      const body = commentBody(call);
      const comment = call.repository.comment(number, callerOf(call).login, body);
      return { status: 201, body: call.show.comment(call.repository, comment) };
    },
  },
  [`PATCH ${repo}/issues/comments/{comment_id}`]: {
    needs: writeTalk,
    answer: (call) => {
      const id = Number(call.path['comment_id']);
      const found = call.repository.comments.find((comment) => comment.id === id);
      if (found === undefined) throw notFound();
      const comment = call.repository.editComment(id, commentBody(call));
      return ok(call.show.comment(call.repository, comment));
    },
  },
  [`GET ${repo}/issues/{issue_number}/timeline`]: {
    needs: readTalk,
    answer: (call) => {
      const pull = pullOf(call, 'issue_number');
      const each = (event: unknown): Promise<Json> =>
        call.show.timelineEvent(call.repository, pull, event as PullRequest['timeline'][number]);
      return { list: pull.timeline, each };
    },
  },
  [`POST ${repo}/check-runs`]: {
    needs: ['checks: write'],
    answer: (call) => {
      const run = { id: call.world.nextId(), createdAt: call.world.tick(), fields: call.body };
      call.repository.checkRuns.push(run);
      return { status: 201, body: call.show.checkRun(call.repository, run) };
    },
  },
  [`PATCH ${repo}/check-runs/{check_run_id}`]: {
    needs: ['checks: write'],
    answer: (call) => {
      const id = Number(call.path['check_run_id']);
      const run = call.repository.checkRuns.find((one) => one.id === id);
      if (run === undefined) throw notFound();
      run.fields = { ...run.fields, ...call.body };
      return ok(call.show.checkRun(call.repository, run));
    },
  },
  [`GET ${repo}/collaborators/{username}/permission`]: {
    needs: ['metadata: read'],
    answer: (call) => {
      const account = call.world.findAccount(call.path['username'] ?? '');
      if (account === undefined) throw notFound();
      return ok(call.show.permission(call.repository, account));
    },
  },
  [`GET ${repo}/activity`]: {
    needs: ['contents: read'],
    answer: ({ repository, query, show }) => {
      const ref = query.get('ref');
      const full = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
      const kept = repository.activity
        .filter((activity) => full === null || activity.ref === full)
        .filter(({ type }) => (query.get('activity_type') ?? type) === type)
        .filter(({ actor }) => sameText(query.get('actor') ?? actor.login, actor.login))
        .map((activity) => show.activity(activity));
      return { list: query.get('direction') === 'asc' ? kept : kept.reverse(), cursor: true };
    },
  },
  [`GET ${repo}/branches/{branch}`]: {
    needs: ['contents: read'],
    answer: async ({ repository, show, path }) => {
      const name = path['branch'] ?? '';
      const tip = await repository.tip(name);
      if (tip === undefined) throw new HttpProblem(404, 'Branch not found');
      return ok(await show.branch(repository, name, tip));
    },
  },
  [`GET ${repo}/git/ref/{ref}`]: {
    needs: ['contents: read'],
    answer: async ({ repository, show, path }) => {
      const ref = `refs/${path['ref'] ?? ''}`;
      const sha = await repository.findCommit(ref);
      if (sha === undefined) throw notFound();
      return ok(show.reference(repository, ref, sha));
    },
  },
  [`GET ${repo}/actions/runs/{run_id}`]: {
    needs: ['actions: read'],
    answer: ({ repository, show, path }) => {
      const run = repository.runs.find(({ id }) => String(id) === path['run_id']);
      if (run === undefined) throw notFound();
      return ok(show.workflowRun(repository, run));
    },
  },
  [`GET ${repo}/actions/workflows/{workflow_id}/runs`]: {
    needs: ['actions: read'],
    answer: ({ repository, show, path, query }) => {
      const runs = repository.runs.filter(
        ({ path: file, headBranch, status, conclusion }) =>
          file.split('@')[0]?.endsWith(`/${path['workflow_id'] ?? ''}`) === true &&
          [null, headBranch].includes(query.get('branch')) &&
          [null, status, conclusion].includes(query.get('status')),
      );
      if (runs.length === 0) throw notFound();
      return ok({
        total_count: runs.length,
        workflow_runs: runs.toReversed().map((run) => show.workflowRun(repository, run)),
      });
    },
  },
  [`GET ${repo}/deployments`]: {
    needs: ['deployments: read'],
    answer: ({ repository, show, query }) => ({
      list: repository.deployments
        .map((deployment) => show.deployment(repository, deployment))
        .filter((shown) =>
          ['sha', 'ref', 'task', 'environment'].every((key) =>
            [null, shown[key]].includes(query.get(key)),
          ),
        )
        .reverse(),
    }),
  },
  [`POST ${repo}/deployments`]: {
    needs: ['deployments: write'],
    answer: async (call) => {
      const { body, repository, world, show } = call;
      const sha = await findCommit(repository.directory, String(body['ref']));
      if (sha === undefined) throw new HttpProblem(422, `No ref found for: ${String(body['ref'])}`);
      assertContexts(call, sha);
      const deployment = {
        id: world.nextId(),
        sha,
        fields: body,
        creator: accountOf(callerOf(call)),
        createdAt: world.tick(),
        statuses: [],
      };
      repository.deployments.push(deployment);
      return { status: 201, body: show.deployment(repository, deployment) };
    },
  },
  [`GET ${repo}/deployments/{deployment_id}/statuses`]: {
    needs: ['deployments: read'],
    answer: (call) => {
      const deployment = deploymentOf(call);
      const shown = deployment.statuses.map((status) =>
        call.show.deploymentStatus(call.repository, deployment, status),
      );
      return { list: shown.reverse() };
    },
  },
  [`POST ${repo}/deployments/{deployment_id}/statuses`]: {
    needs: ['deployments: write'],
    answer: (call) => {
      const deployment = deploymentOf(call);
      if (textOf(call, 'description').length > 140) throw invalid(tooLong('description', 140));
      const status = {
        id: call.world.nextId(),
        fields: call.body,
        creator: accountOf(callerOf(call)),
        createdAt: call.world.tick(),
      };
      deployment.statuses.push(status);
      return {
        status: 201,
        body: call.show.deploymentStatus(call.repository, deployment, status),
      };
    },
  },
  'GET /orgs/{org}/teams/{team_slug}/members': {
    needs: [],
    answer: ({ world, show, path, caller }) => {
      if (caller === undefined) throw new HttpProblem(401, 'Requires authentication');
      if (caller.kind === 'actions' || !isGranted(caller, 'members: read')) throw refused(caller);
      const members = world.teams.get(
        `${path['org'] ?? ''}/${path['team_slug'] ?? ''}`.toLowerCase(),
      );
      if (members === undefined) throw notFound();
      return {
        list: members.map((login) => show.account(world.account(login), 'team-member')),
      };
    },
  },
};

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function callerOf({ caller }: Call): Caller {
  if (caller === undefined) throw new HttpProblem(401, 'Requires authentication');
  return caller;
}

function pullOf({ repository, path }: Call, name = 'pull_number'): PullRequest {
  const pull = repository.pulls.get(Number(path[name]));
  if (pull === undefined) throw notFound();
  return pull;
}

async function commitOf({ repository, path }: Call, name: string): Promise<string> {
  const text = path[name] ?? '';
  const commit = await findCommit(repository.directory, text);
  if (commit === undefined) throw new HttpProblem(422, `No commit found for SHA: ${text}`);
  return commit;
}

function deploymentOf({ repository, path }: Call): Repository['deployments'][number] {
  const found = repository.deployments.find(({ id }) => String(id) === path['deployment_id']);
  if (found === undefined) throw notFound();
  return found;
}

function listPulls({ repository, query, show }: Call): Answer {
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const list = [...repository.pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === null || sameText(`${pull.headOwner}:${pull.headBranch}`, head))
    .filter((pull) => base === null || pull.baseBranch === base)
    .map((pull) => show.pullSimple(repository, pull));
  return { list: query.get('direction') === 'asc' ? list : list.reverse() };
}

function createReview(call: Call): Answer {
  const { repository, body, show } = call;
  const pull = pullOf(call);
  const caller = callerOf(call);
  const own = caller.id === pull.author.id;
  const event = body['event'];
  if (own && event === 'APPROVE')
    throw new HttpProblem(422, 'Unprocessable Entity', ['Can not approve your own pull request']);
  if (own && event === 'REQUEST_CHANGES')
    throw new HttpProblem(422, 'Unprocessable Entity', [
      'Can not request changes on your own pull request',
    ]);
  const state =
    event === 'APPROVE'
      ? 'APPROVED'
      : event === 'REQUEST_CHANGES'
        ? 'CHANGES_REQUESTED'
        : event === 'COMMENT'
          ? 'COMMENTED'
          : 'PENDING';
  const commit = typeof body['commit_id'] === 'string' ? body['commit_id'] : pull.head;
  const text = textOf(call, 'body');
  const review = repository.review(pull.number, caller.login, state, { commit, body: text });
  return ok(show.review(repository, pull, review));
}

/**
 * The merged pull request that introduced a commit of the default branch; for any other commit
 * every merged and open one that holds it.
 */
async function pullsOfCommit(
  repository: Repository,
  commit: string,
): Promise<readonly PullRequest[]> {
  const pulls = [...repository.pulls.values()];
  const tip = await repository.tip(repository.defaultBranch);
  if (tip !== undefined && (await isAncestor(repository.directory, commit, tip)))
    return pulls.filter(
      ({ introduced, baseBranch }) =>
        baseBranch === repository.defaultBranch && introduced.includes(commit),
    );
  const holding: PullRequest[] = [];
  for (const pull of pulls) {
    if (pull.state === 'closed' && pull.mergedAt === null) continue;
    const own = await pullCommits(repository, pull);
    if (own.includes(commit) || pull.introduced.includes(commit)) holding.push(pull);
  }
  return holding;
}

/** Newest first. */
function statusesOf(repository: Repository, sha: string): readonly Status[] {
  return repository.statuses.filter((status) => status.sha === sha).reverse();
}

async function combineStatuses(call: Call): Promise<Answer> {
  const { repository, show } = call;
  const sha = await commitOf(call, 'ref');
  const all = statusesOf(repository, sha);
  const newest = all.filter(
    ({ context }, index) => all.findIndex((other) => other.context === context) === index,
  );
  const states = new Set(newest.map(({ state }) => state));
  const bad = states.has('failure') || states.has('error');
  const good = newest.length > 0 && !states.has('pending');
  return ok({
    state: bad ? 'failure' : good ? 'success' : 'pending',
    statuses: newest.map((status) => show.status(repository, status, 'simple-commit-status')),
    sha,
    total_count: newest.length,
    repository: show.repository(repository, 'minimal-repository'),
    commit_url: `commits/${sha}`,
    url: `commits/${sha}/status`,
  });
}

async function createStatus(call: Call): Promise<Answer> {
  const { repository, body, world, show } = call;
  const sha = await commitOf(call, 'sha');
  const context = typeof body['context'] === 'string' ? body['context'] : 'default';
  const description = typeof body['description'] === 'string' ? body['description'] : null;
  const targetUrl = typeof body['target_url'] === 'string' ? body['target_url'] : null;
  if (description !== null && description.length > 140) throw invalid(tooLong('description', 140));
  if (targetUrl !== null && !/^https?:\/\//.test(targetUrl))
    throw invalid('target_url must use http(s) scheme');
  if (statusesOf(repository, sha).filter((one) => one.context === context).length >= 1000)
    throw invalid('This SHA and context has reached the maximum number of statuses.');
  const status = {
    id: world.nextId(),
    sha,
    state: String(body['state']),
    context,
    description,
    targetUrl,
    creator: accountOf(callerOf(call)),
    createdAt: world.tick(),
  };
  repository.statuses.push(status);
  return { status: 201, body: show.status(repository, status) };
}

/** A deployment of a commit whose statuses are not all green is refused unless it asks for none. */
function assertContexts({ repository, body }: Call, sha: string): void {
  const statuses = statusesOf(repository, sha);
  const required = body['required_contexts'] as readonly string[] | undefined;
  const contexts = required ?? [...new Set(statuses.map(({ context }) => context))];
  const open = contexts.filter(
    (context) => statuses.find((status) => status.context === context)?.state !== 'success',
  );
  if (open.length > 0)
    throw new HttpProblem(409, `Conflict: Commit status checks failed for ${sha}.`, open);
}

function commentBody(call: Call): string {
  const text = textOf(call, 'body');
  if (text.trim() === '')
    throw invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  if (text.length > 65_536) throw invalid(tooLong('body', 65_536));
  return text;
}

function textOf({ body }: Call, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function tooLong(field: string, most: number): Json {
  const message = `${field} is too long (maximum is ${String(most)} characters)`;
  return { resource: 'Record', code: 'custom', field, message };
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
