import type { Node } from '@pgsql/types';
import { constantText, namesOf, nodeAs } from './nodes.ts';

/** The SQL text that `SELECT <expression>` yields, when it is made of constants only. */
export function foldText(select: Node): string | undefined {
  const statement = nodeAs(select, 'SelectStmt');
  const value = nodeAs(statement?.targetList?.[0], 'ResTarget')?.val;
  return value === undefined ? undefined : foldExpression(value);
}

function foldExpression(node: Node): string | undefined {
  const constant = constantText(node);
  if (constant !== undefined) return constant;
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || namesOf(expression.name).join('.') !== '||') return undefined;
  const left = expression.lexpr === undefined ? undefined : foldExpression(expression.lexpr);
  const right = expression.rexpr === undefined ? undefined : foldExpression(expression.rexpr);
  return left === undefined || right === undefined ? undefined : left + right;
}
