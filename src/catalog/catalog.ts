import type { Facts } from '../domain/facts.ts';
import type { Effect, EffectOf, ObjectReference } from '../domain/effect.ts';
import {
  createdColumns,
  forgetCreated,
  forgetTemporary,
  forgetUnqualified,
  isCreated,
  isCreatedItself,
  nothingCreated,
} from './created.ts';
import type { Created } from './created.ts';
import { adopts, createdAfter, isReserved } from './created-after.ts';
import { isRelationKind } from './names.ts';
import type { ObjectName } from './names.ts';
import { columnsOf, sizeOf } from './relations.ts';
import { findRelation, forgetNames, movesNames, schemaAfter, schemaOf } from './schema.ts';
import type { KnownRelation, Schema } from './schema.ts';

/**
 * What is known of the schema: which objects this change created for certain. They are followed by
 * identity (create, drop, rename, set schema), never by name alone, and whatever might point a
 * created name at somebody else's object makes the catalog forget. Names count as they were
 * written: `users` and `public.users` may differ, because nobody knows the login's search_path.
 * It is taken for granted that the login itself does not move pg_temp or pg_catalog in that path.
 */
export type Catalog = {
  readonly created: Created;
  /** What was known at each SAVEPOINT that ROLLBACK TO can go back to, the last one last. */
  readonly savepoints: readonly Savepoint[];
  readonly unitId: string | undefined;
  /** What is known of the target before the change; undefined where nobody said. */
  readonly facts: Facts | undefined;
  /** The relations of the facts under the names that they have by now. */
  readonly schema: Schema;
};

type Savepoint = { readonly name: string } & Pick<Catalog, 'created' | 'schema'>;

export const emptyCatalog: Catalog = {
  created: nothingCreated,
  savepoints: [],
  unitId: undefined,
  facts: undefined,
  schema: schemaOf(undefined),
};

/** The catalog before the first statement of a change. */
export function catalogOf(facts: Facts | undefined): Catalog {
  const path = facts?.environment.searchPath ?? [];
  const unknownPath = path.some(isReserved);
  const created = { ...nothingCreated, unknownPath };
  return { ...emptyCatalog, created, facts, schema: schemaOf(facts) };
}

/** Major version of the server that the facts are of; undefined where nobody said. */
export function majorOf({ facts }: Pick<Catalog, 'facts'>): number | undefined {
  return facts === undefined ? undefined : Math.floor(facts.serverVersion / 10_000);
}

/** The object as far as the catalog knows it; its parts are as new as it is. */
export function lookup(catalog: Catalog, object: ObjectName): ObjectReference {
  if (isCreated(catalog.created, object)) return { ...object, createdHere: true };
  const known = isRelationKind(object.kind) ? knownRelation(catalog, object) : undefined;
  const size = known === undefined ? undefined : sizeOf(known);
  return { ...object, createdHere: false, ...(size === undefined ? {} : { size }) };
}

/** What a DROP of it takes away: also a trigger, policy or function that is new is nobody's loss. */
export function lookupDropped(catalog: Catalog, object: ObjectName): ObjectReference {
  const found = lookup(catalog, object);
  return isCreatedItself(catalog.created, object) ? { ...found, createdHere: true } : found;
}

/** What the facts say of the relation that a name means at this point; undefined where nothing is certain. */
export function knownRelation(
  catalog: Catalog,
  name: Pick<ObjectName, 'schema' | 'name'>,
): KnownRelation | undefined {
  if (isCreated(catalog.created, { ...name, kind: 'table' })) return undefined;
  return findRelation(catalog.schema, name);
}

/** All columns of the relation that a name means, whether this change created it or the facts know it. */
export function knownColumns(
  catalog: Catalog,
  name: Pick<ObjectName, 'schema' | 'name'>,
): readonly string[] | undefined {
  const table = { ...name, kind: 'table' } as const;
  if (isCreated(catalog.created, table)) return createdColumns(catalog.created, table);
  const known = knownRelation(catalog, name);
  return known === undefined ? undefined : columnsOf(known);
}

/** For what runs later, or again, when names may mean other objects: nothing is new to it. */
export function withoutCreated(catalog: Catalog): Catalog {
  return { ...catalog, created: forgetCreated(catalog.created) };
}

/** Nobody can say any more which object a name means. */
export function forget(catalog: Catalog): Catalog {
  return {
    ...withoutCreated(catalog),
    savepoints: [],
    schema: forgetNames(catalog.schema),
  };
}

/** What a function of this change sees, which may have a search_path of its own. */
export function withinFunction(catalog: Catalog): Catalog {
  const { created } = catalog;
  return created.functionPath
    ? { ...catalog, created: { ...created, unknownPath: true } }
    : catalog;
}

/** Whether a name means something else after this part of a statement than before it. */
export function confusesNames(effect: Unplaced): boolean {
  switch (effect.kind) {
    case 'drops':
    case 'controls-transaction':
      return true;
    case 'alters':
      return (
        effect.change === 'rename' || effect.change === 'set-schema' || adopts.has(effect.change)
      );
    case 'sets':
      return movesNames(effect.setting) && effect.scope !== 'function';
    default:
      return isUnfathomable(effect);
  }
}

type WithoutPlace<Union> = Union extends Union
  ? Omit<Union, 'unitId' | 'statement' | 'source' | 'via'>
  : never;
type Unplaced = WithoutPlace<Effect>;

/** The catalog after these effects, in order. */
export function advance(catalog: Catalog, effects: readonly Effect[]): Catalog {
  return effects.reduce(afterEffect, catalog);
}

function afterEffect(before: Catalog, effect: Effect): Catalog {
  const catalog = inUnit(before, effect.unitId);
  if (effect.kind === 'controls-transaction') return afterTransaction(catalog, effect);
  const schema = schemaAfter(catalog.schema, effect);
  if (isUnfathomable(effect)) return forget({ ...catalog, schema });
  if (isMoveOfSchema(effect))
    return { ...forget({ ...catalog, schema }), savepoints: catalog.savepoints };
  return { ...catalog, schema, created: createdAfter(catalog.created, effect) };
}

/** It may have renamed or dropped anything. */
function isUnfathomable(effect: Unplaced): boolean {
  if (effect.kind === 'calls') return !effect.known;
  return (
    effect.kind === 'executes-dynamic' || effect.kind === 'unparsed' || effect.kind === 'unknown'
  );
}

/** Everything in it has another name then. */
function isMoveOfSchema(effect: Effect): boolean {
  if (effect.kind !== 'alters' || effect.to === undefined) return false;
  const { kind } = effect.object;
  return kind === 'schema' || (kind === 'extension' && effect.change === 'set-schema');
}

/** COMMIT may drop temporary tables; ROLLBACK undoes creations and renames. */
function afterTransaction(
  catalog: Catalog,
  { action, savepoint: name = '', via }: EffectOf<'controls-transaction'>,
): Catalog {
  const { savepoints, created, schema } = catalog;
  const index = savepoints.findLastIndex((savepoint) => savepoint.name === name);
  if (via !== 'direct') return forget(catalog);
  switch (action) {
    case 'begin':
    case 'start':
      return { ...catalog, savepoints: [] };
    case 'savepoint':
      return { ...catalog, savepoints: [...savepoints, { name, created, schema }] };
    case 'release':
      return { ...catalog, savepoints: index < 0 ? [] : savepoints.slice(0, index) };
    case 'rollback to':
      return rolledBack(catalog, index);
    case 'commit':
      return { ...withoutSession(catalog), savepoints: [] };
    default:
      return forget(catalog);
  }
}

/** Names, settings and objects are again what they were at the savepoint. */
function rolledBack(catalog: Catalog, index: number): Catalog {
  const savepoint = catalog.savepoints[index];
  if (savepoint === undefined) return forget(catalog);
  const { created, schema } = savepoint;
  return { ...catalog, created, schema, savepoints: catalog.savepoints.slice(0, index + 1) };
}

/** Temporary tables and SET belong to the session, and each unit may get its own. */
function inUnit(catalog: Catalog, unitId: string): Catalog {
  if (catalog.unitId === unitId) return catalog;
  return { ...withoutSession(catalog), savepoints: [], unitId };
}

function withoutSession(catalog: Catalog): Catalog {
  const created = forgetTemporary(catalog.created);
  return { ...catalog, created: created.pathMoved ? forgetUnqualified(created) : created };
}
