import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const moneyType = defineRule({
  id: 'money-type',
  axis: 'design',
  default: 'off',
  title: 'A column has the type money',
  why: 'The currency and the digits after the point depend on a setting of the server.',
  instead: 'Use numeric, and a column for the currency.',
  invalid: [
    {
      sql: 'create table notes (price money)',
      level: 'low',
      message: 'Column notes.price has the type money.',
    },
  ],
  valid: ['create table notes (price numeric(12, 2))'],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type }) => type === 'money')
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Column ${effect.table}.${effect.column} has the type money.`,
      })),
});
