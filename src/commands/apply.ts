import type { Application } from '../domain/application.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judge.ts';
import { clear } from '../policy/clear.ts';
import { nextSteps } from '../policy/explain.ts';
import { renderApplicationJson } from '../report/render-json.ts';
import { renderApplicationText } from '../report/render-text.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { executeCleared } from '../range/execute-cleared.ts';
import { judgeInput } from '../change/judge-input.ts';
import { loadMerged, unitsFor } from '../range/load-merged.ts';
import type { MergedChange } from '../range/load-merged.ts';
import { findNothingToDo, findUnstaged } from '../range/held-units.ts';
import { rehearseAll, shadowChoice } from './rehearse-change.ts';
import type { RehearsalTools } from './rehearse-change.ts';
import { findTarget } from '../policy/targets.ts';
import type { FoundTarget } from '../policy/targets.ts';
import { writeResult } from './write-result.ts';

/** `sluice apply`: everything is evaluated again at the merged commit; then the clearance is executed. */
export async function apply(given: Arguments, context: Context): Promise<ExitCode> {
  const application = await applyMerged(given, context);
  const report =
    given.options.get('format') === 'json'
      ? renderApplicationJson(application)
      : renderApplicationText(application, { colour: context.colour });
  await writeResult(report, given, context);
  return application.outcome === 'refused' ? 1 : 0;
}

async function applyMerged(given: Arguments, context: Context): Promise<Application> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  context.progress.step('Reading the merged change.');
  const merged = await loadMerged(given, context, { repository, parser });
  const found = findTarget(merged.controls.policy, given.options.get('target') ?? '');
  const first = judge(judgeInput(merged, { rehearsal: 'pending' }));
  if (first.decision.kind !== 'allow') return refuse(found, merged, whyNot(first));
  const units = unitsFor(merged, found);
  const nothing = await findNothingToDo(found, units, context);
  if (nothing !== undefined) return nothing;
  const early = await findUnstaged(found, units, context);
  if (early.length > 0) return refuse(found, merged, early);
  const choice = shadowChoice(given);
  if (choice === 'none') throw unrehearsed();
  return await rehearseAndExecute(merged, found, { context, repository, parser, choice });
}

async function rehearseAndExecute(
  merged: MergedChange,
  found: FoundTarget,
  tools: RehearsalTools,
): Promise<Application> {
  const rehearsed = await rehearseAll(merged, tools);
  const judgement = judge(judgeInput(merged, { rehearsal: 'done', evidence: rehearsed }));
  const evidence = rehearsed.get(found.database.name);
  if (evidence === undefined) return refuse(found, merged, ['Nothing was rehearsed.']);
  const { change, commit, controls } = merged;
  const { decision } = judgement;
  const units = unitsFor(merged, found);
  const { policy } = controls;
  const cleared = clear({ decision, change, commit, units, target: found.target, policy });
  if (cleared.kind === 'refused') return refuse(found, merged, cleared.because);
  return executeCleared(cleared.clearance, { merged, judgement, evidence }, tools.context);
}

function whyNot({ decision }: Judgement): readonly string[] {
  return nextSteps(decision).map(({ sentence }) => sentence);
}

/** The first unit carries the reasons; without one there is nothing that they could be about. */
function refuse(found: FoundTarget, merged: MergedChange, because: readonly string[]): Application {
  const unitId = unitsFor(merged, found)[0]?.id ?? targetName(found.target);
  return {
    target: targetName(found.target),
    units: [{ kind: 'refused', unitId, because }],
    outcome: 'refused',
  };
}

function unrehearsed(): SluiceError {
  return new SluiceError(
    'input/usage',
    'An apply without a rehearsal could not compare what happens with what should. Nothing was applied. Leave --shadow out.',
  );
}
