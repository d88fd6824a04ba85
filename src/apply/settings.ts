import type { Session } from '../ports/database.ts';

export type Limits = { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number };

/** Settings that every session of an apply has, whatever the login or the database says. */
const always: ReadonlyMap<string, string> = new Map([
  ['standard_conforming_strings', 'on'],
  ['synchronous_commit', 'on'],
  ['default_transaction_isolation', 'read committed'],
  ['default_transaction_read_only', 'off'],
  ['default_transaction_deferrable', 'off'],
  ['row_security', 'on'],
  ['check_function_bodies', 'on'],
]);

const idleMs = 60_000;

/** For the session that runs one transaction of submitted SQL. */
export async function pinForTransaction(session: Session, limits: Limits): Promise<void> {
  await set(session, [
    ...always,
    ['lock_timeout', `${limits.lockTimeoutMs}ms`],
    ['statement_timeout', `${limits.statementTimeoutMs}ms`],
    ['idle_in_transaction_session_timeout', `${idleMs}ms`],
    // A client that died must not hold its locks until the end of a long statement.
    ...(await checkInterval(session)),
  ]);
}

/** An interrupted build leaves an invalid index: nothing but its own deadline may end it. */
export async function pinForConcurrent(session: Session, deadlineMs: number): Promise<void> {
  await set(session, [
    ...always,
    ['lock_timeout', '0'],
    ['statement_timeout', `${deadlineMs}ms`],
    ['client_connection_check_interval', '0'],
  ]);
}

/** For the session that holds the lock: it is idle most of the time and must stay. */
export async function pinForKeeper(session: Session, limits: Limits): Promise<void> {
  await set(session, [
    ...always,
    ['lock_timeout', `${limits.lockTimeoutMs}ms`],
    ['statement_timeout', `${limits.statementTimeoutMs}ms`],
    ['idle_session_timeout', '0'],
    ['search_path', 'pg_catalog, pg_temp'],
  ]);
}

/** After submitted SQL, in its transaction: what it set must not reach the ledger or the COMMIT. */
export async function reclaim(session: Session, limits: Limits): Promise<void> {
  await session.query('reset session authorization');
  await session.query('reset role');
  await session.query('set local search_path to pg_catalog, pg_temp');
  await session.query('set local synchronous_commit to on');
  await session.query(
    `select pg_catalog.set_config('lock_timeout', $1, true),
            pg_catalog.set_config('statement_timeout', $2, true)`,
    [`${limits.lockTimeoutMs}ms`, `${limits.statementTimeoutMs}ms`],
  );
}

type Setting = readonly [name: string, value: string];

async function set(session: Session, settings: readonly Setting[]): Promise<void> {
  for (const [name, value] of settings)
    await session.query('select pg_catalog.set_config($1, $2, false)', [name, value]);
}

// The parameter exists since 14 and takes only 0 where the system cannot tell that a peer is gone.
async function checkInterval(session: Session): Promise<readonly Setting[]> {
  const [row] = await session.query(
    `select pg_catalog.version() ~ '(linux|darwin|freebsd)' as able`,
  );
  return row?.['able'] === true ? [['client_connection_check_interval', '500ms']] : [];
}
