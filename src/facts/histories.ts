import type { Session } from '../ports/database.ts';
import { readBoolean, readText } from '../shadow/observe/row.ts';
import { quoteName } from '../sql/quote.ts';
import { historyTables } from './histories.data.ts';
import type { HistoryTable } from './histories.data.ts';

type Found = { readonly schema: string; readonly table: string; readonly isReadable: boolean };

export type ReadHistories = {
  /** As schemas/facts.json describes them, each as JSON. */
  readonly facts: readonly string[];
  /** Tables that are there and that this login may not read. */
  readonly hidden: readonly string[];
};

/**
 * Reads what migration tools recorded. Only plain tables without row security are read: a view or a
 * policy of that name would run somebody's function under our login.
 */
export async function readHistories(session: Session): Promise<ReadHistories> {
  const facts: string[] = [];
  const hidden: string[] = [];
  const taken = new Set<string>();
  for (const history of historyTables)
    for (const found of await find(session, history)) {
      const name = quoteName(found.schema, found.table);
      if (taken.has(name)) continue;
      taken.add(name);
      if (found.isReadable) facts.push(await read(session, history, found));
      else hidden.push(`${found.schema}.${found.table}`);
    }
  return { facts, hidden };
}

async function find(
  session: Session,
  { table, columns, beside }: HistoryTable,
): Promise<readonly Found[]> {
  const rows = await session.query(
    `select n.nspname as schema, c.relname as "table",
            has_schema_privilege(n.oid, 'usage') and bool_and(
              has_column_privilege(c.oid, a.attnum, 'select')) as readable
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = any ($2::text[]::name[])
      where c.relname = $1 and c.relkind = 'r' and c.relpersistence <> 't' and not c.relrowsecurity
        and a.attnum > 0 and not a.attisdropped
        and ($4 = '' or exists (
          select from pg_class b where b.relnamespace = c.relnamespace and b.relname = $4))
      group by n.oid, n.nspname, c.oid, c.relname having count(*) = $3
      order by n.nspname collate "C"`,
    [table, toArray(columns), columns.length, beside ?? ''],
  );
  return rows.map((row) => ({
    schema: readText(row, 'schema'),
    table: readText(row, 'table'),
    isReadable: readBoolean(row, 'readable'),
  }));
}

/** Names of our own, which need no quotes. */
function toArray(names: readonly string[]): string {
  return `{${names.join(',')}}`;
}

async function read(session: Session, history: HistoryTable, found: Found): Promise<string> {
  const { layout, version, name = 'null', checksum = 'null', succeeded = 'true' } = history;
  const [row] = await session.query(
    `select jsonb_build_object(
        'layout', $1::text,
        'table', jsonb_build_object('schema', $2::text, 'name', $3::text),
        'entries', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'version', coalesce((${version})::text, ''),
            'name', (${name})::text,
            'checksum', (${checksum})::text,
            'succeeded', coalesce((${succeeded})::bool, false))) order by ${history.order}), '[]')
      )::text as fact
      from ${quoteName(found.schema, found.table)} where ${history.where ?? 'true'}`,
    [layout, found.schema, found.table],
  );
  return readText(row, 'fact');
}
