import type { EffectOf, ObjectKind } from '../domain/effect.ts';
import { emptyTrie, trieGet, trieWith, trieWithout } from './trie.ts';
import {
  isFoundInTemporary,
  isFragile,
  isUnqualified,
  keyOf,
  ownKey,
  relatedKeys,
  routineKey,
  routines,
  unqualified,
} from './names.ts';
import type { ObjectName } from './names.ts';
import type { Trie } from './trie.ts';

/**
 * The objects that the change created for certain, by the names under which it did. An era ends when
 * names of a kind may mean something else by now: what was noted in an earlier one is not certain.
 */
export type Created = {
  readonly objects: Trie<CreatedObject>;
  /** Ends when an unqualified name may be found in another schema. */
  readonly pathEra: number;
  /** Ends when something may have gone along with its table: an index, an owned sequence, a trigger. */
  readonly dropEra: number;
  /** Ends with the session, and its temporary objects with it. */
  readonly sessionEra: number;
  /** Ends when a stranger takes a name. */
  readonly nameEra: number;
  /** From a name to the era that began when a stranger took it: who had it before is not certain. */
  readonly taken: Trie<number>;
  /** Nobody knows what comes first in the path, so no unqualified name is certain. */
  readonly unknownPath: boolean;
  /** The path may be another one after COMMIT, and for the next session. */
  readonly pathMoved: boolean;
  /** A function has a path of its own. */
  readonly functionPath: boolean;
};

type CreatedObject = {
  readonly name: string;
  readonly kind: ObjectKind;
  readonly temporary: boolean;
  /** Its columns, while nothing altered them. */
  readonly columns?: readonly string[] | undefined;
  readonly nameEra: number;
  readonly pathEra?: number;
  readonly dropEra?: number;
  readonly sessionEra?: number;
};

export const nothingCreated: Created = {
  objects: emptyTrie(),
  pathEra: 0,
  dropEra: 0,
  sessionEra: 0,
  nameEra: 0,
  taken: emptyTrie(),
  unknownPath: false,
  pathMoved: false,
  functionPath: false,
};

/** Whether the change created the object, or the relation that it is a part of. */
export function isCreated(created: Created, object: ObjectName): boolean {
  return found(created, object, keyOf(object)) !== undefined;
}

/** Whether the change created this very trigger, rule, policy or routine. */
export function isCreatedItself(created: Created, object: ObjectName): boolean {
  const key = ownKey(object);
  const entry = key === undefined ? undefined : found(created, object, key);
  // DROP FUNCTION without types fails unless one function has the name, and this one has it.
  return entry !== undefined && (object.signature !== undefined || entry.kind === object.kind);
}

/** The columns of a table that the change created. */
export function createdColumns(created: Created, table: ObjectName): readonly string[] | undefined {
  return found(created, table, keyOf(table))?.columns;
}

function found(created: Created, object: ObjectName, key: string): CreatedObject | undefined {
  if (created.unknownPath && isUnqualified(object)) return undefined;
  const entry = entryAt(created, key);
  if (entry === undefined || (entry.pathEra ?? created.pathEra) !== created.pathEra)
    return undefined;
  return (entry.dropEra ?? created.dropEra) === created.dropEra ? entry : undefined;
}

/** What was noted under a key, if it is there and nobody else took its name. */
function entryAt(created: Created, key: string): CreatedObject | undefined {
  const entry = trieGet(created.objects, key);
  if (entry === undefined || (trieGet(created.taken, entry.name) ?? 0) > entry.nameEra)
    return undefined;
  return (entry.sessionEra ?? created.sessionEra) === created.sessionEra ? entry : undefined;
}

/** Nothing is certain any more; the path is what it was. */
export function forgetCreated(created: Created): Created {
  return { ...created, objects: emptyTrie() };
}

/** Unqualified names may mean something else from here on. */
export function forgetUnqualified(created: Created): Created {
  return { ...created, pathEra: created.pathEra + 1 };
}

/** What goes along with tables may be gone. */
export function forgetParts(created: Created): Created {
  return { ...created, dropEra: created.dropEra + 1 };
}

/** Temporary tables are gone, and with them their indexes. */
export function forgetTemporary(created: Created): Created {
  return forgetParts({ ...created, sessionEra: created.sessionEra + 1 });
}

/** The table is known, but no longer its columns. */
export function forgetColumns(created: Created, table: ObjectName): Created {
  const key = keyOf(table);
  const known = entryAt(created, key);
  if (known?.columns === undefined) return created;
  const { columns: _, ...rest } = known;
  return { ...created, objects: trieWith(created.objects, [key, rest]) };
}

/** Notes a new object; forgets what stood under its name where it may not be new. */
export function afterCreate(created: Created, effect: EffectOf<'creates'>): Created {
  const { object, columns } = effect;
  const key = ownKey(object);
  if (key === undefined || object.name === '') return created;
  if (!object.createdHere || effect.via !== 'direct') {
    const kept = effect.via === 'direct' && found(created, object, key) !== undefined;
    return kept ? created : without(created, object);
  }
  const { name, kind, schema } = object;
  const temporary = schema === 'pg_temp';
  const noted = note(created, object, { name, kind, temporary, columns });
  if (!temporary || !isFoundInTemporary(kind)) return noted;
  // A temporary relation comes first under its bare name, and hides the one whose parts were new.
  return note(forgetParts(noted), unqualified(object), { name, kind, temporary, columns });
}

function note(
  created: Created,
  object: ObjectName,
  entry: Omit<CreatedObject, 'nameEra'>,
): Created {
  const era = {
    nameEra: created.nameEra,
    ...(entry.temporary ? { sessionEra: created.sessionEra } : {}),
    ...(isUnqualified(object) ? { pathEra: created.pathEra } : {}),
    ...(isFragile(object) ? { dropEra: created.dropEra } : {}),
  };
  const keys = [ownKey(object), namelessKey(created, object)].flatMap((key) => key ?? []);
  const objects = keys.reduce(
    (trie, key) => trieWith(trie, [key, { ...entry, ...era }]),
    created.objects,
  );
  return { ...created, objects };
}

/** One function of a name may be dropped by its name alone; of two of them neither. */
function namelessKey(created: Created, object: ObjectName): string | undefined {
  if (object.signature === undefined || object.kind === 'operator') return undefined;
  const key = routineKey(object, null);
  return entryAt(created, key) === undefined ? key : undefined;
}

/** Another name or schema: the same object when it is known; else a stranger has the name now. */
export function afterMove(
  created: Created,
  { object, change, via }: EffectOf<'alters'>,
  to: string,
): Created {
  const target: ObjectName =
    change === 'rename' ? { ...object, name: to } : { ...object, schema: to };
  const known = via === 'direct' ? found(created, object, keyOf(object)) : undefined;
  const source = forgetParts(without(created, object));
  if (known === undefined) {
    return without(takenByStranger(source, target.name), { kind: 'schema', name: to });
  }
  const { kind, temporary, columns } = known;
  return note(source, target, { name: target.name, kind, temporary, columns });
}

function takenByStranger(created: Created, name: string): Created {
  const nameEra = created.nameEra + 1;
  return { ...created, nameEra, taken: trieWith(created.taken, [name, nameEra]) };
}

/** From then on it goes along with another table. */
export function partOf(created: Created, table: ObjectName): Created {
  const key = keyOf(table);
  const entry = entryAt(created, key);
  if (entry === undefined || table.schema !== undefined) return created;
  const fragile = { ...entry, dropEra: created.dropEra };
  return { ...created, objects: trieWith(created.objects, [key, fragile]) };
}

/** It is gone, and so is what may have been meant by its bare name. */
export function without(created: Created, object: ObjectName): Created {
  const bare = unqualified(object);
  const names = object.schema === undefined ? [object] : [object, bare];
  const keys = names.flatMap((name) => [
    ownKey(name) ?? keyOf(name),
    ...(routines.has(object.kind) ? [routineKey(name, null)] : []),
    ...(object.part === undefined ? relatedKeys(name) : []),
  ]);
  const objects = keys.reduce((trie, key) => trieWithout(trie, key), created.objects);
  return { ...created, objects };
}
