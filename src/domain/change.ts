import type { Actor } from './actor.ts';
import type { Review } from './approval.ts';
import type { Brand } from './brand.ts';
import type { Digest } from './digest.ts';

/** A full git object name of a commit: 40 or 64 lower-case hexadecimal digits. */
export type CommitSha = Brand<string, 'CommitSha'>;

/** The commit named by `text`, or undefined when it is no full object name. */
export function parseCommitSha(text: string): CommitSha | undefined {
  return isCommitSha(text) ? text : undefined;
}

function isCommitSha(text: string): text is CommitSha {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** What git holds at a path; only `file` is ever governed, the others are refused there. */
export type EntryKind = 'file' | 'executable' | 'symbolic-link' | 'submodule';

/** One path that differs between the base and the head; `blob` is absent when it was removed. */
export type ChangedFile = {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  /** Where a renamed file was before. */
  readonly previousPath?: string;
  readonly entry: EntryKind;
  /** Git object name of the content at the head. */
  readonly blob?: string;
};

/** A pull request as its code host recorded it, without anything that git knows. */
export type PullRequest = {
  readonly number: number;
  readonly title: string;
  /** The head that the reviews speak of; a squash leaves no other trace of it. */
  readonly head?: CommitSha;
  readonly targetBranch: string;
  readonly author: Actor;
  /** Anybody with a right to triage sets them, so they never say for certain who asked an agent. */
  readonly assignees?: readonly string[];
  /** Login of whoever pushed the head last; undefined is unknown and trusted by nobody. */
  readonly lastPusher?: string;
  readonly reviews: readonly Review[];
  /** Login to permission; a login that is absent has none. */
  readonly permissions: ReadonlyMap<string, Permission>;
  /** `organization/slug` to member logins, all lower case; an absent team could not be resolved. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** RFC 3339, UTC. */
  readonly mergedAt?: string;
  readonly mergedBy?: string;
};

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** What was submitted, at which commit, by whom. */
export type Change = {
  readonly pullRequest: PullRequest;
  /** Tip of the target branch (review) or the merge's first parent (apply): rules come from here. */
  readonly base: CommitSha;
  /** The commit that reviewers saw. */
  readonly head: CommitSha;
  /** Every path that differs, governed or not. */
  readonly files: readonly ChangedFile[];
};

/** How the team's own runner holds a unit. Sluice itself always runs a unit in one transaction. */
export type TransactionMode =
  /** All pending files share one. */
  | 'per-run'
  | 'per-file'
  /** One for the file, unless every statement of it refuses one. */
  | 'per-file-where-possible'
  /** The file is sent as one message: more than one statement in it share an implicit one. */
  | 'per-message'
  /** None: each statement commits by itself, or the file brings its own BEGIN and COMMIT. */
  | 'per-statement';

/** What runs in one transaction: a file, or what the layout says. */
export type Unit = {
  /** Stable name within the database: its path unless the layout says otherwise. */
  readonly id: string;
  readonly database: string;
  readonly path: string;
  /** Digest of exactly the bytes that would run. */
  readonly digest: Digest;
  readonly bytes: Uint8Array;
  /** Line of the file, from 1, at which `bytes` begin; lines of it that do not run are empty. */
  readonly firstLine: number;
  /** Absent where the layout names no other runner than Sluice. */
  readonly transaction?: TransactionMode;
  /** Its layout says that pg_dump wrote the file. */
  readonly dump?: true;
};
