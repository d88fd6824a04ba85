import type { Constraint } from '@pgsql/types';
import { namesOf, nodeAs, someNode } from '../../sql/nodes.ts';
import { isPartitioned } from './known-table.ts';
import { nameOf } from './names.ts';
import { action, later } from './plan.ts';
import type { Piece } from './plan.ts';
import type { Table } from './table-command.ts';

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
  return !isPartitioned(relation, around) || (around.postgres ?? 0) >= 18;
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
