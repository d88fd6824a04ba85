import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/ports/database.ts';
import type { Shadow } from '../../src/ports/shadow-provider.ts';
import { testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();

describe.each(['billing', 'postgres', 'odd "name"'])(
  'a shadow of the database %s',
  (databaseName) => {
    let shadow: Shadow;
    let worker: Session;

    beforeAll(async () => {
      shadow = await testShadows('auto').open({ databaseName, signal });
      worker = await shadow.worker();
    });

    afterAll(async () => {
      await worker[Symbol.asyncDispose]();
      await shadow[Symbol.asyncDispose]();
    });

    it('names its version and gives the worker a database of the right name', async () => {
      const rows = await worker.query('select current_database()::text as name');

      expect(rows).toEqual([{ name: databaseName }]);
      expect(worker.serverVersion).toBe(shadow.serverVersion);
      expect(shadow.reason).toMatch(
        process.env['SLUICE_TEST_MAJOR'] === undefined
          ? /; the version of the target is not known\.$/
          : /, the major version of the target\.$/,
      );
    });

    it.each([
      'create table notes (id int primary key)',
      'create schema billing',
      'create temporary table scratch ()',
      "create type public.mood as enum ('good')",
    ])('lets the worker build: %s', async (text) => {
      const outcome = await worker.execute(text);

      expect(outcome.kind).toBe('done');
    });

    it.each([
      ['set role pg_monitor', '42501'],
      ["copy notes to program 'id'", '42501'],
      ["copy notes from '/etc/passwd'", '42501'],
      ["select pg_read_file('/etc/passwd')", '42501'],
      ['create database other', '42501'],
      ['create role other', '42501'],
      ['alter system set fsync = on', '42501'],
      ['set temp_file_limit = -1', '42501'],
      ['create event trigger t on ddl_command_start execute function f()', '42501'],
      ['drop schema pg_catalog', '42501'],
      ["create function f() returns int language c as 'x'", '42501'],
    ])('stops the worker: %s', async (text, sqlstate) => {
      const outcome = await worker.execute(text);

      expect(outcome).toMatchObject({ kind: 'failed', sqlstate });
    });

    it('lets the worker neither alter nor leave the database', async () => {
      const own = await worker.execute(`drop database "${databaseName.replaceAll('"', '""')}"`);
      const others = await worker.query(
        `select count(*)::int4 as open from pg_database
       where datname <> current_database() and datallowconn and has_database_privilege(oid, 'connect')`,
      );

      expect(own).toMatchObject({ kind: 'failed' });
      expect(others).toEqual([{ open: 0 }]);
    });

    it('lets the observer see the worker', async () => {
      await using observer = await shadow.observer();
      await worker.query('begin');
      await worker.query('lock table notes in share mode');

      const rows = await observer.query(
        `select mode from pg_locks where pid = $1 and relation = 'notes'::regclass`,
        [worker.pid],
      );
      await worker.query('rollback');

      expect(rows).toEqual([{ mode: 'ShareLock' }]);
    });

    it('bounds the number of worker sessions', async () => {
      await using second = await shadow.worker();
      await using third = await shadow.worker();
      await using fourth = await shadow.worker();

      const oneMore = shadow.worker();

      await expect(oneMore).rejects.toMatchObject({ code: 'database/unreachable' });
      expect(new Set([worker.pid, second.pid, third.pid, fourth.pid]).size).toBe(4);
    });
  },
);
