import type { Value } from './evaluate.ts';

type Evaluated = Value | undefined;

/** Less than zero, zero or more, as PostgreSQL orders two values; undefined where their types do not meet. */
export function compare(left: Evaluated, right: Evaluated): number | undefined {
  const [one, other] = [met(left, right), met(right, left)];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  return one < other ? -1 : Number(one > other);
}

/** A literal in quotes takes the type of what it is compared with. */
function met(value: Evaluated, other: Evaluated): Evaluated {
  const isNumber = typeof value === 'string' && typeof other === 'number';
  return isNumber && /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
}

/** NOT of a condition; NULL stays NULL. */
export function negation(value: Evaluated): Evaluated {
  return typeof value === 'boolean' ? !value : value === null ? null : asError(value);
}

/** AND of conditions: false wins, then what nobody can tell, then an error, then NULL. */
export function conjunction(values: readonly Evaluated[]): Evaluated {
  if (values.includes(false)) return false;
  if (values.some((value) => value !== null && asError(value) === undefined && value !== true))
    return undefined;
  if (values.some((value) => Number.isNaN(value))) return Number.NaN;
  return values.includes(null) ? null : true;
}

function asError(value: Evaluated): Evaluated {
  return Number.isNaN(value) ? value : undefined;
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => quotient(left, right),
  '%': (left, right) => (right === 0 ? Number.NaN : left % right),
  '&': (left, right) => bits(left, right, (one, other) => one & other),
  '|': (left, right) => bits(left, right, (one, other) => one | other),
  '#': (left, right) => bits(left, right, (one, other) => one ^ other),
};

function quotient(left: number, right: number): number {
  if (right === 0) return Number.NaN;
  const whole = Number.isInteger(left) && Number.isInteger(right);
  return whole ? Math.trunc(left / right) : left / right;
}

function bits(left: number, right: number, join: (one: bigint, other: bigint) => bigint): number {
  if (!Number.isInteger(left) || !Number.isInteger(right)) return Number.NaN;
  return Number(join(BigInt(left), BigInt(right)));
}

/** What a binary operator yields; undefined when it is not known here or its operands are of other types. */
export function binary(operator: string, left: Evaluated, right: Evaluated): Evaluated {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return known(operator) ? null : undefined;
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  return Object.hasOwn(comparisons, operator)
    ? compared(operator, left, right)
    : made(operator, left, right);
}

function made(operator: string, left: Value, right: Value): Evaluated {
  return typeof left === 'number' && typeof right === 'number'
    ? calculated(operator, left, right)
    : textual(operator, left, right);
}

function compared(operator: string, left: Value, right: Value): Evaluated {
  const order = compare(left, right);
  return order === undefined ? undefined : comparisons[operator]?.(order);
}

function calculated(operator: string, left: number, right: number): Evaluated {
  return Object.hasOwn(arithmetic, operator) ? arithmetic[operator]?.(left, right) : undefined;
}

function known(operator: string): boolean {
  return (
    Object.hasOwn(comparisons, operator) || Object.hasOwn(arithmetic, operator) || operator === '||'
  );
}

function textual(operator: string, left: Value, right: Value): Evaluated {
  if (typeof left !== 'string' && typeof right !== 'string') return undefined;
  if (operator === '||') return `${String(left)}${String(right)}`;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return operator === '^@' ? left.startsWith(right) : undefined;
}
