import { once } from 'node:events';
import type { Sink } from '../../ports/sink.ts';

/** Standard output as a sink; waits until the text has left, so that exiting loses nothing. */
export function standardOutput(stream: NodeJS.WriteStream): Sink {
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
  };
}
