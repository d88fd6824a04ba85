import type { TransactionMode } from '../domain/change.ts';

/** What the runner of a layout does with one governed path. */
export type Role =
  /** Runs; equal versions within one `group` are refused. */
  | {
      readonly kind: 'runs';
      readonly version?: string;
      readonly group: string;
      /** What orders it instead of its path. */
      readonly rank?: string;
      /** Runs again whenever its content changes, so editing it is no mistake. */
      readonly repeats?: true;
    }
  /** The other half of a pair: undoes, and never runs here. */
  | { readonly kind: 'reverts' }
  /** Belongs to the tool and holds no SQL that it runs. */
  | { readonly kind: 'supports' }
  | { readonly kind: 'unexpected'; readonly reason: string };

export type RunningFile = Omit<Extract<Role, { readonly kind: 'runs' }>, 'kind'> & {
  readonly path: string;
};

/** A governed path that cannot be taken, and why, in words. */
export type LayoutRefusal = { readonly path: string; readonly reason: string };

/** The governed files of one commit, as the runner finds them. */
export type RunnerTree = {
  /** In the order of their ranks. */
  readonly running: readonly RunningFile[];
  /** Governed files of the tool that run nothing themselves. */
  readonly supports: readonly string[];
  /** Content of a companion; undefined when there is none. */
  readonly textOf: (path: string) => string | undefined;
};

/** What the runner does with a tree: which files, in which order, and where it stops. */
export type Simulation = {
  readonly order: readonly RunningFile[];
  readonly refused: readonly LayoutRefusal[];
};

/** What a file holds; `text` has passed the byte gate. */
export type SourceText = {
  readonly path: string;
  readonly text: string;
  /** Content of a companion; undefined when there is none. */
  readonly textOf: (path: string) => string | undefined;
};

/** A stretch of whole lines that becomes one unit. */
export type Part = {
  /** Sets the units of one file apart. */
  readonly name?: string;
  readonly firstLine: number;
  readonly text: string;
  readonly transaction: TransactionMode;
};

export type Reading =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** What gives a layout away when nobody named one. */
export type Sign = {
  /** 3: a file of the tool itself. 2: names or marks that no other tool has. 1: names that others share. 0: any SQL. */
  readonly weight: 0 | 1 | 2 | 3;
  /** Any path; or most of the SQL that was read. */
  readonly in: 'path' | 'text';
  readonly pattern: RegExp;
};

/** What the tool's own table keeps of a file that ran. */
type HistoryRecord = {
  /** What it calls the file, where that is not its version. */
  readonly nameOf?: (path: string) => string;
  /** Every checksum that it may have recorded of this content; line endings are nobody's edit. */
  readonly checksumsOf: (text: string) => readonly string[];
  /** What the tool does when the file is not what ran any more. */
  readonly edited: string;
};

export type DownHalves = {
  /** The path that holds it: that of the running file where one file holds both halves. */
  readonly pathOf: (path: string) => string | undefined;
  /** What undoes where one file holds both halves, each named as the part that it undoes. */
  readonly read?: (text: string) => readonly Part[];
};

/** `N_name.up.sql` is undone by `N_name.down.sql`. */
export const downBesideUp: DownHalves = {
  pathOf: (path) =>
    path.endsWith('.up.sql') ? path.replace(/\.up\.sql$/, '.down.sql') : undefined,
};

/** Where migrations live and what a unit is: what one tool does, from paths and texts alone. */
export type Layout = {
  /** As the policy names it. */
  readonly name: string;
  readonly tool: string;
  /** Cells of docs/layouts.md. */
  readonly files: string;
  readonly unit: string;
  readonly order: string;
  readonly refuses: string;
  /** How the tool holds a file that says nothing else; absent where Sluice alone runs it. */
  readonly transaction?: TransactionMode;
  /** What to write so that the tool runs a file outside a transaction. */
  readonly outside?: string;
  readonly signs?: readonly Sign[];
  readonly roleOf: (path: string) => Role;
  /** Order of the ranks; natural order when absent. */
  readonly compare?: (one: string, other: string) => number;
  /** Files whose content decides about this running file, governed or not. */
  readonly companionsOf?: (path: string) => readonly string[];
  readonly simulate?: (tree: RunnerTree) => Simulation;
  /** What a change may not do to a tree that has been applied. */
  readonly compareTrees?: (before: RunnerTree, after: RunnerTree) => readonly LayoutRefusal[];
  /** Why a new file that sorts before those of the target branch is refused; absent where it runs. */
  readonly late?: string;
  /** Whether pg_dump wrote a running file: its fixed frame and settings are then nobody's change. */
  readonly isDump?: (path: string) => boolean;
  /** What the tool compares with the newest that the target has recorded, where that is not the version. */
  readonly stampOf?: (path: string, textOf: RunnerTree['textOf']) => string | undefined;
  readonly record?: HistoryRecord;
  /** What of a file runs; all of it when absent. */
  readonly read?: (source: SourceText) => Reading;
  /** Where what undoes a running file stands; absent where the tool knows no such thing. */
  readonly down?: DownHalves;
};

/** Directory with its slash, and the name in it. */
export function splitPath(path: string): { readonly directory: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { directory: path.slice(0, slash + 1), name: path.slice(slash + 1) };
}

/** Files that keep an empty directory in git. */
export function isPlaceholder(name: string): boolean {
  return name === '.gitkeep' || name === '.keep';
}
