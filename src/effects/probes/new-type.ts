import type { ColumnDef } from '@pgsql/types';
import { constantText, namesOf, nodeAs } from '../../sql/nodes.ts';
import { writeIdentifier } from '../../sql/quote.ts';
import type { Word } from '../../sql/words.ts';
import { type Command, type Table, textOf } from '../rewrites/table-command.ts';
import { sourceOf, violation } from './added-constraint.ts';
import { anyRow, onlyPlace, type PlannedProbe, quotedName } from './probe.ts';
import { isReadable } from './readable.ts';

/** Whether values are there that a column's new type cannot hold. */
export function newType(command: Command, table: Table): readonly PlannedProbe[] {
  const column = nodeAs(command.node.def, 'ColumnDef');
  const name = quotedName(table.relation);
  const type = typeWords(command.words);
  if (column === undefined || name === undefined || type.length === 0) return [];
  if (!isReadable([column.raw_default])) return [];
  const value = valueOf(command, column);
  if (value === undefined) return [];
  const source = sourceOf(table);
  const sql = `select pg_catalog.count(cast(${value} as ${textOf(command, type)})) as answer from ${source}`;
  const about = 'values that the new type cannot hold';
  const length = lengthOf(column);
  const size = `pg_catalog.length(pg_catalog.rtrim(cast(${value} as text), ' '))`;
  return [
    { kind: 'violation', sql, about, table: name, answer: 'fails', alone: false },
    // An explicit cast cuts what is too long, ALTER TABLE refuses it.
    ...(length === undefined
      ? []
      : [violation(name, anyRow(source, `${size} > ${length}`), 'values that are too long')]),
  ];
}

/** What follows TYPE, up to COLLATE or USING. */
function typeWords(words: readonly Word[]): readonly Word[] {
  const name = words[1]?.text === 'column' ? 2 : 1;
  const type = words[name + 1]?.text === 'set' ? name + 3 : name + 1;
  if (words[0]?.text !== 'alter' || words[type]?.text !== 'type') return [];
  const rest = words.slice(type + 1);
  const end = rest.findIndex(
    ({ text, depth }) => depth === 0 && (text === 'collate' || text === 'using'),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

function valueOf(command: Command, { raw_default: conversion }: ColumnDef): string | undefined {
  if (conversion === undefined) return writeIdentifier(command.node.name ?? '');
  const using = onlyPlace(command.words, 'using');
  return using === undefined ? undefined : `(${textOf(command, command.words.slice(using + 1))})`;
}

const limited = new Set(['varchar', 'bpchar']);

function lengthOf({ typeName: type }: ColumnDef): number | undefined {
  if (type === undefined || (type.arrayBounds ?? []).length > 0) return undefined;
  if (!limited.has(namesOf(type.names).at(-1) ?? '')) return undefined;
  const length = Number(constantText(type.typmods?.[0]));
  return Number.isSafeInteger(length) ? length : undefined;
}
