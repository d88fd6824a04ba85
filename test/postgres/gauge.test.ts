import { describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { Unit } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence, StatementEvidence } from '../../src/domain/evidence.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();

const base = `
create table users (id int primary key, email text);
create table posts (id int primary key, user_id int);
create sequence invoices;
create table tickets (id serial primary key);
insert into users select i, 'u' || i from generate_series(1, 500) i;
insert into posts select i, i from generate_series(1, 300) i;`;

async function rehearsed(
  change: string,
  more: { readonly growthBytes?: number } = {},
): Promise<Evidence> {
  await using parser = createParser();
  const unit = (id: string, text: string): Unit => {
    const bytes = new TextEncoder().encode(text);
    return { id, database: 'shop', path: id, digest: digestOf(bytes), bytes, firstLine: 1 };
  };
  const changed = unit('change.sql', change);
  const request = {
    databaseName: 'shop',
    baseScripts: [await readScript(unit('base.sql', base), parser)],
    units: [changed],
    scripts: [await readScript(changed, parser)],
    signal,
    ...more,
  };
  return await rehearse(request, {
    provider: testShadows('local-binaries'),
    database,
    clock: systemClock,
    ids: systemIds,
    progress: { step: () => {} },
  });
}

async function statementsOf(change: string): Promise<readonly StatementEvidence[]> {
  const { units, outcome } = await rehearsed(change);
  expect(outcome).toEqual({ kind: 'completed' });
  return units.flatMap(({ statements }) => statements);
}

const nestedTexts = (seen: StatementEvidence | undefined): readonly string[] =>
  (seen?.nested ?? []).map(({ text }) => text);

describe('a table read under a lock', () => {
  test.each([
    ['alter table users alter column email set not null', [{ table: 'public.users', rows: 500 }]],
    [
      'alter table posts add foreign key (user_id) references users',
      [
        { table: 'public.posts', rows: 300 },
        { table: 'public.users', rows: 500 },
      ],
    ],
    ['alter table users add check (id > 0)', [{ table: 'public.users', rows: 500 }]],
  ])('is told of: %s', async (sql, scans) => {
    const [seen] = await statementsOf(sql);
    expect(seen?.scans).toEqual(scans);
  });

  test.each([
    'alter table users add check (id > 0) not valid',
    'alter table users add column note text',
    'update users set email = null',
    'create table drafts (id int); insert into drafts select 1; alter table drafts alter id set not null',
  ])('is not told of where nobody waits for a scan: %s', async (sql) => {
    for (const seen of await statementsOf(sql)) expect(seen.scans).toBeUndefined();
  });
});

describe('a sequence', () => {
  test('that moved is told of, also where the statement took the move back itself', async () => {
    const [moved, still, back] = await statementsOf(`
      select nextval('invoices');
      select 1;
      do $$ begin begin perform setval('invoices', 900); raise exception 'no'; exception when others then null; end; end $$`);
    expect(moved?.sequences).toEqual(['public.invoices']);
    expect(still?.sequences).toBeUndefined();
    expect(back?.sequences).toEqual(['public.invoices']);
  });
});

describe('a sequence that the change locks', () => {
  test.each([
    'drop sequence invoices',
    'drop table tickets',
    'alter sequence invoices rename to bills',
    'alter table tickets rename to requests',
  ])('keeps nobody waiting: %s', async (sql) => {
    const [seen] = await statementsOf(sql);
    expect(seen?.sequences).toBeUndefined();
  });

  test('is still told of when it moves', async () => {
    const [locked, moved, still] = await statementsOf(`
      alter sequence invoices cycle;
      do $$ begin begin perform setval('invoices', 900); raise exception 'no'; exception when others then null; end; end $$;
      truncate users`);
    expect(locked?.sequences).toBeUndefined();
    expect(moved?.sequences).toEqual(['public.invoices']);
    expect(still?.sequences).toBeUndefined();
  });
});

describe('the log that a statement writes', () => {
  test('is measured, and more of it for more rows', async () => {
    const [one, all] = await statementsOf(
      "update users set email = 'x' where id = 1; update users set email = 'y'",
    );
    expect(one?.walBytes).toBeGreaterThan(0);
    expect(all?.walBytes).toBeGreaterThan(20 * (one?.walBytes ?? Infinity));
  });
});

describe('what ran inside a statement', () => {
  test('is told although its text was made at run time', async () => {
    const [seen, plain] = await statementsOf(`
      do $$ declare verb text := (select 'delete' from users limit 1); begin
        execute verb || ' from posts where id < 7';
        execute convert_from(decode((select '616c746572207461626c6520757365727320616464206e6f74652074657874' from users limit 1), 'hex'), 'utf8');
      end $$;
      update users set email = null where id = 3`);
    expect(nestedTexts(seen)).toContain('alter table users add note text');
    expect(nestedTexts(seen)).toContain('delete from posts where id < $1');
    expect(plain?.nested).toBeUndefined();
  });

  test('is told of what was made and dropped again within one statement', async () => {
    const [seen] = await statementsOf(
      "do $$ begin execute 'create' || ' table gone (id int)'; execute 'drop' || ' table gone'; end $$",
    );
    expect(nestedTexts(seen)).toEqual(
      expect.arrayContaining(['create table gone (id int)', 'drop table gone']),
    );
    expect(seen?.created).toEqual([]);
  });

  test('is told of deferred triggers at the end', async () => {
    const { units } = await rehearsed(`
      create function note() returns trigger language plpgsql as $$ begin update posts set user_id = null where id = 1; return null; end $$;
      create constraint trigger noted after update on users deferrable initially deferred for each row execute function note();
      update users set email = 'z' where id = 2`);
    expect(nestedTexts(units[0]?.deferred)).toEqual([
      'update posts set user_id = $1 where id = $2',
    ]);
  });

  test('fails the rehearsal when more ran than the server keeps', { timeout: 60_000 }, async () => {
    const { outcome } = await rehearsed(`
      do $$ begin for i in 1..25000 loop execute 'do $x$ begin /* ' || i || ' */ end $x$'; end loop; end $$`);
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: {
        message: expect.stringContaining('More different statements ran inside it'),
      },
    });
  });

  test('is cut by the server, and bounded in its size on the disk', async () => {
    const long = (times: number): string => `
      do $$ begin for i in 1..${times} loop
        execute 'do $x$ begin /* ' || i || repeat('x', 1000000) || ' */ end $x$';
      end loop; end $$`;
    const [seen] = await statementsOf(long(3));
    expect(nestedTexts(seen).map(({ length }) => length)).toEqual([2000, 2000, 2000]);
    const { outcome } = await rehearsed(long(20_000), { growthBytes: 50_000_000 });
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: { message: expect.stringContaining('grew by more than 50000000 bytes') },
    });
  });

  test('cannot be forgotten or switched off by the change', async () => {
    const { outcome } = await rehearsed('set pg_stat_statements.track = none');
    expect(outcome).toMatchObject({ kind: 'failed', failure: { sqlstate: '42501' } });
    const reset = await rehearsed('select pg_stat_statements_reset()');
    expect(reset.outcome).toMatchObject({ kind: 'failed', failure: { sqlstate: '42883' } });
  });
});
