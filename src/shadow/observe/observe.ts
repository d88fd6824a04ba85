import type { StatementEvidence } from '../../domain/evidence.ts';
import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import { type HeldLocks, newLocks, readLocks } from './locks.ts';
import {
  differenceOf,
  type ObjectDifference,
  type Objects,
  readObjects,
  rebase,
} from './objects.ts';
import { withPinnedPath } from './pinned.ts';
import { readRelations, type Relations } from './relations.ts';
import { readText } from './row.ts';
import { rewrittenTables, truncatedTables } from './rewrites.ts';
import { scansUnderLock } from './scans.ts';
import { movedRows } from './rows.ts';

/**
 * Two sessions of one server: `worker` runs the change inside a transaction, `observer` stands beside it.
 * Neither needs to be a superuser; both may be the same login.
 */
export type Watch = {
  readonly worker: Session;
  readonly observer: Session;
  /** Nobody else uses the server: whatever differs is the worker's doing. */
  readonly alone?: boolean;
};

/** Everything that is compared from one statement to the next. */
export type Snapshot = {
  /** Of the worker; the same until it commits or rolls back. */
  readonly transaction: string;
  readonly locks: HeldLocks;
  readonly relations: Relations;
  readonly objects: Objects;
  /** Rows of catalogs that the transaction has written. */
  readonly written: string;
  /** The relations when the transaction began: locks on younger ones concern nobody else. */
  readonly known: Relations;
};

export type Observation =
  | { readonly kind: 'observed'; readonly evidence: StatementEvidence; readonly after: Snapshot }
  /** The statement ended the transaction in which it ran: nothing of it can be undone or trusted. */
  | { readonly kind: 'escaped' };

/** To be taken right after BEGIN. Throws SluiceError database/refused where the server does not count rows. */
export async function takeSnapshot(watch: Watch): Promise<Snapshot> {
  const seen = await look(watch);
  if (seen.transaction === 'none')
    throw new SluiceError('internal/bug', 'An observation needs an open transaction.');
  if (seen.transaction === 'uncounted')
    throw new SluiceError(
      'database/refused',
      'track_counts is off, so nobody can tell which rows a statement moves. Turn it on for this login.',
    );
  return { ...seen, known: seen.relations };
}

/**
 * What the worker's last statement did. `duration` is that of the statement, `before` the snapshot taken
 * before it. Where `tag` says what it was and it wrote to no catalog, the objects are not read again.
 */
export async function observeStatement(
  watch: Watch,
  before: Snapshot,
  statement: { readonly statement: number; readonly durationMs: number },
  tag?: string,
): Promise<Observation> {
  // ROLLBACK TO SAVEPOINT takes back what was written, and writes nothing.
  const mayKeep = tag !== undefined && tag !== 'TransactionStmt';
  const now = await look(watch, mayKeep ? before : undefined);
  if (now.transaction !== before.transaction) return { kind: 'escaped' };
  const after = { ...now, known: before.known };
  const scans = scansUnderLock(
    { before: before.relations, after: after.relations },
    after.locks,
    before.known,
  );
  const evidence = {
    ...statement,
    ...(scans.length === 0 ? {} : { scans }),
    locks: newLocks({ before: before.locks, after: after.locks }, before.known),
    rows: movedRows(before.relations, after.relations),
    rewrites: rewrittenTables(before.relations, after.relations),
    truncated: truncatedTables(before.relations, after.relations),
    ...(await ownDifference(watch, before.objects, after.objects)),
  };
  return { kind: 'observed', evidence, after };
}

// Locks first: looking at the catalogs takes some of its own.
async function look(
  { worker, observer }: Watch,
  before?: Pick<Snapshot, 'objects' | 'written'>,
): Promise<Omit<Snapshot, 'known'>> {
  const locks = await readLocks(observer, worker.pid);
  return withPinnedPath(worker, async ({ transaction }) => {
    const written = await readWritten(worker);
    return {
      transaction,
      locks,
      relations: await readRelations(worker),
      written,
      objects: before?.written === written ? before.objects : await readObjects(worker),
    };
  });
}

// Counted for every catalog, those that all databases share as well; subtransactions that failed count, too.
const writtenRows = `
select pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
                      + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
                      + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid))::pg_catalog.text as rows
  from pg_catalog.pg_class c
 where c.oid < 16384 and c.relkind = 'r'`;

async function readWritten(worker: Session): Promise<string> {
  const [row] = await worker.query(writtenRows);
  return readText(row, 'rows');
}

/** Others may change the catalogs of a busy server meanwhile; what they did is not held against the statement. */
async function ownDifference(
  { observer, alone }: Watch,
  before: Objects,
  after: Objects,
): Promise<ObjectDifference> {
  const all = differenceOf(before, after);
  const isNothing = all.created.length + all.dropped.length + all.altered.length === 0;
  if (isNothing || alone === true) return all;
  return differenceOf(rebase(before, after, await readObjects(observer)), after);
}
