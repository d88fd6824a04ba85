import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const capturedColumn = defineRule({
  id: 'captured-column',
  axis: 'data-loss',
  title: 'A sub-select chooses rows by a column that is not its own',
  why: 'PostgreSQL takes the column of the table that is written, without an error: every row compares with itself, and all of them are chosen.',
  instead: 'Write the table before each column of the sub-select, and correct the column’s name.',
  invalid: [
    {
      sql: 'create table wanted (user_id int); delete from users where id in (select id from wanted)',
      level: 'critical',
      message:
        'Deletes rows of table users by column id, which wanted does not have: it is the column of users.',
    },
    {
      sql: 'create table wanted (user_id int); update users set active = false where exists (select 1 from wanted where id = 7)',
      level: 'critical',
      message:
        'Updates rows of table users by column id, which wanted does not have: it is the column of users.',
    },
  ],
  valid: ['create table wanted (user_id int); update users set active = false where id in (7, 8)'],
  check: ({ effects }) =>
    ofKind(effects, 'writes').flatMap((effect) => {
      const { object, verb, captured } = effect;
      if (captured === undefined || object.createdHere) return [];
      const does = verb === 'delete' ? 'Deletes' : 'Updates';
      const tables = captured.tables.join(' and ');
      const lacks = captured.tables.length === 1 ? 'does not have' : 'do not have';
      const message = `${does} rows of ${objectName(object)} by column ${captured.column}, which ${tables} ${lacks}: it is the column of ${object.name}.`;
      const facts = captured.usesFacts ? { usesFacts: true as const } : {};
      return [{ effect, level: 'critical', message, destructive: true, ...facts }];
    }),
});
