import type { Redacted } from '../domain/redacted.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';

/** Writes a finished report, whole or in pieces, to `--output`, or to standard output. */
export async function writeResult(
  report: Redacted | Iterable<Redacted>,
  given: Arguments,
  context: Context,
): Promise<void> {
  const path = given.options.get('output');
  if (path !== undefined) return context.files.write(path, report);
  const pieces = typeof report === 'string' ? [report] : report;
  for (const piece of pieces) await context.output.write(piece);
}
