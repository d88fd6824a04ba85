import { columnName, type SourceColumn, type TypeFamily } from '../masking/column.ts';
import type { SourceTable } from '../masking/plan.ts';
import type { Row, Session } from '../ports/database.ts';
import { readBoolean, readText } from './observe/row.ts';

// Domains are followed to their base; a partition's rows are copied where they are.
const query = `
with recursive base (oid, type, typmod) as (
  select t.oid, t.oid, -1 from pg_catalog.pg_type t where t.typtype <> 'd'
  union all
  select d.oid, b.type, case when d.typtypmod >= 0 then d.typtypmod else b.typmod end
    from pg_catalog.pg_type d join base b on b.oid = d.typbasetype where d.typtype = 'd'
)
select n.nspname as schema, c.relname as "table", a.attname as name,
       pg_catalog.format_type(t.oid, case when a.atttypmod >= 0 then a.atttypmod else b.typmod end) as type,
       t.typname as base, t.typtype::pg_catalog.text as typtype, t.typcategory::pg_catalog.text as category,
       tn.nspname = 'pg_catalog' as builtin,
       coalesce(e.typname, '') as element, coalesce(e.typtype::pg_catalog.text, '') as elementtype,
       case when t.typname in ('varchar', 'bpchar')
            then case when a.atttypmod >= 0 then a.atttypmod else b.typmod end - 4
            when t.typname = 'name' then 63 else -1 end as length,
       coalesce(pg_catalog.col_description(c.oid, a.attnum), '') as comment,
       not a.attnotnull as nullable,
       exists (
         select from pg_catalog.pg_constraint k
          where k.contype = 'c' and k.convalidated and k.conrelid = c.oid and k.conkey = array[a.attnum]
            and pg_catalog.pg_get_constraintdef(k.oid)
                ~ '^CHECK \\(\\(\\(?("[^"]+"|[a-z0-9_]+)\\)?(::text)? = ANY \\(\\(?ARRAY\\[(''([^'']|'''')*''::[a-z ]+(, )?)+\\]\\)?(::text\\[\\])?\\)\\)\\)$'
       ) as listed,
       coalesce((
         select pg_catalog.jsonb_build_array(fn.nspname, f.relname, fa.attname)::pg_catalog.text
           from pg_catalog.pg_constraint k,
                lateral pg_catalog.generate_subscripts(k.conkey, 1) u (i)
           join pg_catalog.pg_class f on true
           join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
           join pg_catalog.pg_attribute fa on fa.attrelid = f.oid
          where k.contype = 'f' and k.conrelid = c.oid and k.conkey[u.i] = a.attnum and f.oid = k.confrelid
            and fa.attnum = k.confkey[u.i] and not (f.oid = c.oid and k.confkey[u.i] = a.attnum)
          order by k.oid limit 1), '') as reference
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join base b on b.oid = a.atttypid
  join pg_catalog.pg_type t on t.oid = b.type
  join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
 where c.relkind = 'r' and c.relpersistence <> 't' and a.attgenerated = ''
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by n.nspname, c.relname, a.attnum`;

/** Ordinary tables of a database and the columns that a copy can write. The path must be pinned. */
export async function readTables(session: Session): Promise<readonly SourceTable[]> {
  const tables = new Map<string, SourceTable>();
  for (const row of await session.query(query)) {
    const column = toColumn(row);
    const key = JSON.stringify([column.schema, column.table]);
    const columns = [...(tables.get(key)?.columns ?? []), column];
    tables.set(key, { schema: column.schema, name: column.table, columns });
  }
  return [...tables.values()];
}

function toColumn(row: Row): SourceColumn {
  const length = row['length'];
  const comment = readText(row, 'comment');
  const reference = toReference(readText(row, 'reference'));
  return {
    schema: readText(row, 'schema'),
    table: readText(row, 'table'),
    name: readText(row, 'name'),
    type: readText(row, 'type'),
    family: familyOf(row),
    ...(typeof length === 'number' && length > 0 ? { length } : {}),
    ...(comment === '' ? {} : { comment }),
    listed: readBoolean(row, 'listed'),
    nullable: readBoolean(row, 'nullable'),
    ...(reference === undefined ? {} : { references: reference }),
  };
}

function toReference(text: string): string | undefined {
  if (text === '') return undefined;
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return undefined;
  const [schema, table, name] = parts.map(String);
  return columnName({ schema: schema ?? '', table: table ?? '', name: name ?? '' });
}

const families: ReadonlyMap<string, TypeFamily> = new Map([
  ...['text', 'varchar', 'bpchar', 'name', 'citext'].map((type) => [type, 'text'] as const),
  ...['json', 'jsonb'].map((type) => [type, 'json'] as const),
  ...['tsvector', 'tsquery'].map((type) => [type, 'text-search'] as const),
  ...['int4', 'int8', 'numeric'].map((type) => [type, 'integer'] as const),
  ...['date', 'timestamp', 'timestamptz'].map((type) => [type, 'date'] as const),
  ...['inet', 'cidr'].map((type) => [type, 'network'] as const),
  ['bytea', 'bytea'],
  ['xml', 'xml'],
  ['uuid', 'uuid'],
]);

const plainTypes = new Set(
  'bool int2 float4 float8 money time timetz interval bit varbit oid char macaddr macaddr8 point line lseg box path polygon circle pg_lsn int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange'.split(
    ' ',
  ),
);

function familyOf(row: Row): TypeFamily {
  const base = readText(row, 'base');
  if (base !== 'citext' && readText(row, 'typtype') === 'e') return 'plain';
  if (readText(row, 'category') === 'A') return arrayFamily(row);
  if (base !== 'citext' && !readBoolean(row, 'builtin')) return 'unknown';
  return families.get(base) ?? (plainTypes.has(base) ? 'plain' : 'unknown');
}

function arrayFamily(row: Row): TypeFamily {
  const element = readText(row, 'element');
  const family = families.get(element);
  const isPlain =
    readText(row, 'elementtype') === 'e' ||
    plainTypes.has(element) ||
    ['integer', 'date', 'uuid'].includes(family ?? '');
  return isPlain ? 'plain' : 'array';
}
