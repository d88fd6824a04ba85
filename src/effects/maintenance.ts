import type { ObjectReference } from '../domain/effect.ts';
import { lockModes } from '../domain/effect.ts';
import type { Draft } from './draft.ts';
import { deriver, locks, named, relation } from './draft.ts';
import { isOptionOn, nodesAs } from '../sql/nodes.ts';

export const maintenance = {
  LockStmt: deriver('LockStmt', (statement, context) =>
    nodesAs(statement.relations, 'RangeVar').map((table) =>
      // The grammar numbers the modes from 1, in the order of the manual.
      locks(relation(table, context), lockModes[(statement.mode ?? 8) - 1] ?? 'ACCESS EXCLUSIVE'),
    ),
  ),
  ReindexStmt: deriver('ReindexStmt', (statement, context): readonly Draft[] => {
    const index = statement.kind === 'REINDEX_OBJECT_INDEX';
    const object =
      statement.relation === undefined
        ? named('schema', [statement.name ?? ''], context)
        : relation(statement.relation, context, index ? 'index' : 'table');
    const concurrently = isOptionOn(statement.params, 'concurrently');
    return [
      {
        kind: 'builds-index',
        object,
        index: index ? object.name : '',
        concurrently,
        unique: false,
      },
      locks(object, concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE'),
    ];
  }),
  ClusterStmt: deriver('ClusterStmt', (statement, context) => {
    const object =
      statement.relation === undefined ? everyTable : relation(statement.relation, context);
    return [{ kind: 'rewrites', object }, locks(object, 'ACCESS EXCLUSIVE')];
  }),
  VacuumStmt: deriver('VacuumStmt', (statement, context) => {
    const full = isOptionOn(statement.options, 'full');
    const named = nodesAs(statement.rels, 'VacuumRelation').map((target) =>
      relation(target.relation, context),
    );
    const tables = named.length === 0 ? [everyTable] : named;
    return tables.flatMap((object): readonly Draft[] => {
      if (!full) return [locks(object, 'SHARE UPDATE EXCLUSIVE')];
      return [{ kind: 'rewrites', object }, locks(object, 'ACCESS EXCLUSIVE')];
    });
  }),
  RefreshMatViewStmt: deriver('RefreshMatViewStmt', (statement, context) => {
    const object = relation(statement.relation, context, 'materialized-view');
    const emptied = statement.skipData === true;
    return [
      ...(emptied ? [{ kind: 'truncates', object, cascade: false } as const] : []),
      locks(object, statement.concurrent === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE'),
    ];
  }),
} as const;

/** VACUUM and CLUSTER without a name; never looked up, for somebody may create a table of this name. */
const everyTable: ObjectReference = { kind: 'table', name: '*', createdHere: false };
