import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import { runFormatted } from './formatted.ts';

// Who is a member of a role is a member of all that this one is a member of, and may become each of them.
const owners = `
with recursive reached (owner, role) as (
  select r.oid, r.oid
    from pg_catalog.pg_roles r
    join (select relowner as owner, relnamespace as schema from pg_catalog.pg_class
          union all select proowner, pronamespace from pg_catalog.pg_proc
          union all select nspowner, oid from pg_catalog.pg_namespace) o on o.owner = r.oid
    join pg_catalog.pg_namespace n on n.oid = o.schema
   where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
     and r.rolname <> $1 and r.rolname not like 'pg\\_%'
  union
  select reached.owner, m.roleid
    from reached join pg_catalog.pg_auth_members m on m.member = reached.role
)
select o.rolname::pg_catalog.text as name,
       pg_catalog.bool_or(r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication
         or r.rolbypassrls or r.rolname like 'pg\\_%' or r.rolname = $1
         or exists (select from pg_catalog.pg_database d where d.datdba = r.oid)) as mighty
  from reached
  join pg_catalog.pg_roles o on o.oid = reached.owner
  join pg_catalog.pg_roles r on r.oid = reached.role
 group by o.rolname order by o.rolname`;

/**
 * A template's objects belong to roles of the server, of which the worker becomes a member. A role that
 * could reach beyond the clone is refused: whoever owns a database can drop it from another one.
 */
export async function letWorkerOwn(
  inside: Session,
  worker: string,
  login: { readonly name: string },
): Promise<void> {
  for (const { name, mighty } of await inside.query(owners, [login.name])) {
    if (mighty === true)
      throw new SluiceError(
        'database/shadow',
        `Objects of the template belong to ${String(name)}, which is, or is a member of, a superuser, a role of PostgreSQL's own, one that may make roles or databases, or one that owns a database. Submitted SQL would act as that role, so nothing was rehearsed. Let a role without such rights own them.`,
      );
    await runFormatted(inside, [['grant %I to %I', String(name), worker]]);
  }
}
