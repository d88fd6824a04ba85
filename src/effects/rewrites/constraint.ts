import type { Constraint } from '@pgsql/types';
import { knownRelation } from '../../catalog/catalog.ts';
import { generatedName } from '../../sql/generated-name.ts';
import { namesOf, nodeAs, someNode } from '../../sql/nodes.ts';
import { writeIdentifier } from '../../sql/quote.ts';
import { wordsOf, written } from '../../sql/words.ts';
import type { Word } from '../../sql/words.ts';
import { addedKey } from './key.ts';
import { action, later } from './plan.ts';
import type { Piece } from './plan.ts';
import { textOf } from './table-command.ts';
import type { Command, Table } from './table-command.ts';

/** ADD CONSTRAINT: without the scan first, validated later. */
export function addedConstraint(command: Command, table: Table): readonly Piece[] | undefined {
  const constraint = nodeAs(command.node.def, 'Constraint');
  if (constraint === undefined) return undefined;
  const { words } = command;
  const isChecked = constraint.skip_validation !== true && constraint.is_enforced !== false;
  switch (constraint.contype) {
    case 'CONSTR_CHECK':
    case 'CONSTR_FOREIGN':
    case 'CONSTR_NOTNULL': {
      if (!isChecked) return [action(textOf(command, words))];
      const body = textOf(command, bodyOf(constraint, words.slice(1)));
      return unvalidated({ constraint, body, columns: columnsOf(constraint, table) }, table);
    }
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      if (constraint.indexname !== undefined) return [action(textOf(command, words))];
      return addedKey({ constraint, words: bodyOf(constraint, words.slice(1)), command }, table);
    default:
      return undefined;
  }
}

type Unvalidated = {
  readonly constraint: Constraint;
  /** What comes after `constraint name`. */
  readonly body: string;
  /** What a name is made of where none was given; undefined when nobody knows. */
  readonly columns: readonly string[] | undefined;
};

/** NOT VALID now, and VALIDATE in a transaction of its own. */
export function unvalidated(
  { constraint, body, columns }: Unvalidated,
  table: Table,
): readonly Piece[] | undefined {
  if (!takesNotValid(constraint, table)) return undefined;
  const name = nameOf(constraint, columns, table);
  if (name === undefined) return undefined;
  return [
    action(`add constraint ${name} ${body} not valid`),
    later('validate', `validate constraint ${name}`),
  ];
}

function takesNotValid({ contype }: Constraint, { relation, around }: Table): boolean {
  if (contype !== 'CONSTR_FOREIGN') return true;
  const { schemaname: schema, relname: name = '' } = relation;
  const known = knownRelation(around.catalog, schema === undefined ? { name } : { schema, name });
  return known?.facts.kind !== 'partitioned-table' || (around.postgres ?? 0) >= 18;
}

/** The words after `constraint name`. */
export function bodyOf({ conname }: Constraint, words: readonly Word[]): readonly Word[] {
  return conname === undefined ? words : words.slice(2);
}

const labels: Partial<Record<NonNullable<Constraint['contype']>, string>> = {
  CONSTR_CHECK: 'check',
  CONSTR_FOREIGN: 'fkey',
  CONSTR_UNIQUE: 'key',
  CONSTR_PRIMARY: 'pkey',
  CONSTR_NOTNULL: 'not_null',
};

/** The given name, else the one that PostgreSQL would choose unless the facts know that it is taken. */
export function nameOf(
  { conname, contype }: Constraint,
  columns: readonly string[] | undefined,
  table: Table,
): string | undefined {
  if (conname !== undefined) return writeIdentifier(conname);
  const label = contype === undefined ? undefined : labels[contype];
  if (columns === undefined || label === undefined) return undefined;
  return freeName(table, columns, label);
}

/** A name of PostgreSQL's own making; undefined where something has it already. */
export function freeName(
  { relation, around }: Table,
  columns: readonly string[],
  label: string,
): string | undefined {
  const name = generatedName(relation.relname ?? '', columns, label);
  return takenNames(around.catalog.facts?.relations ?? []).has(name)
    ? undefined
    : writeIdentifier(name);
}

type Relations = NonNullable<Table['around']['catalog']['facts']>['relations'];

function takenNames(relations: Relations): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ name, keys, checks, foreignKeys, indexes }) =>
      [{ name }, ...keys, ...checks, ...foreignKeys, ...indexes].map((one) => one.name),
    ),
  );
}

function columnsOf(constraint: Constraint, table: Table): readonly string[] | undefined {
  if (constraint.contype === 'CONSTR_FOREIGN') return namesOf(constraint.fk_attrs);
  if (constraint.contype === 'CONSTR_NOTNULL') return namesOf(constraint.keys);
  return checkedColumns(constraint, table);
}

/** A CHECK is named after its column where it has exactly one. */
export function checkedColumns(
  { raw_expr: expression }: Constraint,
  { relation }: Table,
): readonly string[] | undefined {
  const columns = new Set<string>();
  const isOdd = someNode(expression, (node) => {
    const fields = nodeAs(node, 'ColumnRef')?.fields;
    if (fields === undefined) return false;
    const names = namesOf(fields);
    const column = names.at(-1);
    if (column !== undefined) columns.add(column);
    // A whole row is no column.
    return names.length !== fields.length || column === relation.relname;
  });
  if (isOdd) return undefined;
  return columns.size === 1 ? [...columns] : [];
}

/** The name in an action that adds a constraint, as it is written. */
export function writtenName({ action: text }: { readonly action: string }): readonly string[] {
  const words = wordsOf(text);
  return words[0]?.text === 'add' && words[1]?.text === 'constraint'
    ? [written(text, words.slice(2, 3))]
    : [];
}
