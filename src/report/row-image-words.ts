import type { UnitEvidence } from '../domain/evidence.ts';
import type { DecodedTable, ImageCell, RowImage, UndecodedReason } from '../domain/row-images.ts';
import { codeSpan } from './redact.ts';
import { rowsInWords } from './words.ts';

/** Lines of the Markdown table; the JSON report has all. */
const longestTable = 40;
/** Characters of one row. */
const longestRow = 300;

const reasons: Readonly<Record<UndecodedReason, string>> = {
  unlogged: 'the table is unlogged',
  refresh: 'it is a materialized view that was filled anew',
  truncate: 'the table was truncated',
  'rolled-back': 'something was rolled back within the unit',
};

/** What the log told of one unit, in lines, unescaped; nothing where it was not asked. */
export function rowImagesInWords({ rowImages }: UnitEvidence): readonly string[] {
  return (rowImages?.tables ?? []).flatMap((table) => [
    tableInWords(table),
    ...linesOf(table).map((line) => `  ${line}`),
  ]);
}

/** The same as a table of Markdown; empty where no unit has any. */
export function rowImagesInMarkdown(units: readonly UnitEvidence[]): string {
  const rows = units.flatMap(({ unitId, rowImages }) =>
    (rowImages?.tables ?? []).flatMap((table) => [
      `| ${codeSpan(unitId)} | ${codeSpan(tableInWords(table))} |`,
      ...linesOf(table).map((line) => `| | ${codeSpan(line, longestRow)} |`),
    ]),
  );
  if (rows.length === 0) return '';
  const left = rows.length - longestTable;
  return [
    '| Unit | Rows in the log of the shadow |',
    '|---|---|',
    ...rows.slice(0, longestTable),
    ...(left > 0 ? ['', `${left} more lines not shown here; the JSON report has all.`] : []),
  ].join('\n');
}

function tableInWords(table: DecodedTable): string {
  return `${rowsInWords(table)}${table.truncated === true ? ', truncated' : ''}`;
}

function linesOf({ images, more, undecoded }: DecodedTable): readonly string[] {
  return [
    ...images.map(imageInWords),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(undecoded === undefined
      ? []
      : [`${undecoded.rows} counted, but not in the log: ${reasons[undecoded.because]}`]),
  ];
}

function imageInWords({ kind, before, after, cut }: RowImage): string {
  const now = after === undefined ? [] : [cellsInWords(after)];
  const was = before === undefined ? [] : [`before: ${beforeInWords(before)}`];
  return `${kind} ${[...now, ...was].join('; ')}${cut === true ? '; more columns' : ''}`;
}

function beforeInWords({ known, cells }: NonNullable<RowImage['before']>): string {
  switch (known) {
    case 'nothing':
      return 'not known';
    case 'key':
      return `${cellsInWords(cells)} (key only)`;
    case 'row':
      return cellsInWords(cells);
  }
}

function cellsInWords(cells: readonly ImageCell[]): string {
  return cells.map(cellInWords).join(', ');
}

function cellInWords(cell: ImageCell): string {
  switch (cell.kind) {
    case 'value':
      return `${cell.column} = ${cell.text}`;
    case 'null':
      return `${cell.column} is null`;
    case 'hidden':
      return `${cell.column} •••`;
    case 'unchanged':
      return `${cell.column} unchanged`;
  }
}
