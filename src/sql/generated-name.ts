import { keptName } from './names.ts';

/** Bytes of a name that PostgreSQL keeps. */
const longest = 63;

/**
 * The name that PostgreSQL gives to a constraint or index which has none: `table_column_label`, in which
 * the longer of the first two is cut until all of it fits. `columns` may be none.
 */
export function generatedName(table: string, columns: readonly string[], label: string): string {
  const parts = columns.length === 0 ? [table] : [table, addition(columns)];
  const room = longest - label.length - parts.length;
  const lengths = parts.map(byteLength);
  while (lengths.reduce((sum, length) => sum + length, 0) > room) {
    const [first = 0, second = 0] = lengths;
    const cut = first > second ? 0 : 1;
    lengths[cut] = (lengths[cut] ?? 0) - 1;
  }
  return [...parts.map((part, index) => clipped(part, lengths[index] ?? 0)), label].join('_');
}

/** Columns are joined until there is a name's length of them. */
function addition(columns: readonly string[]): string {
  let joined = '';
  for (const column of columns) {
    if (byteLength(joined) > longest) break;
    joined = joined === '' ? column : `${joined}_${column}`;
  }
  return keptName(joined);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Whole characters of at most so many bytes. */
function clipped(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}
