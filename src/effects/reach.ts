import type { A_Expr, Node } from '@pgsql/types';
import type { Reach } from '../domain/effect.ts';
import type { NodeOf, NodeTag } from '../sql/nodes.ts';
import { constantText, hasTag, namesOf, nodeAs, someNode } from '../sql/nodes.ts';

/** How far the WHERE clause of an UPDATE or DELETE reaches. */
export function reachOf(where: Node | undefined): Reach {
  if (where === undefined) return 'unbounded';
  if (truthOf(where) !== 'depends') return truthOf(where) === 'true' ? 'tautology' : 'keyed';
  return isKeyed(where) ? 'keyed' : 'filtered';
}

/** `UPDATE … FROM` and `DELETE … USING` reach every row unless something links target and source. */
export function reachOfJoin(where: Node | undefined, targets: readonly string[]): Reach {
  const reach = reachOf(where);
  if (reach !== 'filtered' && reach !== 'keyed') return reach;
  return someNode(where, (node) => isLink(node, targets)) || mentionsTarget(where, targets)
    ? 'filtered'
    : 'unbounded';
}

type Truth = 'true' | 'false' | 'depends';

/** What a condition is for every row that is not all NULL; what cannot be told depends. */
function truthOf(node: Node | undefined): Truth {
  if (node === undefined) return 'depends';
  return (
    constantTruth(node) ??
    truthAs(node, 'BoolExpr', truthOfBool) ??
    truthAs(node, 'NullTest', truthOfNullTest) ??
    truthAs(node, 'BooleanTest', truthOfBooleanTest) ??
    truthAs(node, 'SubLink', truthOfSubLink) ??
    truthAs(node, 'CaseExpr', truthOfCase) ??
    truthAs(node, 'CoalesceExpr', ({ args }) => truthOf(args?.at(-1))) ??
    truthAs(node, 'A_Expr', truthOfExpression) ??
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

function constantTruth(node: Node): Truth | undefined {
  const text = constantText(node)?.toLowerCase();
  if (text === undefined) return hasTag(node, 'A_Const') ? 'false' : undefined;
  return ['true', 't', '1', 'on', 'yes', 'y'].includes(text) ? 'true' : 'false';
}

function truthOfBool(bool: NodeOf<'BoolExpr'>): Truth {
  const truths = (bool.args ?? []).map(truthOf);
  if (bool.boolop === 'NOT_EXPR') return opposite(truths[0] ?? 'depends');
  const deciding = bool.boolop === 'AND_EXPR' ? 'false' : 'true';
  if (truths.includes(deciding)) return deciding;
  if (bool.boolop === 'OR_EXPR' && hasComplement(bool.args ?? [])) return 'true';
  return truths.includes('depends') ? 'depends' : opposite(deciding);
}

function opposite(truth: Truth): Truth {
  if (truth === 'depends') return truth;
  return truth === 'true' ? 'false' : 'true';
}

/** `a OR NOT a`, `a IS NULL OR a IS NOT NULL`, `a = 1 OR a <> 1`. */
function hasComplement(args: readonly Node[]): boolean {
  const negated = args.flatMap((arg) => negationOf(arg) ?? []);
  const texts = args.map(shape);
  return negated.some((text) => texts.includes(text));
}

function negationOf(node: Node): string | undefined {
  const bool = nodeAs(node, 'BoolExpr');
  const inner = bool?.boolop === 'NOT_EXPR' ? bool.args?.[0] : undefined;
  if (inner !== undefined) return shape(inner);
  const test = nodeAs(node, 'NullTest');
  if (test?.nulltesttype === 'IS_NOT_NULL') {
    return shape({ NullTest: { ...test, nulltesttype: 'IS_NULL' } });
  }
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || operatorOf(expression) !== '<>') return undefined;
  return shape({ A_Expr: { ...expression, name: [{ String: { sval: '=' } }] } });
}

/** A column is usually NOT NULL: deleting where it is not null deletes everything. */
function truthOfNullTest(test: NodeOf<'NullTest'>): Truth {
  if (test.nulltesttype !== 'IS_NOT_NULL') return 'depends';
  return hasTag(test.arg ?? {}, 'ColumnRef') || constantText(test.arg) !== undefined
    ? 'true'
    : 'depends';
}

function truthOfBooleanTest(test: NodeOf<'BooleanTest'>): Truth {
  const inner = test.arg === undefined ? 'depends' : truthOf(test.arg);
  if (test.booltesttype === 'IS_TRUE' || test.booltesttype === 'IS_NOT_FALSE') return inner;
  if (test.booltesttype === 'IS_FALSE' || test.booltesttype === 'IS_NOT_TRUE')
    return opposite(inner);
  return 'depends';
}

/** `EXISTS (SELECT …)` that names no column of the target, and a scalar sub-select of a constant. */
function truthOfSubLink(link: NodeOf<'SubLink'>): Truth {
  const select = nodeAs(link.subselect, 'SelectStmt');
  if (select === undefined) return 'depends';
  if (link.subLinkType === 'EXISTS_SUBLINK') {
    return someNode(select.whereClause, (node) => hasTag(node, 'ColumnRef')) ? 'depends' : 'true';
  }
  const value = nodeAs(select.targetList?.[0], 'ResTarget')?.val;
  if (link.subLinkType !== 'EXPR_SUBLINK' || value === undefined) return 'depends';
  return truthOf(value);
}

function truthOfCase(choice: NodeOf<'CaseExpr'>): Truth {
  const arms = (choice.args ?? []).map((arm) => nodeAs(arm, 'CaseWhen')?.result);
  const truths = [...arms, choice.defresult].map((arm) =>
    arm === undefined ? 'false' : truthOf(arm),
  );
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : 'depends';
}

function truthOfExpression(expression: A_Expr): Truth {
  const { lexpr, rexpr } = expression;
  if (lexpr === undefined || rexpr === undefined) return 'depends';
  if (isAlwaysTrue(expression, rexpr)) return 'true';
  if (expression.kind !== 'AEXPR_OP' && expression.kind !== 'AEXPR_NOT_DISTINCT') return 'depends';
  if (shape(lexpr) === shape(rexpr)) return equalSides(operatorOf(expression));
  return compareConstants(expression);
}

/** `LIKE '%'`, `IS DISTINCT FROM NULL` and patterns that everything matches. */
function isAlwaysTrue(expression: A_Expr, right: Node): boolean {
  switch (expression.kind) {
    case 'AEXPR_LIKE':
    case 'AEXPR_ILIKE':
      return !operatorOf(expression).startsWith('!') && /^%+$/.test(constantText(right) ?? '');
    case 'AEXPR_DISTINCT':
      return isNull(right);
    case 'AEXPR_OP':
      return isMatchAll(expression);
    default:
      return false;
  }
}

/** Every string matches an empty pattern, `.*` and `^`; a length is never below zero. */
function isMatchAll(expression: A_Expr): boolean {
  const operator = operatorOf(expression);
  const right = constantText(expression.rexpr);
  if (operator.startsWith('~')) return ['', '.*', '^', '$', '.'].includes(right ?? 'x');
  const name = namesOf(nodeAs(expression.lexpr, 'FuncCall')?.funcname).at(-1);
  const nonNegative = ['length', 'char_length', 'octet_length', 'abs', 'random'];
  if (name === undefined || !nonNegative.includes(name)) return false;
  return (operator === '>=' && right === '0') || (operator === '>' && Number(right) < 0);
}

function equalSides(operator: string): Truth {
  if (['=', '>=', '<=', 'IS NOT DISTINCT FROM'].includes(operator)) return 'true';
  return ['<>', '<', '>'].includes(operator) ? 'false' : 'depends';
}

function compareConstants(expression: A_Expr): Truth {
  const left = constantText(expression.lexpr);
  const right = constantText(expression.rexpr);
  if (left === undefined || right === undefined) return 'depends';
  // Two constants: whatever the outcome, it is the same for every row, so take the dangerous one.
  return operatorOf(expression) === '=' && left !== right ? 'false' : 'true';
}

function isNull(node: Node): boolean {
  return nodeAs(node, 'A_Const')?.isnull === true;
}

function operatorOf(expression: A_Expr): string {
  return namesOf(expression.name).at(-1) ?? '';
}

/** Equality of a column with a constant, or a list of at most 100, joined by AND. */
function isKeyed(node: Node): boolean {
  const bool = nodeAs(node, 'BoolExpr');
  if (bool?.boolop === 'AND_EXPR') return (bool.args ?? []).some(isKeyed);
  if (bool?.boolop === 'OR_EXPR') return (bool.args ?? []).every(isKeyed);
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || operatorOf(expression) !== '=') return false;
  return isKeyList(expression) || isKeyEquality(expression);
}

function isKeyList({ kind, lexpr, rexpr }: A_Expr): boolean {
  const items = nodeAs(rexpr, 'List')?.items ?? [];
  return (
    kind === 'AEXPR_IN' && isColumn(lexpr) && items.length <= 100 && items.every(isKeyConstant)
  );
}

function isKeyEquality({ kind, lexpr, rexpr }: A_Expr): boolean {
  if (kind !== 'AEXPR_OP') return false;
  return (isColumn(lexpr) && isKeyConstant(rexpr)) || (isColumn(rexpr) && isKeyConstant(lexpr));
}

function isColumn(node: Node | undefined): boolean {
  return node !== undefined && hasTag(node, 'ColumnRef');
}

/** A boolean selects half of a table, so it is no key. */
function isKeyConstant(node: Node | undefined): boolean {
  const text = constantText(node);
  return text !== undefined && !['true', 'false', 't', 'f'].includes(text.toLowerCase());
}

/** A comparison of two columns of which exactly one belongs to the target. */
function isLink(node: object, targets: readonly string[]): boolean {
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || operatorOf(expression) !== '=') return false;
  const sides = [tableOf(expression.lexpr), tableOf(expression.rexpr)];
  if (sides.includes(undefined)) return false;
  return (
    sides.filter((table) => table === '' || targets.includes(table ?? '')).length === 1 ||
    sides.every((table) => table === '')
  );
}

/** Without qualification nobody can tell whose column it is: `where id = 1`. */
function mentionsTarget(where: Node | undefined, targets: readonly string[]): boolean {
  return (
    where !== undefined &&
    isKeyed(where) &&
    someNode(where, (node) => targets.includes(tableOf(node) ?? '\0'))
  );
}

function tableOf(node: object | undefined): string | undefined {
  const column = nodeAs(node, 'ColumnRef');
  if (column === undefined) return undefined;
  const names = namesOf(column.fields);
  return names.length > 1 ? (names.at(-2) ?? '') : '';
}

/** The tree as text without positions: equal for equal expressions. */
function shape(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'location' ? undefined : value));
}
