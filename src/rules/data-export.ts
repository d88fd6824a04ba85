import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const dataExport = defineRule({
  id: 'data-export',
  axis: 'sensitivity',
  title: 'Data leaves the database',
  why: 'The rows go to whoever runs the change, unmasked.',
  instead: 'Leave exports out of governed changes.',
  invalid: [
    {
      sql: 'copy users to stdout',
      level: 'high',
      message: 'Copies table users out of the database.',
    },
    {
      sql: 'copy (select 1) to stdout',
      level: 'high',
      message: 'Copies a query’s rows out of the database.',
    },
  ],
  valid: ['select count(*) from users'],
  check: ({ effects }) =>
    ofKind(effects, 'exports').map((effect) => {
      const what = effect.object === undefined ? 'a query’s rows' : objectName(effect.object);
      return { effect, level: 'high', message: `Copies ${what} out of the database.` };
    }),
});
