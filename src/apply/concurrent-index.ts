import type { ProbeAnswer, UnitApplication } from '../domain/application.ts';
import type { AuditEvent } from '../domain/audit-record.ts';
import type { UnitEvidence } from '../domain/evidence.ts';
import type { Session, StatementOutcome } from '../ports/database.ts';
import { quoteName } from '../sql/quote.ts';
import { applied, inOwnTransaction, recordUnit, refuse, type UnitRun } from './journal.ts';
import { assertLocked } from './lock.ts';
import type { ConcurrentIndex } from './plan.ts';
import { probeTarget } from './probe-target.ts';
import { type IndexState, probeIndex } from './reconcile.ts';
import type { Run } from './run.ts';
import { pinForConcurrent } from './settings.ts';

export type ConcurrentIndexRun = UnitRun & {
  readonly plan: ConcurrentIndex;
  readonly rehearsed: UnitEvidence;
  /** An earlier run said that it would, and never said that it had. */
  readonly intended: boolean;
};

/** Building an index on a large table takes hours; nothing waits for it. */
const deadlineMs = 4 * 60 * 60 * 1000;

/** Runs CREATE or DROP INDEX CONCURRENTLY: says so, runs it, looks whether it is so, says that too. */
export async function applyConcurrentIndex(
  run: Run,
  subject: ConcurrentIndexRun,
): Promise<UnitApplication> {
  const startedAt = run.ports.clock.ticks();
  await using worker = await run.connect();
  await pinForConcurrent(worker, deadlineMs);
  const found = await probeIndex(worker, subject.plan);
  const next = decideNext(subject, found);
  if (next.kind === 'refuse')
    return await refuse(run, subject, {
      event: 'apply.refused',
      startedAt,
      attempts: 1,
      because: [next.because],
    });
  if (next.kind === 'finished')
    return await finish(run, subject, { event: 'apply.reconciled', startedAt, probes: [] });
  if (next.kind === 'repair') await dropLeftover(worker, subject.plan, next.schema);
  const probed = await probeTarget(run, probedStatements(subject));
  const { because, answers: probes } = probed;
  if (because.length > 0) {
    const refusal = { event: 'apply.refused', startedAt, attempts: 1, because, probes } as const;
    return await refuse(run, subject, refusal);
  }
  if (!subject.intended) await intend(run, subject, startedAt);
  return await build(run, subject, { worker, startedAt, probes });
}

function probedStatements({ plan, rehearsed }: ConcurrentIndexRun) {
  return { statements: [plan.statement], first: plan.position, rehearsed };
}

type Next =
  | { readonly kind: 'run' }
  | { readonly kind: 'repair'; readonly schema: string }
  | { readonly kind: 'finished' }
  | { readonly kind: 'refuse'; readonly because: string };

function decideNext({ plan, intended }: ConcurrentIndexRun, found: IndexState): Next {
  if (found.kind === 'building')
    return {
      kind: 'refuse',
      because:
        'The index is being built right now: a live build looks like a failed one, and must not be repaired. Instead, run the same command again when it has ended.',
    };
  if (plan.action === 'drop')
    return intended && found.kind === 'absent' ? { kind: 'finished' } : { kind: 'run' };
  if (found.kind === 'absent') return { kind: 'run' };
  if (!intended || found.kind === 'other')
    return {
      kind: 'refuse',
      because:
        'Something of that name is already there and no record says that Sluice began it: nobody knows whether it is the index that was approved. Instead, drop or rename it, or choose another name.',
    };
  return found.kind === 'valid' ? { kind: 'finished' } : { kind: 'repair', schema: found.schema };
}

async function intend(run: Run, subject: ConcurrentIndexRun, startedAt: number): Promise<void> {
  const intent = { event: 'apply.intent', state: 'intent', kind: 'concurrent-index' } as const;
  await inOwnTransaction(run.keeper, () =>
    recordUnit(run, run.keeper, subject, { ...intent, startedAt, attempts: 1 }),
  );
}

type Work = {
  readonly worker: Session;
  readonly startedAt: number;
  readonly probes: readonly ProbeAnswer[];
};

async function build(
  run: Run,
  subject: ConcurrentIndexRun,
  { worker, startedAt, probes }: Work,
): Promise<UnitApplication> {
  const outcome = await worker.execute(subject.plan.statement.text);
  const found = await probeIndex(worker, subject.plan);
  await assertLocked(run.keeper);
  if (outcome.kind === 'done' && isFinished(subject.plan, found))
    return finish(run, subject, { event: 'apply.committed', startedAt, probes });
  // An invalid index costs every write; the next run would only have to drop it first.
  if (subject.plan.action === 'create' && found.kind === 'invalid')
    await dropLeftover(worker, subject.plan, found.schema);
  return refuse(run, subject, { startedAt, attempts: 1, probes, ...failureOf(outcome) });
}

function isFinished(plan: ConcurrentIndex, found: IndexState): boolean {
  return plan.action === 'create' ? found.kind === 'valid' : found.kind === 'absent';
}

function failureOf(outcome: StatementOutcome) {
  const sqlstate = outcome.kind === 'failed' ? { sqlstate: outcome.sqlstate } : {};
  const what =
    outcome.kind === 'failed'
      ? `The statement failed with SQLSTATE ${outcome.sqlstate}`
      : 'The statement ended and the index is not as it should be';
  return {
    event: 'apply.failed',
    ...sqlstate,
    because: [
      `${what}: an unfinished index would slow every write, so what was left of it was removed. Instead, correct the cause and run the same command again.`,
    ],
  } as const;
}

async function dropLeftover(worker: Session, plan: ConcurrentIndex, schema: string): Promise<void> {
  await worker.query(`drop index concurrently if exists ${quoteName(schema, plan.index.name)}`);
}

async function finish(
  run: Run,
  subject: ConcurrentIndexRun,
  ended: {
    readonly event: Extract<AuditEvent, 'apply.committed' | 'apply.reconciled'>;
    readonly startedAt: number;
    readonly probes: readonly ProbeAnswer[];
  },
): Promise<UnitApplication> {
  const done = { ...ended, state: 'done', kind: 'concurrent-index', attempts: 1 } as const;
  const record = await inOwnTransaction(run.keeper, () =>
    recordUnit(run, run.keeper, subject, done),
  );
  return applied(run, subject, { ...ended, attempts: 1, effect: [], record });
}
