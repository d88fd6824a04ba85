import { planUnit } from '../apply/plan.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import type { StatementOutcome } from '../ports/database.ts';
import type { Stage } from './rehearse-unit.ts';
import { executeWithin } from './watchdog.ts';

/** Where and why a script did not run to its end. */
export type ScriptFailure =
  | { readonly kind: 'refused'; readonly because: string }
  | {
      readonly kind: 'failed';
      /** From 0. */
      readonly position: number;
      /** Absent where it is the end of the script that failed. */
      readonly statement?: ParsedStatement;
      readonly outcome: Extract<StatementOutcome, { readonly kind: 'failed' }>;
    };

/** Runs a script as the apply would, and looks at nothing; undefined when it ran to its end. */
export async function runScript(script: Script, stage: Stage): Promise<ScriptFailure | undefined> {
  const plan = planUnit(script);
  if (plan.kind === 'refused') return plan;
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
      return { kind: 'failed', position: first + index, statement, outcome };
  }
  if (!transactional) return undefined;
  const outcome = await run('commit');
  if (outcome.kind === 'done') return undefined;
  return { kind: 'failed', position: first + statements.length, outcome };
}
