/** Statements that look as if they dropped or emptied what the change itself made, and take what was there before. */
export const fakes: readonly {
  readonly name: string;
  /** The last one does the harm. */
  readonly sql: readonly string[];
}[] = [
  {
    name: 'a table that CREATE IF NOT EXISTS left alone',
    sql: ['create table if not exists a (id int)', 'drop table a'],
  },
  {
    name: 'a view that CREATE OR REPLACE only replaced',
    sql: ['create or replace view v as select 2 as id', 'drop view v'],
  },
  {
    name: 'a function that CREATE OR REPLACE only replaced',
    sql: [
      "create or replace function f(int) returns int language sql as 'select 2'",
      'drop function f(int)',
    ],
  },
  {
    name: 'the table behind a temporary one that was dropped first',
    sql: ['create temp table a (id int)', 'drop table a', 'drop table a'],
  },
  {
    name: 'the table behind a temporary one that was dropped by its full name',
    sql: ['create temp table a (id int)', 'drop table pg_temp.a', 'drop table a'],
  },
  {
    name: 'the table behind a temporary one that was renamed',
    sql: ['create temp table a (id int)', 'alter table pg_temp.a rename to z', 'drop table a'],
  },
  {
    name: 'the table behind a temporary one that COMMIT dropped',
    sql: ['begin', 'create temp table a (id int) on commit drop', 'commit', 'drop table a'],
  },
  {
    name: 'the table behind a temporary one that was discarded',
    sql: ['create temp table a (id int)', 'discard temp', 'drop table a'],
  },
  {
    name: 'the table behind one that was rolled back',
    sql: ['begin', 'create temp table a (id int)', 'rollback', 'drop table a'],
  },
  {
    name: 'the table behind one that was rolled back to a savepoint',
    sql: [
      'begin',
      'savepoint s',
      'create temp table a (id int)',
      'rollback to s',
      'drop table a',
    ],
  },
  {
    name: 'a table that took the name of a new one',
    sql: [
      'create table z (id int)',
      'alter table z rename to y',
      'alter table a rename to z',
      'drop table z',
    ],
  },
  {
    name: 'a table that code gave the name of a new one',
    sql: [
      'create table z (id int)',
      "do $$ begin alter table z rename to y; alter table a rename to z; drop table z; end $$",
    ],
  },
  {
    name: 'a table that a function gave the name of a new one, for another to empty',
    sql: [
      'create table z (id int)',
      "create function swap() returns int language plpgsql as $$ begin alter table z rename to y; alter table a rename to z; return 1; end $$",
      "create function clear() returns int language plpgsql as $$ begin delete from z; return 1; end $$",
      'select swap(), clear()',
    ],
  },
  {
    name: 'a table of a schema that took the name of a new one',
    sql: [
      'create schema lib',
      'create table lib.a (id int)',
      'alter schema lib rename to gone',
      'alter schema app rename to lib',
      'drop table lib.a',
    ],
  },
  {
    name: 'a table that SET SCHEMA moved to the place of a new one',
    sql: [
      'create schema lib',
      'create table lib.a (id int)',
      'drop table lib.a',
      'alter table a set schema lib',
      'drop table lib.a',
    ],
  },
  {
    name: 'a table of the next schema of the path, after the new one went by its full name',
    sql: [
      'create table z (id int)',
      'alter table app.b rename to z',
      'set search_path = public, app',
      'drop table public.z',
      'drop table z',
    ],
  },
  {
    name: 'a table of the next schema of the path, after the new one was renamed by its full name',
    sql: [
      'set search_path = public, app',
      'create table b (id int)',
      'alter table public.b rename to z',
      'drop table b',
    ],
  },
  {
    name: 'a table of the next schema of the path, after the schema of the new one went',
    sql: [
      'create schema lib',
      'set search_path = lib, app',
      'create table b (id int)',
      'drop schema lib cascade',
      'drop table b',
    ],
  },
  {
    name: 'a table of the next schema of the path, after the new one went along with its parent',
    sql: [
      'set search_path = public, app',
      'create table z (id int) partition by list (id)',
      'create table b partition of z default',
      'drop table z',
      'drop table b',
    ],
  },
  {
    name: 'a table that another search_path means',
    sql: [
      'set search_path = public',
      'create table b (id int)',
      'set search_path = app',
      'drop table b',
    ],
  },
  {
    name: 'the path that SET LOCAL changed until COMMIT',
    sql: [
      'create schema lib',
      'begin',
      'set local search_path = lib',
      'create table a (id int)',
      'commit',
      'drop table a',
    ],
  },
  {
    name: 'the rows of a table that became a child of a new one',
    sql: ['create table z (id int)', 'alter table a inherit z', 'delete from z'],
  },
  {
    name: 'the rows of a table that became a grandchild of a new one',
    sql: [
      'create table z (id int)',
      'create table y () inherits (z)',
      'alter table a inherit public.y',
      'truncate z',
    ],
  },
  {
    name: 'a partition that a new table got by its full name',
    sql: [
      'create table z (id int) partition by list (id)',
      'alter table public.z attach partition a default',
      'drop table z',
    ],
  },
  {
    name: 'a partition that a part of a new table got',
    sql: [
      'create table z (id int) partition by list (id)',
      'create table y partition of z default partition by list (id)',
      'alter table y attach partition a default',
      'drop table z',
    ],
  },
  {
    name: 'rows that refer to rows of a new table through another new one',
    sql: [
      'create table z (id int primary key)',
      'create table y (id int primary key references z on delete cascade)',
      'insert into z select id from a',
      'insert into y select id from a',
      'alter table a add foreign key (id) references y on delete cascade',
      'delete from z',
    ],
  },
  {
    name: 'a sequence that a new table owns now',
    sql: ['create table z (id int)', 'alter sequence s owned by public.z.id', 'drop table z'],
  },
  {
    name: 'the table that a statement was prepared for',
    sql: [
      'prepare p as delete from a',
      'create temp table a (id int)',
      'alter table pg_temp.a rename to z',
      'execute p',
    ],
  },
  {
    name: 'a view of the next schema of the path, after ALTER TABLE renamed the new one',
    sql: [
      'set search_path = public, app',
      'create view w as select 1 as id',
      'alter table w rename to z',
      'drop view w',
    ],
  },
  {
    name: 'an index of the next schema of the path, after the new one went with its table',
    sql: [
      'set search_path = public, app',
      'create table z (id int)',
      'create index i on z (id)',
      'drop table z',
      'drop index i',
    ],
  },
  {
    name: 'the function of other types than the new one',
    sql: [
      "create function f(int, int) returns int language sql as 'select 1'",
      'drop function f(integer)',
    ],
  },
  {
    name: 'the function that took the name of a new one',
    sql: [
      "create function h(int) returns int language sql as 'select 1'",
      'alter function h(int) rename to gone',
      'alter function f(int) rename to h',
      'drop function h(int)',
    ],
  },
  {
    name: 'the trigger that took the name of a new one',
    sql: [
      'create trigger z before insert on a for each row execute function stamp()',
      'alter trigger z on a rename to y',
      'alter trigger g on a rename to z',
      'drop trigger z on a',
    ],
  },
  {
    name: 'the trigger of the table behind a temporary one',
    sql: [
      'create temp table a (id int)',
      'create trigger g before insert on a for each row execute function stamp()',
      'drop table a',
      'drop trigger g on a',
    ],
  },
];

/** Made and dropped, or emptied, within the change: the last statement harms nobody. */
export const honest: readonly { readonly name: string; readonly sql: readonly string[] }[] = [
  { name: 'a table', sql: ['create table z (id int)', 'drop table z'] },
  {
    name: 'a table that was there at the savepoint',
    sql: ['begin', 'create table z (id int)', 'savepoint s', 'select 1', 'rollback to s', 'drop table z'],
  },
  {
    name: 'a table whose DROP was rolled back',
    sql: ['begin', 'create table z (id int)', 'savepoint s', 'drop table z', 'rollback to s', 'drop table z'],
  },
  {
    name: 'a table of the path that the change chose',
    sql: ['create schema lib', 'set search_path = lib', 'create table a (id int)', 'drop table a'],
  },
  {
    name: 'a table beside a function with a path of its own',
    sql: [
      'create table z (id int)',
      "create function h() returns int language sql set search_path = app as 'select 1'",
      'drop table z',
    ],
  },
  {
    name: 'a partitioned table and its new partition',
    sql: [
      'create table z (id int) partition by list (id)',
      'create table y (id int)',
      'alter table z attach partition y default',
      'drop table z',
    ],
  },
  {
    name: 'a table that IF NOT EXISTS names again',
    sql: ['create table z (id int)', 'create table if not exists z (id int)', 'drop table z'],
  },
  {
    name: 'a function by another name of its types',
    sql: [
      "create function h(a integer, b varchar(3), out c int) language sql as 'select 1'",
      'drop function h(int4, character varying)',
    ],
  },
  {
    name: 'a function by its name alone',
    sql: ["create function h(int) returns int language sql as 'select 1'", 'drop function h'],
  },
  {
    name: 'a procedure',
    sql: ["create procedure h(int) language sql as 'select 1'", 'drop procedure h(int)'],
  },
  {
    name: 'an aggregate',
    sql: ['create aggregate h(int) (sfunc = int4pl, stype = int)', 'drop aggregate h(int)'],
  },
  {
    name: 'an operator',
    sql: [
      'create operator === (leftarg = int, rightarg = int, function = int4eq)',
      'drop operator === (int, int)',
    ],
  },
  { name: 'a type', sql: ["create type z as enum ('a')", 'drop type z'] },
  { name: 'a domain', sql: ['create domain z as int', 'drop domain z'] },
  { name: 'a view', sql: ['create view z as select 1', 'drop view z'] },
  {
    name: 'a trigger of an old table',
    sql: [
      "create function own() returns trigger language plpgsql as 'begin return new; end'",
      'create trigger z before insert on a for each row execute function own()',
      'drop trigger z on a',
    ],
  },
  {
    name: 'a policy of an old table',
    sql: ['create policy z on a using (id = 1)', 'drop policy z on a'],
  },
];
