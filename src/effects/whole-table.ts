import type { A_Expr, Node, RangeVar, SelectStmt, WithClause } from '@pgsql/types';
import { operatorOf, shapeOf } from './expression.ts';
import { constantText, hasTag, namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';

/** The table whose rows a condition chooses: what it is called in the statement, and in the schema. */
type Chosen = { readonly name: string; readonly relation: string };

/** Whether a sub-select yields this column of every row of the same table: `id in (select id from users)`. */
export function yieldsEvery(
  column: Node | undefined,
  select: SelectStmt | undefined,
  target: Chosen,
): boolean {
  if (column === undefined || select === undefined || !hasTag(column, 'ColumnRef')) return false;
  if (select.op === 'SETOP_UNION')
    return [select.larg, select.rarg].some((arm) => yieldsEvery(column, arm, target));
  const value = valueOf(select);
  const own = select.groupClause === undefined ? value : (aggregated(value)?.arg ?? value);
  return isSameColumn(column, own, select, target) && isWholeTable(select, column, target);
}

/** `id <= (select max(id) from users)`, `id >= (select min(id) …)`, `id = (select u.id … where u.id = users.id)`. */
export function meetsEvery(expression: A_Expr, target: Chosen): boolean {
  if (expression.kind === 'AEXPR_BETWEEN') return isBetweenEnds(expression, target);
  const select = scalarSelect(expression.rexpr);
  if (select === undefined) return false;
  const value = valueOf(select);
  const column = expression.lexpr;
  if (operatorOf(expression) === '=')
    return isSameColumn(column, value, select, target) && isLinkedToItself(select, target);
  const found = aggregated(value);
  const bound = { '<=': 'max', '>=': 'min' }[operatorOf(expression)];
  if (found === undefined || found.name !== bound) return false;
  return isSameColumn(column, found.arg, select, target) && isWholeTable(select, column, target);
}

function isBetweenEnds({ lexpr, rexpr }: A_Expr, target: Chosen): boolean {
  const [low, high] = nodeAs(rexpr, 'List')?.items ?? [];
  if (lexpr === undefined || low === undefined || high === undefined) return false;
  const side = (operator: string, end: Node): A_Expr => ({
    kind: 'AEXPR_OP',
    name: [{ String: { sval: operator } }],
    lexpr,
    rexpr: end,
  });
  return meetsEvery(side('>=', low), target) && meetsEvery(side('<=', high), target);
}

function scalarSelect(node: Node | undefined): SelectStmt | undefined {
  const link = nodeAs(node, 'SubLink');
  return link?.subLinkType === 'EXPR_SUBLINK' ? nodeAs(link.subselect, 'SelectStmt') : undefined;
}

/** `exists (select from users u where u.id = users.id)`: every row finds itself. */
export function isLinkedToItself(select: SelectStmt, target: Chosen): boolean {
  const table = onlyTable(select);
  if (table?.relname !== target.relation || isCut(select)) return false;
  const alias = table.alias?.aliasname ?? target.relation;
  return alias !== target.name && equates(select.whereClause, [alias, target.name], alias);
}

/** An equality of the same column of two tables; one without qualification is of the table `fallback`. */
function equates(
  condition: Node | undefined,
  tables: readonly string[],
  fallback: string,
): boolean {
  const link = nodeAs(condition, 'A_Expr');
  if (link?.kind !== 'AEXPR_OP' || operatorOf(link) !== '=') return false;
  const sides = [link.lexpr, link.rexpr].map((side) => namesOf(nodeAs(side, 'ColumnRef')?.fields));
  const columns = new Set(sides.map((names) => names.at(-1)));
  const named = sides.map((names) => names.at(-2) ?? fallback);
  return (
    columns.size === 1 && !columns.has(undefined) && tables.every((name) => named.includes(name))
  );
}

function valueOf(select: SelectStmt): Node | undefined {
  return nodeAs(select.targetList?.[0], 'ResTarget')?.val;
}

function aggregated(
  value: Node | undefined,
): { readonly name: string; readonly arg: Node } | undefined {
  const call = nodeAs(value, 'FuncCall');
  const [arg, ...others] = call?.args ?? [];
  const name = namesOf(call?.funcname).at(-1) ?? '';
  if (arg === undefined || others.length > 0 || !['max', 'min'].includes(name)) return undefined;
  return { name, arg };
}

function isSameColumn(
  column: Node | undefined,
  other: Node | undefined,
  select: SelectStmt,
  target: Chosen,
): boolean {
  if (column === undefined || other === undefined || !hasTag(column, 'ColumnRef')) return false;
  const inner = onlyTable(select)?.alias?.aliasname ?? target.relation;
  return shapeOf(column, target.name) === shapeOf(other, inner);
}

function onlyTable(select: SelectStmt) {
  const [table, ...others] = select.fromClause ?? [];
  return others.length === 0 ? nodeAs(table, 'RangeVar') : undefined;
}

/** Every row of the table gives its own value: nothing is left out, and groups are of that value alone. */
function isWholeTable(select: SelectStmt, column: Node | undefined, target: Chosen): boolean {
  if (select.whereClause !== undefined || isCut(select)) return false;
  if (onlyTable(select)?.relname !== target.relation) return false;
  const groups = nodesAs(select.groupClause, 'ColumnRef').map(({ fields }) =>
    namesOf(fields).at(-1),
  );
  if (groups.length !== (select.groupClause ?? []).length) return false;
  const name = namesOf(nodeAs(column, 'ColumnRef')?.fields).at(-1);
  return groups.length === 0 || (groups.length === 1 && groups[0] === name);
}

function isCut({ limitCount, limitOffset, havingClause }: SelectStmt): boolean {
  const isLimited = limitCount !== undefined && nodeAs(limitCount, 'A_Const')?.isnull !== true;
  const skips = limitOffset !== undefined && constantText(limitOffset) !== '0';
  return isLimited || skips || havingClause !== undefined;
}

/** Whether a SELECT gives every row of this table: what it is joined with by key, or inserted over, is all of it. */
export function isCopyOf(source: Node | undefined, relation: string): boolean {
  const select = nodeAs(source, 'SelectStmt');
  if (select === undefined || select.whereClause !== undefined || isCut(select)) return false;
  return select.groupClause === undefined && onlyTable(select)?.relname === relation;
}

/** The name of a source of a join that is the whole of the target's own table. */
export function copyName(source: Node | undefined, relation: string): string | undefined {
  const join = nodeAs(source, 'JoinExpr');
  if (join !== undefined)
    return join.jointype === 'JOIN_LEFT' ? copyName(join.larg, relation) : undefined;
  const derived = nodeAs(source, 'RangeSubselect');
  if (isCopyOf(derived?.subquery, relation)) return derived?.alias?.aliasname;
  const table = nodeAs(source, 'RangeVar');
  return table?.relname === relation ? calledIn(table) : undefined;
}

function calledIn(table: RangeVar | undefined): string | undefined {
  return table?.alias?.aliasname ?? table?.relname;
}

/** What an only source calls copies of the table: with one of them, every row finds its own. */
export function copiesIn(
  sources: readonly Node[] | undefined,
  withClause: WithClause | undefined,
  relation: string,
): readonly string[] {
  const [source, ...others] = sources ?? [];
  if (source === undefined || others.length > 0) return [];
  const table = nodeAs(source, 'RangeVar');
  const isCopy = nodesAs(withClause?.ctes, 'CommonTableExpr').some(
    ({ ctename, ctequery }) => ctename === table?.relname && isCopyOf(ctequery, relation),
  );
  return [copyName(source, relation), isCopy ? calledIn(table) : undefined].flatMap(
    (name) => name ?? [],
  );
}

/** `u.id = s.id`: a row and its copy. */
export function linksCopy(condition: Node | undefined, target: string, copy: string): boolean {
  return target !== copy && equates(condition, [target, copy], '');
}
