import type { ConcurrentIndex } from '../../apply/plan.ts';
import type { ObservedLock } from '../../domain/evidence.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Session } from '../../ports/database.ts';
import { quoteIdentifier, quoteName } from '../../sql/quote.ts';
import { newLocks, readLocks } from './locks.ts';
import { readRelations } from './relations.ts';
import { readBoolean, readText } from './row.ts';

type Parking = {
  readonly worker: Session;
  /** Holds a weak lock on the table, for which every concurrent form waits. */
  readonly holder: Session;
  readonly observer: Session;
  readonly clock: Clock;
};

const stepMs = 10;
/** The statement waits within milliseconds, or it failed; a busy machine gets its time. */
const longestParkingMs = 2_000;

/**
 * Runs a concurrent form and sees its locks. They come and go with its phases, and polling is luck: so
 * another session holds ROW EXCLUSIVE on the table, behind which the statement waits with its locks in
 * plain sight, until they were read.
 */
export async function runParked<Outcome>(
  plan: ConcurrentIndex,
  parking: Parking,
  run: () => Promise<Outcome>,
): Promise<{ readonly outcome: Outcome; readonly locks: readonly ObservedLock[] }> {
  const { worker, holder, observer } = parking;
  const table = await findTable(plan, worker);
  if (table === undefined) return { outcome: await run(), locks: [] };
  const known = await readRelations(observer);
  await holder.query('begin');
  await holder.query(`lock table ${table} in row exclusive mode`);
  let ended = false;
  const running = run().finally(() => {
    ended = true;
  });
  // Awaited below; until then nobody else would notice that it failed.
  running.catch(() => undefined);
  await untilWaiting(parking, () => ended);
  const after = await readLocks(observer, worker.pid);
  await holder.query('rollback');
  return { outcome: await running, locks: newLocks({ before: new Map(), after }, known) };
}

async function untilWaiting({ worker, observer, clock }: Parking, hasEnded: () => boolean) {
  const { signal } = new AbortController();
  const until = clock.ticks() + longestParkingMs;
  while (!hasEnded() && clock.ticks() < until) {
    const [row] = await observer.query(
      `select coalesce(wait_event_type = 'Lock', false) as waiting
         from pg_catalog.pg_stat_activity
        where pid = $1`,
      [worker.pid],
    );
    if (readBoolean(row, 'waiting')) return;
    await clock.sleep(stepMs, signal);
  }
}

/** Quoted name of the table, as the worker's own search_path finds it; undefined when there is none. */
async function findTable(plan: ConcurrentIndex, worker: Session): Promise<string | undefined> {
  const relation = plan.action === 'create' ? plan.table : plan.index;
  const name =
    relation.schema === undefined
      ? quoteIdentifier(relation.name)
      : quoteName(relation.schema, relation.name);
  const [row] = await worker.query(
    `select pg_catalog.format('%I.%I', n.nspname, t.relname) as name
       from pg_catalog.pg_class c
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
       join pg_catalog.pg_class t on t.oid = coalesce(i.indrelid, c.oid)
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
      where c.oid = pg_catalog.to_regclass($1) and t.relkind in ('r', 'm')`,
    [name],
  );
  return row === undefined ? undefined : readText(row, 'name');
}
