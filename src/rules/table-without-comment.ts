import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const tableWithoutComment = defineRule({
  id: 'table-without-comment',
  axis: 'design',
  default: 'off',
  title: 'A table is created without a comment',
  why: 'Whoever finds the table in the database cannot tell what its rows are.',
  instead: 'Add COMMENT ON TABLE to the change.',
  invalid: [
    {
      sql: 'create table notes (id bigint)',
      level: 'low',
      message: 'Table notes has no comment.',
    },
  ],
  valid: [
    "create table notes (id bigint); comment on table notes is 'What people wrote down.'",
    'create temp table notes (id bigint)',
  ],
  check: ({ scripts }) => {
    const commented = new Set(declarationsOf(scripts, 'table-comment').map(({ table }) => table));
    return declarationsOf(scripts, 'table')
      .filter(({ table, temporary }) => !temporary && !commented.has(table))
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Table ${effect.table} has no comment.`,
      }));
  },
});
