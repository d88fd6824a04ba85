import type { ObservedRows } from '../../domain/evidence.ts';
import { SluiceError } from '../../errors.ts';
import type { Row, Session } from '../../ports/database.ts';
import { type LoggedLine, readLoggedTruncate, unreadableLog } from './logged-row.ts';
import { readCount, readText } from './row.ts';
import { joinedRows } from './settle.ts';

/** What was committed between two readings. */
export type Log = {
  /** One entry a table; names are quoted where needed. */
  readonly rows: readonly ObservedRows[];
  readonly truncated: ReadonlySet<string>;
  /** The first lines of each of the first tables, in the order of the log. */
  readonly lines: ReadonlyMap<string, readonly LoggedLine[]>;
};

/** Images of one table, and tables with images. */
const mostImages = 20;
const mostTables = 50;
/** Characters of one line: more than all columns that an image shows. */
const longestLine = 8_000;

const slot = 'sluice_row_images';
const identifier = '(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_]*)';
const rowHead = `^table (${identifier}[.]${identifier}): (INSERT|UPDATE|DELETE):`;

/**
 * A slot of test_decoding that ends with its session. Nobody but a superuser can make, read or move one. It
 * calls no code of the change: functions that write a type's values only a superuser can make.
 */
export async function openSlot(session: Session, limitMs: number): Promise<void> {
  // The log is read as far as it is flushed: our own COMMIT has to flush what was committed before it.
  await session.query(
    `select pg_catalog.set_config('synchronous_commit', 'on', false),
            pg_catalog.set_config('datestyle', 'ISO', false),
            pg_catalog.set_config('work_mem', '64MB', false),
            pg_catalog.set_config('jit', 'off', false),
            pg_catalog.set_config('statement_timeout', $1, false),
            pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)`,
    [String(limitMs)],
  );
  await session.query(
    "select pg_catalog.pg_create_logical_replication_slot($1, 'test_decoding', true)",
    [slot],
  );
}

// A word of ours comes last: a log that does not hold it is not the one that was written.
const sayWord = `
select w.word, pg_catalog.pg_logical_emit_message(true, 'sluice', w.word)::pg_catalog.text as place
  from (select pg_catalog.gen_random_uuid()::pg_catalog.text as word offset 0) w`;

// Counted by the server: a unit may move millions of rows. Whatever a value holds, a line begins with what it is.
const read = `
with log as materialized (
  select l.n, pg_catalog.left(l.data, 400) as head, pg_catalog.left(l.data, 100000) as data
    from pg_catalog.pg_logical_slot_get_changes($1, null, null, 'include-xids', '0', 'skip-empty-xacts', '1')
         with ordinality as l (lsn, xid, data, n)
   where pg_catalog.left(l.data, 5) not in ('BEGIN', 'COMMI')
), named as materialized (
  select n, found[1] collate "C" as name, found[2] collate "C" as action
    from (select n, head, pg_catalog.strpos(head, ': ') as colon from log
           where pg_catalog.left(head, 6) = 'table ') p,
         -- Most names have no quotes, and to match a pattern takes longer than to decode a row.
         lateral (select case when pg_catalog.strpos(pg_catalog.left(head, colon), '"') > 0
                              then pg_catalog.regexp_match(head, $2)
                              when pg_catalog.substr(head, colon, 9) in (': INSERT:', ': UPDATE:', ': DELETE:')
                              then array[pg_catalog.substr(head, 7, greatest(colon - 7, 0)),
                                         pg_catalog.substr(head, colon + 2, 6)] end) m (found)
), counted as (
  select name, action, pg_catalog.count(*) as rows
    from named where name is not null group by name, action
), placed as (
  select n, name, action from (
    select n, name, action, pg_catalog.row_number() over (partition by name order by n) as place
      from named where name in (select name from counted group by name order by name limit ${mostTables})) p
   where place <= ${mostImages}
), shown as (
  select name, action,
         pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(
           n, pg_catalog.left(data, ${longestLine}), pg_catalog.length(data) > ${longestLine})) as lines
    from placed join log using (n) group by name, action
)
select name, action, rows, coalesce(lines, '[]')::pg_catalog.text as lines
  from counted left join shown using (name, action)
 union all
select null, 'TRUNCATE', 1, pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_array(n, data, false))::pg_catalog.text
  from named join log using (n) where name is null
 union all
select null, 'WORD', 1, '[]'
  from log where head = 'message: transactional: 1 prefix: sluice, sz: 36 content:' || $3`;

/** Reads what was committed since the last reading. Throws SluiceError database/shadow for a log that is silent. */
export async function readLog(session: Session): Promise<Log> {
  const [said] = await session.query(sayWord);
  const rows = await session.query(read, [slot, rowHead, readText(said, 'word')]);
  if (!rows.some(({ action }) => action === 'WORD')) throw silentLog();
  const lines = new Map<string, readonly Numbered[]>();
  for (const row of rows)
    if (row['name'] !== null) {
      const name = readText(row, 'name');
      lines.set(name, [...(lines.get(name) ?? []), ...linesOf(row)]);
    }
  return {
    rows: joinedRows(rows.flatMap(countedIn)),
    truncated: new Set(rows.filter(({ action }) => action === 'TRUNCATE').flatMap(truncatedIn)),
    lines: new Map([...lines].map(([name, own]) => [name, inOrder(own)])),
  };
}

type Numbered = LoggedLine & { readonly number: number };

function inOrder(lines: readonly Numbered[]): readonly LoggedLine[] {
  return [...lines].sort((one, other) => one.number - other.number);
}

function countedIn(row: Row): readonly ObservedRows[] {
  if (row['name'] === null) return [];
  const [table, action, rows] = [
    readText(row, 'name'),
    readText(row, 'action'),
    readCount(row, 'rows'),
  ];
  const count = (wanted: string): number => (action === wanted ? rows : 0);
  return [{ table, inserted: count('INSERT'), updated: count('UPDATE'), deleted: count('DELETE') }];
}

function truncatedIn(row: Row): readonly string[] {
  return linesOf(row).flatMap(({ text }) => readLoggedTruncate(text));
}

function linesOf(row: Row): readonly Numbered[] {
  const lines: unknown = JSON.parse(readText(row, 'lines'));
  if (!Array.isArray(lines)) throw unreadableLog();
  return lines.map((line: unknown) => {
    const [number, text, cut]: readonly unknown[] = Array.isArray(line) ? line : [];
    if (typeof number !== 'number' || typeof text !== 'string' || typeof cut !== 'boolean')
      throw unreadableLog();
    return { number, text, cut };
  });
}

function silentLog(): SluiceError {
  return new SluiceError(
    'database/shadow',
    'The log of the shadow does not hold what was last written to it, so it may hide more, and nothing was rehearsed. Rehearse again, or leave --row-images out.',
  );
}
