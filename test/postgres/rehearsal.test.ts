import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { Unit } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { EnvironmentFacts } from '../../src/domain/facts.ts';
import { someFacts } from '../support/facts.ts';
import type { ShadowProvider, ShadowRequest } from '../../src/ports/shadow-provider.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { startTestServer, testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();

function unitOf(id: string, text: string): Unit {
  const bytes = new TextEncoder().encode(text);
  return { id, database: 'shop', path: id, digest: digestOf(bytes), bytes, firstLine: 1 };
}

type Case = {
  readonly base?: readonly string[];
  readonly change: readonly string[];
  readonly source?: string;
  readonly statementTimeoutMs?: number;
  readonly growthBytes?: number;
  readonly provider?: ShadowProvider;
  readonly environment?: EnvironmentFacts;
};

async function rehearsed({
  base = [],
  change,
  source,
  provider = testShadows('local-binaries'),
  ...rest
}: Case): Promise<Evidence> {
  await using parser = createParser();
  const read = (units: readonly Unit[]) =>
    Promise.all(units.map((unit) => readScript(unit, parser)));
  const units = change.map((text, index) => unitOf(`change-${index + 1}.sql`, text));
  const request = {
    databaseName: 'shop',
    baseScripts: await read(base.map((text, index) => unitOf(`base-${index + 1}.sql`, text))),
    units,
    scripts: await read(units),
    signal,
    ...rest,
    ...(source === undefined ? {} : { source: { url: source, masking: { columns: new Map() } } }),
  };
  const progress = { step: () => {} };
  return await rehearse(request, {
    provider,
    database,
    clock: systemClock,
    ids: systemIds,
    progress,
  });
}

const base = [
  'create table users (id int primary key, email text); create table posts (user_id int references users on delete cascade);',
  "insert into users select i, 'u' || i from generate_series(1, 5) i; insert into posts select i from generate_series(1, 5) i; grant select on users to reporting;",
];

describe('a rehearsal', () => {
  test('runs each unit in a transaction that the next one sees', async () => {
    const evidence = await rehearsed({
      base,
      change: [
        'begin; alter table users add column nick text; commit;',
        "update users set nick = 'x'; delete from users where id = 1;",
      ],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.shadow).toMatchObject({ data: 'none', copiedRows: 0 });
    expect(
      evidence.units.map(({ statements }) =>
        statements.map(({ rows, created }) => ({ rows, created })),
      ),
    ).toEqual([
      [{ rows: [], created: [{ type: 'table column', identity: 'public.users.nick' }] }],
      [
        { rows: [{ table: 'public.users', inserted: 0, updated: 5, deleted: 0 }], created: [] },
        {
          rows: [
            { table: 'public.posts', inserted: 0, updated: 0, deleted: 1 },
            { table: 'public.users', inserted: 0, updated: 0, deleted: 1 },
          ],
          created: [],
        },
      ],
    ]);
  });

  test('runs an index CONCURRENTLY outside of any transaction', async () => {
    const evidence = await rehearsed({
      base,
      change: ['create index concurrently users_email on users (email);'],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.units[0]?.statements[0]?.created).toEqual([
      { type: 'index', identity: 'public.users_email' },
    ]);
    expect(evidence.units[0]?.statements[0]?.locks).toEqual([
      { relation: 'public.users', mode: 'SHARE UPDATE EXCLUSIVE' },
    ]);
  });

  test('sees the locks of an index that is dropped CONCURRENTLY', async () => {
    const evidence = await rehearsed({
      base: [...base, 'create index users_email on users (email);'],
      change: ['drop index concurrently users_email;'],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.units[0]?.statements[0]?.locks).toEqual([
      { relation: 'public.users', mode: 'SHARE UPDATE EXCLUSIVE' },
      {
        relation: 'public.users_email',
        mode: 'SHARE UPDATE EXCLUSIVE',
        of: 'public.users',
      },
    ]);
  });

  test('says why an index that is made CONCURRENTLY failed', async () => {
    const evidence = await rehearsed({
      base,
      change: ['create index concurrently users_none on users (none);'],
    });

    expect(evidence.outcome).toMatchObject({ kind: 'failed', failure: { sqlstate: '42703' } });
  });

  test.each([
    ['select 1; select 1 / 0;', { statement: 1, sqlstate: '22012', message: 'division by zero' }],
    [
      "do $$ begin execute 'commit'; end $$;",
      {
        statement: 0,
        sqlstate: '0A000',
        message: 'EXECUTE of transaction commands is not implemented',
      },
    ],
    ["copy users to program 'id';", { statement: 0, sqlstate: '42501' }],
    ['set session_replication_role = replica;', { statement: 0, sqlstate: '42501' }],
  ])('gives the failure of %s as evidence', async (text, failure) => {
    const evidence = await rehearsed({ base, change: [text] });

    expect(evidence.outcome).toMatchObject({
      kind: 'failed',
      failure: { unitId: 'change-1.sql', ...failure },
    });
  });

  test('stops a statement that switches off its own limits and swallows the cancellation', async () => {
    const evidence = await rehearsed({
      change: [
        'set statement_timeout = 0; do $$ begin loop begin perform pg_sleep(10); exception when query_canceled then null; end; end loop; end $$;',
      ],
      statementTimeoutMs: 300,
    });

    expect(evidence.outcome).toMatchObject({ kind: 'failed', failure: { statement: 1 } });
  });

  test('stops a statement that would fill the disk', async () => {
    const evidence = await rehearsed({
      change: [
        'create table big (t text); insert into big select repeat(md5(i::text), 50) from (select generate_series(1, 100000000) i) s;',
      ],
      growthBytes: 20_000_000,
    });

    expect(evidence.outcome).toMatchObject({
      kind: 'failed',
      failure: {
        statement: 1,
        message: expect.stringMatching(/grew by more than 20000000 bytes|connection/),
      },
    });
  });

  test.each([
    ['create role reader;', 'roles belong to the whole server'],
    ['create publication p for all tables;', 'a publication of all tables'],
    ['create extension no_such_extension;', 'does not have the extension'],
  ])('is not possible of %s', async (text, because) => {
    const evidence = await rehearsed({ base, change: ['create table t ();', text] });

    expect(evidence.outcome).toMatchObject({
      kind: 'not-rehearsable',
      failure: { unitId: 'change-2.sql', message: expect.stringContaining(because) },
    });
    expect(evidence.units.map(({ unitId }) => unitId)).toEqual(['change-1.sql']);
  });

  test('counts for nothing when the server is killed midway, and leaves nothing behind', async () => {
    const provider = testShadows('local-binaries');
    let home = '';
    const dying = {
      open: async (request: ShadowRequest) => {
        const shadow = await provider.open(request);
        await using observer = await shadow.observer();
        const [row] = await observer.query("select current_setting('data_directory') as home");
        home = String(row?.['home']);
        const pid = Number((await readFile(join(home, 'postmaster.pid'), 'utf8')).split('\n')[0]);
        setTimeout(() => process.kill(pid, 'SIGKILL'), 2000);
        return shadow;
      },
    };

    const running = rehearsed({ change: ['select pg_sleep(30);'], provider: dying });

    await expect(running).rejects.toMatchObject({ code: 'database/shadow' });
    await expect(stat(home)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('happens in a time zone and beside roles like those of the target, and says what differs', async () => {
    const environment = {
      ...someFacts({}).environment,
      timeZone: 'Europe/Vienna',
      roles: ['odd "role"', 'pg_monitor'],
      collate: 'de_AT',
    };
    const evidence = await rehearsed({
      environment,
      change: [
        `do $$ begin
           if current_setting('timezone') <> 'Europe/Vienna' then raise 'another zone'; end if;
           if to_regrole('"odd ""role"""') is null then raise 'no role'; end if;
         end $$;`,
      ],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.shadow.differences).toContainEqual(
      expect.stringContaining('that of the target de_AT'),
    );
  });

  test('runs under the name and the settings of the login of the facts, and prints what stays different', async () => {
    const environment = {
      ...someFacts({}).environment,
      role: 'Odd "reader"',
      localeProvider: 'icu',
      settings: [
        { name: 'search_path', value: '"$user", app, public' },
        { name: 'default_table_access_method', value: 'no_such_method' },
        { name: 'DateStyle', value: 'SQL, DMY' },
      ],
    };
    const evidence = await rehearsed({
      environment,
      base: ['create schema app;'],
      change: [
        `do $$ begin
           if current_user <> 'Odd "reader"' then raise 'another login'; end if;
           if current_setting('search_path') <> '"$user", app, public' then raise 'another path'; end if;
         end $$;
         create table here ();`,
      ],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.units[0]?.statements[1]?.created).toEqual([
      { type: 'table', identity: 'app.here' },
    ]);
    expect(evidence.shadow.differences).toEqual([
      expect.stringMatching(/^Its collate is C/),
      expect.stringMatching(/^Its ctype is C/),
      'Its locale comes from libc, that of the target from icu.',
      "Its database belongs to a role of Sluice's own, that of the target to owner: submitted SQL owns no database here.",
      'The change runs as Odd "reader", the login of the facts: its memberships and privileges on the target are not copied, and facts do not tell whether the same role applies the change.',
      'Its server does not take the value of default_table_access_method that the target sets for its login.',
    ]);
  });

  test('ends a change that takes locks without end', async () => {
    const evidence = await rehearsed({
      change: [
        'select count(pg_advisory_xact_lock(i)) from generate_series(1, 22000) i; select pg_sleep(30);',
      ],
    });

    expect(evidence.outcome).toMatchObject({
      kind: 'failed',
      failure: { statement: 1, message: expect.stringContaining('more than 20000 locks') },
    });
  });

  test('is refused where the target has an extension that the machine does not', async () => {
    const extensions = [{ name: 'no_such_extension', version: '1', schema: 'public' }];
    const environment = { ...someFacts({}).environment, extensions };

    await expect(rehearsed({ environment, change: ['select 1;'] })).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringContaining('has the extension no_such_extension'),
    });
  });

  test('says which migration of the base cannot be replayed', async () => {
    const running = rehearsed({
      base: ['create table t ();', 'select 1;\nselect nothing();'],
      change: ['select 1;'],
    });

    await expect(running).rejects.toMatchObject({
      code: 'database/shadow',
      message:
        'The baseline cannot be replayed: base-2.sql, statement 2, line 2: function nothing() does not exist. Nothing can be rehearsed on a schema that is not known. Correct the file, or give a dump of the schema with databases.<name>.baseline in the policy (pg_dump --schema-only).',
    });
  });

  test('moves the rows of a masked copy and shows none of their values', async () => {
    await using server = await startTestServer();
    await server.createDatabase('shop');
    {
      await using owner = await server.connect('shop');
      await owner.query('create table users (id int primary key, email text)');
      await owner.query('create table posts (user_id int references users on delete cascade)');
      await owner.query(
        "insert into users select i, 'raw' || i || '@real.com' from generate_series(1, 100) i",
      );
      await owner.query('insert into posts select i from generate_series(1, 100) i');
    }

    const evidence = await rehearsed({
      base,
      source: server.url('shop'),
      change: [
        "delete from users where id <= 40; alter table users add check (email like '%@x.example');",
      ],
    });

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.shadow).toMatchObject({
      data: 'masked-copy',
      copiedRows: 200,
      maskedColumns: [{ column: 'public.users.email', mask: 'email' }],
    });
    expect(evidence.units[0]?.statements.map(({ predictive }) => predictive)).toEqual([
      { kind: 'yes' },
      {
        kind: 'no',
        because: 'masked-column',
        sentence: 'It chooses or checks rows by public.users.email, which the shadow holds masked.',
      },
    ]);
    expect(evidence.units[0]?.statements[0]?.rows).toEqual([
      { table: 'public.posts', inserted: 0, updated: 0, deleted: 40 },
      { table: 'public.users', inserted: 0, updated: 0, deleted: 40 },
    ]);
    expect(JSON.stringify(evidence)).not.toContain('real.com');
  });
});
