import { type LockMode, lockModes } from '../domain/effect.ts';
import type { Evidence, UnitEvidence } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import { rootOf } from './sizes.ts';

type Taken = { readonly relation: string; readonly mode: LockMode };

/** Ways in which the units could deadlock with others or with each other, in sentences. */
export function deadlockHints(
  { units }: Pick<Evidence, 'units'>,
  facts: Facts | undefined,
): readonly string[] {
  const orders = units.map((unit) => ({ unitId: unit.unitId, taken: takenBy(unit, facts) }));
  return [
    ...orders.flatMap(({ unitId, taken }) => [
      ...upgrades(unitId, taken),
      ...severalLocks(unitId, taken),
    ]),
    ...opposites(orders),
  ];
}

/** In the order of the statements; of one statement in no order, because it was looked at afterwards. */
function takenBy(
  { statements, deferred }: UnitEvidence,
  facts: Facts | undefined,
): readonly Taken[] {
  return [...statements, deferred].flatMap(({ locks }) =>
    locks.map((lock) => ({ relation: rootOf(lock, facts), mode: lock.mode })),
  );
}

function isExclusive({ mode }: Taken): boolean {
  return lockModes.indexOf(mode) >= lockModes.indexOf('SHARE');
}

function upgrades(unitId: string, taken: readonly Taken[]): readonly string[] {
  return taken.flatMap((lock, position) => {
    const earlier = taken.slice(0, position).find(({ relation }) => relation === lock.relation);
    if (earlier === undefined || !isExclusive(lock) || isAtLeast(earlier.mode, lock.mode))
      return [];
    return [
      `${unitId} takes ${earlier.mode} on ${lock.relation} and later ${lock.mode}: whoever waits in between for the first waits for ever, and one of the two is ended. Take the stronger lock first.`,
    ];
  });
}

function isAtLeast(mode: LockMode, other: LockMode): boolean {
  return lockModes.indexOf(mode) >= lockModes.indexOf(other);
}

function severalLocks(unitId: string, taken: readonly Taken[]): readonly string[] {
  const tables = exclusively(taken);
  if (tables.length < 2) return [];
  return [
    `${unitId} locks ${tables.join(', then ')} in one transaction: a transaction that takes them in another order deadlocks with it. Give each its own file.`,
  ];
}

function exclusively(taken: readonly Taken[]): readonly string[] {
  return [...new Set(taken.filter(isExclusive).map(({ relation }) => relation))];
}

type Order = { readonly unitId: string; readonly taken: readonly Taken[] };

function opposites(orders: readonly Order[]): readonly string[] {
  return orders.flatMap((one, position) =>
    orders.slice(position + 1).flatMap((other) => {
      const pair = crossing(exclusively(one.taken), exclusively(other.taken));
      return pair === undefined
        ? []
        : [
            `${one.unitId} and ${other.unitId} lock ${pair.join(' and ')} in opposite orders: at the same time on two servers of one application they deadlock.`,
          ];
    }),
  );
}

function crossing(
  one: readonly string[],
  other: readonly string[],
): readonly [string, string] | undefined {
  for (const [position, first] of one.entries())
    for (const second of one.slice(position + 1)) {
      const there = other.indexOf(second);
      if (there !== -1 && other.indexOf(first) > there) return [first, second];
    }
  return undefined;
}
