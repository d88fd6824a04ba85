import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import { runFormatted } from './formatted.ts';

const owners = `
select distinct r.rolname::pg_catalog.text as name,
       r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls
         or exists (select from pg_catalog.pg_database d where d.datdba = r.oid) as mighty
  from pg_catalog.pg_roles r
  join (select relowner as owner, relnamespace as schema from pg_catalog.pg_class
        union all select proowner, pronamespace from pg_catalog.pg_proc
        union all select nspowner, oid from pg_catalog.pg_namespace) o on o.owner = r.oid
  join pg_catalog.pg_namespace n on n.oid = o.schema
 where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
   and r.rolname <> $1 and r.rolname not like 'pg\\_%'`;

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
        `Objects of the template belong to ${String(name)}, which is a superuser, may make roles or databases, or owns a database. Submitted SQL would act as that role, so nothing was rehearsed. Let a role without such rights own them.`,
      );
    await runFormatted(inside, [['grant %I to %I', String(name), worker]]);
  }
}
