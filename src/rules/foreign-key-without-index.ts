import { traitsOf } from '../effects/traits.ts';
import type { TableName } from '../effects/traits.ts';
import { defineRule, writtenTable } from './rule.ts';

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
    const before = (catalog.facts?.relations ?? []).flatMap(({ name, indexes }) =>
      indexes.map(({ columns = [] }) => ({ table: { name }, columns })),
    );
    const beginnings = new Set([...here, ...before].flatMap(beginningsOf));
    return traitsOf(scripts, 'references')
      .filter(({ table, columns }) => !beginnings.has(keyOf(table.name, columns)))
      .map((effect) => ({
        effect,
        level: 'low',
        message: `No index of table ${writtenTable(effect.table)} begins with ${effect.columns.join(', ')}.`,
      }));
  },
});

type Index = { readonly table: TableName; readonly columns: readonly string[] };

/** The columns with which an index serves a foreign key: the first, the first two, and so on. */
function beginningsOf({ table, columns }: Index): readonly string[] {
  return columns.map((_, last) => keyOf(table.name, columns.slice(0, last + 1)));
}

function keyOf(table: string, columns: readonly string[]): string {
  return JSON.stringify([table, ...[...new Set(columns)].toSorted()]);
}
