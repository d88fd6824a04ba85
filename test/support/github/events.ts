import type { Json } from './description.ts';
import type { Emulator } from './emulator.ts';
import type { MergeGroup, Repository } from './repository.ts';

/** Something that happened, and the webhook payload that GitHub makes of it. */
export type OccurredEvent = {
  readonly name:
    | 'pull_request'
    | 'pull_request_target'
    | 'pull_request_review'
    | 'workflow_run'
    | 'push'
    | 'merge_group'
    | 'schedule'
    | 'workflow_dispatch';
  /** `opened`, `completed` …, where there are several. */
  readonly action?: string;
  readonly payload: Json;
  readonly sender: string;
  /** The branch that `branches:` looks at. */
  readonly filteredBranch?: string;
  /** Name of the workflow that ran, for workflow_run. */
  readonly triggeringWorkflow?: string;
};

export type PullRequestAction =
  | 'opened'
  | 'synchronize'
  | 'reopened'
  | 'edited'
  | 'ready_for_review'
  | 'closed';

/** `pull_request` or `pull_request_target`. */
export async function pullRequestEvent(
  github: Emulator,
  repository: Repository,
  number: number,
  about: {
    readonly name?: 'pull_request' | 'pull_request_target';
    readonly action?: PullRequestAction;
    readonly sender?: string;
    /** For `synchronize`: the head that was there before. */
    readonly before?: string;
    /** For `edited`: `{ title: { from: 'Old' } }` */
    readonly changes?: Json;
  } = {},
): Promise<OccurredEvent> {
  const pull = repository.pull(number);
  const { name = 'pull_request_target', action = 'opened', sender = pull.author.login } = about;
  return {
    name,
    action,
    sender,
    filteredBranch: pull.baseBranch,
    payload: {
      action,
      number,
      ...(action === 'synchronize' ? { before: about.before ?? null, after: pull.head } : {}),
      ...(action === 'edited' ? { changes: about.changes ?? {} } : {}),
      pull_request: await github.show.pull(repository, pull),
      ...common(github, repository, sender),
    },
  };
}

export function pullRequestReviewEvent(
  github: Emulator,
  repository: Repository,
  number: number,
  about: {
    readonly review: number;
    readonly action?: 'submitted' | 'dismissed' | 'edited';
    readonly sender?: string;
  },
): OccurredEvent {
  const pull = repository.pull(number);
  const review = pull.reviews.find(({ id }) => id === about.review);
  if (review === undefined) throw new Error(`There is no review ${String(about.review)}.`);
  const { action = 'submitted', sender = review.author.login } = about;
  const shown = github.show.review(repository, pull, review);
  return {
    name: 'pull_request_review',
    action,
    sender,
    filteredBranch: pull.baseBranch,
    payload: {
      action,
      review: { ...shown, state: review.state.toLowerCase() },
      pull_request: github.show.pullSimple(repository, pull),
      ...common(github, repository, sender),
    },
  };
}

/** What follows a run that ended; `workflow` is the `name:` of its file. */
export function workflowRunEvent(
  github: Emulator,
  repository: Repository,
  run: number,
  workflow: string,
): OccurredEvent {
  const found = repository.runs.find(({ id }) => id === run);
  if (found === undefined) throw new Error(`There is no run ${String(run)}.`);
  const sender = found.actor.login;
  return {
    name: 'workflow_run',
    action: 'completed',
    sender,
    triggeringWorkflow: workflow,
    ...(found.headBranch === null ? {} : { filteredBranch: found.headBranch }),
    payload: {
      action: 'completed',
      workflow: { name: workflow, path: found.path },
      workflow_run: { ...github.show.workflowRun(repository, found), name: workflow },
      ...common(github, repository, sender),
    },
  };
}

/** The newest push to a branch, or the newest one that ended at `after`. */
export function pushEvent(
  github: Emulator,
  repository: Repository,
  branch: string,
  after?: string,
): OccurredEvent {
  const ref = `refs/heads/${branch}`;
  const found = repository.activity.findLast(
    (activity) => activity.ref === ref && (after ?? activity.after) === activity.after,
  );
  if (found === undefined) throw new Error(`Nobody pushed ${branch}.`);
  const sender = found.actor.login;
  return {
    name: 'push',
    sender,
    filteredBranch: branch,
    payload: {
      ref,
      before: found.before,
      after: found.after,
      created: found.type === 'branch_creation',
      deleted: found.type === 'branch_deletion',
      forced: found.type === 'force_push',
      base_ref: null,
      compare: `${github.url}/${repository.fullName}/compare/${found.before}...${found.after}`,
      commits: [],
      head_commit: { id: found.after },
      pusher: { name: sender },
      ...common(github, repository, sender),
    },
  };
}

export function mergeGroupEvent(
  github: Emulator,
  repository: Repository,
  group: MergeGroup,
): OccurredEvent {
  const sender = 'github-merge-queue[bot]';
  return {
    name: 'merge_group',
    action: 'checks_requested',
    sender,
    filteredBranch: group.baseBranch,
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: group.head,
        head_ref: group.reference,
        base_sha: group.base,
        base_ref: `refs/heads/${group.baseBranch}`,
        head_commit: { id: group.head },
      },
      ...common(github, repository, sender),
    },
  };
}

export function scheduleEvent(
  github: Emulator,
  repository: Repository,
  schedule: string,
): OccurredEvent {
  const sender = repository.owner;
  return {
    name: 'schedule',
    sender,
    payload: { schedule, ...common(github, repository, sender) },
  };
}

export function workflowDispatchEvent(
  github: Emulator,
  repository: Repository,
  about: {
    readonly sender: string;
    readonly branch?: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): OccurredEvent {
  const { sender, branch = repository.defaultBranch, inputs = {} } = about;
  return {
    name: 'workflow_dispatch',
    sender,
    payload: { ref: `refs/heads/${branch}`, inputs, ...common(github, repository, sender) },
  };
}

/** Where a run stands. Only git and GitHub's rules decide it; a payload cannot. */
export type Place = {
  /** GITHUB_REF and GITHUB_SHA. */
  readonly ref: string;
  readonly sha: string;
  /** What branch rules of environments look at. */
  readonly environmentRef: string;
  /** The commit whose workflow files run. */
  readonly files: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly headRepository: string;
  readonly baseRef: string;
  readonly headRef: string;
  /** A run on a fork's commit has no secrets and may only read. */
  readonly untrusted: boolean;
};

/**
 * Pull requests of the plain kind run the files of their merge commit, so whoever can push can edit
 * them. pull_request_target, workflow_run and schedule always run those of the default branch; a
 * push, a merge group and a dispatch run those of the commit that they are about. Undefined: no run,
 * because there is nothing to merge or nothing left.
 */
export async function findPlace(
  repository: Repository,
  event: OccurredEvent,
): Promise<Place | undefined> {
  const tip = await repository.requireTip(repository.defaultBranch);
  const trusted = { ...at(repository, `refs/heads/${repository.defaultBranch}`, tip) };
  switch (event.name) {
    case 'pull_request_target':
      return { ...trusted, ...ofPull(repository, event), untrusted: false };
    case 'workflow_run':
    case 'schedule':
      return trusted;
    case 'pull_request':
    case 'pull_request_review': {
      const reference = `refs/pull/${String(pullNumber(event))}/merge`;
      const merge = await repository.findCommit(reference);
      if (merge === undefined) return undefined;
      return { ...at(repository, reference, merge), ...ofPull(repository, event) };
    }
    case 'push': {
      const { ref, after } = event.payload as { readonly ref: string; readonly after: string };
      if (/^0+$/.test(after)) return undefined;
      return at(repository, ref, after);
    }
    case 'workflow_dispatch': {
      const { ref } = event.payload as { readonly ref: string };
      const commit = await repository.findCommit(ref);
      return commit === undefined ? undefined : at(repository, ref, commit);
    }
    case 'merge_group': {
      const { merge_group } = event.payload as {
        readonly merge_group: { readonly head_ref: string; readonly head_sha: string };
      };
      return at(repository, merge_group.head_ref, merge_group.head_sha);
    }
  }
}

function at(repository: Repository, ref: string, sha: string): Place {
  return {
    ref,
    sha,
    environmentRef: ref,
    files: sha,
    headSha: sha,
    headBranch: ref.replace(/^refs\/heads\//, ''),
    headRepository: repository.fullName,
    baseRef: '',
    headRef: '',
    untrusted: false,
  };
}

function ofPull(repository: Repository, event: OccurredEvent) {
  const pull = repository.pull(pullNumber(event));
  const named = event.name !== 'pull_request_review';
  return {
    environmentRef: `refs/pull/${String(pull.number)}/merge`,
    headSha: pull.head,
    headBranch: pull.headBranch,
    headRepository: pull.headRepository ?? repository.fullName,
    baseRef: named ? pull.baseBranch : '',
    headRef: named ? pull.headBranch : '',
    untrusted: pull.headRepository !== repository.fullName,
  };
}

function pullNumber({ payload }: OccurredEvent): number {
  return (payload['pull_request'] as { readonly number: number }).number;
}

function common(github: Emulator, repository: Repository, sender: string): Json {
  return {
    repository: github.show.repository(repository, 'full-repository'),
    sender: github.show.account(github.world.account(sender)),
  };
}
