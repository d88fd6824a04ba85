import type { LockMode } from '../domain/effect.ts';
import { lockModes } from '../domain/effect.ts';
import { lockTable } from './locks.data.ts';

/** What a relation is to the statement: `itself` is the one that it names first. */
export type LockRole =
  | 'itself'
  | 'referenced'
  | 'referencing'
  | 'parent'
  | 'partition'
  | 'default-partition'
  | 'child'
  | 'view'
  | 'index'
  | 'sequence'
  | 'toast'
  | 'source'
  | 'using'
  | 'type';

/** What a form of DDL does to the relation in one role. */
export type LockCost = {
  readonly role: LockRole;
  readonly lock?: LockMode;
  readonly rewrites?: true;
  readonly scans?: true;
  /** An index on it. */
  readonly builds?: true;
};

/** What is so from one major version on, until the next column. */
export type LockColumn = { readonly from: number; readonly costs: readonly LockCost[] };

export type LockForm = keyof typeof lockTable;

/** What a form does on this major version; on all of those that were measured, where nobody says which. */
export function costsOf(form: LockForm, postgres: number | undefined): readonly LockCost[] {
  const columns: readonly LockColumn[] = lockTable[form];
  if (postgres === undefined) return columns.map(({ costs }) => costs).reduce(strongest, []);
  // Where the version does not know the form it is another rule's: the oldest column is as good as any.
  return (columns.findLast(({ from }) => from <= postgres) ?? columns[0])?.costs ?? [];
}

/** Both, and for each role the worse of the two. */
function strongest(some: readonly LockCost[], others: readonly LockCost[]): readonly LockCost[] {
  const worst = new Map<LockRole, LockCost>();
  for (const cost of [...some, ...others]) worst.set(cost.role, worse(worst.get(cost.role), cost));
  return [...worst.values()];
}

function worse(one: LockCost | undefined, other: LockCost): LockCost {
  const lock = strongerLock(one?.lock, other.lock);
  return { ...one, ...other, ...(lock === undefined ? {} : { lock }) };
}

function strongerLock(
  one: LockMode | undefined,
  other: LockMode | undefined,
): LockMode | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return lockModes.indexOf(one) > lockModes.indexOf(other) ? one : other;
}
