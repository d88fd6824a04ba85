import type { AuditRecord } from '../domain/audit-record.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import { hasRecord } from './ledger.ts';
import type { Run } from './run.ts';

export type CommitOutcome =
  | { readonly kind: 'committed' }
  | { readonly kind: 'failed'; readonly sqlstate: string };

type Pending = { readonly transaction: string; readonly record: AuditRecord };

const patienceMs = 60_000;

/**
 * Commits. When the reply is lost, the server is asked what became of the transaction. Throws what was
 * thrown when it did not commit.
 */
export async function commit(run: Run, worker: Session, pending: Pending): Promise<CommitOutcome> {
  try {
    const outcome = await worker.execute('commit');
    return outcome.kind === 'failed'
      ? { kind: 'failed', sqlstate: outcome.sqlstate }
      : { kind: 'committed' };
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'database/lost') throw error;
    if (await wasCommitted(run, pending)) return { kind: 'committed' };
    throw error;
  }
}

async function wasCommitted(run: Run, { transaction, record }: Pending): Promise<boolean> {
  await using session = await run.connect();
  await waitForEnd(run, session, transaction);
  return await hasRecord(session, record.digest);
}

/** A transaction whose client is gone goes on for a while: the ledger says nothing before its end. */
async function waitForEnd(run: Run, session: Session, transaction: string): Promise<void> {
  const { clock, signal } = run.ports;
  const end = clock.ticks() + patienceMs;
  for (;;) {
    const [row] = await session.query('select pg_catalog.pg_xact_status($1::xid8) as status', [
      transaction,
    ]);
    if (row?.['status'] !== 'in progress') return;
    if (clock.ticks() >= end)
      throw new SluiceError(
        'database/lost',
        'The reply to COMMIT was lost and the server has not ended the transaction, so nobody knows yet whether it is kept.',
      );
    await clock.sleep(200, signal);
  }
}
