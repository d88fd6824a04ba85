import type {
  A_Expr,
  A_Indirection,
  CaseExpr,
  SelectStmt,
  FuncCall,
  Node,
  TypeCast,
} from '@pgsql/types';
import { foldCall } from './fold-functions.ts';
import { pickItem, pickJson } from './fold-parts.ts';
import { foldStringAgg } from './fold-rows.ts';
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
  const clauses = [whereClause, limitCount, limitOffset, groupClause];
  if (others.length > 0 || clauses.some((clause) => clause !== undefined)) return undefined;
  if (fromClause !== undefined) return foldRows(statement, constants);
  const value = nodeAs(target, 'ResTarget')?.val;
  return value === undefined ? undefined : fold(value, constants);
}

function foldRows(
  statement: SelectStmt = {},
  constants: Constants = none,
): FoldedValue | undefined {
  return foldStringAgg(statement, (node, row) => fold(node, new Map([...constants, ...row])));
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
  if ('A_Indirection' in node) return foldItem(node.A_Indirection, constants);
  return 'CaseExpr' in node ? foldCase(node.CaseExpr, constants) : undefined;
}

function foldItem(
  { arg, indirection }: A_Indirection,
  constants: Constants,
): FoldedValue | undefined {
  const [step, ...others] = indirection ?? [];
  const place = nodeAs(step, 'A_Indices');
  if (arg === undefined || place?.uidx === undefined) return undefined;
  if (others.length > 0 || place.is_slice === true) return undefined;
  return pickItem(fold(arg, constants), fold(place.uidx, constants));
}

function foldFunction(call: FuncCall, constants: Constants): FoldedValue | undefined {
  const { funcname, args, func_variadic: spread, ...rest } = call;
  // DISTINCT, FILTER and OVER change what a call means.
  const plain = Object.keys(rest).every((key) => key === 'location' || key === 'funcformat');
  const values = foldAll(args, constants);
  if (!plain || values === undefined) return undefined;
  const last = values.at(-1);
  if (spread !== true) return foldCall(namesOf(funcname), values);
  if (last?.kind !== 'array') return undefined;
  return foldCall(namesOf(funcname), [...values.slice(0, -1), ...last.items]);
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
  return asIs ? { kind: 'text', text } : castToName(type, text);
}

function castToName(type: string, text: string): FoldedValue | undefined {
  // Trailing blanks of char do not come back.
  if (type === 'bpchar') return { kind: 'text', text: text.replace(/ +$/, '') };
  return type === 'name' && /^[ -~]{1,63}$/.test(text) ? { kind: 'text', text } : undefined;
}

function foldOperator(expression: A_Expr, constants: Constants): FoldedValue | undefined {
  const { kind, name, lexpr, rexpr } = expression;
  const operator = namesOf(name);
  if (kind !== 'AEXPR_OP' || lexpr === undefined || rexpr === undefined) return undefined;
  if (operator.length > 1 && operator[0] !== 'pg_catalog') return undefined;
  if (operator.at(-1) === '->>') return foldJson(lexpr, rexpr, constants);
  if (operator.at(-1) !== '||') return undefined;
  const sides = foldAll([lexpr, rexpr], constants);
  return sides === undefined ? undefined : join(sides);
}

function foldJson(document: Node, key: Node, constants: Constants): FoldedValue | undefined {
  const text = nodeAs(document, 'TypeCast')?.arg;
  if (text === undefined) return undefined;
  return pickJson(document, fold(text, constants), fold(key, constants));
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
