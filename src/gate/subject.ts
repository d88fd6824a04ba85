import type { CommitSha } from '../domain/change.ts';

/** What a verdict speaks of: a commit that is to be merged into a branch. */
export type Subject = { readonly head: CommitSha; readonly targetBranch: string };

const prefix = 'sluice/gate: ';

/** Whether a status of this name is a verdict of ours on some branch. */
export function isStatusContext(context: string): boolean {
  return context.startsWith(prefix);
}

/** A status belongs to a commit, which may be proposed to several branches: each has its own. */
export function statusContext({ targetBranch }: Pick<Subject, 'targetBranch'>): string {
  return `${prefix}${targetBranch}`;
}

export function isSameSubject(one: Subject, other: Subject | undefined): boolean {
  return one.head === other?.head && one.targetBranch === other.targetBranch;
}
