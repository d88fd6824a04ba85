import { SluiceError } from '../errors.ts';
import type { StatementOutcome } from '../ports/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Watch } from './observe/observe.ts';
import { readCount } from './observe/row.ts';
import { diskFull, noRoom } from './server-ended.ts';

// A function can swallow a cancellation, not a termination.
const graceMs = 500;
const betweenLooksMs = 250;

export type Limits = {
  readonly limitMs: number;
  readonly growthBytes: number;
  /** Nobody else uses the server, and the observer may look at its files. */
  readonly ownServer: boolean;
  readonly clock: Clock;
};

const sizeOfDatabase = 'select pg_catalog.pg_database_size(pg_catalog.current_database()) as bytes';

// Texts of statements that run inside others are kept in a file, whose size only their number bounds.
const sizeOfOwnServer = `
select pg_catalog.pg_database_size(pg_catalog.current_database())
       + coalesce((pg_catalog.pg_stat_file('pg_stat_tmp/pgss_query_texts.stat', true)).size, 0) as bytes`;

/**
 * Runs one submitted statement for at most `limitMs`, and until the database has grown by `growthBytes`.
 * Both limits are kept from the other session, because the script can switch off every limit of its own.
 * A terminated worker throws SluiceError database/lost.
 */
export async function executeWithin(
  { worker, observer }: Watch,
  text: string,
  limits: Limits,
): Promise<StatementOutcome> {
  const stopper = new AbortController();
  const stopped = stopLate(limits, stopper.signal, {
    end: async (how) => {
      await observer.query(
        how === 'cancel'
          ? 'select pg_catalog.pg_cancel_backend($1)'
          : 'select pg_catalog.pg_terminate_backend($1)',
        [worker.pid],
      );
    },
    size: async () => {
      const [row] = await observer.query(limits.ownServer ? sizeOfOwnServer : sizeOfDatabase);
      return row === undefined ? 0 : readCount(row, 'bytes');
    },
  });
  // Awaited below; a server that ends fails both, and this one may be first.
  stopped.catch(() => undefined);
  try {
    const outcome = await worker.execute(text);
    stopper.abort();
    const why = await stopped;
    if (outcome.kind === 'done') return outcome;
    if (outcome.sqlstate === diskFull) throw noRoom();
    return why === undefined ? outcome : { ...outcome, message: why };
  } catch (cause) {
    stopper.abort();
    const why = await stopped;
    if (why === undefined) throw cause;
    throw new SluiceError('database/lost', why, { cause, data: { sqlstate: '57P01' } });
  }
}

type Hands = {
  readonly end: (how: 'cancel' | 'terminate') => Promise<void>;
  readonly size: () => Promise<number>;
};

/** Why it stopped the statement, in a sentence; undefined when it did not. */
async function stopLate(
  limits: Limits,
  signal: AbortSignal,
  { end, size }: Hands,
): Promise<string | undefined> {
  let why: string | undefined;
  try {
    why = await whenTooMuch(limits, signal, size);
    await end('cancel');
    await limits.clock.sleep(graceMs, signal);
    await end('terminate');
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
  return why;
}

async function whenTooMuch(
  { limitMs, growthBytes, clock }: Limits,
  signal: AbortSignal,
  size: () => Promise<number>,
): Promise<string> {
  const deadline = clock.ticks() + limitMs;
  let first: number | undefined;
  for (;;) {
    const left = deadline - clock.ticks();
    if (left <= 0)
      return `It was stopped: it ran longer than ${limitMs} ms. What it would do in the end is not known. Split it, or raise limits.statement-timeout in the policy.`;
    await clock.sleep(Math.min(left, betweenLooksMs), signal);
    const bytes = await size();
    first ??= bytes;
    if (bytes - first > growthBytes)
      return `It was stopped: the database grew by more than ${growthBytes} bytes. What it would do in the end is not known. Split it into smaller changes.`;
  }
}
