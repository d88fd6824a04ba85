import type { NestedStatement, StatementEvidence } from '../../domain/evidence.ts';
import type { Session } from '../../ports/database.ts';
import type { Shadow } from '../../ports/shadow-provider.ts';
import type { Watch } from './observe.ts';
import { withPinnedPath } from './pinned.ts';
import { readCount, readText } from './row.ts';

/** What a server that nobody else uses tells beyond what one transaction did. */
export type Gauge = AsyncDisposable & {
  /** Forgets what happened so far; what the next reading tells began here. */
  reset(worker: Session): Promise<void>;
  /** What happened since the last reset or reading. */
  read(worker: Session): Promise<Gauged>;
};

export type Gauged =
  | { readonly kind: 'read'; readonly seen: Pick<StatementEvidence, Own> }
  /** More different statements ran inside than the server keeps: some of them were never seen. */
  | { readonly kind: 'evicted' };

type Own = 'walBytes' | 'sequences' | 'nested';

/** Kept of one text, in characters, and kept texts of one statement. */
const longestText = 2_000;
const mostTexts = 200;

// To read a position locks the sequence, and the open transaction may never let go of it. A sequence that
// it made is not there yet for another session, and nobody else has it.
const positions = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       case when l.relation is null
            then coalesce(pg_catalog.pg_sequence_last_value(c.oid)::pg_catalog.text, '') end as position
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join (select distinct relation from pg_catalog.pg_locks
              where locktype = 'relation' and pid <> pg_catalog.pg_backend_pid()
                and database = (select oid from pg_catalog.pg_database
                                 where datname = pg_catalog.current_database())
                and mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
                                 'ShareUpdateExclusiveLock')) l on l.relation = c.oid
 where c.relkind = 'S' and c.relpersistence <> 't'`;

// Who holds the lock can read it.
const ownPositions = `
select pg_catalog.format('%I.%I', schemaname, sequencename) as name,
       coalesce(last_value::pg_catalog.text, '') as position
  from pg_catalog.pg_sequences`;

const written =
  "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::pg_catalog.text as bytes";

// Only what ran inside: the worker's own statements are known. Cut by the server: a text has no bound.
const inside = `
select text, pg_catalog.sum(calls)::pg_catalog.int8 as calls
  from (select pg_catalog.left(s.query, ${longestText}) as text, s.calls
          from public.pg_stat_statements s
          join pg_catalog.pg_database d on d.oid = s.dbid
         where d.datname = $1 and not s.toplevel) t
 group by text order by text collate "C" nulls first limit ${mostTexts}`;

/**
 * Reads through sessions that the submitted SQL cannot reach. Where others use the server as well there is
 * nothing to read; where it keeps no statistics of statements, nothing nested is seen.
 */
export async function openGauge(
  { level, statistics }: Pick<Shadow, 'level' | 'statistics'>,
  observer: Session,
  databaseName: string,
): Promise<Gauge> {
  if (level !== 'A') return nothingToRead;
  const session = await statistics?.();
  await session?.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
  let earlier: Positions = { bytes: 0, positions: new Map() };
  const forget = async (): Promise<void> => {
    await session?.query('select public.pg_stat_statements_reset()');
  };
  return {
    reset: async (worker) => {
      earlier = await readPositions({ worker, observer });
      await forget();
    },
    read: async (worker) => {
      const now = await readPositions({ worker, observer });
      const nested = await readNested(session, databaseName);
      const seen = { ...difference(earlier, now), ...nestedOf(nested) };
      earlier = now;
      await forget();
      return nested === 'evicted' ? { kind: 'evicted' } : { kind: 'read', seen };
    },
    [Symbol.asyncDispose]: async () => session?.[Symbol.asyncDispose](),
  };
}

const nothingToRead: Gauge = {
  reset: async () => {},
  read: async () => ({ kind: 'read', seen: {} }),
  [Symbol.asyncDispose]: async () => {},
};

function nestedOf(
  nested: readonly NestedStatement[] | 'evicted',
): Pick<StatementEvidence, 'nested'> {
  return nested === 'evicted' || nested.length === 0 ? {} : { nested };
}

type Positions = { readonly bytes: number; readonly positions: ReadonlyMap<string, string> };

async function readPositions({ worker, observer }: Watch): Promise<Positions> {
  const [row] = await observer.query(written);
  const rows = await observer.query(positions);
  const locked = rows.filter(({ position }) => position === null);
  const free = rows.filter(({ position }) => position !== null);
  const names = new Set(locked.map((one) => readText(one, 'name')));
  const own =
    names.size === 0 ? [] : await withPinnedPath(worker, () => worker.query(ownPositions));
  const all = [...free, ...own.filter((one) => names.has(readText(one, 'name')))];
  return {
    bytes: readCount(row, 'bytes'),
    positions: new Map(all.map((one) => [readText(one, 'name'), readText(one, 'position')])),
  };
}

function difference(
  earlier: Positions,
  now: Positions,
): Pick<StatementEvidence, 'walBytes' | 'sequences'> {
  const sequences = [...now.positions]
    .filter(([name, position]) => isMoved(earlier.positions.get(name), position))
    .map(([name]) => name);
  const walBytes = now.bytes - earlier.bytes;
  return sequences.length === 0 ? { walBytes } : { walBytes, sequences };
}

function isMoved(earlier: string | undefined, now: string): boolean {
  return earlier !== undefined && earlier !== now;
}

async function readNested(
  session: Session | undefined,
  databaseName: string,
): Promise<readonly NestedStatement[] | 'evicted'> {
  if (session === undefined) return [];
  const rows = await session.query(inside, [databaseName]);
  const [info] = await session.query('select dealloc from public.pg_stat_statements_info');
  if (readCount(info, 'dealloc') > 0) return 'evicted';
  // A text that the server lost is one that nobody can show.
  if (rows.some(({ text }) => text === null)) return 'evicted';
  return rows.map((row) => ({ text: readText(row, 'text'), calls: readCount(row, 'calls') }));
}
