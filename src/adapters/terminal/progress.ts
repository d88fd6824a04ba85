import type { Progress } from '../../ports/progress.ts';
import { visible } from '../../report/redact.ts';

type Stream = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const clearLine = '\r\u001B[K';
const usualColumns = 80;

/**
 * One line per step on standard error, so that standard output stays the report alone. What runs right now
 * has a line of its own that is written over, where a person looks.
 */
export function terminalProgress(stream: Stream, colour: boolean): Progress {
  let showing = false;
  const clear = (): void => {
    if (showing) stream.write(clearLine);
    showing = false;
  };
  return {
    step: (sentence) => {
      clear();
      stream.write(colour ? `\u001B[2m${sentence}\u001B[22m\n` : `${sentence}\n`);
    },
    live: (sentence) => {
      if (stream.isTTY !== true) return;
      clear();
      if (sentence === '') return;
      const text = [...visible(sentence)].slice(0, (stream.columns ?? usualColumns) - 1).join('');
      stream.write(text);
      showing = true;
    },
  };
}

export const silentProgress: Progress = { step: () => undefined };
