import type { ChangedFile, CommitSha, EntryKind } from '../domain/change.ts';

export type TreeEntry = {
  readonly path: string;
  readonly entry: EntryKind;
  readonly blob: string;
  readonly size: number;
};

/** Git objects, read without a work tree: no filter, hook or attribute runs. Throws SluiceError host/git. */
export type Repository = {
  /** The commit that a name stands for. */
  resolve(reference: string): Promise<CommitSha>;
  parents(commit: CommitSha): Promise<readonly CommitSha[]>;
  mergeBase(one: CommitSha, other: CommitSha): Promise<CommitSha>;
  /** Paths that differ from `base` to `head`, renames found, sorted by path. */
  changedFiles(base: CommitSha, head: CommitSha): Promise<readonly ChangedFile[]>;
  /** Every entry of the commit's tree, sorted by path. */
  tree(commit: CommitSha): Promise<readonly TreeEntry[]>;
  /** Content by object name. */
  blob(name: string): Promise<Uint8Array>;
  /** Content of many by their object names, in their order. */
  blobs(names: readonly string[]): Promise<readonly Uint8Array[]>;
  /** The value of a git attribute for each path at the commit; `undefined` when unspecified. */
  attributes(
    commit: CommitSha,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
};
