import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { queryFingerprint, readFingerprint } from '../../src/facts/fingerprint.ts';
import { takeFacts } from '../../src/facts/take.ts';
import type { Session } from '../../src/ports/database.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

const schema = `
create schema app;
create type app.status as enum ('new', 'paid');
create domain app.amount as numeric check (value > 0);
create domain app.price as app.amount;
create table app.users (
  id bigint generated always as identity primary key,
  name varchar(20) not null default 'x',
  seen timestamptz default now(),
  token uuid default gen_random_uuid(),
  day date default '2026-01-01',
  later date default 'today'::text::date,
  short text generated always as (upper(name)) stored,
  status app.status not null default 'new',
  constraint named check (name is not null),
  constraint short_name check (length(name) < 20)
);
create sequence app.numbers;
create table app.orders (
  id bigint primary key default nextval('app.numbers'), user_id bigint,
  total app.price
);
alter table app.orders add constraint by_user foreign key (user_id) references app.users (id)
  on delete cascade not valid;
create index orders_by_user on app.orders (user_id) where total > 5;
create index orders_by_sum on app.orders ((user_id + 1));
create table app.events (id bigint, at date) partition by range (at);
create table app.events_2025 partition of app.events for values from ('2025-01-01') to ('2026-01-01');
create table app.events_2026 partition of app.events for values from ('2026-01-01') to ('2027-01-01');
create table app.logs (k text) partition by list (k);
create table app.logs_rest partition of app.logs default;
create view app.rich as select u.id, u.name from app.users u join app.orders o on o.user_id = u.id
  where o.total > 3;
create view app.names as select id, name from app.users where status = 'paid';
create view app.short_names as select u.short as s from app.users u;
create materialized view app.counts as select status, count(*) from app.users group by status;
create function app.touch() returns trigger language plpgsql security definer as $$ begin return new; end $$;
create trigger touch before insert or update on app.users for each row execute function app.touch();
alter table app.users enable row level security;
create policy own on app.users for select to app_user using (name = current_user);
grant select on app.users to app_user;
grant update (name) on app.users to app_user;
alter table app.orders owner to app_owner;
create rule quiet as on delete to app.orders do instead nothing;
create publication changes for table app.orders;
`;

const planted = `
create type mood as enum ('fine');
create table people (
  id int primary key,
  card text default '4111111111111111',
  name text constraint named check (name <> 's3cr3t-check'),
  upper_name text generated always as (upper(name) || 's3cr3t-generated') stored
);
comment on table people is 's3cr3t-comment';
comment on column people.card is 's3cr3t-comment';
insert into people select i, '4111 1111', 's3cr3t-' || i from generate_series(1, 500) i;
create view v as select * from people where name = 's3cr3t-view';
create index by_name on people (name) where name <> 's3cr3t-index';
create index by_expression on people ((name || 's3cr3t-expression'));
create function f(a text default 's3cr3t-argument') returns text language sql
  as $$ select 's3cr3t-body' $$;
create function guard() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t before insert on people for each row when (new.name = 's3cr3t-when')
  execute function guard('s3cr3t-trigger');
create policy p on people using (name = 's3cr3t-policy');
create rule r as on update to people do instead select 's3cr3t-rule';
create table parts (k text) partition by list (k);
create table one partition of parts for values in ('s3cr3t-bound');
create domain d as text default 's3cr3t-domain' check (value <> 's3cr3t-domain');
create statistics s on id, name from people;
`;

const histories: readonly (readonly [string, string, readonly object[]])[] = [
  [
    'flyway',
    `create table flyway_schema_history (installed_rank int, version text, description text, type text,
       script text, checksum int, installed_by text, success bool);
     insert into flyway_schema_history values (2, '2', 'b', 'SQL', 'V2__b.sql', -5, 's3cr3t', false),
       (1, '1', 'a', 'SQL', 'V1__a.sql', 7, 's3cr3t', true), (0, null, '', 'SCHEMA', 'x', null, '', true)`,
    [
      { version: '1', name: 'V1__a.sql', checksum: '7', succeeded: true },
      { version: '2', name: 'V2__b.sql', checksum: '-5', succeeded: false },
    ],
  ],
  [
    'prisma',
    `create table _prisma_migrations (id text, checksum text, finished_at timestamptz, migration_name text,
       logs text, rolled_back_at timestamptz, started_at timestamptz);
     insert into _prisma_migrations values ('x', 'ab', now(), '1_a', 's3cr3t', null, now()),
       ('y', 'cd', null, '2_b', 's3cr3t', null, now() + interval '1 s'),
       ('z', 'cd', null, '3_c', 's3cr3t', now(), now())`,
    [
      { version: '1_a', name: '1_a', checksum: 'ab', succeeded: true },
      { version: '2_b', name: '2_b', checksum: 'cd', succeeded: false },
    ],
  ],
  [
    'drizzle',
    `create schema drizzle;
     create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint);
     insert into drizzle.__drizzle_migrations (hash, created_at) values ('h', 1700000000000)`,
    [{ version: '1700000000000', checksum: 'h', succeeded: true }],
  ],
  [
    'supabase',
    `create schema supabase_migrations;
     create table supabase_migrations.schema_migrations (version text, statements text[], name text);
     insert into supabase_migrations.schema_migrations values ('1', array['s3cr3t'], 'a')`,
    [{ version: '1', name: 'a', succeeded: true }],
  ],
  [
    'golang-migrate',
    `create table schema_migrations (version bigint primary key, dirty bool);
     insert into schema_migrations values (7, true)`,
    [{ version: '7', succeeded: false }],
  ],
  [
    'rails',
    `create table ar_internal_metadata (key text); create table schema_migrations (version varchar);
     insert into schema_migrations values ('2'), ('1')`,
    [
      { version: '1', succeeded: true },
      { version: '2', succeeded: true },
    ],
  ],
  [
    'dbmate',
    `create table schema_migrations (version varchar); insert into schema_migrations values ('1')`,
    [{ version: '1', succeeded: true }],
  ],
  [
    'goose',
    `create table goose_db_version (id serial, version_id bigint, is_applied bool, tstamp timestamp);
     insert into goose_db_version (version_id, is_applied) values (0, true), (3, true)`,
    [{ version: '3', succeeded: true }],
  ],
  [
    'sqlx',
    `create table _sqlx_migrations (version bigint, description text, success bool, checksum bytea);
     insert into _sqlx_migrations values (1, 'a', true, decode('beef', 'hex'))`,
    [{ version: '1', name: 'a', checksum: 'beef', succeeded: true }],
  ],
  [
    'sqitch',
    `create schema sqitch; create table sqitch.dependencies (change_id text);
     create table sqitch.changes (change_id text, script_hash text, change text, note text,
       committed_at timestamptz);
     insert into sqitch.changes values ('c1', 'h1', 'users', 's3cr3t', now())`,
    [{ version: 'c1', name: 'users', checksum: 'h1', succeeded: true }],
  ],
  [
    'atlas',
    `create schema atlas_schema_revisions;
     create table atlas_schema_revisions.atlas_schema_revisions (version text, description text,
       applied int, total int, error text, error_stmt text, hash text);
     insert into atlas_schema_revisions.atlas_schema_revisions values ('1', 'a', 1, 2, 'boo', 's3cr3t', 'h')`,
    [{ version: '1', name: 'a', checksum: 'h', succeeded: false }],
  ],
];

const changes = [
  ['alter table app.users add column more int'],
  ['alter table app.events alter column id type int'],
  ['alter table app.users alter column name drop not null'],
  ["alter table app.users alter column name set default 'y'"],
  ['alter table app.orders validate constraint by_user'],
  ['drop index app.orders_by_sum'],
  ['alter table app.users drop constraint short_name'],
  ["alter type app.status add value 'gone'"],
  ['alter table app.users owner to app_owner'],
  ['grant delete on app.users to app_user'],
  ['grant update (short) on app.users to app_user'],
  ['alter table app.users disable trigger touch'],
  ['alter function app.touch() security invoker'],
  [
    'create or replace function app.touch() returns trigger language plpgsql security definer as $$ begin return old; end $$',
  ],
  ['alter policy own on app.users using (true)'],
  ['alter table app.users force row level security'],
  ['create or replace view app.names as select id, name from app.users where status is not null'],
  ['drop rule quiet on app.orders'],
  ['alter domain app.price set not null'],
  ['alter sequence app.numbers increment 2'],
  ['alter table app.events detach partition app.events_2026'],
  ['alter default privileges in schema app grant select on tables to app_user'],
  ['create schema other'],
  ['revoke execute on function app.touch() from public'],
] as const;

async function run(session: Session, text: string): Promise<void> {
  await session.query(`do $run$ begin execute $sql$${text}$sql$; end $run$`);
}

async function factsOf(session: Session): Promise<Facts> {
  const taken = await takeFacts(session, { database: 'd', takenAt: '2026-01-01T00:00:00Z' });
  return taken.facts;
}

function find(facts: Facts, name: string) {
  return facts.relations.find((relation) => relation.name === name);
}

const fingerprints = new Map<number, Digest>();

describe.each([14, 15, 18])('on PostgreSQL %i', (major) => {
  let server: TestServer;
  let facts: Facts;

  beforeAll(async () => {
    server = await startTestServer({ exactly: major });
    await server.createDatabase('shape');
    await using session = await server.connect('shape');
    await run(session, 'create role app_owner; create role app_user');
    await run(session, schema);
    facts = await factsOf(session);
    fingerprints.set(major, facts.fingerprint);
  });

  afterAll(() => server[Symbol.asyncDispose]());

  it('tells the columns, with what their defaults do at worst', () => {
    const columns = find(facts, 'users')?.columns.map((column) => Object.values(column).join(' '));

    expect(columns).toEqual([
      'id bigint true none no always',
      'name character varying(20) true immutable no no',
      'seen timestamp with time zone false stable no no',
      'token uuid false volatile no no',
      'day date false immutable no no',
      'later date false stable no no',
      'short text false none stored no',
      'status app.status true immutable no no',
    ]);
    expect(find(facts, 'orders')?.columns[0]).toMatchObject({ default: 'volatile' });
  });

  it('tells keys, checks, indexes, triggers, rules and row security', () => {
    expect(find(facts, 'users')).toMatchObject({
      kind: 'table',
      keys: [{ name: 'users_pkey', kind: 'primary', columns: ['id'] }],
      checks: [
        { name: 'named', columns: ['name'], validated: true, notNull: true },
        { name: 'short_name', columns: ['name'], validated: true, notNull: false },
      ],
      triggers: [
        {
          name: 'touch',
          events: ['insert', 'update'],
          enabled: true,
          calls: { schema: 'app', name: 'touch' },
        },
      ],
      rowSecurity: 'on',
      replicaIdentity: 'default',
    });
    expect(find(facts, 'orders')).toMatchObject({
      foreignKeys: [
        {
          name: 'by_user',
          columns: ['user_id'],
          references: { schema: 'app', name: 'users', columns: ['id'] },
          onDelete: 'cascade',
          onUpdate: 'no-action',
          validated: false,
        },
      ],
      indexes: [
        { name: 'orders_by_sum', unique: false, valid: true, partial: false, method: 'btree' },
        { name: 'orders_by_user', columns: ['user_id'], partial: true },
        { name: 'orders_pkey', columns: ['id'], unique: true },
      ],
      rules: [{ name: 'quiet', event: 'delete' }],
    });
    expect(find(facts, 'orders')?.indexes[0]).not.toHaveProperty('columns');
  });

  it('tells views, partitions, domains, functions and publications', () => {
    const ofApp = (name: string) => ({ schema: 'app', name });

    expect(find(facts, 'rich')).toMatchObject({
      kind: 'view',
      reads: expect.arrayContaining([ofApp('users'), ofApp('orders')]),
    });
    expect(find(facts, 'events_2025')).toMatchObject({
      parents: [ofApp('events')],
      isPartition: true,
    });
    expect(find(facts, 'events_2025')).not.toHaveProperty('isDefaultPartition');
    expect(find(facts, 'logs_rest')).toMatchObject({
      isPartition: true,
      isDefaultPartition: true,
    });
    expect(facts.domains).toEqual([
      { ...ofApp('amount'), type: 'numeric', notNull: false, hasChecks: true },
      { ...ofApp('price'), type: 'app.amount', notNull: false, hasChecks: true },
    ]);
    expect(facts.functions).toEqual([
      {
        ...ofApp('touch'),
        arguments: '',
        kind: 'function',
        volatility: 'volatile',
        language: 'plpgsql',
        securityDefiner: true,
      },
    ]);
    expect(facts.publications).toEqual([
      { name: 'changes', allTables: false, tables: [ofApp('orders')] },
    ]);
  });

  it('tells what a shadow has to be like', () => {
    expect(facts.environment).toMatchObject({
      encoding: 'UTF8',
      searchPath: ['public'],
      roles: expect.arrayContaining(['app_owner', 'app_user']),
      extensions: [{ name: 'plpgsql', schema: 'pg_catalog' }],
    });
    expect(Math.floor(facts.serverVersion / 10_000)).toBe(major);
  });

  it('carries the settings of the login that decide how SQL is read, and no others', async () => {
    await server.createDatabase('settings');
    await using admin = await server.connect('settings');
    for (const text of [
      "create role set_up login password 'of a test'",
      "alter role set_up set work_mem = '5MB'",
      'alter role set_up set search_path = "$user", \'Odd, one\', public',
      "alter database settings set search_path = 'pg_catalog'",
      "alter database settings set datestyle = 'SQL, DMY'",
      "alter role set_up in database settings set datestyle = 'German'",
      "alter role set_up set my.secret = 'of the application'",
    ])
      await admin.query(text);
    await using session = await server.connectAs(
      { user: 'set_up', password: 'of a test' },
      'settings',
    );

    const { environment } = await factsOf(session);

    expect(environment.settings).toEqual([
      { name: 'DateStyle', value: 'German' },
      { name: 'search_path', value: '"$user", "Odd, one", public' },
    ]);
    await using other = await server.connect();
    expect((await factsOf(other)).environment).not.toHaveProperty('settings');
  });

  it('sums sizes over leaves, and knows none where one leaf was never analyzed', async () => {
    await server.createDatabase('sizes');
    await using session = await server.connect('sizes');
    await run(session, schema);
    await run(
      session,
      "insert into app.events select 1, '2025-05-05' from generate_series(1, 5000)",
    );
    await session.query('analyze app.events_2025');
    const half = await factsOf(session);
    await session.query('analyze app.events_2026');

    const whole = await factsOf(session);

    const size = (of: Facts, name: string) => find(of, name)?.rows;
    expect([size(half, 'events'), size(half, 'events_2025'), size(half, 'users')]).toEqual([
      -1, 5000, -1,
    ]);
    expect([size(whole, 'events'), size(whole, 'events_2026')]).toEqual([5000, 0]);
    expect(find(whole, 'events')?.bytes).toBe(find(whole, 'events_2025')?.bytes);
    expect(find(whole, 'events')?.bytes).toBeGreaterThan(100_000);
    expect(find(whole, 'rich')).toMatchObject({ rows: -1, bytes: -1, writesPerHour: -1 });
  });

  it('does not take a table for small that grew since it was analyzed', async () => {
    await server.createDatabase('grown');
    await using session = await server.connect('grown');
    await run(session, 'create table t (a int) with (autovacuum_enabled = off)');
    await run(session, 'create table empty (a int) with (autovacuum_enabled = off)');
    await run(session, 'insert into t select 1 from generate_series(1, 1000)');
    await session.query('analyze t, empty');
    await run(session, 'insert into t select 1 from generate_series(1, 100000)');
    await run(session, 'insert into empty select 1 from generate_series(1, 100000)');

    const taken = await factsOf(session);

    expect(find(taken, 't')?.rows).toBeGreaterThan(80_000);
    // ANALYZE of an empty table leaves no page to multiply.
    expect(find(taken, 'empty')?.rows).toBe(-1);
  });

  it('needs no privilege but to connect, and keeps what the login may not read', async () => {
    await using owner = await server.connect('shape');
    await run(owner, 'create role reader login password $$of a test$$');
    await run(owner, 'alter role reader set search_path to app, nowhere, "$user", public');
    await run(
      owner,
      'create table app.flyway_schema_history (installed_rank int, version text, script text, type text, checksum int, success bool)',
    );
    await using reader = await server.connectAs({ user: 'reader', password: 'of a test' }, 'shape');

    const taken = await takeFacts(reader, { database: 'd', takenAt: '2026-01-01T00:00:00Z' });

    const names = (of: Facts) => of.relations.map(({ name }) => name);
    expect(names(taken.facts).filter((name) => name !== 'flyway_schema_history')).toEqual(
      names(facts),
    );
    expect(taken.facts.fingerprint).toBe(facts.fingerprint);
    expect(taken.facts.environment).toMatchObject({
      role: 'reader',
      searchPath: ['app', 'public'],
    });
    expect([taken.hidden, taken.facts.histories]).toEqual([['app.flyway_schema_history'], []]);
  });

  it('holds nothing of the data', async () => {
    await server.createDatabase('secrets');
    await using session = await server.connect('secrets');
    await run(session, planted);
    await session.query('analyze');

    const text = JSON.stringify(await factsOf(session));

    expect(text).toContain('people');
    expect(text).not.toMatch(/s3cr3t|4111/i);
  });

  it('reads no view, and nothing under row security, in the place of a history', async () => {
    await server.createDatabase('trap');
    await using session = await server.connect('trap');
    await run(
      session,
      'create function public.trap() returns text language plpgsql as $$ begin raise exception $m$caught$m$; end $$',
    );
    await run(session, 'create view public.schema_migrations as select public.trap() as version');
    await run(session, 'create schema b');
    await run(session, 'create table b.schema_migrations (version text)');
    await run(session, 'alter table b.schema_migrations enable row level security');

    const taken = await factsOf(session);

    expect(taken.histories).toEqual([]);
  });

  it('leaves the session as it was', async () => {
    await using session = await server.connect('shape');
    await session.query("select set_config('search_path', 'app', false)");

    await factsOf(session);

    const [row] = await session.query(
      "select current_setting('search_path') as path, current_setting('transaction_read_only') as frozen",
    );
    expect(row).toEqual({ path: 'app', frozen: 'off' });
  });

  it.skipIf(major < 18)('tells what PostgreSQL 18 brought', async () => {
    await server.createDatabase('newer');
    await using session = await server.connect('newer');
    await run(session, 'create table t (a int, b int generated always as (a + 1), c int not null)');
    await run(session, 'alter table t add constraint given not null a not valid');

    const taken = await factsOf(session);

    expect(find(taken, 't')).toMatchObject({
      columns: [
        { name: 'a', notNull: false },
        { name: 'b', generated: 'virtual', default: 'none' },
        { name: 'c', notNull: true },
      ],
      checks: [],
    });
  });

  it('reads a large catalog at once', async () => {
    await server.createDatabase('large');
    await using session = await server.connect('large');
    for (let part = 0; part < 10; part += 1)
      await session.query(`do $run$ begin for i in 1..50 loop
        execute format('create table t_%s_%s (id int primary key, a text)', ${part}, i); end loop; end $run$`);

    expect((await factsOf(session)).relations).toHaveLength(500);
  });

  it.each(histories)('reads the history of %s', async (layout, text, expected) => {
    const name = `of_${layout.replaceAll('-', '_')}`;
    await server.createDatabase(name);
    await using session = await server.connect(name);
    for (const statement of text.split(';')) await run(session, statement);

    const taken = await factsOf(session);

    expect(taken.histories.map(({ layout, entries }) => ({ layout, entries }))).toEqual([
      { layout, entries: expected },
    ]);
    expect(JSON.stringify(taken)).not.toContain('s3cr3t');
  });

  describe('the fingerprint', () => {
    it('does not depend on the order of things, their content, or a tool’s own tables', async () => {
      await server.createDatabase('shuffled');
      await using session = await server.connect('shuffled');
      await run(
        session,
        'create table public.flyway_schema_history (id serial, installed_rank int)',
      );
      await run(session, 'create schema drizzle');
      await run(session, 'create table drizzle.__drizzle_migrations (id serial)');
      const parts = schema.split(';\n');
      await run(session, parts.join(';\n'));
      await run(session, 'drop index app.orders_by_user');
      await run(session, 'drop policy own on app.users');
      await run(
        session,
        'create policy own on app.users for select to app_user using (name = current_user)',
      );
      await run(session, 'create index orders_by_user on app.orders (user_id) where total > 5');
      await run(session, "insert into app.users (name) values ('a')");

      expect(await readFingerprint(session)).toBe(facts.fingerprint);
    });

    it.each(changes)('changes with %s', async (text) => {
      await using session = await server.connect('shape');
      await session.query('begin');
      await run(session, text);
      await session.query("select set_config('search_path', 'pg_catalog, pg_temp', true)");

      const after = await queryFingerprint(session);

      expect(after).not.toBe(facts.fingerprint);
      await session.query('rollback');
    });
  });
});

it('gives one schema one fingerprint on all of them', () => {
  expect(fingerprints.size).toBe(3);
  expect(new Set(fingerprints.values()).size).toBe(1);
});
