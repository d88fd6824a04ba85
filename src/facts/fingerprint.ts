import { digestOf } from '../domain/digest.ts';
import type { Digest } from '../domain/digest.ts';
import type { Session } from '../ports/database.ts';
import { readText } from '../shadow/observe/row.ts';
import { shapeQuery } from './fingerprint.data.ts';
import { historySchemas, historyTables } from './histories.data.ts';
import { pinned } from './pinned.ts';

/**
 * A digest over the shape of a schema: columns, types, constraints, indexes, functions, views, triggers,
 * policies, owners and grants, whatever the order they were made in and whatever they hold. The same
 * schema has the same on PostgreSQL 14 to 18. Left out: sizes, extensions with what belongs to them
 * (the environment names them), the tables of migration tools, Sluice's own schema, who owns and may
 * use `public`, and MAINTAIN, which older servers do not have. The owner of the database has no name in
 * it. The session must not be in a transaction; any login that may connect will do.
 */
export async function readFingerprint(session: Session): Promise<Digest> {
  return pinned(session, () => queryFingerprint(session));
}

/** The same within a pinned transaction; `standIn` is a role that has no name in it either. */
export async function queryFingerprint(session: Session, standIn = ''): Promise<Digest> {
  const lines = await queryShape(session, standIn);
  // By code units: the order of a server depends on its locale.
  return digestOf(lines.toSorted().join('\n'));
}

/** What the fingerprint is taken over: one JSON array a part, its kind and names first. Not in a transaction. */
export async function readShape(session: Session): Promise<readonly string[]> {
  return pinned(session, () => queryShape(session));
}

async function queryShape(session: Session, standIn = ''): Promise<readonly string[]> {
  const tables = historyTables.map(({ table }) => table).filter((table) => !isCommon(table));
  const rows = await session.query(shapeQuery, [toArray(historySchemas), toArray(tables), standIn]);
  return rows.map((row) => readText(row, 'line'));
}

/** Names that anybody may give a table of their own; the tools keep these in schemas of their own. */
function isCommon(table: string): boolean {
  return table === 'changes' || table === 'migrations';
}

function toArray(names: readonly string[]): string {
  return `{${names.join(',')}}`;
}
