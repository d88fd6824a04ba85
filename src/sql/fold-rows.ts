import type { FuncCall, Node, RangeFunction, RangeSubselect, SelectStmt } from '@pgsql/types';
import type { FoldedValue } from './fold-value.ts';
import { textOf } from './fold-value.ts';
import { namesOf, nodeAs, nodesAs } from './nodes.ts';

type Row = ReadonlyMap<string, FoldedValue>;
/** What an expression yields where the columns of a row are known. */
type Fold = (node: Node, row: Row) => FoldedValue | undefined;

/** `select string_agg(w, ' ' order by i) from (values …) v (i, w)`, and the same from unnest(array[…]). */
export function foldStringAgg(statement: SelectStmt, fold: Fold): FoldedValue | undefined {
  const { targetList, fromClause } = statement;
  const call = nodeAs(nodeAs(targetList?.[0], 'ResTarget')?.val, 'FuncCall');
  const [source, ...others] = fromClause ?? [];
  if (call === undefined || source === undefined || others.length > 0) return undefined;
  const rows = rowsOf(source, fold);
  const sorted = rows === undefined ? undefined : inOrder(rows, call.agg_order ?? [], fold);
  return sorted === undefined ? undefined : aggregate(call, sorted, fold);
}

const plain = new Set(['funcname', 'args', 'agg_order', 'location', 'funcformat']);

function aggregate(call: FuncCall, rows: readonly Row[], fold: Fold): FoldedValue | undefined {
  const [value, separator] = call.args ?? [];
  const isPlain = Object.keys(call).every((key) => plain.has(key));
  if (!isPlain || namesOf(call.funcname).at(-1) !== 'string_agg') return undefined;
  if (value === undefined || separator === undefined) return undefined;
  const between = textAt(separator, new Map(), fold);
  const texts = rows.flatMap((row) => textAt(value, row, fold) ?? []);
  if (between === undefined || texts.length !== rows.length || rows.length === 0) return undefined;
  return { kind: 'text', text: texts.join(between) };
}

function textAt(node: Node, row: Row, fold: Fold): string | undefined {
  const value = fold(node, row);
  return value === undefined ? undefined : textOf(value);
}

/** Only numbers are sorted here: how texts are depends on the collation of the database. */
function inOrder(
  rows: readonly Row[],
  order: readonly Node[],
  fold: Fold,
): readonly Row[] | undefined {
  if (order.length === 0) return rows;
  const [by, ...others] = nodesAs(order, 'SortBy');
  if (by?.node === undefined || others.length > 0 || (by.useOp ?? []).length > 0) return undefined;
  const { node, sortby_dir: direction } = by;
  const keyed = rows.flatMap((row) => {
    const key = fold(node, row);
    return key?.kind === 'integer' ? [{ row, key: key.value }] : [];
  });
  if (keyed.length !== rows.length) return undefined;
  const sign = direction === 'SORTBY_DESC' ? -1 : 1;
  return keyed.toSorted((one, other) => sign * (one.key - other.key)).map(({ row }) => row);
}

function rowsOf(source: Node, fold: Fold): readonly Row[] | undefined {
  const derived = nodeAs(source, 'RangeSubselect');
  if (derived !== undefined) return valuesRows(derived, fold);
  const called = nodeAs(source, 'RangeFunction');
  return called === undefined ? undefined : unnestedRows(called, fold);
}

function valuesRows({ subquery, alias }: RangeSubselect, fold: Fold): readonly Row[] | undefined {
  const lists = nodeAs(subquery, 'SelectStmt')?.valuesLists;
  const names = namesOf(alias?.colnames);
  return lists === undefined ? undefined : allOf(lists.map((list) => valuesRow(list, names, fold)));
}

function unnestedRows({ functions, alias }: RangeFunction, fold: Fold): readonly Row[] | undefined {
  const value = fold(unnested(functions?.[0]) ?? { A_Const: { isnull: true } }, new Map());
  const [own, count] = namesOf(alias?.colnames);
  const name = own ?? alias?.aliasname ?? 'unnest';
  return value?.kind === 'array'
    ? value.items.map((item, index) => numbered(item, index, [name, count]))
    : undefined;
}

function unnested(list: Node | undefined): Node | undefined {
  const [first] = nodeAs(list, 'List')?.items ?? [];
  const call = nodeAs(first, 'FuncCall');
  return namesOf(call?.funcname).at(-1) === 'unnest' ? call?.args?.[0] : undefined;
}

/** WITH ORDINALITY counts from 1. */
function numbered(item: FoldedValue, index: number, [own, count]: readonly (string | undefined)[]) {
  const row = new Map<string, FoldedValue>([[own ?? '', item]]);
  return count === undefined ? row : row.set(count, { kind: 'integer', value: index + 1 });
}

function valuesRow(list: Node, names: readonly string[], fold: Fold): Row | undefined {
  const items = nodeAs(list, 'List')?.items ?? [];
  const entries = items.flatMap((item, index) => {
    const value = fold(item, new Map());
    return value === undefined ? [] : [[names[index] ?? `column${index + 1}`, value] as const];
  });
  return entries.length === items.length ? new Map(entries) : undefined;
}

function allOf<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const known = items.flatMap((item) => (item === undefined ? [] : [item]));
  return known.length === items.length ? known : undefined;
}
