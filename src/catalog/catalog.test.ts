import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { effectsOf } from '../effects/effects.ts';
import { advance, emptyCatalog, lookup } from './catalog.ts';

/** SQL, then whether the table (`name` or `schema.name`) was created by it for certain. */
test.each([
  ['create table t (id int)', 't', true],
  ['create table t (id int)', 'app.t', false],
  ['create table app.t (id int)', 'app.t', true],
  ['create table app.t (id int)', 't', false],
  ['create table if not exists t (id int)', 't', false],
  ['create table t as select 1 as id', 't', true],
  ['create view t as select 1', 't', false],
  ['create or replace view t as select 1', 't', false],
  ['create temp table t (id int)', 't', true],
  ['create temp table t (id int); drop table t', 't', false],
  ['create temp table t (id int); commit', 't', false],
  ['create table t (id int); commit', 't', true],
  ['create table t (id int); begin', 't', true],
  ['create table t (id int); rollback', 't', false],
  ['create table t (id int); drop table t', 't', false],
  ['create table t (id int); alter table t drop column id', 't', true],
  ['create table t (id int); alter table t rename to u', 't', false],
  ['create table t (id int); alter table t rename to u', 'u', true],
  ['create table t (id int); alter table t rename column id to u', 'u', false],
  ['create table t (id int); alter table users rename to t', 't', false],
  ['create table t (id int); alter table other.t set schema app', 't', false],
  ['create table app.t (id int); alter table app.t set schema lib', 'lib.t', true],
  ['create table app.t (id int); alter table app.t set schema lib', 'app.t', false],
  [
    'create schema app; create table app.t (id int); alter schema app rename to lib',
    'app.t',
    false,
  ],
  ['create table t (id int); alter table users attach partition t default', 't', true],
  ['create table t (id int); alter table t attach partition users default', 't', false],
  ['create table t (id int); set search_path = other', 't', false],
  ['create table app.t (id int); set search_path = other', 'app.t', true],
  ['create table t (id int); set role other', 't', false],
  ['create table t (id int); set lock_timeout = 1', 't', true],
  ['create table t (id int); select somebodys_function()', 't', false],
  ["create table t (id int); do $$ begin execute 'x'; end $$", 't', false],
  ['do $$ begin create table t (id int); end $$', 't', false],
  ['create table u (id int)', 't', false],
])('after %s, %s being new is %s', async (sql, name, createdHere) => {
  const effects = effectsOf([await scriptOf(sql)], emptyCatalog);
  const [table = '', schema] = name.split('.').toReversed();
  const object = {
    kind: 'table',
    name: table,
    ...(schema === undefined ? {} : { schema }),
  } as const;

  const found = lookup(advance(emptyCatalog, effects), object);

  expect(found).toEqual({ ...object, createdHere });
});

test('forgets temporary tables at the end of their unit, and remembers the others', async () => {
  const first = await scriptOf('create temp table t (id int); create table u (id int)', '1.sql');
  const second = await scriptOf('select 1; alter table u add column note text', '2.sql');

  const catalog = advance(emptyCatalog, effectsOf([first, second], emptyCatalog));

  expect(lookup(catalog, { kind: 'table', name: 't' }).createdHere).toBe(false);
  expect(lookup(catalog, { kind: 'table', name: 'u' }).createdHere).toBe(true);
});
