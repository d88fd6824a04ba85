// Of a search path of pg_catalog alone: format_type then writes the schema of every other type.

const qualified = (oid: string) => `(
    select jsonb_build_object('schema', n.nspname, 'name', c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${oid})`;

const columnNames = (relation: string, numbers: string) => `coalesce((
    select jsonb_agg(named.attname order by u.place)
      from unnest(${numbers}) with ordinality u (number, place)
      join pg_attribute named on named.attrelid = ${relation} and named.attnum = u.number), '[]')`;

const list = (what: string, from: string) =>
  `coalesce((select jsonb_agg(${what}) from ${from}), '[]')`;

/**
 * What the expression does at its worst, from the functions in its tree; a constant is stored as bytes
 * there, so that none can pass for a function. Casts by way of text depend on settings.
 */
const volatility = `(array['immutable', 'stable', 'volatile'])[1 + greatest(
    coalesce((select max(case p.provolatile when 'v' then 2 when 's' then 1 else 0 end)
      from regexp_matches(d.adbin::text, ':(?:op|hash)?funcid (\\d+)', 'g') m
      join pg_proc p on p.oid = m[1]::oid), 0),
    case when d.adbin::text ~* '\\{(SQLVALUEFUNCTION|COERCEVIAIO|XMLEXPR|JSON)' then 1 else 0 end,
    case when d.adbin::text ~* '\\{(NEXTVALUEEXPR|COERCETODOMAIN )' then 2 else 0 end)]`;

const columns = list(
  `jsonb_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull and not exists (
        select from pg_constraint k where k.conrelid = r.oid and k.contype = 'n'
           and k.conkey = array[a.attnum] and not k.convalidated),
      'default', case when d.oid is null or a.attgenerated <> '' then 'none' else ${volatility} end,
      'generated', case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' else 'no' end,
      'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by-default' else 'no' end
    ) order by a.attnum`,
  `pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'`,
);

const keys = list(
  `jsonb_build_object(
      'name', k.conname,
      'kind', case k.contype when 'p' then 'primary' when 'u' then 'unique' else 'exclusion' end,
      'columns', ${columnNames('r.oid', 'k.conkey')}) order by k.conname`,
  `pg_constraint k where k.conrelid = r.oid and k.contype in ('p', 'u', 'x')`,
);

const action = (column: string) => `case ${column} when 'r' then 'restrict' when 'c' then 'cascade'
    when 'n' then 'set-null' when 'd' then 'set-default' else 'no-action' end`;

// A key to a partitioned table has one more row for each of its partitions.
const foreignKeys = list(
  `jsonb_build_object(
      'name', k.conname,
      'columns', ${columnNames('r.oid', 'k.conkey')},
      'references', ${qualified('k.confrelid')}
        || jsonb_build_object('columns', ${columnNames('k.confrelid', 'k.confkey')}),
      'onDelete', ${action('k.confdeltype')},
      'onUpdate', ${action('k.confupdtype')},
      'validated', k.convalidated) order by k.conname, k.oid`,
  `pg_constraint k where k.conrelid = r.oid and k.contype = 'f' and not exists (
       select from pg_constraint p where p.oid = k.conparentid and p.conrelid = k.conrelid)`,
);

const checks = list(
  `jsonb_build_object(
      'name', k.conname,
      'columns', ${columnNames('r.oid', 'k.conkey')},
      'validated', k.convalidated,
      'notNull', coalesce(array_length(k.conkey, 1) = 1 and k.conbin::text ~ ':argisrow false'
        and pg_get_expr(k.conbin, r.oid) = (
          select '(' || quote_ident(a.attname) || ' IS NOT NULL)' from pg_attribute a
           where a.attrelid = r.oid and a.attnum = k.conkey[1]), false)) order by k.conname`,
  `pg_constraint k where k.conrelid = r.oid and k.contype = 'c'`,
);

const indexes = list(
  `jsonb_strip_nulls(jsonb_build_object(
      'name', x.relname,
      'columns', (select jsonb_agg(a.attname order by e.place)
         from unnest(i.indkey[0:i.indnkeyatts - 1]::int2[]) with ordinality e (number, place)
         join pg_attribute a on a.attrelid = r.oid and a.attnum = e.number
       having count(*) = i.indnkeyatts),
      'unique', i.indisunique,
      'valid', i.indisvalid and i.indisready,
      'partial', i.indpred is not null,
      'method', m.amname,
      'bytes', case when x.relkind = 'I' then -1 else coalesce(pg_relation_size(x.oid), -1) end
    )) order by x.relname`,
  `pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
     where i.indrelid = r.oid`,
);

const parents = list(
  `${qualified('i.inhparent')} order by i.inhseqno`,
  'pg_inherits i where i.inhrelid = r.oid',
);

// Another operator class or collation would compare in another way than an expression with the column does.
const partitionKey = `(
    select jsonb_build_object('partitionKey', jsonb_build_object(
        'strategy', case t.partstrat when 'r' then 'range' when 'l' then 'list' else 'hash' end,
        'columns', ${columnNames('r.oid', 't.partattrs::int2[]')}))
      from pg_partitioned_table t where t.partrelid = r.oid and t.partexprs is null and not exists (
        select from unnest(t.partattrs::int2[], t.partclass::oid[], t.partcollation::oid[])
               k (number, class, ordering)
          join pg_attribute a on a.attrelid = r.oid and a.attnum = k.number
          join pg_opclass o on o.oid = k.class
         where not o.opcdefault or a.attcollation <> k.ordering))`;

const reads = list(
  `${qualified('v.oid')} order by v.oid`,
  `(select distinct d.refobjid as oid from pg_rewrite w
       join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
        and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.oid
       join pg_class t on t.oid = d.refobjid and t.relkind <> 'S'
      where w.ev_class = r.oid and r.relkind in ('v', 'm')) v`,
);

const triggers = list(
  `jsonb_build_object(
      'name', t.tgname,
      'events', to_jsonb(array_remove(array[
        case when t.tgtype & 4 <> 0 then 'insert' end, case when t.tgtype & 16 <> 0 then 'update' end,
        case when t.tgtype & 8 <> 0 then 'delete' end, case when t.tgtype & 32 <> 0 then 'truncate' end
      ], null)),
      'enabled', t.tgenabled <> 'D',
      'calls', (select jsonb_build_object('schema', n.nspname, 'name', p.proname)
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = t.tgfoid)
    ) order by t.tgname, t.oid`,
  `pg_trigger t where t.tgrelid = r.oid
      and (not t.tgisinternal or t.tgparentid <> 0 and t.tgconstraint = 0)`,
);

const rules = list(
  `jsonb_build_object('name', w.rulename,
      'event', case w.ev_type when '2' then 'update' when '3' then 'insert' else 'delete' end
    ) order by w.rulename`,
  `pg_rewrite w where w.ev_class = r.oid and w.ev_type in ('2', '3', '4')`,
);

/**
 * Sizes of what has storage of its own. The estimate is the planner's: rows by page as of the last
 * ANALYZE, times the pages of today, so that a table that grew since is not taken for small. A window
 * under an hour, a standby and a server that does not count say nothing of the writes.
 */
const sizes = `
hours (passed) as (
  select case when pg_is_in_recovery() or not current_setting('track_counts')::bool then 0
    else extract(epoch from clock_timestamp() - coalesce(d.stats_reset, pg_postmaster_start_time()))
           ::float8 / 3600 end
    from pg_stat_database d where d.datname = current_database()
),
stored (oid, rows, bytes, indexes, toast, writes) as materialized (
  select c.oid,
    case when c.relkind = 'f' or c.reltuples < 0 or s.heap is null then -1
         when c.relpages > 0 then ceil(c.reltuples::float8 / c.relpages
           * (s.heap / current_setting('block_size')::int8))::int8
         when s.heap = 0 then 0 else -1 end,
    case when c.relkind = 'f' then -1 else coalesce(pg_total_relation_size(c.oid), -1) end,
    case when c.relkind = 'f' then -1 else coalesce(pg_indexes_size(c.oid), -1) end,
    case when c.relkind = 'f' then -1 when c.reltoastrelid = 0 then 0
         else coalesce(pg_total_relation_size(c.reltoastrelid), -1) end,
    case when c.relkind = 'f' or h.passed < 1 then -1
         else ceil((pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid)
           + pg_stat_get_tuples_deleted(c.oid)) / h.passed)::int8 end
  from pg_class c cross join hours h
  cross join lateral (select case when c.relkind <> 'f' then pg_relation_size(c.oid) end as heap) s
 where c.relkind in ('r', 'm', 'f') and c.relpersistence <> 't' and c.relnamespace <> 11
),
tree (root, oid) as (
  select oid, oid from pg_class where relkind in ('r', 'p', 'm', 'f')
  union
  select t.root, i.inhrelid from tree t join pg_inherits i on i.inhparent = t.oid
),
summed (root, rows, bytes, indexes, toast, writes) as materialized (
  select t.root, ${['rows', 'bytes', 'indexes', 'toast', 'writes']
    .map((size) => `case when bool_or(s.${size} < 0) then -1 else sum(s.${size})::int8 end`)
    .join(', ')}
    from tree t join stored s on s.oid = t.oid group by t.root
)`;

const size = (name: string) =>
  `coalesce(s.${name}, case when r.relkind = 'p' then 0 else -1 end)`;

/** One row `fact` for each relation, as schemas/facts.json describes it. */
export const relationsQuery = `
with recursive ${sizes}
select (jsonb_build_object(
    'schema', n.nspname,
    'name', r.relname,
    'kind', case r.relkind when 'r' then 'table' when 'p' then 'partitioned-table' when 'v' then 'view'
       when 'm' then 'materialized-view' when 'f' then 'foreign-table' else 'sequence' end,
    'persistence', case r.relpersistence when 'u' then 'unlogged' else 'permanent' end,
    'columns', ${columns},
    'keys', ${keys},
    'foreignKeys', ${foreignKeys},
    'checks', ${checks},
    'indexes', ${indexes},
    'parents', ${parents},
    'isPartition', r.relispartition,
    'reads', ${reads},
    'triggers', ${triggers},
    'rules', ${rules},
    'rowSecurity', case when not r.relrowsecurity then 'off'
       when r.relforcerowsecurity then 'forced' else 'on' end,
    'replicaIdentity', case r.relreplident when 'n' then 'nothing' when 'f' then 'full'
       when 'i' then 'index' else 'default' end,
    'rows', ${size('rows')},
    'bytes', ${size('bytes')},
    'indexBytes', ${size('indexes')},
    'toastBytes', ${size('toast')},
    'writesPerHour', ${size('writes')}
  ) || case when exists (select from pg_partitioned_table t where t.partdefid = r.oid)
    then jsonb_build_object('isDefaultPartition', true) else '{}' end || coalesce(${partitionKey}, '{}'))::text as fact
  from pg_class r join pg_namespace n on n.oid = r.relnamespace left join summed s on s.root = r.oid
 where r.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and r.relpersistence <> 't'
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
 order by n.nspname collate "C", r.relname collate "C"`;
