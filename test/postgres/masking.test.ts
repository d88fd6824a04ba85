import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import type { ColumnMasking } from '../../src/domain/masking-config.ts';
import type { Database, Session } from '../../src/ports/database.ts';
import { copyMasked, type MaskedCopy } from '../../src/shadow/copy.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let count = 0;
const { signal } = new AbortController();
const ids = { random: (bytes: number) => new Uint8Array(bytes).fill(0xa5) };
const key = 'a5'.repeat(32);

const schema = [
  "create type mood as enum ('sad', 'glad')",
  'create domain short_text as varchar(20)',
  `create table customers (
     id bigint generated always as identity primary key,
     email varchar(60) not null unique, full_name text, phone text, "apiKey" text, alias short_text,
     notes text, profile jsonb, raw bytea, tags text[], words tsvector, scores int[], mood mood,
     status text check (status in ('new', 'old')), born date, balance numeric, active boolean,
     shout text generated always as (upper(full_name)) stored, national_id bigint, session_token uuid)`,
  `create table orders (id serial primary key, buyer varchar(60) references customers (email), code char(3))`,
  'create table parted (id int, region text) partition by range (id)',
  'create table parted_1 partition of parted for values from (0) to (100)',
];

const rows = [
  `insert into customers (email, full_name, phone, "apiKey", alias, notes, profile, raw, tags, words, scores, mood, status, born, balance, active, national_id, session_token)
   select 'secretperson' || i || '@real.com', 'Secretperson ' || i, '+44secretperson' || i, 'secretperson' || i, 'secretperson' || i,
          'about secretperson', '{"a": "secretperson"}', 'secretperson', '{secretperson}', 'secretperson', '{1}', 'glad',
          'new', '1980-01-01', 5, true, 123456789, '11111111-1111-4111-9111-111111111111'
     from generate_series(1, 50) i`,
  "insert into customers (email) values ('secretperson@null.com')",
  "insert into orders (buyer, code) select email, 'abc' from customers",
  "insert into parted values (1, 'secretperson')",
];

beforeAll(async () => {
  server = await startTestServer({ settings: { log_statement: 'all' } });
});

afterAll(() => server[Symbol.asyncDispose]());

let names = { source: '', shadow: '' };

beforeEach(async () => {
  count += 1;
  names = { source: `source_${count}`, shadow: `shadow_${count}` };
  await server.createDatabase(names.source);
  await server.createDatabase(names.shadow);
  await using source = await server.connect(names.source);
  await using shadow = await server.connect(names.shadow);
  for (const text of schema) await source.query(text);
  for (const text of schema) await shadow.query(text);
  for (const text of rows) await source.query(text);
});

async function copy(
  rules: readonly (readonly [string, ColumnMasking])[] = [],
  ports: { readonly database: Database } = { database },
): Promise<{ readonly copied: MaskedCopy; readonly shadow: Session }> {
  const shadow = await server.connect(names.shadow);
  await shadow.query("select set_config('search_path', 'pg_catalog, pg_temp', false)");
  await using writer = await server.connect(names.shadow);
  await writer.query("set session_replication_role = 'replica'");
  const masking = { columns: new Map(rules) };
  const copied = await copyMasked(
    { url: server.url(names.source), masking, shadow, writer, signal },
    { ...ports, ids },
  );
  return { copied, shadow };
}

const whole = `select (query_to_xml('select * from public.customers', true, false, '')::text
   || query_to_xml('select * from public.orders', true, false, '')::text
   || query_to_xml('select * from public.parted', true, false, '')::text) as text`;

describe('a masked copy', () => {
  test('holds no raw value in any column', async () => {
    const { copied, shadow } = await copy();

    const [row] = await shadow.query(whole);

    expect(String(row?.['text']).toLowerCase()).not.toMatch(/secretperson|123456789|11111111-/);
    expect(copied.rows).toBe(51 + 51 + 1);
    await shadow[Symbol.asyncDispose]();
  });

  test('says which column got which mask, and keeps what is not personal', async () => {
    const { copied, shadow } = await copy();

    expect(
      Object.fromEntries(copied.maskedColumns.map(({ column, mask }) => [column, mask])),
    ).toEqual({
      'public.customers.email': 'email',
      'public.customers.full_name': 'person-name',
      'public.customers.phone': 'phone',
      'public.customers.apiKey': 'token',
      'public.customers.alias': 'token',
      'public.customers.notes': 'token',
      'public.customers.profile': 'token',
      'public.customers.raw': 'token',
      'public.customers.tags': 'token',
      'public.customers.words': 'token',
      'public.customers.born': 'token',
      'public.customers.national_id': 'token',
      'public.customers.session_token': 'token',
      'public.orders.buyer': 'email',
      'public.orders.code': 'token',
      'public.parted_1.region': 'token',
    });
    const [kept] = await shadow.query(
      'select scores::text, mood::text, status, balance, active from public.customers where id = 1',
    );
    expect(kept).toEqual({
      scores: '{1}',
      mood: 'glad',
      status: 'new',
      balance: '5',
      active: true,
    });
    await shadow[Symbol.asyncDispose]();
  });

  test('keeps NULL, uniqueness, foreign keys, generated columns and sequences', async () => {
    const { shadow } = await copy();

    const [facts] = await shadow.query(
      `select count(distinct c.email)::int as emails, count(*)::int as joined,
              (count(*) filter (where full_name is null))::int as nulls,
              bool_and(shout is not distinct from upper(full_name)) as generated,
              nextval('public.orders_id_seq')::int as next
         from public.customers c join public.orders o on o.buyer = c.email`,
    );

    expect(facts).toEqual({ emails: 51, joined: 51, nulls: 1, generated: true, next: 52 });
    await shadow[Symbol.asyncDispose]();
  });

  test('keeps what masking.yml keeps, and masks as it says', async () => {
    const { shadow } = await copy([
      ['public.orders.code', { kind: 'keep', because: 'product codes' }],
      ['public.customers.notes', { kind: 'mask', mask: 'person-name' }],
    ]);

    const [row] = await shadow.query(
      'select (select min(code) from public.orders) as code, notes from public.customers where id = 1',
    );

    expect(row).toEqual({ code: 'abc', notes: expect.stringMatching(/^Zz[a-z]{16}$/) });
    await shadow[Symbol.asyncDispose]();
  });

  test('names the table and the way out when a constraint refuses a mask', async () => {
    for (const name of [names.source, names.shadow]) {
      await using session = await server.connect(name);
      await session.query("alter table orders add check (code ~ '^abc$' or code is null)");
    }

    const copied = copy();

    await expect(copied).rejects.toThrow(
      /The masked copy of public\.orders was refused \(SQLSTATE 23514\).*keep.*public\.orders\.code/,
    );
    await expect(copied).rejects.not.toThrow(/secretperson/);
  });

  test('refuses a shadow in which something unmasked appears', async () => {
    await using admin = await server.connect(names.shadow);
    await admin.query(
      "create function leak() returns trigger language plpgsql as $$ begin new.notes := 'raw'; return new; end $$",
    );
    await admin.query(
      'create trigger leak before insert on customers for each row execute function leak()',
    );
    await admin.query('alter table customers enable always trigger leak');

    await expect(copy()).rejects.toThrow(/Masking public\.customers\.notes left values/);
  });

  test('shows its key neither in a query text nor in another session', async () => {
    const texts: string[] = [];
    const spying: Database = {
      connect: async (options) => {
        const session = await database.connect(options);
        await using other = await server.connect(names.source);
        const seen = await other.query(
          "select coalesce(query, '') || application_name as text from pg_stat_activity",
        );
        texts.push(...seen.map((row) => String(row['text'])));
        return {
          ...session,
          query: (text, parameters = []) => {
            texts.push(text, JSON.stringify(parameters));
            return session.query(text, parameters);
          },
          copyOut: (text) => {
            texts.push(text);
            return session.copyOut(text);
          },
        };
      },
    };

    const { shadow } = await copy([], { database: spying });

    expect(texts.join('\n')).toContain('sha256');
    expect(texts.join('\n')).not.toContain(key);
    await shadow[Symbol.asyncDispose]();
  });
});
