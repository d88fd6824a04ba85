import type { Catalog } from '../catalog/catalog.ts';
import type { ObjectReference } from '../domain/effect.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, named, relation } from './draft.ts';
import { byFacts, formLocks, type PlayedForm } from './form-costs.ts';
import {
  dependentViews,
  descendantTables,
  parentTables,
  referencedTables,
  referencingTables,
  tableOfIndex,
  tablesWithType,
} from './known-relations.ts';
import { droppedAlong, withEmptied } from './fan-out.ts';
import { nodesAs } from '../sql/nodes.ts';
import { droppedObject, kindOf } from './objects.ts';

const lockedByDrop = new Set([
  'table',
  'view',
  'materialized-view',
  'index',
  'sequence',
  'foreign-table',
]);

export const drop = {
  DropStmt: deriver('DropStmt', (statement, context) => {
    const kind = kindOf(statement.removeType);
    const cascade = statement.behavior === 'DROP_CASCADE';
    const online = statement.concurrent === true;
    return (statement.objects ?? []).flatMap((node) => {
      const object = droppedObject(kind, node, context);
      const along = cascade ? droppedAlong(object, context) : [];
      return [
        ...dropping(object, cascade),
        ...along,
        ...locksOfDrop(object, online),
        ...(online ? [] : locksBeside(object, cascade, context)),
      ];
    });
  }),
  TruncateStmt: deriver('TruncateStmt', (statement, context) =>
    nodesAs(statement.relations, 'RangeVar').flatMap((table): readonly Draft[] => {
      const object = relation(table, context);
      const cascade = statement.behavior === 'DROP_CASCADE';
      const referencing = cascade ? referencingTables(object, context.catalog) : [];
      const emptied = withEmptied(
        { kind: 'truncates', object, cascade },
        table.inh !== true,
        context,
      );
      return [
        ...emptied,
        locks(object, 'ACCESS EXCLUSIVE'),
        ...byFacts('truncate-cascade', { referencing }).flatMap((played) =>
          formLocks(played, context),
        ),
      ];
    }),
  ),
  DropdbStmt: deriver('DropdbStmt', (statement, context) =>
    dropping(named('database', [statement.dbname ?? ''], context), false),
  ),
  DropRoleStmt: deriver('DropRoleStmt', (statement, context) =>
    nodesAs(statement.roles, 'RoleSpec').flatMap((role) =>
      dropping(named('role', [role.rolename ?? ''], context), false),
    ),
  ),
  DropTableSpaceStmt: deriver('DropTableSpaceStmt', (statement, context) =>
    dropping(named('tablespace', [statement.tablespacename ?? ''], context), false),
  ),
  DropOwnedStmt: deriver('DropOwnedStmt', (statement, context) =>
    nodesAs(statement.roles, 'RoleSpec').flatMap((role) =>
      dropping(named('owned-objects', [role.rolename ?? 'current_user'], context), true),
    ),
  ),
  DropSubscriptionStmt: deriver('DropSubscriptionStmt', (statement, context) => [
    ...dropping(named('subscription', [statement.subname ?? ''], context), false),
    { kind: 'accesses-server', how: 'replication', detail: 'drop subscription' },
  ]),
  DropUserMappingStmt: deriver('DropUserMappingStmt', (statement, context) =>
    dropping(named('user-mapping', [statement.servername ?? ''], context), false),
  ),
} as const;

function dropping(object: ObjectReference, cascade: boolean): readonly Draft[] {
  return [{ kind: 'drops', object, cascade }];
}

function locksOfDrop(object: ObjectReference, online: boolean): readonly Draft[] {
  if (object.part === undefined && !lockedByDrop.has(object.kind)) return [];
  return [locks(object, online ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE')];
}

/** What the facts say is locked along with it: both ends of foreign keys, parents, and what CASCADE reaches. */
function locksBeside(
  object: ObjectReference,
  cascade: boolean,
  context: Context,
): readonly Draft[] {
  return playedBeside(object, cascade, context.catalog).flatMap((played) =>
    formLocks(played, context),
  );
}

function playedBeside(
  object: ObjectReference,
  cascade: boolean,
  catalog: Catalog,
): readonly PlayedForm[] {
  switch (object.kind) {
    case 'table':
      return [
        ...byFacts('drop-table-with-foreign-key', {
          referenced: referencedTables(object, catalog),
        }),
        ...byFacts('drop-partition', { parent: parentTables(object, catalog) }),
        ...(cascade ? reachedByCascade(object, catalog) : []),
      ];
    case 'index':
      return byFacts('drop-index', { itself: tableOfIndex(object, catalog) });
    case 'domain':
    case 'type':
      return cascade
        ? byFacts('drop-type-cascade', { itself: tablesWithType(object, catalog) })
        : [];
    default:
      return [];
  }
}

function reachedByCascade(table: ObjectReference, catalog: Catalog): readonly PlayedForm[] {
  return [
    ...byFacts('drop-table-cascade', { referencing: referencingTables(table, catalog) }),
    ...byFacts('drop-table-view-cascade', { view: dependentViews(table, catalog) }),
    ...byFacts('drop-table-inherited-cascade', { child: descendantTables(table, catalog) }),
  ];
}
