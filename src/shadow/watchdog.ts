import { SluiceError } from '../errors.ts';
import type { StatementOutcome } from '../ports/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Watch } from './observe/observe.ts';
import { readBoolean, readCount } from './observe/row.ts';
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

/** Files that sorts and hashes spill to; a login that a superuser made is limited to as much by the server. */
const mostTemporaryBytes = 1024 ** 3;
/** Locks of one statement: far more than relations of a large schema. */
const mostLocks = 20_000;
/** Nobody else is there who would let go. */
const longestWaitMs = 10_000;

const locks = '(select pg_catalog.count(*) from pg_catalog.pg_locks where pid = $1) as locks';

const look = `
select pg_catalog.pg_database_size(pg_catalog.current_database()) as bytes, 0 as temporary,
       ${locks}, false as waiting`;

// Texts of statements that run inside others are kept in a file, whose size only their number bounds.
const lookOnOwnServer = `
select pg_catalog.pg_database_size(pg_catalog.current_database())
       + coalesce((pg_catalog.pg_stat_file('pg_stat_tmp/pgss_query_texts.stat', true)).size, 0) as bytes,
       (select coalesce(pg_catalog.sum(size), 0)::pg_catalog.int8 from pg_catalog.pg_ls_tmpdir())
         as temporary, ${locks},
       coalesce((select wait_event_type = 'Lock' from pg_catalog.pg_stat_activity where pid = $1), false)
         as waiting`;

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
    look: async () => {
      const [row] = await observer.query(limits.ownServer ? lookOnOwnServer : look, [worker.pid]);
      return {
        bytes: readCount(row, 'bytes'),
        temporary: readCount(row, 'temporary'),
        locks: readCount(row, 'locks'),
        waiting: readBoolean(row, 'waiting'),
      };
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
  readonly look: () => Promise<Seen>;
};

type Seen = {
  readonly bytes: number;
  readonly temporary: number;
  readonly locks: number;
  readonly waiting: boolean;
};

/** Why it stopped the statement, in a sentence; undefined when it did not. */
async function stopLate(
  limits: Limits,
  signal: AbortSignal,
  { end, look }: Hands,
): Promise<string | undefined> {
  let why: string | undefined;
  try {
    why = await whenTooMuch(limits, signal, look);
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
  look: () => Promise<Seen>,
): Promise<string> {
  const deadline = clock.ticks() + limitMs;
  let first: number | undefined;
  let freeAt = clock.ticks();
  for (;;) {
    const left = deadline - clock.ticks();
    if (left <= 0)
      return stopped(
        `it ran longer than ${limitMs} ms`,
        'Split it, or raise limits.statement-timeout in the policy.',
      );
    await clock.sleep(Math.min(left, betweenLooksMs), signal);
    const seen = await look();
    first ??= seen.bytes;
    if (!seen.waiting) freeAt = clock.ticks();
    const growth = { ...seen, bytes: seen.bytes - first, waitedMs: clock.ticks() - freeAt };
    const why = excessOf(growth, growthBytes);
    if (why !== undefined) return why;
  }
}

function excessOf(
  { bytes, temporary, locks, waitedMs }: Omit<Seen, 'waiting'> & { readonly waitedMs: number },
  growthBytes: number,
): string | undefined {
  const split = 'Split it into smaller changes.';
  if (bytes > growthBytes)
    return stopped(`the database grew by more than ${growthBytes} bytes`, split);
  if (temporary > mostTemporaryBytes)
    return stopped(`its temporary files took more than ${mostTemporaryBytes} bytes`, split);
  if (locks > mostLocks) return stopped(`it took more than ${mostLocks} locks`, split);
  if (waitedMs > longestWaitMs)
    return stopped(
      `it waited for a lock for more than ${longestWaitMs} ms`,
      'Nobody but the change itself uses the shadow: let it not wait for another session of its own.',
    );
  return undefined;
}

function stopped(because: string, instead: string): string {
  return `It was stopped: ${because}. What it would do in the end is not known. ${instead}`;
}
