import type { Redacted } from '../domain/redacted.ts';
import type { Parser } from '../ports/parser.ts';
import type { CheckReport, ReportedFile } from '../report/model.ts';
import { renderGithub } from '../report/render-github.ts';
import { renderCheckJson } from '../report/render-json.ts';
import { renderSarif } from '../report/render-sarif.ts';
import { renderCheckText } from '../report/render-text.ts';
import { codeFirstReason, isProgramMigration } from '../layouts/code-first.ts';
import { isDumpName } from '../layouts/dump-name.ts';
import { rules } from '../rules/index.ts';
import { readScript } from '../sql/read.ts';
import { checkFile, toReport } from './check-scripts.ts';
import type { CheckedFile } from './check-scripts.ts';
import { readCheckSettings } from './check-options.ts';
import type { CheckSettings } from './check-options.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { renderedPath, wordsOfCommand } from './from-command.ts';
import { writeResult } from './write-result.ts';

/** Bounds what is read; the byte gate refuses long before that, and says where. */
const largestFile = 64 * 1024 * 1024;

type Limits = Pick<CheckSettings, 'maxFileBytesOf'>;
type Tools = { readonly context: Context; readonly parser: Parser };

/** `sluice check`: what SQL files would do and how risky that is, from their text alone. */
export async function check(given: Arguments, context: Context): Promise<ExitCode> {
  const report = await checkFiles(given, context);
  await writeResult(renderReport(report, given, context), given, context);
  return report.decision.kind === 'allow' ? 0 : 1;
}

/** What the files would do, and the decision. */
export async function checkFiles(given: Arguments, context: Context): Promise<CheckReport> {
  const settings = await readCheckSettings(given, context);
  await using parser = context.openParser();
  const files: ReportedFile[] = [];
  // The trees of one file are gone when the next one is read: thousands would fill the memory.
  for await (const file of readFiles(given, settings, { context, parser }))
    files.push(checkFile(file, settings));
  return toReport(files, settings);
}

/** Loads the layouts only when one is asked for: without, every file is read as it stands. */
async function* readFiles(
  given: Arguments,
  { maxFileBytesOf }: Limits,
  { context, parser }: Tools,
): AsyncGenerator<CheckedFile> {
  const layout = given.options.get('layout');
  const command = given.options.get('from-command');
  if (command !== undefined) {
    yield await readRendered(command, renderedPath(given.positionals, layout), { context, parser });
    return;
  }
  if (layout !== undefined) {
    const { readLaidOut } = await import('./check-layout.ts');
    const tools = { context, parser, maxFileBytesOf };
    yield* await readLaidOut(layout, given.positionals, tools);
    return;
  }
  for (const path of await findFiles(given.positionals, context)) {
    const reason = codeFirstReason(path);
    if (reason !== undefined) {
      yield notAnalyzed(path, reason);
      continue;
    }
    const bytes = await context.files.read(path, largestFile);
    const dump = isDumpName(path) ? { dump: true as const } : {};
    const source = { id: path, path, bytes, firstLine: 1, ...dump };
    yield { path, script: await readScript(source, parser, maxFileBytesOf(path)) };
  }
}

/** What the user's own command writes, in place of a file that is no SQL. */
async function readRendered(
  command: string,
  path: string,
  { context, parser }: Tools,
): Promise<CheckedFile> {
  const bytes = await context.programs.run(wordsOfCommand(command), context.signal);
  return { path, script: await readScript({ id: path, path, bytes, firstLine: 1 }, parser) };
}

async function findFiles(paths: readonly string[], context: Context): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => findBelow(path, context)));
  return [...new Set(found.flat())];
}

/** A directory is not clean while migrations lie in it that nobody read. */
async function findBelow(path: string, { files }: Context): Promise<readonly string[]> {
  const found = await files.sqlFiles(path);
  if (found.length === 1 && found[0] === path) return found;
  return [...found, ...(await files.allFiles(path)).filter(isProgramMigration)];
}

function notAnalyzed(path: string, reason: string): CheckedFile {
  const script = { unitId: path, source: { path, firstLine: 1, text: '' }, statements: [] };
  return { path, script, refused: [`${path}: ${reason}`] };
}

function renderReport(report: CheckReport, given: Arguments, context: Context): Iterable<Redacted> {
  switch (given.options.get('format')) {
    case 'json':
      return renderCheckJson(report);
    case 'sarif':
      return renderSarif(report, rules);
    case 'github':
      return [renderGithub(report)];
    default:
      return renderCheckText(report, { colour: context.colour && !given.options.has('output') });
  }
}
