import { execute } from '../apply/execute.ts';
import type { ExecuteInput, ExecutePorts } from '../apply/run.ts';
import type { Application } from '../domain/application.ts';
import type { Clearance } from '../domain/clearance.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Judgement } from '../judge.ts';
import { actorOf } from '../policy/decide.ts';
import type { Context } from '../commands/context.ts';
import type { MergedChange } from './load-merged.ts';

/** A merged change as it was judged, with the evidence of the database that is applied to. */
export type Judged = {
  readonly merged: MergedChange;
  readonly judgement: Judgement;
  readonly evidence: Evidence;
  /** `owner/name`, when the code host knows it. */
  readonly repository?: string;
};

/** Applies what was cleared. Throws as execute does. */
export async function executeCleared(
  clearance: Clearance,
  judged: Judged,
  context: Context,
): Promise<Application> {
  context.progress.step('Applying what was cleared.');
  const input = toExecuteInput(clearance.target.database, judged);
  return execute(clearance, input, await executePorts(context));
}

/** What the apply may do and what its record says. */
export function toExecuteInput(
  database: string,
  { merged, judgement, evidence, repository }: Judged,
): ExecuteInput {
  const { change, controls, databases } = merged;
  const part = databases.find((candidate) => candidate.database.name === database);
  return {
    scripts: part?.scripts ?? [],
    effects: judgement.effects.filter(({ source }) => source === 'static'),
    evidence,
    assessment: judgement.assessment,
    actor: actorOf(change, controls.policy),
    pullRequest: change.pullRequest,
    base: change.base,
    ...(repository === undefined ? {} : { repository }),
  };
}

/** What an apply may touch, of what a command may. */
export async function executePorts(context: Context): Promise<ExecutePorts> {
  const { clock, ids, progress, signal, credentials } = context;
  const database = await context.openDatabase();
  return { database, credentials, clock, ids, progress, signal };
}
