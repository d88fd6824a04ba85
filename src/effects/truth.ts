import type { A_Expr, Node } from '@pgsql/types';
import type { NodeOf, NodeTag } from '../sql/nodes.ts';
import { constantText, hasTag, namesOf, nodeAs, someNode } from '../sql/nodes.ts';
import { isVolatile, listed, negated, operatorOf, settled, shapeOf } from './expression.ts';
import { coversAll, isOpenBound } from './bounds.ts';

/** The table whose rows a condition chooses: what it is called in the statement, and in the schema. */
export type Target = { readonly name: string; readonly relation: string };

/**
 * What a condition is for every row. `true` also where it is true for every row that people have: columns
 * are rarely NULL. `false` only where no row can satisfy it, because such a write is taken as harmless.
 */
export type Truth = 'true' | 'false' | 'depends';

export function truthOf(node: Node | undefined, target: Target): Truth {
  if (node === undefined) return 'depends';
  return constantTruth(node) ?? truthOfLogic(node, target) ?? truthOfValue(node, target);
}

function truthOfLogic(node: Node, target: Target): Truth | undefined {
  return (
    truthAs(node, 'BoolExpr', (bool) => truthOfBool(bool, target)) ??
    truthAs(node, 'NullTest', truthOfNullTest) ??
    truthAs(node, 'BooleanTest', (test) => truthOfBooleanTest(test, target)) ??
    truthAs(node, 'CaseExpr', (choice) => truthOfCase(choice, target))
  );
}

function truthOfValue(node: Node, target: Target): Truth {
  return (
    truthAs(node, 'SubLink', (link) => truthOfSubLink(link, target)) ??
    truthAs(node, 'CoalesceExpr', ({ args }) => onlyTrue(truthOf(args?.at(-1), target))) ??
    truthAs(node, 'A_Expr', (expression) => truthOfExpression(expression, target)) ??
    truthAs(node, 'FuncCall', truthOfCall) ??
    'depends'
  );
}

function truthAs<Tag extends NodeTag>(
  node: Node,
  tag: Tag,
  truth: (node: NodeOf<Tag>) => Truth,
): Truth | undefined {
  const found = nodeAs(node, tag);
  return found === undefined ? undefined : truth(found);
}

function onlyTrue(truth: Truth): Truth {
  return truth === 'true' ? truth : 'depends';
}

/** What PostgreSQL reads as false; everything else is taken as true. */
const falsehoods = /^\s*(?:f|fa|fal|fals|false|n|no|of|off|0+)\s*$/i;

function constantTruth(node: Node | undefined): Truth | undefined {
  const text = constantText(node);
  if (text !== undefined) return falsehoods.test(text) ? 'false' : 'true';
  return nodeAs(node, 'A_Const')?.isnull === true ? 'false' : undefined;
}

function truthOfBool(bool: NodeOf<'BoolExpr'>, target: Target): Truth {
  const args = bool.args ?? [];
  if (bool.boolop === 'NOT_EXPR') return truthOfNegation(args[0], target);
  const truths = args.map((arg) => truthOf(arg, target));
  const deciding = bool.boolop === 'AND_EXPR' ? 'false' : 'true';
  if (truths.includes(deciding)) return deciding;
  if (bool.boolop === 'OR_EXPR' && coversEverything(args, target)) return 'true';
  if (truths.includes('depends')) return 'depends';
  return deciding === 'true' ? 'false' : 'true';
}

/** `a OR NOT a`, `a IS NULL OR a IS NOT NULL`, `a = 1 OR a <> 1`, `a > 1 OR a < 5`. */
function coversEverything(args: readonly Node[], target: Target): boolean {
  const shapes = args.map((arg) => shapeOf(arg, target.name));
  const complements = args.flatMap((arg) => {
    const other = negated(arg);
    return other === undefined ? [] : [shapeOf(other, target.name)];
  });
  return complements.some((shape) => shapes.includes(shape)) || coversAll(args, target.name);
}

function truthOfNegation(node: Node | undefined, target: Target): Truth {
  const other = node === undefined ? undefined : negated(node);
  if (other !== undefined) return truthOf(other, target);
  const truth = node === undefined ? 'depends' : (constantTruth(node) ?? truthOf(node, target));
  if (truth === 'depends') return truth;
  // What is only true of the rows that people have is no proof that its opposite is never true.
  if (truth === 'false') return 'true';
  return node !== undefined && constantTruth(node) === 'true' ? 'false' : 'depends';
}

/** A column is usually NOT NULL: deleting where it is not null deletes everything. */
function truthOfNullTest(test: NodeOf<'NullTest'>): Truth {
  if (test.nulltesttype !== 'IS_NOT_NULL') return 'depends';
  return hasTag(test.arg ?? {}, 'ColumnRef') || constantText(test.arg) !== undefined
    ? 'true'
    : 'depends';
}

function truthOfBooleanTest(test: NodeOf<'BooleanTest'>, target: Target): Truth {
  if (test.booltesttype === 'IS_TRUE' || test.booltesttype === 'IS_NOT_FALSE')
    return onlyTrue(truthOf(test.arg, target));
  if (test.booltesttype === 'IS_FALSE' || test.booltesttype === 'IS_NOT_TRUE')
    return onlyTrue(truthOfNegation(test.arg, target));
  return 'depends';
}

/** A sub-select that names no column of the target, and every key of the same table. */
function truthOfSubLink(link: NodeOf<'SubLink'>, target: Target): Truth {
  const select = nodeAs(link.subselect, 'SelectStmt');
  if (select === undefined) return 'depends';
  const value = nodeAs(select.targetList?.[0], 'ResTarget')?.val;
  switch (link.subLinkType) {
    case 'EXISTS_SUBLINK':
      return truthOfExists(select, target);
    case 'ANY_SUBLINK':
      return isSameColumn(link.testexpr, value, target) && isWholeTable(select, target)
        ? 'true'
        : 'depends';
    case 'EXPR_SUBLINK':
      return constantTruth(value) ?? 'depends';
    default:
      return 'depends';
  }
}

function truthOfExists({ whereClause }: NodeOf<'SelectStmt'>, target: Target): Truth {
  if (truthOf(whereClause, target) === 'false') return 'false';
  return someNode(whereClause, (node) => hasTag(node, 'ColumnRef')) ? 'depends' : 'true';
}

function isSameColumn(left: Node | undefined, right: Node | undefined, target: Target): boolean {
  if (left === undefined || right === undefined || !hasTag(left, 'ColumnRef')) return false;
  return shapeOf(left, target.name) === shapeOf(right, target.relation);
}

function isWholeTable(select: NodeOf<'SelectStmt'>, { relation }: Target): boolean {
  const { fromClause, whereClause, limitCount, limitOffset, havingClause } = select;
  const limits = [whereClause, limitCount, limitOffset, havingClause];
  const [table, ...others] = fromClause ?? [];
  return (
    limits.every((limit) => limit === undefined) &&
    others.length === 0 &&
    nodeAs(table, 'RangeVar')?.relname === relation
  );
}

function truthOfCase(choice: NodeOf<'CaseExpr'>, target: Target): Truth {
  const arms = (choice.args ?? []).map((arm) => nodeAs(arm, 'CaseWhen')?.result);
  const truths = [...arms, choice.defresult].map((arm) =>
    arm === undefined ? 'false' : truthOf(arm, target),
  );
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : 'depends';
}

function truthOfExpression(written: A_Expr, target: Target): Truth {
  const expression = settled(written);
  const { lexpr, rexpr } = expression;
  if (lexpr === undefined || rexpr === undefined) return 'depends';
  if (isAlwaysTrue(expression, rexpr) || isOpenBound(expression)) return 'true';
  if (isVolatile(lexpr) || isVolatile(rexpr)) return 'depends';
  const left = shapeOf(lexpr, target.name);
  if (operatorOf(expression) === '=' && holds(listed(expression), left, target)) return 'true';
  const same = left === shapeOf(rexpr, target.name);
  return compare(expression, { same, systemColumn: isSystemColumn(lexpr) });
}

function compare(
  expression: A_Expr,
  sides: { readonly same: boolean; readonly systemColumn: boolean },
): Truth {
  if (expression.kind === 'AEXPR_NOT_DISTINCT') return sides.same ? 'true' : 'depends';
  if (expression.kind !== 'AEXPR_OP') return 'depends';
  if (sides.same) return equalSides(operatorOf(expression));
  return sides.systemColumn ? 'true' : compareConstants(expression);
}

function holds(items: readonly Node[], shape: string, target: Target): boolean {
  return items.some((item) => shapeOf(item, target.name) === shape);
}

/** Every row of a table has the same one. */
function isSystemColumn(node: Node): boolean {
  return namesOf(nodeAs(node, 'ColumnRef')?.fields).at(-1) === 'tableoid';
}

/** `LIKE '%'`, `IS DISTINCT FROM NULL` and patterns that everything matches. */
function isAlwaysTrue(expression: A_Expr, right: Node): boolean {
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

function truthOfCall({ funcname, args }: NodeOf<'FuncCall'>): Truth {
  const starts = namesOf(funcname).at(-1) === 'starts_with';
  return starts && constantText(args?.[1]) === '' ? 'true' : 'depends';
}

function equalSides(operator: string): Truth {
  if (['=', '>=', '<='].includes(operator)) return 'true';
  return ['<>', '<', '>'].includes(operator) ? 'false' : 'depends';
}

/** Two constants say the same of every row. Only two plain literals of one type are known to differ. */
function compareConstants(expression: A_Expr): Truth {
  const left = constantText(expression.lexpr);
  const right = constantText(expression.rexpr);
  if (left === undefined || right === undefined) return 'depends';
  const types = [expression.lexpr, expression.rexpr].map(typeOfLiteral);
  const comparable = types[0] !== undefined && types[0] === types[1];
  return comparable && operatorOf(expression) === '=' && left !== right ? 'false' : 'true';
}

function typeOfLiteral(node: Node | undefined): string | undefined {
  const literal = nodeAs(node, 'A_Const');
  if (literal?.ival !== undefined) return 'integer';
  return literal?.sval === undefined ? undefined : 'text';
}
