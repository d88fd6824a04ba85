import { expect, test } from 'vitest';
import { factsOf, tableFacts } from '../../test/fakes/facts.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { advance, catalogOf } from '../catalog/catalog.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from './evaluate.ts';

const facts = factsOf(
  [
    tableFacts('public.users (id, email, phone, age, proven, doubted)', {
      checks: [
        { name: 'users_proven', columns: ['proven'], validated: true, notNull: true },
        { name: 'users_doubted', columns: ['doubted'], validated: false, notNull: true },
      ],
    }),
    tableFacts('public.places (id, name)'),
    tableFacts('public.notes (id, owner)', { rowSecurity: 'on' }),
    tableFacts('public.secrets (id, owner)', { rowSecurity: 'forced' }),
  ],
  {
    domains: [
      { schema: 'public', name: 'strict', type: 'int4', notNull: false, hasChecks: true },
      { schema: 'public', name: 'free', type: 'int4', notNull: false, hasChecks: false },
    ],
    publications: [
      {
        name: 'feed',
        allTables: false,
        tables: [{ schema: 'public', name: 'users' }],
      },
    ],
  },
);

async function findingsOf(sql: string): Promise<readonly string[]> {
  const catalog = catalogOf(facts);
  const scripts = [await scriptOf(sql)];
  const effects = effectsOf(scripts, catalog);
  return evaluateRules(effects, advance(catalog, effects), scripts).map(
    ({ rule, level, usesFacts }) => `${rule} ${level}${usesFacts === true ? ' by facts' : ''}`,
  );
}

test.each<readonly [string, readonly string[]]>([
  ['alter table users add column x int', ['published-table medium by facts']],
  ['alter table places add column x int', []],
  ['create table copy as select * from users', ['sensitive-copy medium by facts']],
  ['create table copy as select * from places', []],
  ['create table copy as select id, age from users', []],
  ['create view v as select * from notes', ['view-past-row-security high by facts']],
  ['create view v as select * from secrets', ['view-past-row-security high by facts']],
  ['create view v as select * from places', []],
  ['create view v with (security_invoker = true) as select * from notes', []],
  ['alter table users alter column proven set not null', ['published-table medium by facts']],
  [
    'alter table users alter column doubted set not null',
    ['blocking-scan medium', 'published-table medium by facts'],
  ],
  ['alter table places add column x strict', ['blocking-scan high by facts']],
  ['alter table places add column x free', []],
])('with facts, %j: %j', async (sql, expected) => {
  expect(await findingsOf(sql)).toEqual(expected);
});
