import { SluiceError } from '../../errors.ts';
import type { Sink } from '../../ports/sink.ts';

/**
 * Standard output as a sink; waits until the text has left, so that exiting loses nothing. Somebody who
 * stops reading (`sluice check … | head`) has seen enough: the rest is dropped, the exit code stays.
 * Throws `host/output` where the text cannot be written for another reason.
 */
export function standardOutput(stream: NodeJS.WriteStream): Sink {
  let isClosed = false;
  // The failure is told by the callback of the write; without a listener Node would end the process.
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (isClosed) return resolve();
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          isClosed ||= error?.code === 'EPIPE';
          if (error && !isClosed) reject(unwritable(error));
          else resolve();
        });
      }),
  };
}

function unwritable(cause: NodeJS.ErrnoException): SluiceError {
  return new SluiceError(
    'host/output',
    `The output cannot be written (${cause.code ?? cause.name}), so nobody can read what was found.`,
    { cause },
  );
}
