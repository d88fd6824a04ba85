import { sizeRefusal } from '../domain/file-size.ts';
import { SluiceError } from '../errors.ts';
import { chooseLayout, detectLayout } from '../layouts/detect.ts';
import { layouts } from '../layouts/index.ts';
import type { Layout } from '../layouts/layout.ts';
import { locate } from '../layouts/locate.ts';
import type { LayoutFile } from '../layouts/locate.ts';
import { findTransactionRefusal } from '../layouts/transaction.ts';
import { toUnits } from '../layouts/units.ts';
import type { Parser } from '../ports/parser.ts';
import { readScript } from '../sql/read.ts';
import type { CheckedFile } from './check-scripts.ts';
import type { Context } from './context.ts';

const largestFile = 64 * 1024 * 1024;
const largestCompanion = 5_000_000;
/** How many files are read to find out which tool made them. */
const sample = 40;

type Tools = {
  readonly context: Context;
  readonly parser: Parser;
  readonly maxFileBytesOf: (path: string) => number | undefined;
};

/**
 * What the tool of a layout would run of the files below these paths, each unit by itself. There is no
 * target branch here: what depends on it, such as late files, only a review can tell.
 */
export async function readLaidOut(
  name: string,
  positionals: readonly string[],
  tools: Tools,
): Promise<readonly CheckedFile[]> {
  const { context } = tools;
  const found = await Promise.all(positionals.map((path) => context.files.allFiles(path)));
  const paths = [...new Set(found.flat())];
  const layout = await findLayout(name, paths, context);
  const texts = await readCompanions(layout, paths, context);
  const located = locate({
    database: { paths: ['**'], layout: layout.name },
    matches: () => true,
    files: [...new Set([...paths, ...texts.keys()])].map(toFile),
    texts,
  });
  const given = new Set(paths);
  const running = located.files.filter(({ path }) => given.has(path));
  const isShown = shownWith(running, companionsOf(layout, paths));
  const checked = located.refused
    .filter(({ path }) => isBelow(path, positionals) && isShown(path))
    .map(({ path, reason }) => refused(path, reason));
  for (const file of running) checked.push(...(await readFile(file, layout, tools)));
  return checked;
}

/** On a disk the path stands in for the name that git would give the content. */
function toFile(path: string): LayoutFile {
  return { path, entry: 'file', blob: path };
}

async function findLayout(
  name: string,
  paths: readonly string[],
  context: Context,
): Promise<Layout> {
  const chosen = name === 'auto' ? await detect(paths, context) : name;
  const layout = layouts.find((known) => known.name === chosen);
  if (layout !== undefined) return layout;
  const known = layouts.map((known) => known.name).join(', ');
  const what =
    name === 'auto'
      ? 'Nothing says for certain which tool laid out these files.'
      : `There is no layout ${JSON.stringify(name)}.`;
  throw new SluiceError('input/layout', `${what} Nothing was read. Name one of ${known}.`);
}

async function detect(paths: readonly string[], context: Context): Promise<string | undefined> {
  const texts = new Map<string, string>();
  for (const path of paths.filter((path) => path.endsWith('.sql')).slice(-sample))
    texts.set(path, new TextDecoder().decode(await context.files.read(path, largestFile)));
  const choice = chooseLayout(detectLayout(paths, (path) => texts.get(path)));
  if (choice !== undefined) context.progress.step(`The files are laid out for ${choice}.`);
  return choice;
}

function companionsOf(layout: Layout, paths: readonly string[]): ReadonlySet<string> {
  const running = paths.filter((path) => layout.roleOf(path).kind === 'runs');
  return new Set(running.flatMap((path) => layout.companionsOf?.(path) ?? []));
}

async function readCompanions(
  layout: Layout,
  paths: readonly string[],
  context: Context,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of companionsOf(layout, paths)) {
    const text = await readText(path, context);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** Undefined where there is none, or where it is no text; the layout says what that means. */
async function readText(path: string, context: Context): Promise<string | undefined> {
  try {
    const bytes = await context.files.read(path, largestCompanion);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A directory holds much that is nobody's migration: of that, only what lies beside one is spoken of. */
function shownWith(
  running: readonly LayoutFile[],
  companions: ReadonlySet<string>,
): (path: string) => boolean {
  const directories = new Set(running.map(({ path }) => directoryOf(path)));
  return (path) =>
    path.endsWith('.sql') || companions.has(path) || directories.has(directoryOf(path));
}

function isBelow(path: string, positionals: readonly string[]): boolean {
  return positionals.some(
    (positional) => path === positional || path.startsWith(`${positional.replace(/\/+$/, '')}/`),
  );
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

async function readFile(
  file: LayoutFile,
  layout: Layout,
  { context, parser, maxFileBytesOf }: Tools,
): Promise<readonly CheckedFile[]> {
  const bytes = await context.files.read(file.path, largestFile);
  const maxFileBytes = maxFileBytesOf(file.path);
  const tooLarge = sizeRefusal(bytes.length, maxFileBytes);
  if (tooLarge !== undefined) return [refused(file.path, tooLarge)];
  const database = { name: '', layout: layout.name, ...(maxFileBytes && { maxFileBytes }) };
  const outcome = toUnits(file, database, bytes);
  if (outcome.kind === 'refused') return [refused(file.path, outcome.reason)];
  const checked: CheckedFile[] = [];
  for (const unit of outcome.units) {
    const script = await readScript(unit, parser, maxFileBytes);
    const reason = findTransactionRefusal(script, unit.transaction, layout.name);
    const because = reason === undefined ? {} : { refused: [`${file.path}: ${reason}`] };
    checked.push({ path: file.path, script, ...because });
  }
  return checked;
}

function refused(path: string, reason: string): CheckedFile {
  const script = { unitId: path, source: { path, firstLine: 1, text: '' }, statements: [] };
  return { path, script, refused: [`${path}: ${reason}`] };
}
