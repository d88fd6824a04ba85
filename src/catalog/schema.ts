import type { Effect, EffectOf, ObjectReference } from '../domain/effect.ts';
import type { Facts, RelationFacts } from '../domain/facts.ts';

/**
 * The relations of the facts under the names that they have at this point of the change. They are
 * followed by identity; a name that may mean something else by now means nothing any more, so that
 * no knowledge is used of an object that it is not about.
 */
export type Schema = {
  /** Undefined where nobody can say what an unqualified name means. */
  readonly searchPath: readonly string[] | undefined;
  /** By identity: the key of the name that the relation had before the change. */
  readonly relations: ReadonlyMap<string, RelationFacts>;
  /** From the key of a name to the identity that carries it now. */
  readonly names: ReadonlyMap<string, string>;
  /** Unqualified names that the change gave to something else. */
  readonly hidden: ReadonlySet<string>;
  /** Identities whose columns, keys or constraints the change may have altered. */
  readonly changed: ReadonlySet<string>;
  /** Identities that got rows or followers which the facts do not count. */
  readonly entangled: ReadonlySet<string>;
};

/** One relation that was there before the change. */
export type KnownRelation = {
  readonly identity: string;
  readonly facts: RelationFacts;
  /** Its columns and constraints may differ from the facts: no proof can rest on them. */
  readonly changed: boolean;
  /** The change gave it partitions, children or tables that refer to it: its size tells too little. */
  readonly entangled: boolean;
};

type Name = { readonly schema?: string; readonly name: string };

/** The schema before the first statement. */
export function schemaOf(facts: Facts | undefined): Schema {
  const relations = new Map((facts?.relations ?? []).map((one) => [relationKey(one), one]));
  return {
    searchPath: facts === undefined ? undefined : searchPathOf(facts),
    relations,
    names: new Map([...relations.keys()].map((key) => [key, key])),
    hidden: new Set(),
    changed: new Set(),
    entangled: new Set(),
  };
}

function searchPathOf({ environment }: Facts): readonly string[] {
  return environment.searchPath.map((name) => (name === '$user' ? environment.role : name));
}

/** Names a relation by schema and name. */
export function relationKey({ schema, name }: { readonly schema: string; readonly name: string }) {
  return JSON.stringify([schema, name]);
}

/** The relation that a written name means, if it is certain and the facts know it. */
export function findRelation(schema: Schema, written: Name): KnownRelation | undefined {
  const identity = schema.names.get(nameKey(schema, written) ?? '');
  return identity === undefined ? undefined : relationAt(schema, identity);
}

/** The relation of an identity; undefined when the facts do not know it. */
export function relationAt(schema: Schema, identity: string): KnownRelation | undefined {
  const facts = schema.relations.get(identity);
  if (facts === undefined) return undefined;
  const entangled = schema.entangled.has(identity);
  return { identity, facts, changed: entangled || schema.changed.has(identity), entangled };
}

function nameKey(schema: Schema, { schema: written, name }: Name): string | undefined {
  if (written !== undefined) return relationKey({ schema: written, name });
  if (schema.hidden.has(name) || name.startsWith('pg_')) return undefined;
  return (schema.searchPath ?? [])
    .map((place) => relationKey({ schema: place, name }))
    .find((key) => schema.names.has(key));
}

/** The schema after one effect. */
export function schemaAfter(schema: Schema, effect: Effect): Schema {
  if (schema.relations.size === 0) return schema;
  switch (effect.kind) {
    case 'creates':
      return afterCreate(schema, effect);
    case 'drops':
      return afterDrop(schema, effect);
    case 'alters':
      return afterAlter(schema, effect);
    case 'sets':
      return movesNames(effect.setting) ? { ...schema, searchPath: undefined } : schema;
    default:
      return schema;
  }
}

/** Nobody can say any more what a name means. */
export function forgetNames(schema: Schema): Schema {
  return { ...schema, names: new Map() };
}

/** Whether this setting decides what an unqualified name means. */
export function movesNames(setting: string): boolean {
  return ['search_path', 'role', 'session_authorization', 'all'].includes(setting.toLowerCase());
}

const relationKinds = new Set([
  'table',
  'view',
  'materialized-view',
  'foreign-table',
  'sequence',
  'index',
  'type',
]);

function afterCreate(schema: Schema, { object }: EffectOf<'creates'>): Schema {
  // A rule sends writes somewhere else: what is known of the relation says nothing of them.
  if (object.kind === 'rule') return withoutName(schema, object);
  if (object.kind === 'trigger') return withChanged(schema, object);
  return isRelation(object) ? withoutName(schema, object) : schema;
}

function afterDrop(schema: Schema, { object, cascade, via }: EffectOf<'drops'>): Schema {
  const rest = cascade ? allChanged(schema) : schema;
  if (object.part !== undefined) return withChanged(rest, object);
  if (object.kind === 'schema') return forgetNames(rest);
  if (object.kind === 'index') return withIndexChanged(rest, object.name);
  if (!isRelation(object)) return rest;
  return via === 'direct' ? withoutKey(rest, object) : withoutName(rest, object);
}

/** What these change is not the shape. */
const harmless = new Set([
  'comment',
  'owner',
  'statistics',
  'options',
  'column-options',
  'storage',
  'compression',
  'cluster-on',
  'tablespace',
  'add-column',
  'add-constraint',
  'add-index',
  'set-not-null',
  'validate-constraint',
  'column-default',
  'policy',
  'part-of',
]);

/** From then on a write to it reaches rows that the facts count elsewhere, or another table's. */
const entangling = new Set([
  'attach-partition',
  'parent-of',
  'inherited-by',
  'referenced-by',
  'cascades-to',
  'inherit',
]);

function afterAlter(schema: Schema, effect: EffectOf<'alters'>): Schema {
  const { object, change, to } = effect;
  if (entangling.has(change)) return withEntangled(schema, object);
  if (object.kind === 'schema') return to === undefined ? schema : forgetNames(schema);
  if (harmless.has(change)) return schema;
  if (!isRelation(object)) return withChanged(schema, object);
  if ((change === 'rename' || change === 'set-schema') && to !== undefined)
    return moved(schema, effect, to);
  return withChanged(schema, object);
}

function isRelation({ kind, part }: ObjectReference): boolean {
  return part === undefined && relationKinds.has(kind);
}

function moved(schema: Schema, effect: EffectOf<'alters'>, to: string): Schema {
  const { object, change, via } = effect;
  const key = nameKey(schema, object);
  const identity = key === undefined ? undefined : schema.names.get(key);
  const target = change === 'rename' ? { name: to } : { schema: to, name: object.name };
  if (key === undefined || identity === undefined || via !== 'direct')
    return withoutName(withoutName(schema, object), target);
  const names = new Map(schema.names);
  names.delete(key);
  names.set(relationKey({ schema: schemaIn(key), ...target }), identity);
  return { ...schema, names };
}

function schemaIn(key: string): string {
  const parts: unknown = JSON.parse(key);
  const [schema]: readonly unknown[] = Array.isArray(parts) ? parts : [];
  return typeof schema === 'string' ? schema : '';
}

/** The name means something that the facts do not know, wherever it is looked for. */
function withoutName(schema: Schema, object: Name): Schema {
  const hidden = new Set(schema.hidden).add(object.name);
  const names = new Map(schema.names);
  for (const key of sameNamed(schema, object)) names.delete(key);
  return { ...schema, names, hidden };
}

function sameNamed({ names }: Schema, { schema, name }: Name): readonly string[] {
  if (schema !== undefined) return [relationKey({ schema, name })];
  return [...names.keys()].filter((key) => key.endsWith(`,${JSON.stringify(name)}]`));
}

/** It is gone; where another schema of the path has the same name, that one is meant next. */
function withoutKey(schema: Schema, object: Name): Schema {
  const key = nameKey(schema, object);
  if (key === undefined || !schema.names.has(key)) return withoutName(schema, object);
  const names = new Map(schema.names);
  names.delete(key);
  return { ...schema, names };
}

function withChanged(schema: Schema, object: ObjectReference): Schema {
  const found = findRelation(schema, object);
  if (found === undefined) return schema;
  return { ...schema, changed: new Set(schema.changed).add(found.identity) };
}

function withEntangled(schema: Schema, object: ObjectReference): Schema {
  const found = findRelation(schema, object);
  if (found === undefined) return schema;
  return { ...schema, entangled: new Set(schema.entangled).add(found.identity) };
}

function withIndexChanged(schema: Schema, index: string): Schema {
  const owners = [...schema.relations].flatMap(([identity, { indexes, keys }]) =>
    [...indexes, ...keys].some(({ name }) => name === index) ? [identity] : [],
  );
  return { ...schema, changed: new Set([...schema.changed, ...owners]) };
}

function allChanged(schema: Schema): Schema {
  return { ...schema, changed: new Set(schema.relations.keys()) };
}
