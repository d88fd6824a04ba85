import type { StatementOutcome } from '../ports/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Watch } from './observe/observe.ts';

// A function can swallow a cancellation, not a termination.
const graceMs = 500;

/**
 * Runs one submitted statement for at most `limitMs`. The limit is kept from the other session, because
 * the script can switch off every limit of its own. A terminated worker throws SluiceError database/lost.
 */
export async function executeWithin(
  { worker, observer }: Watch,
  text: string,
  limit: { readonly limitMs: number; readonly clock: Clock },
): Promise<StatementOutcome> {
  const stopper = new AbortController();
  const guard = stopLate(limit, stopper.signal, async (how) => {
    await observer.query(
      how === 'cancel'
        ? 'select pg_catalog.pg_cancel_backend($1)'
        : 'select pg_catalog.pg_terminate_backend($1)',
      [worker.pid],
    );
  });
  try {
    return await worker.execute(text);
  } finally {
    stopper.abort();
    await guard;
  }
}

async function stopLate(
  { limitMs, clock }: { readonly limitMs: number; readonly clock: Clock },
  signal: AbortSignal,
  stop: (how: 'cancel' | 'terminate') => Promise<void>,
): Promise<void> {
  try {
    await clock.sleep(limitMs, signal);
    await stop('cancel');
    await clock.sleep(graceMs, signal);
    await stop('terminate');
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}
