import type { Constraint } from '@pgsql/types';
import { knownRelation } from '../../catalog/catalog.ts';
import { isNotNull } from '../../catalog/relations.ts';
import { namesOf } from '../../sql/nodes.ts';
import type { Word } from '../../sql/words.ts';
import { nameOf } from './constraint.ts';
import { alone } from './form.ts';
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
  if (table.only || table.ifExists || isPartitioned(table)) return undefined;
  if (constraint.without_overlaps === true) return undefined;
  const keys = column === undefined ? namesOf(constraint.keys) : [column.name];
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
  const name = nameOf(
    constraint,
    isPrimary ? [] : [...keys, ...namesOf(constraint.including)],
    table,
  );
  const parts = partsOf(key);
  if (name === undefined || parts === undefined) return undefined;
  const index = `create unique index concurrently ${name} on ${table.written} ${parts.index}`;
  const kind = isPrimary ? 'primary key' : 'unique';
  const using = [`add constraint ${name} ${kind} using index ${name}`, ...parts.attributes].join(
    ' ',
  );
  if (!isPrimary) return [step(alone(index)), action(using)];
  const required = keys.map((one) => (isKnownNotNull(one, table) ? [] : requiredKey(one, table)));
  if (required.some((pieces) => pieces === undefined)) return undefined;
  return [...required.flatMap((pieces) => pieces ?? []), step(alone(index)), later('key', using)];
}

function requiredKey(column: string, table: Table): readonly Piece[] | undefined {
  return provenNotNull(column, table);
}

function known({ relation, around }: Table) {
  const { schemaname: schema, relname: name = '' } = relation;
  return knownRelation(around.catalog, schema === undefined ? { name } : { schema, name });
}

function isPartitioned(table: Table): boolean {
  return known(table)?.facts.kind === 'partitioned-table';
}

function isKnownNotNull(column: string, table: Table): boolean {
  const relation = known(table);
  return relation !== undefined && isNotNull(relation, column);
}

/** What the index takes of the constraint, in the order of CREATE INDEX, and what the constraint keeps. */
function partsOf({
  constraint,
  words,
  command,
  column,
}: Key): { readonly index: string; readonly attributes: readonly string[] } | undefined {
  const outer = words.flatMap((word, index) => (word.depth === 0 ? [{ ...word, index }] : []));
  const at = (text: string) => outer.find((word) => word.text === text)?.index;
  const group = (from: number) => {
    const end = words.findIndex(
      ({ text, depth }, index) => index > from && text === ')' && depth === 0,
    );
    return textOf(command, words.slice(from, end + 1));
  };
  const columns = column === undefined ? at('(') : undefined;
  const [include, options, tablespace] = [at('include'), at('with'), at('tablespace')];
  if (column === undefined && columns === undefined) return undefined;
  const nulls = constraint.nulls_not_distinct === true ? ['nulls not distinct'] : [];
  return {
    index: [
      columns === undefined ? `(${column?.written ?? ''})` : group(columns),
      ...(include === undefined ? [] : [group(include)]),
      ...nulls,
      ...(options === undefined ? [] : [group(options)]),
      ...(tablespace === undefined
        ? []
        : [textOf(command, words.slice(tablespace, tablespace + 2))]),
    ].join(' '),
    attributes: attributesOf(constraint),
  };
}

function attributesOf({ deferrable, initdeferred }: Constraint): readonly string[] {
  return [
    ...(deferrable === true ? ['deferrable'] : []),
    ...(initdeferred === true ? ['initially deferred'] : []),
  ];
}
