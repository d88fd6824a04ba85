import type { ColumnDef, Constraint } from '@pgsql/types';
import { namesOf, nodeAs, nodesAs } from '../../sql/nodes.ts';
import type { Word } from '../../sql/words.ts';
import { mayBeVolatile } from '../expression.ts';
import { addedKey } from './key.ts';
import { action } from './plan.ts';
import type { Piece } from './plan.ts';
import { bodyOf, textOf } from './table-command.ts';
import type { Command, Table } from './table-command.ts';
import { checkedColumns, unvalidated } from './unvalidated.ts';

/** One qualifier of a column with its words. */
type Qualifier = { readonly constraint: Constraint; readonly words: readonly Word[] };

/** ADD COLUMN: the column first, what has to read the table after it. */
export function addedColumn(command: Command, table: Table): readonly Piece[] | undefined {
  const column = nodeAs(command.node.def, 'ColumnDef');
  if (column === undefined || isNumbered(column)) return undefined;
  const qualifiers = qualifiersOf(column, command);
  const moved = qualifiers.filter(({ constraint }) => isMoved(constraint));
  if (!isPlain(qualifiers, moved)) return undefined;
  if (moved.length === 0) return [action(textOf(command, command.words))];
  if (command.node.missing_ok === true || moved.some(({ words }) => words.length === 0))
    return undefined;
  const name = { name: column.colname ?? '', written: textOf(command, columnWords(command)) };
  const pieces = moved.map((qualifier) => after(qualifier, name, { command, table }));
  if (pieces.some((some) => some === undefined)) return undefined;
  return [action(without(command, moved)), ...pieces.flatMap((some) => some ?? [])];
}

const serials = new Set(['serial', 'serial2', 'serial4', 'serial8', 'smallserial', 'bigserial']);

function isNumbered({ typeName }: ColumnDef): boolean {
  return serials.has(namesOf(typeName?.names).at(-1) ?? '');
}

/** Neither numbers nor computes the rows, and needs no filling before it can be required. */
function isPlain(qualifiers: readonly Qualifier[], moved: readonly Qualifier[]): boolean {
  const kinds = new Set(qualifiers.map(({ constraint }) => constraint.contype));
  const isUnfilled = moved.some(({ constraint }) => constraint.contype === 'CONSTR_DEFAULT');
  if (isUnfilled && kinds.has('CONSTR_NOTNULL')) return false;
  return !refused.some((kind) => kinds.has(kind));
}

const refused: readonly NonNullable<Constraint['contype']>[] = [
  'CONSTR_PRIMARY',
  'CONSTR_IDENTITY',
  'CONSTR_GENERATED',
  'CONSTR_EXCLUSION',
  'CONSTR_ATTR_NOT_ENFORCED',
];

function isMoved({ contype, raw_expr: value }: Constraint): boolean {
  if (contype === 'CONSTR_DEFAULT') return value !== undefined && mayBeVolatile(value);
  return contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN' || contype === 'CONSTR_UNIQUE';
}

/** The constraints of the column in their order, each with the attributes that follow it. */
function qualifiersOf(column: ColumnDef, command: Command): readonly Qualifier[] {
  const constraints = nodesAs(column.constraints, 'Constraint').map((constraint) => ({
    constraint,
    start: indexAt(constraint.location ?? 0, command),
  }));
  const starts = [
    ...constraints
      .filter(({ constraint }) => constraint.contype?.startsWith('CONSTR_ATTR') !== true)
      .map(({ start }) => start),
    ...(column.collClause === undefined ? [] : [indexAt(column.collClause.location ?? 0, command)]),
  ];
  return constraints.map(({ constraint, start }) => {
    const end = Math.min(...starts.filter((other) => other > start), Number.POSITIVE_INFINITY);
    const words = command.words.filter((word) => word.start >= start && word.start < end);
    return { constraint, words: words[0]?.start === start ? words : [] };
  });
}

/** The parser counts the bytes of the file. */
function indexAt(offset: number, { statement }: Command): number {
  const bytes = new TextEncoder().encode(statement.text);
  return new TextDecoder().decode(bytes.subarray(0, offset - statement.place.offset)).length;
}

function columnWords({ words }: Command): readonly Word[] {
  const at = words[1]?.text === 'column' ? 2 : 1;
  return words.slice(at, at + 1);
}

/** The action without the words of these qualifiers. */
function without(command: Command, moved: readonly Qualifier[]): string {
  const gone = new Set(moved.flatMap(({ words }) => words));
  const runs: Word[][] = [[]];
  for (const word of command.words) {
    if (!gone.has(word)) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => textOf(command, run))
    .join(' ');
}

/** What follows the column in place of the qualifier. */
function after(
  { constraint, words }: Qualifier,
  column: { readonly name: string; readonly written: string },
  { command, table }: { readonly command: Command; readonly table: Table },
): readonly Piece[] | undefined {
  const rest = bodyOf(constraint, words);
  const body = textOf(command, rest);
  switch (constraint.contype) {
    case 'CONSTR_DEFAULT':
      return [
        action(`alter column ${column.written} set default ${textOf(command, rest.slice(1))}`),
      ];
    case 'CONSTR_CHECK':
      return unvalidated({ constraint, body, columns: checkedColumns(constraint, table) }, table);
    case 'CONSTR_FOREIGN': {
      const key = `foreign key (${column.written}) ${body}`;
      return unvalidated({ constraint, body: key, columns: [column.name] }, table);
    }
    default:
      return hasAttributes(words, rest)
        ? undefined
        : addedKey({ constraint, words: rest, command, column }, table);
  }
}

/** A key that is written on a column says in words of its own when it is checked. */
function hasAttributes(words: readonly Word[], rest: readonly Word[]): boolean {
  const said = new Set(rest.map(({ text }) => text));
  return words.length === 0 || said.has('deferrable') || said.has('initially');
}
