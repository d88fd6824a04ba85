import type { ChangedFile, CommitSha, EntryKind } from '../domain/change.ts';

export type TreeEntry = {
  readonly path: string;
  readonly entry: EntryKind;
  readonly blob: string;
  readonly size: number;
};

/** A commit as git tells it; every text is whatever its author wanted it to be. */
export type CommitFacts = {
  readonly commit: CommitSha;
  readonly parents: readonly CommitSha[];
  readonly authorEmail: string;
  readonly committerEmail: string;
  /** Subject, body and trailers. */
  readonly message: string;
};

/** Git objects, read without a work tree: no filter, hook or attribute runs. Throws SluiceError host/git. */
export type Repository = {
  /** The commit that a name stands for. */
  resolve(reference: string): Promise<CommitSha>;
  parents(commit: CommitSha): Promise<readonly CommitSha[]>;
  mergeBase(one: CommitSha, other: CommitSha): Promise<CommitSha>;
  /** Commits that `head` has and `base` has not, newest first. More than `limit` are refused. */
  history(base: CommitSha, head: CommitSha, limit: number): Promise<readonly CommitFacts[]>;
  /** `tip`, its first parent and so on, newest first, down to `stop` (left out) or to the first commit. */
  firstParents(tip: CommitSha, stop: CommitSha | undefined): Promise<readonly CommitSha[]>;
  /** Paths that differ from `base` to `head`, renames found, sorted by path. */
  changedFiles(base: CommitSha, head: CommitSha): Promise<readonly ChangedFile[]>;
  /** Every entry of the commit's tree, sorted by path. */
  tree(commit: CommitSha): Promise<readonly TreeEntry[]>;
  /** What git itself makes of a merge of the two; undefined when they conflict. */
  mergedTree(one: CommitSha, other: CommitSha): Promise<readonly TreeEntry[] | undefined>;
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
