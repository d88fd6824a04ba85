import type { UnitApplication } from '../domain/application.ts';
import type { AuditRecord } from '../domain/audit-record.ts';
import type { StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import { compareEffects } from '../shadow/compare.ts';
import { observeStatement, type Snapshot, takeSnapshot } from '../shadow/observe/observe.ts';
import { settleDeferred } from '../shadow/observe/settle.ts';
import { commit } from './commit.ts';
import { applied, recordUnit, refuse, type UnitRun } from './journal.ts';
import { assertLocked } from './lock.ts';
import type { UnitPlan } from './plan.ts';
import { beyondProbes, type Probed, probeTarget } from './probe-target.ts';
import { touchesLedger } from './protect.ts';
import { jitter, type Run } from './run.ts';
import { pinForTransaction, reclaim } from './settings.ts';

type TransactionalPlan = Extract<UnitPlan, { readonly kind: 'transactional' }>;

/** What is needed for one unit besides the run. */
export type Transactional = UnitRun & {
  readonly plan: TransactionalPlan;
  readonly rehearsed: UnitEvidence;
};

/** What the target said beforehand belongs to every attempt. */
type Asked = Transactional & { readonly probed: Probed };

type Attempt =
  | {
      readonly kind: 'committed';
      readonly effect: readonly StatementEvidence[];
      readonly record: AuditRecord;
    }
  /** Another transaction was in the way; everything was rolled back. */
  | { readonly kind: 'blocked'; readonly sqlstate: string }
  | { readonly kind: 'failed'; readonly sqlstate: string; readonly because: string }
  | { readonly kind: 'mismatch'; readonly because: readonly string[] };

type Timing = { readonly startedAt: number; readonly attempts: number };

const attemptsLimit = 5;
const blocked = new Set(['55P03', '40P01']);

/** Runs one unit and its record in one transaction, again when a lock could not be had in time. */
export async function applyTransactional(
  run: Run,
  subject: Transactional,
): Promise<UnitApplication> {
  const startedAt = run.ports.clock.ticks();
  const { plan, rehearsed } = subject;
  const probed = await probeTarget(run, { ...plan, rehearsed });
  const { because, answers: probes } = probed;
  if (because.length > 0) {
    const refusal = { event: 'apply.refused', startedAt, attempts: 1, because, probes } as const;
    return refuse(run, subject, refusal);
  }
  return applyProbed(run, { ...subject, probed }, startedAt);
}

async function applyProbed(run: Run, subject: Asked, startedAt: number): Promise<UnitApplication> {
  const probes = subject.probed.answers;
  for (let attempts = 1; ; attempts += 1) {
    const timing = { startedAt, attempts };
    const attempt = await tryOnce(run, subject, timing);
    if (attempt.kind === 'committed')
      return applied(run, subject, { ...timing, ...attempt, probes });
    if (attempt.kind !== 'blocked' || attempts === attemptsLimit)
      return refuse(run, subject, { ...timing, ...reasonOf(attempt), probes });
    const pause = 100 * 2 ** attempts * (0.5 + jitter(run.ports.ids));
    await run.ports.clock.sleep(pause, run.ports.signal);
  }
}

function reasonOf(attempt: Exclude<Attempt, { readonly kind: 'committed' }>) {
  switch (attempt.kind) {
    case 'blocked':
      return {
        event: 'apply.refused',
        sqlstate: attempt.sqlstate,
        because: [
          `Other transactions held a needed lock in all of ${attemptsLimit} attempts: waiting longer would have stopped everybody behind. Instead, run the same command again when the table is less busy, or end the transaction that holds the lock.`,
        ],
      } as const;
    case 'failed':
      return {
        event: 'apply.failed',
        sqlstate: attempt.sqlstate,
        because: [attempt.because],
      } as const;
    case 'mismatch':
      return { event: 'apply.refused', because: attempt.because } as const;
  }
}

async function tryOnce(run: Run, subject: Asked, timing: Timing): Promise<Attempt> {
  await using worker = await run.connect();
  await pinForTransaction(worker, run.clearance.limits);
  await worker.query('begin isolation level read committed read write');
  const before = await takeSnapshot({ worker, observer: run.keeper });
  const ran = await runStatements(run, subject, worker, before);
  if (ran.kind !== 'ran') {
    await worker.execute('rollback');
    return ran;
  }
  const because = objections(run, subject, ran.observed);
  if (because.length > 0) {
    await worker.execute('rollback');
    return { kind: 'mismatch', because };
  }
  await reclaim(worker, run.clearance.limits);
  const effect = [...ran.observed.statements, ran.observed.deferred];
  const { answers: probes } = subject.probed;
  const done = { ...timing, event: 'apply.committed', state: 'done', effect, probes } as const;
  const record = await recordUnit(run, worker, subject, { ...done, kind: 'transactional' });
  await assertLocked(run.keeper);
  const outcome = await commit(run, worker, { transaction: before.transaction, record });
  if (outcome.kind === 'committed') return { kind: 'committed', effect, record };
  return failedAt(outcome.sqlstate, 'COMMIT');
}

type Ran = { readonly kind: 'ran'; readonly observed: UnitEvidence };
type NotRun = Exclude<Attempt, { readonly kind: 'committed' }>;

async function runStatements(
  run: Run,
  { unit, plan }: Transactional,
  worker: Session,
  start: Snapshot,
): Promise<Ran | NotRun> {
  const watch = { worker, observer: run.keeper };
  const statements: StatementEvidence[] = [];
  let current = start;
  for (const [index, { text, place, tag }] of plan.statements.entries()) {
    const outcome = await worker.execute(text);
    const where = `The statement at line ${place.line}, column ${place.column}`;
    if (outcome.kind === 'failed') return failedAt(outcome.sqlstate, where);
    const { durationMs } = outcome;
    const statement = { statement: plan.first + index, durationMs };
    const observation = await observeStatement(watch, current, statement, tag);
    if (observation.kind === 'escaped') return escaped(where);
    statements.push(observation.evidence);
    current = observation.after;
  }
  const settled = await settleDeferred(watch, current, plan.first + plan.statements.length);
  switch (settled.kind) {
    case 'failed':
      return failedAt(settled.sqlstate, 'A deferred constraint or trigger');
    case 'escaped':
      return escaped('A deferred trigger');
    case 'restless':
      return { kind: 'mismatch', because: [restless] };
    case 'settled': {
      const { evidence: deferred } = settled;
      const observed = { unitId: unit.id, digest: unit.digest, statements, deferred };
      return { kind: 'ran', observed };
    }
  }
}

const restless =
  'Deferred triggers kept deferring others: nobody could see what COMMIT would do. Instead, let the triggers do their work at once.';

function failedAt(sqlstate: string, where: string): NotRun {
  if (blocked.has(sqlstate)) return { kind: 'blocked', sqlstate };
  return {
    kind: 'failed',
    sqlstate,
    because: `${where} failed with SQLSTATE ${sqlstate}: the whole unit was rolled back. Instead, correct the change and submit it again; the rehearsal did not meet this, so compare the data.`,
  };
}

// No outcome: what ran before its end may be committed already, without a record.
function escaped(where: string): never {
  throw new SluiceError(
    'database/ledger',
    `${where} ended the transaction that it ran in, so part of the change may be kept without a record. Compare the target with the change before anything else is applied.`,
  );
}

function objections(
  run: Run,
  { unit, rehearsed, probed }: Asked,
  observed: UnitEvidence,
): readonly string[] {
  if (touchesLedger(observed))
    return [
      'The change touches the schema sluice, which holds the ledger and the audit records: they would prove nothing any more. Instead, leave that schema alone.',
    ];
  const { effects, evidence } = run.input;
  const statics = effects.filter(({ unitId }) => unitId === unit.id);
  const differences = [
    ...compareEffects({ rehearsed, observed, statics, data: evidence.shadow.data }),
    ...beyondProbes(probed, observed.statements),
  ];
  return differences.map(
    (difference) =>
      `On the target the unit ${difference}: that was not approved, so it was rolled back. Instead, find the difference between the target and its migrations, and submit the change again.`,
  );
}
