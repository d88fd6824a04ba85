import type { EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const alterColumnType = defineRule({
  id: 'alter-column-type',
  axis: 'data-loss',
  title: 'The type of a column changes',
  why: 'The table is usually rewritten while nobody can read it, and a narrower type or USING can lose values.',
  instead:
    'Add a column of the new type, fill it in batches, switch the clients, then drop the old one.',
  invalid: [
    {
      sql: 'alter table users alter column id type bigint',
      level: 'high',
      message: 'Changes the type of column users.id.',
    },
  ],
  valid: ['create table scratch (id int); alter table scratch alter column id type bigint'],
  check: ({ effects }) => {
    const rewritten = new Set(ofKind(effects, 'rewrites').map(tableIn));
    return ofKind(effects, 'alters')
      .filter(({ change, object }) => change === 'column-type' && !object.createdHere)
      .map((effect) => {
        const message = `Changes the type of ${objectName(effect.object)}`;
        // Only where the facts know the type that it had is there a change without a rewrite.
        return rewritten.has(tableIn(effect))
          ? { effect, level: 'high', message: `${message}.`, destructive: true }
          : { effect, level: 'low', message: `${message}; its rows stay as they are.`, usesFacts };
      });
  },
});

const usesFacts = true;

function tableIn(effect: EffectOf<'alters' | 'rewrites'>): string {
  return JSON.stringify([statementOf(effect), effect.object.name]);
}
