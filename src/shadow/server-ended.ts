import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';

export const diskFull = '53100';

/** Says nothing of the change: elsewhere there may be room. */
export function noRoom(cause?: unknown): SluiceError {
  return new SluiceError(
    'database/shadow',
    'The disk of the shadow is full, so nobody can tell what the change would do. Nothing counts as rehearsed. Free some of it, or set TMPDIR to a directory with more room.',
    { cause },
  );
}

export async function isAlive(observer: Session): Promise<boolean> {
  try {
    await observer.query('select 1');
    return true;
  } catch (cause) {
    if (cause instanceof SluiceError && cause.code === 'database/lost') return false;
    throw cause;
  }
}

/** A server that ended took the observation with it: nothing that it said counts. */
export async function namingTheEnd<Value>(
  observer: Session,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof SluiceError)) throw cause;
    if (cause.data['sqlstate'] === diskFull) throw noRoom(cause);
    if (cause.code !== 'database/lost') throw cause;
    if (await isAlive(observer)) throw cause;
    throw new SluiceError(
      'database/shadow',
      'The server of the shadow ended while the change was rehearsed, so nobody saw what it does. Nothing counts as rehearsed. Run it again; if it ends again, a statement takes the server down.',
      { cause },
    );
  }
}
