import { sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

export const truncate = defineRule({
  id: 'truncate',
  axis: 'data-loss',
  title: 'A table is emptied',
  why: 'Every row is gone without firing delete triggers; CASCADE empties the tables that refer to it too.',
  instead:
    'Delete the rows that are meant, by key, or let the table’s owner approve that all of them go.',
  invalid: [
    { sql: 'truncate public.orders', level: 'critical', message: 'Empties table public.orders.' },
    {
      sql: 'truncate table orders cascade',
      level: 'critical',
      message: 'Empties table orders and every table that refers to it.',
    },
  ],
  valid: ['create table scratch (id int); truncate scratch'],
  counterfactual: {
    level: 'medium',
    when: 'only the rows that are meant are deleted, by their key',
    with: ['delete from orders where id = 7'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'truncates').flatMap((effect) => {
      const { object, cascade } = effect;
      if (!isNamed(effect)) return [];
      if (object.createdHere && !cascade) return [];
      const more = cascade ? ' and every table that refers to it' : '';
      const message = `Empties ${sizedName(object)}${more}.`;
      return [{ effect, level: 'critical', message, destructive: true, ...factsOn(object) }];
    }),
});
