import type { Node, RangeVar } from '@pgsql/types';
import { knownColumns, knownRelation } from '../catalog/catalog.ts';
import type { EffectOf } from '../domain/effect.ts';
import type { NodeOf } from '../sql/nodes.ts';
import { childrenOf, namesOf, nodeAs, nodesAs, someNode } from '../sql/nodes.ts';
import type { Context } from './draft.ts';
import { systemColumns } from './expression.ts';

type Captured = NonNullable<EffectOf<'writes'>['captured']>;

/**
 * A column that a sub-select of the condition names although its own tables do not have it: PostgreSQL
 * takes the column of the table that is written, without an error, and the condition means nothing.
 * `with` are the names of common table expressions, whose columns nobody looks at here.
 */
export function capturedColumn(
  where: Node | undefined,
  expressions: readonly string[],
  context: Context,
): Captured | undefined {
  const links: NodeOf<'SubLink'>[] = [];
  someNode(where, (node) => {
    const link = nodeAs(node, 'SubLink');
    if (link !== undefined) links.push(link);
    return false;
  });
  return links.map((link) => capturedIn(link, expressions, context)).find(isFound);
}

function isFound(captured: Captured | undefined): captured is Captured {
  return captured !== undefined;
}

function capturedIn(
  link: NodeOf<'SubLink'>,
  expressions: readonly string[],
  context: Context,
): Captured | undefined {
  const select = nodeAs(link.subselect, 'SelectStmt');
  if (select === undefined || select.withClause !== undefined) return undefined;
  const tables = tablesOf(select.fromClause ?? [], expressions, context) ?? [];
  if (tables.length === 0) return undefined;
  const column = strangerOf(link, select, tables);
  if (column === undefined) return undefined;
  const usesFacts = tables.some((table) => table.usesFacts);
  return { column, tables: tables.map(({ table }) => table), usesFacts };
}

/** What it chooses is a stranger, or no column of its own stands in it at all. */
function strangerOf(
  { subLinkType }: NodeOf<'SubLink'>,
  { targetList = [], whereClause, havingClause }: NodeOf<'SelectStmt'>,
  tables: readonly Source[],
): string | undefined {
  const chosen = namesIn(targetList, tables);
  const tested = namesIn([whereClause, havingClause], tables);
  const chooses = subLinkType !== 'EXISTS_SUBLINK' && !chosen.own;
  if (chooses && chosen.strangers.length > 0) return chosen.strangers[0];
  return chosen.own || tested.own ? undefined : [...chosen.strangers, ...tested.strangers][0];
}

type Source = {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly usesFacts: boolean;
};

/** The tables of a FROM clause with their columns; undefined where one of them is not known. */
function tablesOf(
  from: readonly Node[],
  expressions: readonly string[],
  context: Context,
): readonly Source[] | undefined {
  const tables: Source[] = [];
  for (const node of from) {
    const join = nodeAs(node, 'JoinExpr');
    const sides = [join?.larg, join?.rarg].filter((side) => side !== undefined);
    const found = join === undefined ? source(node, expressions, context) : undefined;
    const inner = join === undefined ? undefined : tablesOf(sides, expressions, context);
    if (found === undefined && inner === undefined) return undefined;
    tables.push(...(inner ?? []), ...(found === undefined ? [] : [found]));
  }
  return tables;
}

function source(
  node: Node,
  expressions: readonly string[],
  { catalog }: Context,
): Source | undefined {
  const range = nodeAs(node, 'RangeVar');
  if (range === undefined || range.alias?.colnames !== undefined) return undefined;
  const name = { name: range.relname ?? '', ...schemaOf(range) };
  const table = [name.schema, name.name].filter((part) => part !== undefined).join('.');
  const columns = expressions.includes(table) ? undefined : knownColumns(catalog, name);
  const usesFacts = knownRelation(catalog, name) !== undefined;
  return columns && { table, name: range.alias?.aliasname ?? name.name, columns, usesFacts };
}

function schemaOf({ schemaname: schema }: RangeVar): { readonly schema?: string } {
  return schema === undefined ? {} : { schema };
}

type Names = {
  /** A column of its own tables is named. */
  readonly own: boolean;
  /** Unqualified names that none of its tables has. */
  readonly strangers: readonly string[];
};

function namesIn(nodes: readonly (Node | undefined)[], tables: readonly Source[]): Names {
  const references = nodes.flatMap((node) => (node === undefined ? [] : referencesIn(node)));
  const strangers = references.filter((names) => isStranger(names, tables));
  const own = references.some((names) => isOwn(names, tables));
  return { own, strangers: strangers.flatMap(([name]) => name ?? []) };
}

/** The column references of an expression, without those of sub-selects in it. */
function referencesIn(tree: object): readonly (readonly string[])[] {
  const reference = nodeAs(tree, 'ColumnRef');
  if (reference !== undefined) return [referenceNames(reference)];
  return childrenOf(tree).flatMap(([key, child]) =>
    key === 'subselect' ? [] : referencesIn(child),
  );
}

/** `*` for a star. */
function referenceNames({ fields = [] }: NodeOf<'ColumnRef'>): readonly string[] {
  return nodesAs(fields, 'A_Star').length > 0 ? ['*', '*'] : namesOf(fields);
}

function isOwn(names: readonly string[], tables: readonly Source[]): boolean {
  const [first = '', second] = names;
  if (second !== undefined)
    return first === '*' || tables.some(({ name }) => name === names.at(-2));
  return tables.some(({ name, columns }) => name === first || columns.includes(first));
}

function isStranger(names: readonly string[], tables: readonly Source[]): boolean {
  const [first = '', second] = names;
  if (second !== undefined || first === 'ctid' || systemColumns.has(first)) return false;
  return !isOwn(names, tables);
}
