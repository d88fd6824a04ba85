import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { ColumnMasking } from '../../src/domain/masking-config.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import type { RehearsalRequest } from '../../src/shadow/request.ts';
import { takeSnapshot } from '../../src/shadow/snapshot.ts';
import { readScript } from '../../src/sql/read.ts';
import { startTestServer, type TestServer, testShadows } from '../support/postgres.ts';

const base = `
create table users (id serial primary key, email text, note text);
create table notes (user_id int references users on delete cascade);`;

let server: TestServer;
let taken: Snapshot;

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('shop');
  await using owner = await server.connect('shop');
  for (const text of base.split(';').filter((one) => one.trim() !== '')) await owner.query(text);
  await owner.query(
    "insert into users (email, note) select 'raw' || i || '@real.com', 'plain' from generate_series(1, 50) i",
  );
  await owner.query('insert into notes select i from generate_series(1, 50) i');
  const source = { url: server.url('shop'), masking: { columns: keepNotes } };
  taken = await takeSnapshot({ ...(await requestOf(base, '')), source }, ports());
});

afterAll(() => server[Symbol.asyncDispose]());

const keepNotes = new Map<string, ColumnMasking>([
  ['public.users.note', { kind: 'keep', because: 'the same for all' }],
]);

function ports() {
  const progress = { step: () => {} };
  const provider = testShadows('local-binaries');
  return { provider, database, clock: systemClock, ids: systemIds, progress };
}

async function requestOf(schema: string, change: string): Promise<RehearsalRequest> {
  await using parser = createParser();
  const unitOf = (id: string, text: string) => {
    const bytes = Buffer.from(text);
    return { id, database: 'shop', path: id, digest: digestOf(bytes), bytes, firstLine: 1 };
  };
  const units = change === '' ? [] : [unitOf('change.sql', change)];
  return {
    databaseName: 'shop',
    baseScripts: [await readScript(unitOf('base.sql', schema), parser)],
    units,
    scripts: await Promise.all(units.map((unit) => readScript(unit, parser))),
    signal: new AbortController().signal,
  };
}

async function rehearsed(
  change: string,
  given: {
    readonly snapshot?: Snapshot;
    readonly schema?: string;
    readonly columns?: ReadonlyMap<string, ColumnMasking>;
  } = {},
): Promise<Evidence> {
  const { snapshot = taken, schema = base, columns = keepNotes } = given;
  const request = await requestOf(schema, change);
  const rows = { snapshot, masking: { columns }, maxAgeDays: 7 };
  return rehearse({ ...request, snapshot: rows }, ports());
}

describe('a masked snapshot', () => {
  test('holds no raw value and says what it masked', () => {
    expect(Buffer.from(taken.data).toString()).not.toContain('real.com');
    expect(taken).toMatchObject({
      database: 'shop',
      maskedColumns: [{ column: 'public.users.email', mask: 'email' }],
    });
    expect(taken.tables.map(({ name }) => name)).toEqual(['notes', 'users']);
  });

  test('is rehearsed on without its source', async () => {
    const evidence = await rehearsed(
      "insert into users (note) values ('x'); delete from users where id <= 40; delete from users where email = 'a';",
    );

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.shadow).toMatchObject({
      data: 'masked-copy',
      takenAt: taken.takenAt,
      copiedRows: 100,
    });
    expect(evidence.units[0]?.statements.map(({ predictive }) => predictive?.kind)).toEqual([
      'yes',
      'yes',
      'no',
    ]);
    expect(evidence.units[0]?.statements[1]?.rows).toEqual([
      { table: 'public.notes', inserted: 0, updated: 0, deleted: 40 },
      { table: 'public.users', inserted: 0, updated: 0, deleted: 40 },
    ]);
  });

  test.each(['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z'])(
    'of %s predicts no number',
    async (takenAt) => {
      const evidence = await rehearsed('create table other (); delete from users;', {
        snapshot: { ...taken, takenAt },
      });

      expect(evidence.units[0]?.statements.map(({ predictive }) => predictive)).toEqual([
        { kind: 'yes' },
        {
          kind: 'no',
          because: 'stale-baseline',
          sentence: `The rows are a masked snapshot of ${takenAt}, and the policy takes none older than 7 days.`,
        },
      ]);
    },
  );

  test('is refused when it holds what the masking of today masks', async () => {
    await expect(rehearsed('select 1;', { columns: new Map() })).rejects.toMatchObject({
      code: 'input/snapshot',
      message: expect.stringContaining('public.users.note'),
    });
  });

  test('loads what still fits, and is then a part of the rows', async () => {
    const evidence = await rehearsed('delete from notes;', {
      schema: base.replace(', note text', ''),
    });

    expect(evidence.shadow.differences).toEqual([
      'Rows of public.users were not loaded: its columns are not those of the snapshot.',
    ]);
    expect(evidence.units[0]?.statements[0]?.predictive).toMatchObject({ because: 'subset' });
  });

  test('never runs a condition of a table as a superuser', async () => {
    const watched = `create function own() returns boolean language plpgsql as $$ begin
        if (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
          raise exception 'superuser';
        end if;
        return true;
      end $$;
      ${base.replace('note text', 'note text, check (public.own())')}`;

    const evidence = await rehearsed('select 1;', { schema: watched });

    expect(evidence.shadow.copiedRows).toBe(100);
  });

  test('of rows that no table takes is refused without a value', async () => {
    const data = Buffer.from('not a number\tsecretperson\tx\n');
    const users = { schema: 'public', name: 'users', columns: ['id', 'email', 'note'] };
    const snapshot = { ...taken, tables: [{ ...users, bytes: data.length }], data };

    const running = rehearsed('select 1;', { snapshot });

    await expect(running).rejects.toMatchObject({
      code: 'input/snapshot',
      message: expect.not.stringContaining('secretperson'),
    });
  });
});
