import { h as carriedSettings, n as readFacts } from "./facts-CMPa7y4B.js";
import { r as readText, t as readBoolean } from "./row-ClT0gal6.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { r as quoteName } from "./quote-lgey2vti.js";
/** The first entry that fits a table takes it. */
const historyTables = [
	{
		layout: "flyway",
		table: "flyway_schema_history",
		columns: [
			"installed_rank",
			"version",
			"script",
			"type",
			"checksum",
			"success"
		],
		version: "coalesce(version, '')",
		name: "script",
		checksum: "checksum",
		succeeded: "success",
		order: "installed_rank",
		where: "type in ('SQL', 'BASELINE', 'SQL_BASELINE')"
	},
	{
		layout: "prisma",
		table: "_prisma_migrations",
		columns: [
			"migration_name",
			"checksum",
			"started_at",
			"finished_at",
			"rolled_back_at"
		],
		version: "migration_name",
		name: "migration_name",
		checksum: "checksum",
		succeeded: "finished_at is not null and rolled_back_at is null",
		order: "started_at",
		where: "rolled_back_at is null"
	},
	{
		layout: "drizzle",
		table: "__drizzle_migrations",
		columns: [
			"id",
			"hash",
			"created_at"
		],
		version: "created_at",
		checksum: "hash",
		order: "created_at, id"
	},
	{
		layout: "supabase",
		table: "schema_migrations",
		columns: [
			"version",
			"statements",
			"name"
		],
		version: "version",
		name: "name",
		order: "version"
	},
	{
		layout: "golang-migrate",
		table: "schema_migrations",
		columns: ["version", "dirty"],
		version: "version",
		succeeded: "not dirty",
		order: "version"
	},
	{
		layout: "rails",
		table: "schema_migrations",
		columns: ["version"],
		beside: "ar_internal_metadata",
		version: "version",
		order: "version"
	},
	{
		layout: "dbmate",
		table: "schema_migrations",
		columns: ["version"],
		version: "version",
		order: "version"
	},
	{
		layout: "goose",
		table: "goose_db_version",
		columns: [
			"id",
			"version_id",
			"is_applied"
		],
		version: "version_id",
		succeeded: "is_applied",
		order: "id",
		where: "version_id > 0"
	},
	{
		layout: "sqitch",
		table: "changes",
		columns: [
			"change_id",
			"script_hash",
			"change",
			"committed_at"
		],
		beside: "dependencies",
		version: "change_id",
		name: "change",
		checksum: "script_hash",
		order: "committed_at, change_id"
	},
	{
		layout: "knex",
		table: "knex_migrations",
		columns: [
			"id",
			"name",
			"batch"
		],
		version: "name",
		name: "name",
		order: "id"
	},
	{
		layout: "node-pg-migrate",
		table: "pgmigrations",
		columns: [
			"id",
			"name",
			"run_on"
		],
		version: "name",
		name: "name",
		order: "run_on, id"
	},
	{
		layout: "sqlx",
		table: "_sqlx_migrations",
		columns: [
			"version",
			"description",
			"success",
			"checksum"
		],
		version: "version",
		name: "description",
		checksum: "encode(checksum, 'hex')",
		succeeded: "success",
		order: "version"
	},
	{
		layout: "diesel",
		table: "__diesel_schema_migrations",
		columns: ["version", "run_on"],
		version: "version",
		order: "version"
	},
	{
		layout: "liquibase",
		table: "databasechangelog",
		columns: [
			"id",
			"author",
			"filename",
			"md5sum",
			"orderexecuted"
		],
		version: "id || '::' || author",
		name: "filename",
		checksum: "md5sum",
		order: "orderexecuted"
	},
	{
		layout: "graphile-migrate",
		table: "migrations",
		columns: [
			"hash",
			"previous_hash",
			"filename",
			"date"
		],
		version: "filename",
		name: "filename",
		checksum: "hash",
		order: "date, filename"
	},
	{
		layout: "atlas",
		table: "atlas_schema_revisions",
		columns: [
			"version",
			"description",
			"hash",
			"applied",
			"total",
			"error"
		],
		version: "version",
		name: "description",
		checksum: "hash",
		succeeded: "applied = total and coalesce(error, '') = ''",
		order: "version"
	}
];
/** Schemas that a tool made for itself: they are its memory, and no part of anybody's schema. */
const historySchemas = [
	"sluice",
	"drizzle",
	"supabase_migrations",
	"atlas_schema_revisions",
	"sqitch",
	"graphile_migrate"
];
/** Nobody has a name here who owns the database, or owns all in its place: on a shadow both are called otherwise. */
const role = (oid) => `case ${oid} when 0 then 'public' when b.datdba then '' when b.standin then '' else pg_get_userbyid(${oid}) end`;
/** What others than the owner may do. */
const grants = (list, owner) => `(
    select jsonb_agg(g.line order by g.line) from (
      select ${role("x.grantee")} || ':' || x.privilege_type || x.is_grantable as line
        from aclexplode(${list}) x where x.grantee <> ${owner} and x.privilege_type <> 'MAINTAIN') g)`;
const line = (kind, ...parts) => `select jsonb_build_array('${kind}', ${parts.join(", ")})::text as line`;
const isExtensions = (catalog, oid) => `exists (select from pg_depend d
    where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
const schemas = `${line("schema", "n.nspname", role("n.nspowner"), grants("n.nspacl", "n.nspowner"))}
  from schema n, base b where n.nspname <> 'public'`;
const relations = `${line("relation", "r.nspname", "r.relname", "r.relkind", "r.relpersistence", role("r.relowner"), grants("r.relacl", "r.relowner"), "r.relrowsecurity", "r.relforcerowsecurity", `case when r.relkind in ('r', 'p') then r.relreplident end`, "to_jsonb(r.reloptions)", "pg_get_partkeydef(r.oid)", "pg_get_expr(r.relpartbound, r.oid)", `(select jsonb_agg(i.inhparent::regclass::text order by i.inhseqno) from pg_inherits i
      where i.inhrelid = r.oid)`, `case when r.relkind in ('v', 'm') then (
    select case when x.one is null then v.text else replace(v.text, coalesce(x.one[2], x.one[1]) || '.', '') end
      from (select pg_get_viewdef(r.oid) as text) v, lateral (select regexp_match(v.text,
        '\\n   FROM (?:ONLY )?(?:[^ ,;().]+\\.)?([^ ,;().]+)(?: ([^ ,;().]+))?(?:;|\\n)') as one) x) end`)} from relation r, base b`;
const columns$1 = `${line("column", "r.nspname", "r.relname", `row_number() over (partition by r.oid order by a.attnum)`, "a.attname", "format_type(a.atttypid, a.atttypmod)", "a.attnotnull", "a.attgenerated", "a.attidentity", "pg_get_expr(d.adbin, r.oid)", `case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end`, grants("a.attacl", "r.relowner"))} from relation r cross join base b
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind <> 'S'`;
const constraints = `${line("constraint", "k.conrelid::regclass::text", "k.contypid::regtype::text", `case when k.contype = 'n' then '' else k.conname end`, "pg_get_constraintdef(k.oid)", "k.convalidated")} from pg_constraint k
   where (exists (select from relation r where r.oid = k.conrelid)
          or exists (select from kind t where t.oid = k.contypid))
     and k.conparentid = 0 and k.contype <> 't' and (k.contype <> 'n' or not k.convalidated)`;
const indexes$1 = `${line("index", "pg_get_indexdef(i.indexrelid)", "i.indisvalid", "i.indisreplident")}
  from pg_index i join relation r on r.oid = i.indrelid`;
const functions = `${line("function", "p.pronamespace::regnamespace::text", "p.proname", "pg_get_function_arguments(p.oid)", "pg_get_function_result(p.oid)", "p.prokind", "l.lanname", "p.prosrc", `to_jsonb(p) -> 'probin'`, `case when p.prosrc = '' and p.prokind in ('f', 'p') then pg_get_function_sqlbody(p.oid) end`, "p.provolatile", "p.proparallel", "p.proisstrict", "p.proleakproof", "p.prosecdef", "p.prosupport::text", "to_jsonb(p.proconfig)", role("p.proowner"), grants(`coalesce(p.proacl, acldefault('f', p.proowner))`, "p.proowner"))} from pg_proc p cross join base b join schema n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang where not ${isExtensions("pg_proc", "p.oid")}`;
const types = `${line("type", "t.typnamespace::regnamespace::text", "t.typname", "t.typtype", `case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end`, "t.typnotnull", "t.typdefault", `(select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)`, `(select format_type(x.rngsubtype, -1) from pg_range x where x.rngtypid = t.oid)`, role("t.typowner"), grants(`coalesce(t.typacl, acldefault('T', t.typowner))`, "t.typowner"))} from kind t, base b`;
const sequences = `${line("sequence", "r.nspname", "r.relname", "format_type(s.seqtypid, -1)", "s.seqstart", "s.seqincrement", "s.seqmin", "s.seqmax", "s.seqcache", "s.seqcycle")} from relation r join pg_sequence s on s.seqrelid = r.oid`;
const triggers$1 = `${line("trigger", "pg_get_triggerdef(t.oid)", "t.tgenabled")}
  from pg_trigger t join relation r on r.oid = t.tgrelid
 where not t.tgisinternal and t.tgparentid = 0`;
const rules$1 = `${line("rule", "pg_get_ruledef(w.oid)", "w.ev_enabled")}
  from pg_rewrite w join relation r on r.oid = w.ev_class where w.ev_type <> '1'`;
const policies = `${line("policy", "r.nspname", "r.relname", "p.polname", "p.polcmd", "p.polpermissive", `(select jsonb_agg(g.name order by g.name) from (
      select ${role("m.oid")} as name from unnest(p.polroles) m (oid)) g)`, "pg_get_expr(p.polqual, r.oid)", "pg_get_expr(p.polwithcheck, r.oid)")} from pg_policy p cross join base b join relation r on r.oid = p.polrelid`;
const statistics = `${line("statistics", "pg_get_statisticsobjdef(s.oid)")}
  from pg_statistic_ext s join relation r on r.oid = s.stxrelid`;
const defaults = `${line("default grants", role("d.defaclrole"), `case d.defaclnamespace when 0 then '' else d.defaclnamespace::regnamespace::text end`, "d.defaclobjtype", grants("d.defaclacl", "d.defaclrole"))} from pg_default_acl d, base b`;
const eventTriggers = `${line("event trigger", "e.evtname", "e.evtevent", "e.evtenabled", "e.evtfoid::regproc::text", "to_jsonb(e.evttags)")} from pg_event_trigger e where not ${isExtensions("pg_event_trigger", "e.oid")}`;
/** One `line` for each part of the shape. $1: schemas, $2: tables that are a tool's own, $3: who owns in the owner's place. */
const shapeQuery = `
with base as (select datdba, (select oid from pg_roles where rolname = $3) as standin
  from pg_database where datname = current_database()),
schema as (
  select * from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and n.nspname <> all ($1::text[]) and not ${isExtensions("pg_namespace", "n.oid")}
),
relation as (
  select c.*, n.nspname from pg_class c join schema n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and c.relpersistence <> 't'
     and c.relname <> all ($2::text[]) and not ${isExtensions("pg_class", "c.oid")}
     and not exists (
       select from pg_depend d join pg_class o on o.oid = d.refobjid
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and c.relkind = 'S'
          and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
          and o.relname = any ($2::text[]))
),
kind as (
  select t.* from pg_type t join schema n on n.oid = t.typnamespace
   where t.typtype in ('d', 'e', 'r') and not ${isExtensions("pg_type", "t.oid")}
)
${[
	schemas,
	relations,
	columns$1,
	constraints,
	indexes$1,
	functions,
	types,
	sequences,
	triggers$1,
	rules$1,
	policies,
	statistics,
	defaults,
	eventTriggers
].join("\nunion all ")}`;
/**
* Reads in a transaction that can write nothing, waits for no lock for long, and finds no function or
* operator but PostgreSQL's own. Whatever it set is gone afterwards.
*/
async function pinned(session, read) {
	await session.query("begin transaction isolation level repeatable read read only");
	try {
		await session.query(`select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true),
              pg_catalog.set_config('quote_all_identifiers', 'off', true),
              pg_catalog.set_config('lock_timeout', '5s', true),
              pg_catalog.set_config('statement_timeout', '10min', true),
              pg_catalog.set_config('jit', 'off', true)`);
		return await read();
	} finally {
		await session.query("rollback");
	}
}
/** The same within a pinned transaction; `standIn` is a role that has no name in it either. */
async function queryFingerprint(session, standIn = "") {
	const lines = await queryShape(session, standIn);
	return digestOf(lines.toSorted().join("\n"));
}
/** What the fingerprint is taken over: one JSON array a part, its kind and names first. Not in a transaction. */
async function readShape(session) {
	return pinned(session, () => queryShape(session));
}
async function queryShape(session, standIn = "") {
	const tables = historyTables.map(({ table }) => table).filter((table) => !isCommon(table));
	return (await session.query(shapeQuery, [
		toArray$1(historySchemas),
		toArray$1(tables),
		standIn
	])).map((row) => readText(row, "line"));
}
/** Names that anybody may give a table of their own; the tools keep these in schemas of their own. */
function isCommon(table) {
	return table === "changes" || table === "migrations";
}
function toArray$1(names) {
	return `{${names.join(",")}}`;
}
/**
* Reads what migration tools recorded. Only plain tables without row security are read: a view or a
* policy of that name would run somebody's function under our login.
*/
async function readHistories(session) {
	const facts = [];
	const hidden = [];
	const taken = /* @__PURE__ */ new Set();
	for (const history of historyTables) for (const found of await find(session, history)) {
		const name = quoteName(found.schema, found.table);
		if (taken.has(name)) continue;
		taken.add(name);
		if (found.isReadable) facts.push(await read(session, history, found));
		else hidden.push(`${found.schema}.${found.table}`);
	}
	return {
		facts,
		hidden
	};
}
async function find(session, { table, columns, beside }) {
	return (await session.query(`select n.nspname as schema, c.relname as "table",
            has_schema_privilege(n.oid, 'usage') and bool_and(
              has_column_privilege(c.oid, a.attnum, 'select')) as readable
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = any ($2::text[]::name[])
      where c.relname = $1 and c.relkind = 'r' and c.relpersistence <> 't' and not c.relrowsecurity
        and a.attnum > 0 and not a.attisdropped
        and ($4 = '' or exists (
          select from pg_class b where b.relnamespace = c.relnamespace and b.relname = $4))
      group by n.oid, n.nspname, c.oid, c.relname having count(*) = $3
      order by n.nspname collate "C"`, [
		table,
		toArray(columns),
		columns.length,
		beside ?? ""
	])).map((row) => ({
		schema: readText(row, "schema"),
		table: readText(row, "table"),
		isReadable: readBoolean(row, "readable")
	}));
}
/** Names of our own, which need no quotes. */
function toArray(names) {
	return `{${names.join(",")}}`;
}
async function read(session, history, found) {
	const { layout, version, name = "null", checksum = "null", succeeded = "true" } = history;
	const [row] = await session.query(`select jsonb_build_object(
        'layout', $1::text,
        'table', jsonb_build_object('schema', $2::text, 'name', $3::text),
        'entries', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'version', coalesce((${version})::text, ''),
            'name', (${name})::text,
            'checksum', (${checksum})::text,
            'succeeded', coalesce((${succeeded})::bool, false))) order by ${history.order}), '[]')
      )::text as fact
      from ${quoteName(found.schema, found.table)} where ${history.where ?? "true"}`, [
		layout,
		found.schema,
		found.table
	]);
	return readText(row, "fact");
}
/**
* The search path is read as it is set, before it is pinned: current_schemas() leaves out what this login
* may not use, and the login that migrates may.
*/
const searchPathQuery = `
select coalesce(pg_catalog.jsonb_agg(found.name order by found.place), '[]')::pg_catalog.text as fact
  from (
    select word.place, case coalesce(word.part[1], word.part[2])
             when '$user' then session_user::pg_catalog.text
             else coalesce(pg_catalog.replace(word.part[1], '""', '"'), pg_catalog.lower(word.part[2]))
           end as name
      from pg_catalog.regexp_matches(
             pg_catalog.current_setting('search_path'), '"((?:[^"]|"")*)"|([^,[:space:]"]+)', 'g'
           ) with ordinality word (part, place)
  ) found
  join pg_catalog.pg_namespace n on n.nspname = found.name`;
/** One row `fact`; the search path is a parameter, because it has to be read earlier. */
const environmentQuery = `
select (jsonb_build_object(
    'owner', pg_get_userbyid(d.datdba),
    'role', current_user,
    'searchPath', $1::jsonb,
    'encoding', pg_encoding_to_char(d.encoding),
    'collate', d.datcollate,
    'ctype', d.datctype,
    'localeProvider', case to_jsonb(d) ->> 'datlocprovider' when 'i' then 'icu' when 'b' then 'builtin'
       else 'libc' end,
    'timeZone', current_setting('TimeZone'),
    'roles', (select jsonb_agg(rolname order by rolname collate "C") from pg_roles
       where rolname !~ '^pg_'),
    'extensions', (select jsonb_agg(
         jsonb_build_object('name', e.extname, 'version', e.extversion, 'schema', n.nspname)
         order by e.extname collate "C")
       from pg_extension e join pg_namespace n on n.oid = e.extnamespace)
  ) || (select case when count(*) = 0 then '{}' else jsonb_build_object('settings',
         jsonb_agg(jsonb_build_object('name', s.name, 'value', s.value) order by s.name collate "C")) end
       from (select distinct on (x.name) x.name, x.value
         from (select split_part(c, '=', 1) as name, substr(c, strpos(c, '=') + 1) as value,
                      s.setrole, s.setdatabase
                 from pg_db_role_setting s, unnest(s.setconfig) c
                where s.setdatabase in (0, d.oid)
                  and s.setrole in (0, (select oid from pg_roles where rolname = session_user))) x
        where x.name in (${carriedSettings.map((name) => `'${name}'`).join(", ")})
        order by x.name, x.setrole <> 0 desc, x.setdatabase <> 0 desc) s))::text as fact
  from pg_database d where d.datname = current_database()`;
const domainsQuery = `
with recursive layer (oid, below) as (
  select oid, oid from pg_type where typtype = 'd'
  union
  select l.oid, t.typbasetype from layer l join pg_type t on t.oid = l.below and t.typtype = 'd'
)
select jsonb_build_object(
    'schema', n.nspname,
    'name', t.typname,
    'type', format_type(t.typbasetype, t.typtypmod),
    'notNull', (select bool_or(b.typnotnull) from layer l join pg_type b on b.oid = l.below
       where l.oid = t.oid),
    'hasChecks', exists (select from layer l join pg_constraint k on k.contypid = l.below
       where l.oid = t.oid and k.contype = 'c')
  )::text as fact
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
 where t.typtype = 'd' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
 order by n.nspname collate "C", t.typname collate "C"`;
const functionsQuery = `
select jsonb_build_object(
    'schema', n.nspname,
    'name', p.proname,
    'arguments', pg_get_function_identity_arguments(p.oid),
    'kind', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window'
       else 'function' end,
    'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable'
       else 'volatile' end,
    'language', l.lanname,
    'securityDefiner', p.prosecdef
  )::text as fact
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
 order by n.nspname collate "C", p.proname collate "C", p.oid`;
const publicationsQuery = `
select jsonb_build_object(
    'name', p.pubname,
    'allTables', p.puballtables,
    'tables', coalesce((
      select jsonb_agg(jsonb_build_object('schema', t.schema, 'name', t.name)
               order by t.schema collate "C", t.name collate "C")
        from (select v.schemaname as schema, v.tablename as name
                from pg_publication_tables v where v.pubname = p.pubname
               union
              select n.nspname, c.relname
                from pg_publication_rel r join pg_class c on c.oid = r.prrelid
                join pg_namespace n on n.oid = c.relnamespace where r.prpubid = p.oid) t
       where not p.puballtables), '[]')
  )::text as fact
  from pg_publication p order by p.pubname collate "C"`;
const qualified = (oid) => `(
    select jsonb_build_object('schema', n.nspname, 'name', c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${oid})`;
const columnNames = (relation, numbers) => `coalesce((
    select jsonb_agg(named.attname order by u.place)
      from unnest(${numbers}) with ordinality u (number, place)
      join pg_attribute named on named.attrelid = ${relation} and named.attnum = u.number), '[]')`;
const list = (what, from) => `coalesce((select jsonb_agg(${what}) from ${from}), '[]')`;
const columns = list(`jsonb_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull and not exists (
        select from pg_constraint k where k.conrelid = r.oid and k.contype = 'n'
           and k.conkey = array[a.attnum] and not k.convalidated),
      'default', case when d.oid is null or a.attgenerated <> '' then 'none' else (array['immutable', 'stable', 'volatile'])[1 + greatest(
    coalesce((select max(case p.provolatile when 'v' then 2 when 's' then 1 else 0 end)
      from regexp_matches(d.adbin::text, ':(?:op|hash)?funcid (\\d+)', 'g') m
      join pg_proc p on p.oid = m[1]::oid), 0),
    case when d.adbin::text ~* '\\{(SQLVALUEFUNCTION|COERCEVIAIO|XMLEXPR|JSON)' then 1 else 0 end,
    case when d.adbin::text ~* '\\{(NEXTVALUEEXPR|COERCETODOMAIN )' then 2 else 0 end)] end,
      'generated', case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' else 'no' end,
      'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by-default' else 'no' end
    ) order by a.attnum`, `pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'`);
const keys = list(`jsonb_build_object(
      'name', k.conname,
      'kind', case k.contype when 'p' then 'primary' when 'u' then 'unique' else 'exclusion' end,
      'columns', ${columnNames("r.oid", "k.conkey")}) order by k.conname`, `pg_constraint k where k.conrelid = r.oid and k.contype in ('p', 'u', 'x')`);
const action = (column) => `case ${column} when 'r' then 'restrict' when 'c' then 'cascade'
    when 'n' then 'set-null' when 'd' then 'set-default' else 'no-action' end`;
const foreignKeys = list(`jsonb_build_object(
      'name', k.conname,
      'columns', ${columnNames("r.oid", "k.conkey")},
      'references', ${qualified("k.confrelid")}
        || jsonb_build_object('columns', ${columnNames("k.confrelid", "k.confkey")}),
      'onDelete', ${action("k.confdeltype")},
      'onUpdate', ${action("k.confupdtype")},
      'validated', k.convalidated) order by k.conname, k.oid`, `pg_constraint k where k.conrelid = r.oid and k.contype = 'f' and not exists (
       select from pg_constraint p where p.oid = k.conparentid and p.conrelid = k.conrelid)`);
const checks = list(`jsonb_build_object(
      'name', k.conname,
      'columns', ${columnNames("r.oid", "k.conkey")},
      'validated', k.convalidated,
      'notNull', coalesce(array_length(k.conkey, 1) = 1 and k.conbin::text ~ ':argisrow false'
        and pg_get_expr(k.conbin, r.oid) = (
          select '(' || quote_ident(a.attname) || ' IS NOT NULL)' from pg_attribute a
           where a.attrelid = r.oid and a.attnum = k.conkey[1]), false)) order by k.conname`, `pg_constraint k where k.conrelid = r.oid and k.contype = 'c'`);
const indexes = list(`jsonb_strip_nulls(jsonb_build_object(
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
    )) order by x.relname`, `pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
     where i.indrelid = r.oid`);
const parents = list(`${qualified("i.inhparent")} order by i.inhseqno`, "pg_inherits i where i.inhrelid = r.oid");
const partitionKey = `(
    select jsonb_build_object('partitionKey', jsonb_build_object(
        'strategy', case t.partstrat when 'r' then 'range' when 'l' then 'list' else 'hash' end,
        'columns', ${columnNames("r.oid", "t.partattrs::int2[]")}))
      from pg_partitioned_table t where t.partrelid = r.oid and t.partexprs is null and not exists (
        select from unnest(t.partattrs::int2[], t.partclass::oid[], t.partcollation::oid[])
               k (number, class, ordering)
          join pg_attribute a on a.attrelid = r.oid and a.attnum = k.number
          join pg_opclass o on o.oid = k.class
         where not o.opcdefault or a.attcollation <> k.ordering))`;
const reads = list(`${qualified("v.oid")} order by v.oid`, `(select distinct d.refobjid as oid from pg_rewrite w
       join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
        and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.oid
       join pg_class t on t.oid = d.refobjid and t.relkind <> 'S'
      where w.ev_class = r.oid and r.relkind in ('v', 'm')) v`);
const triggers = list(`jsonb_build_object(
      'name', t.tgname,
      'events', to_jsonb(array_remove(array[
        case when t.tgtype & 4 <> 0 then 'insert' end, case when t.tgtype & 16 <> 0 then 'update' end,
        case when t.tgtype & 8 <> 0 then 'delete' end, case when t.tgtype & 32 <> 0 then 'truncate' end
      ], null)),
      'enabled', t.tgenabled <> 'D',
      'calls', (select jsonb_build_object('schema', n.nspname, 'name', p.proname)
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = t.tgfoid)
    ) order by t.tgname, t.oid`, `pg_trigger t where t.tgrelid = r.oid
      and (not t.tgisinternal or t.tgparentid <> 0 and t.tgconstraint = 0)`);
const rules = list(`jsonb_build_object('name', w.rulename,
      'event', case w.ev_type when '2' then 'update' when '3' then 'insert' else 'delete' end
    ) order by w.rulename`, `pg_rewrite w where w.ev_class = r.oid and w.ev_type in ('2', '3', '4')`);
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
  select t.root, ${[
	"rows",
	"bytes",
	"indexes",
	"toast",
	"writes"
].map((size) => `case when bool_or(s.${size} < 0) then -1 else sum(s.${size})::int8 end`).join(", ")}
    from tree t join stored s on s.oid = t.oid group by t.root
)`;
const size = (name) => `coalesce(s.${name}, case when r.relkind = 'p' then 0 else -1 end)`;
/** One row `fact` for each relation, as schemas/facts.json describes it. */
const relationsQuery = `
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
    'rows', ${size("rows")},
    'bytes', ${size("bytes")},
    'indexBytes', ${size("indexes")},
    'toastBytes', ${size("toast")},
    'writesPerHour', ${size("writes")}
  ) || case when exists (select from pg_partitioned_table t where t.partdefid = r.oid)
    then jsonb_build_object('isDefaultPartition', true) else '{}' end || coalesce(${partitionKey}, '{}'))::text as fact
  from pg_class r join pg_namespace n on n.oid = r.relnamespace left join summed s on s.root = r.oid
 where r.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and r.relpersistence <> 't'
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
 order by n.nspname collate "C", r.relname collate "C"`;
/**
* Takes the facts of the database that the session is connected to, in one read-only transaction and
* with any login that may connect. The session must not be in a transaction.
*/
async function takeFacts(session, { database, takenAt, standIn }) {
	const [path] = await session.query(searchPathQuery);
	return pinned(session, async () => {
		const { facts: histories, hidden } = await readHistories(session);
		const [environment = ""] = await facts(session, environmentQuery, [readText(path, "fact")]);
		const parts = {
			version: "1",
			database: JSON.stringify(database),
			takenAt: JSON.stringify(takenAt),
			serverVersion: String(session.serverVersion),
			fingerprint: JSON.stringify(await queryFingerprint(session, standIn)),
			environment,
			relations: toList(await facts(session, relationsQuery)),
			domains: toList(await facts(session, domainsQuery)),
			functions: toList(await facts(session, functionsQuery)),
			publications: toList(await facts(session, publicationsQuery)),
			histories: toList(histories)
		};
		const members = Object.entries(parts).map(([key, json]) => `${JSON.stringify(key)}:${json}`);
		return {
			facts: readFacts(`{${members.join(",")}}`),
			hidden
		};
	});
}
async function facts(session, query, parameters = []) {
	return (await session.query(query, parameters)).map((row) => readText(row, "fact"));
}
function toList(items) {
	return `[${items.join(",")}]`;
}
export { historyTables as i, readShape as n, historySchemas as r, takeFacts as t };
