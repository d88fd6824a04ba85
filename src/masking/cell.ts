import type { MaskKind } from '../domain/masking-config.ts';
import type { SourceColumn } from './column.ts';
import { masks } from './masks/index.ts';
import type { Mask } from './masks/mask.ts';

/** How one column is masked: SQL over the alias `s`, and the test that a masked cell passes. */
export type MaskedCell = {
  /** Text to be hashed, as SQL over the quoted column; undefined when a constant replaces it. */
  readonly input?: (column: string) => string;
  readonly output: (hash: string) => string;
  readonly isInside: (column: string) => string;
};

const unlimited = 10_000;

/** Text, integers and uuids keep equality; everything else becomes one constant of its type. */
export function cellOf(
  { family, type, length = unlimited }: Pick<SourceColumn, 'family' | 'type' | 'length'>,
  kind: MaskKind,
): MaskedCell {
  switch (family) {
    case 'text':
      return textCell(fitting(kind, length), length);
    case 'integer':
      return {
        input: asText,
        // Below every number that identifies something; 31 bits fit in each of the types.
        output: (hash) =>
          `-1 - (('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 4), 'hex'))::pg_catalog.bit(32)::pg_catalog.int8 % 2147483647)`,
        isInside: (column) => `${column} < 0`,
      };
    case 'uuid':
      return {
        input: asText,
        output: (hash) =>
          `pg_catalog.overlay(pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), 32), '8', 13, 1)::pg_catalog.uuid`,
        // Version 8: made by no generator.
        isInside: (column) => `pg_catalog.substr(${asText(column)}, 15, 1) = '8'`,
      };
    default:
      return constantCell(constants[family], type);
  }
}

const constants = {
  json: '{}',
  bytea: '\\x',
  xml: '<masked/>',
  'text-search': '',
  array: '{}',
  date: '1900-01-01',
  network: '240.0.0.1',
  plain: null,
  unknown: null,
} as const;

function fitting(kind: MaskKind, length: number): Mask {
  const mask = masks[kind];
  return length >= mask.needs ? mask : masks.token;
}

function textCell(mask: Mask, length: number): MaskedCell {
  return {
    input: asText,
    output: (hash) => mask.expression(hash, length),
    isInside: (column) => mask.isInside(asText(column), length),
  };
}

function constantCell(constant: string | null, type: string): MaskedCell {
  if (constant === null) return { output: () => 'null', isInside: () => 'false' };
  const literal = constant.includes('\\')
    ? `E'${constant.replaceAll('\\', '\\\\')}'`
    : `'${constant}'`;
  return {
    output: () => `${literal}::pg_catalog.text`,
    isInside: (column) => `${asText(column)} = ${literal}::${type}::pg_catalog.text`,
  };
}

function asText(column: string): string {
  return `${column}::pg_catalog.text`;
}
