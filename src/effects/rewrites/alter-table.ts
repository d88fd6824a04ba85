import type { AlterTableType } from '@pgsql/types';
import { someNode, nodeAs } from '../../sql/nodes.ts';
import { attachedPartition } from './attach-partition.ts';
import { addedColumn } from './column.ts';
import { addedConstraint } from './constraint.ts';
import type { Form } from './form.ts';
import { writtenName } from './names.ts';
import { requiredColumn } from './not-null.ts';
import { action, later, stepsOf } from './plan.ts';
import type { Piece } from './plan.ts';
import { readAlterTable, textOf } from './table-command.ts';
import type { Command, Table } from './table-command.ts';

/**
 * The order in which PostgreSQL does the actions of one ALTER TABLE, as far as they are taken apart here.
 * Actions that are written in another order would do something else one after the other.
 */
const passes: Partial<Record<AlterTableType, number>> = {
  AT_DropColumn: 0,
  AT_DropConstraint: 0,
  AT_DropNotNull: 0,
  AT_AddColumn: 1,
  AT_ColumnDefault: 2,
  AT_SetNotNull: 2,
  AT_AddConstraint: 3,
  AT_ValidateConstraint: 4,
};

export const alterTable: Form = (statement, around) => {
  const read = readAlterTable(statement, around);
  if (read === undefined) return undefined;
  const [first] = read.commands;
  return first?.node.subtype === 'AT_AttachPartition'
    ? attachedPartition(first, read.table)
    : takenApart(read);
};

function takenApart({ table, commands }: NonNullable<ReturnType<typeof readAlterTable>>) {
  if (!isInOrder(commands)) return undefined;
  if (commands.length > 1 && commands.some((command) => refersToItself(command, table)))
    return undefined;
  const pieces = commands.map((command) => piecesOf(command, table));
  const all = pieces.flatMap((some) => some ?? []);
  const isCertain = pieces.every((some) => some !== undefined) && !namesTwice(all);
  const isSplit = all.some(({ kind }) => kind !== 'action') || all.length > commands.length;
  if (!isCertain || !isSplit) return undefined;
  return { steps: stepsOf(table.head, all), note: noteOf(all) };
}

function isInOrder(commands: readonly Command[]): boolean {
  const ranks = commands.map(({ node }) => passes[node.subtype ?? 'AT_AddColumn']);
  return ranks.every((rank, index) => {
    const before = index === 0 ? 0 : ranks[index - 1];
    return rank !== undefined && before !== undefined && rank >= before;
  });
}

/** A key of the same statement would have to be there before the constraint that refers to it. */
function refersToItself({ node }: Command, { relation }: Table): boolean {
  return someNode(
    node.def,
    (inner) => nodeAs(inner, 'Constraint')?.pktable?.relname === relation.relname,
  );
}

/** The parts of one action; undefined where it has no safer form and is not safe itself. */
function piecesOf(command: Command, table: Table): readonly Piece[] | undefined {
  switch (command.node.subtype ?? 'AT_AddColumn') {
    case 'AT_AddColumn':
      return addedColumn(command, table);
    case 'AT_AddConstraint':
      return addedConstraint(command, table);
    case 'AT_SetNotNull':
      return requiredColumn(command, table);
    case 'AT_ValidateConstraint':
      return [later('validate', textOf(command, command.words))];
    default:
      return [action(textOf(command, command.words))];
  }
}

/** Two constraints without a name would have got two names. */
function namesTwice(pieces: readonly Piece[]): boolean {
  const names = pieces.flatMap((piece) => (piece.kind === 'action' ? writtenName(piece) : []));
  return new Set(names).size !== names.length;
}

function noteOf(pieces: readonly Piece[]): string {
  const notes = [
    'Each transaction is a file of its own',
    ...(pieces.some(({ kind }) => kind === 'step')
      ? ['an index that is built concurrently needs a file without a transaction']
      : []),
    ...(pieces.some((piece) => piece.kind === 'action' && / set default /.test(piece.action))
      ? ['the rows that are there already stay empty until they are filled in batches']
      : []),
  ];
  return `${notes.join('; ')}.`;
}
