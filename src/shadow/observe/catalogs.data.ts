/** One system catalog whose rows are objects. */
export type ObservedCatalog = {
  readonly name: string;
  /** Columns that say nothing about the definition. */
  readonly ignored: readonly string[];
  /** All the others, in PostgreSQL 14 to 18. */
  readonly counted?: readonly string[];
  /** Which rows `x` are objects of users. */
  readonly where: string;
  /** Oid of the relation that `x` belongs to, as SQL. */
  readonly parent?: string;
  /** Rows elsewhere that belong to the definition, as SQL. */
  readonly also?: string;
  readonly since?: number;
};

const user = 'x.oid >= 16384';

/** Of a column. */
export const columns: Pick<ObservedCatalog, 'ignored' | 'counted'> = {
  ignored: ['attmissingval', 'atthasmissing', 'attcacheoff'],
  counted: [
    'attrelid', 'attname', 'atttypid', 'attstattarget', 'attlen', 'attnum', 'attndims', 'atttypmod',
    'attbyval', 'attalign', 'attstorage', 'attcompression', 'attnotnull', 'atthasdef', 'attidentity',
    'attgenerated', 'attisdropped', 'attislocal', 'attinhcount', 'attcollation', 'attacl',
    'attoptions', 'attfdwoptions',
  ],
};

/**
 * Catalogs that any login may read. Not here: pg_subscription, pg_authid and pg_user_mapping, which hold
 * secrets; pg_depend and its relatives, which follow; row and array types, which are their relation's.
 */
export const catalogs: readonly ObservedCatalog[] = [
  {
    name: 'pg_class',
    ignored: [
      'relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid',
      'relminmxid', 'relhasindex', 'relhasrules', 'relhastriggers', 'relhassubclass', 'relchecks',
      'relnatts', 'reltoastrelid', 'relrewrite', 'reltype',
    ],
    counted: [
      'oid', 'relname', 'relnamespace', 'reloftype', 'relowner', 'relam', 'reltablespace', 'relisshared',
      'relpersistence', 'relkind', 'relrowsecurity', 'relforcerowsecurity', 'relispopulated',
      'relreplident', 'relispartition', 'relacl', 'reloptions', 'relpartbound',
    ],
    where: `${user} and x.relkind <> 't' and x.relnamespace <> 99
      and not (x.relkind in ('i', 'I') and exists (
        select from pg_catalog.pg_index t join pg_catalog.pg_class r on r.oid = t.indrelid
         where t.indexrelid = x.oid and r.relkind = 't'))`,
    parent: `case when x.relkind in ('i', 'I')
      then (select i.indrelid from pg_catalog.pg_index i where i.indexrelid = x.oid) end`,
    also: `row(
      case when x.relkind in ('i', 'I') then
        (select i::pg_catalog.text from pg_catalog.pg_index i where i.indexrelid = x.oid) end,
      case when x.relkind = 'S' then
        (select s::pg_catalog.text from pg_catalog.pg_sequence s where s.seqrelid = x.oid) end,
      case when x.relkind = 'f' then
        (select f::pg_catalog.text from pg_catalog.pg_foreign_table f where f.ftrelid = x.oid) end,
      case when x.relkind = 'p' then
        (select p::pg_catalog.text from pg_catalog.pg_partitioned_table p where p.partrelid = x.oid) end,
      (select pg_catalog.array_agg(h::pg_catalog.text order by h.inhseqno)
         from pg_catalog.pg_inherits h where h.inhrelid = x.oid),
      case when x.relkind in ('v', 'm') then
        (select r.ev_action::pg_catalog.text from pg_catalog.pg_rewrite r
          where r.ev_class = x.oid and r.rulename = '_RETURN') end)`,
  },
  {
    name: 'pg_constraint',
    ignored: [],
    where: user,
    parent: 'x.conrelid',
    also: `(select pg_catalog.array_agg(row(t.oid, t.tgenabled)::pg_catalog.text order by t.oid) from pg_catalog.pg_trigger t where t.tgconstraint = x.oid)`,
  },
  {
    name: 'pg_trigger',
    ignored: [],
    where: `${user} and not x.tgisinternal`,
    parent: 'x.tgrelid',
  },
  { name: 'pg_policy', ignored: [], where: user, parent: 'x.polrelid' },
  {
    name: 'pg_rewrite',
    ignored: [],
    where: `${user} and x.rulename <> '_RETURN'`,
    parent: 'x.ev_class',
  },
  { name: 'pg_proc', ignored: [], where: user },
  {
    name: 'pg_type',
    ignored: [],
    where: `${user} and x.typrelid = 0
      and not exists (select from pg_catalog.pg_type e where e.typarray = x.oid)`,
    also: `(select pg_catalog.jsonb_agg(e.enumlabel order by e.enumsortorder)
              from pg_catalog.pg_enum e where e.enumtypid = x.oid)`,
  },
  {
    name: 'pg_namespace',
    ignored: [],
    where: `x.nspname not like 'pg\\_%' and x.nspname <> 'information_schema'`,
  },
  { name: 'pg_extension', ignored: [], where: user },
  { name: 'pg_language', ignored: [], where: user },
  { name: 'pg_operator', ignored: [], where: user },
  { name: 'pg_opclass', ignored: [], where: user },
  { name: 'pg_opfamily', ignored: [], where: user },
  { name: 'pg_cast', ignored: [], where: user },
  { name: 'pg_collation', ignored: [], where: user },
  { name: 'pg_conversion', ignored: [], where: user },
  { name: 'pg_am', ignored: [], where: user },
  { name: 'pg_transform', ignored: [], where: user },
  { name: 'pg_statistic_ext', ignored: [], where: user },
  { name: 'pg_publication', ignored: [], where: user },
  { name: 'pg_publication_rel', ignored: [], where: user },
  { name: 'pg_publication_namespace', ignored: [], where: user, since: 150000 },
  { name: 'pg_foreign_data_wrapper', ignored: [], where: user },
  { name: 'pg_foreign_server', ignored: [], where: user },
  { name: 'pg_event_trigger', ignored: [], where: user },
  { name: 'pg_ts_config', ignored: [], where: user },
  { name: 'pg_ts_dict', ignored: [], where: user },
  { name: 'pg_ts_parser', ignored: [], where: user },
  { name: 'pg_ts_template', ignored: [], where: user },
  { name: 'pg_default_acl', ignored: [], where: user },
  { name: 'pg_largeobject_metadata', ignored: [], where: user },
  {
    name: 'pg_database',
    ignored: ['datfrozenxid', 'datminmxid'],
    where: 'x.datname = pg_catalog.current_database()',
    also: `(select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(s) order by s.setrole)
              from pg_catalog.pg_db_role_setting s where s.setdatabase in (0, x.oid))`,
  },
];
