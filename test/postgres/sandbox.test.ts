import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/adapters/system/clock.ts';
import type { Session } from '../../src/ports/database.ts';
import type { Shadow } from '../../src/ports/shadow-provider.ts';
import { SluiceError } from '../../src/errors.ts';
import { executeWithin } from '../../src/shadow/watchdog.ts';
import { escapes, type Escape } from '../support/escapes.data.ts';
import { testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();
const limitMs = 700;

let shadow: Shadow;
let observer: Session;
let outside: string;
let before: unknown;

beforeAll(async () => {
  shadow = await testShadows('auto').open({ databaseName: 'shop', signal });
  observer = await shadow.observer();
  outside = await mkdtemp(join(tmpdir(), 'sluice-outside-'));
  await chmod(outside, 0o777);
  before = await readServer(observer);
});

afterAll(async () => {
  await observer[Symbol.asyncDispose]();
  await shadow[Symbol.asyncDispose]();
  await rm(outside, { recursive: true, force: true });
});

describe('submitted SQL that', () => {
  afterEach(async () => {
    expect(await readdir(outside)).toEqual([]);
    expect(await readServer(observer)).toEqual(before);
  });

  test.each(escapes)('$name reaches nothing outside of its database', async (escape) => {
    const inside = await attempt(escape, ['begin', 'rollback']);
    const alone = await attempt(escape, []);

    expect([inside, alone]).not.toContain('a superuser');
    if (escape.stops !== 'contained') expect(alone).toBe(escape.stops);
  });
});

test('knows at least eighty ways out, each by a name of its own', () => {
  expect(new Set(escapes.map(({ name }) => name)).size).toBe(escapes.length);
  expect(escapes.length).toBeGreaterThanOrEqual(80);
});

test('leaves no process and no directory behind', async () => {
  const other = await testShadows('auto').open({ databaseName: 'shop', signal });
  const session = await other.worker();
  const looper = session.execute('select pg_sleep(1e9)').catch(() => undefined);
  const pid = session.pid;

  await other[Symbol.asyncDispose]();
  await looper;

  expect(spawnSync('kill', ['-0', String(pid)]).status).not.toBe(0);
});

/** SQLSTATE of the last statement, `done`, `a superuser`, or `lost` when the watchdog ended the session. */
async function attempt({ statements }: Escape, [begin, end]: readonly string[]): Promise<string> {
  await using worker = await shadow.worker();
  const run = (text: string) =>
    executeWithin({ worker, observer }, text.replaceAll('{canary}', join(outside, 'canary')), {
      limitMs,
      growthBytes: 1024 ** 3,
      ownServer: true,
      clock: systemClock,
    });
  try {
    await run('create table if not exists notes (id int)');
    if (begin !== undefined) await run(begin);
    for (const text of statements.slice(0, -1)) await run(text);
    const outcome = await run(statements.at(-1) ?? '');
    if (end !== undefined) await run(end);
    if (await isSuperuser(worker)) return 'a superuser';
    return outcome.kind === 'failed' ? outcome.sqlstate : 'done';
  } catch (cause) {
    if (cause instanceof SluiceError && cause.code === 'database/lost') return 'lost';
    throw cause;
  }
}

async function isSuperuser(session: Session): Promise<boolean> {
  const rows = await session.query(
    'select rolsuper from pg_catalog.pg_roles where rolname = current_user',
  );
  return rows[0]?.['rolsuper'] === true;
}

/** What a change of one database may not move: roles, other databases, settings, slots, other sessions. */
async function readServer(session: Session): Promise<unknown> {
  return session.query(`
    select
      (select json_agg(json_build_array(rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolconnlimit) order by rolname)::text
         from pg_catalog.pg_roles) as roles,
      (select json_agg(json_build_array(roleid::regrole, member::regrole) order by roleid, member)::text
         from pg_catalog.pg_auth_members) as members,
      (select json_agg(json_build_array(datname, datdba, datallowconn, datconnlimit, datacl) order by datname)::text
         from pg_catalog.pg_database) as databases,
      (select json_agg(json_build_array(setdatabase, setrole, setconfig) order by setdatabase, setrole)::text
         from pg_catalog.pg_db_role_setting) as settings,
      (select json_agg(slot_name)::text from pg_catalog.pg_replication_slots) as slots,
      (select count(*)::int4 from pg_catalog.pg_prepared_xacts) as prepared,
      (select json_agg(spcname order by spcname)::text from pg_catalog.pg_tablespace) as tablespaces,
      (select count(*)::int4 from pg_catalog.pg_subscription) as subscriptions
  `);
}
