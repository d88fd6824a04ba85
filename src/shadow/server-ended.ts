import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';

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
    if (!(cause instanceof SluiceError) || cause.code !== 'database/lost') throw cause;
    if (await isAlive(observer)) throw cause;
    throw new SluiceError(
      'database/shadow',
      'The server of the shadow ended while the change was rehearsed, so nobody saw what it does. Nothing counts as rehearsed. Run it again; if it ends again, a statement takes the server down.',
      { cause },
    );
  }
}
