import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import type { Session } from '../../src/ports/database.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let session: Session;

beforeAll(async () => {
  server = await startTestServer();
  session = await server.connect();
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

describe('a server that does not end', () => {
  const connect = (largestAnswer: number) =>
    database.connect({
      url: server.url('postgres'),
      applicationName: 'sluice test',
      largestAnswer,
      signal: new AbortController().signal,
    });

  it.each([
    ['rows', "select repeat('x', 1000) from generate_series(1, 300000)"],
    ['one value', "select repeat('x', 100000000)"],
    ['notices', `do $$ begin loop raise notice '%', repeat('x', 8000); end loop; end $$`],
  ])('is hung up on: %s', async (_what, text) => {
    await using greedy = await connect(1_000_000);

    await expect(greedy.query(text)).rejects.toMatchObject({
      code: 'database/lost',
      message: expect.stringMatching(/more than 1000000 bytes/),
    });
    await expect(greedy.query('select 1')).rejects.toMatchObject({ code: 'database/lost' });
  });

  it('is counted anew for every question', async () => {
    await using patient = await connect(1_000_000);

    for (let count = 0; count < 5; count += 1)
      expect(await patient.query("select repeat('x', 400000) as x")).toHaveLength(1);
  });
});

describe('a session', () => {
  it('knows its process, its version and its transport', async () => {
    const rows = await session.query(
      "select pg_backend_pid() as pid, current_setting('server_version_num')::int4 as version",
    );

    expect(rows).toEqual([{ pid: session.pid, version: session.serverVersion }]);
    expect(session.transport).toBe('unix-socket');
  });

  it('keeps what JavaScript would round as text', async () => {
    const rows = await session.query(
      `select 9007199254740993::int8 as big, 1.10::numeric as exact, date '2026-01-02' as day,
              7::int4 as small, true as yes, null::text as nothing, '{"a": 1}'::jsonb as document,
              array[1, 2] as list`,
    );

    expect(rows).toEqual([
      {
        big: '9007199254740993',
        exact: '1.10',
        day: '2026-01-02',
        small: 7,
        yes: true,
        nothing: null,
        document: '{"a": 1}',
        list: '{1,2}',
      },
    ]);
  });

  it('sends parameters beside the text', async () => {
    const rows = await session.query('select $1::text as name, $2::int4 as age', ["'; drop", 3]);

    expect(rows).toEqual([{ name: "'; drop", age: 3 }]);
  });

  it('throws its own refused statement with the SQLSTATE and without the DETAIL', async () => {
    await session.query('create table unique_names (name text primary key)');
    await session.query("insert into unique_names values ('secret')");

    const again = session.query("insert into unique_names values ('secret')");

    await expect(again).rejects.toMatchObject({
      code: 'database/refused',
      message:
        'PostgreSQL said: duplicate key value violates unique constraint "unique_names_pkey"',
      data: { sqlstate: '23505' },
    });
  });

  it('runs calls that overlap one after the other', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((number) => session.query('select $1::int4 as number', [number])),
    );

    expect(answers).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]]);
  });
});

describe('a submitted statement', () => {
  it('must be alone in its text', async () => {
    const outcome = await session.execute('select 1; select 2');

    expect(outcome).toEqual({
      kind: 'failed',
      sqlstate: '42601',
      message: 'cannot insert multiple commands into a prepared statement',
      durationMs: expect.any(Number),
    });
  });

  it('arrives byte for byte, question marks included', async () => {
    await session.execute('create table texts (text text)');
    await session.execute("insert into texts values ($$a?b$$), ('what?')");

    const rows = await session.query('select text from texts order by text');

    expect(rows).toEqual([{ text: 'a?b' }, { text: 'what?' }]);
  });

  it.each([
    ['insert into texts values (1), (2)', 2],
    ['select generate_series(1, 5)', 5],
    ['create table made ()', undefined],
    ['', undefined],
  ])('is done: %s', async (text, rowCount) => {
    const outcome = await session.execute(text);

    expect(outcome).toEqual({
      kind: 'done',
      durationMs: expect.any(Number),
      ...(rowCount === undefined ? {} : { rowCount }),
    });
  });

  it.each([
    ['select 1/0', '22012', 'division by zero'],
    ['create table made ()', '42P07', 'relation "made" already exists'],
    ['copy texts from stdin', '57014', /^COPY from stdin failed/],
    ["do $$ begin raise exception 'x' using errcode = '57P01', detail = 'y'; end $$", '57P01', 'x'],
  ])('fails with what the server says: %s', async (text, sqlstate, message) => {
    const outcome = await session.execute(text);

    expect(outcome).toEqual({
      kind: 'failed',
      sqlstate,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      durationMs: expect.any(Number),
    });
    expect(await session.query('select 1::int4 as one')).toEqual([{ one: 1 }]);
  });

  it('does not pile up the rows of COPY … TO STDOUT', async () => {
    const outcome = await session.execute('copy (select generate_series(1, 10)) to stdout');

    expect(outcome).toMatchObject({ kind: 'done', rowCount: 10 });
  });
});

describe('COPY', () => {
  it('carries bytes out and in again', async () => {
    await session.query('create table copied (id int4, name text)');
    const bytes = session.copyOut(
      "copy (select 1, 'ä' union all select 2, null order by 1) to stdout",
    );

    await session.copyIn('copy copied from stdin', bytesTwice(await collect(bytes)));

    expect(await session.query('select * from copied order by id')).toEqual([
      { id: 1, name: 'ä' },
      { id: 1, name: 'ä' },
      { id: 2, name: null },
      { id: 2, name: null },
    ]);
  });

  it('ends the session when the reader stops early', async () => {
    await using session = await server.connect();

    for await (const chunk of session.copyOut('copy (select generate_series(1, 1e6)) to stdout'))
      if (chunk.length > 0) break;

    await expect(session.query('select 1')).rejects.toMatchObject({ code: 'database/lost' });
  });

  it('fails with the failure of its source and leaves the session usable', async () => {
    const running = session.copyIn('copy copied from stdin', brokenSource());

    await expect(running).rejects.toThrow('the source broke');
    expect(await session.query('select 1::int4 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves the session usable when the server refuses it', async () => {
    const refused = session.copyIn('copy copied from stdin', bytesTwice(Buffer.from('x\n')));
    await expect(refused).rejects.toMatchObject({
      code: 'database/refused',
      data: { sqlstate: '22P02' },
    });
    const unknown = collect(session.copyOut('copy nowhere to stdout'));
    await expect(unknown).rejects.toMatchObject({ code: 'database/refused' });

    expect(await session.query('select 1::int4 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a broken connection', () => {
  it('is thrown when the server ends the session in a statement', async () => {
    await using victim = await server.connect();

    const broken = expect(victim.execute('select pg_sleep(30)')).rejects.toMatchObject({
      code: 'database/lost',
    });
    await session.query('select pg_terminate_backend($1)', [victim.pid]);

    await broken;
    await expect(victim.query('select 1')).rejects.toMatchObject({ code: 'database/lost' });
  });

  it('is thrown when the session ends itself', async () => {
    await using victim = await server.connect();

    const running = victim.execute('select pg_terminate_backend(pg_backend_pid())');

    await expect(running).rejects.toMatchObject({ code: 'database/lost' });
  });

  it('is thrown for COMMIT, whose end nobody knows', async () => {
    await using victim = await server.connect();
    await victim.query('create table slow (id int4)');
    await victim.query(
      `create function wait() returns trigger language plpgsql as
       $$ begin perform pg_sleep(30); return null; end $$`,
    );
    await victim.query(
      `create constraint trigger late after insert on slow deferrable initially deferred
       for each row execute function wait()`,
    );
    await victim.query('begin');
    await victim.query('insert into slow values (1)');

    const broken = expect(victim.query('commit')).rejects.toMatchObject({ code: 'database/lost' });
    await session.query('select pg_sleep(0.1), pg_terminate_backend($1)', [victim.pid]);

    await broken;
  });

  it('is thrown in the middle of COPY', async () => {
    await using victim = await server.connect();

    const copied = collect(
      victim.copyOut('copy (select n, pg_sleep(0.01) from generate_series(1, 3000) n) to stdout'),
    );
    const broken = expect(copied).rejects.toMatchObject({ code: 'database/lost' });
    await session.query('select pg_sleep(0.1), pg_terminate_backend($1)', [victim.pid]);

    await broken;
  });

  it('is what an abort makes', async () => {
    const controller = new AbortController();
    const victim = await database.connect({
      url: server.url(),
      applicationName: 'sluice test',
      signal: controller.signal,
    });

    const running = victim.execute('select pg_sleep(30)');
    controller.abort();

    await expect(running).rejects.toMatchObject({ code: 'internal/cancelled' });
    await victim[Symbol.asyncDispose]();
  });
});

describe('a connection that cannot be made', () => {
  it.each([
    ['wrong password', (url: URL) => (url.password = 'wrong'), '28P01'],
    ['unknown database', (url: URL) => (url.pathname = '/nowhere'), '3D000'],
    ['no server', (url: URL) => url.searchParams.set('host', '/nonexistent'), 'ENOENT'],
  ])('names the reason and nothing of the URL: %s', async (_, change, reason) => {
    const url = new URL(server.url());
    change(url);

    const failure: unknown = await database
      .connect({
        url: url.href,
        applicationName: 'sluice test',
        signal: new AbortController().signal,
      })
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'database/unreachable', data: { reason } });
    expect(String(failure)).not.toContain(url.username);
    expect(String(failure)).not.toContain(url.password);
  });
});

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* bytesTwice(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  yield bytes;
}

async function* brokenSource(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('1\tx\n');
  throw new Error('the source broke');
}
