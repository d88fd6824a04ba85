import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { emptyCatalog } from '../src/catalog/catalog.ts';
import { effectsOf } from '../src/effects/effects.ts';
import { registry } from '../src/effects/registry.ts';
import { evaluateRules } from '../src/rules/evaluate.ts';
import { scriptOf } from './fakes/scripts.ts';

/** The rules that speak, in the order of the statements; none for a harmless text. */
async function verdict(sql: string): Promise<readonly string[]> {
  const scripts = [await scriptOf(sql)];
  const findings = evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts);
  return findings.map(({ rule }) => rule);
}

const adversarial: readonly (readonly [string, string])[] = [
  ['with gone as (delete from users returning *) select * from gone', 'unbounded-delete'],
  [
    'with gone as (delete from users returning *) insert into archive select * from gone',
    'unbounded-delete',
  ],
  ['explain analyze delete from users', 'unbounded-delete'],
  ['explain (analyze, buffers) delete from users', 'unbounded-delete'],
  ['copy (delete from users returning *) to stdout', 'data-export unbounded-delete'],
  ['prepare p as delete from users; execute p', 'unbounded-delete unbounded-delete'],
  ['execute p', 'unknown-function-call'],
  [
    "create function app.format(text) returns text language sql as $$ select '' $$; do $$ begin execute format('select 1'); end $$",
    'opaque-dynamic-sql weaken-integrity',
  ],
  [
    "do $$ begin create function concat(text) returns text language sql as 'select $1'; execute concat('select 1'); end $$",
    'opaque-dynamic-sql weaken-integrity',
  ],
  [
    "create operator || (leftarg = text, rightarg = text, function = textcat); do $$ begin execute 'select ' || '1'; end $$",
    'opaque-dynamic-sql',
  ],
  [
    "set search_path = app; select set_config('lock_' || 'timeout', '1s', true)",
    'session-setting session-setting',
  ],
  ['do $$ begin delete from users; end $$', 'unbounded-delete'],
  ['do $$ begin if true then delete from users; end if; end $$', 'unbounded-delete'],
  ["do $$ begin execute 'drop table users'; end $$", 'drop-table'],
  ["do $$ begin execute format('drop table %I', 'users'); end $$", 'drop-table'],
  ["do $$ begin execute (select 'drop table users' from users); end $$", 'opaque-dynamic-sql'],
  [
    'create rule r as on insert to logs do also delete from users',
    'privileged-change unbounded-delete',
  ],
  ['create rule r as on insert to logs do instead nothing', 'privileged-change'],
  ['create table if not exists users (id int); drop table users', 'drop-table'],
  ['create temp table users (id int); drop table users; drop table users', 'drop-table'],
  ['create temp table users (id int); drop table public.users', 'drop-table'],
  ['create view v as select * from users; delete from v', 'unbounded-delete'],
  ['create view v as select * from users; update v set name = null', 'unbounded-update'],
  ['lock table users', 'blocking-lock'],
  [
    'alter table users rename to old; create table users (id int); drop table old',
    'drop-table rename-object',
  ],
  ['create table tmp (id int); alter table tmp rename to old; drop table users', 'drop-table'],
  [
    'create table tmp (id int); alter table tmp rename to x; alter table users rename to tmp; drop table tmp',
    'drop-table rename-object',
  ],
  [
    'begin; create table users (id int); rollback; drop table users',
    'drop-table transaction-control transaction-control',
  ],
  [
    'create table p (id int) partition by list (id); alter table p attach partition users for values in (1); drop table p',
    'blocking-scan drop-table',
  ],
  [
    'create table p (id int); alter table users inherit p; drop table p',
    'drop-table weaken-integrity',
  ],
  ['create schema s; alter table users set schema s; drop schema s', 'drop-object rename-object'],
  ['create schema s; drop schema s cascade', 'drop-object'],
  ['set search_path = other; create table users (id int); drop table users', 'session-setting'],
  ["select set_config('search_path', 'other', false)", 'session-setting'],
  ["select set_config('sea' || 'rch_path', 'other', false)", 'session-setting'],
  ['do $$ begin create table users (id int); end $$; drop table users', 'drop-table'],
  [
    'create table users (id int); select mystery(); drop table users',
    'drop-table unknown-function-call',
  ],
  ['do $$ begin drop table users; end $$', 'drop-table'],
  [
    'do $$ declare r record; begin for r in delete from users returning * loop null; end loop; end $$',
    'unbounded-delete',
  ],
  [
    'create function f() returns int begin atomic delete from users; select 1; end; select f()',
    'unbounded-delete',
  ],
  [
    'create aggregate evil(int) (sfunc = cleanup, stype = int); select evil(1)',
    'unknown-function-call unknown-function-call',
  ],
  [
    'create operator ### (leftarg = int, rightarg = int, function = evil); select 1 ### 2',
    'unknown-function-call',
  ],
  ['drop table a, b', 'drop-table drop-table'],
  ['drop table public.users cascade', 'drop-table'],
  ['drop type mood cascade', 'drop-object'],
  ['drop function f() cascade', 'drop-object'],
  ['drop owned by app', 'drop-object'],
  ['reassign owned by app to other', 'privileged-change'],
  ['delete from users where true', 'unbounded-delete'],
  ['delete from users where 1 = 1', 'unbounded-delete'],
  ['delete from users where id = id', 'unbounded-delete'],
  ['delete from users where not false', 'unbounded-delete'],
  ['delete from users where id = 1 or true', 'unbounded-delete'],
  ['delete from users where id = 1 or id <> 1', 'unbounded-delete'],
  ['delete from users where id is null or id is not null', 'unbounded-delete'],
  ['delete from users where id is not null', 'unbounded-delete'],
  ['delete from users where id is distinct from null', 'unbounded-delete'],
  ["delete from users where name like '%'", 'unbounded-delete'],
  ["delete from users where name ~ ''", 'unbounded-delete'],
  ['delete from users where length(name) >= 0', 'unbounded-delete'],
  ['delete from users where (select true)', 'unbounded-delete'],
  ['delete from users where exists (select 1)', 'unbounded-delete'],
  ['delete from users where case when id = 1 then true else true end', 'unbounded-delete'],
  ['delete from users where random() >= 0', 'unbounded-delete'],
  ["delete from users where 'a' <> 'b'", 'unbounded-delete'],
  ['delete from users using orders', 'unbounded-delete'],
  ['delete from users using orders where orders.total = 0', 'unbounded-delete'],
  ['update users set a = 1 from orders', 'unbounded-update'],
  ['update users set a = (select 1)', 'unbounded-update'],
  ['delete from users where id <> 1', 'delete-rows'],
  ['merge into users using orders on true when matched then delete', 'unbounded-delete'],
  [
    'merge into users u using orders o on u.id = o.id when not matched by source then delete',
    'unbounded-delete',
  ],
  [
    'insert into users select * from staged on conflict (id) do update set a = 1',
    'filtered-update',
  ],
  ['truncate users, orders', 'truncate truncate'],
  [
    'create function f() returns void language sql as $$ delete from users $$; select f()',
    'unbounded-delete',
  ],
  [
    'create function f() returns void language plpgsql as $$ begin delete from users; end $$; select f()',
    'unbounded-delete',
  ],
  ['create procedure f() language sql as $$ delete from users $$; call f()', 'unbounded-delete'],
  [
    'create function f() returns trigger language plpgsql as $$ begin delete from users; return new; end $$; create trigger t before insert on logs for each row execute function f()',
    'unbounded-delete',
  ],
  ['create function f() returns int language plpython3u as $$ pass $$', 'unknown-statement'],
  ['select cleanup()', 'unknown-function-call'],
  ['insert into t (id) values (cleanup())', 'unknown-function-call'],
  ['alter table users add column n int default cleanup()', 'blocking-scan unknown-function-call'],
  ['create index concurrently i on users (cleanup(id))', 'unknown-function-call'],
  ['select 1 operator(evil.+) 2', 'unknown-function-call'],
  ["select dblink_exec('x', 'drop table users')", 'drop-table server-access'],
  ["select lo_import('/etc/passwd')", 'server-access'],
  ["copy users from program 'sh'", 'server-access'],
  ["copy users to '/tmp/x'", 'data-export server-access'],
  ["load 'evil'", 'server-access'],
  ["create subscription s connection 'host=x' publication p", 'server-access'],
  ['set role postgres', 'session-setting'],
  ['set session authorization postgres', 'session-setting'],
  ["set standard_conforming_strings = off; select 'x'", 'parse-setting'],
  [
    'create function f() returns void language sql set session_replication_role = replica as $$ select 1 $$',
    'session-setting',
  ],
  ['create role evil superuser', 'privileged-change'],
  ['alter default privileges grant select on tables to public', 'grant-to-public'],
  ['grant execute on function f() to public with grant option', 'grant-to-public'],
  ['alter table users enable replica trigger t', 'privileged-change'],
  ['create policy p on users using (true)', 'privileged-change'],
  ['commit; drop table users', 'drop-table transaction-control'],
  ['do $$ begin commit; end $$', 'transaction-control'],
  ["prepare transaction 'x'", 'transaction-control'],
  ['alter table users set unlogged', 'blocking-scan weaken-integrity'],
  ['refresh materialized view report with no data', 'truncate'],
  ['create table copy_of_users as select evil(id) from users', 'unknown-function-call'],
  ['with x as (update users set a = 1 returning *) select * into y from x', 'unbounded-update'],
];

const harmless: readonly string[] = [
  'select 1',
  'select count(*) from users',
  'select now(), random(), gen_random_uuid()',
  'create table t (id int primary key)',
  'create table if not exists t (id int)',
  'create table t (id bigint generated always as identity, name text not null)',
  'create table t (id serial)',
  'create table t (at timestamptz not null default now())',
  'create table t (id int); drop table t',
  'create table t (id int); create index i on t (id)',
  'create table t (id int); alter table t add constraint c check (id > 0)',
  'create table t (id int); insert into t select * from users; delete from t',
  'create table s.t (id int); truncate s.t',
  'create table t (id int); alter table t rename to u; drop table u',
  'create table t as select id from users',
  'select id into t from users',
  'create temp table t as select 1; drop table t',
  'begin; create table t (id int); commit',
  'alter table users add column note text',
  "alter table users add column note text default ''",
  'alter table users add column at timestamptz default now()',
  "alter table users alter column note set default 'x'",
  'alter table users add constraint c check (age > 0) not valid',
  'alter table users validate constraint c',
  'alter table users add constraint f foreign key (a) references t (id) not valid',
  'create index concurrently i on users (email)',
  "insert into users (id, name) values (1, 'a'), (2, 'b')",
  'insert into t (id) values (1) on conflict do nothing',
  'insert into t (id) values (1) on conflict (id) do update set id = 2',
  'insert into archive select * from users where id = 1',
  "update users set name = 'a' where id = 7",
  "update users set name = 'a' where id in (1, 2)",
  "comment on table users is 'people'",
  "comment on column users.email is 'address'",
  'create view v as select id from users',
  'create view v as select id from users; drop view v',
  'create sequence s',
  "create type mood as enum ('a')",
  "alter type mood add value 'b'",
  'create domain d as text',
  'create schema s',
  'create schema s create table t (id int)',
  'create function f() returns int language sql as $$ select 1 $$',
  'create function f() returns trigger language plpgsql as $$ begin new.a := now(); return new; end $$',
  "set lock_timeout = '2s'",
  "set local statement_timeout = '1min'",
  'explain delete from users',
  'analyze users',
  'show server_version',
  'select coalesce(null, 1)',
];

test.each(adversarial)('finds what hides in: %s', async (sql, expected) => {
  const found = await verdict(sql);

  expect([...found].toSorted().join(' ')).toBe(expected);
});

test.each(harmless)('lets pass: %s', async (sql) => {
  expect((await scriptOf(sql)).statements.map(({ kind }) => kind)).not.toContain('unparsed');
  expect(await verdict(sql)).toEqual([]);
});

test('claims or refuses each of the 117 statement kinds of the grammar', async () => {
  const url = new URL('../node_modules/libpg-query/wasm/libpg-query.wasm', import.meta.url);
  const binary = (await readFile(url)).toString('latin1');
  // The parser writes each node as {"Tag":{…}}, so every tag stands in it as text.
  const tags = [...binary.matchAll(/"([A-Z]\w+Stmt)"/g)].map(([, tag]) => tag);

  expect(new Set(Object.keys(registry))).toEqual(new Set(tags));
  expect(Object.keys(registry)).toHaveLength(117);
});
