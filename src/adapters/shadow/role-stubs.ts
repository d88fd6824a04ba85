import type { Session } from '../../ports/database.ts';
import { readColumn, runFormatted } from './formatted.ts';

/** Makes those that do not exist, with the worker as their member; `tag` tells a later run whose they were. */
export async function provideRoles(
  session: Session,
  names: readonly string[],
  { worker, tag }: { readonly worker: string; readonly tag?: string },
): Promise<void> {
  const existing = new Set(
    await readColumn(session, 'select rolname::pg_catalog.text from pg_catalog.pg_roles'),
  );
  for (const name of new Set(names)) {
    if (existing.has(name)) continue;
    await runFormatted(session, [
      ['create role %I nologin', name],
      ['grant %I to %I', name, worker],
    ]);
    if (tag !== undefined) await runFormatted(session, [['comment on role %I is %L', name, tag]]);
  }
}
