import type { Redacted } from '../domain/redacted.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';

/** Writes a finished report to `--output`, or to standard output. */
export async function writeResult(
  text: Redacted,
  given: Arguments,
  context: Context,
): Promise<void> {
  const path = given.options.get('output');
  if (path === undefined) await context.output.write(text);
  else await context.files.write(path, text);
}
