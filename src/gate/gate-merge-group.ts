import { findEvidence, readEvidenceFile } from '../change/evidence-file.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import type { PullRequest } from '../domain/change.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { StoredRehearsal } from '../domain/stored-evidence.ts';
import type { FetchedRepository } from '../ports/remote.ts';
import { orError, writePending, writeVerdict } from './board.ts';
import { decisionInputs } from './decision-inputs.ts';
import type { Tools } from './gate-pull-request.ts';
import { findMembers, type LoadedMember, type Member } from './group-members.ts';
import { evidenceOfMember, problemOfGroup } from './group-content.ts';
import { isUngoverned, judgePullRequest, type Judged } from './judge-pull-request.ts';
import type { Outcome } from './outcome.ts';
import { mostRounds, publish, unsettled, type Changed } from './publish.ts';
import { withoutReviews, withReviews } from './pull-request.ts';
import { stillHolds } from './still-holds.ts';
import { describe, ungovernedInWords } from './verdict.ts';

type Group = Extract<Occasion, { kind: 'merge-group' }>;

/** Judges what a merge queue is about to merge: every pull request of the group has to be allowed. */
export async function gateMergeGroup(group: Group, tools: Tools): Promise<Outcome> {
  return orError(group, tools.context, async () => {
    await writePending(group, tools.context);
    for (let round = 1; round <= mostRounds; round++) {
      const outcome = await lookOnce(group, tools);
      if (outcome.kind !== 'changed') return outcome;
    }
    throw unsettled();
  });
}

async function lookOnce(group: Group, tools: Tools): Promise<Outcome | Changed> {
  const { context } = tools;
  await using fetched = await context.remote.fetch([
    { kind: 'commit', commit: group.base },
    { kind: 'commit', commit: group.head },
  ]);
  const whole = await load(group, asPullRequest(group), { ...tools, fetched });
  if (isUngoverned(whole)) return await conclude(group, whole, { kind: 'ungoverned' }, tools);
  const members = await findMembers(group, fetched.repository, context.host);
  if (members.kind === 'unknown')
    return await conclude(
      group,
      whole,
      { kind: 'refused', why: 'Cannot tell which pull request brought a commit of the group.' },
      tools,
    );
  return await lookAtMembers(group, whole, members.members, tools);
}

async function lookAtMembers(
  group: Group,
  whole: LoadedChange,
  members: readonly [Member, ...Member[]],
  tools: Tools,
): Promise<Outcome | Changed> {
  const { context } = tools;
  await using fetched = await context.remote.fetch([
    { kind: 'commit', commit: group.base },
    { kind: 'commit', commit: group.head },
    ...members.map(({ number }) => ({ kind: 'pull-request', number }) as const),
  ]);
  const heads = fetched.commits.slice(2);
  if (members.some(({ head }, index) => heads[index] !== head)) return { kind: 'changed' };
  const loaded = await loadMembers(group, members, { ...tools, fetched });
  const why = await problemOfGroup(whole, loaded, fetched.repository);
  if (why !== undefined) return await conclude(group, whole, { kind: 'refused', why }, tools);
  const judged = await judgeMembers(whole, loaded, { ...tools, fetched });
  const [first, ...others] = judged;
  if (first === undefined) return { kind: 'changed' };
  return await publish(
    {
      subject: group,
      judged: [first, ...others],
      commented: [],
      stillHolds: () => stillHolds(judged, context.host),
    },
    context,
  );
}

type Fetched = Tools & { readonly fetched: FetchedRepository };

async function loadMembers(
  group: Group,
  members: readonly Member[],
  tools: Fetched,
): Promise<readonly LoadedMember[]> {
  const loaded: LoadedMember[] = [];
  for (const listed of members)
    loaded.push({
      listed,
      loaded: await load({ ...group, head: listed.head }, withoutReviews(listed), tools),
    });
  return loaded;
}

async function judgeMembers(
  whole: LoadedChange,
  members: readonly LoadedMember[],
  { context, fetched: { repository } }: Fetched,
): Promise<readonly Judged[]> {
  const heads = [whole.change.head, ...members.map(({ listed }) => listed.head)];
  const rehearsals: readonly StoredRehearsal[] = await readEvidenceFile(context, heads);
  const ofGroup = findEvidence(whole, rehearsals);
  const judged: Judged[] = [];
  for (const { listed, loaded } of members) {
    const evidence = evidenceOfMember(loaded, findEvidence(loaded, rehearsals), ofGroup);
    const complete = await withReviews(loaded, listed, { host: context.host, repository });
    judged.push(judgePullRequest(listed, complete, { all: rehearsals, evidence }));
  }
  return judged;
}

async function load(
  { base, head }: Pick<Group, 'base' | 'head'>,
  pullRequest: PullRequest,
  { layFacts, parser, fetched: { repository } }: Fetched,
): Promise<LoadedChange> {
  const tools = { repository, parser, readControls: loadControlsOrObserve };
  return layFacts(await loadChange({ pullRequest, base, head }, tools));
}

/** A group has no author and no reviews of its own; nothing is ever decided by this one. */
function asPullRequest({ head, targetBranch }: Group): PullRequest {
  return {
    number: 0,
    title: 'merge group',
    head,
    targetBranch,
    author: { kind: 'automation', login: 'github-merge-queue[bot]', onBehalfOf: [] },
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  };
}

async function conclude(
  group: Group,
  whole: LoadedChange,
  outcome: Extract<Outcome, { kind: 'ungoverned' | 'refused' }>,
  { context }: Tools,
): Promise<Outcome> {
  const isObserved = whole.controls.policy.mode === 'observe';
  const isRefused = outcome.kind === 'refused' && !isObserved;
  const words = outcome.kind === 'refused' ? outcome.why : ungovernedInWords;
  const description = describe(
    outcome.kind === 'refused' && isObserved ? `Observe: ${words}` : words,
    decisionInputs(whole, new Map()),
  );
  const verdict = { state: isRefused ? 'failure' : 'success', description } as const;
  return (await writeVerdict(group, verdict, context)) ? outcome : { kind: 'superseded' };
}
