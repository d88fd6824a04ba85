import type { Row, Session } from '../../ports/database.ts';
import { readBoolean, readText } from './row.ts';

/** The transaction that the pinned session is in. */
export type Pinned = { readonly transaction: string };

// Types and relations are looked up in pg_temp first unless the path says otherwise.
const trustedPath = 'pg_catalog, pg_temp';

/**
 * Looks through a session that runs submitted SQL. Operators are found by search_path, and a hostile `=`
 * would blind every query, so the path is pinned while we look and put back afterwards. The settings are
 * local to the transaction: what the script set for the session stays as the script set it.
 */
export async function withPinnedPath<Result>(
  worker: Session,
  look: (pinned: Pinned) => Promise<Result>,
): Promise<Result> {
  const [saved] = await worker.query(
    `select pg_catalog.current_setting('search_path') as path,
            pg_catalog.current_setting('quote_all_identifiers') as quoting,
            pg_catalog.current_setting('jit') as jit,
            pg_catalog.current_setting('track_counts') as counting`,
  );
  await setLocally(worker, { path: trustedPath, quoting: 'off', jit: 'off' });
  const result = await look(await readPinned(worker, saved));
  await setLocally(worker, {
    path: readText(saved, 'path'),
    quoting: readText(saved, 'quoting'),
    jit: readText(saved, 'jit'),
  });
  return result;
}

async function readPinned(worker: Session, saved: Row | undefined): Promise<Pinned> {
  const [row] = await worker.query(
    `select pg_catalog.pg_current_xact_id()::pg_catalog.text as transaction,
            pg_catalog.current_setting('search_path') = $1 as pinned`,
    [trustedPath],
  );
  // Outside a transaction a local setting lasts for one statement: the script has ended ours.
  if (!readBoolean(row, 'pinned')) return { transaction: 'none' };
  if (readText(saved, 'counting') !== 'on') return { transaction: 'uncounted' };
  return { transaction: readText(row, 'transaction') };
}

type Local = { readonly path: string; readonly quoting: string; readonly jit: string };

/** To compile what reads the catalogs takes longer than to run it. */
async function setLocally(worker: Session, { path, quoting, jit }: Local): Promise<void> {
  await worker.query(
    `select pg_catalog.set_config('search_path', $1, true),
            pg_catalog.set_config('quote_all_identifiers', $2, true),
            pg_catalog.set_config('jit', $3, true)`,
    [path, quoting, jit],
  );
}
