import type { Review } from '../../src/domain/approval.ts';
import type { CommitSha, Permission } from '../../src/domain/change.ts';
import { SluiceError } from '../../src/errors.ts';
import type {
  Deployment,
  ListedPullRequest,
  LiveCodeHost,
  RecordedVerdict,
  Verdict,
  WorkflowRun,
} from '../../src/ports/live-code-host.ts';

type Question = Exclude<keyof LiveCodeHost, 'repository'>;

/** What the host holds; tests change it at any time. Lists are oldest first. */
type World = {
  readonly pullRequests: Map<number, ListedPullRequest>;
  readonly reviews: Map<number, readonly Review[]>;
  readonly permissions: Map<string, Permission>;
  /** `organization/slug` to members; an absent team cannot be read. */
  readonly teams: Map<string, readonly string[]>;
  readonly lastPushers: Map<number, string>;
  /** Commits that belong to a pull request besides its head and its merge. */
  readonly commits: Map<CommitSha, readonly number[]>;
  readonly verdicts: (RecordedVerdict & {
    readonly commit: CommitSha;
    readonly context: string;
  })[];
  readonly comments: Map<number, string>;
  readonly runs: Map<string, WorkflowRun>;
  readonly deployments: Deployment[];
};

/** A code host in memory. */
export type FakeCodeHost = {
  readonly host: LiveCodeHost;
  readonly world: World;
  /** Every question and every writing, in order. */
  readonly calls: readonly Question[];
  /** Runs `change` before the `nth` call (from 1) of `question` is answered; it may throw. */
  before(question: Question, nth: number, change: () => void | Promise<void>): void;
};

/** Our own account there. */
const account = 'github-actions[bot]';

export function fakeCodeHost(repository = 'acme/shop'): FakeCodeHost {
  const world: World = {
    pullRequests: new Map(),
    reviews: new Map(),
    permissions: new Map(),
    teams: new Map(),
    lastPushers: new Map(),
    commits: new Map(),
    verdicts: [],
    comments: new Map(),
    runs: new Map(),
    deployments: [],
  };
  const calls: Question[] = [];
  const hooks: {
    readonly question: Question;
    readonly nth: number;
    readonly change: () => void | Promise<void>;
  }[] = [];
  const answer =
    <Given extends readonly unknown[], Answer>(
      question: Question,
      tell: (...given: Given) => Answer,
    ) =>
    async (...given: Given): Promise<Answer> => {
      calls.push(question);
      const nth = calls.filter((call) => call === question).length;
      for (const hook of hooks)
        if (hook.question === question && hook.nth === nth) await hook.change();
      return tell(...given);
    };
  return {
    host: { repository, ...answersOf(world, answer) },
    world,
    calls,
    before: (question, nth, change) => void hooks.push({ question, nth, change }),
  };
}

type Answering = <Given extends readonly unknown[], Answer>(
  question: Question,
  tell: (...given: Given) => Answer,
) => (...given: Given) => Promise<Answer>;

function answersOf(world: World, answer: Answering): Omit<LiveCodeHost, 'repository'> {
  const listed = (): readonly ListedPullRequest[] => [...world.pullRequests.values()];
  return {
    readPullRequest: answer('readPullRequest', (number) =>
      found(world.pullRequests.get(number), 'pull request'),
    ),
    findByBranch: answer('findByBranch', (headRepository, branch) =>
      listed().filter(
        (one) => one.open && one.headRepository === headRepository && one.headBranch === branch,
      ),
    ),
    findByCommit: answer('findByCommit', (commit) =>
      listed().filter(
        ({ number, head, mergeCommit }) =>
          head === commit ||
          mergeCommit === commit ||
          (world.commits.get(commit) ?? []).includes(number),
      ),
    ),
    findByTarget: answer('findByTarget', (branch) => {
      const found = listed().filter((one) => one.open && one.targetBranch === branch);
      return { newest: found.toReversed().slice(0, 100), isAll: found.length <= 100 };
    }),
    readReviews: answer('readReviews', ({ number }) => world.reviews.get(number) ?? []),
    readPermission: answer('readPermission', (login) => world.permissions.get(login) ?? 'none'),
    readTeam: answer('readTeam', (team) => world.teams.get(team)),
    readLastPusher: answer('readLastPusher', ({ number }) => world.lastPushers.get(number)),
    readVerdicts: answer('readVerdicts', (commit, context) =>
      world.verdicts
        .filter((verdict) => verdict.commit === commit && verdict.context === context)
        .map(({ state, description, url, creator }) => ({ state, description, url, creator }))
        .toReversed(),
    ),
    readContexts: answer('readContexts', (commit) => [
      ...new Set(
        world.verdicts.filter((verdict) => verdict.commit === commit).map(({ context }) => context),
      ),
    ]),
    writeVerdict: answer('writeVerdict', (commit: CommitSha, verdict: Verdict) => {
      if (verdict.description.length > 140)
        throw new SluiceError('host/refused', 'A description has at most 140 characters.');
      world.verdicts.push({ commit, creator: account, ...verdict });
    }),
    writeComment: answer('writeComment', (number, marker, body) => {
      if (!body.startsWith(marker) || body.length > 65_536)
        throw new SluiceError('host/refused', 'The comment is not one of ours.');
      world.comments.set(number, body);
    }),
    readWorkflowRun: answer('readWorkflowRun', (id) => found(world.runs.get(id), 'run')),
    findNewestRun: answer(
      'findNewestRun',
      (workflow, branch) =>
        [...world.runs.values()].findLast(
          (run) =>
            run.workflow === workflow &&
            run.headBranch === branch &&
            ['schedule', 'workflow_dispatch'].includes(run.event),
        )?.id,
    ),
    readLastDeployment: answer(
      'readLastDeployment',
      (environment) =>
        world.deployments.findLast(
          (one) => one.environment === environment && one.state === 'success',
        )?.commit,
    ),
    writeDeployment: answer('writeDeployment', (deployment) => {
      world.deployments.push(deployment);
    }),
  };
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new SluiceError('host/not-found', `There is no such ${what}.`);
  return value;
}
