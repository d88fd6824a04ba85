import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { planUnit } from './plan.ts';

describe('planUnit', () => {
  it.each([
    ['create table a (id int); create table b (id int)', 0, 2],
    ['begin; create table a (id int); commit;', 1, 1],
    ['START TRANSACTION; create table a (id int); END', 1, 1],
    ['begin; commit', 1, 0],
    ['', 0, 0],
    ["alter type mood add value 'ok'", 0, 1],
    ['reindex table users', 0, 1],
    ['analyze users', 0, 1],
    ['alter table a detach partition b', 0, 1],
    ['create procedure p() language plpgsql as $$ begin commit; end $$', 0, 1],
  ])('runs %j in one transaction', async (sql, first, count) => {
    const plan = planUnit(await scriptOf(sql));

    expect(plan).toMatchObject({ kind: 'transactional', first });
    expect(plan).toHaveProperty('statements.length', count);
  });

  it.each([
    [
      'create unique index concurrently if not exists by_name on app.users (name)',
      {
        action: 'create',
        index: { schema: 'app', name: 'by_name' },
        table: { schema: 'app', name: 'users' },
        ifNotExists: true,
      },
    ],
    ['drop index concurrently by_name', { action: 'drop', index: { name: 'by_name' } }],
    ['drop index concurrently app.x', { action: 'drop', index: { schema: 'app', name: 'x' } }],
  ])('runs %j outside a transaction', async (sql, expected) => {
    const plan = planUnit(await scriptOf(sql));

    expect(plan).toMatchObject({ kind: 'concurrent-index', position: 0, ...expected });
  });

  it.each([
    ['begin isolation level serializable; select 1; commit', 'BEGIN with options'],
    ['begin; select 1; commit and chain', 'BEGIN'],
    ['begin; select 1', 'BEGIN'],
    ['select 1; commit', 'COMMIT'],
    ['begin; begin; commit', 'BEGIN'],
    ['select 1; rollback', 'ROLLBACK'],
    ['savepoint a', 'SAVEPOINT'],
    ['release savepoint a', 'RELEASE'],
    ["prepare transaction 'x'", 'PREPARE'],
    ["commit prepared 'x'", 'COMMIT PREPARED'],
    ['do $$ begin commit; end $$', 'carries code that ends the transaction'],
    ['vacuum users', 'VACUUM'],
    ['cluster', 'CLUSTER without a table'],
    ['reindex index concurrently i', 'REINDEX CONCURRENTLY'],
    ['reindex schema app', 'REINDEX of a schema'],
    ['create database d', 'CREATE DATABASE'],
    ['drop database d', 'DROP DATABASE'],
    ["create tablespace t location '/x'", 'CREATE TABLESPACE'],
    ["alter system set work_mem = '1GB'", 'ALTER SYSTEM'],
    ['alter table a detach partition b concurrently', 'DETACH PARTITION CONCURRENTLY'],
    ["create subscription s connection '' publication p", 'CREATE SUBSCRIPTION'],
    ['discard all', 'DISCARD'],
    ['create index concurrently i on a (b); select 1', 'CONCURRENTLY beside'],
    ['begin; create index concurrently i on a (b); commit', 'CONCURRENTLY beside'],
    ['create index concurrently on a (b)', 'does not name exactly one index'],
    ['drop index concurrently a, b', 'does not name exactly one index'],
    ['selec 1', 'could not be parsed'],
  ])('refuses %j', async (sql, words) => {
    const plan = planUnit(await scriptOf(sql));

    expect(plan).toEqual({ kind: 'refused', because: expect.stringContaining(words) });
    expect(plan).toHaveProperty('because', expect.stringMatching(/^The .*: .*\. Instead, .*\.$/s));
  });
});
