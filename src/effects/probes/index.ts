import { emptyCatalog } from '../../catalog/catalog.ts';
import type { ParsedStatement } from '../../domain/statement.ts';
import { type Command, readAlterTable, type Table } from '../rewrites/table-command.ts';
import { addedConstraint, required } from './added-constraint.ts';
import { chosenRows } from './chosen-rows.ts';
import { newType } from './new-type.ts';
import type { PlannedProbe } from './probe.ts';
import { isSteady, isSteadyAction } from './steady.ts';
import { uniqueIndex } from './unique-index.ts';

/**
 * The questions that the target itself answers before the statement takes any lock, each one read-only
 * SELECT with the column `answer`. `earlier` are the statements of its unit before it: none of them may
 * change what is asked for. None where the question cannot be written for certain.
 */
export function probesOf(
  statement: ParsedStatement,
  earlier: readonly ParsedStatement[],
): readonly PlannedProbe[] {
  // Escapes in a name would have to be read before it can be written again.
  if (/\bu&"/i.test(statement.text)) return [];
  if (!earlier.every((before) => isSteady(before, statement))) return [];
  switch (statement.tag) {
    case 'InsertStmt':
    case 'UpdateStmt':
    case 'DeleteStmt':
      return chosenRows(statement);
    case 'IndexStmt':
      return uniqueIndex(statement);
    case 'AlterTableStmt':
      return alteredTable(statement);
    default:
      return [];
  }
}

function alteredTable(statement: ParsedStatement): readonly PlannedProbe[] {
  const read = readAlterTable(statement, { catalog: emptyCatalog, postgres: undefined });
  if (read === undefined) return [];
  const { table, commands } = read;
  return commands.flatMap((command) =>
    commands.every((other) => other === command || isSteadyAction(other.node.subtype))
      ? ofCommand(command, table)
      : [],
  );
}

function ofCommand(command: Command, table: Table): readonly PlannedProbe[] {
  switch (command.node.subtype) {
    case 'AT_AddConstraint':
      return addedConstraint(command, table);
    case 'AT_SetNotNull':
      return required([command.node.name ?? ''], table);
    case 'AT_AlterColumnType':
      return newType(command, table);
    default:
      return [];
  }
}
