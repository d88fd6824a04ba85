import type { A_Expr, Node } from '@pgsql/types';
import { constantText, namesOf, nodeAs } from '../sql/nodes.ts';
import { operatorOf, settled, shapeOf } from './expression.ts';

/** A comparison that leaves no value out that people have: `id > 0`, `at < 'infinity'`, the whole range. */
export function isOpenBound(expression: A_Expr): boolean {
  const { kind, lexpr, rexpr } = expression;
  if (nodeAs(lexpr, 'ColumnRef') === undefined) return false;
  if (kind === 'AEXPR_BETWEEN') {
    const [low, high] = nodeAs(rexpr, 'List')?.items ?? [];
    return isBelowAll(low, lexpr) && isAboveAll(high);
  }
  return kind === 'AEXPR_OP' && isOpenSide(expression);
}

function isOpenSide(expression: A_Expr): boolean {
  const { lexpr, rexpr } = expression;
  switch (operatorOf(expression)) {
    case '<':
    case '<=':
      return isAboveAll(rexpr);
    case '>':
      return isBelowAll(rexpr, lexpr, '>');
    case '>=':
      return isBelowAll(rexpr, lexpr);
    default:
      return false;
  }
}

function isAboveAll(node: Node | undefined): boolean {
  const text = constantText(node);
  if (text === undefined) return false;
  if (isNumber(text)) return Number(text) >= 2_147_483_647;
  return text.toLowerCase() === 'infinity' || yearOf(text) >= 2200;
}

/** Keys count from 1, so a key above 0 is any key. */
function isBelowAll(node: Node | undefined, column?: Node, operator = '>='): boolean {
  const text = constantText(node);
  if (text === undefined) return false;
  if (isNumber(text)) {
    const least = isKeyColumn(column) && operator === '>=' ? 1 : 0;
    return Number(text) <= (isKeyColumn(column) ? least : -2_147_483_648);
  }
  return text.toLowerCase() === '-infinity' || yearOf(text) <= 1900;
}

function isKeyColumn(column: Node | undefined): boolean {
  const name = namesOf(nodeAs(column, 'ColumnRef')?.fields).at(-1) ?? '';
  return name === 'id' || name.endsWith('_id');
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** Of a date such as 9999-12-31; not a number for anything else. */
function yearOf(text: string): number {
  return Number(/^(\d{4,6})-\d/.exec(text)?.[1] ?? Number.NaN);
}

type Bound = { readonly column: string; readonly above: boolean; readonly value: number };

/** Whether two of the alternatives meet: everything above one number, and everything below a greater one. */
export function coversAll(args: readonly Node[], target: string): boolean {
  const bounds = args.flatMap((arg) => boundOf(arg, target) ?? []);
  const lower = bounds.filter(({ above }) => above);
  return lower.some((low) =>
    bounds.some((high) => !high.above && high.column === low.column && high.value > low.value),
  );
}

function boundOf(node: Node, target: string): Bound | undefined {
  const written = nodeAs(node, 'A_Expr');
  if (written === undefined) return undefined;
  const expression = settled(written);
  const operator = operatorOf(expression);
  const text = constantText(expression.rexpr);
  if (expression.lexpr === undefined || text === undefined || !isNumber(text)) return undefined;
  if (!['<', '<=', '>', '>='].includes(operator)) return undefined;
  const column = shapeOf(expression.lexpr, target);
  return { column, above: operator.startsWith('>'), value: Number(text) };
}
