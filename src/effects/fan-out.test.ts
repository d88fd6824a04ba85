import { expect, test } from 'vitest';
import { factsOf, foreignKeyFacts, tableFacts } from '../../test/fakes/facts.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { advance, catalogOf } from '../catalog/catalog.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { effectsOf } from './effects.ts';

const calls = { schema: 'public', name: 'audit' };
const users = { schema: 'public', name: 'users' };

const facts = factsOf([
  tableFacts('public.users (id, email!, note, user_id)', {
    rows: 1_200_000,
    keys: [
      { name: 'users_pkey', kind: 'primary', columns: ['id'] },
      { name: 'users_email', kind: 'unique', columns: ['email', 'note'] },
    ],
  }),
  tableFacts('public.orders (id, owner)', {
    rows: 1,
    foreignKeys: [foreignKeyFacts('owner', ['public', 'users'], { onUpdate: 'cascade' })],
  }),
  tableFacts('public.lines (id, order_id)', {
    foreignKeys: [foreignKeyFacts('order_id', ['public', 'orders'], { onDelete: 'set-null' })],
  }),
  tableFacts('public.sessions_old (session, started)', { rows: -1 }),
  tableFacts('public.codes (code!, name)', {
    keys: [{ name: 'codes_pkey', kind: 'primary', columns: ['code'] }],
    triggers: [{ name: 'audit', events: ['delete', 'update'], enabled: true, calls }],
  }),
  tableFacts('public.people (id, email)', { kind: 'view', reads: [users] }),
  tableFacts('public.odd (id)', {
    kind: 'view',
    reads: [users],
    rules: [{ name: 'elsewhere', event: 'delete' }],
  }),
  tableFacts('public.parent (id)'),
  tableFacts('public.child (id)', { parents: [{ schema: 'public', name: 'parent' }] }),
  tableFacts('billing.invoices (id)', { rows: 5 }),
]);

async function findingsOf(sql: string): Promise<readonly string[]> {
  const catalog = catalogOf(facts);
  const scripts = [await scriptOf(sql)];
  const effects = effectsOf(scripts, catalog);
  return evaluateRules(effects, advance(catalog, effects), scripts).map(
    ({ rule, level, message, usesFacts }) =>
      `${rule} ${level}${usesFacts === true ? ' by facts' : ''}: ${message}`,
  );
}

const usersInWords = 'table users (about 1,200,000 rows)';
const ordersFollow =
  'Also deletes rows of, or gives new keys to, table public.orders (about 1 row): a foreign key follows rows of public.users.';
const linesFollow =
  'Also empties columns of table public.lines (about 1,000 rows): a foreign key follows rows of public.users.';

test.each<readonly [string, readonly string[]]>([
  [
    'delete from users',
    [
      `indirect-write critical by facts: ${ordersFollow}`,
      `indirect-write critical by facts: ${linesFollow}`,
      `unbounded-delete critical by facts: Deletes every row of ${usersInWords}: there is no condition that limits it.`,
    ],
  ],
  [
    'delete from users where id = 7',
    [
      `delete-rows medium by facts: Deletes rows of ${usersInWords} by key.`,
      `indirect-write medium by facts: ${ordersFollow}`,
      `indirect-write medium by facts: ${linesFollow}`,
    ],
  ],
  [
    "delete from users where note = 'x'",
    [
      `delete-rows high by facts: Deletes rows of ${usersInWords} that a condition selects.`,
      `indirect-write high by facts: ${ordersFollow}`,
      `indirect-write medium by facts: ${linesFollow}`,
    ],
  ],
  ["update users set note = 'a' where email = 'e' and note = 'n'", []],
  [
    "update users set note = 'a' where email = 'e'",
    [`filtered-update medium by facts: Updates rows of ${usersInWords} that a condition selects.`],
  ],
  ["update users set note = 'a' where email is null", []],
  [
    "update users set note = 'a' where note is null",
    [`filtered-update medium by facts: Updates rows of ${usersInWords} that a condition selects.`],
  ],
  [
    "update users set note = 'a' where not exists (select 1 from codes where users.email is null)",
    [`filtered-update medium by facts: Updates rows of ${usersInWords} that a condition selects.`],
  ],
  [
    "update codes set name = 'a' where code in (select user_id from sessions_old)",
    [
      'filtered-update medium by facts: Updates rows of table codes (about 1,000 rows) that a condition selects.',
    ],
  ],
  [
    'delete from lines where id in (select order_id from sessions_old)',
    [
      'captured-column critical by facts: Deletes rows of table lines by column order_id, which sessions_old does not have: it is the column of lines.',
    ],
  ],
  [
    'delete from lines where id in (select s.session from sessions_old s)',
    [
      'delete-rows high by facts: Deletes rows of table lines (about 1,000 rows) that a condition selects.',
    ],
  ],
  [
    'delete from lines where exists (select 1 from sessions_old where session = order_id)',
    [
      'delete-rows high by facts: Deletes rows of table lines (about 1,000 rows) that a condition selects.',
    ],
  ],
  [
    'with sessions_old as (select 1 as order_id) delete from lines where id in (select order_id from sessions_old)',
    [
      'delete-rows high by facts: Deletes rows of table lines (about 1,000 rows) that a condition selects.',
    ],
  ],
  [
    'alter table sessions_old rename to wanted; delete from lines where id in (select order_id from wanted)',
    [
      'rename-object high: Renames table sessions_old to wanted.',
      'captured-column critical by facts: Deletes rows of table lines by column order_id, which wanted does not have: it is the column of lines.',
      'work-under-lock medium: Deletes from table lines while table sessions_old stays locked ACCESS EXCLUSIVE.',
    ],
  ],
  [
    "update codes set code = 'b' where code = 'a'",
    ['key-update medium by facts: Changes the key code of table codes.'],
  ],
  [
    'update users set id = 8 where id = 7',
    [
      `indirect-write medium by facts: ${ordersFollow}`,
      'key-update medium by facts: Changes the key id of table users.',
    ],
  ],
  [
    "delete from codes where code = 'a'",
    [
      'delete-rows medium by facts: Deletes rows of table codes (about 1,000 rows) by key.',
      'indirect-write low by facts: Writing to table codes runs audit: the text does not say what that does.',
    ],
  ],
  [
    "update people set email = 'a' where id = 7",
    [
      `indirect-write low by facts: Also writes to table public.users (about 1,200,000 rows): it is what one sees through public.people.`,
    ],
  ],
  [
    'delete from odd where id = 7',
    [
      'delete-rows medium: Deletes rows of table odd by key.',
      'indirect-write high by facts: Writing to table odd runs elsewhere: the text does not say what that does.',
    ],
  ],
  [
    'truncate parent',
    [
      'indirect-write critical by facts: Also reaches the rows of table public.child (about 1,000 rows): it inherits, and the statement does not say ONLY public.parent.',
      'truncate critical by facts: Empties table parent (about 1,000 rows).',
    ],
  ],
  [
    'truncate only parent',
    ['truncate critical by facts: Empties table parent (about 1,000 rows).'],
  ],
  [
    'truncate orders cascade',
    [
      'indirect-write critical by facts: Also takes along table public.lines (about 1,000 rows): it depends on public.orders.',
      'truncate critical by facts: Empties table orders (about 1 row) and every table that refers to it.',
    ],
  ],
  [
    'drop table users cascade',
    [
      `drop-table critical by facts: Drops ${usersInWords} and everything that depends on it.`,
      'indirect-write high by facts: Also takes along view public.people, view public.odd, constraint public.orders.owner_fkey: it depends on public.users.',
    ],
  ],
  [
    'drop schema billing cascade',
    [
      'drop-object critical: Drops schema billing and everything that depends on it.',
      'indirect-write high by facts: Also takes along table billing.invoices (about 5 rows): it depends on billing.',
    ],
  ],
])('%s', async (sql, expected) => {
  expect([...(await findingsOf(sql))].filter((line) => !line.startsWith('blocking'))).toEqual(
    expected,
  );
});
