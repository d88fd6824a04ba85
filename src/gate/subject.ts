import type { CommitSha } from '../domain/change.ts';

/** What a verdict speaks of: a commit that is to be merged into a branch. */
export type Subject = { readonly head: CommitSha; readonly targetBranch: string };

/** A status belongs to a commit, which may be proposed to several branches: each has its own. */
export function statusContext({ targetBranch }: Pick<Subject, 'targetBranch'>): string {
  return `sluice/gate: ${targetBranch}`;
}

export function isSameSubject(one: Subject, other: Subject | undefined): boolean {
  return one.head === other?.head && one.targetBranch === other.targetBranch;
}
