import { SluiceError } from '../../errors.ts';

/** One cell as test_decoding writes it: `unchanged` is a long value that an UPDATE left alone. */
export type LoggedCell =
  | { readonly column: string; readonly kind: 'value'; readonly text: string }
  | { readonly column: string; readonly kind: 'null' | 'unchanged' };

/** One row as test_decoding writes it. */
export type LoggedRow = {
  readonly kind: 'insert' | 'update' | 'delete';
  /** Empty where the log holds nothing of the row before. */
  readonly before: readonly LoggedCell[];
  readonly after: readonly LoggedCell[];
};

/** A line of the log; `cut` where its end is missing. */
export type LoggedLine = { readonly text: string; readonly cut: boolean };

const identifier = String.raw`(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_]*)`;
const name = String.raw`${identifier}\.${identifier}`;
const rowHead = new RegExp(`^table ${name}: (INSERT|UPDATE|DELETE):`, 'u');
const truncateHead = new RegExp(`^table (${name}(?:, ${name})*): TRUNCATE:`, 'u');
const eachName = new RegExp(name, 'gu');
const eachIdentifier = new RegExp(identifier, 'gu');
/** `column[type]:value`; a type may hold brackets, and a quoted part of it anything. */
const eachCell = String.raw` (${identifier})\[(?:"(?:[^"]|"")*"|[^"\]]|\](?!:))*\]:(B?'(?:[^']|'')*'|[^ ']+)(?= |$)`;

/** Reads a line that tells of one row. Throws SluiceError database/shadow where it cannot. */
export function readLoggedRow(line: LoggedLine): LoggedRow {
  const head = rowHead.exec(line.text);
  if (head === null) throw unreadableLog();
  const rest = { text: line.text.slice(head[0].length), cut: line.cut };
  switch (head[1]) {
    case 'INSERT':
      return { kind: 'insert', before: [], after: wholeOf(rest) };
    case 'DELETE':
      return { kind: 'delete', before: wholeOf(rest), after: [] };
    default:
      return readUpdate(rest);
  }
}

/** Tables, quoted where needed, of a line that tells of a TRUNCATE. Throws SluiceError database/shadow where it is none. */
export function readLoggedTruncate(line: string): readonly string[] {
  const head = truncateHead.exec(line);
  if (head === null) throw unreadableLog();
  return head[1]?.match(eachName) ?? [];
}

/** Schema and table, unquoted, of a name that is quoted where needed. */
export function partsOf(quoted: string): { readonly schema: string; readonly table: string } {
  const [schema = '', table = ''] = (quoted.match(eachIdentifier) ?? []).map(unquoted);
  return { schema, table };
}

const oldKey = ' old-key:';
const newTuple = ' new-tuple:';

function readUpdate({ text, cut }: LoggedLine): LoggedRow {
  if (!text.startsWith(oldKey))
    return { kind: 'update', before: [], after: wholeOf({ text, cut }) };
  const { cells: before, rest } = cellsOf(text.slice(oldKey.length));
  const isWhole = rest.startsWith(newTuple);
  if (!isWhole && !cut) throw unreadableLog();
  const after = isWhole ? wholeOf({ text: rest.slice(newTuple.length), cut }) : [];
  return { kind: 'update', before, after };
}

function wholeOf({ text, cut }: LoggedLine): readonly LoggedCell[] {
  if (text === ' (no-tuple-data)') return [];
  const { cells, rest } = cellsOf(text);
  if (rest !== '' && !cut) throw unreadableLog();
  return cells;
}

function cellsOf(text: string): { readonly cells: readonly LoggedCell[]; readonly rest: string } {
  const cell = new RegExp(eachCell, 'uy');
  const cells: LoggedCell[] = [];
  let end = 0;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    cells.push(toCell(unquoted(match[1] ?? ''), match[2] ?? ''));
    end = cell.lastIndex;
  }
  return { cells, rest: text.slice(end) };
}

function toCell(column: string, value: string): LoggedCell {
  if (value === 'null') return { column, kind: 'null' };
  if (value === 'unchanged-toast-datum') return { column, kind: 'unchanged' };
  const quoted = /^B?'([^]*)'$/.exec(value)?.[1];
  return { column, kind: 'value', text: quoted?.replaceAll("''", "'") ?? value };
}

function unquoted(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}

/** Nothing of the line is quoted: it holds values. */
export function unreadableLog(): SluiceError {
  return new SluiceError(
    'database/shadow',
    'The log of the shadow holds something that Sluice cannot read, so nobody can say which rows the change moves. Leave --row-images out, and tell us the version of PostgreSQL.',
  );
}
