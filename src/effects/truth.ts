import type { A_Expr, Node } from '@pgsql/types';
import type { NodeOf, NodeTag } from '../sql/nodes.ts';
import { constantText, hasTag, namesOf, nodeAs, nodesAs, someNode } from '../sql/nodes.ts';
import { isVolatile, listed, negated, operatorOf, settled, shapeOf } from './expression.ts';
import { coversAll, isOpenBound } from './bounds.ts';
import { isAlwaysTrue } from './patterns.ts';
import { isLinkedToItself, meetsEvery, yieldsEvery } from './whole-table.ts';

/** The table whose rows a condition chooses: what it is called in the statement, and in the schema. */
export type Target = {
  readonly name: string;
  readonly relation: string;
  /** What the facts prove about its columns. */
  readonly proves?: {
    readonly isNotNull: (column: string) => boolean;
    /** Whether values for these columns name one row at most. */
    readonly bindsKey: (columns: readonly string[]) => boolean;
  };
};

/** The column of the target that a node is; undefined when it is anything else. */
export function ownColumn(node: Node | undefined, target: Target): string | undefined {
  const { fields = [] } = nodeAs(node, 'ColumnRef') ?? {};
  const names = namesOf(fields);
  if (names.length !== fields.length) return undefined;
  return names.length === 1 || names.at(-2) === target.name ? names.at(-1) : undefined;
}

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
    truthAs(node, 'NullTest', (test) => truthOfNullTest(test, target)) ??
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
function truthOfNullTest(test: NodeOf<'NullTest'>, target: Target): Truth {
  if (test.nulltesttype !== 'IS_NOT_NULL') {
    const column = ownColumn(test.arg, target);
    const impossible = column !== undefined && target.proves?.isNotNull(column) === true;
    return impossible ? 'false' : 'depends';
  }
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
      return yieldsEvery(link.testexpr, select, target) ? 'true' : 'depends';
    case 'EXPR_SUBLINK':
      return constantTruth(value) ?? 'depends';
    default:
      return 'depends';
  }
}

function truthOfExists(select: NodeOf<'SelectStmt'>, target: Target): Truth {
  const { whereClause } = select;
  if (isLinkedToItself(select, target)) return 'true';
  // What is proved of the target's columns says nothing of those that its own tables have.
  const { name, relation } = target;
  if (truthOf(whereClause, { name, relation }) === 'false') return 'false';
  return someNode(whereClause, (node) => hasTag(node, 'ColumnRef')) ? 'depends' : 'true';
}

function truthOfCase(choice: NodeOf<'CaseExpr'>, target: Target): Truth {
  const arms = (choice.args ?? []).map((arm) => nodeAs(arm, 'CaseWhen')?.result);
  const truths = [...arms, choice.defresult].map((arm) =>
    arm === undefined ? 'false' : truthOf(arm, target),
  );
  const [first] = truths;
  if (coversEveryCase(choice, target)) return 'true';
  return first !== undefined && truths.every((truth) => truth === first) ? first : 'depends';
}

/** `CASE WHEN a THEN a ELSE NOT a END`: every arm says no more than what led to it. */
function coversEveryCase({ arg, args, defresult }: NodeOf<'CaseExpr'>, target: Target): boolean {
  const whens = nodesAs(args, 'CaseWhen');
  const [only] = whens;
  if (arg !== undefined || defresult === undefined) return false;
  if (whens.length !== 1 || only?.expr === undefined || only.result === undefined) return false;
  const other = negated(only.expr);
  const shapes = [only.expr, only.result, defresult].map((node) => shapeOf(node, target.name));
  return (
    shapes[0] === shapes[1] && other !== undefined && shapeOf(other, target.name) === shapes[2]
  );
}

/** The same comparison with every arm of a CASE in its place. */
function truthOfComparedCase(expression: A_Expr, target: Target): Truth {
  const choice = nodeAs(expression.lexpr, 'CaseExpr');
  if (choice?.defresult === undefined) return 'depends';
  const arms = nodesAs(choice.args, 'CaseWhen').map(({ result }) => result);
  const truths = [...arms, choice.defresult].map((lexpr) =>
    lexpr === undefined ? 'depends' : truthOf({ A_Expr: { ...expression, lexpr } }, target),
  );
  return truths.every((truth) => truth === 'true') ? 'true' : 'depends';
}

function truthOfExpression(written: A_Expr, target: Target): Truth {
  const expression = settled(written);
  const { lexpr, rexpr } = expression;
  if (lexpr === undefined || rexpr === undefined) return 'depends';
  if (leavesNothingOut(expression, rexpr, target)) return 'true';
  if (isVolatile(lexpr) || isVolatile(rexpr)) return 'depends';
  if (hasTag(lexpr, 'CaseExpr')) return truthOfComparedCase(expression, target);
  const left = shapeOf(lexpr, target.name);
  if (operatorOf(expression) === '=' && holds(listed(expression), left, target)) return 'true';
  const same = left === shapeOf(rexpr, target.name);
  return compare(expression, { same, systemColumn: isSystemColumn(lexpr) });
}

function leavesNothingOut(expression: A_Expr, right: Node, target: Target): boolean {
  return (
    isAlwaysTrue(expression, right) || isOpenBound(expression) || meetsEvery(expression, target)
  );
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
