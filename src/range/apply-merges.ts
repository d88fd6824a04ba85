import type { LedgerRow } from '../apply/ledger.ts';
import { recordRefusedMerge } from '../apply/record-refused.ts';
import type { Limits } from '../apply/settings.ts';
import type { Application, UnitApplication } from '../domain/application.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Digest } from '../domain/digest.ts';
import type { RangeMerge, RangeReport } from '../report/range.ts';
import type { ActionContext } from '../commands/action-command.ts';
import { type BroughtMerge, isStillThere, readPaths } from './brought-merges.ts';
import { deployed, showHeld } from './deployed.ts';
import { type Distrust, distrustAfter, isStanding, judgedByAccepted } from './distrust.ts';
import { executeCleared, executePorts } from './execute-cleared.ts';
import { findUnstaged, heldUnits } from './held-units.ts';
import type { FoundTarget } from '../policy/targets.ts';
import { type Scales, weighMerge, type Weighed } from './weigh-merge.ts';

/** What was merged, and what is needed to apply it to one target. */
export type Range = Omit<Scales, 'host'> & {
  readonly tip: CommitSha;
  readonly found: FoundTarget;
  /** Of the policy at the tip, for what is only recorded. */
  readonly limits: Limits;
  readonly ledger: readonly LedgerRow[];
  readonly brought: readonly BroughtMerge[];
};

/** Goes through the merges in order. A refused one stops what stood on it, and is recorded once. */
export async function applyMerges(
  range: Range,
  context: ActionContext,
): Promise<Pick<RangeReport, 'merges' | 'outcome'>> {
  const { repository, tip } = range;
  const merges: RangeMerge[] = [];
  let distrust: Distrust | undefined;
  for (const [index, merge] of range.brought.entries()) {
    const brought = judgedByAccepted(merge, distrust);
    const isStopped = merges.some(({ refusal }) => refusal?.stops === true);
    const run = { range, context, done: merges.flatMap(({ units }) => units) };
    const ended = isStopped && waits(brought) ? waiting(brought) : await applyOne(brought, run);
    distrust = await distrustAfter(distrust, brought, ended, repository);
    const later = range.brought.slice(index).map(({ merge: { commit } }) => commit);
    const isWeakened =
      distrust !== undefined && (await isStanding(distrust, [...later, tip], repository));
    merges.push(isWeakened ? stopping(ended) : ended);
  }
  return { merges, outcome: outcomeOf(merges) };
}

/** Nothing more is applied while the branch is judged by what nobody accepted. */
function stopping(merge: RangeMerge): RangeMerge {
  if (merge.refusal === undefined) return merge;
  return { ...merge, refusal: { ...merge.refusal, stops: true } };
}

/** Direct pushes and control files are judged at once, whatever stopped before them. */
function waits({ merge, units, refusedPaths }: BroughtMerge): boolean {
  return merge.kind === 'pull-request' && units.length + refusedPaths.length > 0;
}

/** A refusal that was recorded before and stops nothing is no news. */
function outcomeOf(merges: readonly RangeMerge[]): RangeReport['outcome'] {
  if (merges.some(({ refusal }) => refusal !== undefined && (refusal.stops || !refusal.isKnown)))
    return 'refused';
  return merges.some(({ outcome }) => outcome === 'applied') ? 'applied' : 'nothing-to-do';
}

type Progressing = {
  readonly range: Range;
  readonly context: ActionContext;
  /** What this run did so far. */
  readonly done: readonly UnitApplication[];
};

async function applyOne(brought: BroughtMerge, run: Progressing): Promise<RangeMerge> {
  const { ledger } = run.range;
  if (isDealtWith(brought, ledger)) {
    const units = heldNow(heldUnits(ledger, brought.units));
    return { ...nameOf(brought), outcome: 'held', units, pending: [] };
  }
  const weighed = await weighMerge(brought, { ...run.range, host: run.context.host });
  switch (weighed.kind) {
    case 'refused':
      return refuse(brought, weighed, run);
    case 'allowed':
      return { ...nameOf(brought), outcome: 'allowed', units: [], pending: [] };
    case 'unrehearsed':
      return postpone(brought, weighed.because, run);
    case 'cleared':
      return applyCleared(brought, weighed, run);
  }
}

/** Whether the target holds all that the merge brought, and nothing else of it waits to be judged. */
export function isDealtWith(
  { merge, units, refusedPaths, controlFiles }: BroughtMerge,
  ledger: readonly LedgerRow[],
): boolean {
  if (units.length === 0 || refusedPaths.length > 0) return false;
  // Whoever applied a pull request judged its control files with it.
  if (merge.kind === 'direct-push' && controlFiles.length > 0) return false;
  return heldUnits(ledger, units).size === units.length;
}

function heldNow(held: ReadonlyMap<string, Digest>): readonly UnitApplication[] {
  return [...held].map(([unitId, record]) => ({ kind: 'already-applied', unitId, record }));
}

function waiting(brought: BroughtMerge): RangeMerge {
  const pending = brought.units.map(({ id }) => id);
  return { ...nameOf(brought), outcome: 'waits', units: [], pending };
}

async function applyCleared(
  brought: BroughtMerge,
  { clearance, judged }: Extract<Weighed, { readonly kind: 'cleared' }>,
  { range, context }: Progressing,
): Promise<RangeMerge> {
  const because = await findUnstaged(range.found, brought.units, context);
  if (because.length > 0) return stoppedBy(brought, 'not-staged', because);
  const application = await deployed(clearance, context, () =>
    executeCleared(clearance, judged, context),
  );
  return {
    ...nameOf(brought),
    ...toOutcome(application),
    pending: unreached(brought, application),
  };
}

/** The next rehearsal begins where this target stands, not where the host believes it to be. */
async function postpone(
  brought: BroughtMerge,
  because: readonly string[],
  run: Progressing,
): Promise<RangeMerge> {
  const stopped = stoppedBy(brought, 'no-evidence', because);
  const stops = await standsAtTip(brought, run);
  if (!stops) return { ...stopped, refusal: { ...stopped.refusal, isKnown: true, stops } };
  await showHeld(brought.merge.base, run.range.found.target, run.context);
  return stopped;
}

/** Nothing is said against it: the next run may go on. */
function stoppedBy(
  brought: BroughtMerge,
  reason: 'no-evidence' | 'not-staged',
  because: readonly string[],
): RangeMerge & Required<Pick<RangeMerge, 'refusal'>> {
  const refusal = { reason, because, isKnown: false, stops: true };
  return { ...waiting(brought), outcome: 'refused', refusal };
}

function toOutcome({
  units,
  outcome,
}: Application): Pick<RangeMerge, 'outcome' | 'units' | 'refusal'> {
  if (outcome !== 'refused') return { units, outcome: outcome === 'applied' ? 'applied' : 'held' };
  const because = units.flatMap((unit) => (unit.kind === 'refused' ? unit.because : []));
  const refusal = { reason: 'not-applied', because, isKnown: false, stops: true } as const;
  return { units, outcome, refusal };
}

function unreached({ units }: BroughtMerge, application: Application): readonly string[] {
  const reached = new Set(application.units.map(({ unitId }) => unitId));
  return units.map(({ id }) => id).filter((id) => !reached.has(id));
}

async function refuse(
  brought: BroughtMerge,
  { reason, because }: Extract<Weighed, { readonly kind: 'refused' }>,
  run: Progressing,
): Promise<RangeMerge> {
  const { range, context } = run;
  const { repository, found, limits } = range;
  const { merge, isReadable, brought: by } = brought;
  const refused = {
    repository: context.host.repository,
    base: merge.base,
    commit: merge.commit,
    pullRequest: merge.kind === 'pull-request' ? merge.pullRequest.number : null,
    mergedBy: nameOf(brought).mergedBy ?? null,
    paths: await readPaths(brought, repository),
    policy: isReadable ? by.controls.policy.digest : null,
    reason,
    because,
  };
  const where = { target: found.target, limits };
  const recorded = await recordRefusedMerge(refused, where, await executePorts(context));
  const refusal = {
    reason,
    because,
    isKnown: recorded.kind === 'known',
    stops: await standsAtTip(brought, run),
    ...(recorded.kind === 'busy' ? {} : { record: recorded.record }),
  };
  return { ...waiting(brought), outcome: 'refused', refusal };
}

/** Whether what came later stands on it: the branch has it, and the target does not. */
function standsAtTip(brought: BroughtMerge, { range, done }: Progressing): Promise<boolean> {
  const { repository, tip, ledger } = range;
  const holds = (unitId: string, digest?: Digest): boolean =>
    done.some((unit) => unit.kind === 'applied' && unit.unitId === unitId) ||
    ledger.some((row) => row.unitId === unitId && (digest === undefined || isDone(row, digest)));
  return isStillThere(brought, { repository, tip, holds });
}

function isDone(row: LedgerRow, digest: Digest): boolean {
  return row.state === 'done' && row.digest === digest;
}

function nameOf({ merge }: BroughtMerge): Pick<RangeMerge, 'commit' | 'pullRequest' | 'mergedBy'> {
  if (merge.kind === 'direct-push') return { commit: merge.commit };
  const { pullRequest, how, commit } = merge;
  const { number, mergedBy } = pullRequest;
  return {
    commit,
    pullRequest: { number, how },
    ...(mergedBy === undefined ? {} : { mergedBy }),
  };
}
