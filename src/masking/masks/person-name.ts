import type { Mask } from './mask.ts';

const consonants = [...'bdfghjklmnprstvz'];
const vowels = [...'aiou'];
const syllables = consonants.flatMap((one) => vowels.map((other) => one + other)).join('');

/** `Zz` and up to eight syllables of a fixed code of 64: reads as a name, is nobody's. */
export const personName: Mask = {
  needs: 12,
  expression: (hash, length) =>
    `'Zz' || ${Array.from({ length: count(length) }, (_, index) => syllable(hash, index)).join(' || ')}`,
  isInside: (value, length) =>
    `${value} ~ '^Zz([${consonants.join('')}][${vowels.join('')}]){${count(length)}}$'`,
};

function syllable(hash: string, index: number): string {
  return `pg_catalog.substr('${syllables}', 1 + 2 * (pg_catalog.get_byte(${hash}, ${index}) & 63), 2)`;
}

function count(length: number): number {
  return Math.min(8, Math.floor((length - 2) / 2));
}
