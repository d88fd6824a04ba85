import { type Effect, type LockMode, lockModes, type ObjectReference } from '../domain/effect.ts';
import { mayMean, writtenTable } from '../rules/rule.ts';

type Table = Pick<ObjectReference, 'schema' | 'name'>;

/** A table that is there already, and when a transaction first takes it in this mode. */
type Held = { readonly table: Table; readonly mode: LockMode; readonly at: number };

/** What one transaction locks, in its order. */
export type LockOrder = { readonly name: string; readonly locks: readonly Held[] };

/** A change by the name under which people know it, and what its transactions lock. */
export type OrderedChange = { readonly name: string; readonly orders: readonly LockOrder[] };

/** Comparing grows with the square of both; nobody reviews more in one pull request. */
const mostTransactions = 20;
const mostLocks = 100;

/** What the transactions of the text lock, as far as it tells. `transactionOf` names that of an effect. */
export function lockOrders(
  effects: readonly Effect[],
  transactionOf: (effect: Pick<Effect, 'unitId' | 'statement'>) => string,
): readonly LockOrder[] {
  const orders = new Map<string, Map<string, Held>>();
  for (const [position, effect] of effects.entries()) {
    const taken = takenBy(effect);
    if (taken === undefined || taken.object.createdHere) continue;
    const { object, mode } = taken;
    const name = transactionOf(effect);
    const locks = orders.get(name) ?? new Map<string, Held>();
    const table = {
      name: object.name,
      ...(object.schema === undefined ? {} : { schema: object.schema }),
    };
    const key = JSON.stringify([table.schema, table.name, mode]);
    orders.set(name, locks.set(key, locks.get(key) ?? { table, mode, at: position }));
  }
  return [...orders].map(([name, locks]) => ({ name, locks: [...locks.values()] }));
}

/** The order within a statement that was observed is not known: it was looked at afterwards. */
function takenBy(
  effect: Effect,
): { readonly object: ObjectReference; readonly mode: LockMode } | undefined {
  if (effect.source === 'observed') return undefined;
  if (effect.kind === 'writes') return { object: effect.object, mode: 'ROW EXCLUSIVE' };
  return effect.kind === 'locks' ? effect : undefined;
}

/** Whether it waits for one table while it makes others wait for another. */
export function locksSeveral({ locks }: LockOrder): boolean {
  const [first, ...others] = locks.filter(isStrong);
  return first !== undefined && others.some(({ table }) => !mayMean(table, first.table));
}

/** Stronger than what reading and writing rows take. */
function isStrong({ mode }: Held): boolean {
  return lockModes.indexOf(mode) > lockModes.indexOf('ROW EXCLUSIVE');
}

/** Why the orders are too many to look at each pair of them; undefined where they are not. */
export function tooMany(orders: readonly LockOrder[]): string | undefined {
  if (orders.length > mostTransactions)
    return `more than ${mostTransactions} transactions that lock tables`;
  return orders.some(({ locks }) => locks.length > mostLocks)
    ? `a transaction that takes more than ${mostLocks} locks`
    : undefined;
}

/**
 * How a change and others deadlock when they run at once: one holds what the other waits for, and waits
 * for what the other holds. The first way of each transaction with each change, in sentences.
 */
export function oppositeOrders(
  own: readonly LockOrder[],
  others: readonly OrderedChange[],
): readonly string[] {
  return others.flatMap((other) =>
    own.flatMap((order) => {
      const ways = other.orders.map((theirs) => crossing(order, theirs));
      const found = ways.find((way) => way !== undefined);
      return found === undefined ? [] : [inWords(order.name, other.name, found)];
    }),
  );
}

/** A lock of each that the other would wait for. */
type Contest = { readonly own: Held; readonly theirs: Held };

function crossing(own: LockOrder, theirs: LockOrder): readonly [Contest, Contest] | undefined {
  // Whoever holds a table already waits for it no more.
  const heldByOwn = own.locks.flatMap((lock) => {
    const awaited = theirs.locks.find((other) => isContested(lock, other));
    return awaited === undefined ? [] : [{ own: lock, theirs: awaited }];
  });
  const heldByThem = theirs.locks.flatMap((lock) => {
    const awaited = own.locks.find((other) => isContested(other, lock));
    return awaited === undefined ? [] : [{ own: awaited, theirs: lock }];
  });
  for (const held of heldByOwn)
    for (const awaited of heldByThem)
      if (
        !mayMean(held.own.table, awaited.own.table) &&
        held.own.at < awaited.own.at &&
        awaited.theirs.at < held.theirs.at
      )
        return [held, awaited];
  return undefined;
}

function isContested(own: Held, theirs: Held): boolean {
  return mayMean(own.table, theirs.table) && isConflict(own.mode, theirs.mode);
}

/** Table 13.2 of the PostgreSQL manual: each mode with the weakest that it conflicts with. */
const weakestConflict: Readonly<Record<LockMode, LockMode>> = {
  'ACCESS SHARE': 'ACCESS EXCLUSIVE',
  'ROW SHARE': 'EXCLUSIVE',
  'ROW EXCLUSIVE': 'SHARE',
  'SHARE UPDATE EXCLUSIVE': 'SHARE UPDATE EXCLUSIVE',
  SHARE: 'ROW EXCLUSIVE',
  'SHARE ROW EXCLUSIVE': 'ROW EXCLUSIVE',
  EXCLUSIVE: 'ROW SHARE',
  'ACCESS EXCLUSIVE': 'ACCESS SHARE',
};

function isConflict(one: LockMode, other: LockMode): boolean {
  // The one gap in the table: several may build indexes on a table at once.
  if (one === 'SHARE' && other === 'SHARE') return false;
  return lockModes.indexOf(other) >= lockModes.indexOf(weakestConflict[one]);
}

function inWords(unit: string, name: string, [held, awaited]: readonly [Contest, Contest]): string {
  const [first, second] = [held.own.table, awaited.own.table].map(writtenTable);
  return `${unit} locks ${first} (${held.own.mode}), then ${second} (${awaited.own.mode}); ${name} locks them the other way round. When both run at once each waits for the other, and PostgreSQL ends one of them. Take the tables in the same order, or give each a file of its own.`;
}
