import { afterAll, describe, expect, test } from 'vitest';
import { createParser } from '../../adapters/parser/pg-query.ts';
import type { ParsedStatement } from '../../domain/statement.ts';
import { readScript } from '../../sql/read.ts';
import { probesOf } from './index.ts';

const parser = createParser();
afterAll(() => parser[Symbol.asyncDispose]());

async function statementsOf(sql: string): Promise<readonly ParsedStatement[]> {
  const bytes = new TextEncoder().encode(sql);
  const { statements } = await readScript({ id: 'x', path: 'x', bytes, firstLine: 1 }, parser);
  return statements.map((statement) => {
    if (statement.kind !== 'parsed') throw new Error(`${statement.reason}: ${sql}`);
    return statement;
  });
}

/** What the last statement asks, after the others of its unit. */
async function asked(sql: string): Promise<readonly string[]> {
  const statements = await statementsOf(sql);
  const last = statements.at(-1);
  if (last === undefined) throw new Error(`no statement: ${sql}`);
  return probesOf(last, statements.slice(0, -1)).map((probe) => probe.sql);
}

const count = 'select pg_catalog.count(*) as answer from';
const any = (source: string, condition: string) =>
  `select exists (select from ${source} where ${condition}) as answer`;
const twice = (rest: string) =>
  `select exists (select from ${rest} having pg_catalog.count(*) > 1) as answer`;

describe('a probe counts what a statement chooses', () => {
  test.each([
    ["delete from users where email like '%@x.com'", `${count} users where email like '%@x.com'`],
    [
      "delete from only app.users as u where u.email = 'where' returning id",
      `${count} only app.users as u where u.email = 'where'`,
    ],
    [
      'update users u set a = b is distinct from c from teams t where t.email = u.email',
      `${count} users u where exists (select from teams t where t.email = u.email)`,
    ],
    [
      'delete from users using teams t join mail m using (id) where m.email = users.email',
      `${count} users where exists (select from teams t join mail m using (id) where m.email = users.email)`,
    ],
    [
      'with delete as (select email from gone) delete from users u where email in (select email from delete)',
      undefined,
    ],
    [
      'with old as (select email from gone) update "Us""ers" set a = 1 where email in (select email from old)',
      `with old as (select email from gone) ${count} "Us""ers" where email in (select email from old)`,
    ],
    [
      "insert into mail (a, b) select id, 1 from users where email = 'x' on conflict (a) do nothing returning a",
      `${count} (select id, 1 from users where email = 'x') as chosen`,
    ],
    [
      "delete from users where lower(email) = 'a' -- ) or true\n or /* ' */ email = now()::text",
      `${count} users where lower(email) = 'a' -- ) or true\n or /* ' */ email = now()::text`,
    ],
  ])('%s', async (sql, expected) => {
    expect(await asked(sql)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('a probe looks for rows that make a statement fail', () => {
  test.each([
    ['alter table users alter email set not null', [any('users', 'email is null')]],
    [
      'alter table if exists only "Us ers" alter column "E mail" set not null',
      [any('only "Us ers"', '"E mail" is null')],
    ],
    ["alter table users add check (email <> '')", [any('users', "not (email <> '')")]],
    [
      "alter table users add constraint c check (email <> ')' or (true)) no inherit",
      [any('only users', "not (email <> ')' or (true))")],
    ],
    [
      'alter table users add foreign key (email, b) references app.mail (address, b)',
      [
        any(
          'users as one',
          'one.email is not null and one.b is not null and not exists (select from "app"."mail" as other where other.address = one.email and other.b = one.b)',
        ),
      ],
    ],
    [
      'alter table users add constraint u unique (email)',
      [twice('users where email is not null group by email')],
    ],
    ['alter table users add unique nulls not distinct (email)', [twice('users group by email')]],
    [
      'alter table users add primary key (email)',
      [any('users', 'email is null'), twice('users where email is not null group by email')],
    ],
    [
      "create unique index concurrently on users (lower(email) desc nulls last, (a || ',')) include (b) where email <> 'where'",
      [
        twice(
          "users where lower(email) is not null and (a || ',') is not null and (email <> 'where') group by lower(email), (a || ',')",
        ),
      ],
    ],
    [
      'alter table users alter column email set data type int using email::int',
      ['select pg_catalog.count(cast((email::int) as int)) as answer from users'],
    ],
    [
      "alter table users alter email type text using coalesce(email, ''), alter email set not null",
      ["select pg_catalog.count(cast((coalesce(email, '')) as text)) as answer from users"],
    ],
    [
      'alter table users alter email type varchar(9)',
      [
        'select pg_catalog.count(cast(email as varchar(9))) as answer from users',
        any('users', "pg_catalog.length(pg_catalog.rtrim(cast(email as text), ' ')) > 9"),
      ],
    ],
    [
      "set lock_timeout = '1s'; create table mail (id int); create index on users (a); alter table users add b int; alter table users alter email set not null",
      [any('users', 'email is null')],
    ],
  ])('%s', async (sql, expected) => {
    expect(await asked(sql)).toEqual(expected);
  });
});

describe('no probe is written that is not certain to read only, and to ask what the statement asks', () => {
  test.each([
    'delete from users where email = app.secret()',
    'delete from users where pg_sleep(1) is null',
    'delete from users where pg_terminate_backend(1)',
    "delete from users where email = set_config('a', 'b', false)",
    "delete from users where email = dblink('x', 'y')",
    'delete from users where random() < 0.5',
    'delete from users where email in (select email from gone for update)',
    'delete from users where current of c',
    'update users set a = 1 from t tablesample system (1) where t.email = users.email',
    'with gone as (delete from users returning email) delete from mail where email in (select email from gone)',
    "delete from other.app.users where email = 'x'",
    'delete from u&"\\0075sers" where email = \'x\'',
    'delete from users',
    "insert into mail select nextval('s') from users where email = 'x'",
    "insert into mail values ((select 1 from users where email = 'x'))",
    'merge into users u using n on n.email = u.email when matched then delete',
    "alter table users add check (email <> '') not valid",
    'alter table users add foreign key (email) references accounts',
    'alter table users add unique using index i',
    'alter table users add exclude using gist (email with =)',
    'alter table users alter email type int using app.convert(email)',
    'create unique index on users (email text_pattern_ops)',
    'create unique index on users (email collate "C")',
    'create unique index on users (app.norm(email))',
    'create unique index on only users (email)',
    'create index on users (email)',
    "update users set email = ''; alter table users alter email set not null",
    'set search_path = app; alter table users alter email set not null',
    'create temp table users (email text); alter table users alter email set not null',
    'create table users (email text); alter table users alter email set not null',
    'alter table users rename to people; alter table users alter email set not null',
    'do $$ begin end $$; alter table users alter email set not null',
  ])('%s', async (sql) => {
    expect(await asked(sql)).toEqual([]);
  });
});
