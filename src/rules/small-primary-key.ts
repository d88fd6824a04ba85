import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

/** Types of at most four bytes, as PostgreSQL and people write them. */
const small = new Set(['int4', 'int2', 'serial', 'serial4', 'smallserial', 'serial2']);

export const smallPrimaryKey = defineRule({
  id: 'small-primary-key',
  axis: 'design',
  default: 'off',
  title: 'A primary key can run out of numbers',
  why: 'After 2,147,483,647 rows, deleted ones included, nothing can be inserted, and changing the type rewrites the table.',
  instead: 'Use bigint.',
  invalid: [
    {
      sql: 'create table notes (id int primary key)',
      level: 'low',
      message: 'Key notes.id is int4 and can run out of numbers.',
    },
    {
      sql: 'create table notes (id serial, primary key (id))',
      level: 'low',
      message: 'Key notes.id is serial and can run out of numbers.',
    },
  ],
  valid: [
    'create table notes (id bigint primary key, pages int)',
    'create table notes (id uuid primary key)',
  ],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type, isKey }) => isKey && small.has(type))
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Key ${effect.table}.${effect.column} is ${effect.type} and can run out of numbers.`,
      })),
});
