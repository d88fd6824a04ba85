import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import { type ExecutePorts, jitter } from './run.ts';

/** One apply at a time in one database. The number means nothing; it must only never change. */
const key = '8318251896219559265';
const patienceMs = 30_000;

/**
 * Takes the session's advisory lock, trying again until it is free. It never waits inside the server:
 * a session that does holds a snapshot, for which CREATE INDEX CONCURRENTLY would wait in turn.
 */
export async function takeLock(session: Session, ports: ExecutePorts): Promise<'held' | 'busy'> {
  const end = ports.clock.ticks() + patienceMs;
  for (;;) {
    const [row] = await session.query('select pg_catalog.pg_try_advisory_lock($1) as held', [key]);
    if (row?.['held'] === true) return 'held';
    if (ports.clock.ticks() >= end) return 'busy';
    await ports.clock.sleep(150 + 350 * jitter(ports.ids), ports.signal);
  }
}

/** Throws SluiceError database/lost unless the session still holds the lock. */
export async function assertLocked(session: Session): Promise<void> {
  const [row] = await session.query(
    `select exists (
       select from pg_catalog.pg_locks l
        where l.locktype = 'advisory' and l.granted and l.pid = pg_catalog.pg_backend_pid()
          and (l.classid::pg_catalog.int8 << 32) + l.objid::pg_catalog.int8 = $1::pg_catalog.int8
          and l.objsubid = 1) as held`,
    [key],
  );
  if (row?.['held'] !== true)
    throw new SluiceError(
      'database/lost',
      'The lock that keeps two applies apart was lost, so another one may be running; the transaction was rolled back.',
    );
}
