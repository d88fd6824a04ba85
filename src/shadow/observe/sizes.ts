import type { Evidence, ObservedSize, UnitEvidence } from '../../domain/evidence.ts';
import type { Session } from '../../ports/database.ts';
import { readCount, readText } from './row.ts';

// Right after ANALYZE; a table that has no row is left out.
const query = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       c.reltuples::pg_catalog.int8 as rows, pg_catalog.pg_relation_size(c.oid) as bytes
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and c.reltuples > 0
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by 1`;

/** How big the tables of the shadow are. The path must be pinned. */
export async function readSizes(session: Session): Promise<readonly ObservedSize[]> {
  return (await session.query(query)).map((row) => ({
    table: readText(row, 'name'),
    rows: readCount(row, 'rows'),
    bytes: readCount(row, 'bytes'),
  }));
}

/** Those that the change locked, read, wrote or rewrote. */
export function touchedSizes(
  sizes: readonly ObservedSize[],
  { units }: Pick<Evidence, 'units'>,
): readonly ObservedSize[] {
  const touched = new Set(units.flatMap(tablesOf));
  return sizes.filter(({ table }) => touched.has(table));
}

function tablesOf({ statements, deferred }: UnitEvidence): readonly string[] {
  return [...statements, deferred].flatMap(({ locks, rows, rewrites, scans }) => [
    ...locks.map(({ relation }) => relation),
    ...rows.map(({ table }) => table),
    ...(scans ?? []).map(({ table }) => table),
    ...rewrites,
  ]);
}
