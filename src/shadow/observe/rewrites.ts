import type { ObservedRelation, Relations } from './relations.ts';

/** Tables and materialized views that existed before and have another file now. */
export function rewrittenTables(before: Relations, after: Relations): readonly string[] {
  return changedFiles(before, after).map(({ now }) => now.name);
}

/** Those among the rewritten that held something and hold nothing now. */
export function truncatedTables(before: Relations, after: Relations): readonly string[] {
  return changedFiles(before, after)
    .filter(({ earlier, now }) => earlier.bytes > 0 && now.bytes === 0)
    .map(({ now }) => now.name);
}

type Pair = { readonly earlier: ObservedRelation; readonly now: ObservedRelation };

function changedFiles(before: Relations, after: Relations): readonly Pair[] {
  return [...before]
    .flatMap(([oid, earlier]) => {
      const now = after.get(oid);
      return now === undefined ? [] : [{ earlier, now }];
    })
    .filter(({ earlier, now }) => ['r', 'm'].includes(now.kind) && earlier.file !== now.file)
    .sort((one, other) => (one.now.name < other.now.name ? -1 : 1));
}
