import type { Snapshot } from '../domain/snapshot.ts';

/** As for facts, where the policy is silent. */
export const usualMaxAgeDays = 7;

/** Why the rows say nothing of today; undefined where they do. `now` is RFC 3339. */
export function tooOld(
  { takenAt }: Pick<Snapshot, 'takenAt'>,
  now: string,
  maxAgeDays: number,
): string | undefined {
  const days = (Date.parse(now) - Date.parse(takenAt)) / 86_400_000;
  // A moment that is still to come is nobody's age.
  if (days >= 0 && days <= maxAgeDays) return undefined;
  return `The rows are a masked snapshot of ${takenAt}, and the policy takes none older than ${maxAgeDays} days.`;
}
