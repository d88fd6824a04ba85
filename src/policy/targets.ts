import { nearest } from '../config/nearest.ts';
import type { GovernedDatabase, Policy } from '../domain/policy.ts';
import { targetName } from '../domain/target.ts';
import type { Target } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';

export type FoundTarget = { readonly database: GovernedDatabase; readonly target: Target };

/**
 * The target that `DATABASE/TARGET` names, or `TARGET` alone where only one has that name.
 * Throws SluiceError input/target.
 */
export function findTarget(policy: Policy, name: string): FoundTarget {
  const all = policy.databases.flatMap((database) =>
    database.targets.map((target) => ({ database, target })),
  );
  const found = all.filter(({ target }) => targetName(target) === name || target.name === name);
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  throw second === undefined ? unknown(name, all) : ambiguous(name, found);
}

function unknown(name: string, all: readonly FoundTarget[]): SluiceError {
  const names = all.map(({ target }) => targetName(target));
  const guess = nearest(name, names);
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  return new SluiceError(
    'input/target',
    `The policy has no target ${JSON.stringify(name)}.${hint} Nothing was touched. Its targets are ${names.join(', ') || 'none'}.`,
  );
}

function ambiguous(name: string, found: readonly FoundTarget[]): SluiceError {
  const names = found.map(({ target }) => targetName(target));
  return new SluiceError(
    'input/target',
    `${JSON.stringify(name)} names more than one target: ${names.join(', ')}. Nothing was touched, because the wrong database is worse than none. Name the database as well.`,
  );
}
