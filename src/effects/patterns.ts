import type { A_Expr, Node } from '@pgsql/types';
import { constantText, namesOf, nodeAs } from '../sql/nodes.ts';
import { operatorOf } from './expression.ts';

/** `LIKE '%'`, `IS DISTINCT FROM NULL` and patterns that everything matches. */
export function isAlwaysTrue(expression: A_Expr, right: Node): boolean {
  switch (expression.kind) {
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return !operatorOf(expression).startsWith('!') && isAnyText(constantText(right));
    case 'AEXPR_SIMILAR':
      return operatorOf(expression) === '~' && isAnyText(similarPattern(right));
    case 'AEXPR_DISTINCT':
      return nodeAs(right, 'A_Const')?.isnull === true;
    case 'AEXPR_OP':
      return isMatchAll(expression);
    default:
      return false;
  }
}

function isAnyText(pattern: string | undefined): boolean {
  return pattern !== undefined && /^%+$/.test(pattern);
}

function similarPattern(node: Node): string | undefined {
  return constantText(nodeAs(node, 'FuncCall')?.args?.[0]);
}

/** Patterns that every string matches. */
const anyPattern = ['', '.*', '^', '$', '.', '^.*$', '.+'];

const nonNegative = ['length', 'char_length', 'octet_length', 'bit_length', 'abs', 'random'];

/** Every string matches an empty pattern, `.*` and `^`; a length is never below zero. */
function isMatchAll(expression: A_Expr): boolean {
  const right = constantText(expression.rexpr);
  if (right === undefined) return false;
  switch (operatorOf(expression)) {
    case '~~':
    case '~~*':
      return isAnyText(right);
    case '~':
    case '~*':
      return anyPattern.includes(right);
    case '>=':
      return isNonNegative(expression.lexpr) && Number(right) <= 0;
    case '>':
      return isNonNegative(expression.lexpr) && Number(right) < 0;
    default:
      return false;
  }
}

function isNonNegative(node: Node | undefined): boolean {
  return nonNegative.includes(namesOf(nodeAs(node, 'FuncCall')?.funcname).at(-1) ?? '');
}
