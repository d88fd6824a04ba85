import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const charType = defineRule({
  id: 'char-type',
  axis: 'design',
  default: 'off',
  title: 'A column is padded to a fixed length',
  why: 'Blanks are stored with every shorter value, and comparisons ignore some of them.',
  instead: 'Use text, with a CHECK on the length where one is needed.',
  invalid: [
    {
      sql: 'create table notes (code char(3))',
      level: 'low',
      message: 'Column notes.code is padded to a fixed length.',
    },
    {
      sql: 'alter table users add column code character(3)',
      level: 'low',
      message: 'Column users.code is padded to a fixed length.',
    },
  ],
  valid: ['create table notes (code text)'],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type }) => type === 'bpchar')
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Column ${effect.table}.${effect.column} is padded to a fixed length.`,
      })),
});
