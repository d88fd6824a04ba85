import type { RefusalReason } from '../audit/refused-merge.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import type { Clearance } from '../domain/clearance.ts';
import type { StoredRehearsal } from '../domain/stored-evidence.ts';
import { withReviews, withoutReviews } from '../gate/pull-request.ts';
import { type Judgement, judge } from '../judge.ts';
import { wasThereBefore } from '../merged/find-merges.ts';
import type { BroughtByPullRequest, Merge } from '../merged/merge.ts';
import { clear } from '../policy/clear.ts';
import { nextSteps } from '../policy/explain.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { Repository } from '../ports/repository.ts';
import type { BroughtMerge } from './brought-merges.ts';
import { findEvidence } from '../change/evidence-file.ts';
import type { LayFacts } from '../change/given-facts.ts';
import type { Judged } from './execute-cleared.ts';
import { judgeInput } from '../change/judge-input.ts';
import { findOtherBytes, type MergedChange, otherBytes } from './load-merged.ts';
import type { FoundTarget } from '../policy/targets.ts';

/** Whether what a merge brought may be applied. */
export type Weighed =
  /** Control files only, and approved: nothing runs. */
  | { readonly kind: 'allowed' }
  | { readonly kind: 'cleared'; readonly clearance: Clearance; readonly judged: Judged }
  | Unrehearsed
  | Refused;

/** Nobody saw it run yet: no word against the merge. */
type Unrehearsed = { readonly kind: 'unrehearsed'; readonly because: readonly string[] };

type Refused = {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly because: readonly string[];
};

export type Scales = {
  readonly host: LiveCodeHost;
  /** Holds the heads of the pull requests as well. */
  readonly repository: Repository;
  readonly found: FoundTarget;
  /** Name of the target branch. */
  readonly branch: string;
  /** What the rehearsal of the same run saw. */
  readonly rehearsals: readonly StoredRehearsal[];
  readonly layFacts: LayFacts;
  /** Heads of pull requests by number, as git has them. */
  readonly heads: ReadonlyMap<number, CommitSha>;
};

/** Evaluates everything again, as of the merge. */
export async function weighMerge(brought: BroughtMerge, scales: Scales): Promise<Weighed> {
  const { merge } = brought;
  if (merge.kind === 'direct-push') return unreviewed(scales.branch);
  if (!brought.isReadable) return refuse('unreadable-policy', unreadable);
  if (scales.heads.get(merge.pullRequest.number) !== merge.pullRequest.head)
    return refuse('unknown-head', unknownHead);
  if (await wasThereBefore(merge, scales.repository)) return unreviewed(scales.branch);
  const merged = await loadReviewed(brought, merge, scales);
  const [other] = await findOtherBytes(merged, scales.repository);
  if (other !== undefined) return refuse('other-bytes', `${JSON.stringify(other)} ${otherBytes}`);
  const first = judge(judgeInput(merged, { rehearsal: 'pending' }));
  if (first.decision.kind !== 'allow') return unapproved(merge, first);
  return brought.units.length === 0 ? { kind: 'allowed' } : clearRehearsed(brought, merged, scales);
}

async function loadReviewed(
  { brought }: BroughtMerge,
  { pullRequest, base, commit }: BroughtByPullRequest,
  { host, repository, layFacts }: Scales,
): Promise<MergedChange> {
  const { files, controls, databases } = brought;
  const change = { pullRequest: withoutReviews(pullRequest), base, head: pullRequest.head, files };
  const loaded = layFacts({ change, controls, databases });
  return { ...(await withReviews(loaded, pullRequest, { host, repository })), commit };
}

function clearRehearsed(
  { merge, units }: BroughtMerge,
  merged: MergedChange,
  { found, rehearsals, host }: Scales,
): Weighed {
  const { change, commit, controls } = merged;
  const { policy } = controls;
  if (policy.apply === 'external') return refuse('applied-elsewhere', appliedElsewhere);
  const evidence = findEvidence(merged, rehearsals);
  const own = evidence.get(found.database.name);
  const touched = merged.databases.filter((part) => part.units.length > 0);
  if (own === undefined || touched.some(({ database }) => !evidence.has(database.name)))
    return { kind: 'unrehearsed', because: [noEvidence] };
  if ([...evidence.values()].some(({ outcome }) => outcome.kind === 'failed'))
    return refuse('failed-rehearsal', failedRehearsal);
  const judgement = judge(judgeInput(merged, { rehearsal: 'done', evidence }));
  if (judgement.decision.kind !== 'allow') return unapproved(merge, judgement);
  const { decision } = judgement;
  const cleared = clear({ decision, change, commit, units, target: found.target, policy });
  if (cleared.kind === 'refused') return refuse('not-cleared', ...cleared.because);
  const judged = { merged, judgement, evidence: own, repository: host.repository };
  return { kind: 'cleared', clearance: cleared.clearance, judged };
}

function unapproved(merge: Merge, { decision }: Judgement): Refused {
  const by = merge.kind === 'direct-push' ? undefined : merge.pullRequest.mergedBy;
  const who = by === undefined ? 'It' : `@${by} merged it; it`;
  const steps = nextSteps(decision).map(({ sentence }) => sentence);
  return refuse(
    'merged-without-approval',
    `${who} was merged without what the policy asked for at that moment: ${later}`,
    ...steps,
    ...disregardedIn(decision),
  );
}

/** Why what somebody said does not count, each once. */
function disregardedIn(decision: Decision): readonly string[] {
  if (decision.kind !== 'await-approval') return [];
  const reasons = decision.missing.flatMap(({ disregarded }) => disregarded.map(({ why }) => why));
  return [...new Set(reasons)].slice(0, 10);
}

const later = 'an approval that is given later does not count. Revert it, and submit it again.';

function unreviewed(branch: string): Refused {
  return refuse(
    'unreviewed-push',
    `No pull request that was merged into ${branch} brought it, so nobody reviewed it. Revert it, and submit what is meant as a pull request.`,
  );
}

const unreadable =
  'The policy of the commit before it cannot be read, so nothing says who had to approve it. Revert it, correct the policy, and submit it again.';
const unknownHead =
  'The head that was reviewed is not what git holds of the pull request, so nobody can compare the bytes. Revert it, and submit it again.';
const appliedElsewhere =
  'The policy leaves applying to another tool. Let that tool ask sluice clear, and tell it with sluice record.';
const noEvidence =
  'No rehearsal of exactly this change on exactly this baseline is at hand, so nobody knows what it would do; it may have been merged while this run went on. Run the workflow again: it rehearses everything that the target does not hold.';
const failedRehearsal =
  'The rehearsal at the merged commit failed, so it would fail on the target. Revert it, correct it, and submit it again.';

function refuse(reason: RefusalReason, ...because: readonly string[]): Refused {
  return { kind: 'refused', reason, because };
}
