import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import type { RelationName } from '../sql/transaction-kind.ts';
import type { ConcurrentIndex } from './plan.ts';

/** What the catalogs say of an index: they decide what an interrupted run left, not our memory. */
export type IndexState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'valid'; readonly schema: string }
  /** Somebody builds it right now, or nobody can be sure that nobody does. */
  | { readonly kind: 'building' }
  /** Left by an interrupted or failed run: unused by queries, paid for by every write. */
  | { readonly kind: 'invalid'; readonly schema: string }
  /** Something else has this name. */
  | { readonly kind: 'other' };

// Other logins' builds show no details: they might be this one.
const building = `exists (
  select from pg_catalog.pg_stat_progress_create_index p
   where p.datname = pg_catalog.current_database()
     and p.pid <> pg_catalog.pg_backend_pid()
     and (p.index_relid = c.oid or p.index_relid is null))`;

/** Looks for the index of a CONCURRENTLY statement through a session with the statement's own search_path. */
export async function probeIndex(session: Session, plan: ConcurrentIndex): Promise<IndexState> {
  return plan.action === 'create'
    ? probeOnTable(session, plan.index.name, plan.table)
    : probeByName(session, plan.index);
}

const qualified = (schema: string, name: string): string =>
  `case when ${schema}::pg_catalog.text is null
        then pg_catalog.format('%I', ${name}::pg_catalog.text)
        else pg_catalog.format('%I.%I', ${schema}::pg_catalog.text, ${name}::pg_catalog.text) end`;

async function probeOnTable(
  session: Session,
  index: string,
  table: RelationName,
): Promise<IndexState> {
  const rows = await session.query(
    `select n.nspname::pg_catalog.text as schema,
            coalesce(i.indrelid = t.oid, false) as known,
            coalesce(i.indisvalid and i.indisready and i.indislive, false) as valid,
            ${building} as building
       from pg_catalog.pg_class t
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
       join pg_catalog.pg_class c on c.relnamespace = t.relnamespace and c.relname = $3
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
      where t.oid = pg_catalog.to_regclass(${qualified('$1', '$2')})`,
    [table.schema ?? null, table.name, index],
  );
  return toState(rows[0]);
}

async function probeByName(session: Session, index: RelationName): Promise<IndexState> {
  const rows = await session.query(
    `select n.nspname::pg_catalog.text as schema,
            i.indexrelid is not null as known,
            coalesce(i.indisvalid and i.indisready and i.indislive, false) as valid,
            ${building} as building
       from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
      where c.oid = pg_catalog.to_regclass(${qualified('$1', '$2')})`,
    [index.schema ?? null, index.name],
  );
  return toState(rows[0]);
}

function toState(row: Readonly<Record<string, unknown>> | undefined): IndexState {
  if (row === undefined) return { kind: 'absent' };
  const { schema } = row;
  if (typeof schema !== 'string')
    throw new SluiceError('internal/bug', 'The probe of an index did not answer as expected.');
  if (row['known'] !== true) return { kind: 'other' };
  if (row['valid'] === true) return { kind: 'valid', schema };
  return row['building'] === true ? { kind: 'building' } : { kind: 'invalid', schema };
}
