import type { Script } from '../domain/statement.ts';

/** Roles are the server's, not the database's, so migrations name roles that they never create. */
export function rolesNamedIn(scripts: readonly Script[]): readonly string[] {
  const names = new Set(scripts.flatMap((script) => [...rolesOf(script)]));
  // Names that begin with pg_ are the server's own.
  return [...names].filter((name) => !name.startsWith('pg_'));
}

function rolesOf(script: Script): ReadonlySet<string> {
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
