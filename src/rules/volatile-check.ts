import { traitsOf } from '../effects/traits.ts';
import { defineRule, writtenTable } from './rule.ts';

export const volatileCheck = defineRule({
  id: 'volatile-check',
  axis: 'compatibility',
  title: 'A check answers differently each time',
  why: 'Rows that passed once may not pass again: a restored dump or a later update fails on data that was right.',
  instead: 'Check only the values of the row; put the moment or the random part into a column.',
  invalid: [
    {
      sql: 'alter table users add constraint lucky check (random() >= 0) not valid',
      level: 'medium',
      message: 'A check of table users calls a volatile function.',
    },
  ],
  valid: ['alter table users add constraint adult check (age > 17) not valid'],
  check: ({ scripts }) =>
    traitsOf(scripts, 'volatile-check').map((effect) => ({
      effect,
      level: 'medium',
      message: `A check of table ${writtenTable(effect.table)} calls a volatile function.`,
    })),
});
