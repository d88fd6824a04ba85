import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import { auditVerify } from '../../src/apply/audit.ts';
import { execute } from '../../src/apply/execute.ts';
import { copyMasked } from '../../src/shadow/copy.ts';
import { portsOf, prepare } from '../support/apply.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

/** docs/platform.md says what each login needs; here each has exactly that. */
let server: TestServer;
const { signal } = new AbortController();

const change = { '2.sql': 'alter table orders add column note text; update orders set note = id' };
const base = { '1.sql': 'create table orders (id int primary key, email text)' };

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('target');
  await using session = await server.connect('target');
  for (const login of ['applier', 'reader', 'auditor'])
    await session.query(`create role ${login} login password 'not-a-secret'`);
  await session.query('grant create on database target to applier');
  await session.query('revoke create on schema public from public');
  await session.query('create table public.orders (id int primary key, email text)');
  await session.query("insert into public.orders values (1, 'secretperson@real.com')");
  await session.query('create sequence public.counter');
  await session.query('alter table public.orders owner to applier');
  await session.query('grant usage on schema public to reader');
  await session.query('grant select on all tables in schema public to reader');
  await session.query('grant select on all sequences in schema public to reader');
});

afterAll(() => server[Symbol.asyncDispose]());

function urlOf(login: string, databaseName = 'target'): string {
  return server.url(databaseName).replace(/\/\/[^@]*@/, `//${login}:not-a-secret@`);
}

describe('a login without superuser', () => {
  test('applies, leaves its ledger, and lets an auditor read it', async () => {
    const { clearance, input } = await prepare(server, { base, change });
    const ports = portsOf(server, 'target');
    const credentials = { urlOf: async () => urlOf('applier') };

    const application = await execute(clearance, input, { ...ports, credentials });

    expect(application).toMatchObject({ outcome: 'applied', units: [{ kind: 'applied' }] });
    await using applier = await connect('applier');
    await applier.query('grant usage on schema sluice to auditor');
    await applier.query('grant select on all tables in schema sluice to auditor');
    await using auditor = await connect('auditor');
    expect(await auditVerify(auditor, { strict: true })).toMatchObject({
      kind: 'intact',
      count: 1,
    });
  });

  test('is the source of a masked copy when it may only read', async () => {
    await server.createDatabase('copy');
    await using shadow = await server.connect('copy');
    await shadow.query(base['1.sql']);
    await shadow.query("select set_config('search_path', 'pg_catalog, pg_temp', false)");

    const copied = await copyMasked(
      { url: urlOf('reader'), masking: { columns: new Map() }, shadow, writer: shadow, signal },
      { database, ids: { random: (bytes: number) => new Uint8Array(bytes).fill(1) } },
    );

    expect(copied).toEqual({
      rows: 1,
      maskedColumns: [{ column: 'public.orders.email', mask: 'email' }],
    });
  });

  test('is refused as a source that row security would keep rows from', async () => {
    await using session = await server.connect('target');
    await session.query('alter table public.orders enable row level security');
    await using shadow = await server.connect('copy');
    await shadow.query("select set_config('search_path', 'pg_catalog, pg_temp', false)");

    const copying = copyMasked(
      { url: urlOf('reader'), masking: { columns: new Map() }, shadow, writer: shadow, signal },
      { database, ids: { random: (bytes: number) => new Uint8Array(bytes).fill(1) } },
    );

    await expect(copying).rejects.toMatchObject({ code: 'database/refused' });
    await session.query('alter table public.orders disable row level security');
  });
});

function connect(login: string) {
  return database.connect({ url: urlOf(login), applicationName: 'sluice test', signal });
}
