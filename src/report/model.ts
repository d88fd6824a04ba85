import type { Approval, DisregardedReview } from '../domain/approval.ts';
import type { RecordSummary } from '../audit/summary.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Change } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import type { Digest } from '../domain/digest.ts';
import type { Effect } from '../domain/effect.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import type { LockImpact } from '../impact/lock-impact.ts';
import type { Owner } from '../domain/owner.ts';
import type { Source } from '../domain/statement.ts';

/** One statement of a file, with what it does. */
export type ReportedStatement = {
  /** From 1; columns in code points. */
  readonly line: number;
  readonly column: number;
  /** The exact text; renderers make it safe to show. */
  readonly sql: string;
  /** Name of the grammar's node, or `unparsed`. */
  readonly kind: string;
  readonly effects: readonly Effect[];
};

/** One file that was read, alone. */
export type ReportedFile = {
  readonly path: string;
  /** What was read, for excerpts of its lines. */
  readonly source: Source;
  readonly statements: readonly ReportedStatement[];
  readonly findings: readonly Finding[];
  /** When the facts about its target were taken; absent where nobody knows any. */
  readonly factsTakenAt?: string;
  readonly assessment: Assessment;
  readonly decision: Decision;
};

/** Which policy `sluice check` used, and where it comes from. */
export type UsedPolicy = {
  readonly path: string;
  readonly digest: Digest;
  /** `option`: --policy. `work-tree`: the file of the repository. `target-branch`: that of the pull request's base. */
  readonly from: 'option' | 'work-tree' | 'target-branch';
};

/** What `sluice check` says. */
export type CheckReport = {
  readonly files: readonly ReportedFile[];
  /** Absent when there is none. */
  readonly policy?: UsedPolicy;
  /** What the reader should know of the policy; the sentences carry names. */
  readonly notices?: readonly string[];
  readonly assessment: Assessment;
  readonly decision: Decision;
};

/** Who owns one path, and which line of CODEOWNERS says so. */
export type OwnersRow = {
  readonly path: string;
  readonly owners: readonly Owner[];
  /** From 1; absent when no line decided. */
  readonly line?: number;
  readonly reason: string;
};

/** A governed path that could not become a unit, and why. */
type RefusedPath = { readonly path: string; readonly reason: string };

/** What `sluice review` says about a pull request. */
export type ReviewReport = {
  readonly change: Change;
  /** Governed files that the change adds, in the order in which they run. */
  readonly files: readonly ReportedFile[];
  /** Governed paths that are refused: edited, removed, linked, out of layout. */
  readonly refused: readonly RefusedPath[];
  /** Findings that no file owns, for example on control files. */
  readonly assessment: Assessment;
  readonly decision: Decision;
  readonly approvals: readonly Approval[];
  readonly disregarded: readonly DisregardedReview[];
  readonly owners: readonly OwnersRow[];
  /** Control files that the change touches. */
  readonly controlFiles: readonly string[];
  readonly policy: { readonly digest: Digest; readonly mode: 'observe' | 'enforce' };
  /** What the guardians of the policy should look at; the sentences carry names. */
  readonly notices?: readonly string[];
  /** Absent when nothing was rehearsed; `notRehearsed` then says why. */
  readonly evidence?: Evidence;
  readonly notRehearsed?: string;
  /** What its locks would cost on the target; absent when nothing was rehearsed. */
  readonly impacts?: readonly LockImpact[];
  /** How it could deadlock, in sentences that carry names. */
  readonly deadlocks?: readonly string[];
};

/** What `sluice clear` answers another tool. */
export type ClearReport = {
  readonly target: string;
  readonly commit: string;
  readonly outcome: 'cleared' | 'nothing-pending' | 'refused';
  /** What may be applied now, in order; empty unless cleared. */
  readonly pending: readonly {
    readonly unit: string;
    readonly path: string;
    readonly digest: Digest;
  }[];
  /** Empty unless refused. */
  readonly because: readonly string[];
};

/** What `sluice audit verify` says about the records of one target. */
export type AuditReport = {
  readonly target: string;
  readonly records: number;
  /** Digest of the last record; absent when there is none. */
  readonly head?: Digest;
  /** Empty when the chain is whole. */
  readonly problems: readonly { readonly sequence?: number; readonly problem: string }[];
  /** What the records say, oldest first; worth only as much as the verdict. */
  readonly entries: readonly RecordSummary[];
};
