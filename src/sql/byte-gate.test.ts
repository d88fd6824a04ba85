import { describe, expect, it } from 'vitest';
import { passByteGate } from './byte-gate.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('passByteGate', () => {
  it.each([
    '',
    'select 1;\r\n\tselect 2',
    "select 'é😀'",
    `select 1 in (${'1,'.repeat(9000)}1)`,
    `select ${'a = 1 or '.repeat(5000)} true`,
    `select $$${'('.repeat(9000)}$$`,
    `select E'\\'${'('.repeat(9000)}'`,
  ])('lets text %# pass unchanged', (text) => {
    expect(passByteGate(bytes(text))).toEqual({ kind: 'passed', text });
  });

  it.each([
    ['NUL', bytes('select 1;\0drop'), 9],
    ['a byte order mark', bytes('\ufeffselect 1'), 0],
    ['a lone carriage return', bytes('-- é\rdrop'), 5],
    ['an override of direction', bytes("'\u202e'"), 1],
    ['an isolate', bytes('\u2066'), 0],
    ['the Arabic letter mark', bytes('\u061c'), 0],
    ['a zero-width space', bytes('a\u200bb'), 1],
    ['a no-break space', bytes('a\u00a0b'), 1],
    ['an escape', bytes('-- \u001b[2J'), 3],
    ['a lone surrogate', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), 2],
    ['half a character', Uint8Array.of(0x61, 0xc3), 2],
    ['latin-1', Uint8Array.of(0x61, 0xe9, 0x61), 2],
    ['deep comments', bytes(`x ${'/*'.repeat(65)}${'*/'.repeat(65)}`), 2],
    ['deep brackets', bytes('('.repeat(5000)), 499],
    ['a long chain', bytes(`select 1${'+1'.repeat(5000)}`), 1006],
    ['nested cases', bytes('case when a then b else '.repeat(1000)), 11976],
    ['a long union', bytes(`select 1, 2${' union select 1, 2'.repeat(1000)}`), 8994],
  ])('refuses %s where it stands', (_, input, offset) => {
    const outcome = passByteGate(input);

    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringMatching(/^it/), offset });
  });

  it('refuses 10 MB', () => {
    const outcome = passByteGate(new Uint8Array(10_000_000).fill(0x20));

    expect(outcome).toEqual({
      kind: 'refused',
      reason: 'it has 10000000 bytes, more than the 5242880 that are read',
      offset: 5_242_880,
    });
  });
});
