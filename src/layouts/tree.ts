import type { EntryKind } from '../domain/change.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import { codeFirstReason } from './code-first.ts';
import { isPlaceholder, splitPath } from './layout.ts';
import type { Layout, LayoutRefusal, RunnerTree, RunningFile } from './layout.ts';
import { compareNaturally } from './order.ts';
import { findEqualVersions } from './versions.ts';

/** One entry of a commit's tree. */
export type LayoutFile = {
  readonly path: string;
  readonly entry: EntryKind;
  readonly blob: string;
  /** Path to content of the tool's own files that decide about this one; set by locate. */
  readonly companions?: ReadonlyMap<string, string>;
};

/** Whether a gitignore-style pattern covers a path. */
type Matches = (pattern: string, path: string) => boolean;

export type TreeInput = {
  readonly database: Pick<GovernedDatabase, 'paths' | 'layout'>;
  readonly matches: Matches;
  readonly files: readonly LayoutFile[];
  /** Content of the files that findCompanions named, by blob. */
  readonly texts?: ReadonlyMap<string, string>;
};

/** One commit as its layout reads it. */
export type ReadTree = {
  /** Files that run, in order. */
  readonly files: readonly LayoutFile[];
  /** The same, and those that the runner leaves out, in the order of their ranks. */
  readonly all: readonly LayoutFile[];
  readonly refused: readonly LayoutRefusal[];
  readonly tree: RunnerTree;
};

/** The governed files of one commit in the order of their runner. */
export function readTree(layout: Layout, input: TreeInput): ReadTree {
  const readings = input.files
    .filter((file) => isReached(file, input))
    .map((file) => readFile(file, layout));
  const running = readings
    .flatMap((reading) => (reading.kind === 'runs' ? [reading.running] : []))
    .toSorted(rankOrder(layout));
  const supports = readings.flatMap((reading) =>
    reading.kind === 'supports' ? [reading.path] : [],
  );
  const tree = { running, supports, textOf: textReader(input) };
  const { order, refused } = layout.simulate?.(tree) ?? { order: running, refused: [] };
  return {
    tree,
    files: toFiles(order, layout, input),
    all: toFiles(running, layout, input),
    refused: [
      ...readings.flatMap((reading) => (reading.kind === 'refused' ? [reading.refusal] : [])),
      ...findEqualVersions(running),
      ...findUnreadCompanions(tree, layout, input),
      ...refused,
    ],
  };
}

/** Governed, or a link that stands where the directory of governed files should be. */
export function isReached(
  file: LayoutFile,
  { database, matches }: Pick<TreeInput, 'database' | 'matches'>,
): boolean {
  if (database.paths.some((pattern) => matches(pattern, file.path))) return true;
  if (file.entry !== 'symbolic-link' && file.entry !== 'submodule') return false;
  return database.paths.some((pattern) => `${literalStart(pattern)}/`.startsWith(`${file.path}/`));
}

export function isPlain({ entry }: LayoutFile): boolean {
  return entry === 'file' || entry === 'executable';
}

/** The leading directories of a pattern that hold no wildcard. */
function literalStart(pattern: string): string {
  const segments = pattern.replace(/^\//, '').split('/');
  const wild = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  return segments.slice(0, wild === -1 ? segments.length : wild).join('/');
}

type Reading =
  | { readonly kind: 'runs'; readonly running: RunningFile }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'supports'; readonly path: string }
  | { readonly kind: 'refused'; readonly refusal: LayoutRefusal };

function readFile(file: LayoutFile, layout: Layout): Reading {
  const { path, entry } = file;
  if (entry === 'symbolic-link')
    return refuse(path, 'It is a symbolic link: its target can change without a review.');
  if (entry === 'submodule')
    return refuse(path, 'It is a submodule: its content is not in this repository.');
  if (isPlaceholder(splitPath(path).name)) return { kind: 'ignored' };
  const role = layout.roleOf(path);
  switch (role.kind) {
    case 'runs': {
      const { kind, ...rest } = role;
      return { kind, running: { ...rest, path } };
    }
    case 'unexpected':
      return refuse(
        path,
        codeFirstReason(path) ?? `The layout ${layout.name} does not know it. ${role.reason}`,
      );
    case 'supports':
      return { kind: 'supports', path };
    case 'reverts':
      return { kind: 'ignored' };
  }
}

function refuse(path: string, reason: string): Reading {
  return { kind: 'refused', refusal: { path, reason } };
}

function rankOrder({ compare = compareNaturally }: Layout) {
  return (one: RunningFile, other: RunningFile): number =>
    compare(one.rank ?? one.path, other.rank ?? other.path) ||
    compareNaturally(one.path, other.path);
}

function textReader({ files, texts }: TreeInput): (path: string) => string | undefined {
  const blobs = new Map(files.filter(isPlain).map(({ path, blob }) => [path, blob]));
  return (path) => {
    const blob = blobs.get(path);
    return blob === undefined ? undefined : texts?.get(blob);
  };
}

function toFiles(
  order: readonly RunningFile[],
  layout: Layout,
  input: TreeInput,
): readonly LayoutFile[] {
  const byPath = new Map(input.files.map((file) => [file.path, file]));
  const textOf = textReader(input);
  return order.flatMap(({ path }) => {
    const file = byPath.get(path);
    if (file === undefined) return [];
    const paths = layout.companionsOf?.(path);
    if (paths === undefined) return [file];
    const companions = paths.flatMap((companion) => {
      const text = textOf(companion);
      return text === undefined ? [] : [[companion, text] as const];
    });
    return [{ ...file, companions: new Map(companions) }];
  });
}

/** A link, or bytes that are no text, may say anything to the tool. */
function findUnreadCompanions(
  { running, textOf }: Pick<RunnerTree, 'running' | 'textOf'>,
  layout: Layout,
  { files }: TreeInput,
): readonly LayoutRefusal[] {
  const wanted = new Set(running.flatMap(({ path }) => layout.companionsOf?.(path) ?? []));
  return files
    .filter(({ path }) => wanted.has(path) && textOf(path) === undefined)
    .map(({ path }) => ({
      path,
      reason: `It decides what ${layout.tool} runs, and it is not a plain text file that could be read.`,
    }));
}
