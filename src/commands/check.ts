import { levels } from '../domain/finding.ts';
import type { Level } from '../domain/finding.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { Parser } from '../ports/parser.ts';
import type { CheckReport } from '../report/model.ts';
import { renderGithub } from '../report/render-github.ts';
import { renderCheckJson } from '../report/render-json.ts';
import { renderSarif } from '../report/render-sarif.ts';
import { renderCheckText } from '../report/render-text.ts';
import { rules } from '../rules/index.ts';
import { readScript } from '../sql/read.ts';
import { checkScripts } from './check-scripts.ts';
import type { CheckedFile, CheckOptions } from './check-scripts.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { decodeUtf8 } from '../change/decode.ts';
import { writeResult } from './write-result.ts';

/** Bounds what is read; the byte gate refuses long before that, and says where. */
const largestFile = 64 * 1024 * 1024;
const largestPolicy = 1024 * 1024;

/** `sluice check`: what SQL files would do and how risky that is, from their text alone. */
export async function check(given: Arguments, context: Context): Promise<ExitCode> {
  const report = await checkFiles(given, context);
  await writeResult(renderReport(report, given, context), given, context);
  return report.decision.kind === 'allow' ? 0 : 1;
}

/** What the files would do, and the decision. */
export async function checkFiles(given: Arguments, context: Context): Promise<CheckReport> {
  const policy = await readPolicy(given, context);
  await using parser = context.openParser();
  const files = await readFiles(given, context, parser);
  return checkScripts(files, { ...policy, failOn: failOn(given) });
}

/** Loads YAML and CEL only when a policy is given: a file alone must be checked quickly. */
async function readPolicy(
  given: Arguments,
  context: Context,
): Promise<Omit<CheckOptions, 'failOn'>> {
  const path = given.options.get('policy');
  const postgres = major(given);
  const facts = await findFacts(given, context);
  if (path === undefined)
    return {
      askOwnRules: undefined,
      postgresOf: () => postgres ?? facts?.major,
      factsOf: () => facts?.ofNoPolicy(),
    };
  const bytes = await context.files.read(path, largestPolicy);
  const { parsePolicy } = await import('../config/policy.ts');
  const { askOwnRules, postgresOf } = await import('./own-rules.ts');
  const policy = parsePolicy(decodeUtf8(bytes, path, 'input/policy'), path);
  return {
    askOwnRules: (file, judged) => askOwnRules(policy, file, judged),
    switched: policy.switched,
    postgresOf: (file) => postgres ?? postgresOf(policy, file),
    factsOf: facts?.of(policy),
  };
}

/** Loaded only when they are given: a file alone must be checked quickly. */
async function findFacts(given: Arguments, context: Context) {
  if (!given.options.has('facts')) return undefined;
  const { readCheckedFacts } = await import('./read-facts.ts');
  return readCheckedFacts(given, context);
}

/** Loads the layouts only when one is asked for: without, every file is read as it stands. */
async function readFiles(
  given: Arguments,
  context: Context,
  parser: Parser,
): Promise<readonly CheckedFile[]> {
  const layout = given.options.get('layout');
  if (layout !== undefined) {
    const { readLaidOut } = await import('./check-layout.ts');
    return readLaidOut(layout, given.positionals, { context, parser });
  }
  const files: CheckedFile[] = [];
  for (const path of await findFiles(given.positionals, context))
    files.push(await readFile(path, context, parser));
  return files;
}

async function findFiles(paths: readonly string[], context: Context): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => context.files.sqlFiles(path)));
  return [...new Set(found.flat())];
}

async function readFile(path: string, context: Context, parser: Parser): Promise<CheckedFile> {
  const bytes = await context.files.read(path, largestFile);
  return { path, script: await readScript({ id: path, path, bytes, firstLine: 1 }, parser) };
}

function failOn(given: Arguments): Level | undefined {
  return levels.find((level) => level === given.options.get('fail-on'));
}

function major(given: Arguments): number | undefined {
  const text = given.options.get('pg');
  return text === undefined ? undefined : Number(text);
}

function renderReport(report: CheckReport, given: Arguments, context: Context): Redacted {
  switch (given.options.get('format')) {
    case 'json':
      return renderCheckJson(report);
    case 'sarif':
      return renderSarif(report, rules);
    case 'github':
      return renderGithub(report);
    default:
      return renderCheckText(report, { colour: context.colour && !given.options.has('output') });
  }
}
