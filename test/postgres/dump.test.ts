import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import { readDump } from '../../src/change/load-dump.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { someFacts, someTable } from '../support/facts.ts';
import { testShadows } from '../support/postgres.ts';

/** As pg_dump --schema-only of version 15 wrote it. */
const dumped = await readFile(new URL('../support/schema-dump.sql', import.meta.url), 'utf8');

async function rehearsed(
  dump: string,
  change: string,
  { facts }: { readonly facts?: Facts } = {},
): Promise<Evidence> {
  await using parser = createParser();
  const bytes = Buffer.from(change);
  const digest = digestOf(bytes);
  const unit = {
    id: 'change.sql',
    database: 'shop',
    path: 'change.sql',
    digest,
    bytes,
    firstLine: 1,
  };
  const request = {
    databaseName: 'shop',
    baseScripts: [],
    dump: await readDump('schema.sql', Buffer.from(dump), parser),
    units: [unit],
    scripts: [await readScript(unit, parser)],
    signal: new AbortController().signal,
    ...(facts === undefined ? {} : { facts }),
  };
  const provider = testShadows('local-binaries');
  const progress = { step: () => {} };
  return await rehearse(request, {
    provider,
    database,
    clock: systemClock,
    ids: systemIds,
    progress,
  });
}

describe('a dump of a schema as the baseline', () => {
  test('is built as pg_dump wrote it, and what was left out is said', async () => {
    const evidence = await rehearsed(
      dumped,
      `insert into users (email, name) values ('a@b.c', 'A'); insert into billing.orders (user_id) select id from users; delete from users;`,
    );

    expect(evidence.outcome).toEqual({ kind: 'completed' });
    expect(evidence.units[0]?.statements[2]).toMatchObject({
      rows: [
        { table: 'billing.orders', inserted: 0, updated: 0, deleted: 1 },
        { table: 'public.users', inserted: 0, updated: 0, deleted: 1 },
      ],
      predictive: { kind: 'no', because: 'no-rows' },
    });
    expect(evidence.shadow.differences).toEqual([
      'Objects of the dump belong to the login that rehearses, not to their owners.',
      'Event triggers of the dump were not made: they would run code of it as a superuser.',
    ]);
  });

  test.each([
    [
      "copy (select 1) to program 'touch /tmp/planted';",
      'line 2: .*(?:pg_execute_server_program|permission denied to COPY)',
    ],
    ['\\! touch /tmp/planted', 'line 2: It holds a psql meta-command'],
    ['create extension no_such_extension;', 'does not have the extension no_such_extension'],
    ['copy users (id) from stdin;\n1\n\\.', 'line 3: PostgreSQL'],
    ["create function f() returns int language c as 'libc', 'system';", 'permission denied'],
    [
      "do $$ begin execute 'alter role ' || current_user || ' superuser'; end $$;",
      '(?:must be superuser|permission denied to alter role)',
    ],
  ])('runs nothing of %s that a change could not', async (planted, because) => {
    const running = rehearsed(`create table users (id int);\n${planted}`, 'select 1;');

    await expect(running).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringMatching(
        new RegExp(`^The baseline cannot be replayed: schema\\.sql, statement \\d+, .*${because}`),
      ),
    });
  });

  test('never runs its code as a superuser', async () => {
    const evidence = await rehearsed(
      `create table seen (who text);
       create function note() returns event_trigger language plpgsql as $$ begin insert into seen values (current_user); end $$;
       create event trigger e on ddl_command_end execute function note();
       create extension if not exists plpgsql;`,
      "do $$ begin if exists (select from seen) then raise 'it ran'; end if; end $$;",
    );

    expect(evidence.outcome).toEqual({ kind: 'completed' });
  });

  test('is compared with the facts of the target, and what differs predicts nothing', async () => {
    const facts = someFacts({
      relations: [someTable('public', 'users'), someTable('public', 'invoices')],
    });

    const evidence = await rehearsed(
      'create table users (id int); create table notes ();',
      'create table other (); alter table users add x int;',
      { facts },
    );

    expect(evidence.shadow.drift).toEqual({
      objects: [
        { object: 'table public.invoices', how: 'only-on-target' },
        { object: 'table public.notes', how: 'only-on-shadow' },
        { object: 'table public.users', how: 'different' },
      ],
      more: 0,
    });
    expect(evidence.units[0]?.statements.map(({ predictive }) => predictive)).toEqual([
      { kind: 'yes' },
      {
        kind: 'no',
        because: 'stale-baseline',
        sentence: 'It touches public.users, which is not on the target as it was rehearsed.',
      },
    ]);
  });
});
