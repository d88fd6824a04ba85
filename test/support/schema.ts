import type { Session } from '../../src/ports/database.ts';

const parts: Readonly<Record<string, string>> = {
  relations: `
    select c.relname, c.relkind, c.relrowsecurity, c.relpersistence, c.reloptions,
           obj_description(c.oid, 'pg_class') as comment,
           case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view
      from pg_class c where c.relnamespace = $1::regnamespace`,
  columns: `
    select c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
           a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) as default,
           col_description(c.oid, a.attnum) as comment
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = $1::regnamespace and c.relkind <> 'i'`,
  constraints: `
    select conrelid::regclass::text as relation, conname, contype, convalidated,
           pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = $1::regnamespace`,
  indexes: `
    select indexrelid::regclass::text as index, indisvalid, indisunique, pg_get_indexdef(indexrelid) as definition
      from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = $1::regnamespace`,
  functions: `
    select oid::regprocedure::text as function, pg_get_functiondef(oid) as definition,
           obj_description(oid, 'pg_proc') as comment
      from pg_proc where pronamespace = $1::regnamespace`,
  triggers: `
    select tgrelid::regclass::text as relation, tgname, tgenabled, pg_get_triggerdef(t.oid) as definition
      from pg_trigger t join pg_class c on c.oid = tgrelid
     where not tgisinternal and c.relnamespace = $1::regnamespace`,
  types: `
    select t.typname, t.typtype, obj_description(t.oid, 'pg_type') as comment
      from pg_type t where t.typnamespace = $1::regnamespace`,
  policies: `
    select polrelid::regclass::text as relation, polname, polcmd from pg_policy p
      join pg_class c on c.oid = polrelid where c.relnamespace = $1::regnamespace`,
};

export type Schema = Readonly<Record<string, readonly unknown[]>>;

/** Everything that a schema holds, by definition: oids and owners left out, in a fixed order. */
export async function readSchema(session: Session, name: string): Promise<Schema> {
  const read: Record<string, readonly unknown[]> = {};
  for (const [part, query] of Object.entries(parts)) {
    const rows = await session.query(
      `select to_jsonb(x)::text as row from (${query}) x order by 1`,
      [name],
    );
    read[part] = rows.map(({ row }): unknown => JSON.parse(String(row)));
  }
  return read;
}
