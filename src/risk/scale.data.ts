import type { Level } from '../domain/finding.ts';

/** What a finding adds to the score where nobody proves that it touches little. */
export const pointsOfLevel: Readonly<Record<Level, number>> = { low: 5, medium: 15, high: 40, critical: 70 };

/** Of the points of a loss, so many percent are about what cannot be taken back, and about how much it is. */
export const sharesOfLoss = { reversibility: 20, reach: 20 } as const;

/**
 * How much of the points that depend on size counts, by rows or bytes, whichever asks for more. A size that
 * nobody knows counts as the last step.
 */
export const sizeSteps = [
  { rows: 0, bytes: 0, percent: 10 },
  { rows: 10_000, bytes: 16 * 1024 ** 2, percent: 40 },
  { rows: 1_000_000, bytes: 1024 ** 3, percent: 70 },
  { rows: 100_000_000, bytes: 100 * 1024 ** 3, percent: 100 },
] as const;

/** What comes on top, once each. */
export const supplements = { cascade: 5, personal: 10, production: 10, agent: 10 } as const;

/** What holds where the policy says nothing. */
export const defaultRisk = {
  smallTable: { rows: 10_000, bytes: 16 * 1024 ** 2 },
  levels: { medium: 15, high: 40, critical: 70 },
} as const;
