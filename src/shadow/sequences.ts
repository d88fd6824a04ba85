import type { SnapshotSequence } from '../domain/snapshot.ts';
import type { Session } from '../ports/database.ts';
import { quoteName } from '../sql/quote.ts';
import { readBoolean, readText } from './observe/row.ts';

const query = `
select n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and n.nspname not like 'pg\\_%'`;

/** Where the sequences of a database stand. The path must be pinned. */
export async function readSequences(session: Session): Promise<readonly SnapshotSequence[]> {
  const found: SnapshotSequence[] = [];
  for (const one of await session.query(query)) {
    const name = quoteName(readText(one, 'schema'), readText(one, 'name'));
    const [row] = await session.query(
      `select last_value::pg_catalog.text as value, is_called as called from ${name}`,
    );
    found.push({ name, value: readText(row, 'value'), called: readBoolean(row, 'called') });
  }
  return found;
}
