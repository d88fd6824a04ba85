import type { Script } from '../domain/statement.ts';
import { quoteIdentifier } from '../sql/quote.ts';
import { readText } from './observe/row.ts';
import type { Stage } from './rehearse-unit.ts';

/**
 * Roles are the server's, not the database's, so migrations name roles that they never create. A stub, of
 * which the worker is a member, without login or any privilege, stands for each that the base names.
 */
export async function makeRoleStubs(
  scripts: readonly Script[],
  { worker, observer }: Stage,
): Promise<void> {
  const names = new Set(scripts.flatMap((script) => [...rolesNamedIn(script)]));
  if (names.size === 0) return;
  await using session = await worker();
  const [login] = await session.query('select session_user::pg_catalog.text as name');
  const present = await observer.query(
    'select rolname::pg_catalog.text as name from pg_catalog.pg_roles',
  );
  const existing = new Set(present.map((row) => readText(row, 'name')));
  for (const name of names) {
    // Names that begin with pg_ are the server's own.
    if (existing.has(name) || name.startsWith('pg_')) continue;
    await observer.query(`create role ${quoteIdentifier(name)} nologin`);
    await observer.query(
      `grant ${quoteIdentifier(name)} to ${quoteIdentifier(readText(login, 'name'))}`,
    );
  }
}

function rolesNamedIn(script: Script): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('roletype' in value && 'rolename' in value && typeof value.rolename === 'string')
      names.add(value.rolename);
    for (const child of Object.values(value)) visit(child);
  };
  for (const statement of script.statements) if (statement.kind === 'parsed') visit(statement.node);
  return names;
}
