import { describe, expect, test } from 'vitest';
import { terminalProgress } from './progress.ts';

function written(stream: { readonly isTTY?: boolean; readonly columns?: number }) {
  const texts: string[] = [];
  const progress = terminalProgress({ ...stream, write: (text) => texts.push(text) }, false);
  return { texts, progress };
}

describe('what runs right now', () => {
  test('is one line on a terminal that the next one and the next step replace', () => {
    const { texts, progress } = written({ isTTY: true });

    progress.live?.('one');
    progress.live?.('two');
    progress.step('Done.');
    progress.live?.('');

    expect(texts).toEqual(['one', '\r\u001B[K', 'two', '\r\u001B[K', 'Done.\n']);
  });

  test('is not shown where nobody looks', () => {
    const { texts, progress } = written({});

    progress.live?.('one');

    expect(texts).toEqual([]);
  });

  test('keeps a hostile name from moving the cursor or from filling the screen', () => {
    const { texts, progress } = written({ isTTY: true, columns: 30 });

    progress.live?.(`a\u001B[2J\r\n\u202Eb${'x'.repeat(100)}`);

    // eslint-disable-next-line no-control-regex
    expect(texts.join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
    expect([...texts.join('')]).toHaveLength(29);
  });
});
