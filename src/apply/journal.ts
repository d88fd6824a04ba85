import type { AuditEvent, AuditRecord } from '../domain/audit-record.ts';
import { rowsOf, toRecordBody } from '../audit/record.ts';
import type { ProbeAnswer, UnitApplication } from '../domain/application.ts';
import type { Unit } from '../domain/change.ts';
import type { StatementEvidence } from '../domain/evidence.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import { appendRecord, appendUnit, type NewLedgerRow } from './ledger.ts';
import type { Run } from './run.ts';
import { readTime } from './target-facts.ts';

/** One unit of the clearance with its statements. */
export type UnitRun = { readonly unit: Unit; readonly script: Script };

/** What happened, for the record. */
export type Happening = {
  readonly event: AuditEvent;
  readonly startedAt: number;
  readonly attempts: number;
  readonly effect?: readonly StatementEvidence[];
  readonly sqlstate?: string;
  readonly because?: readonly string[];
  readonly probes?: readonly ProbeAnswer[];
};

/** Adds a record in the session's open transaction. */
async function record(
  run: Run,
  session: Session,
  subject: UnitRun,
  happening: Happening,
): Promise<AuditRecord> {
  const { startedAt, ...outcome } = happening;
  const body = toRecordBody(run.context, {
    ...outcome,
    at: await readTime(session),
    atRunner: run.ports.clock.now(),
    durationMs: run.ports.clock.ticks() - startedAt,
    unit: {
      id: subject.unit.id,
      digest: subject.unit.digest,
      statements: statementsOf(subject.script),
    },
  });
  return appendRecord(session, body);
}

/** The statements of a unit as a record names them. */
export function statementsOf({ statements }: Pick<Script, 'statements'>) {
  return statements.map((statement) => ({
    tag: statement.kind === 'parsed' ? statement.tag : 'unparsed',
    text: statement.text,
  }));
}

/** Adds a record and the ledger row that names it, in the session's open transaction. */
export async function recordUnit(
  run: Run,
  session: Session,
  subject: UnitRun,
  happening: Happening & Pick<NewLedgerRow, 'state' | 'kind'>,
): Promise<AuditRecord> {
  const { state, kind, ...plain } = happening;
  const added = await record(run, session, subject, plain);
  const { clearance, input } = run;
  const row: NewLedgerRow = {
    change: clearance.change,
    unitId: subject.unit.id,
    target: run.target,
    digest: subject.unit.digest,
    commit: clearance.commit,
    pullRequest: input.pullRequest.number,
    ...(input.repository === undefined ? {} : { repository: input.repository }),
    state,
    kind,
  };
  await appendUnit(session, row, added);
  return added;
}

/** Runs `work` in a transaction of the keeper, which runs nothing but our own statements. */
export async function inOwnTransaction<Result>(
  keeper: Session,
  work: () => Promise<Result>,
): Promise<Result> {
  await keeper.query('begin isolation level read committed read write');
  try {
    const result = await work();
    await keeper.query('commit');
    return result;
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'database/refused')
      await keeper.query('rollback');
    throw error;
  }
}

/** Nothing of the unit was kept: records that, and says so. */
export async function refuse(
  run: Run,
  subject: UnitRun,
  happening: Happening & { readonly because: readonly string[] },
): Promise<UnitApplication> {
  await inOwnTransaction(run.keeper, () => record(run, run.keeper, subject, happening));
  return { kind: 'refused', unitId: subject.unit.id, because: happening.because };
}

/** The unit is applied and recorded. */
export function applied(
  run: Run,
  subject: UnitRun,
  done: {
    readonly startedAt: number;
    readonly attempts: number;
    readonly effect: readonly StatementEvidence[];
    readonly record: AuditRecord;
    readonly probes: readonly ProbeAnswer[];
  },
): UnitApplication {
  return {
    kind: 'applied',
    unitId: subject.unit.id,
    durationMs: Math.round(run.ports.clock.ticks() - done.startedAt),
    attempts: done.attempts,
    rows: rowsOf(done.effect),
    record: done.record.digest,
    ...(done.probes.length === 0 ? {} : { probes: done.probes }),
  };
}
