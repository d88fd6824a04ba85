import { traitsOf } from '../effects/traits.ts';
import { defineRule, writtenTable } from './rule.ts';

export const unloggedTable = defineRule({
  id: 'unlogged-table',
  default: 'off',
  axis: 'data-loss',
  title: 'A new table does not survive a crash',
  why: 'After a crash it is empty, and standby servers never have its rows.',
  instead: 'Create an ordinary table unless everything in it can be made again.',
  invalid: [
    {
      sql: 'create unlogged table cache (key text primary key)',
      level: 'low',
      message: 'Table cache is empty after a crash.',
    },
  ],
  valid: ['create table cache (key text primary key)'],
  check: ({ scripts }) =>
    traitsOf(scripts, 'unlogged').map((effect) => ({
      effect,
      level: 'low',
      message: `Table ${writtenTable(effect.table)} is empty after a crash.`,
    })),
});
