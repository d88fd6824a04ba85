import { carriedSettings } from '../domain/facts.ts';

/**
 * The search path is read as it is set, before it is pinned: current_schemas() leaves out what this login
 * may not use, and the login that migrates may.
 */
export const searchPathQuery = `
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
export const environmentQuery = `
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
        where x.name in (${carriedSettings.map((name) => `'${name}'`).join(', ')})
        order by x.name, x.setrole <> 0 desc, x.setdatabase <> 0 desc) s))::text as fact
  from pg_database d where d.datname = current_database()`;

// A domain over a domain is as strict as both.
export const domainsQuery = `
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

export const functionsQuery = `
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

export const publicationsQuery = `
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
