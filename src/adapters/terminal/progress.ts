import type { Progress } from '../../ports/progress.ts';

type Stream = { readonly write: (text: string) => unknown; readonly isTTY?: boolean };

/** One line per step on standard error, so that standard output stays the report alone. */
export function terminalProgress(stream: Stream, colour: boolean): Progress {
  return {
    step: (sentence) => {
      stream.write(colour ? `\u001B[2m${sentence}\u001B[22m\n` : `${sentence}\n`);
    },
  };
}

export const silentProgress: Progress = { step: () => undefined };
