import type { EntryKind, Unit } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import { layouts } from './index.ts';
import type { Layout } from './layout.ts';
import { compareNaturally, withoutLeadingZeros } from './order.ts';

/** One entry of a commit's tree. */
export type LayoutFile = {
  readonly path: string;
  readonly entry: EntryKind;
  readonly blob: string;
};

/** A governed path that cannot be taken, and why, in words. */
type LayoutRefusal = { readonly path: string; readonly reason: string };

export type Located = {
  /** Files that run, in order. The path is the unit's id. */
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

/** Whether a gitignore-style pattern covers a path. */
type Matches = (pattern: string, path: string) => boolean;

export type LocateInput = {
  readonly database: Pick<GovernedDatabase, 'paths' | 'layout'>;
  readonly matches: Matches;
};

/** The governed files of one tree. An unknown layout is one refusal. */
export function locate(input: LocateInput & { readonly files: readonly LayoutFile[] }): Located {
  const layout = layouts.find(({ name }) => name === input.database.layout);
  if (layout === undefined) {
    const known = layouts.map(({ name }) => name).join(', ');
    return {
      files: [],
      refused: [
        {
          path: input.database.layout,
          reason: `There is no layout of this name; known are ${known}.`,
        },
      ],
    };
  }
  const reached = input.files.filter((file) => isReached(file, input));
  const readings = reached.map((file) => readFile(file, layout));
  const running = readings.filter((reading) => reading.kind === 'runs').toSorted(compareReadings);
  return {
    files: running.map(({ file }) => file),
    refused: [
      ...readings.filter((reading) => reading.kind === 'refused'),
      ...findEqualVersions(running),
    ].map(({ path, reason }) => ({ path, reason })),
  };
}

/** What a change does to the governed files: only adding is a migration. */
export function locateChange(
  input: LocateInput & {
    readonly base: readonly LayoutFile[];
    readonly head: readonly LayoutFile[];
  },
): LocatedChange {
  const base = locate({ ...input, files: input.base });
  const head = locate({ ...input, files: input.head });
  const before = new Map(base.files.map((file) => [file.path, file]));
  const after = new Map(head.files.map((file) => [file.path, file]));
  const edited = head.files.filter((file) => {
    const old = before.get(file.path);
    return old !== undefined && old.blob !== file.blob;
  });
  const removed = base.files.filter(({ path }) => !after.has(path));
  const refusedAtHead = new Set(head.refused.map(({ path }) => path));
  return {
    base: base.files,
    added: head.files.filter(({ path }) => !before.has(path)),
    refused: [
      ...head.refused,
      ...edited.map(({ path }) => ({ path, reason: editedReason })),
      ...removed
        .filter(({ path }) => !refusedAtHead.has(path))
        .map(({ path }) => ({ path, reason: removedReason })),
    ],
  };
}

const editedReason =
  'It is on the target branch already and may have been applied: an edit would run nowhere. Add a new file instead.';
const removedReason =
  'It is on the target branch already and may have been applied: removing or renaming it undoes nothing. Put it back and add a new file instead.';

/** The unit of exactly these bytes, or why they are not SQL. */
export function toUnit(
  file: LayoutFile,
  database: string,
  bytes: Uint8Array,
):
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'refused'; readonly reason: string } {
  if (isLfsPointer(bytes))
    return {
      kind: 'refused',
      reason: 'It is a Git LFS pointer: git does not hold the SQL. Commit the SQL itself.',
    };
  const unit = {
    id: file.path,
    database,
    path: file.path,
    digest: digestOf(bytes),
    bytes,
    firstLine: 1,
  };
  return { kind: 'unit', unit };
}

/**
 * Why git attributes keep a path from being governed, or undefined. `attributes` as
 * Repository.attributes gives them: `filter=lfs`, `ident`, `-diff`.
 */
export function attributeRefusal(attributes: readonly string[]): string | undefined {
  const changing = attributes.find((attribute) =>
    /^(?:filter|working-tree-encoding)(?:=|$)|^ident$/.test(attribute),
  );
  if (changing !== undefined)
    return `The git attribute ${changing} changes its content on checkout: what people read would not be what runs.`;
  const hiding = attributes.find((attribute) =>
    /^-diff$|^linguist-generated(?:=true)?$/.test(attribute),
  );
  return hiding === undefined
    ? undefined
    : `The git attribute ${hiding} hides it from reviewers: nobody would see what they approve.`;
}

type Reading =
  | {
      readonly kind: 'runs';
      readonly file: LayoutFile;
      readonly version?: string;
      readonly group: string;
    }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

type Running = Extract<Reading, { readonly kind: 'runs' }>;

/** Governed, or a link that stands where the directory of governed files should be. */
function isReached(file: LayoutFile, { database, matches }: LocateInput): boolean {
  if (database.paths.some((pattern) => matches(pattern, file.path))) return true;
  if (file.entry !== 'symbolic-link' && file.entry !== 'submodule') return false;
  return database.paths.some((pattern) => `${literalStart(pattern)}/`.startsWith(`${file.path}/`));
}

/** The leading directories of a pattern that hold no wildcard. */
function literalStart(pattern: string): string {
  const segments = pattern.replace(/^\//, '').split('/');
  const wild = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  return segments.slice(0, wild === -1 ? segments.length : wild).join('/');
}

function readFile(file: LayoutFile, layout: Layout): Reading {
  const { path, entry } = file;
  if (entry === 'symbolic-link')
    return {
      kind: 'refused',
      path,
      reason: 'It is a symbolic link: its target can change without a review.',
    };
  if (entry === 'submodule')
    return {
      kind: 'refused',
      path,
      reason: 'It is a submodule: its content is not in this repository.',
    };
  const role = layout.roleOf(path);
  switch (role.kind) {
    case 'runs':
      return { ...role, file };
    case 'unexpected':
      return {
        kind: 'refused',
        path,
        reason: `The layout ${layout.name} does not know it. ${role.reason}`,
      };
    case 'reverts':
    case 'supports':
      return { kind: 'ignored' };
  }
}

function compareReadings(one: Running, other: Running): number {
  return compareNaturally(one.file.path, other.file.path);
}

function findEqualVersions(running: readonly Running[]): readonly LayoutRefusal[] {
  const firstPaths = new Map<string, string>();
  return running.flatMap(({ version, group, file }) => {
    if (version === undefined) return [];
    const key = `${group}${withoutLeadingZeros(version)}`;
    const first = firstPaths.get(key);
    if (first === undefined) {
      firstPaths.set(key, file.path);
      return [];
    }
    return [
      {
        path: file.path,
        reason: `It has the same version as ${first}: nobody can say which runs first.`,
      },
    ];
  });
}

function isLfsPointer(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  return start.startsWith('version https://git-lfs.github.com/spec/');
}
