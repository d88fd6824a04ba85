import type { ObservedScan } from '../../domain/evidence.ts';
import { type HeldLocks, isStronger } from './locks.ts';
import type { Relations } from './relations.ts';

type Readings = { readonly before: Relations; readonly after: Relations };

/**
 * Tables that existed before the transaction and were read from end to end under a lock that makes
 * somebody wait. Only what this session reads is counted, not what its parallel workers do.
 */
export function scansUnderLock(
  { before, after }: Readings,
  held: HeldLocks,
  known: Relations,
): readonly ObservedScan[] {
  return [...after]
    .filter(([oid]) => known.has(oid) && isBlocking(held, oid))
    .map(([oid, { name, scanned }]) => ({
      table: name,
      rows: scanned - (before.get(oid)?.scanned ?? 0),
    }))
    .filter(({ rows }) => rows > 0)
    .sort((one, other) => (one.table < other.table ? -1 : 1));
}

function isBlocking(held: HeldLocks, oid: string): boolean {
  const mode = held.get(oid);
  return mode !== undefined && isStronger(mode, 'ROW EXCLUSIVE');
}
