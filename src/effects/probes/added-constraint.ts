import type { Constraint } from '@pgsql/types';
import { namesOf, nodeAs } from '../../sql/nodes.ts';
import { writeIdentifier } from '../../sql/quote.ts';
import { bodyOf, type Command, type Table, textOf } from '../rewrites/table-command.ts';
import { anyRow, type PlannedProbe, quotedName } from './probe.ts';
import { isReadable } from './readable.ts';
import { twice } from './unique-index.ts';

/** Whether rows are there that a new constraint refuses. */
export function addedConstraint(command: Command, table: Table): readonly PlannedProbe[] {
  const constraint = nodeAs(command.node.def, 'Constraint');
  const name = quotedName(table.relation);
  if (constraint === undefined || name === undefined) return [];
  if (constraint.skip_validation === true || constraint.is_enforced === false) return [];
  switch (constraint.contype) {
    case 'CONSTR_CHECK':
      return checked(constraint, command, table);
    case 'CONSTR_FOREIGN':
      return referring(constraint, table);
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return keyed(constraint, table);
    case 'CONSTR_NOTNULL':
      return required(namesOf(constraint.keys), table);
    default:
      return [];
  }
}

/** Whether rows are there that hold no value in one of these columns. */
export function required(columns: readonly string[], table: Table): readonly PlannedProbe[] {
  const name = quotedName(table.relation);
  if (name === undefined || columns.length === 0) return [];
  const condition = columns.map((column) => `${writeIdentifier(column)} is null`).join(' or ');
  return [violation(name, anyRow(sourceOf(table), condition), 'rows without a value')];
}

/** The table as FROM takes it. */
export function sourceOf({ written, only }: Table): string {
  return only ? `only ${written}` : written;
}

/** A question that a row answers. */
export function violation(table: string, sql: string, about: string, alone = false): PlannedProbe {
  return { kind: 'violation', sql, about, table, answer: 'exists', alone };
}

function checked(constraint: Constraint, command: Command, table: Table): readonly PlannedProbe[] {
  const name = quotedName(table.relation);
  const words = bodyOf(constraint, command.words.slice(1));
  const end = words.findIndex(({ text, depth }) => text === ')' && depth === 0);
  const isExpected = words[0]?.text === 'check' && words[1]?.text === '(' && end > 1;
  if (name === undefined || !isExpected || !isReadable([constraint.raw_expr])) return [];
  const source = constraint.is_no_inherit === true ? `only ${table.written}` : sourceOf(table);
  const sql = anyRow(source, `not ${textOf(command, words.slice(1, end + 1))}`);
  return [violation(name, sql, 'rows that the check refuses')];
}

function referring(constraint: Constraint, table: Table): readonly PlannedProbe[] {
  const name = quotedName(table.relation);
  const referenced = quotedName(constraint.pktable);
  const columns = namesOf(constraint.fk_attrs).map((column) => `one.${writeIdentifier(column)}`);
  const keys = namesOf(constraint.pk_attrs).map((column) => `other.${writeIdentifier(column)}`);
  const isSure = columns.length > 0 && keys.length === columns.length;
  if (name === undefined || referenced === undefined || !isSure) return [];
  if (constraint.fk_with_period === true || constraint.pk_with_period === true) return [];
  const given = columns.map((column) => `${column} is not null`).join(' and ');
  const equal = columns.map((column, at) => `${keys[at] ?? ''} = ${column}`).join(' and ');
  const found = `exists (select from ${referenced} as other where ${equal})`;
  const sql = anyRow(`${sourceOf(table)} as one`, `${given} and not ${found}`);
  return [violation(name, sql, 'rows that refer to nothing', true)];
}

function keyed(constraint: Constraint, table: Table): readonly PlannedProbe[] {
  const name = quotedName(table.relation);
  const columns = namesOf(constraint.keys);
  const hasOwnRules = constraint.indexname !== undefined || constraint.without_overlaps === true;
  if (name === undefined || columns.length === 0 || hasOwnRules || table.only) return [];
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
  return [
    ...(isPrimary ? required(columns, table) : []),
    twice({
      table: name,
      source: sourceOf(table),
      keys: columns.map(writeIdentifier),
      distinct: constraint.nulls_not_distinct === true,
    }),
  ];
}
