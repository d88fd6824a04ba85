import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import { effectInWords } from '../report/effect-words.ts';
import { effectsOf } from './effects.ts';

/** Statements that no rule's example is about, and what each does, in words. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    'alter domain d add constraint c check (value > 0)',
    ['alters domain d: add constraint', 'reads all of domain d'],
  ],
  ['alter domain d drop constraint c', ['alters domain d: drop constraint']],
  ['alter domain d set default 1', ['alters domain d: column default']],
  ['alter domain d set not null', ['alters domain d: set not null', 'reads all of domain d']],
  ['alter domain d drop not null', ['alters domain d: drop not null']],
  ["alter type mood add value 'x'", ['alters type mood: add value']],
  ["alter type mood rename value 'a' to 'b'", ['alters type mood: rename value']],
  ['alter type t drop attribute a', ['drops column t.a', 'takes ACCESS EXCLUSIVE on type t']],
  [
    'alter sequence s restart',
    ['alters sequence s: restart sequence', 'takes SHARE ROW EXCLUSIVE on sequence s'],
  ],
  [
    'alter sequence s owned by none',
    ['alters sequence s: sequence', 'takes SHARE ROW EXCLUSIVE on sequence s'],
  ],
  ['alter function f(int) volatile', ['alters function f: function options']],
  ['alter function f(int) owner to app', ['alters function f: owner']],
  ['alter function f(int) rename to g', ['alters function f: rename']],
  ['alter function f(int) security definer', ['alters function f: security definer']],
  ['alter schema s owner to app', ['alters schema s: owner']],
  ['alter schema s rename to t', ['alters schema s: rename']],
  ['alter database d set work_mem = 1', ['sets work_mem for the database']],
  ['alter database d rename to e', ['alters database d: rename']],
  ['alter extension e update', ["reaches the server's library: alter extension"]],
  ['alter extension e add table t', ["reaches the server's library: alter extension"]],
  [
    'alter policy p on t using (true)',
    ['alters policy t.p: policy', 'takes ACCESS EXCLUSIVE on policy t.p'],
  ],
  [
    'alter publication p add table t',
    ['alters publication p: publication', "reaches the server's replication: alter publication"],
  ],
  ['alter subscription s disable', ["reaches the server's replication: alter subscription"]],
  ['alter event trigger e disable', ['alters event trigger e: disable trigger']],
  ['alter view v rename to w', ['alters view v: rename', 'takes ACCESS EXCLUSIVE on view v']],
  ['alter view v set schema x', ['alters view v: set schema', 'takes ACCESS EXCLUSIVE on view v']],
  ['alter statistics s set statistics 10', ['alters statistics s: statistics']],
  ['alter collation c refresh version', ['alters collation c: refresh version']],
  ['alter operator + (int, int) owner to app', ['alters operator +: owner']],
  [
    'alter text search configuration c drop mapping for word',
    ['alters text search c: configuration'],
  ],
  [
    "alter foreign data wrapper w options (set a 'b')",
    ["reaches the server's network: alter foreign data wrapper"],
  ],
  ["alter server s version '2'", ["reaches the server's network: alter server"]],
  [
    "alter user mapping for app server s options (set a 'b')",
    ["reaches the server's network: alter user mapping"],
  ],
  ['alter tablespace x rename to y', ['alters tablespace x: rename']],
  ['alter default privileges grant select on tables to app', ['grants select to app']],
  ['alter default privileges revoke select on tables from public', ['revokes select from public']],
  ['alter role app rename to b', ['alters role app: rename']],
  ['alter role app set work_mem = 1', ['sets work_mem for the role']],
  ['alter role app nologin', ['alters role app: role attributes']],
  ['alter group g add user u', ['alters role g: role attributes']],
  [
    'alter system reset all',
    ['sets all for the system', "reaches the server's configuration: alter system reset all"],
  ],
  [
    'alter table all in tablespace x set tablespace y',
    ["reaches the server's file: move all to another tablespace"],
  ],
  ['drop function f(int)', ['drops function f']],
  ['drop function f', ['drops function f']],
  ['drop aggregate a(int)', ['drops aggregate a']],
  ['drop procedure p', ['drops procedure p']],
  ['drop trigger g on t', ['drops trigger t.g', 'takes ACCESS EXCLUSIVE on trigger t.g']],
  ['drop type t', ['drops type t']],
  ['drop domain d cascade', ['drops domain d and what depends on it']],
  ['drop cast (int as text)', ['drops cast int4.text']],
  ['drop operator + (int, int)', ['drops operator +']],
  ['drop role a, b', ['drops role a', 'drops role b']],
  ['drop database d', ['drops database d']],
  ['drop tablespace x', ['drops tablespace x']],
  ['drop user mapping for app server s', ['drops user mapping s']],
  ['drop owned by app', ['drops owned objects app and what depends on it']],
  [
    'drop subscription s',
    ['drops subscription s', "reaches the server's replication: drop subscription"],
  ],
  ['drop publication p', ['drops publication p']],
  ['drop foreign table f', ['drops foreign table f', 'takes ACCESS EXCLUSIVE on foreign table f']],
  ['drop index concurrently i', ['drops index i', 'takes SHARE UPDATE EXCLUSIVE on index i']],
  ['drop transform for int language sql', ['drops other int4.sql']],
  ['drop text search parser p', ['drops text search p']],
  ['drop schema a, b', ['drops schema a', 'drops schema b']],
  ['vacuum', ['takes SHARE UPDATE EXCLUSIVE on table *']],
  ['vacuum full', ['takes ACCESS EXCLUSIVE on table *', 'rewrites table *']],
  ['cluster', ['takes ACCESS EXCLUSIVE on table *', 'rewrites table *']],
  ['vacuum t', ['takes SHARE UPDATE EXCLUSIVE on table t']],
  ['vacuum full t', ['takes ACCESS EXCLUSIVE on table t', 'rewrites table t']],
  ['vacuum (full false) t', ['takes SHARE UPDATE EXCLUSIVE on table t']],
  ['cluster t using i', ['takes ACCESS EXCLUSIVE on table t', 'rewrites table t']],
  ['reindex index i', ['builds index i on index i', 'takes ACCESS EXCLUSIVE on index i']],
  [
    'reindex table concurrently t',
    ['builds index  on table t', 'takes SHARE UPDATE EXCLUSIVE on table t'],
  ],
  ['refresh materialized view m', ['takes ACCESS EXCLUSIVE on materialized view m']],
  ['refresh materialized view concurrently m', ['takes EXCLUSIVE on materialized view m']],
  ['checkpoint', ["reaches the server's configuration: checkpoint"]],
  ['discard all', ['sets all for the session']],
  ['lock table t in share mode', ['takes SHARE on table t']],
  ["load 'x'", ["reaches the server's library: load"]],
  ['listen a', ["reaches the server's session: listen"]],
  [
    "comment on table t is 'x'",
    ['alters table t: comment', 'takes SHARE UPDATE EXCLUSIVE on table t'],
  ],
  ["security label on table t is 'x'", ['alters table t: security label']],
  ['copy t from stdin', ['inserts rows of table t', 'takes ROW EXCLUSIVE on table t']],
  [
    "copy t from '/x'",
    [
      "reaches the server's file: copy file",
      'inserts rows of table t',
      'takes ROW EXCLUSIVE on table t',
    ],
  ],
  [
    "copy t from program 'x'",
    [
      "reaches the server's program: copy program",
      'inserts rows of table t',
      'takes ROW EXCLUSIVE on table t',
    ],
  ],
  [
    'import foreign schema s from server v into x',
    ["reaches the server's network: import foreign schema"],
  ],
  [
    'create foreign table f (a int) server s',
    ["reaches the server's network: create foreign table", 'creates foreign table f'],
  ],
  ['create server s foreign data wrapper w', ["reaches the server's network: create server"]],
  [
    "create subscription s connection 'x' publication p",
    ["reaches the server's replication: create subscription"],
  ],
  ["create tablespace x location '/x'", ["reaches the server's file: create tablespace"]],
  ['create database d', ["reaches the server's configuration: create database"]],
  ['create user mapping for app server s', ["reaches the server's network: create user mapping"]],
  ['create role app superuser', ['creates role app', 'alters role app: role attributes']],
  ['create language l', ["reaches the server's library: create extension"]],
  [
    'create operator + (leftarg = int, rightarg = int, function = f)',
    ['creates operator +', 'calls f'],
  ],
  ['create aggregate a(int) (sfunc = f, stype = int)', ['creates aggregate a', 'calls f']],
  [
    'create event trigger e on ddl_command_start execute function f()',
    ['creates event trigger e', 'alters event trigger e: enable trigger', 'calls f'],
  ],
  [
    'create rule r as on insert to t do instead nothing',
    ['creates rule t.r', 'alters rule t.r: instead rule', 'takes ACCESS EXCLUSIVE on rule t.r'],
  ],
  ['create publication p for all tables', ["reaches the server's replication: create publication"]],
  [
    'create access method a type index handler h',
    ["reaches the server's library: create access method"],
  ],
  [
    'create transform for int language sql (from sql with function f(internal))',
    ["reaches the server's library: create transform"],
  ],
  [
    'create table t partition of u for values in (1)',
    ['creates table t', 'takes ACCESS EXCLUSIVE on table u', 'alters table t: part of'],
  ],
  [
    'create table t (a int references u)',
    ['creates table t', 'takes SHARE ROW EXCLUSIVE on table u'],
  ],
  ['reassign owned by a to b', ['alters owned objects a: owner']],
  ['select 1 into t', ['creates table t']],
  [
    'merge into t using s on t.a = s.a when matched then delete',
    ['deletes rows of table t', 'takes ROW EXCLUSIVE on table t'],
  ],
  [
    'insert into t values (1) on conflict (a) do update set a = 2',
    [
      'inserts rows of table t',
      'takes ROW EXCLUSIVE on table t',
      'updates rows of table t',
      'takes ROW EXCLUSIVE on table t',
    ],
  ],
  ['call p()', ['calls p']],
  ['declare c cursor for select 1', []],
  ['prepare p as select 1', []],
  ['execute p', ['calls prepared statement p']],
  ['explain delete from t', []],
  ['set constraints all deferred', []],
  ['reset work_mem', ['sets work_mem for the session']],
  ['begin', ['controls the transaction: begin']],
  ["prepare transaction 'x'", ['controls the transaction: prepare']],
  ["commit prepared 'x'", ['controls the transaction: commit prepared']],
  ['rollback to a', ['controls the transaction: rollback to']],
];

test.each(cases)('%s', async (sql, effects) => {
  const derived = effectsOf([await scriptOf(sql)], emptyCatalog);

  expect(derived.map(effectInWords)).toEqual(effects);
});

test('takes no index for new that may go along with one of an older partition', async () => {
  const sql =
    'create table notes (id int); create index fresh on only public.parts (day); alter index public.fresh attach partition public.parts_2024_day; drop index public.fresh; drop table notes';

  const dropped = effectsOf([await scriptOf(sql)], emptyCatalog).flatMap((effect) =>
    effect.kind === 'drops' ? [[effect.object.name, effect.object.createdHere]] : [],
  );

  expect(dropped).toEqual([
    ['fresh', false],
    ['notes', true],
  ]);
});
