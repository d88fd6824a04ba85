import type { ObservedLock } from '../../domain/evidence.ts';
import { type LockMode, lockModes } from '../../domain/effect.ts';
import type { Session } from '../../ports/database.ts';
import type { Relations } from './relations.ts';
import { readText } from './row.ts';

/** Strongest mode that a backend holds, by the relation's oid. */
export type HeldLocks = ReadonlyMap<string, LockMode>;

const query = `
select l.relation::pg_catalog.text as oid, l.mode
  from pg_catalog.pg_locks l
 where l.pid operator(pg_catalog.=) $1
   and l.locktype operator(pg_catalog.=) 'relation'
   and l.granted`;

/** Asks another session, which the watched one cannot influence. */
export async function readLocks(observer: Session, pid: number): Promise<HeldLocks> {
  const held = new Map<string, LockMode>();
  for (const row of await observer.query(query, [pid])) {
    const oid = readText(row, 'oid');
    const mode = toLockMode(readText(row, 'mode'));
    if (mode !== undefined && isStronger(mode, held.get(oid))) held.set(oid, mode);
  }
  return held;
}

/** Locks that are stronger now than before on relations that existed when the transaction began. */
export function newLocks(
  held: { readonly before: HeldLocks; readonly after: HeldLocks },
  known: Relations,
): readonly ObservedLock[] {
  return [...held.after]
    .filter(([oid, mode]) => isStronger(mode, held.before.get(oid)))
    .flatMap(([oid, mode]) => {
      const relation = known.get(oid);
      if (relation === undefined) return [];
      const { name, of } = relation;
      return [{ relation: name, mode, ...(of === undefined ? {} : { of }) }];
    })
    .sort((one, other) => (one.relation < other.relation ? -1 : 1));
}

/** Whether `mode` stands after `other` in the manual's order; anything is stronger than nothing. */
export function isStronger(mode: LockMode, other: LockMode | undefined): boolean {
  return other === undefined || lockModes.indexOf(mode) > lockModes.indexOf(other);
}

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE` */
function toLockMode(name: string): LockMode | undefined {
  const words = name
    .replace(/Lock$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
  return lockModes.find((mode) => mode === words);
}
