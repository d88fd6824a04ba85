import { traitsOf } from '../effects/traits.ts';
import { isPower } from './sensitive-names.data.ts';
import { createdTables, defineRule, tableOf, writtenTable } from './rule.ts';

export const credentialWrite = defineRule({
  id: 'credential-write',
  axis: 'privilege',
  title: 'A column that decides who may do what is written',
  why: 'A new password, token or role opens the application to somebody, as a grant would open the database.',
  instead:
    'Let the application change it, where it is recorded, or let the owner of the accounts approve it.',
  invalid: [
    {
      sql: "update accounts set role = 'admin' where id = 4",
      level: 'medium',
      message: 'Writes column role of table accounts.',
    },
  ],
  valid: ['update users set age = 30 where id = 4'],
  check: ({ effects, scripts }) => {
    const created = createdTables(effects);
    return traitsOf(scripts, 'assigns')
      .filter(({ table }) => !created.has(tableOf(table)))
      .flatMap((effect) =>
        effect.columns.filter(isPower).map((column) => ({
          effect,
          level: 'medium',
          message: `Writes column ${column} of table ${writtenTable(effect.table)}.`,
        })),
      );
  },
});
