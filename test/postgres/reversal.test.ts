import { describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import { parseStoredEvidence } from '../../src/config/stored-evidence.ts';
import type { Unit } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence, Reversal } from '../../src/domain/evidence.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();

function unitOf(id: string, text: string, path = id): Unit {
  const bytes = new TextEncoder().encode(text);
  return { id, database: 'shop', path, digest: digestOf(bytes), bytes, firstLine: 1 };
}

type Pair = { readonly up: string; readonly down?: string };

async function proved(base: string, pairs: readonly Pair[]): Promise<Evidence> {
  await using parser = createParser();
  const units = pairs.map(({ up }, index) => unitOf(`${index + 1}_a.up.sql`, up));
  const scripts = await Promise.all(units.map((unit) => readScript(unit, parser)));
  const downs = new Map<string, { unit: Unit; script: (typeof scripts)[number] }>();
  for (const [index, { down }] of pairs.entries()) {
    if (down === undefined) continue;
    const unit = unitOf(`${index + 1}_a.up.sql`, down, `${index + 1}_a.down.sql`);
    downs.set(unit.id, { unit, script: await readScript(unit, parser) });
  }
  return await rehearse(
    {
      databaseName: 'shop',
      baseScripts: [await readScript(unitOf('0.sql', base), parser)],
      units,
      scripts,
      downs,
      statementTimeoutMs: 5_000,
      signal,
    },
    {
      provider: testShadows('local-binaries'),
      database,
      clock: systemClock,
      ids: systemIds,
      progress: { step: () => {} },
    },
  );
}

async function verdictsOf(base: string, pairs: readonly Pair[]) {
  const { units, outcome } = await proved(base, pairs);
  expect(outcome).toEqual({ kind: 'completed' });
  return units.map(({ reversal }) => reversal && { ...reversal, digest: undefined });
}

const shop =
  'create table users (id int primary key, email text not null, age int); create table posts (id int primary key, user_id int not null references users);';

type Row = {
  readonly name: string;
  readonly base?: string;
  readonly up: string;
  readonly down: string;
  readonly expected: Partial<Reversal>;
};

const rows: readonly Row[] = [
  {
    name: 'a column that comes and goes is proved',
    up: 'alter table users add column nick text;',
    down: 'alter table users drop column nick;',
    expected: { verdict: 'proved', because: [], rows: 'made-up' },
  },
  {
    name: 'an index that is made concurrently is proved',
    up: 'create index concurrently users_email on users (email);',
    down: 'drop index concurrently users_email;',
    expected: { verdict: 'proved', because: [] },
  },
  {
    name: 'a dropped column comes back without its values',
    up: 'alter table users drop column age;',
    down: 'alter table users add column age int;',
    expected: {
      verdict: 'data-loss',
      because: ['After the down half the 3 rows of public.users are not the ones that it held.'],
    },
  },
  {
    name: 'a dropped column whose values were kept comes back with them',
    up: 'create table kept as select id, age from users; alter table users drop column age;',
    down: 'alter table users add column age int; update users u set age = k.age from kept k where k.id = u.id; drop table kept;',
    expected: { verdict: 'proved', because: [] },
  },
  {
    name: 'a dropped table comes back empty',
    base: 'create table notes (id int primary key, text text);',
    up: 'drop table notes;',
    down: 'create table notes (id int primary key, text text);',
    expected: {
      verdict: 'data-loss',
      because: ['After the down half public.notes holds 0 rows; it held 3.'],
    },
  },
  {
    name: 'what took no made-up row shows nothing of its loss',
    base: 'create table odd (id point not null);',
    up: 'drop table odd;',
    down: 'create table odd (id point not null);',
    expected: {
      verdict: 'data-loss',
      because: [
        'The unit drops what public.odd holds, and no row of it was there to show that it comes back.',
      ],
    },
  },
  {
    name: 'an index that is forgotten is left behind',
    up: 'alter table users add column nick text; create index users_age on users (age);',
    down: 'alter table users drop column nick;',
    expected: {
      verdict: 'not-reversible',
      because: [
        'After the down half index public.users_age is left behind.',
        'After the down half the set of definitions of kind index is not defined as it was.',
      ],
    },
  },
  {
    name: 'a default that is forgotten is told without its value',
    up: "alter table users alter column email set default 'secret@example.com';",
    down: 'select 1;',
    expected: {
      verdict: 'not-reversible',
      because: [
        'After the down half the order or definition of the columns of public.users is not defined as it was.',
      ],
    },
  },
  {
    name: 'an extension that is left behind is no part of a fingerprint, and is seen',
    up: 'create extension pgcrypto;',
    down: 'select 1;',
    expected: {
      verdict: 'not-reversible',
      because: expect.arrayContaining(['After the down half extension pgcrypto is left behind.']),
    },
  },
  {
    name: 'a down half that fails',
    up: 'alter table users add column nick text;',
    down: 'alter table users drop column nik;',
    expected: {
      verdict: 'not-reversible',
      because: ['The down half failed at line 1: column "nik" of relation "users" does not exist'],
    },
  },
  {
    name: 'a down half that cannot be parsed',
    up: 'alter table users add column nick text;',
    down: 'alter tabel users;',
    expected: {
      verdict: 'not-reversible',
      because: [expect.stringContaining('could not be parsed')],
    },
  },
];

describe('up, down and up again', () => {
  test.each(rows)('says that $name', async ({ base = '', up, down, expected }) => {
    const [reversal] = await verdictsOf(`${shop} ${base}`, [{ up, down }]);

    expect(reversal).toMatchObject({ path: '1_a.down.sql', ...expected });
  });

  test('proves each unit from where the one before it left off, and leaves alone what has no down half', async () => {
    const reversals = await verdictsOf(shop, [
      { up: 'create table tags (id int);', down: 'drop table tags;' },
      { up: 'alter table tags add column name text;' },
      { up: 'alter table tags drop column name;', down: 'select 1;' },
      { up: 'alter table tags add column place int;', down: 'alter table tags drop column place;' },
    ]);

    expect(reversals.map((reversal) => reversal?.verdict)).toEqual([
      'proved',
      undefined,
      'not-reversible',
      'proved',
    ]);
  });

  test('leaves made-up rows out where the unit does not run on them', async () => {
    const [reversal] = await verdictsOf(shop, [
      {
        up: 'alter table users add constraint old check (age > 100);',
        down: 'alter table users drop constraint old;',
      },
    ]);

    expect(reversal).toMatchObject({ verdict: 'proved', rows: 'none' });
  });

  test('lets a hostile down half reach nothing, and takes its word for nothing', async () => {
    const [program, cast, index, endless] = await Promise.all([
      verdictsOf(shop, [{ up: 'select 1;', down: "copy users to program 'id';" }]),
      verdictsOf(shop, [
        {
          up: 'alter table users add column nick text;',
          down: `alter table users drop column nick; delete from users; delete from posts;
            create function lie(users) returns text language sql as $$ select 'same' $$;
            create cast (users as text) with function lie(users);`,
        },
      ]),
      verdictsOf(shop, [
        {
          up: `create table loot (name text);
            create function who(int) returns int language plpgsql immutable as $$
            begin if (select rolsuper from pg_roles where rolname = current_user) then raise 'a superuser planned this'; end if; return $1; end $$;
            create index users_who on users (who(1));`,
          down: 'drop index users_who; drop function who; drop table loot;',
        },
      ]),
      verdictsOf(shop, [
        {
          up: 'select 1;',
          down: 'do $$ begin loop begin perform pg_sleep(60); exception when query_canceled then null; end; end loop; end $$;',
        },
      ]),
    ]);

    expect(program[0]).toMatchObject({ verdict: 'not-reversible' });
    expect(cast[0]).toMatchObject({ verdict: 'not-reversible' });
    expect(index[0]).toMatchObject({ verdict: 'proved', because: [] });
    expect(endless[0]?.verdict).toMatch(/^(?:unknown|not-reversible)$/);
  });

  test('is read back as it was stored', async () => {
    const evidence = await proved(shop, [
      { up: 'alter table users drop column age;', down: 'alter table users add column age int;' },
    ]);
    const digest = digestOf('');
    const text = JSON.stringify({
      version: 1,
      repository: 'acme/shop',
      run: '1',
      rehearsals: [{ database: 'shop', baseline: digest, change: digest, evidence }],
    });

    expect(parseStoredEvidence(text).rehearsals[0]?.evidence).toEqual(evidence);
  });
});
