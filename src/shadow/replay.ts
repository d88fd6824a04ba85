import { planUnit } from '../apply/plan.ts';
import type { RehearsalFailure } from '../domain/evidence.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import type { StatementOutcome } from '../ports/database.ts';
import type { Stage } from './rehearse-unit.ts';
import { executeWithin } from './watchdog.ts';

/** Runs a migration that the base already holds; gives why that was not possible. */
export async function replayUnit(
  script: Script,
  stage: Stage,
): Promise<RehearsalFailure | undefined> {
  const plan = planUnit(script);
  const { unitId } = script;
  const because = `The base migration ${unitId} cannot be replayed, so the change cannot be rehearsed`;
  if (plan.kind === 'refused')
    return { unitId, statement: 0, message: `${because}. ${plan.because}` };
  await using worker = await stage.worker();
  const run = (text: string): Promise<StatementOutcome> =>
    executeWithin({ worker, observer: stage.observer }, text, stage);
  const transactional = plan.kind === 'transactional';
  const statements: readonly ParsedStatement[] = transactional ? plan.statements : [plan.statement];
  const first = transactional ? plan.first : plan.position;
  if (transactional) await worker.query('begin');
  for (const [index, statement] of statements.entries()) {
    const outcome = await run(statement.text);
    if (outcome.kind === 'failed')
      return {
        unitId,
        statement: first + index,
        sqlstate: outcome.sqlstate,
        message: `${because}. Line ${statement.place.line}: ${outcome.message}`,
      };
  }
  if (!transactional) return undefined;
  const outcome = await run('commit');
  if (outcome.kind === 'done') return undefined;
  const { sqlstate, message } = outcome;
  return {
    unitId,
    statement: first + statements.length,
    sqlstate,
    message: `${because}. ${message}`,
  };
}
