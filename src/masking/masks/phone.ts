import type { Mask } from './mask.ts';

/** +999 is a country code that ITU keeps unassigned; 12 digits follow, no longer a number anywhere. */
export const phone: Mask = {
  needs: 12,
  expression: (hash, length) =>
    `'+999' || pg_catalog.lpad((('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 6), 'hex'))::pg_catalog.bit(48)::pg_catalog.int8 % 1${'0'.repeat(digits(length))})::pg_catalog.text, ${digits(length)}, '0')`,
  isInside: (value, length) => `${value} ~ '^[+]999[0-9]{${digits(length)}}$'`,
};

function digits(length: number): number {
  return Math.min(12, length - 4);
}
