import type { Node } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, named, relation } from './draft.ts';
import { formLocks, type PlayedForm } from './form-costs.ts';
import { tableOfIndex } from './known-relations.ts';
import { isOptionOn, namesOf, nodeAs, nodesAs, optionNamed } from '../sql/nodes.ts';
import { kindOf, objectOf } from './objects.ts';
import { roleName, roleOptions } from './privilege.ts';
import { functionSettings } from './settings.ts';
import { dictionaryFiles } from './text-search.ts';
import { movesPath } from './function-path.ts';

/** ALTER of everything but tables: one `alters` each, and what it locks. */
export const alter = {
  RenameStmt: deriver('RenameStmt', (statement, context) => {
    const kind = kindOf(statement.renameType);
    const to = statement.newname ?? '';
    if (statement.relation === undefined) {
      const object =
        statement.object === undefined
          ? named(kind, [statement.subname ?? ''], context)
          : objectOf(kind, statement.object, context);
      return [{ kind: 'alters', object, change: 'rename', to }];
    }
    const object = relation(statement.relation, context, kind, statement.subname);
    // ALTER INDEX renames a table as well, and locks that for everybody: only facts tell.
    const isIndex = kind === 'index' && tableOfIndex(object, context.catalog).length > 0;
    const renamed: PlayedForm = isIndex
      ? { form: 'rename-index', roles: { index: [object] }, usesFacts: true }
      : { form: 'rename-column', roles: { itself: [object] } };
    return [{ kind: 'alters', object, change: 'rename', to }, ...formLocks(renamed, context)];
  }),
  AlterObjectSchemaStmt: deriver('AlterObjectSchemaStmt', (statement, context) => {
    const kind = kindOf(statement.objectType);
    const to = statement.newschema ?? '';
    const object =
      statement.relation === undefined
        ? objectOf(kind, statement.object, context)
        : relation(statement.relation, context, kind);
    return [
      { kind: 'alters', object, change: 'set-schema', to },
      locks(object, 'ACCESS EXCLUSIVE'),
    ];
  }),
  AlterOwnerStmt: deriver('AlterOwnerStmt', (statement, context) => {
    const kind = kindOf(statement.objectType);
    const object =
      statement.relation === undefined
        ? objectOf(kind, statement.object, context)
        : relation(statement.relation, context, kind);
    return [{ kind: 'alters', object, change: 'owner', to: roleName(statement.newowner) }];
  }),
  AlterObjectDependsStmt: deriver('AlterObjectDependsStmt', (statement, context) => {
    const kind = kindOf(statement.objectType);
    const object =
      statement.relation === undefined
        ? objectOf(kind, statement.object, context)
        : relation(statement.relation, context, kind);
    return [{ kind: 'alters', object, change: 'depends-on-extension' }];
  }),
  AlterDomainStmt: deriver('AlterDomainStmt', (statement, context) => {
    const object = named('domain', namesOf(statement.typeName), context);
    const changes: Readonly<Record<string, string>> = {
      T: 'column-default',
      N: 'drop-not-null',
      O: 'set-not-null',
      C: 'add-constraint',
      X: 'drop-constraint',
      V: 'validate-constraint',
    };
    const change = changes[statement.subtype ?? ''] ?? 'domain';
    const scans = change === 'set-not-null' || change === 'add-constraint';
    return [
      { kind: 'alters', object, change },
      ...(scans ? [{ kind: 'scans', object } as const] : []),
    ];
  }),
  AlterEnumStmt: deriver('AlterEnumStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('type', namesOf(statement.typeName), context),
      change: statement.oldVal === undefined ? 'add-value' : 'rename-value',
    },
  ]),
  AlterSeqStmt: deriver('AlterSeqStmt', (statement, context) => {
    const object = relation(statement.sequence, context, 'sequence');
    const restarts = optionNamed(statement.options, 'restart') !== undefined;
    return [
      { kind: 'alters', object, change: restarts ? 'restart-sequence' : 'sequence' },
      ...ownerOf(statement.options, object, context),
      ...formLocks({ form: 'alter-sequence', roles: { itself: [object] } }, context),
    ];
  }),
  AlterFunctionStmt: deriver(
    'AlterFunctionStmt',
    (statement, context) => {
      const kind = kindOf(statement.objtype);
      const object = named(kind, namesOf(statement.func?.objname), context);
      const elevates = isOptionOn(statement.actions, 'security');
      return [
        { kind: 'alters', object, change: elevates ? 'security-definer' : 'function-options' },
        ...(movesPath(statement, object.schema)
          ? [{ kind: 'alters', object, change: 'function-path' } as const]
          : []),
        ...functionSettings(statement.actions),
      ];
    },
    () => 'skip',
  ),
  AlterTypeStmt: deriver('AlterTypeStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('type', namesOf(statement.typeName), context),
      change: 'type-options',
    },
  ]),
  AlterOperatorStmt: deriver('AlterOperatorStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('operator', namesOf(statement.opername?.objname), context),
      change: 'operator',
    },
  ]),
  AlterOpFamilyStmt: deriver('AlterOpFamilyStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('operator', namesOf(statement.opfamilyname), context),
      change: 'operator-family',
    },
  ]),
  AlterCollationStmt: deriver('AlterCollationStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('collation', namesOf(statement.collname), context),
      change: 'refresh-version',
    },
  ]),
  AlterStatsStmt: deriver('AlterStatsStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('statistics', namesOf(statement.defnames), context),
      change: 'statistics',
    },
  ]),
  AlterTSDictionaryStmt: deriver('AlterTSDictionaryStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('text-search', namesOf(statement.dictname), context),
      change: 'dictionary',
    },
    ...dictionaryFiles(statement.options),
  ]),
  AlterTSConfigurationStmt: deriver('AlterTSConfigurationStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('text-search', namesOf(statement.cfgname), context),
      change: 'configuration',
    },
  ]),
  AlterPolicyStmt: deriver('AlterPolicyStmt', (statement, context) => {
    const object = relation(statement.table, context, 'policy', statement.policy_name);
    return [
      { kind: 'alters', object, change: 'policy' },
      ...formLocks({ form: 'alter-policy', roles: { itself: [object] } }, context),
    ];
  }),
  AlterEventTrigStmt: deriver('AlterEventTrigStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('event-trigger', [statement.trigname ?? ''], context),
      change:
        statement.tgenabled === 'D' || statement.tgenabled === 'R'
          ? 'disable-trigger'
          : 'enable-trigger',
    },
  ]),
  AlterRoleStmt: deriver('AlterRoleStmt', (statement, context): readonly Draft[] => [
    {
      kind: 'alters',
      object: named('role', [roleName(statement.role)], context),
      change: 'role-attributes',
      to: roleOptions(statement.options).join(', '),
    },
  ]),
  ReassignOwnedStmt: deriver('ReassignOwnedStmt', (statement, context) =>
    nodesAs(statement.roles, 'RoleSpec').map((role) => ({
      kind: 'alters' as const,
      object: named('owned-objects', [roleName(role)], context),
      change: 'owner',
      to: roleName(statement.newrole),
    })),
  ),
  SecLabelStmt: deriver('SecLabelStmt', (statement, context) => [
    {
      kind: 'alters',
      object: objectOf(kindOf(statement.objtype), statement.object, context),
      change: 'security-label',
    },
  ]),
  AlterPublicationStmt: deriver('AlterPublicationStmt', (statement, context) => [
    {
      kind: 'alters',
      object: named('publication', [statement.pubname ?? ''], context),
      change: 'publication',
    },
    { kind: 'accesses-server', how: 'replication', detail: 'alter publication' },
  ]),
} as const;

/** A sequence that was there before goes with the table that owns it now. */
function ownerOf(
  options: readonly Node[] | undefined,
  sequence: ObjectReference,
  context: Context,
): readonly Draft[] {
  const names = namesOf(nodeAs(optionNamed(options, 'owned_by')?.arg, 'List')?.items);
  if (names.length < 2 || sequence.createdHere) return [];
  const object = named('table', names.slice(0, -1), context);
  return [{ kind: 'alters', object, change: 'owns-sequence' }];
}
