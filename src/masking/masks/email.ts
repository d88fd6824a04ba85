import type { Mask } from './mask.ts';

const domain = '@x.example';

/** Up to 20 hexadecimal digits at a domain that RFC 2606 reserves: nobody ever gets mail there. */
export const email: Mask = {
  needs: 16 + domain.length,
  expression: (hash, length) =>
    `pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits(length)}) || '${domain}'`,
  isInside: (value, length) => `${value} ~ '^[0-9a-f]{${digits(length)}}@x[.]example$'`,
};

function digits(length: number): number {
  return Math.min(20, length - domain.length);
}
