import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import { withLogin } from '../../src/adapters/postgres/connection-url.ts';
import { createShadowProvider } from '../../src/adapters/shadow/auto.ts';
import { newClone } from '../../src/adapters/shadow/clones.ts';
import type { ShadowProvider } from '../../src/ports/shadow-provider.ts';
import { startTestServer } from '../support/postgres.ts';
import type { TestServer } from '../support/postgres.ts';
import { keepsTheContract } from './shadow-contract.ts';

const { signal } = new AbortController();
const steward = { user: 'steward', password: 'for this test' };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ settings: { max_prepared_transactions: '4' } });
  await using session = await server.connect();
  await session.query(
    `create role steward login createdb createrole password '${steward.password}'`,
  );
  await session.query('create role shop_owner');
  await session.query('create role shop_app');
  await session.query(
    session.serverVersion >= 160_000
      ? 'grant shop_owner, shop_app to steward with admin option'
      : 'grant shop_owner, shop_app to steward',
  );
});

afterAll(() => server[Symbol.asyncDispose]());

/** Shadows on the test's server, as the steward unless another URL is named. */
function byUrl(url = withLogin(server.url(), 'postgres', steward), sweepAfterMs = 0) {
  return createShadowProvider('dsn:SHADOW_URL', {
    progress: { step: () => {} },
    credentials: { urlOf: async () => url },
    sweepAfterMs,
  });
}

const reason = /^The server of SHADOW_URL was asked for; the shadow there is an empty database\.$/;
const common = { databaseName: 'shop', level: 'B', reason } as const;
keepsTheContract({
  ...common,
  title: 'a shadow on a server by URL, as a login without superuser',
  provider: async () => byUrl(),
});
keepsTheContract({
  ...common,
  title: 'a shadow on a server by URL, as a superuser',
  provider: async () => byUrl(server.url()),
});

async function leftovers(): Promise<unknown> {
  await using session = await server.connect();
  return await session.query(
    `select datname::text as name from pg_database where datname like 'sluice%'
     union all select rolname::text from pg_roles where rolname like 'sluice%' or rolname like 'app%'`,
  );
}

async function openShop(provider: ShadowProvider, targetUrls: readonly string[] = []) {
  return provider.open({ databaseName: 'shop', targetUrls, signal });
}

describe('a server by URL', () => {
  it('is left as it was, also with a prepared transaction in the clone', async () => {
    const shadow = await openShop(byUrl());
    await shadow.provideRoles(['app_reader']);
    const worker = await shadow.worker();
    await worker.query('create table t ()');
    await worker.query('begin');
    await worker.query('insert into t default values');
    await worker.query("prepare transaction 'it''s left'");

    await shadow[Symbol.asyncDispose]();

    expect(await leftovers()).toEqual([]);
    await worker[Symbol.asyncDispose]();
  });

  it('keeps no session of submitted SQL, in whatever database', async () => {
    const shadow = await openShop(byUrl());
    await using admin = await server.connect();
    const [row] = await admin.query(
      "select rolname::text as name from pg_roles where rolname like 'sluice\\_worker%'",
    );
    const user = String(row?.['name']);
    // A role may change its own password, so it can come back by another way than ours.
    await using worker = await shadow.worker();
    await worker.query("alter role current_user password 'known'");
    const elsewhere = withLogin(server.url(), 'postgres', { user, password: 'known' });
    await using escaped = await database.connect({
      url: elsewhere,
      applicationName: 'escaped',
      signal,
    });
    expect(await escaped.query('select 1 as one')).toEqual([{ one: 1 }]);

    await shadow[Symbol.asyncDispose]();

    await expect(escaped.query('select 1 as one')).rejects.toMatchObject({ code: 'database/lost' });
    expect(await leftovers()).toEqual([]);
  });

  it('is swept of clones whose run is dead, and of no others', async () => {
    await using alive = await openShop(byUrl());
    await using session = await server.connect();
    const dead = newClone(Date.now() - 3_600_000);
    const young = newClone(Date.now());
    for (const { suffix, worker } of [dead, young]) {
      await session.query(`create database sluice_shadow_${suffix}`);
      await session.query(`create role ${worker}`);
    }
    await session.query(`create role app_stub`);
    await session.query(`comment on role app_stub is '${dead.tag}'`);

    await using next = await openShop(byUrl(server.url(), 600_000));
    const names = JSON.stringify(await leftovers());

    expect(names).not.toContain(dead.suffix);
    expect(names).not.toContain('app_stub');
    expect(names).toContain(young.suffix);
    await using worker = await alive.worker();
    expect(await worker.query('select 1 as one')).toEqual([{ one: 1 }]);
    await session.query(`drop database sluice_shadow_${young.suffix}`);
    await session.query(`drop role ${young.worker}`);
    expect(next.level).toBe('B');
  });

  it('is refused when it is that of a target', async () => {
    const opening = openShop(byUrl(), [server.url('template1')]);

    await expect(opening).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringContaining('is the server of a target'),
    });
    expect(await leftovers()).toEqual([]);
  });

  it('is taken when a target runs elsewhere, and says so when none could be asked', async () => {
    await using other = await startTestServer();
    await using compared = await openShop(byUrl(), [other.url()]);
    await using alone = await openShop(byUrl());

    expect(compared.cannotSee).not.toContainEqual(expect.stringContaining('of a target'));
    expect(alone.cannotSee).toContainEqual(expect.stringContaining('of a target'));
  });

  it('is refused to a login that may make no databases', async () => {
    await using session = await server.connect();
    await session.query("create role guest login password 'x'");
    const url = withLogin(server.url(), 'postgres', { user: 'guest', password: 'x' });

    await expect(openShop(byUrl(url))).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringMatching(
        /may not make databases .* Give it CREATEDB and CREATEROLE\.$/,
      ),
    });
  });
});

describe('a template', () => {
  beforeAll(async () => {
    await using session = await server.connect();
    await session.query('create database shop_template owner shop_owner is_template true');
    await using inside = await server.connect('shop_template');
    await inside.query('create table orders as select 1 as id');
    await inside.query('alter table orders owner to shop_app');
  });

  it('is cloned with what it holds, for its owner, and the worker may change it', async () => {
    const shop = withLogin(server.url(), 'shop_template', steward);
    await using shadow = await openShop(byUrl(shop));
    await using worker = await shadow.worker();

    const altered = await worker.execute('alter table orders add column note text');
    const rows = await worker.query(
      `select (select count(*)::int4 from orders) as rows,
              pg_get_userbyid(datdba)::text as owner from pg_database where datname = current_database()`,
    );

    expect(altered.kind).toBe('done');
    expect(rows).toEqual([{ rows: 1, owner: 'shop_owner' }]);
    expect(shadow).toMatchObject({ prepared: true, reason: /a clone of shop_template\.$/ });
  });

  it('is refused when submitted SQL would be a role that reaches beyond the clone', async () => {
    await using inside = await server.connect('shop_template');
    await inside.query('alter table orders owner to shop_owner');
    await inside[Symbol.asyncDispose]();
    const opening = openShop(byUrl(withLogin(server.url(), 'shop_template', steward)));

    await expect(opening).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringContaining('belong to shop_owner'),
    });
    expect(await leftovers()).toEqual([]);
  });

  it.each([
    ['runs programs', 'pg_execute_server_program'],
    ['owns a database', 'shop_owner'],
  ])('is refused when its owner is a member of one that %s', async (_title, mighty) => {
    await using session = await server.connect();
    await session.query(`grant ${mighty} to shop_app`);
    await using inside = await server.connect('shop_template');
    await inside.query('alter table orders owner to shop_app');
    await inside[Symbol.asyncDispose]();
    const opening = openShop(byUrl(withLogin(server.url(), 'shop_template', steward)));

    await expect(opening).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringContaining('belong to shop_app'),
    });
    await session.query(`revoke ${mighty} from shop_app`);
    expect(await leftovers()).toEqual([]);
  });

  it('that somebody is connected to is refused with a way out', async () => {
    await using session = await server.connect('shop_template');
    const opening = openShop(byUrl(withLogin(server.url(), 'shop_template', steward)));

    await expect(opening).rejects.toMatchObject({
      code: 'database/shadow',
      message: expect.stringContaining('Keep a copy that nobody connects to'),
    });
    expect(session.pid).toBeGreaterThan(0);
  });

  it('that does not exist is named', async () => {
    const opening = openShop(byUrl(withLogin(server.url(), 'nowhere', steward)));

    await expect(opening).rejects.toMatchObject({
      message: expect.stringContaining('has no database nowhere to clone'),
    });
  });
});
