import type { ConcurrentIndex } from '../apply/plan.ts';
import { planUnit } from '../apply/plan.ts';
import type { Unit } from '../domain/change.ts';
import type { RehearsalFailure, StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Session } from '../ports/database.ts';
import { stopOf, type Stopped } from './beyond-worker.ts';
import { differenceOf, readObjects } from './observe/objects.ts';
import { observeStatement, type Snapshot, takeSnapshot, type Watch } from './observe/observe.ts';
import { runParked } from './observe/parked.ts';
import type { Gauge, Gauged } from './observe/gauge.ts';
import { settleDeferred } from './observe/settle.ts';
import { type Unwritten, unwrittenIn } from './observe/unwritten.ts';
import { type Basis, predictiveOf, predictiveOfAll } from './predictive.ts';
import { isAlive } from './server-ended.ts';
import { executeWithin } from './watchdog.ts';

export type UnitRehearsal = Rehearsed | Stopped;

type Rehearsed = {
  readonly kind: 'rehearsed';
  readonly evidence: UnitEvidence;
  readonly unwritten: Unwritten;
};

export type Stage = {
  /** A new session of the login that runs submitted SQL. */
  readonly worker: () => Promise<Session>;
  readonly provideRoles: (names: readonly string[]) => Promise<void>;
  readonly observer: Session;
  /** Another session beside it, for what an observer must not do itself. */
  readonly openObserver: () => Promise<Session>;
  readonly gauge: Gauge;
  readonly clock: Clock;
  /** Says which statement runs; an empty sentence ends it. */
  readonly live: (sentence: string) => void;
  readonly basis: Basis;
  /** Of one statement. */
  readonly limitMs: number;
  /** So much may the database grow while one statement runs. */
  readonly growthBytes: number;
  /** Nobody else uses the server of the shadow. */
  readonly ownServer: boolean;
};

type Attempt<Value> = Value | Stopped;

/** Runs one unit as the apply would, on a session of its own, and commits it so that the next one sees it. */
export async function rehearseUnit(
  unit: Unit,
  script: Script,
  stage: Stage,
): Promise<UnitRehearsal> {
  const plan = planUnit(script);
  if (plan.kind === 'refused')
    return { kind: 'failed', failure: { unitId: unit.id, statement: 0, message: plan.because } };
  await using worker = await stage.worker();
  const watch = { worker, observer: stage.observer, alone: stage.ownServer };
  let statement = plan.kind === 'transactional' ? plan.first : plan.position;
  try {
    return plan.kind === 'transactional'
      ? await inTransaction(watch, { unit, stage }, numbered(plan), (at) => {
          statement = at;
        })
      : await outsideTransaction(watch, { unit, stage }, plan);
  } catch (cause) {
    if (!isStatementsFault(cause) || !(await isAlive(stage.observer))) throw cause;
    return failure({ unitId: unit.id, statement, ...stateOf(cause), message: cause.message });
  }
}

/** A worker that the watchdog ended, or whose own settings keep us from looking, is the statement's doing. */
function isStatementsFault(cause: unknown): cause is SluiceError {
  return (
    cause instanceof SluiceError &&
    (cause.code === 'database/lost' || cause.code === 'database/refused')
  );
}

function stateOf({ data }: SluiceError): Pick<RehearsalFailure, 'sqlstate'> {
  const { sqlstate } = data;
  return typeof sqlstate === 'string' ? { sqlstate } : {};
}

type Numbered = { readonly statement: ParsedStatement; readonly position: number };

function numbered(plan: {
  readonly statements: readonly ParsedStatement[];
  readonly first: number;
}): readonly Numbered[] {
  return plan.statements.map((statement, index) => ({ statement, position: plan.first + index }));
}

type Part = { readonly unit: Unit; readonly stage: Stage };

async function inTransaction(
  watch: Watch,
  { unit, stage }: Part,
  statements: readonly Numbered[],
  onStatement: (position: number) => void,
): Promise<Attempt<Rehearsed>> {
  await watch.worker.query('begin');
  let current = await takeSnapshot(watch);
  await stage.gauge.reset(watch.worker);
  const evidence: StatementEvidence[] = [];
  const unwritten = new Map(unwrittenIn(current.relations));
  for (const [index, { statement, position }] of statements.entries()) {
    onStatement(position);
    stage.live(
      `${unit.path}, line ${statement.place.line}: statement ${index + 1} of ${statements.length}`,
    );
    const at = { unitId: unit.id, statement: position };
    const ran = await runStatement(watch, current, { statement, position, stage });
    if (ran.kind === 'failed') return stopOf(at, statement, ran);
    const earlier = statements.slice(0, index).map((one) => one.statement);
    const { basis } = stage;
    evidence.push({
      ...ran.evidence,
      ...predictiveOf(statement, ran.evidence, { earlier, basis }),
    });
    current = ran.after;
    for (const [name, why] of unwrittenIn(current.relations)) unwritten.set(name, why);
  }
  const end = (statements[0]?.position ?? 0) + statements.length;
  const settlement = await settleDeferred(watch, current, end, (text) =>
    executeWithin(watch, text, stage),
  );
  if (settlement.kind !== 'settled')
    return failure({ unitId: unit.id, statement: end, ...settlementMessage(settlement) });
  const gauged = await readGauge(watch, stage);
  if (gauged.kind === 'failed') return failure({ unitId: unit.id, statement: end, ...gauged });
  const committed = await executeWithin(watch, 'commit', stage);
  if (committed.kind === 'failed')
    return failure({ unitId: unit.id, statement: end, ...serverSaid(committed) });
  const { digest } = unit;
  const predictive = predictiveOfAll(evidence);
  const deferred = { ...settlement.evidence, ...gauged.seen, predictive };
  return {
    kind: 'rehearsed',
    evidence: { unitId: unit.id, digest, statements: evidence, deferred },
    unwritten,
  };
}

type Ran =
  | { readonly kind: 'ran'; readonly evidence: StatementEvidence; readonly after: Snapshot }
  | { readonly kind: 'failed'; readonly sqlstate?: string; readonly message: string };

async function runStatement(
  watch: Watch,
  before: Snapshot,
  { statement, position, stage }: Numbered & { readonly stage: Stage },
): Promise<Ran> {
  const outcome = await executeWithin(watch, statement.text, stage);
  if (outcome.kind === 'failed') return outcome;
  const gauged = await readGauge(watch, stage);
  if (gauged.kind === 'failed') return gauged;
  const { durationMs } = outcome;
  const observation = await observeStatement(
    watch,
    before,
    { statement: position, durationMs },
    statement.tag,
  );
  if (observation.kind === 'escaped') return { kind: 'failed', message: escapedMessage };
  const evidence = { ...observation.evidence, ...gauged.seen };
  return { kind: 'ran', evidence, after: observation.after };
}

async function readGauge(
  { worker }: Watch,
  { gauge }: Stage,
): Promise<
  Extract<Gauged, { readonly kind: 'read' }> | { readonly kind: 'failed'; readonly message: string }
> {
  const gauged = await gauge.read(worker);
  return gauged.kind === 'read' ? gauged : { kind: 'failed', message: evictedMessage };
}

/** What it does is committed in steps; its locks are seen while it is parked. */
async function outsideTransaction(
  watch: Watch,
  { unit, stage }: Part,
  plan: ConcurrentIndex,
): Promise<Attempt<Rehearsed>> {
  const before = await readObjects(watch.observer);
  await using holder = await stage.openObserver();
  await stage.gauge.reset(watch.worker);
  const { outcome, locks } = await runParked(plan, { ...watch, holder, clock: stage.clock }, () =>
    executeWithin(watch, plan.statement.text, stage),
  );
  const statement = plan.position;
  if (outcome.kind === 'failed')
    return failure({ unitId: unit.id, statement, ...serverSaid(outcome) });
  const gauged = await readGauge(watch, stage);
  if (gauged.kind === 'failed') return failure({ unitId: unit.id, statement, ...gauged });
  const nothing = { locks: [], rows: [], rewrites: [], truncated: [] };
  const seen = {
    ...nothing,
    ...gauged.seen,
    locks,
    ...differenceOf(before, await readObjects(watch.observer)),
    ...predictiveOf(plan.statement, { ...nothing, locks }, { earlier: [], basis: stage.basis }),
    statement,
    durationMs: outcome.durationMs,
  };
  const deferred = {
    ...nothing,
    statement: statement + 1,
    durationMs: 0,
    created: [],
    dropped: [],
    altered: [],
    predictive: predictiveOfAll([seen]),
  };
  const { id: unitId, digest } = unit;
  const evidence = { unitId, digest, statements: [seen], deferred };
  return { kind: 'rehearsed', evidence, unwritten: new Map() };
}

const escapedMessage =
  'The statement ended its transaction: what it did could not be undone. Let the migration leave the transaction alone.';

const evictedMessage =
  'More different statements ran inside it than the server keeps, so nobody can say what they did. Run fewer of them at once, or write them out.';

function failure(failure: RehearsalFailure): {
  readonly kind: 'failed';
  readonly failure: RehearsalFailure;
} {
  return { kind: 'failed', failure };
}

function serverSaid({
  sqlstate,
  message,
}: Pick<RehearsalFailure, 'sqlstate' | 'message'>): Pick<RehearsalFailure, 'sqlstate' | 'message'> {
  return sqlstate === undefined ? { message } : { sqlstate, message };
}

function settlementMessage(
  settlement: Exclude<Awaited<ReturnType<typeof settleDeferred>>, { readonly kind: 'settled' }>,
): { readonly sqlstate?: string; readonly message: string } {
  switch (settlement.kind) {
    case 'failed':
      return serverSaid(settlement);
    case 'escaped':
      return { message: escapedMessage };
    case 'restless':
      return {
        message:
          'Deferred triggers kept deferring others: nobody can see what COMMIT would do. Make the last of them immediate.',
      };
  }
}
