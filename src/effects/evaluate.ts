import type { A_Expr, CaseExpr, Node } from '@pgsql/types';
import { binary, compare, conjunction, negation } from './evaluate-operators.ts';
import { evaluateCall } from './evaluate-functions.ts';
import type { NodeOf } from '../sql/nodes.ts';
import { namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';

/** A value of SQL; `NaN` stands for an error that PostgreSQL raises. */
export type Value = boolean | number | string | null;

/** What a column holds, by its name as written. */
export type Row = (names: readonly string[]) => Value | undefined;

/** Hostile expressions nest: what stands deeper is not evaluated. */
const deepest = 60;

type Place = { readonly row: Row; readonly depth: number };
type Evaluated = Value | undefined;

/** What an expression yields for a row; undefined when it holds anything that is not evaluated here. */
export function evaluate(node: Node | undefined, row: Row, depth = 0): Evaluated {
  if (node === undefined || depth > deepest) return undefined;
  const place = { row, depth: depth + 1 };
  if ('A_Const' in node) return constant(node.A_Const);
  if ('ColumnRef' in node) return column(node.ColumnRef, row);
  if ('TypeCast' in node) return cast(node.TypeCast, place);
  if ('A_Expr' in node) return expression(node.A_Expr, place);
  if ('BoolExpr' in node) return bool(node.BoolExpr, place);
  if ('FuncCall' in node) return call(node.FuncCall, place);
  return construct(node, place);
}

function construct(node: Node, place: Place): Evaluated {
  if ('NullTest' in node) return nullTest(node.NullTest, place);
  if ('BooleanTest' in node) return booleanTest(node.BooleanTest, place);
  if ('CaseExpr' in node) return choice(node.CaseExpr, place);
  if ('CoalesceExpr' in node) return coalesce(all(node.CoalesceExpr.args, place));
  return 'MinMaxExpr' in node ? extreme(node.MinMaxExpr, place) : undefined;
}

function below(node: Node | undefined, { row, depth }: Place): Evaluated {
  return evaluate(node, row, depth);
}

function all(nodes: readonly Node[] | undefined, place: Place): readonly Evaluated[] {
  return (nodes ?? []).map((node) => below(node, place));
}

function constant({ isnull, ival, fval, boolval, sval }: NodeOf<'A_Const'>): Evaluated {
  if (isnull === true) return null;
  if (ival !== undefined) return ival.ival ?? 0;
  if (boolval !== undefined) return boolval.boolval ?? false;
  if (fval !== undefined) return Number(fval.fval);
  return sval === undefined ? undefined : (sval.sval ?? '');
}

function column({ fields = [] }: NodeOf<'ColumnRef'>, row: Row): Evaluated {
  const names = namesOf(fields);
  return names.length === fields.length ? row(names) : undefined;
}

const numeric = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']);

function cast({ arg, typeName }: NodeOf<'TypeCast'>, place: Place): Evaluated {
  const { names, typmods, arrayBounds } = typeName ?? {};
  const value = below(arg, place);
  if (value === undefined || value === null) return value;
  if (typmods !== undefined || arrayBounds !== undefined) return undefined;
  return castTo(namesOf(names).at(-1) ?? '', value);
}

function castTo(type: string, value: boolean | number | string): Evaluated {
  if (type === 'text' || type === 'varchar') return String(value);
  if (numeric.has(type)) return typeof value === 'boolean' ? undefined : Number(value);
  return type === 'bool' && typeof value !== 'string' ? Boolean(value) : undefined;
}

function bool({ boolop, args }: NodeOf<'BoolExpr'>, place: Place): Evaluated {
  const values = all(args, place);
  if (boolop === 'NOT_EXPR') return negation(values[0]);
  if (boolop === 'AND_EXPR') return conjunction(values);
  return negation(conjunction(values.map(negation)));
}

function nullTest({ arg, nulltesttype }: NodeOf<'NullTest'>, place: Place): Evaluated {
  const value = below(arg, place);
  if (value === undefined || Number.isNaN(value)) return value;
  return (value === null) === (nulltesttype === 'IS_NULL');
}

function booleanTest({ arg, booltesttype }: NodeOf<'BooleanTest'>, place: Place): Evaluated {
  const test = booltesttype ?? 'IS_UNKNOWN';
  const value = below(arg, place);
  if (value !== null && typeof value !== 'boolean') return undefined;
  const wanted = test.endsWith('TRUE') ? true : test.endsWith('FALSE') ? false : null;
  return (value === wanted) !== test.startsWith('IS_NOT');
}

function choice({ arg, args, defresult }: CaseExpr, place: Place): Evaluated {
  for (const { expr, result } of nodesAs(args, 'CaseWhen')) {
    const found = below(expr, place);
    const taken = arg === undefined ? found : binary('=', below(arg, place), found);
    if (taken === undefined || Number.isNaN(taken)) return taken;
    if (taken === true) return below(result, place);
  }
  return defresult === undefined ? null : below(defresult, place);
}

function coalesce(values: readonly Evaluated[]): Evaluated {
  return values.find((value) => value !== null) ?? (values.includes(undefined) ? undefined : null);
}

function extreme({ op, args }: NodeOf<'MinMaxExpr'>, place: Place): Evaluated {
  const values = all(args, place).filter((value) => value !== null);
  const [first, ...others] = values;
  const sign = op === 'IS_GREATEST' ? 1 : -1;
  return others.reduce((best, value) => {
    const order = compare(value, best);
    return order === undefined ? undefined : order * sign > 0 ? value : best;
  }, first);
}

function call({ funcname, args, ...rest }: NodeOf<'FuncCall'>, place: Place): Evaluated {
  const plain = Object.keys(rest).every((key) => key === 'location' || key === 'funcformat');
  return plain ? evaluateCall(namesOf(funcname), all(args, place)) : undefined;
}

function expression(written: A_Expr, place: Place): Evaluated {
  const { kind = 'AEXPR_OP', lexpr, rexpr } = written;
  const left = below(lexpr, place);
  if (kind === 'AEXPR_IN' || kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP_ALL')
    return among(written, left, place);
  if (kind.includes('BETWEEN')) return between(written, left, place);
  if (kind === 'AEXPR_OP')
    return operation(written, lexpr === undefined ? 0 : left, below(rexpr, place));
  return comparison(kind, left, below(rexpr, place));
}

function operation({ name }: A_Expr, left: Evaluated, right: Evaluated): Evaluated {
  return binary(namesOf(name).at(-1) ?? '', left, right);
}

function comparison(kind: A_Expr['kind'], left: Evaluated, right: Evaluated): Evaluated {
  switch (kind) {
    case 'AEXPR_DISTINCT':
      return negation(same(left, right));
    case 'AEXPR_NOT_DISTINCT':
      return same(left, right);
    case 'AEXPR_NULLIF':
      return binary('=', left, right) === true ? null : left;
    default:
      return undefined;
  }
}

function same(left: Evaluated, right: Evaluated): Evaluated {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return left === right;
  return binary('=', left, right);
}

/** `IN (…)`, `= ANY (ARRAY[…])` and `<> ALL ('{}')`. */
function among({ kind, name, rexpr }: A_Expr, left: Evaluated, place: Place): Evaluated {
  const operator = namesOf(name).at(-1) ?? '';
  const items = listedItems(rexpr);
  if (items === undefined) return undefined;
  const found = all(items, place).map((item) => binary(operator, left, item));
  const isEvery = kind === 'AEXPR_OP_ALL' || (kind === 'AEXPR_IN' && operator === '<>');
  return isEvery ? conjunction(found) : negation(conjunction(found.map(negation)));
}

function listedItems(node: Node | undefined): readonly Node[] | undefined {
  const list = nodeAs(node, 'List')?.items ?? nodeAs(node, 'A_ArrayExpr')?.elements;
  if (list !== undefined) return list;
  const literal = nodeAs(nodeAs(node, 'TypeCast')?.arg ?? node, 'A_Const')?.sval?.sval;
  return literal === '{}' ? [] : undefined;
}

function between({ kind, rexpr }: A_Expr, left: Evaluated, place: Place): Evaluated {
  const form = kind ?? 'AEXPR_BETWEEN';
  const [low, high] = all(nodeAs(rexpr, 'List')?.items, place);
  const within = conjunction([binary('>=', left, low), binary('<=', left, high)]);
  const other = conjunction([binary('>=', left, high), binary('<=', left, low)]);
  const symmetric = form.endsWith('_SYM')
    ? negation(conjunction([negation(within), negation(other)]))
    : within;
  return form.includes('NOT') ? negation(symmetric) : symmetric;
}
