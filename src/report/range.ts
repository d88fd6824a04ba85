import type { RefusalReason } from '../audit/refused-merge.ts';
import type { UnitApplication } from '../domain/application.ts';
import type { Digest } from '../domain/digest.ts';

/** What became of one merge on one target. */
export type RangeMerge = {
  readonly commit: string;
  /** Absent for a direct push. */
  readonly pullRequest?: { readonly number: number; readonly how: 'merge' | 'squash' | 'rebase' };
  readonly mergedBy?: string;
  /**
   * `held`: the target holds it already. `allowed`: control files only. `waits`: it comes after a
   * refused one, whose files the rehearsal stood on.
   */
  readonly outcome: 'applied' | 'held' | 'allowed' | 'refused' | 'waits';
  readonly units: readonly UnitApplication[];
  /** Units that would run, where none did. */
  readonly pending: readonly string[];
  readonly refusal?: {
    /** The last three say nothing against the merge: they are not recorded, and the next run may go on. */
    readonly reason: RefusalReason | 'no-evidence' | 'not-staged' | 'not-applied';
    readonly because: readonly string[];
    /** Of the refusal in the target's chain. */
    readonly record?: Digest;
    /** Whether an earlier run had recorded it. */
    readonly isKnown: boolean;
    /** Whether everything after it waits. */
    readonly stops: boolean;
  };
};

/** What an apply of everything that was merged did. */
export type RangeReport = {
  readonly target: string;
  readonly branch: string;
  readonly tip: string;
  /** The last commit that the target's ledger names; absent when it names none of this branch. */
  readonly since?: string;
  /** Oldest first. */
  readonly merges: readonly RangeMerge[];
  readonly outcome: 'applied' | 'nothing-to-do' | 'refused';
};

export function appliedUnits({ merges }: Pick<RangeReport, 'merges'>): number {
  return merges.flatMap(({ units }) => units).filter(({ kind }) => kind === 'applied').length;
}
