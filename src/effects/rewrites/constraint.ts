import type { Constraint } from '@pgsql/types';
import { namesOf, nodeAs } from '../../sql/nodes.ts';
import { addedKey } from './key.ts';
import { action } from './plan.ts';
import type { Piece } from './plan.ts';
import { bodyOf, textOf } from './table-command.ts';
import type { Command, Table } from './table-command.ts';
import { checkedColumns, unvalidated } from './unvalidated.ts';

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

function columnsOf(constraint: Constraint, table: Table): readonly string[] | undefined {
  if (constraint.contype === 'CONSTR_FOREIGN') return namesOf(constraint.fk_attrs);
  if (constraint.contype === 'CONSTR_NOTNULL') return namesOf(constraint.keys);
  return checkedColumns(constraint, table);
}
