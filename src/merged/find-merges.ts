import type { CommitSha } from '../domain/change.ts';
import type { ListedPullRequest, LiveCodeHost } from '../ports/live-code-host.ts';
import type { Repository } from '../ports/repository.ts';
import type { BroughtByPullRequest, Merge } from './merge.ts';
import { type Line, type Regard, type Step, stepAt, walk } from './walk.ts';

export type MergesRequest = {
  readonly repository: Repository;
  readonly host: Pick<LiveCodeHost, 'findByCommit' | 'readPullRequest'>;
  /** Name of the target branch, as pull requests name it. */
  readonly branch: string;
  readonly tip: CommitSha;
  /** The last commit that is known to be dealt with. It is looked at again: it can be half applied. */
  readonly since: CommitSha | undefined;
  readonly regard: Regard;
};

/**
 * What came to the branch since then and matters, oldest first, with the pull request that brought it.
 * The host is asked only about commits that matter.
 */
export async function findMerges(request: MergesRequest): Promise<readonly Merge[]> {
  const { repository, tip, since, regard } = request;
  const commits = await repository.firstParents(tip, undefined);
  const line: Line = { repository, commits, regard };
  const asked = askOnce(request);
  const recent = await walk(line, since);
  const steps = [...(await stepsBefore(line, recent[0], since, asked)), ...recent];
  const merges: Merge[] = [];
  for (let index = 0; index < steps.length;) {
    const { merge, next } = await mergeAt(steps, index, { repository, asked });
    if (merge !== undefined) merges.push(merge);
    index = next;
  }
  return merges;
}

/** The merge that ended with this commit; undefined when no merged pull request did. */
export async function findMerge(
  commit: CommitSha,
  tools: Pick<MergesRequest, 'repository' | 'host'>,
): Promise<BroughtByPullRequest | undefined> {
  const listed = (await tools.host.findByCommit(commit)).filter(
    ({ mergedAt, mergeCommit }) => mergedAt !== undefined && mergeCommit === commit,
  );
  for (const { targetBranch: branch } of listed) {
    const regard: Regard = async () => 'regarded';
    const span = { tip: commit, since: commit, branch, regard };
    const last = (await findMerges({ ...tools, ...span })).at(-1);
    if (last?.kind === 'pull-request' && last.commit === commit) return last;
  }
  return undefined;
}

/** Merged pull requests of the branch that the host names for a commit; each commit is asked for once. */
type Asked = (commit: CommitSha) => Promise<readonly Brought[]>;

type Brought = ListedPullRequest & Required<Pick<ListedPullRequest, 'mergedAt' | 'mergeCommit'>>;

function askOnce({ host, branch }: MergesRequest): Asked {
  // A list leaves out who merged.
  const read = once((number: number) => host.readPullRequest(number));
  return once(async (commit: CommitSha) => {
    const found: Brought[] = [];
    for (const { number, mergedAt, targetBranch } of await host.findByCommit(commit)) {
      if (mergedAt === undefined || targetBranch !== branch) continue;
      const pullRequest = await read(number);
      if (isMergedInto(pullRequest, branch)) found.push(pullRequest);
    }
    return found;
  });
}

function once<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const answers = new Map<Key, Promise<Value>>();
  return async (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

function isMergedInto(pullRequest: ListedPullRequest, branch: string): pullRequest is Brought {
  return (
    pullRequest.mergedAt !== undefined &&
    pullRequest.mergeCommit !== undefined &&
    pullRequest.targetBranch === branch
  );
}

/** The earlier commits of the rebase whose last commit is the oldest of the walk. */
async function stepsBefore(
  line: Line,
  oldest: Step | undefined,
  since: CommitSha | undefined,
  asked: Asked,
): Promise<readonly Step[]> {
  if (oldest === undefined || oldest.commit !== since || !oldest.regarded) return [];
  const last = (await asked(since)).find(({ mergeCommit }) => mergeCommit === since);
  if (last === undefined || !(await isSingle(line, since))) return [];
  const belongs = async (commit: CommitSha): Promise<boolean> =>
    (await isSingle(line, commit)) &&
    (await asked(commit)).some(({ number }) => number === last.number);
  const steps: Step[] = [];
  for (let index = line.commits.indexOf(since) + 1; ; index += 1) {
    const step = await stepAt(line, index);
    if (step === undefined || step === 'ungoverned') return steps;
    if (!(await belongs(step.commit))) return steps;
    steps.unshift(step);
  }
}

type Reading = { readonly repository: Repository; readonly asked: Asked };

async function mergeAt(
  steps: readonly Step[],
  index: number,
  reading: Reading,
): Promise<{ readonly merge?: Merge; readonly next: number }> {
  const step = steps[index];
  if (step?.regarded !== true) return { next: index + 1 };
  const { base, commit } = step;
  for (const pullRequest of await reading.asked(commit)) {
    const rest = steps.slice(index);
    const length = rest.findIndex((later) => later.commit === pullRequest.mergeCommit) + 1;
    const group = rest.slice(0, length);
    const last = group.at(-1);
    if (last === undefined || !(await cameTogether(group, pullRequest, reading))) continue;
    const how = length > 1 ? 'rebase' : await howMerged(reading, commit);
    const merge = { kind: 'pull-request', pullRequest, base, commit: last.commit, how } as const;
    return { merge, next: index + length };
  }
  return { merge: { kind: 'direct-push', base, commit }, next: index + 1 };
}

/** A rebase puts plain commits on the branch, one after another, and the host says that of each. */
async function cameTogether(
  group: readonly Step[],
  { number }: Brought,
  { repository, asked }: Reading,
): Promise<boolean> {
  if (group.length === 1) return true;
  for (const { commit, regarded } of group) {
    if (!(await isSingle({ repository }, commit))) return false;
    if (!regarded) continue;
    if (!(await asked(commit)).some((brought) => brought.number === number)) return false;
  }
  return true;
}

async function howMerged(reading: Reading, commit: CommitSha): Promise<'merge' | 'squash'> {
  return (await isSingle(reading, commit)) ? 'squash' : 'merge';
}

async function isSingle(
  { repository }: Pick<Line, 'repository'>,
  commit: CommitSha,
): Promise<boolean> {
  return (await repository.parents(commit)).length === 1;
}

/**
 * Whether the first commit of a rebase is one that the pull request itself holds. A rebase makes new
 * commits; this one was pushed to the branch, and its lines were in nobody's difference to review.
 */
export async function wasThereBefore(
  { how, base, commit, pullRequest }: BroughtByPullRequest,
  repository: Repository,
): Promise<boolean> {
  if (how !== 'rebase') return false;
  const first = (await repository.firstParents(commit, base)).at(-1);
  return first === undefined || (await repository.mergeBase(first, pullRequest.head)) === first;
}
