import type { TransactionMode } from '../domain/change.ts';
import { tokensOf } from '../sql/lexer.ts';
import type { Reading } from './layout.ts';
import { linesOf, partOf } from './lines.ts';

const mark = '--> statement-breakpoint';

/**
 * Drizzle cuts a file at every such mark, wherever it stands, and runs what follows on the same line,
 * which to PostgreSQL is a comment. Only a mark that is a whole comment means the same to both.
 */
export function readBreakpoints(text: string, transaction: TransactionMode): Reading {
  const comments = new Set<number>();
  for (const { kind, start, end } of tokensOf(text))
    if (kind === 'comment' && text.slice(start, end).trimEnd() === mark) comments.add(start);
  const lines = linesOf(text);
  let position = 0;
  for (const { number, text: line } of lines) {
    for (let at = line.indexOf(mark); at !== -1; at = line.indexOf(mark, at + 1))
      if (!comments.has(position + at)) return { kind: 'refused', reason: reasonOf(number) };
    position += line.length + 1;
  }
  return { kind: 'parts', parts: [partOf(lines, () => true, transaction)] };
}

function reasonOf(number: number): string {
  return `Drizzle cuts the file at the ${mark} on line ${number}, and to PostgreSQL it is part of something else: they would disagree on what runs. Let it be a comment of its own, with nothing behind it.`;
}
