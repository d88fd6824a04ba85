import type { ImageCell, RowImage } from '../../domain/row-images.ts';
import { type LoggedCell, type LoggedLine, partsOf, readLoggedRow } from './logged-row.ts';
import { isShown, type KnownColumns } from './shown-columns.ts';

export type Surroundings = {
  /** Before the unit and after it. */
  readonly known: readonly KnownColumns[];
  /** The log holds all of a row before it changed. */
  readonly whole: boolean;
};

/** Columns of one row, and characters of one value. */
const mostCells = 24;
const longestValue = 40;

/** One row as evidence may tell it: without a value of a column that is personal or that nobody knows. */
export function toImage(table: string, line: LoggedLine, surroundings: Surroundings): RowImage {
  const { kind, before, after } = readLoggedRow(line);
  const tell = (cells: readonly LoggedCell[]): readonly ImageCell[] =>
    cells.slice(0, mostCells).map((cell) => toldCell(table, cell, surroundings));
  const cut = line.cut || Math.max(before.length, after.length) > mostCells;
  return {
    kind,
    ...(kind === 'insert'
      ? {}
      : { before: { known: knownOf(before, surroundings), cells: tell(before) } }),
    ...(kind === 'delete' ? {} : { after: tell(after) }),
    ...(cut ? { cut } : {}),
  };
}

function knownOf(
  before: readonly LoggedCell[],
  { whole }: Surroundings,
): 'row' | 'key' | 'nothing' {
  if (before.length === 0) return 'nothing';
  return whole ? 'row' : 'key';
}

/** Whether a personal value is there is not told either. */
function toldCell(table: string, cell: LoggedCell, { known }: Surroundings): ImageCell {
  const { column } = cell;
  if (!isShown({ ...partsOf(table), column }, known)) return { column, kind: 'hidden' };
  if (cell.kind !== 'value') return { column, kind: cell.kind };
  const characters = Array.from(cell.text.slice(0, 2 * longestValue + 2));
  const isLong = characters.length > longestValue;
  const text = isLong ? `${characters.slice(0, longestValue).join('')}…` : cell.text;
  return { column, kind: 'value', text };
}
