import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/ports/database.ts';
import type { Shadow, ShadowProvider } from '../../src/ports/shadow-provider.ts';

const { signal } = new AbortController();

export type Contract = {
  readonly title: string;
  /** Called once, before everything. */
  readonly provider: () => Promise<ShadowProvider>;
  readonly databaseName: string;
  readonly level: 'A' | 'B';
  readonly reason: RegExp;
};

/** What every provider of shadows has to keep. */
export function keepsTheContract({ title, provider, databaseName, level, reason }: Contract): void {
  describe(title, () => {
    let shadow: Shadow;
    let worker: Session;

    beforeAll(async () => {
      shadow = await (await provider()).open({ databaseName, signal });
      worker = await shadow.worker();
    });

    afterAll(async () => {
      await worker[Symbol.asyncDispose]();
      await shadow[Symbol.asyncDispose]();
    });

    it('names its version, why it was chosen and its level', () => {
      expect(worker.serverVersion).toBe(shadow.serverVersion);
      expect(shadow.reason).toMatch(reason);
      expect(shadow.level).toBe(level);
      expect(shadow.cannotSee.length > 0).toBe(level === 'B');
      expect(shadow.prepared).toBe(false);
    });

    it('gives the worker a database of the right name, or says that it has another', async () => {
      const [row] = await worker.query('select current_database()::text as name');
      const name = String(row?.['name']);

      if (name !== databaseName)
        expect(shadow.differences).toContainEqual(expect.stringContaining(name));
      expect(name === databaseName).toBe(level === 'A');
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
      ['create publication everything for all tables', '42501'],
      ["create tablespace other location '/tmp'", '42501'],
      ['drop schema pg_catalog', '42501'],
      ["create function f() returns int language c as 'x'", '42501'],
    ])('stops the worker: %s', async (text, sqlstate) => {
      const outcome = await worker.execute(text);

      expect(outcome).toMatchObject({ kind: 'failed', sqlstate });
    });

    it('lets the worker neither drop, rename nor leave the database to others', async () => {
      const [row] = await worker.query('select quote_ident(current_database()) as name');
      const name = String(row?.['name']);
      const dropped = await worker.execute(`drop database ${name}`);
      const renamed = await worker.execute(`alter database ${name} rename to other`);
      const [rights] = await worker.query(
        `select has_database_privilege('public', current_database(), 'connect') as anybody`,
      );

      expect(dropped).toMatchObject({ kind: 'failed' });
      expect(renamed).toMatchObject({ kind: 'failed' });
      expect(rights).toEqual({ anybody: false });
    });

    it('lets the observer see and end what the worker does', async () => {
      await using observer = await shadow.observer();
      await using victim = await shadow.worker();
      await victim.query('begin');
      await victim.query('lock table notes in share mode');

      const rows = await observer.query(
        `select mode from pg_locks where pid = $1 and relation = 'notes'::regclass`,
        [victim.pid],
      );
      const [ended] = await observer.query('select pg_terminate_backend($1) as ended', [
        victim.pid,
      ]);

      expect(rows).toEqual([{ mode: 'ShareLock' }]);
      expect(ended).toEqual({ ended: true });
    });

    it('makes roles that the worker can become, and none twice', async () => {
      await shadow.provideRoles(['reporting "x"', 'app_owner']);
      await shadow.provideRoles(['app_owner']);

      const given = await worker.execute('set role app_owner');
      await worker.query('reset role');
      const [role] = await worker.query(
        `select rolcanlogin, rolsuper from pg_roles where rolname = 'reporting "x"'`,
      );

      expect(given.kind).toBe('done');
      expect(role).toEqual({ rolcanlogin: false, rolsuper: false });
    });

    it('bounds the number of worker sessions', async () => {
      await using second = await shadow.worker();
      await using third = await shadow.worker();
      await using fourth = await shadow.worker();

      const oneMore = shadow.worker();

      await expect(oneMore).rejects.toMatchObject({ code: 'database/unreachable' });
      expect(new Set([worker.pid, second.pid, third.pid, fourth.pid]).size).toBe(4);
    });
  });
}
