import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import type { StatementEvidence } from '../../src/domain/evidence.ts';
import type { Session } from '../../src/ports/database.ts';
import { catalogs, columns } from '../../src/shadow/observe/catalogs.data.ts';
import { observeStatement, takeSnapshot } from '../../src/shadow/observe/observe.ts';
import { settleDeferred } from '../../src/shadow/observe/settle.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let names = 0;
let databaseName = '';
const { signal } = new AbortController();

const schema = `
create table customers (id int primary key, email varchar(40), n int);
create table orders (id int primary key, customer_id int references customers on delete cascade);
create table log (line text);
create function note() returns trigger language plpgsql as $$ begin insert into log values ('x'); return null; end $$;
create trigger noted after delete on orders for each row execute function note();
insert into customers select i, 'c' || i, i from generate_series(1, 10) i;
insert into orders select i, 1 + i % 10 from generate_series(1, 30) i;
create role reader nologin;`;

beforeAll(async () => {
  server = await startTestServer();
  await using admin = await server.connect();
  await admin.query("create role migrator login password 'secret'");
});

afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  names += 1;
  databaseName = `observed_${names}`;
  await server.createDatabase(databaseName);
  await using admin = await server.connect(databaseName);
  await admin.query('grant create on schema public to migrator');
  await admin.query(`grant create on database ${databaseName} to migrator`);
  await using owner = await migrator();
  for (const statement of schema.split(';\n'))
    await (statement.startsWith('create role') ? ensureRole(admin) : owner.query(statement));
});

async function ensureRole(admin: Session): Promise<void> {
  await admin.query(
    'do $$ begin create role reader nologin; exception when duplicate_object then end $$',
  );
}

function migrator(): Promise<Session> {
  const url = new URL(server.url(databaseName));
  url.username = 'migrator';
  url.password = 'secret';
  return database.connect({ url: url.href, applicationName: 'sluice test', signal });
}

/** Runs statements in one transaction and gives the evidence of the last. Both sessions are the plain owner's. */
async function observed(...statements: readonly string[]): Promise<StatementEvidence> {
  await using worker = await migrator();
  await using observer = await migrator();
  const watch = { worker, observer };
  await worker.query('begin');
  let current = await takeSnapshot(watch);
  let evidence: StatementEvidence | undefined;
  for (const [statement, text] of statements.entries()) {
    const outcome = await worker.execute(text);
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    const observation = await observeStatement(watch, current, { statement, durationMs: 0 });
    if (observation.kind === 'escaped') throw new Error('escaped');
    evidence = observation.evidence;
    current = observation.after;
  }
  if (evidence === undefined) throw new Error('no statement');
  return evidence;
}

const deletedCascade = [
  { table: 'public.customers', inserted: 0, updated: 0, deleted: 1 },
  { table: 'public.log', inserted: 3, updated: 0, deleted: 0 },
  { table: 'public.orders', inserted: 0, updated: 0, deleted: 3 },
];

describe('rows', () => {
  test('counts what triggers and foreign keys move', async () => {
    const evidence = await observed('delete from customers where id = 1');

    expect(evidence.rows).toEqual(deletedCascade);
  });

  test('counts a DELETE that a DO block assembles from hexadecimal digits', async () => {
    const hex = Buffer.from('delete from customers where id = 1').toString('hex');

    const evidence = await observed(
      `do $$ begin execute convert_from(decode('${hex}', 'hex'), 'utf8'); end $$`,
    );

    expect(evidence.rows).toEqual(deletedCascade);
  });

  test('gives each statement its own rows', async () => {
    const evidence = await observed(
      'update customers set n = 0',
      'update customers set n = 1 where id < 4',
    );

    expect(evidence.rows).toEqual([
      { table: 'public.customers', inserted: 0, updated: 3, deleted: 0 },
    ]);
  });

  test('is not blinded by an operator in the search path', async () => {
    const evidence = await observed(
      'create schema evil',
      "create function evil.no(oid, oid) returns boolean language sql as 'select false'",
      'create operator evil.= (leftarg = oid, rightarg = oid, function = evil.no)',
      'set search_path = evil, pg_catalog, public',
      'delete from public.customers where id = 1',
    );

    expect(evidence.rows).toEqual(deletedCascade);
    expect(evidence.locks).toEqual([
      { relation: 'public.customers', mode: 'ROW EXCLUSIVE' },
      { relation: 'public.customers_pkey', mode: 'ROW EXCLUSIVE', of: 'public.customers' },
      { relation: 'public.log', mode: 'ROW EXCLUSIVE' },
      { relation: 'public.orders', mode: 'ROW EXCLUSIVE' },
      { relation: 'public.orders_pkey', mode: 'ROW EXCLUSIVE', of: 'public.orders' },
    ]);
  });

  test('leaves the search path as the script set it', async () => {
    const evidence = await observed(
      'create schema app',
      'set search_path = app',
      'create table t (i int)',
    );

    expect(evidence.created).toEqual([{ type: 'table', identity: 'app.t' }]);
  });

  test('sees what a deferred trigger does, and what it defers again', async () => {
    await using worker = await migrator();
    await using observer = await migrator();
    await worker.query('create table d (n int)');
    await worker.query(
      `create function again() returns trigger language plpgsql as $$ begin
         if new.n < 3 then set constraints all deferred; insert into d values (new.n + 1); end if; return null; end $$`,
    );
    await worker.query(
      'create constraint trigger again after insert on d deferrable initially deferred for each row execute function again()',
    );
    await worker.query('begin');
    await worker.query('insert into d values (0)');
    const before = await takeSnapshot({ worker, observer });

    const settlement = await settleDeferred({ worker, observer }, before, 1);

    expect(settlement).toMatchObject({
      kind: 'settled',
      evidence: { rows: [{ table: 'public.d', inserted: 3, updated: 0, deleted: 0 }] },
    });
  });

  test('can be stopped while deferred triggers defer for ever', async () => {
    await using worker = await migrator();
    await using observer = await migrator();
    await worker.query('create table d (n int)');
    await worker.query(
      `create function again() returns trigger language plpgsql as $$ begin
         set constraints all deferred; insert into d values (new.n + 1); return null; end $$`,
    );
    await worker.query(
      'create constraint trigger again after insert on d deferrable initially deferred for each row execute function again()',
    );
    await worker.query('begin');
    await worker.query('insert into d values (0)');
    const before = await takeSnapshot({ worker, observer });

    const pending = settleDeferred({ worker, observer }, before, 1);
    await new Promise((resolve) => {
      setTimeout(resolve, 3_000);
    });
    await using admin = await server.connect(databaseName);
    await admin.query('select pg_cancel_backend($1)', [worker.pid]);

    expect((await pending).kind).toMatch(/restless|failed/);
  });
});

describe('locks', () => {
  test.each([
    ['alter table customers add column a int', [['public.customers', 'ACCESS EXCLUSIVE']]],
    [
      'alter table orders add foreign key (id) references customers not valid',
      [
        ['public.customers', 'SHARE ROW EXCLUSIVE'],
        ['public.orders', 'SHARE ROW EXCLUSIVE'],
      ],
    ],
    ['create table fresh (i int)', []],
  ])('names those of %s', async (text, expected) => {
    const evidence = await observed(text);

    const strong = evidence.locks.filter(
      ({ mode }) => !['ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE'].includes(mode),
    );
    expect(strong).toEqual(expected.map(([relation, mode]) => ({ relation, mode })));
  });

  test('names the root of a partition, and the table of an index and of a sequence', async () => {
    await using owner = await migrator();
    await owner.query('create table parts (id serial, day date) partition by range (day)');
    await owner.query('create index parts_day on parts (day)');
    await owner.query(
      "create table parts_a partition of parts for values from ('2026-01-01') to ('2027-01-01')",
    );

    const evidence = await observed('drop table parts');

    expect(evidence.locks).toEqual(
      [
        { relation: 'public.parts' },
        { relation: 'public.parts_a', of: 'public.parts' },
        { relation: 'public.parts_a_day_idx', of: 'public.parts' },
        { relation: 'public.parts_day', of: 'public.parts' },
        { relation: 'public.parts_id_seq', of: 'public.parts' },
      ].map((lock) => ({ mode: 'ACCESS EXCLUSIVE', ...lock })),
    );
  });

  test('names those of a dropped table', async () => {
    const evidence = await observed('drop table log');

    expect(evidence.locks).toContainEqual({ relation: 'public.log', mode: 'ACCESS EXCLUSIVE' });
  });
});

describe('files', () => {
  test.each([
    ['alter table customers alter n type bigint', ['public.customers'], []],
    ['alter table customers alter email type varchar(80)', [], []],
    ['truncate orders', ['public.orders'], ['public.orders']],
    ['alter table customers add column a int default 1', [], []],
  ])('tells what %s rewrites', async (text, rewrites, truncated) => {
    const evidence = await observed(text);

    expect({ rewrites: evidence.rewrites, truncated: evidence.truncated }).toEqual({
      rewrites,
      truncated,
    });
  });
});

describe('objects', () => {
  const table = { type: 'table', identity: 'public.customers' };
  test.each([
    ['grant select on customers to reader', { altered: [table] }],
    ['alter table customers enable row level security', { altered: [table] }],
    [
      'create or replace function note() returns trigger language plpgsql as $$ begin return null; end $$',
      { altered: [{ type: 'function', identity: 'public.note()' }] },
    ],
    [
      'alter table customers drop column email',
      { dropped: [{ type: 'table column', identity: 'public.customers.email' }] },
    ],
    [
      'alter table customers add column a int',
      { created: [{ type: 'table column', identity: 'public.customers.a' }] },
    ],
    [
      'alter table customers alter n set not null',
      { altered: [{ type: 'table column', identity: 'public.customers.n' }] },
    ],
    [
      'drop table customers cascade',
      {
        dropped: [
          { type: 'table constraint', identity: 'orders_customer_id_fkey on public.orders' },
          table,
        ],
      },
    ],
    [
      'create policy p on customers using (true)',
      { created: [{ type: 'policy', identity: 'p on public.customers' }] },
    ],
    [
      'alter table orders disable trigger noted',
      { altered: [{ type: 'trigger', identity: 'noted on public.orders' }] },
    ],
    [
      'create index i on orders (customer_id)',
      { created: [{ type: 'index', identity: 'public.i' }] },
    ],
    ['analyze customers', {}],
    ['update customers set n = 1', {}],
    ['create temp table t (i int)', { created: [{ type: 'table', identity: 'pg_temp.t' }] }],
  ])('names what %s changes', async (text, expected) => {
    const { created, dropped, altered } = await observed(text);

    // PostgreSQL 18 keeps NOT NULL as a constraint with a name.
    expect({ created: created.filter(isNoNotNull), dropped, altered }).toEqual({
      created: [],
      dropped: [],
      altered: [],
      ...expected,
    });
  });

  test('does not claim what another session committed meanwhile', async () => {
    await using worker = await migrator();
    await using observer = await migrator();
    await worker.query('begin');
    const before = await takeSnapshot({ worker, observer });
    await observer.query('create table theirs (i int)');
    await observer.query('drop table log cascade');
    await worker.execute('create table ours (i int)');

    const observation = await observeStatement({ worker, observer }, before, {
      statement: 0,
      durationMs: 0,
    });

    expect(observation).toMatchObject({
      evidence: {
        created: [{ type: 'table', identity: 'public.ours' }],
        dropped: [],
        altered: [],
      },
    });
  });
});

describe('the transaction', () => {
  test.each(['commit', 'commit and chain', 'rollback and chain'])(
    'notices that %s ended it',
    async (text) => {
      await using worker = await migrator();
      await using observer = await migrator();
      await worker.query('begin');
      const before = await takeSnapshot({ worker, observer });
      await worker.execute(text);

      const observation = await observeStatement({ worker, observer }, before, {
        statement: 0,
        durationMs: 0,
      });

      expect(observation).toEqual({ kind: 'escaped' });
    },
  );
});

function isNoNotNull({ type, identity }: { readonly type: string; readonly identity: string }) {
  return !(type === 'table constraint' && /_not_null on /.test(identity));
}

test('what was not written is not read again, and what was taken back is', async () => {
  await using worker = await migrator();
  await using observer = await migrator();
  const watch = { worker, observer, alone: true };
  await worker.query('begin');
  const steps: readonly (readonly [text: string, tag: string, created: readonly string[]])[] = [
    ['update customers set n = n + 1', 'UpdateStmt', []],
    [
      'create function f() returns int language sql as $$ select 1 $$',
      'CreateFunctionStmt',
      ['public.f()'],
    ],
    ['savepoint s', 'TransactionStmt', []],
    [
      'create function g() returns int language sql as $$ select 1 $$',
      'CreateFunctionStmt',
      ['public.g()'],
    ],
    ['rollback to s', 'TransactionStmt', []],
    ['select 1', 'SelectStmt', []],
    [
      'do $$ begin create table hidden (); alter table hidden add column a int; end $$',
      'DoStmt',
      ['public.hidden'],
    ],
    ['select f()', 'SelectStmt', []],
  ];

  let current = await takeSnapshot(watch);
  const seen: (readonly [created: readonly string[], dropped: readonly string[]])[] = [];
  const read: boolean[] = [];
  for (const [statement, [text, tag]] of steps.entries()) {
    await worker.execute(text);
    const observation = await observeStatement(watch, current, { statement, durationMs: 0 }, tag);
    if (observation.kind === 'escaped') throw new Error('escaped');
    const { created, dropped } = observation.evidence;
    seen.push([created.map(({ identity }) => identity), dropped.map(({ identity }) => identity)]);
    read.push(observation.after.objects !== current.objects);
    current = observation.after;
  }

  expect(seen).toEqual(
    steps.map(([text, , created]) => [created, text === 'rollback to s' ? ['public.g()'] : []]),
  );
  expect(read).toEqual([false, true, true, true, true, false, true, false]);
});

test('every column of a relation and of a column either counts or is known to say nothing', async () => {
  await using session = await server.connect(databaseName);
  const known = {
    pg_class: catalogs.find(({ name }) => name === 'pg_class'),
    pg_attribute: columns,
  };
  for (const [catalog, { ignored, counted } = { ignored: [] }] of Object.entries(known)) {
    const rows = await session.query(
      `select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [catalog],
    );

    expect(rows.length).toBeGreaterThan(20);
    expect(
      rows
        .map(({ name }) => String(name))
        .filter((name) => !ignored.includes(name) && counted?.includes(name) !== true),
    ).toEqual([]);
  }
});
