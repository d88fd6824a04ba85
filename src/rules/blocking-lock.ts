import type { Effect, EffectOf } from '../domain/effect.ts';
import { lockModes, objectName } from '../domain/effect.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const blockingLock = defineRule({
  id: 'blocking-lock',
  axis: 'lock',
  title: 'A table is locked for its own sake',
  why: 'Whoever reads or writes it waits until the whole transaction ends.',
  instead: 'Leave the locking to the statements that need it, or refresh CONCURRENTLY.',
  invalid: [
    {
      sql: 'lock table users',
      level: 'medium',
      message: 'Holds ACCESS EXCLUSIVE on table users until the end.',
    },
    {
      sql: 'refresh materialized view totals',
      level: 'medium',
      message: 'Holds ACCESS EXCLUSIVE on materialized view totals until the end.',
    },
  ],
  valid: [
    'refresh materialized view concurrently totals',
    'lock table users in row exclusive mode',
    'alter table users add column note text',
    'create table drafts (id bigint); lock table drafts',
  ],
  rewrite: saferForm,
  check: ({ effects }) => {
    const otherwise = new Set(effects.filter(isOtherwise).map(statementOf));
    return ofKind(effects, 'locks')
      .filter(({ mode }) => lockModes.indexOf(mode) >= lockModes.indexOf('SHARE'))
      .filter((lock) => lock.source === 'static' && !lock.object.createdHere)
      .filter((lock) => !otherwise.has(statementOf(lock)) && !isReadOnly(lock))
      .map((effect) => ({
        effect,
        level: 'medium' as const,
        message: `Holds ${effect.mode} on ${objectName(effect.object)} until the end.`,
      }));
  },
});

/** EXCLUSIVE lets readers in, and nobody else writes to a materialized view. */
function isReadOnly({ mode, object }: EffectOf<'locks'>): boolean {
  return object.kind === 'materialized-view' && mode === 'EXCLUSIVE';
}

/** The same statement does something else, which has its own rules. */
function isOtherwise(effect: Effect): boolean {
  return effect.kind !== 'locks' && effect.source === 'static';
}
