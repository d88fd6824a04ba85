import { pipeline } from 'node:stream/promises';
import { DatabaseError } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { lost, refused, untilIdle, type Wire } from './wire.ts';

/** A reader that stops early costs the connection: the server cannot be told to stop sending. */
export async function* copyOut(wire: Wire, text: string): AsyncGenerator<Uint8Array> {
  const release = await wire.turn();
  const idle = untilIdle(wire);
  let ended = false;
  try {
    if (wire.isGone()) throw lost(wire);
    const stream = wire.client.query(copyTo(text));
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
    await idle;
    ended = true;
  } catch (cause) {
    ended = true;
    await idle;
    throw copyFailure(wire, cause);
  } finally {
    if (!ended) wire.close();
    release();
  }
}

export async function copyIn(
  wire: Wire,
  text: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const release = await wire.turn();
  const idle = untilIdle(wire);
  try {
    if (wire.isGone()) throw lost(wire);
    await pipeline(bytes, wire.client.query(copyFrom(text)));
    await idle;
  } catch (cause) {
    await idle;
    throw copyFailure(wire, cause);
  } finally {
    release();
  }
}

function copyFailure(wire: Wire, cause: unknown): unknown {
  if (wire.isGone()) return lost(wire);
  if (!(cause instanceof DatabaseError)) return cause;
  return refused({ sqlstate: cause.code ?? 'XX000', message: cause.message });
}
