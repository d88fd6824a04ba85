import type { Level } from './finding.ts';

/** One contribution to the score, in words. */
export type RiskReason = {
  readonly points: number;
  readonly rule: string;
  readonly description: string;
};

/** Risk: the score is the capped sum of its reasons. */
export type Assessment = {
  /** 0 to 100. */
  readonly score: number;
  readonly level: Level;
  readonly destructive: boolean;
  /** Something in it could not be judged; an axis of its own that never reads as low. */
  readonly unknown: boolean;
  readonly reasons: readonly RiskReason[];
};
