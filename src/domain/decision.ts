import type { DisregardedReview } from './approval.ts';
import type { Owner } from './owner.ts';

/** Why, as a tree: report, check, JSON and audit all render this one. */
export type Reason = {
  readonly rule: string;
  readonly status: 'satisfied' | 'missing' | 'denied' | 'skipped';
  readonly description: string;
  readonly children: readonly Reason[];
};

/** An approval that somebody still has to give. */
export type MissingApproval = {
  readonly rule: string;
  /** Files that it covers; empty means the change as a whole. */
  readonly paths: readonly string[];
  /** Any one of these; empty means any person with write access who did not make the change. */
  readonly anyOf: readonly Owner[];
  readonly disregarded: readonly DisregardedReview[];
};

export type Decision =
  | { readonly kind: 'allow'; readonly reason: Reason }
  | {
      readonly kind: 'await-approval';
      readonly missing: readonly MissingApproval[];
      readonly reason: Reason;
    }
  | { readonly kind: 'deny'; readonly because: readonly string[]; readonly reason: Reason };
