import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { newerSyntax } from './newer-syntax.ts';

test.each([
  [15, 'MERGE', 'merge into t using s on t.a = s.a when matched then do nothing'],
  [15, 'NULLS NOT DISTINCT', 'create unique index i on t (a) nulls not distinct'],
  [15, 'NULLS NOT DISTINCT', 'create table t (a int, unique nulls not distinct (a))'],
  [
    15,
    'ON DELETE SET with a list of columns',
    'alter table t add foreign key (a, b) references p on delete set null (a)',
  ],
  [15, 'security_invoker', 'create view v with (security_invoker) as select 1'],
  [15, 'security_invoker', 'alter view v set (security_invoker = true)'],
  [15, 'GRANT ON PARAMETER', 'grant set on parameter work_mem to app'],
  [15, 'SET ACCESS METHOD', 'alter table t set access method heap'],
  [15, 'COPY with HEADER MATCH', 'copy t from stdin (header match)'],
  [15, 'a publication of a schema', 'create publication p for tables in schema s'],
  [15, 'a publication of some rows or columns', 'create publication p for table t (a)'],
  [16, 'the SQL/JSON constructors', "select json_object('a': 1)"],
  [16, 'the SQL/JSON constructors', 'select json_arrayagg(a) from t'],
  [16, 'IS JSON', 'select a is json from t'],
  [16, 'a subquery in FROM without an alias', 'select * from (select 1)'],
  [16, 'CREATE STATISTICS without a name', 'create statistics on a, b from t'],
  [16, 'STORAGE in CREATE TABLE', 'create table t (a text storage external)'],
  [16, 'GRANT of a role WITH INHERIT or SET', 'grant a to b with inherit true'],
  [16, 'COPY with DEFAULT', "copy t from stdin (default 'x')"],
  [16, 'EXPLAIN (GENERIC_PLAN)', 'explain (generic_plan) select 1'],
  [16, 'VACUUM (BUFFER_USAGE_LIMIT)', "vacuum (buffer_usage_limit '1MB') t"],
  [16, 'SYSTEM_USER', 'select system_user'],
  [16, 'a number with 0x, 0o, 0b or an underscore', 'select 0x1F'],
  [16, 'a number with 0x, 0o, 0b or an underscore', 'select 1_000'],
  [16, 'a number with 0x, 0o, 0b or an underscore', 'do $$ begin perform 0b1; end $$'],
  [16, 'vacuum_buffer_usage_limit', "alter role app set vacuum_buffer_usage_limit = '1MB'"],
  [17, 'the SQL/JSON query functions', "select json_value(a, '$') from t"],
  [17, 'the SQL/JSON query functions', "select json('1')"],
  [17, 'JSON_TABLE', "select * from json_table('[]', '$[*]' columns (a int)) as j"],
  [17, 'SET EXPRESSION', 'alter table t alter column c set expression as (a + 1)'],
  [17, 'the privilege MAINTAIN', 'grant maintain on t to app'],
  [17, 'the privilege MAINTAIN', 'alter default privileges grant maintain on tables to app'],
  [17, 'transaction_timeout', "set local transaction_timeout = '5s'"],
  [
    17,
    'transaction_timeout',
    "create function f() returns int language sql set transaction_timeout = '5s' return 1",
  ],
  [17, 'COPY with ON_ERROR', 'copy t from stdin (on_error ignore)'],
  [17, 'COPY with LOG_VERBOSITY', 'copy t from stdin (log_verbosity verbose)'],
  [17, 'EXPLAIN (MEMORY or SERIALIZE)', 'explain (memory) select 1'],
  [17, 'AT LOCAL', 'select now() at local'],
  [18, 'GENERATED … VIRTUAL', 'create table t (a int, b int generated always as (a) virtual)'],
  [18, 'GENERATED … VIRTUAL', 'create table t (a int, b int generated always as (a))'],
  [18, 'NOT ENFORCED', 'alter table t add constraint c check (a > 0) not enforced'],
  [
    18,
    'NOT NULL as a constraint of the table',
    'alter table t add constraint c not null a not valid',
  ],
  [
    18,
    'WITHOUT OVERLAPS',
    'create table t (a int4range, b tstzrange, primary key (a, b without overlaps))',
  ],
  [18, 'PERIOD', 'alter table t add foreign key (a, period b) references p (a, period b)'],
  [
    18,
    'ALTER CONSTRAINT with ENFORCED or INHERIT',
    'alter table t alter constraint c not enforced',
  ],
  [18, 'ALTER CONSTRAINT with ENFORCED or INHERIT', 'alter table t alter constraint c inherit'],
  [18, 'VACUUM or ANALYZE ONLY', 'analyze only t'],
  [18, 'LIKE in CREATE FOREIGN TABLE', 'create foreign table f (like t) server s'],
  [18, 'RETURNING of OLD and NEW', 'update t set a = 1 where b = 2 returning old.a'],
  [18, 'RETURNING WITH', 'update t set a = 1 where b = 2 returning with (old as o) o.a'],
])('needs PostgreSQL %i for %s: %s', async (since, feature, sql) => {
  const scripts = [await scriptOf(sql, 'u')];

  const before = newerSyntax(scripts, since - 1);
  const then = newerSyntax(scripts, since);

  expect(before).toEqual([{ ...before[0], feature, since, unitId: 'u', statement: 0 }]);
  expect(then).toEqual([]);
});

test('tells each thing of a MERGE by the version that brought it', async () => {
  const sql =
    'merge into t using s on t.a = s.a when not matched by source then delete returning t.a';

  const found = newerSyntax([await scriptOf(sql, 'u')], 14);

  expect(found.map(({ since, feature }) => [since, feature])).toEqual([
    [15, 'MERGE'],
    [17, 'MERGE with RETURNING'],
    [17, 'WHEN NOT MATCHED BY SOURCE'],
  ]);
});

test.each([
  'select \'a 0x1f\', "b_1", a1_000, $1 from t -- 1_000',
  'select * from (select 1) as one',
  'create table t (a int primary key, b int constraint n not null, c int generated always as (a) stored, check (a > 0), foreign key (b) references p)',
  'create domain d as int constraint c not null',
  'alter table t alter constraint c deferrable',
  'alter table t add constraint c check (a > 0) not valid',
  'update t as new set a = 1 where b = 2 returning new.a',
  'update t set a = 1 from (select 2 as b) as old where t.b = old.b returning old.b',
  'create function f() returns trigger language plpgsql as $$ begin update t set a = 1 where b = 2 returning new.a into x; return new; end $$',
  'grant maintain to app',
  'copy t from stdin (format csv, header)',
  'vacuum t',
  'create statistics s on a, b from t',
  "select json_build_object(1, 2), now() at time zone 'utc'",
  "set lock_timeout = '5s'",
])('is known to PostgreSQL 14: %s', async (sql) => {
  const scripts = [await scriptOf(sql)];

  const found = newerSyntax(scripts, 14);

  expect(found).toEqual([]);
});
