import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { Unit } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { DecodedTable, ImageCell } from '../../src/domain/row-images.ts';
import type { Session } from '../../src/ports/database.ts';
import type { Shadow } from '../../src/ports/shadow-provider.ts';
import { openDecoder } from '../../src/shadow/observe/decoder.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { startTestServer, testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();

function unitOf(id: string, text: string): Unit {
  const bytes = new TextEncoder().encode(text);
  return { id, database: 'shop', path: id, digest: digestOf(bytes), bytes, firstLine: 1 };
}

const base = `
create table users (id int primary key, email text, age int, note text);
create table posts (id int primary key, user_id int references users on delete cascade);
create table audit (what int, at timestamptz);
create table part (k int, v int) partition by range (k);
create table part_low partition of part for values from (0) to (10);
create table part_high partition of part for values from (10) to (20);
create unlogged table scratch (n int);
create table bare (n int);
create table whole (n int, m int); alter table whole replica identity full;
create table mute (n int primary key); alter table mute replica identity nothing;
create table big (id int primary key, n int, body int[]); alter table big alter body set storage external;
create materialized view ages as select age, count(*) from users group by age;
create function note() returns trigger language plpgsql as 'begin insert into audit values (new.id, null); return null; end';
create trigger note after insert on posts for each row execute function note();
create function late() returns trigger language plpgsql as 'begin delete from audit where what = new.n; return null; end';
create constraint trigger late after insert on mute deferrable initially deferred for each row execute function late();
insert into users select i, 'u' || i, 20 + i, 'n' from generate_series(1, 5) i;
insert into posts select i, i from generate_series(1, 5) i;
insert into part select i, i from generate_series(1, 3) i;
insert into bare values (1), (2); insert into whole values (1, 1), (2, null);
insert into mute values (1), (2);
insert into big select 1, 1, array_agg(i) from generate_series(1, 3000) i;`;

/** Kept by masking.yml: text is personal where nobody says otherwise. */
const rules = new Map([
  ['public.users.note', { kind: 'keep', because: 'A word of the shop.' } as const],
  ['public.We|ird "x".e', { kind: 'keep', because: 'A word of the shop.' } as const],
]);

async function rehearsed(change: readonly string[]): Promise<Evidence> {
  await using parser = createParser();
  const read = (units: readonly Unit[]) =>
    Promise.all(units.map((unit) => readScript(unit, parser)));
  const units = change.map((text, index) => unitOf(`change-${index + 1}.sql`, text));
  const request = {
    databaseName: 'shop',
    baseScripts: await read([unitOf('base.sql', base)]),
    units,
    scripts: await read(units),
    rowImages: { masking: { columns: rules } },
    signal,
  };
  return await rehearse(request, {
    provider: testShadows('local-binaries'),
    database,
    clock: systemClock,
    ids: systemIds,
    progress: { step: () => {} },
  });
}

const value = (column: string, text: string): ImageCell => ({ column, kind: 'value', text });
const is = (column: string, kind: 'null' | 'hidden' | 'unchanged'): ImageCell => ({ column, kind });
const key = (...cells: ImageCell[]) => ({ known: 'key' as const, cells });
const row = (...cells: ImageCell[]) => ({ known: 'row' as const, cells });
const nothing = { known: 'nothing' as const, cells: [] };

function table(name: string, moved: Partial<DecodedTable>): DecodedTable {
  return {
    table: `public.${name}`,
    inserted: 0,
    updated: 0,
    deleted: 0,
    images: [],
    more: 0,
    ...moved,
  };
}

const ada = (id: string, age: string): readonly ImageCell[] => [
  value('id', id),
  is('email', 'hidden'),
  value('age', age),
  value('note', 'hello'),
];

/** One unit each, run one after the other on one server, and what the log told of it. */
const cases: readonly (readonly [string, string, readonly DecodedTable[]])[] = [
  [
    'rows that are inserted, updated and deleted, without a personal value',
    `insert into users values (6, 'ada@example.com', 30, 'hello'); update users set age = 31 where id = 6;
     update users set id = 7 where id = 6; delete from users where id = 7;`,
    [
      table('users', {
        inserted: 1,
        updated: 2,
        deleted: 1,
        images: [
          { kind: 'insert', after: ada('6', '30') },
          { kind: 'update', before: nothing, after: ada('6', '31') },
          { kind: 'update', before: key(value('id', '6')), after: ada('7', '31') },
          { kind: 'delete', before: key(value('id', '7')) },
        ],
      }),
    ],
  ],
  [
    'what a trigger inserts',
    'insert into posts values (6, 1);',
    [
      table('audit', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('what', '6'), is('at', 'null')] }],
      }),
      table('posts', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('id', '6'), value('user_id', '1')] }],
      }),
    ],
  ],
  [
    'what a deferred trigger deletes at the end',
    'insert into mute values (6);',
    [
      table('audit', { deleted: 1, images: [{ kind: 'delete', before: nothing }] }),
      table('mute', { inserted: 1, images: [{ kind: 'insert', after: [value('n', '6')] }] }),
    ],
  ],
  [
    'what a foreign key deletes',
    'delete from users where id = 5;',
    ['posts', 'users'].map((name) =>
      table(name, {
        deleted: 1,
        images: [{ kind: 'delete', before: key(value('id', '5')) }],
      }),
    ),
  ],
  [
    'partitions, not their root, and a row that moves as two',
    'update part set k = 15 where k = 1; update part set v = 9 where k = 2;',
    [
      table('part_high', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('k', '15'), value('v', '1')] }],
      }),
      table('part_low', {
        updated: 1,
        deleted: 1,
        images: [
          { kind: 'delete', before: nothing },
          { kind: 'update', before: nothing, after: [value('k', '2'), value('v', '9')] },
        ],
      }),
    ],
  ],
  [
    'an unlogged table by its counters only',
    'insert into scratch values (1), (2);',
    [table('scratch', { undecoded: { rows: 2, because: 'unlogged' } })],
  ],
  [
    'an unlogged table that is gone when the unit ends',
    'create unlogged table stage as select 1 as n; drop table stage;',
    [table('stage', { undecoded: { rows: 1, because: 'unlogged' } })],
  ],
  ['no temporary table', 'create temp table tmp as select 1 as n; insert into tmp values (2);', []],
  [
    'a TRUNCATE, and what comes after it',
    'truncate bare; insert into bare values (7);',
    [
      table('bare', {
        inserted: 1,
        truncated: true,
        images: [{ kind: 'insert', after: [value('n', '7')] }],
      }),
    ],
  ],
  [
    'a long value that stayed as unchanged',
    'update big set n = 2;',
    [
      table('big', {
        updated: 1,
        images: [
          {
            kind: 'update',
            before: nothing,
            after: [value('id', '1'), value('n', '2'), is('body', 'unchanged')],
          },
        ],
      }),
    ],
  ],
  [
    'the row before as the replica identity has it: full, nothing, none',
    `update whole set m = 5; delete from whole where n = 2; delete from mute where n = 1;
     update bare set n = 5;`,
    [
      table('bare', {
        updated: 1,
        images: [{ kind: 'update', before: nothing, after: [value('n', '5')] }],
      }),
      table('mute', { deleted: 1, images: [{ kind: 'delete', before: nothing }] }),
      table('whole', {
        updated: 2,
        deleted: 1,
        images: [
          {
            kind: 'update',
            before: row(value('n', '1'), value('m', '1')),
            after: [value('n', '1'), value('m', '5')],
          },
          {
            kind: 'update',
            before: row(value('n', '2')),
            after: [value('n', '2'), value('m', '5')],
          },
          { kind: 'delete', before: row(value('n', '2'), value('m', '5')) },
        ],
      }),
    ],
  ],
  [
    'what an EXCEPTION block took back by its counters only',
    `do $$ begin
       insert into bare values (8);
       begin insert into bare values (9); raise exception 'x'; exception when others then null; end;
     end $$;`,
    [
      table('bare', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('n', '8')] }],
        undecoded: { rows: 1, because: 'rolled-back' },
      }),
    ],
  ],
  [
    'a materialized view that is filled anew by its counters only',
    'refresh materialized view ages;',
    [table('ages', { undecoded: { rows: 4, because: 'refresh' } })],
  ],
  [
    'a table under the name that it had, and no row of its rewrite',
    `create table fresh as select 1 as n; alter table fresh alter n type bigint;
     alter table fresh rename to fresher; update fresher set n = 2;`,
    [
      table('fresh', { inserted: 1, images: [{ kind: 'insert', after: [is('n', 'hidden')] }] }),
      table('fresher', {
        updated: 1,
        images: [{ kind: 'update', before: nothing, after: [value('n', '2')] }],
      }),
    ],
  ],
  [
    'a function that empties a table and fills it',
    `create function rebuild() returns void language sql as 'truncate bare; insert into bare values (1), (2)';
     select rebuild();`,
    [
      table('bare', {
        inserted: 2,
        truncated: true,
        images: ['1', '2'].map((n) => ({ kind: 'insert', after: [value('n', n)] })),
      }),
    ],
  ],
  [
    'rows before a TRUNCATE, whether they count or not',
    'insert into bare values (3); truncate bare; insert into bare values (4);',
    [
      table('bare', {
        inserted: 2,
        truncated: true,
        images: ['3', '4'].map((n) => ({ kind: 'insert', after: [value('n', n)] })),
      }),
    ],
  ],
  [
    'an upsert as what it became',
    'insert into whole values (1, 6); insert into mute values (6), (8) on conflict (n) do update set n = 9;',
    [
      table('mute', {
        inserted: 1,
        updated: 1,
        images: [
          { kind: 'update', before: nothing, after: [value('n', '9')] },
          { kind: 'insert', after: [value('n', '8')] },
        ],
      }),
      table('whole', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('n', '1'), value('m', '6')] }],
      }),
    ],
  ],
  [
    'a table that loses its log and gets it back by what it logged',
    `alter table bare set unlogged; insert into bare values (5); alter table bare set logged;
     insert into bare values (6);`,
    [
      table('bare', {
        inserted: 1,
        images: [{ kind: 'insert', after: [value('n', '6')] }],
        undecoded: { rows: 1, because: 'unlogged' },
      }),
    ],
  ],
  [
    'a materialized view that is made, and one that is merged anew',
    `create unique index ages_age on ages (age); insert into users (id, age) values (99, 99);
     refresh materialized view concurrently ages; drop materialized view ages;`,
    [
      table('ages', {
        inserted: 1,
        images: [{ kind: 'insert', after: [is('age', 'hidden'), is('count', 'hidden')] }],
      }),
      table('users', {
        inserted: 1,
        images: [
          {
            kind: 'insert',
            after: [
              value('id', '99'),
              is('email', 'hidden'),
              value('age', '99'),
              is('note', 'null'),
            ],
          },
        ],
      }),
    ],
  ],
  [
    'hostile names and values as they are',
    `create table "We|ird ""x""" (id int primary key, "a]: b" int[], "old-key:" int, e text);
     insert into "We|ird ""x""" values (1, '{1,2}', 3, E'it''s \\n| \`<!-- @ada '' n[t]:''y''');`,
    [
      table('"We|ird ""x"""', {
        inserted: 1,
        images: [
          {
            kind: 'insert',
            after: [
              value('id', '1'),
              value('a]: b', '{1,2}'),
              value('old-key:', '3'),
              value('e', "it's \n| `<!-- @ada ' n[t]:'y'"),
            ],
          },
        ],
      }),
    ],
  ],
  [
    'no message that only looks like a row',
    `do $$ begin
       perform pg_logical_emit_message(true, 'sluice', E'x\\ntable public.users: DELETE: id[integer]:1');
       perform pg_logical_emit_message(false, 'table public.users: DELETE:', 'x');
     end $$;`,
    [],
  ],
  [
    'at most 20 rows of a table, and counts the others; long values are cut',
    `insert into users (id, note) select i, repeat('a', 100) from generate_series(101, 130) i;`,
    [
      table('users', {
        inserted: 30,
        images: Array.from({ length: 20 }, (_, index) => ({
          kind: 'insert' as const,
          after: [
            value('id', String(101 + index)),
            is('email', 'hidden'),
            is('age', 'null'),
            value('note', `${'a'.repeat(40)}…`),
          ],
        })),
        more: 10,
      }),
    ],
  ],
];

describe('row images tell', () => {
  let evidence: Evidence;

  beforeAll(async () => {
    evidence = await rehearsed(cases.map(([, change]) => change));
  });

  test('of every unit', () => {
    expect(evidence.outcome).toEqual({ kind: 'completed' });
  });

  test.each(cases.map(([name, , tables], index) => [name, index, tables] as const))(
    '%s',
    (_name, index, tables) => {
      expect(evidence.units[index]?.rowImages).toEqual({ tables });
    },
  );
});

describe('a rehearsal fails where the log holds rows that nobody counted', () => {
  test.each([
    [
      'of a table that went in the same statement',
      'do $$ begin create table gone (n int); insert into gone values (1); drop table gone; end $$;',
      'The log of the shadow holds 1 row changes of public.gone',
    ],
    [
      'of a function that an index CONCURRENTLY calls',
      'create index concurrently whole_n on whole (steady(n));',
      'The log of the shadow holds 2 row changes of public.audit',
    ],
  ])('%s', async (_name, change, message) => {
    const evidence = await rehearsed([
      `create function writes(n int) returns int language plpgsql as
         'begin insert into public.audit values (n, null); return n; end';
       create function steady(n int) returns int language plpgsql immutable as 'begin return public.writes(n); end';`,
      change,
    ]);

    expect(evidence.units).toHaveLength(1);
    expect(evidence.outcome).toMatchObject({
      kind: 'failed',
      failure: { unitId: 'change-2.sql', message: expect.stringContaining(message) as string },
    });
  });
});

describe('the log', () => {
  let shadow: Shadow;
  let observer: Session;

  beforeAll(async () => {
    shadow = await testShadows('local-binaries').open({
      databaseName: 'shop',
      decodable: true,
      signal,
    });
    observer = await shadow.observer();
    await observer.query('create table users (id int primary key)');
    await observer.query('grant all on users to public');
  });

  afterAll(async () => {
    await observer[Symbol.asyncDispose]();
    await shadow[Symbol.asyncDispose]();
  });

  const open = async () =>
    openDecoder({ session: await shadow.observer(), rules: new Map(), limitMs: 60_000 });
  const unwritten = new Map();
  const users = { table: 'public.users', inserted: 0, updated: 0, deleted: 0 };
  const slots = () => observer.query('select slot_name from pg_replication_slots');

  test.each([
    "select pg_create_logical_replication_slot('mine', 'test_decoding')",
    "select pg_create_physical_replication_slot('mine')",
    "select * from pg_logical_slot_get_changes('sluice_row_images', null, null)",
    "select * from pg_logical_slot_peek_changes('sluice_row_images', null, null)",
    "select * from pg_logical_slot_get_binary_changes('sluice_row_images', null, null)",
    "select pg_replication_slot_advance('sluice_row_images', pg_current_wal_lsn())",
    "select pg_copy_logical_replication_slot('sluice_row_images', 'mine')",
    "select pg_drop_replication_slot('sluice_row_images')",
    'alter role current_user replication',
    "alter system set wal_level = 'replica'",
  ])('is closed to submitted SQL: %s', async (text) => {
    await using decoder = await open();
    await using worker = await shadow.worker();

    await expect(worker.execute(text)).resolves.toMatchObject({
      kind: 'failed',
      sqlstate: '42501',
    });
    await expect(decoder.read({ counted: [], unwritten })).resolves.toMatchObject({
      kind: 'decoded',
    });
  });

  test('has a login for submitted SQL that may not replicate', async () => {
    await using worker = await shadow.worker();

    await expect(
      worker.query(
        `select rolreplication as replicates, rolsuper as super, current_setting('max_wal_senders') as senders
           from pg_roles where rolname = current_user`,
      ),
    ).resolves.toEqual([{ replicates: false, super: false, senders: '0' }]);
  });

  test('is read up to the last COMMIT and not twice', async () => {
    await using decoder = await open();
    await using worker = await shadow.worker();
    await worker.query('insert into users values (1)');

    const first = await decoder.read({ counted: [{ ...users, inserted: 1 }], unwritten });
    const second = await decoder.read({ counted: [], unwritten });

    expect(first).toMatchObject({
      kind: 'decoded',
      images: { tables: [{ inserted: 1, more: 0 }] },
    });
    expect(second).toEqual({ kind: 'decoded', images: { tables: [] } });
  });

  test('contradicts counters that told of less', async () => {
    await using decoder = await open();
    await using worker = await shadow.worker();
    await worker.query('insert into users values (2), (3)');

    const decoded = await decoder.read({ counted: [{ ...users, inserted: 1 }], unwritten });

    expect(decoded).toMatchObject({ kind: 'contradicted' });
  });

  test('contradicts counters that told of more, where nothing was rolled back', async () => {
    await using decoder = await open();

    const decoded = await decoder.read({ counted: [{ ...users, deleted: 1 }], unwritten });

    expect(decoded).toMatchObject({ kind: 'contradicted' });
  });

  test('knows of a savepoint that was rolled back, in the unit that it belongs to', async () => {
    await using decoder = await open();
    await using worker = await shadow.worker();
    for (const text of ['begin', 'savepoint s', 'delete from users', 'rollback to s', 'commit'])
      await worker.query(text);

    const own = await decoder.read({ counted: [{ ...users, deleted: 1 }], unwritten });
    const next = await decoder.read({ counted: [{ ...users, deleted: 1 }], unwritten });

    expect(own).toMatchObject({
      images: { tables: [{ deleted: 0, undecoded: { rows: 1, because: 'rolled-back' } }] },
    });
    expect(next).toMatchObject({ kind: 'contradicted' });
  });

  test('takes no word of submitted SQL for its own', async () => {
    const session = await shadow.observer();
    await using decoder = await openDecoder({
      session: {
        ...session,
        // As if what was last written never reached the log.
        query: async (text, parameters) =>
          text.includes('pg_logical_emit_message')
            ? [{ word: '00000000-0000-4000-8000-000000000000' }]
            : session.query(text, parameters),
      },
      rules: new Map(),
      limitMs: 60_000,
    });
    await using worker = await shadow.worker();
    await worker.query("select pg_logical_emit_message(true, 'sluice', 'silence')");

    await expect(decoder.read({ counted: [], unwritten })).rejects.toMatchObject({
      code: 'database/shadow',
    });
  });

  test('leaves no slot when its session is ended, and when it is closed', async () => {
    const session = await shadow.observer();
    await using decoder = await openDecoder({ session, rules: new Map(), limitMs: 60_000 });
    expect(await slots()).toHaveLength(1);
    await observer.query('select pg_terminate_backend($1, 5000)', [session.pid]);
    await expect(decoder.read({ counted: [], unwritten })).rejects.toMatchObject({
      code: 'database/lost',
    });
    expect(await slots()).toEqual([]);

    const other = await open();
    expect(await slots()).toHaveLength(1);
    await other[Symbol.asyncDispose]();
    await expect.poll(slots).toEqual([]);
  });
});

test('a log that keeps too little for the reader tells nothing', async () => {
  await using server = await startTestServer({
    settings: {
      wal_level: 'logical',
      max_replication_slots: '1',
      max_wal_senders: '0',
      max_slot_wal_keep_size: '1MB',
      max_wal_size: '2MB',
    },
  });
  await using worker = await server.connect();
  await worker.query('create table users (id int primary key, note text)');
  await using decoder = await openDecoder({
    session: await server.connect(),
    rules: new Map(),
    limitMs: 60_000,
  });
  await worker.query(
    "insert into users select i, repeat('x', 1000) from generate_series(1, 20000) i",
  );
  await worker.query('checkpoint');
  await worker.query('checkpoint');

  await expect(
    decoder.read({
      counted: [{ table: 'public.users', inserted: 20_000, updated: 0, deleted: 0 }],
      unwritten: new Map(),
    }),
  ).rejects.toMatchObject({
    code: 'database/lost',
    message: expect.stringContaining('more than the log may keep') as string,
  });
});
