import type { A_Expr, Node } from '@pgsql/types';
import type { Row, Value } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import { namesOf, nodeAs, someNode } from '../sql/nodes.ts';

/** A condition of more nodes than this is not tried. */
const largest = 400;

/** How many rows a condition is tried on: enough that each value stands beside many others. */
const rows = 397;

/** Fewer rows than these prove nothing, as where the others raise an error. */
const fewest = 20;

/**
 * Whether a condition holds for every row that is tried: whole numbers and fractions of both signs, texts of
 * several forms, both truths, and the neighbors of every constant in it. It finds tautologies in disguise, and
 * only makes a verdict stricter. Columns are not NULL, as everywhere here.
 */
export function holdsForSamples(condition: Node, target: string): boolean {
  const seen = survey(condition, target);
  if (seen === undefined || seen.columns.size === 0) return false;
  const pools = new Map([...seen.columns].map(([name, type]) => [name, poolOf(name, type, seen)]));
  const places = new Map([...pools.keys()].map((name, index) => [name, index]));
  let held = 0;
  for (let index = 0; index < rows; index += 1) {
    const row: Row = (names) => {
      const name = nameOf(names, target);
      const pool = pools.get(name) ?? [];
      // Each column goes through its values at a pace of its own.
      const step = index * (2 * (places.get(name) ?? 0) + 1) + Math.floor(index / pool.length);
      return pool[(index < pool.length ? index + (places.get(name) ?? 0) * 7 : step) % pool.length];
    };
    const value = evaluate(condition, row);
    if (Number.isNaN(value)) continue;
    if (value !== true) return false;
    held += 1;
  }
  return held >= fewest;
}

type Type = 'number' | 'text' | 'boolean';

type Survey = {
  readonly columns: ReadonlyMap<string, Type>;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
};

/** Columns with the types that their company suggests, and constants; undefined for what is not tried. */
function survey(condition: Node, target: string): Survey | undefined {
  const columns = new Map<string, Type>();
  const numbers: number[] = [];
  const texts: string[] = [];
  let count = 0;
  const refused = someNode(condition, (node) => {
    count += 1;
    const name = columnName(node, target);
    if (name !== undefined && !columns.has(name)) columns.set(name, 'number');
    for (const [own, type] of typedBy(node, target)) columns.set(own, type);
    const constant = evaluate(literal(node), () => undefined);
    if (typeof constant === 'number') numbers.push(constant);
    if (typeof constant === 'string') texts.push(constant);
    return nodeAs(node, 'SubLink') !== undefined || count > largest * 8;
  });
  return refused ? undefined : { columns, numbers, texts };
}

function literal(node: object): Node | undefined {
  const constant = nodeAs(node, 'A_Const');
  return constant === undefined ? undefined : { A_Const: constant };
}

function columnName(node: object | undefined, target: string): string | undefined {
  const reference = nodeAs(node, 'ColumnRef');
  return reference === undefined ? undefined : nameOf(namesOf(reference.fields), target);
}

function nameOf(names: readonly string[], target: string): string {
  return (names.at(-2) === target ? names.slice(-1) : names).join('.');
}

const ofTexts = new Set(
  'length char_length character_length octet_length lower upper btrim reverse strpos position starts_with md5'.split(
    ' ',
  ),
);

/** What a node says of the types of the columns directly below it. */
function typedBy(node: object, target: string): readonly (readonly [string, Type])[] {
  const call = nodeAs(node, 'FuncCall');
  if (call !== undefined && ofTexts.has(namesOf(call.funcname).at(-1) ?? ''))
    return all(call.args, 'text', target);
  const bool = nodeAs(node, 'BoolExpr');
  if (bool !== undefined) return all(bool.args, 'boolean', target);
  const test = nodeAs(node, 'BooleanTest');
  if (test?.arg !== undefined) return all([test.arg], 'boolean', target);
  const expression = nodeAs(node, 'A_Expr');
  return expression === undefined ? [] : typedByExpression(expression, target);
}

function all(
  nodes: readonly Node[] | undefined,
  type: Type,
  target: string,
): readonly (readonly [string, Type])[] {
  return (nodes ?? []).flatMap((node) => {
    const name = columnName(node, target);
    return name === undefined ? [] : [[name, type] as const];
  });
}

/** Compared or joined with a text or a truth, a column is one; with anything else a number. */
function typedByExpression(
  { lexpr, rexpr }: A_Expr,
  target: string,
): readonly (readonly [string, Type])[] {
  const items = nodeAs(rexpr, 'List')?.items ?? nodeAs(rexpr, 'A_ArrayExpr')?.elements;
  const operands = [lexpr, ...(items ?? [rexpr])].flatMap((node) => node ?? []);
  const constants = operands.map((node) => evaluate(node, () => undefined));
  if (constants.some((value) => typeof value === 'boolean'))
    return all(operands, 'boolean', target);
  const text = constants.some((value) => typeof value === 'string' && !/^[-+]?\d/.test(value));
  return text ? all(operands, 'text', target) : [];
}

const whole = [
  1, 2, 3, 0, 7, 42, -1, 100, 5, 4, 10, -2, 365, 16, 999_983, 8, 1000, -17, 65_537, 255, 11, 6, 64,
  99, -1_000_003, 31, 13, 2024, 9, 127,
];
const words = ['', 'a', 'open', 'zzz', 'Z', ' ', 'user 1', 'x@example.test', '0', '~~~~', 'é'];

function poolOf(name: string, type: Type, { numbers, texts }: Survey): readonly Value[] {
  if (type === 'boolean') return [true, false];
  const near = [...numbers, ...pairs(numbers)].flatMap((value) => [
    value,
    value - 1,
    value + 1,
    -value,
  ]);
  if (type === 'text') {
    const lengths = near.filter((value) => Number.isInteger(value) && value > 0 && value < 2000);
    const sized = lengths.map((length) => 'x'.repeat(length));
    return [...words, 'long '.repeat(60), ...texts.flatMap(besideText), ...sized];
  }
  const isKey = name === 'id' || /[._]id$/.test(name);
  // Keys are whole; other numbers may be amounts.
  return [...whole, ...near, ...(isKey ? [] : [0.5, -2.25, 19.99])];
}

/** What it takes to meet `id + 5 = 100`, `id * 2 = 84` and their like. */
function pairs(numbers: readonly number[]): readonly number[] {
  const few = numbers.slice(0, 6);
  return few.flatMap((one) =>
    few.flatMap((other) => [one + other, one - other, one * other, other === 0 ? 0 : one / other]),
  );
}

function besideText(text: string): readonly string[] {
  return [text, `${text}x`, text.slice(0, -1), text.toUpperCase(), `x${text}`];
}
