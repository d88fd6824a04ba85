import { declarationsOf } from '../effects/declarations.ts';
import { defineRule } from './rule.ts';

export const timestampWithoutTimeZone = defineRule({
  id: 'timestamp-without-time-zone',
  axis: 'design',
  default: 'off',
  title: 'A column holds times of no time zone',
  why: 'What moment a value means depends on who reads it.',
  instead: 'Use timestamptz.',
  invalid: [
    {
      sql: 'create table notes (created timestamp)',
      level: 'low',
      message: 'Column notes.created holds times of no time zone.',
    },
    {
      sql: 'alter table users add column seen timestamp(3)',
      level: 'low',
      message: 'Column users.seen holds times of no time zone.',
    },
  ],
  valid: ['create table notes (created timestamptz, day date)'],
  check: ({ scripts }) =>
    declarationsOf(scripts, 'column')
      .filter(({ type }) => type === 'timestamp')
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Column ${effect.table}.${effect.column} holds times of no time zone.`,
      })),
});
