import { describe, expect, test } from 'vitest';
import { factsOf, foreignKeyFacts, tableFacts } from '../../test/fakes/facts.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { effectsOf } from '../effects/effects.ts';
import type { Catalog } from './catalog.ts';
import { advance, catalogOf, knownRelation, lookup } from './catalog.ts';
import {
  baseTablesOf,
  bindsKey,
  columnsOf,
  descendantsOf,
  followingRows,
  isNotNull,
  primaryKeyOf,
  referringTables,
  rulesOn,
  triggersOn,
  viewsOf,
} from './relations.ts';
import type { KnownRelation } from './schema.ts';

const facts = factsOf([
  tableFacts('public.users (id, email!, note)', {
    keys: [
      { name: 'users_pkey', kind: 'primary', columns: ['id'] },
      { name: 'users_email', kind: 'unique', columns: ['email', 'note'] },
    ],
    triggers: [
      {
        name: 'audit',
        events: ['delete'],
        enabled: true,
        calls: { schema: 'public', name: 'audit' },
      },
      {
        name: 'asleep',
        events: ['delete'],
        enabled: false,
        calls: { schema: 'public', name: 'audit' },
      },
    ],
  }),
  tableFacts('app.users (id)', { rows: 7 }),
  tableFacts('public.orders (id, user_id)', {
    foreignKeys: [foreignKeyFacts('user_id', ['public', 'users'])],
  }),
  tableFacts('public.lines (id, order_id)', {
    foreignKeys: [
      foreignKeyFacts('order_id', ['public', 'orders'], {
        onDelete: 'set-null',
        onUpdate: 'cascade',
      }),
    ],
  }),
  tableFacts('public.events (id)', { kind: 'partitioned-table' }),
  tableFacts('public.events_1 (id)', {
    isPartition: true,
    parents: [{ schema: 'public', name: 'events' }],
  }),
  tableFacts('public.notes (id, event_id)', {
    foreignKeys: [foreignKeyFacts('event_id', ['public', 'events'])],
  }),
  tableFacts('public.people (id)', {
    kind: 'view',
    reads: [{ schema: 'public', name: 'users' }],
    rules: [{ name: 'instead', event: 'delete' }],
  }),
  tableFacts('public.adults (id)', {
    kind: 'view',
    reads: [{ schema: 'public', name: 'people' }],
  }),
]);

async function after(sql: string): Promise<Catalog> {
  const catalog = catalogOf(facts);
  return sql === '' ? catalog : advance(catalog, effectsOf([await scriptOf(sql)], catalog));
}

async function find(name: string, sql = ''): Promise<KnownRelation | undefined> {
  const [table = '', schema] = name.split('.').toReversed();
  return knownRelation(await after(sql), {
    name: table,
    ...(schema === undefined ? {} : { schema }),
  });
}

/** SQL, a name, and the relation of the facts that it means afterwards. */
test.each([
  ['', 'users', 'app.users'],
  ['', 'public.users', 'public.users'],
  ['', 'orders', 'public.orders'],
  ['', 'nowhere', undefined],
  ['', 'other.orders', undefined],
  ['alter table orders rename to purchases', 'purchases', 'public.orders'],
  ['alter table orders rename to purchases', 'orders', undefined],
  ['alter table orders rename to o; alter table lines rename to orders', 'orders', 'public.lines'],
  ['alter table orders set schema app', 'app.orders', 'public.orders'],
  ['alter table orders set schema app', 'orders', 'public.orders'],
  ['alter table orders set schema app', 'public.orders', undefined],
  ['alter table nowhere rename to orders', 'orders', undefined],
  ['alter table nowhere rename to orders', 'public.orders', undefined],
  ['alter table nowhere.x set schema public; select 1', 'orders', 'public.orders'],
  ['alter table nowhere.orders set schema app', 'orders', undefined],
  ['drop table orders', 'orders', undefined],
  ['drop table orders', 'public.orders', undefined],
  ['drop table app.users', 'users', 'public.users'],
  ['drop schema app cascade', 'public.users', undefined],
  ['alter schema public rename to old', 'orders', undefined],
  ['create table orders (id int)', 'orders', undefined],
  ['create table orders (id int)', 'public.orders', undefined],
  ['create table app.orders (id int)', 'orders', undefined],
  ['create table app.orders (id int)', 'public.orders', 'public.orders'],
  ['create temp table orders (id int)', 'orders', undefined],
  ['create temp table orders (id int); drop table orders', 'orders', undefined],
  ['create temp table orders (id int)', 'public.orders', 'public.orders'],
  ['create table if not exists orders (id int)', 'orders', undefined],
  ['create or replace view people as select 1', 'people', undefined],
  ['create rule r as on delete to orders do instead nothing', 'orders', undefined],
  ['set search_path = other', 'orders', undefined],
  ['set search_path = other', 'public.orders', 'public.orders'],
  ['set role other', 'orders', undefined],
  ['set lock_timeout = 1', 'orders', 'public.orders'],
  ['rollback', 'public.orders', undefined],
  ['select somebodys_function()', 'public.orders', undefined],
  ['do $$ begin alter table orders rename to o; end $$', 'orders', undefined],
  ['do $$ begin alter table orders rename to o; end $$', 'o', undefined],
  ['alter function f() rename to orders', 'orders', 'public.orders'],
  ['alter table orders add column note text', 'orders', 'public.orders'],
])('after «%s», %s is %s', async (sql, name, expected) => {
  const found = await find(name, sql);

  expect(found && `${found.facts.schema}.${found.facts.name}`).toBe(expected);
});

test.each([
  ['alter table public.users drop column email'],
  ['alter table public.users alter column email drop not null'],
  ['alter table public.users drop constraint users_email'],
  ['alter table public.users rename column note to email2'],
  ['drop index users_email'],
  ['drop type mood cascade'],
  ['alter table nobody add foreign key (id) references public.users on delete cascade'],
])('after «%s», nothing is proved by what public.users was', async (sql) => {
  const users = await find('public.users', sql);

  if (users === undefined) throw new Error('public.users is not known');
  expect(columnsOf(users)).toBeUndefined();
  expect(isNotNull(users, 'email')).toBe(false);
  expect(bindsKey(users, ['id'])).toBe(false);
  expect(primaryKeyOf(users)).toEqual([]);
});

test.each([
  ['comment on table public.users is null', 1000],
  ['alter table public.users drop column note', 1000],
  ['alter table public.users rename to customers', undefined],
  ['alter table public.users attach partition other default', undefined],
  ['alter table other inherit public.users', undefined],
  ['alter table other add foreign key (id) references public.users', undefined],
])('after «%s», public.users has %s rows', async (sql, rows) => {
  const found = lookup(await after(sql), { kind: 'table', schema: 'public', name: 'users' });

  expect(found.size?.rows).toBe(rows);
});

test('a size follows its table under a new name', async () => {
  const catalog = await after('alter table orders rename to purchases');

  expect(lookup(catalog, { kind: 'table', name: 'purchases' }).size).toEqual({
    rows: 1000,
    bytes: 81_920,
  });
  expect(lookup(catalog, { kind: 'view', name: 'people' }).size).toBeUndefined();
});

describe('what the facts say of a relation', () => {
  const catalog = catalogOf(facts);
  const { schema } = catalog;
  const known = (name: string): KnownRelation => {
    const found = knownRelation(catalog, { schema: 'public', name });
    if (found === undefined) throw new Error(`${name} is not known`);
    return found;
  };
  const names = (relations: readonly KnownRelation[]): readonly string[] =>
    relations.map((one) => one.facts.name);

  test('columns, NOT NULL and keys', () => {
    expect(columnsOf(known('users'))).toEqual(['id', 'email', 'note']);
    expect(['id', 'email', 'note', 'x'].map((column) => isNotNull(known('users'), column))).toEqual(
      [true, true, false, false],
    );
    expect(bindsKey(known('users'), ['note', 'id'])).toBe(true);
    expect(bindsKey(known('users'), ['email'])).toBe(false);
    expect(bindsKey(known('users'), ['note', 'email'])).toBe(true);
    expect(primaryKeyOf(known('users'))).toEqual(['id']);
  });

  test('partitions, views and their tables', () => {
    expect(names(descendantsOf(schema, known('events')))).toEqual(['events_1']);
    expect(names(viewsOf(schema, known('users')))).toEqual(['people', 'adults']);
    expect(names(baseTablesOf(schema, known('adults')))).toEqual(['users']);
  });

  test('rows that follow a delete, and how', () => {
    const followed = followingRows(schema, known('users'), { verb: 'delete' });

    expect(followed.map(({ action, chain }) => [action, ...chain.map(({ name }) => name)])).toEqual(
      [
        ['cascade', 'users', 'orders'],
        ['set-null', 'users', 'orders', 'lines'],
      ],
    );
    expect(names(referringTables(schema, known('users')))).toEqual(['orders', 'lines']);
  });

  test('rows that follow a new key, where its column is referred to', () => {
    const orders = known('orders');

    expect(followingRows(schema, orders, { verb: 'update', columns: ['user_id'] })).toEqual([]);
    expect(
      followingRows(schema, orders, { verb: 'update', columns: ['id'] }).map(
        ({ relation }) => relation.facts.name,
      ),
    ).toEqual(['lines']);
  });

  test('a foreign key to a partitioned table is one to its partitions', () => {
    const followed = followingRows(schema, known('events_1'), { verb: 'delete' });

    expect(followed.map(({ relation }) => relation.facts.name)).toEqual(['notes']);
  });

  test('enabled triggers and rules of an event', () => {
    expect(triggersOn(known('users'), 'delete').map(({ name }) => name)).toEqual(['audit']);
    expect(triggersOn(known('users'), 'insert')).toEqual([]);
    expect(rulesOn(known('people'), 'delete').map(({ name }) => name)).toEqual(['instead']);
  });
});

test('foreign keys that point in a circle are followed once', () => {
  const circle = factsOf([
    tableFacts('public.a (id, b)', { foreignKeys: [foreignKeyFacts('b', ['public', 'b'])] }),
    tableFacts('public.b (id, a)', { foreignKeys: [foreignKeyFacts('a', ['public', 'a'])] }),
  ]);
  const catalog = catalogOf(circle);
  const found = knownRelation(catalog, { name: 'a' });

  expect(
    found &&
      followingRows(catalog.schema, found, { verb: 'delete' }).map(
        ({ relation }) => relation.facts.name,
      ),
  ).toEqual(['b', 'a']);
});
