import { planUnit } from '../apply/plan.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { StatementOutcome } from '../ports/database.ts';
import type { Stage } from './rehearse-unit.ts';
import { notReplayable } from './not-replayable.ts';
import { executeWithin } from './watchdog.ts';

/** Runs a migration that the base already holds. Throws SluiceError database/shadow where it does not run. */
export async function replayUnit(script: Script, stage: Stage): Promise<void> {
  const plan = planUnit(script);
  const { unitId } = script;
  if (plan.kind === 'refused') throw refused(unitId, plan.because);
  await using worker = await stage.worker();
  const run = (text: string): Promise<StatementOutcome> =>
    executeWithin({ worker, observer: stage.observer }, text, stage);
  const transactional = plan.kind === 'transactional';
  const statements: readonly ParsedStatement[] = transactional ? plan.statements : [plan.statement];
  const first = transactional ? plan.first : plan.position;
  if (transactional) await worker.query('begin');
  for (const [index, statement] of statements.entries()) {
    const outcome = await run(statement.text);
    const at = { file: unitId, position: first + index, statement };
    if (outcome.kind === 'failed') throw notReplayable(at, outcome);
  }
  if (!transactional) return;
  const outcome = await run('commit');
  if (outcome.kind === 'failed')
    throw notReplayable({ file: unitId, position: first + statements.length }, outcome);
}

function refused(file: string, because: string): SluiceError {
  return new SluiceError(
    'database/shadow',
    `The baseline cannot be replayed: ${file} cannot run as a migration. Nothing was rehearsed. ${because}`,
  );
}
