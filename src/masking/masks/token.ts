import type { Mask } from './mask.ts';

const prefix = 'masked_';

/**
 * `masked_` and up to 32 hexadecimal digits. Where that does not fit, digits only: a short column cannot
 * hold a namespace of its own, so there only its alphabet is proved.
 */
export const token: Mask = {
  needs: 1,
  expression: (hash, length) =>
    `'${prefixFor(length)}' || pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits(length)})`,
  isInside: (value, length) => `${value} ~ '^${prefixFor(length)}[0-9a-f]{${digits(length)}}$'`,
};

function prefixFor(length: number): string {
  return length >= 16 ? prefix : '';
}

function digits(length: number): number {
  return Math.min(32, length - prefixFor(length).length);
}
