import type { A_Expr, CaseExpr, FuncCall, Node, TypeCast } from '@pgsql/types';
import { foldCall } from './fold-functions.ts';
import type { FoldedValue } from './fold-value.ts';
import { bytesOfLiteral, textOf } from './fold-value.ts';
import { namesOf, nodeAs, nodesAs } from './nodes.ts';

/** Values of variables that are certain where the expression stands. */
export type Constants = ReadonlyMap<string, FoldedValue>;

const none: Constants = new Map();

/** The text that `SELECT <expression>` yields, when it is made of constants only. */
export function foldSelect(select: Node, constants = none): string | undefined {
  const value = foldTarget(select, constants);
  return value === undefined ? undefined : textOf(value);
}

/** The value of a SELECT that reads no table. */
export function foldTarget(select: Node, constants = none): FoldedValue | undefined {
  const statement = nodeAs(select, 'SelectStmt');
  const [target, ...others] = statement?.targetList ?? [];
  const { fromClause, whereClause, limitCount, limitOffset, groupClause } = statement ?? {};
  const clauses = [fromClause, whereClause, limitCount, limitOffset, groupClause];
  if (others.length > 0 || clauses.some((clause) => clause !== undefined)) return undefined;
  const value = nodeAs(target, 'ResTarget')?.val;
  return value === undefined ? undefined : fold(value, constants);
}

/** The text of an expression that is made of constants only. */
export function foldText(node: Node, constants = none): string | undefined {
  const value = fold(node, constants);
  return value === undefined ? undefined : textOf(value);
}

function fold(node: Node, constants: Constants): FoldedValue | undefined {
  const literal = foldLiteral(node);
  if (literal !== undefined) return literal;
  if ('ColumnRef' in node) return foldVariable(node, constants);
  if ('TypeCast' in node) return foldCast(node.TypeCast, constants);
  if ('A_Expr' in node) return foldOperator(node.A_Expr, constants);
  if ('SubLink' in node) return foldSubSelect(node, constants);
  return foldCombination(node, constants);
}

function foldCombination(node: Node, constants: Constants): FoldedValue | undefined {
  if ('FuncCall' in node) return foldFunction(node.FuncCall, constants);
  if ('CoalesceExpr' in node) {
    const values = foldAll(node.CoalesceExpr.args, constants);
    return values?.find(({ kind }) => kind !== 'null');
  }
  if ('A_ArrayExpr' in node) {
    const items = foldAll(node.A_ArrayExpr.elements, constants);
    return items === undefined ? undefined : { kind: 'array', items };
  }
  return 'CaseExpr' in node ? foldCase(node.CaseExpr, constants) : undefined;
}

function foldFunction(call: FuncCall, constants: Constants): FoldedValue | undefined {
  const { funcname, args, ...rest } = call;
  // DISTINCT, FILTER, OVER and VARIADIC change what a call means.
  const plain = Object.keys(rest).every((key) => key === 'location' || key === 'funcformat');
  const values = foldAll(args, constants);
  return plain && values !== undefined ? foldCall(namesOf(funcname), values) : undefined;
}

function foldAll(
  nodes: readonly Node[] = [],
  constants: Constants = none,
): readonly FoldedValue[] | undefined {
  const values = nodes.flatMap((node) => fold(node, constants) ?? []);
  return values.length === nodes.length ? values : undefined;
}

function foldLiteral(node: Node): FoldedValue | undefined {
  const literal = nodeAs(node, 'A_Const');
  if (literal === undefined) return undefined;
  if (literal.isnull === true) return { kind: 'null' };
  if (literal.sval !== undefined) return { kind: 'text', text: literal.sval.sval ?? '' };
  return literal.ival === undefined
    ? undefined
    : { kind: 'integer', value: literal.ival.ival ?? 0 };
}

function foldVariable(node: Node, constants: Constants): FoldedValue | undefined {
  const fields = nodeAs(node, 'ColumnRef')?.fields ?? [];
  const [name] = namesOf(fields);
  return fields.length === 1 && name !== undefined ? constants.get(name) : undefined;
}

/** Types whose text is the text that was cast. */
const textual = new Set(['text', 'varchar']);
const named = new Set(['name', 'regclass', 'regnamespace', 'regrole']);

function foldCast(cast: TypeCast, constants: Constants): FoldedValue | undefined {
  const { names, typmods, arrayBounds } = cast.typeName ?? {};
  if (cast.arg === undefined || typmods !== undefined || arrayBounds !== undefined)
    return undefined;
  const value = fold(cast.arg, constants);
  return value === undefined ? undefined : castTo(namesOf(names).at(-1) ?? '', value);
}

function castTo(type: string, value: FoldedValue): FoldedValue | undefined {
  if (value.kind === 'null') return value;
  if (type === 'bytea') return value.kind === 'text' ? bytesOfLiteral(value.text) : undefined;
  const text = textOf(value);
  if (text === undefined) return undefined;
  // Longer names are cut, and others may come back quoted or with their schema.
  const asIs = textual.has(type) || (named.has(type) && /^[a-z_][a-z0-9_]{0,40}$/.test(text));
  return asIs ? { kind: 'text', text } : undefined;
}

function foldOperator(expression: A_Expr, constants: Constants): FoldedValue | undefined {
  const { kind, name, lexpr, rexpr } = expression;
  const operator = namesOf(name);
  if (kind !== 'AEXPR_OP' || lexpr === undefined || rexpr === undefined) return undefined;
  if (operator.at(-1) !== '||' || (operator.length > 1 && operator[0] !== 'pg_catalog'))
    return undefined;
  const sides = foldAll([lexpr, rexpr], constants);
  return sides === undefined ? undefined : join(sides);
}

function join(sides: readonly FoldedValue[]): FoldedValue | undefined {
  if (sides.some(({ kind }) => kind === 'null')) return { kind: 'null' };
  if (sides.every(({ kind }) => kind === 'bytes')) {
    const bytes = sides.flatMap((side) => (side.kind === 'bytes' ? [...side.bytes] : []));
    return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
  }
  if (!sides.some(({ kind }) => kind === 'text')) return undefined;
  const texts = sides.flatMap((side) => textOf(side) ?? []);
  return texts.length === 2 ? { kind: 'text', text: texts.join('') } : undefined;
}

function foldSubSelect(node: Node, constants: Constants): FoldedValue | undefined {
  const link = nodeAs(node, 'SubLink');
  if (link?.subLinkType !== 'EXPR_SUBLINK' || link.subselect === undefined) return undefined;
  return foldTarget(link.subselect, constants);
}

/** CASE WHEN true or false: the arm that is taken. */
function foldCase(choice: CaseExpr, constants: Constants): FoldedValue | undefined {
  if (choice.arg !== undefined) return undefined;
  for (const { expr, result } of nodesAs(choice.args, 'CaseWhen')) {
    const truth = nodeAs(expr, 'A_Const')?.boolval;
    if (truth === undefined || result === undefined) return undefined;
    if (truth.boolval === true) return fold(result, constants);
  }
  return choice.defresult === undefined ? { kind: 'null' } : fold(choice.defresult, constants);
}
