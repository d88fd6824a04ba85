import { layouts } from './index.ts';
import type { Layout, LayoutRefusal, RunningFile } from './layout.ts';
import { isPlain, isReached, readTree } from './tree.ts';
import type { LayoutFile, ReadTree, TreeInput } from './tree.ts';
import { findLate } from './versions.ts';

export type { LayoutFile } from './tree.ts';

export type Located = {
  /** Files that run, in order. */
  readonly files: readonly LayoutFile[];
  readonly refused: readonly LayoutRefusal[];
};

export type LocatedChange = {
  /** What the base holds, in order: applied already, or on its way. */
  readonly base: readonly LayoutFile[];
  /** What the head adds, in order: the units of the change. */
  readonly added: readonly LayoutFile[];
  /** Refusals of the head: links, names out of layout, equal versions, edited and removed files. */
  readonly refused: readonly LayoutRefusal[];
};

/** The tool's own files whose content locate needs, such as Drizzle's journal. */
export function findCompanions(input: TreeInput): readonly LayoutFile[] {
  const layout = findLayout(input.database.layout);
  if (layout?.companionsOf === undefined) return [];
  const wanted = new Set(
    input.files
      .filter((file) => isReached(file, input) && layout.roleOf(file.path).kind === 'runs')
      .flatMap(({ path }) => layout.companionsOf?.(path) ?? []),
  );
  return input.files.filter((file) => wanted.has(file.path) && isPlain(file));
}

/** Stamps of running files by path, of the layouts that have any. */
export function findStamps(
  layoutName: string,
  files: readonly LayoutFile[],
  textOf: (path: string) => string | undefined,
): ReadonlyMap<string, string> {
  const layout = findLayout(layoutName);
  return new Map(
    files.flatMap(({ path }) => {
      const stamp = layout?.stampOf?.(path, textOf);
      return stamp === undefined ? [] : [[path, stamp] as const];
    }),
  );
}

/** The governed files of one tree. An unknown layout is one refusal. */
export function locate(input: TreeInput): Located {
  const layout = findLayout(input.database.layout);
  if (layout === undefined) return { files: [], refused: [unknownLayout(input.database.layout)] };
  const { files, refused } = readTree(layout, input);
  return { files, refused };
}

/** What a change does to the governed files: only adding is a migration. */
export function locateChange(
  input: Omit<TreeInput, 'files'> & {
    readonly base: readonly LayoutFile[];
    readonly head: readonly LayoutFile[];
  },
): LocatedChange {
  const layout = findLayout(input.database.layout);
  if (layout === undefined)
    return { base: [], added: [], refused: [unknownLayout(input.database.layout)] };
  const base = readTree(layout, { ...input, files: input.base });
  const head = readTree(layout, { ...input, files: input.head });
  const before = new Map(base.files.map(({ path, blob }) => [path, blob]));
  const repeating = new Set(
    head.tree.running.filter(({ repeats }) => repeats).map(({ path }) => path),
  );
  const added = head.files.filter(({ path, blob }) => {
    const old = before.get(path);
    return old === undefined || (repeating.has(path) && old !== blob);
  });
  const refused = [
    ...head.refused,
    ...findTouched(base, head, repeating),
    ...findLate(layout, base.tree.running, findNew(base, head)),
    ...(layout.compareTrees?.(base.tree, head.tree) ?? []),
  ];
  return { base: base.files, added, refused: [...refused, ...findIdle(base, head, refused)] };
}

/** Why an edit of a file of the target branch is refused. */
export const editedReason =
  'It is on the target branch already and may have been applied: an edit would run nowhere. Add a new file instead.';
const removedReason =
  'It is on the target branch already and may have been applied: removing or renaming it undoes nothing. Put it back and add a new file instead.';

function findTouched(
  base: ReadTree,
  head: ReadTree,
  repeating: ReadonlySet<string>,
): readonly LayoutRefusal[] {
  const before = new Map(base.all.map(({ path, blob }) => [path, blob]));
  const kept = new Set([...head.all, ...head.refused].map(({ path }) => path));
  const edited = head.all.filter(({ path, blob }) => {
    const old = before.get(path);
    return old !== undefined && old !== blob && !repeating.has(path);
  });
  const removed = base.all.filter(({ path }) => !kept.has(path));
  return [
    ...edited.map(({ path }) => ({ path, reason: editedReason })),
    ...removed.map(({ path }) => ({ path, reason: removedReason })),
  ];
}

function findNew(base: ReadTree, head: ReadTree): readonly RunningFile[] {
  const known = new Set(base.all.map(({ path }) => path));
  return head.tree.running.filter(({ path }) => !known.has(path));
}

/** Whatever a layout leaves out without a word is refused: nobody merges a file to have it ignored. */
function findIdle(
  base: ReadTree,
  head: ReadTree,
  refused: readonly LayoutRefusal[],
): readonly LayoutRefusal[] {
  const spoken = new Set([...head.files, ...refused].map(({ path }) => path));
  return findNew(base, head)
    .filter(({ path }) => !spoken.has(path))
    .map(({ path }) => ({ path, reason: 'The runner of this layout would never run it.' }));
}

const undetected =
  'Nothing says for certain which tool laid out these files, so nobody can say what it would run. Name the layout in the policy; docs/layouts.md lists them.';

function findLayout(name: string): Layout | undefined {
  return layouts.find((layout) => layout.name === name);
}

function unknownLayout(name: string): LayoutRefusal {
  if (name === 'auto') return { path: name, reason: undetected };
  const known = layouts.map((layout) => layout.name).join(', ');
  return { path: name, reason: `There is no layout of this name; known are ${known}.` };
}
