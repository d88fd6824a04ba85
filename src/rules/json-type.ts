import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const jsonType = defineRule({
  id: 'json-type',
  axis: 'design',
  default: 'off',
  title: 'A column has the type json',
  why: 'It has no equality, so DISTINCT, GROUP BY and UNION over it fail, and it is parsed again by every reader.',
  instead: 'Use jsonb.',
  invalid: [
    {
      sql: 'alter table users add column settings json',
      level: 'low',
      message: 'Column users.settings has the type json.',
    },
  ],
  valid: ['alter table users add column settings jsonb'],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type }) => type === 'json')
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Column ${effect.table}.${effect.column} has the type json.`,
      })),
});
