import { describe, expect, test } from 'vitest';
import { toImage } from './row-image.ts';
import type { KnownColumns } from './shown-columns.ts';

const key = (column: string): string => JSON.stringify(['public', 'users', column]);
const columns = (kept: readonly string[], masked: readonly string[] = []): KnownColumns => ({
  kept: new Set(kept.map(key)),
  masked: new Set(masked.map(key)),
});
const line = (text: string) => ({ text: `table public.users: ${text}`, cut: false });
const none = columns([]);

describe('a cell is', () => {
  test.each([
    ['told where both know it as harmless', [columns(['a']), columns(['a'])], 'value'],
    ['told where it is new', [none, columns(['a'])], 'value'],
    ['told where it is gone', [columns(['a']), none], 'value'],
    ['hidden where nobody knows it', [none, none], 'hidden'],
    ['hidden where it was personal', [columns([], ['a']), columns(['a'])], 'hidden'],
    ['hidden where it became personal', [columns(['a']), columns([], ['a'])], 'hidden'],
  ])('%s', (_name, known, kind) => {
    const told = toImage('public.users', line('INSERT: a[integer]:1'), { known, whole: false });

    expect(told.after?.map((cell) => cell.kind)).toEqual([kind]);
  });

  test.each(['null', 'unchanged-toast-datum', "'x'"])('hidden whatever it holds: %s', (value) => {
    const told = toImage('public.users', line(`UPDATE: a[text]:${value}`), {
      known: [none, none],
      whole: false,
    });

    expect(told.after).toEqual([{ column: 'a', kind: 'hidden' }]);
  });

  test.each([
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), `${'x'.repeat(40)}…`],
    ['😀'.repeat(40), '😀'.repeat(40)],
    ['😀'.repeat(60), `${'😀'.repeat(40)}…`],
  ])('told with at most 40 characters: %s', (value, text) => {
    const told = toImage('public.users', line(`INSERT: a[text]:'${value}'`), {
      known: [columns(['a'])],
      whole: false,
    });

    expect(told.after).toEqual([{ column: 'a', kind: 'value', text }]);
  });
});

describe('a row', () => {
  const known = [columns(['a'])];

  test.each([
    ['all of it', 'DELETE: a[integer]:1', true, 'row'],
    ['its key', 'DELETE: a[integer]:1', false, 'key'],
    ['nothing of it', 'DELETE: (no-tuple-data)', true, 'nothing'],
    ['nothing of it', 'UPDATE: a[integer]:1', false, 'nothing'],
  ])('says that the log holds %s before: %s', (_name, text, whole, expected) => {
    expect(toImage('public.users', line(text), { known, whole }).before?.known).toBe(expected);
  });

  test.each([
    ['24 columns', 24, false, undefined],
    ['25 columns', 25, false, true],
    ['a line without its end', 1, true, true],
  ])('says whether there is more of it: %s', (_name, count, cut, expected) => {
    const cells = Array.from({ length: count }, (_, index) => ` c${index}[integer]:1`).join('');
    const told = toImage(
      'public.users',
      { text: `table public.users: INSERT:${cells}`, cut },
      { known, whole: false },
    );

    expect(told.cut).toBe(expected);
    expect(told.after).toHaveLength(Math.min(count, 24));
  });
});
