import type { Node, ObjectType } from '@pgsql/types';
import { lookupDropped } from '../catalog/catalog.ts';
import type { ObjectKind, ObjectReference } from '../domain/effect.ts';
import type { Context } from './draft.ts';
import { named } from './draft.ts';
import { signatureOfDropped } from './signature.ts';
import { namesOf, nodeAs } from '../sql/nodes.ts';

/** The grammar's object types in the domain's words. */
const kinds: Record<ObjectType, ObjectKind> = {
  OBJECT_ACCESS_METHOD: 'access-method',
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_AMOP: 'operator',
  OBJECT_AMPROC: 'operator',
  OBJECT_ATTRIBUTE: 'type',
  OBJECT_CAST: 'cast',
  OBJECT_COLUMN: 'column',
  OBJECT_COLLATION: 'collation',
  OBJECT_CONVERSION: 'conversion',
  OBJECT_DATABASE: 'database',
  OBJECT_DEFAULT: 'column',
  OBJECT_DEFACL: 'default-privileges',
  OBJECT_DOMAIN: 'domain',
  OBJECT_DOMCONSTRAINT: 'domain',
  OBJECT_EVENT_TRIGGER: 'event-trigger',
  OBJECT_EXTENSION: 'extension',
  OBJECT_FDW: 'foreign-data-wrapper',
  OBJECT_FOREIGN_SERVER: 'foreign-server',
  OBJECT_FOREIGN_TABLE: 'foreign-table',
  OBJECT_FUNCTION: 'function',
  OBJECT_INDEX: 'index',
  OBJECT_LANGUAGE: 'language',
  OBJECT_LARGEOBJECT: 'large-object',
  OBJECT_MATVIEW: 'materialized-view',
  OBJECT_OPCLASS: 'operator',
  OBJECT_OPERATOR: 'operator',
  OBJECT_OPFAMILY: 'operator',
  OBJECT_PARAMETER_ACL: 'other',
  OBJECT_POLICY: 'policy',
  OBJECT_PROCEDURE: 'procedure',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_PUBLICATION_NAMESPACE: 'publication',
  OBJECT_PUBLICATION_REL: 'publication',
  OBJECT_ROLE: 'role',
  OBJECT_ROUTINE: 'function',
  OBJECT_RULE: 'rule',
  OBJECT_SCHEMA: 'schema',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_SUBSCRIPTION: 'subscription',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_TABLE: 'table',
  OBJECT_TABLESPACE: 'tablespace',
  OBJECT_TRANSFORM: 'other',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_TSCONFIGURATION: 'text-search',
  OBJECT_TSDICTIONARY: 'text-search',
  OBJECT_TSPARSER: 'text-search',
  OBJECT_TSTEMPLATE: 'text-search',
  OBJECT_TYPE: 'type',
  OBJECT_USER_MAPPING: 'user-mapping',
  OBJECT_VIEW: 'view',
};

export function kindOf(type: ObjectType | undefined): ObjectKind {
  return type === undefined ? 'other' : kinds[type];
}

/** The object that a node of a DROP, RENAME, OWNER, SET SCHEMA or GRANT list names. */
export function objectOf(
  kind: ObjectKind,
  node: Node | undefined,
  context: Context,
): ObjectReference {
  const names = nameParts(node);
  if (kind === 'trigger' || kind === 'rule' || kind === 'policy') {
    return named(kind, names.slice(0, -1), context, names.at(-1));
  }
  return named(kind, names, context);
}

/** What one entry of a DROP names. */
export function droppedObject(
  kind: ObjectKind,
  node: Node | undefined,
  context: Context,
): ObjectReference {
  const found = objectOf(kind, node, context);
  return lookupDropped(context.catalog, { ...found, ...signatureOfDropped(node) });
}

function nameParts(node: Node | undefined): readonly string[] {
  const routine = nodeAs(node, 'ObjectWithArgs');
  if (routine !== undefined) return namesOf(routine.objname);
  const type = nodeAs(node, 'TypeName');
  if (type !== undefined) return namesOf(type.names);
  const table = nodeAs(node, 'RangeVar');
  if (table !== undefined) {
    return [table.schemaname, table.relname].filter((name) => name !== undefined);
  }
  const name = nodeAs(node, 'String');
  if (name !== undefined) return [name.sval ?? ''];
  const items = nodeAs(node, 'List')?.items ?? [];
  return items.flatMap((item) => nameParts(item));
}
