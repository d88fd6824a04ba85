import { largestEvidence, parseStoredEvidence } from '../config/stored-evidence.ts';
import type { Unit } from '../domain/change.ts';
import type { ExternalClearance } from '../domain/clearance.ts';
import { judge } from '../judge.ts';
import { clearExternal } from '../policy/clear.ts';
import { nextSteps } from '../policy/explain.ts';
import type { Arguments } from '../commands/command.ts';
import type { Context } from '../commands/context.ts';
import { decodeUtf8 } from '../change/decode.ts';
import { findEarlier } from './earlier-units.ts';
import { findEvidence } from '../change/evidence-file.ts';
import type { Judged } from './execute-cleared.ts';
import { whyEdited } from '../apply/record-external.ts';
import { findUnstaged, heldUnits, readTargetLedger } from './held-units.ts';
import { type EvidenceByDatabase, judgeInput } from '../change/judge-input.ts';
import { loadMerged, type MergedChange, unitsFor } from './load-merged.ts';
import { rehearseAll, type RehearsalTools, shadowChoice } from '../commands/rehearse-change.ts';
import { findTarget, type FoundTarget } from '../policy/targets.ts';

/** Whether another tool may apply what was merged to a target, and what is left of it. */
export type ExternalAnswer = {
  readonly found: FoundTarget;
  readonly merged: MergedChange;
} & (
  | {
      readonly kind: 'cleared';
      readonly clearance: ExternalClearance;
      readonly judged: Judged;
      /** What the target's ledger does not hold yet, in order. */
      readonly pending: readonly Unit[];
    }
  | { readonly kind: 'nothing-pending' }
  | { readonly kind: 'refused'; readonly because: readonly string[] }
);

/** Evaluates everything as an apply would, for a target that another tool applies to. */
export async function weighExternal(
  given: Arguments,
  context: Context,
  load = loadMerged,
): Promise<ExternalAnswer> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  context.progress.step('Reading the merged change.');
  const merged = await load(given, context, { repository, parser });
  const found = findTarget(merged.controls.policy, given.options.get('target') ?? '');
  const answer = { found, merged };
  const units = unitsFor(merged, found);
  const early = whyNot(merged);
  if (early.length > 0) return { ...answer, kind: 'refused', because: early };
  const ledger = await readTargetLedger(found.target, context);
  const edited = units.flatMap((unit) => whyEdited(unit, ledger));
  const earlier = await findEarlier(merged, { repository, parser, found, ledger });
  if (edited.length + earlier.length > 0)
    return { ...answer, kind: 'refused', because: [...edited, ...earlier] };
  const held = heldUnits(ledger, units);
  const pending = units.filter(({ id }) => !held.has(id));
  if (pending.length === 0) return { ...answer, kind: 'nothing-pending' };
  const unstaged = await findUnstaged(found, units, context);
  if (unstaged.length > 0) return { ...answer, kind: 'refused', because: unstaged };
  const evidence = await readEvidence(given, merged, { context, repository, parser });
  return { ...answer, ...clearWith(evidence, { merged, found, pending }) };
}

function whyNot(merged: MergedChange): readonly string[] {
  if (merged.controls.policy.apply === 'sluice')
    return ['The policy lets Sluice apply, so no other tool may. Run sluice apply.'];
  const { decision } = judge(judgeInput(merged, { rehearsal: 'pending' }));
  return nextSteps(decision).map(({ sentence }) => sentence);
}

/** The file that a job before wrote, which whoever passes it vouches for; else a rehearsal here. */
async function readEvidence(
  given: Arguments,
  merged: MergedChange,
  tools: Omit<RehearsalTools, 'choice'>,
): Promise<EvidenceByDatabase> {
  const path = given.options.get('evidence');
  if (path !== undefined) {
    const bytes = await tools.context.files.read(path, largestEvidence);
    const stored = parseStoredEvidence(decodeUtf8(bytes, path, 'input/evidence'));
    return findEvidence(merged, stored.rehearsals);
  }
  const choice = shadowChoice(given);
  return choice === 'none' ? new Map() : rehearseAll(merged, { ...tools, choice });
}

type Pending = {
  readonly merged: MergedChange;
  readonly found: FoundTarget;
  readonly pending: readonly Unit[];
};

function clearWith(evidence: EvidenceByDatabase, { merged, found, pending }: Pending) {
  const own = evidence.get(found.database.name);
  if (own === undefined) return { kind: 'refused', because: [noEvidence] } as const;
  const judgement = judge(judgeInput(merged, { rehearsal: 'done', evidence }));
  const { decision } = judgement;
  const { change, commit, controls } = merged;
  const units = unitsFor(merged, found);
  const request = { decision, change, commit, units, target: found.target };
  const cleared = clearExternal({ ...request, policy: controls.policy });
  if (cleared.kind === 'refused') return cleared;
  return { ...cleared, judged: { merged, judgement, evidence: own }, pending };
}

const noEvidence =
  'No rehearsal of exactly this change on exactly this baseline is at hand, so nobody saw what it does. Pass the evidence file of the job that rehearsed, or leave --evidence and --shadow out.';
