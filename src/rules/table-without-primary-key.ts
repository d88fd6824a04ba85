import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const tableWithoutPrimaryKey = defineRule({
  id: 'table-without-primary-key',
  axis: 'design',
  default: 'off',
  title: 'A table is created without a primary key',
  why: 'Two rows can be the same, and logical replication cannot say which row was updated or deleted.',
  instead: 'Give the table a primary key in the statement that creates it.',
  invalid: [
    {
      sql: 'create table notes (id bigint)',
      level: 'low',
      message: 'Table notes has no primary key.',
    },
  ],
  valid: [
    'create table notes (id bigint primary key)',
    'create table notes (id bigint, primary key (id))',
    'create table notes (like users including all)',
    'create temp table notes (id bigint)',
  ],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'table')
      .filter(({ hasPrimaryKey, derived, temporary }) => !hasPrimaryKey && !derived && !temporary)
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Table ${effect.table} has no primary key.`,
      })),
});
