import type { RefreshMatViewStmt } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';
import { lockModes } from '../domain/effect.ts';
import type { Draft } from './draft.ts';
import { deriver, locks, named, relation } from './draft.ts';
import { byFacts, formCosts, formLocks } from './form-costs.ts';
import { tableOfIndex } from './known-relations.ts';
import type { LockForm } from './locks.ts';
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
    const form = concurrently ? 'reindex-index-concurrently' : 'reindex-index';
    const table = index ? tableOfIndex(object, context.catalog) : [];
    return [
      {
        kind: 'builds-index',
        object,
        index: index ? object.name : '',
        concurrently,
        unique: false,
      },
      // Every reader of the table looks at its indexes first, so it waits for any of them.
      locks(object, concurrently ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE'),
      ...byFacts(form, { itself: table }).flatMap((played) => formLocks(played, context)),
    ];
  }),
  ClusterStmt: deriver('ClusterStmt', (statement, context) => {
    const object =
      statement.relation === undefined ? everyTable : relation(statement.relation, context);
    return formCosts({ form: 'cluster', roles: { itself: [object] } }, context);
  }),
  VacuumStmt: deriver('VacuumStmt', (statement, context) => {
    const full = isOptionOn(statement.options, 'full');
    const named = nodesAs(statement.rels, 'VacuumRelation').map((target) =>
      relation(target.relation, context),
    );
    const tables = named.length === 0 ? [everyTable] : named;
    return tables.flatMap((object): readonly Draft[] => {
      const form = full ? 'vacuum-full' : 'vacuum';
      return formCosts({ form, roles: { itself: [object] } }, context);
    });
  }),
  RefreshMatViewStmt: deriver('RefreshMatViewStmt', (statement, context) => {
    const object = relation(statement.relation, context, 'materialized-view');
    const emptied = statement.skipData === true;
    return [
      ...(emptied ? [{ kind: 'truncates', object, cascade: false } as const] : []),
      ...formLocks({ form: refreshForm(statement), roles: { itself: [object] } }, context),
    ];
  }),
} as const;

function refreshForm({ concurrent, skipData }: RefreshMatViewStmt): LockForm {
  if (skipData === true) return 'refresh-no-data';
  return concurrent === true ? 'refresh-concurrently' : 'refresh';
}

/** VACUUM and CLUSTER without a name; never looked up, for somebody may create a table of this name. */
const everyTable: ObjectReference = { kind: 'table', name: '*', createdHere: false };
