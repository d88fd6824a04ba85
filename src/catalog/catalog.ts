import type { Facts } from '../domain/facts.ts';
import type { Effect, EffectOf, ObjectKind, ObjectReference } from '../domain/effect.ts';
import { columnsOf, sizeOf } from './relations.ts';
import { findRelation, forgetNames, movesNames, schemaAfter, schemaOf } from './schema.ts';
import type { KnownRelation, Schema } from './schema.ts';
import { emptyTrie, trieGet, trieHas, trieWhere, trieWith, trieWithout } from './trie.ts';
import type { Trie } from './trie.ts';

/**
 * What is known of the schema: which objects this change created for certain. They are followed by
 * identity (create, drop, rename, set schema), never by name alone, and whatever might point a
 * created name at somebody else's object makes the catalog forget. Names count as they were
 * written: `users` and `public.users` may differ, because nobody knows the login's search_path.
 */
export type Catalog = {
  readonly created: Trie<CreatedObject>;
  /** A SET search_path was seen: an unqualified name may mean anything. */
  readonly searchPathChanged: boolean;
  readonly unitId: string | undefined;
  /** What is known of the target before the change; undefined where nobody said. */
  readonly facts: Facts | undefined;
  /** The relations of the facts under the names that they have by now. */
  readonly schema: Schema;
};

type CreatedObject = {
  readonly name: string;
  readonly temporary: boolean;
  /** Its columns, while nothing altered them. */
  readonly columns?: readonly string[] | undefined;
};

export type ObjectName = {
  readonly kind: ObjectKind;
  readonly schema?: string;
  readonly name: string;
};

export const emptyCatalog: Catalog = {
  created: emptyTrie(),
  searchPathChanged: false,
  unitId: undefined,
  facts: undefined,
  schema: schemaOf(undefined),
};

/** The catalog before the first statement of a change. */
export function catalogOf(facts: Facts | undefined): Catalog {
  return { ...emptyCatalog, facts, schema: schemaOf(facts) };
}

/** Major version of the server that the facts are of; undefined where nobody said. */
export function majorOf({ facts }: Pick<Catalog, 'facts'>): number | undefined {
  return facts === undefined ? undefined : Math.floor(facts.serverVersion / 10_000);
}

/** Whether this change created the object for certain; its parts are as new as it is. */
function isCreatedHere(catalog: Catalog, object: ObjectName): boolean {
  if (catalog.searchPathChanged && object.schema === undefined) return false;
  return trieHas(catalog.created, keyOf(object));
}

/** The object as far as the catalog knows it. */
export function lookup(
  catalog: Catalog,
  object: ObjectName & { readonly part?: string },
): ObjectReference {
  if (isCreatedHere(catalog, object)) return { ...object, createdHere: true };
  const known = isOfRelation(object.kind) ? knownRelation(catalog, object) : undefined;
  const size = known === undefined ? undefined : sizeOf(known);
  return { ...object, createdHere: false, ...(size === undefined ? {} : { size }) };
}

/** What the facts say of the relation that a name means at this point; undefined where nothing is certain. */
export function knownRelation(
  catalog: Catalog,
  name: Pick<ObjectName, 'schema' | 'name'>,
): KnownRelation | undefined {
  if (isCreatedHere(catalog, { ...name, kind: 'table' })) return undefined;
  return findRelation(catalog.schema, name);
}

/** All columns of the relation that a name means, whether this change created it or the facts know it. */
export function knownColumns(
  catalog: Catalog,
  name: Pick<ObjectName, 'schema' | 'name'>,
): readonly string[] | undefined {
  const table = { ...name, kind: 'table' } as const;
  if (isCreatedHere(catalog, table)) return trieGet(catalog.created, keyOf(table))?.columns;
  const known = knownRelation(catalog, name);
  return known === undefined ? undefined : columnsOf(known);
}

function isOfRelation(kind: ObjectKind): boolean {
  return kind !== 'index' && (nameSpaces[kind] === 'relation' || kind === 'foreign-table');
}

/** The catalog after these effects, in order. */
export function advance(catalog: Catalog, effects: readonly Effect[]): Catalog {
  return effects.reduce(afterEffect, catalog);
}

function afterEffect(before: Catalog, effect: Effect): Catalog {
  const catalog = withSchema(inUnit(before, effect.unitId), effect);
  if (isUnfathomable(effect)) return forget(catalog);
  switch (effect.kind) {
    case 'creates':
      return afterCreate(catalog, effect);
    case 'drops':
      return effect.object.part === undefined
        ? without(catalog, keyOf(effect.object))
        : withoutColumns(catalog, effect.object);
    case 'alters':
      return afterAlter(catalog, effect);
    case 'sets':
      return afterSetting(catalog, effect);
    case 'controls-transaction':
      return afterTransaction(catalog, effect.action);
    default:
      return catalog;
  }
}

function withSchema(catalog: Catalog, effect: Effect): Catalog {
  return { ...catalog, schema: schemaAfter(catalog.schema, effect) };
}

/** It may have renamed or dropped anything. */
function isUnfathomable(effect: Effect): boolean {
  if (effect.kind === 'calls') return !effect.known;
  return (
    effect.kind === 'executes-dynamic' || effect.kind === 'unparsed' || effect.kind === 'unknown'
  );
}

/** ROLLBACK undoes creations and renames; COMMIT may drop temporary tables. */
function afterTransaction(catalog: Catalog, action: string): Catalog {
  if (['begin', 'start', 'savepoint', 'release'].includes(action)) return catalog;
  return action === 'commit' ? withoutTemporary(catalog) : forget(catalog);
}

/** Temporary tables and SET belong to the session, and each unit may get its own. */
function inUnit(catalog: Catalog, unitId: string): Catalog {
  if (catalog.unitId === unitId) return catalog;
  return { ...withoutTemporary(catalog), unitId };
}

function withoutTemporary(catalog: Catalog): Catalog {
  return { ...catalog, created: trieWhere(catalog.created, (object) => !object.temporary) };
}

function afterCreate(catalog: Catalog, effect: EffectOf<'creates'>): Catalog {
  const { object } = effect;
  if (object.part !== undefined || !isTracked(object.kind)) return catalog;
  if (!object.createdHere || effect.via !== 'direct') {
    return without(catalog, keyOf(object));
  }
  const temporary = object.schema === 'pg_temp';
  const made: CreatedObject = { name: object.name, temporary, columns: effect.columns };
  const created = trieWith(catalog.created, [keyOf(object), made]);
  if (!temporary) return { ...catalog, created };
  const bare = keyOf({ kind: object.kind, name: object.name });
  return { ...catalog, created: trieWith(created, [bare, made]) };
}

/** From then on what happens to the new table happens to something else, too. */
const entangling = new Set(['attach-partition', 'inherited-by', 'referenced-by', 'owns-sequence']);

function afterAlter(catalog: Catalog, effect: EffectOf<'alters'>): Catalog {
  const { object, change, to } = effect;
  if (entangling.has(change)) return without(catalog, keyOf(object));
  if (object.part !== undefined) return withoutColumns(catalog, object);
  if (to === undefined) return catalog;
  if (object.kind === 'schema') return forget(catalog);
  if (change !== 'rename' && change !== 'set-schema') return catalog;
  return moved(catalog, effect, to);
}

function moved(catalog: Catalog, effect: EffectOf<'alters'>, to: string): Catalog {
  const { object, change } = effect;
  const target: ObjectName =
    change === 'rename' ? { ...object, name: to } : { ...object, schema: to };
  const known = isCreatedHere(catalog, object) && effect.via === 'direct';
  const source = without(catalog, keyOf(object));
  if (!known) return withoutName(without(source, keyOf({ kind: 'schema', name: to })), target.name);
  const columns = trieGet(catalog.created, keyOf(object))?.columns;
  const moved = { name: target.name, temporary: object.schema === 'pg_temp', columns };
  return { ...source, created: trieWith(source.created, [keyOf(target), moved]) };
}

function afterSetting(catalog: Catalog, effect: EffectOf<'sets'>): Catalog {
  return movesNames(effect.setting) ? { ...catalog, searchPathChanged: true } : catalog;
}

function forget(catalog: Catalog): Catalog {
  return { ...catalog, created: emptyTrie(), schema: forgetNames(catalog.schema) };
}

function without(catalog: Catalog, key: string): Catalog {
  return { ...catalog, created: trieWithout(catalog.created, key) };
}

function withoutColumns(catalog: Catalog, table: ObjectName): Catalog {
  const key = keyOf(table);
  const known = trieGet(catalog.created, key);
  if (known?.columns === undefined) return catalog;
  const { columns: _, ...rest } = known;
  return { ...catalog, created: trieWith(catalog.created, [key, rest]) };
}

/** Somebody else's object now carries this name, in a schema that may come first in the path. */
function withoutName(catalog: Catalog, name: string): Catalog {
  return { ...catalog, created: trieWhere(catalog.created, (object) => object.name !== name) };
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
};

function isTracked(kind: ObjectKind): boolean {
  return nameSpaces[kind] !== undefined;
}

function keyOf(object: ObjectName): string {
  return JSON.stringify([
    nameSpaces[object.kind] ?? object.kind,
    object.schema ?? null,
    object.name,
  ]);
}
