import type { ObservedRows, ObservedScan, StatementEvidence } from '../../domain/evidence.ts';
import type { StatementOutcome } from '../../ports/database.ts';
import { isStronger } from './locks.ts';
import { observeStatement, type Snapshot, type Watch } from './observe.ts';

export type Settlement =
  /** Nothing is left to fire at COMMIT. */
  | { readonly kind: 'settled'; readonly evidence: StatementEvidence; readonly after: Snapshot }
  | { readonly kind: 'failed'; readonly sqlstate: string; readonly message: string }
  | { readonly kind: 'escaped' }
  /** Deferred triggers kept deferring: nobody can see what COMMIT would do. */
  | { readonly kind: 'restless' };

const passes = 8;

/**
 * Fires deferred constraints and triggers before COMMIT would, so that what they do is seen. One pass is
 * not enough: a trigger that fires may defer another. `statement` numbers the evidence;
 * `run` must limit its time where nothing else does.
 */
export async function settleDeferred(
  watch: Watch,
  before: Snapshot,
  statement: number,
  run: (text: string) => Promise<StatementOutcome> = (text) => watch.worker.execute(text),
): Promise<Settlement> {
  let evidence: StatementEvidence | undefined;
  let current = before;
  for (let pass = 0; pass < passes; pass += 1) {
    const outcome = await run('set constraints all immediate');
    if (outcome.kind === 'failed')
      return { kind: 'failed', sqlstate: outcome.sqlstate, message: outcome.message };
    const { durationMs } = outcome;
    const observation = await observeStatement(
      watch,
      current,
      { statement, durationMs },
      'ConstraintsSetStmt',
    );
    if (observation.kind === 'escaped') return observation;
    evidence = joined(evidence, observation.evidence);
    current = observation.after;
    if (observation.evidence.rows.length === 0)
      return { kind: 'settled', evidence, after: current };
  }
  return { kind: 'restless' };
}

function joined(one: StatementEvidence | undefined, other: StatementEvidence): StatementEvidence {
  if (one === undefined) return other;
  return {
    statement: one.statement,
    durationMs: one.durationMs + other.durationMs,
    locks: [
      ...one.locks.filter(
        ({ relation, mode }) =>
          !other.locks.some((lock) => lock.relation === relation && isStronger(lock.mode, mode)),
      ),
      ...other.locks,
    ],
    rows: joinedRows([...one.rows, ...other.rows]),
    rewrites: [...new Set([...one.rewrites, ...other.rewrites])],
    truncated: [...new Set([...(one.truncated ?? []), ...(other.truncated ?? [])])],
    created: [...one.created, ...other.created],
    dropped: [...one.dropped, ...other.dropped],
    altered: [...one.altered, ...other.altered],
    ...joinedScans([...(one.scans ?? []), ...(other.scans ?? [])]),
  };
}

function joinedScans(scans: readonly ObservedScan[]): Pick<StatementEvidence, 'scans'> {
  if (scans.length === 0) return {};
  const sums = new Map<string, number>();
  for (const { table, rows } of scans) sums.set(table, rows + (sums.get(table) ?? 0));
  return { scans: [...sums].map(([table, rows]) => ({ table, rows })) };
}

/** The sum per table. */
export function joinedRows(rows: readonly ObservedRows[]): readonly ObservedRows[] {
  const sums = new Map<string, ObservedRows>();
  for (const row of rows) {
    const sum = sums.get(row.table);
    sums.set(row.table, {
      table: row.table,
      inserted: row.inserted + (sum?.inserted ?? 0),
      updated: row.updated + (sum?.updated ?? 0),
      deleted: row.deleted + (sum?.deleted ?? 0),
    });
  }
  return [...sums.values()];
}
