import { traitsOf } from '../effects/traits.ts';
import { defineRule, tableOf, writtenTable } from './rule.ts';

export const foreignKeyWithoutIndex = defineRule({
  id: 'foreign-key-without-index',
  default: 'off',
  axis: 'lock',
  title: 'A foreign key has no index on its own side',
  why: 'Each deletion from the table that it refers to reads the whole referring table.',
  instead: 'Create an index that begins with the columns of the foreign key.',
  invalid: [
    {
      sql: 'create table notes (id bigint primary key, user_id int references users)',
      level: 'low',
      message: 'No index of table notes begins with user_id.',
    },
  ],
  valid: [
    'create table notes (id bigint primary key, user_id int references users); create index notes_user on notes (user_id)',
  ],
  check: ({ scripts, catalog }) => {
    const here = traitsOf(scripts, 'indexes');
    const before = (catalog.facts?.relations ?? []).flatMap(({ schema, name, indexes }) =>
      indexes.map(({ columns = [] }) => ({ table: { schema, name }, columns })),
    );
    return traitsOf(scripts, 'references')
      .filter(
        ({ table, columns }) =>
          ![...here, ...before].some(
            (index) =>
              (tableOf(index.table) === tableOf(table) || index.table.name === table.name) &&
              beginsWith(index.columns, columns),
          ),
      )
      .map((effect) => ({
        effect,
        level: 'low',
        message: `No index of table ${writtenTable(effect.table)} begins with ${effect.columns.join(', ')}.`,
      }));
  },
});

function beginsWith(index: readonly string[], columns: readonly string[]): boolean {
  const first = index.slice(0, columns.length);
  return columns.every((column) => first.includes(column));
}
