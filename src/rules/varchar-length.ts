import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const varcharLength = defineRule({
  id: 'varchar-length',
  axis: 'design',
  default: 'off',
  title: 'A column has a length in its type',
  why: 'A shorter length has to rewrite the table later, and the length of values is rarely a matter of storage.',
  instead: 'Use text, with a CHECK on the length where one is needed.',
  invalid: [
    {
      sql: 'create table notes (title varchar(80))',
      level: 'low',
      message: 'Column notes.title has a length in its type.',
    },
  ],
  valid: ['create table notes (title varchar)', 'create table notes (title text)'],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type, hasLength }) => type === 'varchar' && hasLength)
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Column ${effect.table}.${effect.column} has a length in its type.`,
      })),
});
