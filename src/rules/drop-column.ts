import { objectName } from '../domain/effect.ts';
import { defineRule, isNamed, ofKind } from './rule.ts';

export const dropColumn = defineRule({
  id: 'drop-column',
  axis: 'data-loss',
  title: 'A column is dropped',
  why: 'Its values are lost in every row, and clients that still name the column fail at once.',
  instead:
    'Release a version that no longer reads or writes the column first, then drop it with its owner’s approval.',
  invalid: [
    {
      sql: 'alter table public.users drop column email',
      level: 'high',
      message: 'Drops column public.users.email.',
    },
    {
      sql: 'alter table users drop column if exists email cascade',
      level: 'high',
      message: 'Drops column users.email and everything that depends on it.',
    },
  ],
  valid: ['create table scratch (id int, note text); alter table scratch drop column note'],
  check: ({ effects }) =>
    ofKind(effects, 'drops').flatMap((effect) => {
      const { object, cascade } = effect;
      if (!isNamed(effect)) return [];
      if (object.kind !== 'column' || (object.createdHere && !cascade)) return [];
      const more = cascade ? ' and everything that depends on it' : '';
      const message = `Drops ${objectName(object)}${more}.`;
      return [{ effect, level: 'high', message, destructive: true }];
    }),
});
