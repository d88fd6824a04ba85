import type { A_Expr, Node } from '@pgsql/types';
import { constantText, hasTag, namesOf, nodeAs, nodesAs, someNode } from '../sql/nodes.ts';
import { isBuiltin } from './builtin-functions.ts';
import { volatileFunctions } from './builtin-functions.data.ts';

/** Columns that every table has. */
export const systemColumns: ReadonlySet<string> = new Set([
  'tableoid',
  'xmin',
  'cmin',
  'xmax',
  'cmax',
]);

/** The operator without its schema. */
export function operatorOf(expression: A_Expr): string {
  return namesOf(expression.name).at(-1) ?? '';
}

/** Volatile by declaration, but the same within one transaction that does nothing to it. */
const settledVolatile = new Set(['currval', 'lastval', 'current_query', 'timezone']);

/** Whether a built-in function in it answers differently from row to row or from run to run. */
export function isVolatile(node: Node): boolean {
  return someNode(node, (inner) => {
    const name = namesOf(nodeAs(inner, 'FuncCall')?.funcname).at(-1) ?? '';
    return volatileFunctions.has(name) && !settledVolatile.has(name);
  });
}

/** Whether a new column's default may differ from row to row: a function that is not known to be stable. */
export function mayBeVolatile(node: Node, postgres?: number): boolean {
  return someNode(node, (inner) => {
    const name = namesOf(nodeAs(inner, 'FuncCall')?.funcname).at(-1);
    return name !== undefined && (volatileFunctions.has(name) || !isBuiltin(name, postgres));
  });
}

/** Whether it says the same of every row: no column of the target stands in it. */
export function isConstantForRows(node: Node): boolean {
  const pending: object[] = [node];
  for (let here = pending.pop(); here !== undefined; here = pending.pop()) {
    if (hasTag(here, 'ColumnRef') || hasTag(here, 'CurrentOfExpr')) return false;
    const link = nodeAs(here, 'SubLink');
    if (link !== undefined) {
      if (!isUncorrelated(link.subselect)) return false;
      if (link.testexpr !== undefined) pending.push(link.testexpr);
    } else pending.push(...Object.values(here).filter(isObject));
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Every column that it names belongs to one of its own tables, by qualification. */
function isUncorrelated(select: Node | undefined): boolean {
  const own = new Set<string>();
  someNode(select, (node) => {
    const table = nodeAs(node, 'RangeVar');
    if (table !== undefined) own.add(table.alias?.aliasname ?? table.relname ?? '');
    return false;
  });
  return !someNode(select, (node) => {
    const names = namesOf(nodeAs(node, 'ColumnRef')?.fields);
    return hasTag(node, 'ColumnRef') && !own.has(names.at(-2) ?? '');
  });
}

const opposites: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~~': '!~~',
  '!~~': '~~',
  '~~*': '!~~*',
  '!~~*': '~~*',
  '~': '!~',
  '!~': '~',
  '~*': '!~*',
  '!~*': '~*',
};

/** The condition that holds where this one does not, as far as it can be written; NULL counts for neither. */
export function negated(node: Node): Node | undefined {
  const bool = nodeAs(node, 'BoolExpr');
  if (bool !== undefined) {
    const args = bool.args ?? [];
    if (bool.boolop === 'NOT_EXPR') return args[0];
    const boolop = bool.boolop === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR';
    return { BoolExpr: { boolop, args: args.map((arg) => negated(arg) ?? not(arg)) } };
  }
  const test = nodeAs(node, 'NullTest');
  if (test !== undefined) {
    const nulltesttype = test.nulltesttype === 'IS_NULL' ? 'IS_NOT_NULL' : 'IS_NULL';
    return { NullTest: { ...test, nulltesttype } };
  }
  const expression = nodeAs(node, 'A_Expr');
  return expression === undefined ? undefined : negatedExpression(expression);
}

function not(node: Node): Node {
  return { BoolExpr: { boolop: 'NOT_EXPR', args: [node] } };
}

function negatedExpression(expression: A_Expr): Node | undefined {
  switch (expression.kind) {
    case 'AEXPR_OP':
    case 'AEXPR_IN':
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
    case 'AEXPR_SIMILAR': {
      const operator = opposites[operatorOf(expression)];
      if (operator === undefined || expression.lexpr === undefined) return undefined;
      return { A_Expr: { ...expression, name: [{ String: { sval: operator } }] } };
    }
    case 'AEXPR_DISTINCT':
      return { A_Expr: { ...expression, kind: 'AEXPR_NOT_DISTINCT' } };
    case 'AEXPR_NOT_DISTINCT':
      return { A_Expr: { ...expression, kind: 'AEXPR_DISTINCT' } };
    default:
      return undefined;
  }
}

const flips: Readonly<Record<string, string>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** The comparison with its constant on the right, and without operands that change nothing. */
export function settled(expression: A_Expr): A_Expr {
  const { lexpr, rexpr } = expression;
  if (lexpr === undefined || rexpr === undefined) return expression;
  const operator = operatorOf(expression);
  const turned = constantText(lexpr) !== undefined && constantText(rexpr) === undefined;
  const flipped = flips[operator];
  if (expression.kind === 'AEXPR_OP' && turned && flipped !== undefined) {
    const name = [{ String: { sval: flipped } }];
    return { ...expression, name, lexpr: plain(rexpr), rexpr: lexpr };
  }
  return { ...expression, lexpr: plain(lexpr), rexpr: plain(rexpr) };
}

/** Without `+ 0`, `- 0`, `* 1` and `|| ''`. */
function plain(node: Node): Node {
  const expression = nodeAs(node, 'A_Expr');
  const left = expression?.lexpr;
  if (expression?.kind !== 'AEXPR_OP' || left === undefined) return node;
  const neutral: Readonly<Record<string, string>> = { '+': '0', '-': '0', '*': '1', '||': '' };
  const right = constantText(expression.rexpr);
  return right !== undefined && neutral[operatorOf(expression)] === right ? plain(left) : node;
}

/** The values of `IN (…)` and `ANY (ARRAY[…])`. */
export function listed(expression: A_Expr): readonly Node[] {
  if (expression.kind === 'AEXPR_IN') return nodeAs(expression.rexpr, 'List')?.items ?? [];
  if (expression.kind !== 'AEXPR_OP_ANY') return [];
  return nodeAs(expression.rexpr, 'A_ArrayExpr')?.elements ?? [];
}

const positions = new Set([
  'location',
  'rexpr_list_start',
  'rexpr_list_end',
  'list_start',
  'list_end',
]);

/** The tree as text without positions, and without the target's name before its columns. */
export function shapeOf(node: Node, target: string): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (positions.has(key)) return undefined;
    return key === 'fields' ? ownFields(value, target) : value;
  });
}

function ownFields(fields: unknown, target: string): unknown {
  if (!Array.isArray(fields) || fields.length < 2) return fields;
  const names = nodesAs(fields.filter(isNode), 'String').map(({ sval }) => sval);
  return names.at(-2) === target && fields.length === names.length ? fields.slice(-1) : fields;
}

function isNode(value: unknown): value is Node {
  return isObject(value) && hasTag(value, 'String');
}
