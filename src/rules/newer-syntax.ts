import { newerSyntax as findNewerSyntax } from '../effects/newer-syntax.ts';
import { defineRule } from './rule.ts';

export const newerSyntax = defineRule({
  id: 'newer-syntax',
  axis: 'compatibility',
  title: 'The database is too old for this syntax',
  why: 'It is read with the grammar of PostgreSQL 18: an older server refuses it, or reads it differently from how it was judged.',
  instead: 'Write it in a way that the database’s version knows, or upgrade the database first.',
  invalid: [
    {
      sql: 'create unique index concurrently users_email on users (email) nulls not distinct',
      postgres: 14,
      level: 'high',
      message: 'Uses NULLS NOT DISTINCT, which PostgreSQL 14 does not know: it came with 15.',
    },
    {
      sql: 'select 0x1f',
      postgres: 15,
      level: 'high',
      message:
        'Uses a number with 0x, 0o, 0b or an underscore, which PostgreSQL 15 does not know: it came with 16.',
    },
    {
      sql: "set transaction_timeout = '5s'",
      postgres: 16,
      level: 'high',
      message: 'Uses transaction_timeout, which PostgreSQL 16 does not know: it came with 17.',
    },
    {
      sql: 'create table orders (net int, gross int generated always as (net * 2) virtual)',
      postgres: 17,
      level: 'high',
      message: 'Uses GENERATED … VIRTUAL, which PostgreSQL 17 does not know: it came with 18.',
    },
  ],
  valid: ['create table orders (net int, gross int generated always as (net * 2) stored)'],
  check: ({ scripts, postgres }) =>
    postgres === undefined
      ? []
      : findNewerSyntax(scripts, postgres).map((effect) => ({
          effect,
          level: 'high',
          message: `Uses ${effect.feature}, which PostgreSQL ${postgres} does not know: it came with ${effect.since}.`,
        })),
});
