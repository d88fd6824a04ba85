import { ownersOf, parseCodeowners } from '../policy/codeowners.ts';
import { renderOwnersJson } from '../report/render-json.ts';
import { renderOwnersText } from '../report/render-text.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { decodeUtf8 } from '../change/decode.ts';
import { toOwnersRow } from './review-report.ts';
import { writeResult } from './write-result.ts';

/** Above this size GitHub does not load the file either. */
const largest = 3_000_000;

/** `sluice owners`: who owns each path, by which line, and why. */
export async function owners(given: Arguments, context: Context): Promise<ExitCode> {
  const path = given.options.get('codeowners') ?? '';
  const text = decodeUtf8(await context.files.read(path, largest), path, 'input/policy');
  const codeowners = parseCodeowners(text);
  const rows = given.positionals.map((file) => toOwnersRow(file, ownersOf(codeowners, file)));
  const report =
    given.options.get('format') === 'json' ? renderOwnersJson(rows) : renderOwnersText(rows);
  await writeResult(report, given, context);
  return 0;
}
