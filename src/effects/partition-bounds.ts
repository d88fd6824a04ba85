import type { Node, PartitionBoundSpec } from '@pgsql/types';
import type { ColumnFacts } from '../domain/facts.ts';
import { constantText, namesOf, nodeAs, type NodeOf } from '../sql/nodes.ts';
import { quoteLiteral, writeIdentifier } from '../sql/quote.ts';

/** Which rows a partition takes by one column, as its constants are written. */
export type Bounds =
  /** From `from`, below `to`; an end that is absent is open. */
  | { readonly kind: 'range'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'list'; readonly values: readonly string[] };

/** Undefined for several columns, for NULL, for no bound at all, and for anything but constants. */
export function boundsOf(spec: PartitionBoundSpec | undefined): Bounds | undefined {
  const { strategy, listdatums = [], lowerdatums = [], upperdatums = [] } = spec ?? {};
  if (strategy === 'l') return listed(listdatums);
  return strategy === 'r'
    ? between(endOf(lowerdatums, 'minvalue'), endOf(upperdatums, 'maxvalue'))
    : undefined;
}

type End = { readonly value: string | undefined };

function between(from: End | undefined, to: End | undefined): Bounds | undefined {
  if (from === undefined || to === undefined) return undefined;
  const isOpen = from.value === undefined && to.value === undefined;
  return isOpen ? undefined : ranged(from.value, to.value);
}

/** `column IS NOT NULL AND …`: true of exactly the rows that the partition takes. */
export function boundsCheck(name: string, bounds: Bounds): string {
  const column = writeIdentifier(name);
  const parts = [`${column} is not null`];
  if (bounds.kind === 'list')
    parts.push(`${column} in (${bounds.values.map((value) => quoteLiteral(value)).join(', ')})`);
  else {
    if (bounds.from !== undefined) parts.push(`${column} >= ${quoteLiteral(bounds.from)}`);
    if (bounds.to !== undefined) parts.push(`${column} < ${quoteLiteral(bounds.to)}`);
  }
  return parts.join(' and ');
}

/** The column and the bounds of a CHECK of that form; undefined for any other. */
export function checkedBounds(
  expression: Node | undefined,
): { readonly column: string; readonly bounds: Bounds } | undefined {
  const both = nodeAs(expression, 'BoolExpr');
  const [test, ...rest] = both?.boolop === 'AND_EXPR' ? (both.args ?? []) : [];
  const column = columnOf(nodeAs(test, 'NullTest')?.arg);
  if (column === undefined || nodeAs(test, 'NullTest')?.nulltesttype !== 'IS_NOT_NULL')
    return undefined;
  const bounds = comparedTo(rest, column);
  return bounds === undefined ? undefined : { column, bounds };
}

function comparedTo(nodes: readonly Node[], column: string): Bounds | undefined {
  const [only, ...more] = nodes;
  if (more.length === 0 && nodeAs(only, 'A_Expr')?.kind === 'AEXPR_IN')
    return amongOf(nodeAs(only, 'A_Expr'), column);
  const [from, ...moreFrom] = nodes.flatMap((node) => comparedBy('>=', node, column) ?? []);
  const [to, ...moreTo] = nodes.flatMap((node) => comparedBy('<', node, column) ?? []);
  const known = [from, to].filter((end) => end !== undefined);
  const isKnown = known.length === nodes.length && moreFrom.length + moreTo.length === 0;
  return isKnown && known.length > 0 ? ranged(from, to) : undefined;
}

function amongOf(list: NodeOf<'A_Expr'> | undefined, column: string): Bounds | undefined {
  const isEqual = columnOf(list?.lexpr) === column && isOperator(list?.name, '=');
  return isEqual ? listed(nodeAs(list?.rexpr, 'List')?.items ?? []) : undefined;
}

function comparedBy(operator: string, node: Node, column: string): string | undefined {
  const comparison = nodeAs(node, 'A_Expr');
  const isMeant =
    comparison?.kind === 'AEXPR_OP' &&
    isOperator(comparison.name, operator) &&
    columnOf(comparison.lexpr) === column;
  return isMeant ? plainConstant(comparison.rexpr) : undefined;
}

function ranged(from: string | undefined, to: string | undefined): Bounds {
  return {
    kind: 'range',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function listed(nodes: readonly Node[]): Bounds | undefined {
  const values = nodes.flatMap((node) => plainConstant(node) ?? []);
  return values.length === nodes.length && values.length > 0 ? { kind: 'list', values } : undefined;
}

function endOf(nodes: readonly Node[], open: string): End | undefined {
  const [node, ...more] = nodes;
  if (more.length > 0) return undefined;
  if (columnOf(node) === open) return { value: undefined };
  const value = plainConstant(node);
  return value === undefined ? undefined : { value };
}

/** A cast could mean another value. */
function plainConstant(node: Node | undefined): string | undefined {
  const constant = nodeAs(node, 'A_Const');
  return constant === undefined || constant.bsval !== undefined || constant.boolval !== undefined
    ? undefined
    : constantText(node);
}

function columnOf(node: Node | undefined): string | undefined {
  const names = namesOf(nodeAs(node, 'ColumnRef')?.fields);
  return names.length === 1 ? names[0] : undefined;
}

function isOperator(name: readonly Node[] | undefined, operator: string): boolean {
  return namesOf(name).join('.') === operator;
}

const wholeNumbers = new Set(['smallint', 'integer', 'bigint']);
const literals = new Set([
  'date',
  'timestamp without time zone',
  'timestamp with time zone',
  'uuid',
  'text',
]);

/** Whether they mean the same in a CHECK as in bounds: other types round, cut or compare in ways of their own. */
export function areConstantsOf({ type }: ColumnFacts, bounds: Bounds): boolean {
  const constants =
    bounds.kind === 'list'
      ? bounds.values
      : [bounds.from, bounds.to].filter((end) => end !== undefined);
  if (wholeNumbers.has(type)) return constants.every((text) => /^-?\d+$/.test(text));
  return literals.has(type);
}
