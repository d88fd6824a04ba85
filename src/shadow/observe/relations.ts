import type { Session } from '../../ports/database.ts';
import { readCount, readText } from './row.ts';

/** One relation of users, and what this session's transaction has done to it so far. */
export type ObservedRelation = {
  /** Schema-qualified, quoted where needed. */
  readonly name: string;
  /** The table that it belongs to, named alike: an index's, an owned sequence's, the root of a partition. */
  readonly of?: string;
  /** pg_class.relkind */
  readonly kind: string;
  /** Its rows do not stand in the log. */
  readonly unlogged?: true;
  /** Names the file that holds its rows; changes with every rewrite. */
  readonly file: string;
  readonly bytes: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** Rows that scans of the whole table have read. */
  readonly scanned: number;
};

/** By oid. */
export type Relations = ReadonlyMap<string, ObservedRelation>;

// pg_stat_get_xact_* count what triggers, foreign keys and functions move, and rolled-back subtransactions too.
const query = `
select c.oid::pg_catalog.text as oid,
       pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       (select pg_catalog.format('%I.%I', tn.nspname, t.relname)
          from pg_catalog.pg_class t
          join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
         where t.oid <> c.oid and t.oid = coalesce(pg_catalog.pg_partition_root(b.base), b.base)) as belongs,
       c.relkind::pg_catalog.text as kind, c.relpersistence = 'u' as unlogged,
       c.relfilenode::pg_catalog.text as file,
       case when c.relkind in ('r', 'm') then pg_catalog.pg_relation_size(c.oid) else 0 end as bytes,
       pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) as inserted,
       pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) as updated,
       pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as deleted,
       case when c.relkind in ('r', 'm') then pg_catalog.pg_stat_get_xact_tuples_returned(c.oid) else 0 end as scanned
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 cross join lateral (
   select case when c.relkind in ('i', 'I')
               then (select i.indrelid from pg_catalog.pg_index i where i.indexrelid = c.oid)
               when c.relkind = 'S'
               then (select d.refobjid from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.refobjsubid > 0 and d.deptype in ('a', 'i') limit 1)
               else c.oid end as base) b
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   and n.nspname not like 'pg\\_temp\\_%'
   and n.nspname not like 'pg\\_toast\\_temp\\_%'`;

/** Reads through a session whose path is pinned. */
export async function readRelations(session: Session): Promise<Relations> {
  const rows = await session.query(query);
  return new Map(
    rows.map((row) => [
      readText(row, 'oid'),
      {
        name: readText(row, 'name'),
        ...(row['belongs'] === null ? {} : { of: readText(row, 'belongs') }),
        kind: readText(row, 'kind'),
        ...(row['unlogged'] === true ? { unlogged: true as const } : {}),
        file: readText(row, 'file'),
        bytes: row['bytes'] === null ? 0 : readCount(row, 'bytes'),
        inserted: readCount(row, 'inserted'),
        updated: readCount(row, 'updated'),
        deleted: readCount(row, 'deleted'),
        scanned: readCount(row, 'scanned'),
      },
    ]),
  );
}
