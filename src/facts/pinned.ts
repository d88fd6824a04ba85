import type { Session } from '../ports/database.ts';

/**
 * Reads in a transaction that can write nothing, waits for no lock for long, and finds no function or
 * operator but PostgreSQL's own. Whatever it set is gone afterwards.
 */
export async function pinned<Result>(
  session: Session,
  read: () => Promise<Result>,
): Promise<Result> {
  await session.query('begin transaction isolation level repeatable read read only');
  try {
    await session.query(
      `select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true),
              pg_catalog.set_config('quote_all_identifiers', 'off', true),
              pg_catalog.set_config('lock_timeout', '5s', true),
              pg_catalog.set_config('statement_timeout', '10min', true),
              pg_catalog.set_config('jit', 'off', true)`,
    );
    return await read();
  } finally {
    await session.query('rollback');
  }
}
