import type { ObjectKind } from '../domain/effect.ts';

export type ObjectName = {
  readonly kind: ObjectKind;
  readonly schema?: string;
  readonly name: string;
  readonly part?: string;
  readonly signature?: string;
};

/** The names of one family: ALTER TABLE may name a view, too. */
export function relatedKeys(object: ObjectName): readonly string[] {
  const related = ['relation', 'view', 'foreign-table'];
  return related.includes(spaceOf(object.kind))
    ? related.map((space) => spaceKey(space, object))
    : [];
}

export function unqualified({ kind, name, part, signature }: ObjectName): ObjectName {
  return {
    kind,
    name,
    ...(part === undefined ? {} : { part }),
    ...(signature === undefined ? {} : { signature }),
  };
}

export function isUnqualified({ kind, schema }: ObjectName): boolean {
  return schema === undefined && kind !== 'schema';
}

export function isFoundInTemporary(kind: ObjectKind): boolean {
  return ['relation', 'view', 'type', 'foreign-table'].includes(spaceOf(kind));
}

/** It goes along with its table. A qualified one leaves no other behind under its name; a part does. */
export function isFragile({ kind, schema, part }: ObjectName): boolean {
  // An index may join one above its own, whatever schema it is in.
  if (part !== undefined || kind === 'index') return true;
  return schema === undefined && ['sequence', 'statistics'].includes(kind);
}

/**
 * Tables, indexes and sequences share one name space, and so do types and domains. Views and foreign
 * tables stand apart: a write to one that was created here reaches somebody else's rows.
 */
const nameSpaces: Partial<Record<ObjectKind, string>> = {
  table: 'relation',
  column: 'relation',
  constraint: 'relation',
  trigger: 'relation',
  rule: 'relation',
  policy: 'relation',
  index: 'relation',
  view: 'view',
  'materialized-view': 'relation',
  sequence: 'relation',
  'foreign-table': 'foreign-table',
  schema: 'schema',
  type: 'type',
  domain: 'type',
  statistics: 'statistics',
  collation: 'collation',
  conversion: 'conversion',
};

/** What has overloads. */
export const routines = new Set<ObjectKind>(['function', 'procedure', 'aggregate', 'operator']);

/** Whether rows of a table may stand behind the kind. */
export function isRelationKind(kind: ObjectKind): boolean {
  return kind !== 'index' && (nameSpaces[kind] === 'relation' || kind === 'foreign-table');
}

function spaceOf(kind: ObjectKind): string {
  return nameSpaces[kind] ?? kind;
}

export function keyOf(object: ObjectName): string {
  return spaceKey(spaceOf(object.kind), object);
}

function spaceKey(space: string, { schema, name }: ObjectName): string {
  return JSON.stringify([space, schema ?? null, name]);
}

/** Undefined for what is not followed. */
export function ownKey(object: ObjectName): string | undefined {
  const { kind, schema, name, part, signature } = object;
  if (part !== undefined)
    return ['trigger', 'rule', 'policy'].includes(kind)
      ? JSON.stringify([kind, schema ?? null, name, part])
      : undefined;
  if (routines.has(kind)) return routineKey(object, signature ?? null);
  return nameSpaces[kind] === undefined ? undefined : keyOf(object);
}

export function routineKey({ kind, schema, name }: ObjectName, signature: string | null): string {
  const space = kind === 'operator' ? kind : 'routine';
  return JSON.stringify([space, schema ?? null, name, signature]);
}
