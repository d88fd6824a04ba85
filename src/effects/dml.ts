import type { Node, RangeVar } from '@pgsql/types';
import type { ObjectReference, Reach } from '../domain/effect.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, relation } from './draft.ts';
import type { NodeOf } from '../sql/nodes.ts';
import { nodeAs, nodesAs } from '../sql/nodes.ts';
import { reachOf, reachOfJoin } from './reach.ts';
import type { Target } from './truth.ts';

type Verb = 'insert' | 'update' | 'delete';

export const dml = {
  InsertStmt: deriver('InsertStmt', (statement, context) => {
    const object = relation(statement.relation, context);
    const listed = isListed(statement.selectStmt);
    const inserts = writes('insert', object, listed ? 'listed' : 'filtered');
    if (statement.onConflictClause?.action !== 'ONCONFLICT_UPDATE') return inserts;
    return [...inserts, ...writes('update', object, listed ? 'keyed' : 'filtered')];
  }),
  UpdateStmt: deriver('UpdateStmt', (statement, context) =>
    writes(
      'update',
      relation(statement.relation, context),
      reachOfWrite(statement, statement.fromClause),
    ),
  ),
  DeleteStmt: deriver('DeleteStmt', (statement, context) =>
    writes(
      'delete',
      relation(statement.relation, context),
      reachOfWrite(statement, statement.usingClause),
    ),
  ),
  MergeStmt: deriver('MergeStmt', mergeWrites),
  SelectStmt: deriver('SelectStmt', (statement, context) => {
    if ((statement.lockingClause ?? []).length === 0) return [];
    return nodesAs(statement.fromClause, 'RangeVar').map((table) =>
      locks(relation(table, context), 'ROW SHARE'),
    );
  }),
} as const;

function writes(verb: Verb, object: ObjectReference, reach: Reach): readonly Draft[] {
  return [{ kind: 'writes', verb, object, reach }, locks(object, 'ROW EXCLUSIVE')];
}

function isListed(source: Node | undefined): boolean {
  const select = nodeAs(source, 'SelectStmt');
  return select === undefined || (select.fromClause === undefined && select.op === 'SETOP_NONE');
}

function reachOfWrite(
  statement: { readonly relation?: RangeVar; readonly whereClause?: Node },
  sources: readonly Node[] | undefined,
): Reach {
  const target = targetOf(statement.relation);
  return (sources ?? []).length === 0
    ? reachOf(statement.whereClause, target)
    : reachOfJoin(statement.whereClause, target);
}

function targetOf(table: RangeVar | undefined): Target {
  const relation = table?.relname ?? '';
  return { name: table?.alias?.aliasname ?? relation, relation };
}

function mergeWrites(statement: NodeOf<'MergeStmt'>, context: Context): readonly Draft[] {
  const object = relation(statement.relation, context);
  const target = targetOf(statement.relation);
  const joined = reachOfJoin(statement.joinCondition, target);
  return nodesAs(statement.mergeWhenClauses, 'MergeWhenClause').flatMap((when) => {
    const unmatched = when.matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE';
    const reach = unmatched ? reachOf(when.condition, target) : joined;
    if (when.commandType === 'CMD_DELETE') return writes('delete', object, reach);
    if (when.commandType === 'CMD_UPDATE') return writes('update', object, reach);
    return when.commandType === 'CMD_INSERT' ? writes('insert', object, 'filtered') : [];
  });
}
