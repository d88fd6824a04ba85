import type { Level } from './finding.ts';

/** What a point of the score is about, in the order in which it is explained. */
export const axes = [
  /** Rows, values or objects are gone. */
  'data-loss',
  /** How much is touched: rows, bytes, and what follows by cascade. */
  'reach',
  /** Personal data and secrets. */
  'sensitivity',
  /** Who has to wait, and how long, while it is locked, read or rewritten. */
  'lock',
  /** What cannot be taken back. */
  'reversibility',
  /** Who may do what afterwards. */
  'privilege',
  /** What a reader is kept from seeing. */
  'concealment',
  /** What nobody can tell. */
  'unknown',
  /** What somebody else relies on. */
  'compatibility',
  /** What is a matter of taste today and hard to change later. */
  'design',
  'environment',
  'actor',
] as const;
export type Axis = (typeof axes)[number];

/** One contribution to the score, in words. */
export type RiskReason = {
  readonly axis: Axis;
  readonly points: number;
  readonly rule: string;
  readonly description: string;
  /** How it would weigh less. */
  readonly counterfactual?: string;
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
