import { emptyTrie, trieGet, trieWith } from '../catalog/trie.ts';
import type { Trie } from '../catalog/trie.ts';
import type { Body } from '../domain/statement.ts';

/** Bodies of the functions that the change created, by their name as written. */
export type Functions = {
  readonly bodies: Trie<readonly Body[]>;
  /** The names as they were written, by their last part. */
  readonly names: Trie<readonly string[]>;
};

export const noFunctions: Functions = { bodies: emptyTrie(), names: emptyTrie() };

/** Overloads share a name, so a call of one counts as a call of all. */
export function withBodies(
  { bodies, names }: Functions,
  name: string,
  added: readonly Body[],
): Functions {
  const before = trieGet(bodies, name);
  const last = lastPart(name);
  const same = trieGet(names, last) ?? [];
  return {
    bodies: trieWith(bodies, [name, [...(before ?? []), ...added]]),
    names: before === undefined ? trieWith(names, [last, [...same, name]]) : names,
  };
}

export function bodiesOfFunction(functions: Functions, name: string): readonly Body[] | undefined {
  return trieGet(functions.bodies, name);
}

/** The functions that a name may mean, with or without its schema. */
export function functionsNamed(functions: Functions, name: string): readonly string[] {
  return trieGet(functions.names, lastPart(name)) ?? [];
}

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? '';
}

/**
 * How much code of functions one statement may still be followed into. Functions that call each other
 * twice are twice as much code at every step: without a bound, twenty of them would take hours.
 */
export type Allowance = { left: number };

/** More than any migration runs; beyond it nobody knows what a call does. */
const mostParts = 10_000;

export function fullAllowance(): Allowance {
  return { left: mostParts };
}

/** Whether these bodies may be followed, too; then they are counted. */
export function allows(allowance: Allowance, bodies: readonly Body[]): boolean {
  if (allowance.left <= 0) return false;
  for (const body of bodies) allowance.left -= 1 + (body.kind === 'read' ? body.parts.length : 0);
  return true;
}
