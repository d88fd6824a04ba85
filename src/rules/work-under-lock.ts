import type { Effect, EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, onPerhapsNew } from './rule.ts';
import type { Remark } from './rule.ts';

export const workUnderLock = defineRule({
  id: 'work-under-lock',
  axis: 'lock',
  title: 'A table stays locked while other work goes on',
  why: 'A lock is held until the transaction ends: nobody can read the table while the statements after it run.',
  instead: 'Put the long work into a file of its own, before the one that locks the table.',
  invalid: [
    {
      sql: 'alter table users add column note text; update orders set user_id = 2 where user_id > 7',
      level: 'medium',
      message: 'Updates table orders while table users stays locked ACCESS EXCLUSIVE.',
    },
    {
      sql: 'alter table users add column note text; create index orders_user_id on orders (user_id)',
      level: 'medium',
      message: 'Builds an index on table orders while table users stays locked ACCESS EXCLUSIVE.',
    },
  ],
  valid: [
    'alter table users add column note text; alter table orders add column note text',
    'alter table users add column note text; update users set note = name where id = 1',
    'create table notes (id int); alter table notes add column note text; insert into notes (id) values (1)',
    'create table if not exists notes (id int); alter table notes add column note text; insert into notes (id) values (1)',
  ],
  check: ({ effects }) => {
    const units = new Map<string, EffectOf<'locks'>>();
    const told = new Set<string>();
    const perhapsNew = onPerhapsNew(effects);
    // What such a table is locked for, the rules on scans and on indexes say of the table itself.
    const certain = effects.filter((effect) => !perhapsNew.has(effect));
    return certain.flatMap((effect): readonly Remark[] => {
      const { unitId } = effect;
      const held = units.get(unitId);
      if (held === undefined && isLock(effect)) units.set(unitId, effect);
      if (held === undefined || held.statement === effect.statement || told.has(unitId)) return [];
      const work = isOwnLock(effect, held) ? undefined : workOf(effect);
      if (work === undefined) return [];
      told.add(unitId);
      const message = `${work} while ${objectName(held.object)} stays locked ${held.mode}.`;
      return [{ effect, level: 'medium', message }];
    });
  },
});

function isLock(effect: Effect): effect is EffectOf<'locks'> {
  return (
    effect.kind === 'locks' &&
    effect.source === 'static' &&
    effect.mode === 'ACCESS EXCLUSIVE' &&
    effect.object.kind === 'table' &&
    !effect.object.createdHere
  );
}

/** A rewrite locks its table as strongly itself. */
function isOwnLock(effect: Effect, held: EffectOf<'locks'>): boolean {
  return effect.kind === 'rewrites' && objectName(effect.object) === objectName(held.object);
}

/** Work that takes longer the more rows there are. */
function workOf(effect: Effect): string | undefined {
  const name = existingObject(effect);
  if (name === undefined) return undefined;
  switch (effect.kind) {
    case 'rewrites':
      return `Rewrites ${name}`;
    case 'scans':
      return `Reads all of ${name}`;
    case 'builds-index':
      return `Builds an index on ${name}`;
    case 'writes':
      return effect.reach === 'keyed' || effect.reach === 'listed'
        ? undefined
        : `${verbs[effect.verb]} ${name}`;
    default:
      return undefined;
  }
}

function existingObject(effect: Effect): string | undefined {
  if (effect.source === 'observed' || !('object' in effect) || effect.object === undefined)
    return undefined;
  const { kind, createdHere } = effect.object;
  return kind !== 'table' || createdHere ? undefined : objectName(effect.object);
}

const verbs = { insert: 'Fills', update: 'Updates', delete: 'Deletes from' } as const;
