import type { InsertStmt, MergeStmt, Node, RangeVar, WithClause } from '@pgsql/types';
import { knownColumns, knownRelation } from '../catalog/catalog.ts';
import { bindsKey, descendantsOf, isNotNull } from '../catalog/relations.ts';
import { capturedColumn } from './captured.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, relation } from './draft.ts';
import { isAlwaysBuiltin } from './builtin-functions.ts';
import { withFollowers } from './fan-out.ts';
import type { NodeOf } from '../sql/nodes.ts';
import { childrenOf, namesOf, nodeAs, nodesAs, someNode } from '../sql/nodes.ts';
import type { Reach } from '../domain/effect.ts';
import { reachOf, reachOfJoin } from './reach.ts';
import { copiesIn, copyName, isCopyOf, linksCopy } from './whole-table.ts';
import type { Target } from './truth.ts';
import { ownColumn } from './truth.ts';

type Write = Extract<Draft, { readonly kind: 'writes' }>;
type Choice = Pick<Write, 'reach' | 'usesFacts' | 'captured' | 'chosenBy'>;

export const dml = {
  InsertStmt: deriver('InsertStmt', (statement, context) => {
    const listed = isListed(statement.selectStmt);
    const inserted: Choice = { reach: listed ? 'listed' : 'filtered' };
    const inserts = writes({ verb: 'insert', ...inserted }, statement.relation, context);
    const { onConflictClause: conflict } = statement;
    if (conflict?.action !== 'ONCONFLICT_UPDATE') return inserts;
    const overwrite: Pick<Write, 'reach' | 'columns'> = listed
      ? { reach: 'keyed' }
      : {
          reach: overwritten(statement, conflict.whereClause),
          columns: assigned(conflict.targetList),
        };
    return [...inserts, ...writes({ verb: 'update', ...overwrite }, statement.relation, context)];
  }),
  UpdateStmt: deriver('UpdateStmt', (statement, context) => {
    const choice = choiceOf(statement, statement.fromClause, context);
    const columns = assigned(statement.targetList);
    return writes({ verb: 'update', ...choice, columns }, statement.relation, context);
  }),
  DeleteStmt: deriver('DeleteStmt', (statement, context) => {
    const choice = choiceOf(statement, statement.usingClause, context);
    return writes({ verb: 'delete', ...choice }, statement.relation, context);
  }),
  MergeStmt: deriver('MergeStmt', mergeWrites),
  SelectStmt: deriver('SelectStmt', (statement, context) => {
    if ((statement.lockingClause ?? []).length === 0) return [];
    return nodesAs(statement.fromClause, 'RangeVar').map((table) =>
      locks(relation(table, context), 'ROW SHARE'),
    );
  }),
} as const;

function writes(
  write: Omit<Write, 'kind' | 'object'>,
  table: RangeVar | undefined,
  context: Context,
): readonly Draft[] {
  const object = relation(table, context);
  const only = table?.inh !== true;
  return [
    ...withFollowers({ kind: 'writes', object, ...write }, only, context),
    locks(object, 'ROW EXCLUSIVE'),
  ];
}

function isListed(source: Node | undefined): boolean {
  const select = nodeAs(source, 'SelectStmt');
  if (select === undefined) return true;
  const isOneRow = select.fromClause === undefined && select.op === 'SETOP_NONE';
  return isOneRow && !(select.targetList ?? []).some((item) => someNode(item, mayReturnRows));
}

const returnsRows =
  /^(?:generate_|unnest$|jsonb?_(?:array_elements|each|object_keys|populate_recordset|to_recordset|path_query)|regexp_(?:matches|split_to_table)$|string_to_table$|aclexplode$|ts_|txid_snapshot_xip$|pg_)/;

/** Without FROM, too, a function can make a row of nothing, or a million. */
function mayReturnRows(node: object): boolean {
  const call = nodeAs(node, 'FuncCall');
  if (call === undefined) return false;
  const names = namesOf(call.funcname);
  const name = names.at(-1) ?? '';
  const isBuiltin = names.length === 1 || names[0] === 'pg_catalog';
  return !isBuiltin || !isAlwaysBuiltin(name) || returnsRows.test(name);
}

/** The columns that SET lists. */
function assigned(list: readonly Node[] | undefined): readonly string[] {
  return nodesAs(list, 'ResTarget').flatMap(({ name }) => name ?? []);
}

type Conditional = {
  readonly relation?: RangeVar;
  readonly whereClause?: Node;
  readonly withClause?: WithClause;
};

/** Which rows an UPDATE or DELETE chooses. */
function choiceOf(
  { relation: table, whereClause, withClause }: Conditional,
  sources: readonly Node[] | undefined,
  context: Context,
): Choice {
  const measure = (sources ?? []).length === 0 ? reachOf : reachOfJoin;
  const { name, relation: own } = targetOf(table);
  const meetsCopy = copiesIn(sources, withClause, own).some((copy) =>
    linksCopy(whereClause, name, copy),
  );
  const choice: Choice = meetsCopy
    ? { reach: 'tautology' }
    : weigh(whereClause, table, { measure, context });
  const expressions = nodesAs(withClause?.ctes, 'CommonTableExpr').flatMap(
    ({ ctename }) => ctename ?? [],
  );
  const captured = capturedColumn(whereClause, expressions, context);
  const meant = captured !== undefined && mayHave(captured.column, table, context);
  const chosenBy = whereClause === undefined ? [] : columnsIn(whereClause, targetOf(table));
  return {
    ...choice,
    ...(meant ? { captured } : {}),
    ...(chosenBy.length === 0 ? {} : { chosenBy: [...new Set(chosenBy)] }),
  };
}

/** Within a function the name may be a variable's, so the table has to be known to have the column. */
function mayHave(column: string, table: RangeVar | undefined, context: Context): boolean {
  const { relname: name = '', schemaname: schema } = table ?? {};
  const columns = knownColumns(context.catalog, schema === undefined ? { name } : { name, schema });
  return columns?.includes(column) ?? !context.inBody;
}

/** How far a condition reaches, and whether the facts made a difference to that. */
function weigh(
  condition: Node | undefined,
  table: RangeVar | undefined,
  how: { readonly measure: typeof reachOf; readonly context: Context },
): Choice {
  const target = targetOf(table);
  const reach = how.measure(condition, target);
  const known = knownTarget(table, how.context);
  if (known === undefined || condition === undefined) return { reach };
  const proved = how.measure(condition, { ...target, proves: known });
  return proved === reach ? { reach } : { reach: proved, usesFacts: true };
}

function targetOf(table: RangeVar | undefined): Target {
  const name = table?.relname ?? '';
  return { name: table?.alias?.aliasname ?? name, relation: name };
}

/** What the facts prove; a key of a parent says nothing of the rows of tables that inherit from it. */
function knownTarget(table: RangeVar | undefined, context: Context): Target['proves'] {
  const { relname: name = '', schemaname: schema } = table ?? {};
  const known = knownRelation(context.catalog, {
    name,
    ...(schema === undefined ? {} : { schema }),
  });
  if (known === undefined || known.changed) return undefined;
  const inherited = descendantsOf(context.catalog.schema, known).some(
    ({ facts }) => !facts.isPartition,
  );
  if (inherited || !['table', 'partitioned-table'].includes(known.facts.kind)) return undefined;
  return {
    isNotNull: (column) => isNotNull(known, column),
    bindsKey: (columns) => bindsKey(known, columns),
  };
}

/** Columns of the target that a condition names, without those in sub-selects. */
function columnsIn(tree: object, target: Target): readonly string[] {
  const reference = nodeAs(tree, 'ColumnRef');
  if (reference !== undefined) {
    const own = ownColumn({ ColumnRef: reference }, target);
    return own === undefined ? [] : [own];
  }
  return childrenOf(tree).flatMap(([key, child]) =>
    key === 'subselect' ? [] : columnsIn(child, target),
  );
}

/** A table inserted into itself conflicts with each of its rows. */
function overwritten({ relation: table, selectStmt }: InsertStmt, where: Node | undefined): Reach {
  if (!isCopyOf(selectStmt, table?.relname ?? '')) return 'filtered';
  return where === undefined ? 'tautology' : reachOf(where, targetOf(table));
}

function joinsItself({ relation: table, sourceRelation, joinCondition }: MergeStmt): boolean {
  const { name, relation: own } = targetOf(table);
  const copy = copyName(sourceRelation, own);
  return copy !== undefined && linksCopy(joinCondition, name, copy);
}

function mergeWrites(statement: NodeOf<'MergeStmt'>, context: Context): readonly Draft[] {
  const { relation: table, joinCondition, mergeWhenClauses } = statement;
  const joined = joinsItself(statement)
    ? ({ reach: 'tautology' } as const)
    : weigh(joinCondition, table, { measure: reachOfJoin, context });
  return nodesAs(mergeWhenClauses, 'MergeWhenClause').flatMap((when) => {
    const unmatched = when.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE';
    const choice = unmatched ? weigh(when.condition, table, { measure: reachOf, context }) : joined;
    if (when.commandType === 'CMD_DELETE')
      return writes({ verb: 'delete', ...choice }, table, context);
    if (when.commandType === 'CMD_UPDATE') {
      const columns = assigned(when.targetList);
      return writes({ verb: 'update', ...choice, columns }, table, context);
    }
    if (when.commandType !== 'CMD_INSERT') return [];
    return writes({ verb: 'insert', reach: 'filtered' }, table, context);
  });
}
