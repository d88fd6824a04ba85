import type { TransactionMode } from '../domain/change.ts';
import { tokensOf } from '../sql/lexer.ts';
import type { Part } from './layout.ts';

/** A line without its line feed; `number` from 1. */
export type Line = {
  readonly number: number;
  readonly text: string;
  /** A quoted text or a block comment that began on an earlier line is still open. */
  readonly open: boolean;
};

/** The lines of SQL, and what PostgreSQL's scanner makes of their beginnings. */
export function linesOf(text: string): readonly Line[] {
  const open = openLineStarts(text);
  let start = 0;
  return text.split('\n').map((line, index) => {
    const result = { number: index + 1, text: line, open: open.has(start) };
    start += line.length + 1;
    return result;
  });
}

/** The kept lines as one part, from the first to the last; every other line between them is empty. */
export function partOf(
  lines: readonly Line[],
  keeps: (line: Line) => boolean,
  transaction: TransactionMode,
): Part {
  const first = lines.findIndex(keeps);
  const last = lines.findLastIndex(keeps);
  const text = lines
    .slice(Math.max(first, 0), last + 1)
    .map((line) => (keeps(line) ? line.text : ''))
    .join('\n');
  return { firstLine: lines[first]?.number ?? 1, text, transaction };
}

function openLineStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  // One search over the whole text: a search for each token would be quadratic on a long line.
  let feed = text.indexOf('\n');
  for (const { kind, start, end } of tokensOf(text)) {
    const spans = kind === 'quoted' || kind === 'comment';
    while (feed !== -1 && feed < end - 1) {
      if (spans && feed >= start) starts.add(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
    if (!spans) continue;
    // What is never closed is open on the line after its last one, too.
    if (end === text.length && text.endsWith('\n')) starts.add(end);
  }
  return starts;
}
