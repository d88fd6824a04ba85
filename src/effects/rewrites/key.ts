import type { Constraint } from '@pgsql/types';
import { isNotNull } from '../../catalog/relations.ts';
import { namesOf } from '../../sql/nodes.ts';
import type { Word } from '../../sql/words.ts';
import { alone } from './form.ts';
import { isPartitioned, knownTable } from './known-table.ts';
import { nameOf } from './names.ts';
import { provenNotNull } from './not-null.ts';
import { action, later, step } from './plan.ts';
import type { Piece } from './plan.ts';
import { textOf } from './table-command.ts';
import type { Command, Table } from './table-command.ts';

export type Key = {
  readonly constraint: Constraint;
  /** What comes after `constraint name`. */
  readonly words: readonly Word[];
  readonly command: Command;
  /** The column that it stands on, where it is written on a column. */
  readonly column?: { readonly name: string; readonly written: string };
};

/** A key whose index is built first, concurrently; a primary key needs columns that are never null. */
export function addedKey(key: Key, table: Table): readonly Piece[] | undefined {
  const { constraint, column } = key;
  if (!takesIndex(constraint, table)) return undefined;
  const keys = column === undefined ? namesOf(constraint.keys) : [column.name];
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
  const named = isPrimary ? [] : [...keys, ...namesOf(constraint.including)];
  const name = nameOf(constraint, named, table);
  const definition = definitionOf(key);
  if (name === undefined || definition === undefined) return undefined;
  const index = `create unique index concurrently ${name} on ${table.written} ${definition}`;
  const kind = isPrimary ? 'primary key' : 'unique';
  const using = [`add constraint ${name} ${kind} using index ${name}`, ...attributesOf(constraint)];
  const added = using.join(' ');
  if (!isPrimary) return [step(alone(index)), action(added)];
  const required = requiredKeys(keys, table);
  return required && [...required, step(alone(index)), later('key', added)];
}

function takesIndex({ without_overlaps: overlaps }: Constraint, table: Table): boolean {
  if (table.only || table.ifExists || overlaps === true) return false;
  return !isPartitioned(table.relation, table.around);
}

function requiredKeys(keys: readonly string[], table: Table): readonly Piece[] | undefined {
  const pieces = keys.map((key) => (isKnownNotNull(key, table) ? [] : provenNotNull(key, table)));
  return pieces.some((some) => some === undefined)
    ? undefined
    : pieces.flatMap((some) => some ?? []);
}

function isKnownNotNull(column: string, { relation, around }: Table): boolean {
  if (around.catalog.facts?.stale === true) return false;
  const known = knownTable(relation, around);
  return known !== undefined && isNotNull(known, column);
}

/** What the index takes of the constraint, in the order of CREATE INDEX. */
function definitionOf({ constraint, words, command, column }: Key): string | undefined {
  const after = (text: string) => {
    const at = words.findIndex((word) => word.depth === 0 && word.text === text);
    return at === -1 ? [] : words.slice(at);
  };
  const columns = column === undefined ? groupOf(after('('), command) : `(${column.written})`;
  if (columns === '') return undefined;
  return [
    columns,
    groupOf(after('include'), command),
    constraint.nulls_not_distinct === true ? 'nulls not distinct' : '',
    groupOf(after('with'), command),
    textOf(command, after('tablespace').slice(0, 2)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The words up to the end of the first group in parentheses. */
function groupOf(words: readonly Word[], command: Command): string {
  const end = words.findIndex(({ text, depth }) => text === ')' && depth === 0);
  return textOf(command, words.slice(0, end + 1));
}

function attributesOf({ deferrable, initdeferred }: Constraint): readonly string[] {
  return [
    ...(deferrable === true ? ['deferrable'] : []),
    ...(initdeferred === true ? ['initially deferred'] : []),
  ];
}
