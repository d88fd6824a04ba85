import type { ObservedRows } from '../../domain/evidence.ts';
import type { ObservedRelation, Relations } from './relations.ts';

/** Rows moved between two readings in one transaction, per table. Dropped tables have lost their counters. */
export function movedRows(before: Relations, after: Relations): readonly ObservedRows[] {
  return [...after]
    .map(([oid, now]) => moved(before.get(oid), now))
    .filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)
    .sort((one, other) => (one.table < other.table ? -1 : 1));
}

// TRUNCATE takes counts back, hence never below 0.
function moved(before: ObservedRelation | undefined, now: ObservedRelation): ObservedRows {
  return {
    table: now.name,
    inserted: Math.max(0, now.inserted - (before?.inserted ?? 0)),
    updated: Math.max(0, now.updated - (before?.updated ?? 0)),
    deleted: Math.max(0, now.deleted - (before?.deleted ?? 0)),
  };
}
