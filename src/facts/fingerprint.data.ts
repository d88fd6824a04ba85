/** Nobody has a name here who owns the database, or owns all in its place: on a shadow both are called otherwise. */
const role = (oid: string) =>
  `case ${oid} when 0 then 'public' when b.datdba then '' when b.standin then '' else pg_get_userbyid(${oid}) end`;

/** What others than the owner may do. */
const grants = (list: string, owner: string) => `(
    select jsonb_agg(g.line order by g.line) from (
      select ${role('x.grantee')} || ':' || x.privilege_type || x.is_grantable as line
        from aclexplode(${list}) x where x.grantee <> ${owner} and x.privilege_type <> 'MAINTAIN') g)`;

const line = (kind: string, ...parts: readonly string[]) =>
  `select jsonb_build_array('${kind}', ${parts.join(', ')})::text as line`;

const isExtensions = (catalog: string, oid: string) => `exists (select from pg_depend d
    where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const schemas = `${line(
  'schema',
  'n.nspname',
  role('n.nspowner'),
  grants('n.nspacl', 'n.nspowner'),
)}
  from schema n, base b where n.nspname <> 'public'`;

/** PostgreSQL 16 stopped writing the table before each column where there is one table. */
const view = `case when r.relkind in ('v', 'm') then (
    select case when x.one is null then v.text else replace(v.text, coalesce(x.one[2], x.one[1]) || '.', '') end
      from (select pg_get_viewdef(r.oid) as text) v, lateral (select regexp_match(v.text,
        '\\n   FROM (?:ONLY )?(?:[^ ,;().]+\\.)?([^ ,;().]+)(?: ([^ ,;().]+))?(?:;|\\n)') as one) x) end`;

const relations = `${line(
  'relation',
  'r.nspname',
  'r.relname',
  'r.relkind',
  'r.relpersistence',
  role('r.relowner'),
  grants('r.relacl', 'r.relowner'),
  'r.relrowsecurity',
  'r.relforcerowsecurity',
  `case when r.relkind in ('r', 'p') then r.relreplident end`,
  'to_jsonb(r.reloptions)',
  'pg_get_partkeydef(r.oid)',
  'pg_get_expr(r.relpartbound, r.oid)',
  `(select jsonb_agg(i.inhparent::regclass::text order by i.inhseqno) from pg_inherits i
      where i.inhrelid = r.oid)`,
  view,
)} from relation r, base b`;

const columns = `${line(
  'column',
  'r.nspname',
  'r.relname',
  `row_number() over (partition by r.oid order by a.attnum)`,
  'a.attname',
  'format_type(a.atttypid, a.atttypmod)',
  'a.attnotnull',
  'a.attgenerated',
  'a.attidentity',
  'pg_get_expr(d.adbin, r.oid)',
  `case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end`,
  grants('a.attacl', 'r.relowner'),
)} from relation r cross join base b
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind <> 'S'`;

// PostgreSQL 18 keeps NOT NULL as a constraint; the column says it already unless it is not validated.
const constraints = `${line(
  'constraint',
  'k.conrelid::regclass::text',
  'k.contypid::regtype::text',
  `case when k.contype = 'n' then '' else k.conname end`,
  'pg_get_constraintdef(k.oid)',
  'k.convalidated',
)} from pg_constraint k
   where (exists (select from relation r where r.oid = k.conrelid)
          or exists (select from kind t where t.oid = k.contypid))
     and k.conparentid = 0 and k.contype <> 't' and (k.contype <> 'n' or not k.convalidated)`;

const indexes = `${line('index', 'pg_get_indexdef(i.indexrelid)', 'i.indisvalid', 'i.indisreplident')}
  from pg_index i join relation r on r.oid = i.indrelid`;

const functions = `${line(
  'function',
  'p.pronamespace::regnamespace::text',
  'p.proname',
  'pg_get_function_arguments(p.oid)',
  'pg_get_function_result(p.oid)',
  'p.prokind',
  'l.lanname',
  'p.prosrc',
  `to_jsonb(p) -> 'probin'`,
  `case when p.prosrc = '' and p.prokind in ('f', 'p') then pg_get_function_sqlbody(p.oid) end`,
  'p.provolatile',
  'p.proparallel',
  'p.proisstrict',
  'p.proleakproof',
  'p.prosecdef',
  'p.prosupport::text',
  'to_jsonb(p.proconfig)',
  role('p.proowner'),
  grants(`coalesce(p.proacl, acldefault('f', p.proowner))`, 'p.proowner'),
)} from pg_proc p cross join base b join schema n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang where not ${isExtensions('pg_proc', 'p.oid')}`;

const types = `${line(
  'type',
  't.typnamespace::regnamespace::text',
  't.typname',
  't.typtype',
  `case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end`,
  't.typnotnull',
  't.typdefault',
  `(select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)`,
  `(select format_type(x.rngsubtype, -1) from pg_range x where x.rngtypid = t.oid)`,
  role('t.typowner'),
  grants(`coalesce(t.typacl, acldefault('T', t.typowner))`, 't.typowner'),
)} from kind t, base b`;

const sequences = `${line(
  'sequence',
  'r.nspname',
  'r.relname',
  'format_type(s.seqtypid, -1)',
  's.seqstart',
  's.seqincrement',
  's.seqmin',
  's.seqmax',
  's.seqcache',
  's.seqcycle',
)} from relation r join pg_sequence s on s.seqrelid = r.oid`;

const triggers = `${line('trigger', 'pg_get_triggerdef(t.oid)', 't.tgenabled')}
  from pg_trigger t join relation r on r.oid = t.tgrelid
 where not t.tgisinternal and t.tgparentid = 0`;

const rules = `${line('rule', 'pg_get_ruledef(w.oid)', 'w.ev_enabled')}
  from pg_rewrite w join relation r on r.oid = w.ev_class where w.ev_type <> '1'`;

const policies = `${line(
  'policy',
  'r.nspname',
  'r.relname',
  'p.polname',
  'p.polcmd',
  'p.polpermissive',
  `(select jsonb_agg(g.name order by g.name) from (
      select ${role('m.oid')} as name from unnest(p.polroles) m (oid)) g)`,
  'pg_get_expr(p.polqual, r.oid)',
  'pg_get_expr(p.polwithcheck, r.oid)',
)} from pg_policy p cross join base b join relation r on r.oid = p.polrelid`;

const statistics = `${line('statistics', 'pg_get_statisticsobjdef(s.oid)')}
  from pg_statistic_ext s join relation r on r.oid = s.stxrelid`;

const defaults = `${line(
  'default grants',
  role('d.defaclrole'),
  `case d.defaclnamespace when 0 then '' else d.defaclnamespace::regnamespace::text end`,
  'd.defaclobjtype',
  grants('d.defaclacl', 'd.defaclrole'),
)} from pg_default_acl d, base b`;

const eventTriggers = `${line(
  'event trigger',
  'e.evtname',
  'e.evtevent',
  'e.evtenabled',
  'e.evtfoid::regproc::text',
  'to_jsonb(e.evttags)',
)} from pg_event_trigger e where not ${isExtensions('pg_event_trigger', 'e.oid')}`;

/** One `line` for each part of the shape. $1: schemas, $2: tables that are a tool's own, $3: who owns in the owner's place. */
export const shapeQuery = `
with base as (select datdba, (select oid from pg_roles where rolname = $3) as standin
  from pg_database where datname = current_database()),
schema as (
  select * from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and n.nspname <> all ($1::text[]) and not ${isExtensions('pg_namespace', 'n.oid')}
),
relation as (
  select c.*, n.nspname from pg_class c join schema n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and c.relpersistence <> 't'
     and c.relname <> all ($2::text[]) and not ${isExtensions('pg_class', 'c.oid')}
     and not exists (
       select from pg_depend d join pg_class o on o.oid = d.refobjid
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and c.relkind = 'S'
          and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
          and o.relname = any ($2::text[]))
),
kind as (
  select t.* from pg_type t join schema n on n.oid = t.typnamespace
   where t.typtype in ('d', 'e', 'r') and not ${isExtensions('pg_type', 't.oid')}
)
${[
  schemas,
  relations,
  columns,
  constraints,
  indexes,
  functions,
  types,
  sequences,
  triggers,
  rules,
  policies,
  statistics,
  defaults,
  eventTriggers,
].join('\nunion all ')}`;
