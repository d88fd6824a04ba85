import { traitsOf } from '../effects/traits.ts';
import { createdTables, defineRule, tableOf, writtenTable } from './rule.ts';

export const rowLocks = defineRule({
  id: 'row-locks',
  axis: 'lock',
  title: 'Every row of a table is locked',
  why: 'Whoever writes to any row waits until the whole transaction ends, and each lock is written to disk.',
  instead: 'Lock only the rows that the change is about, by their key.',
  invalid: [
    {
      sql: 'select id from users for update',
      level: 'medium',
      message: 'Locks every row of table users.',
    },
  ],
  valid: ['select id from users where id = 1 for update'],
  check: ({ effects, scripts }) => {
    const created = createdTables(effects);
    return traitsOf(scripts, 'locks-rows')
      .filter(({ table }) => !created.has(tableOf(table)))
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Locks every row of table ${writtenTable(effect.table)}.`,
      }));
  },
});
