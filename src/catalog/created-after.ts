import type { Effect, EffectOf } from '../domain/effect.ts';
import {
  afterCreate,
  afterMove,
  forgetColumns,
  forgetCreated,
  forgetParts,
  forgetUnqualified,
  partOf,
  without,
} from './created.ts';
import type { Created } from './created.ts';
import { movesNames } from './schema.ts';

/** What is known to be new after an effect that moves no transaction. */
export function createdAfter(created: Created, effect: Effect): Created {
  switch (effect.kind) {
    case 'creates':
      return afterCreate(created, effect);
    case 'drops':
      return afterDrop(created, effect);
    case 'alters':
      return afterAlter(created, effect);
    case 'sets':
      return afterSetting(created, effect);
    case 'grants':
    case 'revokes':
      return opensSchema(effect) ? forgetUnqualified(created) : created;
    default:
      return created;
  }
}

/** Whether somebody may look into more or fewer schemas of a path than before. */
function opensSchema({ object, privileges }: EffectOf<'grants' | 'revokes'>): boolean {
  if (object !== undefined) return object.kind === 'schema' && !object.createdHere;
  return !privileges.every((privilege) => tablePrivileges.has(privilege));
}

const tablePrivileges = new Set([
  'all',
  'select',
  'insert',
  'update',
  'delete',
  'truncate',
  'references',
  'trigger',
  'maintain',
  'usage',
  'execute',
]);

/** Without CASCADE these take nothing else along. */
const alone = new Set([
  'index',
  'sequence',
  'view',
  'function',
  'procedure',
  'aggregate',
  'operator',
  'trigger',
  'rule',
  'policy',
  'domain',
]);

function afterDrop(created: Created, { object, cascade }: EffectOf<'drops'>): Created {
  const rest = object.kind === 'column' ? forgetColumns(created, object) : without(created, object);
  if (cascade || ['schema', 'extension', 'owned-objects'].includes(object.kind))
    return forgetParts(forgetUnqualified(rest));
  return alone.has(object.kind) ? rest : forgetParts(rest);
}

/** From then on what happens to the new table, or to one above it, happens to something else, too. */
export const adopts = new Set(['adopts', 'inherited-by', 'cascades-to', 'owns-sequence']);

function afterAlter(created: Created, effect: EffectOf<'alters'>): Created {
  const { object, change, to } = effect;
  if (adopts.has(change)) return afterAdopting(created, object);
  if (change === 'referenced-by') return without(created, object);
  if (change === 'part-of') return partOf(created, object);
  if (change === 'role-attributes' || object.kind === 'owned-objects')
    return forgetUnqualified(created);
  if (object.part !== undefined) return afterPart(created, effect);
  if (to === undefined || (change !== 'rename' && change !== 'set-schema')) return created;
  return afterMove(created, effect, to);
}

/** An index joins one of a table above its own, and no table of its own accord. */
function afterAdopting(created: Created, { kind }: EffectOf<'alters'>['object']): Created {
  return kind === 'index' ? forgetParts(created) : forgetCreated(created);
}

function afterPart(created: Created, { object, change }: EffectOf<'alters'>): Created {
  const rest = forgetColumns(created, object);
  return change === 'rename' ? forgetParts(rest) : rest;
}

function afterSetting(created: Created, effect: EffectOf<'sets'>): Created {
  if (!movesNames(effect.setting)) return created;
  if (effect.scope === 'function') return { ...created, functionPath: true };
  const unknownPath = created.unknownPath || !isPlainPath(effect);
  const moved = { ...created, pathMoved: true, unknownPath };
  return effect.scope === 'role' || effect.scope === 'database' ? moved : forgetUnqualified(moved);
}

/** A path that says where temporary and built-in objects stand puts others before them. */
function isPlainPath({ setting, value }: EffectOf<'sets'>): boolean {
  if (setting.toLowerCase() !== 'search_path' || value === undefined) return false;
  return value !== '?' && !value.split(',').some((name) => isReserved(name.trim()));
}

/** Whether a path names what otherwise comes first by itself, or cannot be read. */
export function isReserved(schema: string): boolean {
  return /^"?pg_|[?"]|current value$/.test(schema);
}
