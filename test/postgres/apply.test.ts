import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditVerify } from '../../src/apply/audit.ts';
import { execute } from '../../src/apply/execute.ts';
import { SluiceError } from '../../src/errors.ts';
import type { Session } from '../../src/ports/database.ts';
import { type Files, portsOf, prepare, type Prepared } from '../support/apply.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ settings: { max_connections: '40' } });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const sessions: Session[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
});

let count = 0;

/** A target that holds the base, and the change ready to be applied to it. */
async function stage(
  change: Files,
  base: Files = {},
): Promise<{ readonly name: string; readonly prepared: Prepared; readonly session: Session }> {
  count += 1;
  const name = `target_${count}`;
  await server.createDatabase(name);
  const session = await server.connect(name);
  sessions.push(session);
  for (const text of Object.values(base))
    for (const part of text.split(';\n')) await run(session, part);
  return { name, prepared: await prepare(server, { base, change }), session };
}

async function run(session: Session, text: string): Promise<void> {
  if (text.trim() === '') return;
  const outcome = await session.execute(text);
  if (outcome.kind === 'failed') throw new Error(`${outcome.sqlstate} ${outcome.message}`);
}

async function apply(name: string, { clearance, input }: Prepared, wrap?: (s: Session) => Session) {
  return execute(clearance, input, portsOf(server, name, wrap));
}

async function events(session: Session): Promise<readonly unknown[]> {
  const rows = await session.query('select event from sluice.audit_record order by sequence');
  return rows.map((row) => row['event']);
}

async function one(session: Session, text: string): Promise<unknown> {
  const [row] = await session.query(text);
  return Object.values(row ?? {})[0];
}

const users = { '1.sql': 'create table users (id int primary key, name text);\n' };

describe('a transactional unit', () => {
  it('is applied once when the apply runs twice', async () => {
    const { name, prepared, session } = await stage(
      {
        '2.sql':
          "begin;\ninsert into users values (1, 'x');\ncreate table teams (id int);\ncommit;\n",
      },
      users,
    );

    const first = await apply(name, prepared);
    const second = await apply(name, prepared);

    expect(first.outcome).toBe('applied');
    expect(first.units[0]).toMatchObject({
      kind: 'applied',
      unitId: '2.sql',
      attempts: 1,
      rows: [{ table: 'public.users', inserted: 1, updated: 0, deleted: 0 }],
    });
    expect(second).toMatchObject({
      outcome: 'nothing-to-do',
      units: [{ kind: 'already-applied' }],
    });
    expect(await one(session, 'select count(*)::int4 from users')).toBe(1);
    expect(await auditVerify(session, { strict: true })).toMatchObject({
      kind: 'intact',
      count: 1,
    });
  });

  it('is applied once when two applies run at the same time', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': "insert into users values (1, 'x')" },
      users,
    );

    const both = await Promise.all([apply(name, prepared), apply(name, prepared)]);

    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'nothing-to-do']);
    expect(await one(session, 'select count(*)::int4 from users')).toBe(1);
    expect(await events(session)).toEqual(['apply.committed']);
  });

  it('runs units in order and stops at the first that fails, keeping those before', async () => {
    const { name, prepared, session } = await stage({
      '2.sql': 'create table a (id int)',
      '3.sql': 'create table taken (id int)',
      '4.sql': 'create table b (id int)',
    });
    await run(session, 'create view taken as select 1');

    const application = await apply(name, prepared);

    expect(application).toMatchObject({
      outcome: 'refused',
      units: [{ kind: 'applied' }, { kind: 'refused', unitId: '3.sql' }],
    });
    expect(
      await one(session, "select to_regclass('a') is not null and to_regclass('b') is null"),
    ).toBe(true);
    expect(await events(session)).toEqual(['apply.committed', 'apply.failed']);
    const body = JSON.parse(
      String(await one(session, 'select body from sluice.audit_record where sequence = 2')),
    );
    expect(body.outcome.sqlstate).toBe('42P07');
    expect(JSON.stringify(body)).not.toContain('create table');
  });

  it('does not carry settings of one unit into the next', async () => {
    const { name, prepared } = await stage({
      '2.sql': 'create schema app; set search_path to app; create table a (id int)',
      '3.sql': 'create table b (id int)',
    });

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('applied');
  });

  it('is rolled back and recorded when it does something else than at the rehearsal', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': 'update users set name = name' },
      users,
    );
    await run(session, "insert into users values (1, 'x')");
    await run(session, 'create table spied (id int)');
    await run(
      session,
      `create function spy() returns trigger language plpgsql as
      'begin insert into spied values (1); return new; end'`,
    );
    await run(
      session,
      'create trigger spy after update on users for each row execute function spy()',
    );

    const application = await apply(name, prepared);

    expect(application).toMatchObject({ outcome: 'refused' });
    expect(application.units[0]).toHaveProperty(
      'because.0',
      expect.stringContaining('public.spied'),
    );
    expect(await one(session, 'select count(*)::int4 from spied')).toBe(0);
    expect(await events(session)).toEqual(['apply.refused']);
  });

  it('sees what deferred triggers would do at COMMIT', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': "insert into users values (1, 'x')" },
      users,
    );
    await run(session, 'create table spied (id int)');
    await run(
      session,
      `create function spy() returns trigger language plpgsql as
      'begin insert into spied values (1); return new; end'`,
    );
    await run(
      session,
      `create constraint trigger spy after insert on users
      deferrable initially deferred for each row execute function spy()`,
    );

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('refused');
    expect(await one(session, 'select count(*)::int4 from users')).toBe(0);
  });

  it('is refused with both digests when an applied file was edited', async () => {
    const { name, prepared, session } = await stage({ '2.sql': 'create table a (id int)' });
    await apply(name, prepared);
    const edited = await prepare(server, { change: { '2.sql': 'create table a (id bigint)' } });

    const application = await apply(name, edited);

    const because = expect.stringMatching(/sha256:[0-9a-f]{64}.*sha256:[0-9a-f]{64}/s);
    expect(application).toMatchObject({ outcome: 'refused', units: [{ because: [because] }] });
    expect(await events(session)).toEqual(['apply.committed', 'apply.refused']);
  });

  it.each([
    ['transaction control', 'create table a (id int); savepoint s; create table b (id int)'],
    [
      'a COMMIT in the middle',
      'begin; create table a (id int); commit; begin; create table b (id int); commit',
    ],
    ['VACUUM', 'vacuum'],
    [
      'CONCURRENTLY beside others',
      'create table a (id int); create index concurrently i on a (id)',
    ],
    ['a COMMIT in a DO block', 'do $$ begin commit; end $$'],
  ])('is refused before anything runs for %s', async (_, text) => {
    const { name, prepared, session } = await stage({
      '1.sql': 'create table first (id int)',
      '2.sql': text,
    });

    const application = await apply(name, prepared);

    expect(application).toMatchObject({ outcome: 'refused', units: [{ unitId: '2.sql' }] });
    expect(await one(session, "select to_regclass('first') is null")).toBe(true);
    expect(await events(session)).toEqual(['apply.refused']);
  });

  it.each([
    ['rows', 'insert into sluice.schema_version (version) values (7)'],
    ['guards', 'alter table sluice.unit disable trigger only_added'],
    ['a lock', 'lock table sluice.unit in share mode'],
    ['new objects', 'create table sluice.mine (id int)'],
    ['the schema', 'grant usage on schema sluice to public'],
  ])('is refused when it touches the ledger: %s', async (_, text) => {
    const { name, prepared, session } = await stage({ '2.sql': 'select 1' });
    await apply(name, prepared);
    const attack = await prepare(server, {
      base: {
        '0.sql': `create schema sluice; create table sluice.schema_version (version int);
          create table sluice.unit (id int);
          create function sluice.f() returns trigger language plpgsql as 'begin return null; end';
          create trigger only_added before update on sluice.unit for each statement execute function sluice.f()`,
      },
      change: { '3.sql': text },
    });

    const application = await apply(name, attack);

    expect(application).toMatchObject({ outcome: 'refused' });
    expect(await events(session)).toEqual(['apply.committed', 'apply.refused']);
    expect(await auditVerify(session)).toMatchObject({ kind: 'intact', count: 2 });
  });

  it('tries again when a lock could not be had in time', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': 'alter table users add column age int' },
      users,
    );
    await session.query('begin');
    await session.query('select * from users');
    const released = new Promise<void>((resolve) => setTimeout(resolve, 700)).then(() =>
      session.query('commit'),
    );

    const application = await apply(name, prepared);
    await released;

    expect(application.units[0]).toMatchObject({ kind: 'applied' });
    expect(application.units[0]).toHaveProperty(
      'attempts',
      expect.toSatisfy((n: number) => n > 1),
    );
    expect(await events(session)).toEqual(['apply.committed']);
  });
});

describe('an interrupted apply', () => {
  it('leaves nothing when its backend is ended in the middle', async () => {
    const { name, prepared, session } = await stage(
      {
        '2.sql':
          "insert into users values (1, 'x'); select pg_sleep(1); insert into users values (2, 'y')",
      },
      users,
    );

    const running = apply(name, prepared);
    const ended = endSleeper(session);

    await expect(running).rejects.toMatchObject({ code: 'database/lost' });
    await ended;
    expect(await one(session, 'select count(*)::int4 from users')).toBe(0);
    expect(await one(session, 'select count(*)::int4 from sluice.unit')).toBe(0);
    expect(await auditVerify(session)).toMatchObject({ kind: 'intact', count: 0 });
  });

  it('is known to be applied when the reply of COMMIT was lost', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': "insert into users values (1, 'x')" },
      users,
    );

    const application = await apply(name, prepared, (inner) => losing(inner, 'after'));
    const again = await apply(name, prepared);

    expect(application.outcome).toBe('applied');
    expect(again.outcome).toBe('nothing-to-do');
    expect(await one(session, 'select count(*)::int4 from users')).toBe(1);
    expect(await events(session)).toEqual(['apply.committed']);
  });

  it('is known not to be applied when COMMIT never arrived', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': "insert into users values (1, 'x')" },
      users,
    );

    const lost = apply(name, prepared, (inner) => losing(inner, 'before'));

    await expect(lost).rejects.toMatchObject({ code: 'database/lost' });
    expect(await one(session, 'select count(*)::int4 from users')).toBe(0);
    const again = await apply(name, prepared);
    expect(again.outcome).toBe('applied');
    expect(await one(session, 'select count(*)::int4 from users')).toBe(1);
  });

  it('does not commit when the session that holds the lock is gone', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': "insert into users values (1, 'x'); select pg_sleep(2)" },
      users,
    );

    const running = apply(name, prepared);
    await waitFor(
      session,
      "select pid from pg_stat_activity where query like '%pg_sleep(2)%' and pid <> pg_backend_pid() and datname = current_database()",
    );
    await session.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );

    await expect(running).rejects.toBeInstanceOf(SluiceError);
    expect(await one(session, 'select count(*)::int4 from users')).toBe(0);
  });
});

/** A connection that breaks around the COMMIT of submitted SQL. */
function losing(inner: Session, when: 'before' | 'after'): Session {
  return {
    ...inner,
    execute: async (text) => {
      if (text !== 'commit') return inner.execute(text);
      if (when === 'after') await inner.execute(text);
      await inner[Symbol.asyncDispose]();
      throw new SluiceError('database/lost', 'The connection broke.');
    },
  };
}

async function waitFor(session: Session, text: string): Promise<unknown> {
  for (;;) {
    const [row] = await session.query(text);
    if (row !== undefined) return row['pid'];
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function endSleeper(session: Session): Promise<void> {
  const pid = await waitFor(
    session,
    "select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
  );
  await session.query('select pg_terminate_backend($1)', [pid]);
}

describe('CREATE INDEX CONCURRENTLY', () => {
  const build = { '2.sql': 'create index concurrently by_name on users (name);\n' };

  it('is applied once, with an intent before it', async () => {
    const { name, prepared, session } = await stage(build, users);

    const first = await apply(name, prepared);
    const second = await apply(name, prepared);

    expect(first.outcome).toBe('applied');
    expect(second.outcome).toBe('nothing-to-do');
    expect(await events(session)).toEqual(['apply.intent', 'apply.committed']);
    expect(await auditVerify(session)).toMatchObject({ kind: 'intact', count: 2 });
  });

  it('is repaired when an interrupted run left an invalid index', async () => {
    const { name, prepared, session } = await stage(build, users);
    const stuck = await server.connect(name);
    await stuck.query('begin isolation level repeatable read');
    await stuck.query('select * from users');
    await session.query("insert into users values (1, 'x')");
    const running = apply(name, prepared).catch((error: unknown) => error);
    const pid = await waitFor(
      session,
      "select pid from pg_stat_progress_create_index where phase like 'waiting%'",
    );
    await session.query('select pg_terminate_backend($1)', [pid]);
    await running;
    await stuck.query('commit');
    await stuck[Symbol.asyncDispose]();
    const valid = "select indisvalid from pg_index where indexrelid = 'by_name'::regclass";
    expect(await one(session, valid)).toBe(false);

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('applied');
    expect(await one(session, valid)).toBe(true);
    expect(await events(session)).toEqual(['apply.intent', 'apply.committed']);
  });

  it('is reconciled when an interrupted run had built it', async () => {
    const { name, prepared, session } = await stage(build, users);
    const interrupted = apply(name, prepared, (inner) => ({
      ...inner,
      execute: async (text) => {
        const outcome = await inner.execute(text);
        if (!text.startsWith('create index')) return outcome;
        throw new SluiceError('database/lost', 'The connection broke.');
      },
    }));
    await expect(interrupted).rejects.toMatchObject({ code: 'database/lost' });

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('applied');
    expect(await events(session)).toEqual(['apply.intent', 'apply.reconciled']);
  });

  it('leaves no invalid index behind when it fails', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': 'create unique index concurrently by_name on users (name)' },
      users,
    );
    await session.query("insert into users values (1, 'x'), (2, 'x')");

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('refused');
    expect(await one(session, "select to_regclass('by_name') is null")).toBe(true);
    expect(await events(session)).toEqual(['apply.intent', 'apply.failed']);
  });

  it('does not take an index that somebody else made for its own', async () => {
    const { name, prepared, session } = await stage(build, users);
    await run(session, 'create index by_name on users (id)');

    const application = await apply(name, prepared);

    expect(application.outcome).toBe('refused');
    expect(await events(session)).toEqual(['apply.refused']);
  });

  it('is dropped concurrently, once', async () => {
    const { name, prepared, session } = await stage(
      { '2.sql': 'drop index concurrently by_name' },
      { '1.sql': `${users['1.sql']}create index by_name on users (name);\n` },
    );

    const first = await apply(name, prepared);
    const second = await apply(name, prepared);

    expect([first.outcome, second.outcome]).toEqual(['applied', 'nothing-to-do']);
    expect(await one(session, "select to_regclass('by_name') is null")).toBe(true);
    expect(await events(session)).toEqual(['apply.intent', 'apply.committed']);
  });
});
