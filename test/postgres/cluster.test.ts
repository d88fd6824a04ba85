import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Binaries } from '../../src/adapters/postgres/binaries.ts';
import { type Cluster, startCluster } from '../../src/adapters/postgres/cluster.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { findTestBinaries } from '../support/postgres.ts';

const { signal } = new AbortController();
const temporary = process.env['TMPDIR'];
let parent: string;
let binaries: Binaries;
let cache: string;
const chosenCache = process.env['SLUICE_CACHE'];

beforeAll(async () => {
  binaries = await findTestBinaries();
  parent = await mkdtemp(join(tmpdir(), 'cluster-'));
  await chmod(parent, 0o755);
  cache = await mkdtemp(join(tmpdir(), 'cluster-cache-'));
  await chmod(cache, 0o755);
  process.env['TMPDIR'] = parent;
  process.env['SLUICE_CACHE'] = cache;
});

afterAll(async () => {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  if (chosenCache === undefined) delete process.env['SLUICE_CACHE'];
  else process.env['SLUICE_CACHE'] = chosenCache;
  await rm(parent, { recursive: true, force: true });
  await rm(cache, { recursive: true, force: true });
});

it('serves UTF-8 in UTC through a private socket only, and leaves nothing behind', async () => {
  const cluster = await startCluster({ binaries, settings: { wal_level: 'logical' }, signal });
  const home = homeOf(cluster);
  const pid = await pidOf(home);
  const session = await database.connect({
    url: cluster.url(cluster.superuser, 'postgres'),
    applicationName: 'sluice test',
    signal,
  });
  const names = ['listen_addresses', 'wal_level', 'fsync', 'max_prepared_transactions', 'TimeZone'];
  const settings = await session.query(
    `select name, setting from pg_settings where name = any($1)
     union all select 'encoding', pg_encoding_to_char(encoding) from pg_database
     where datname = 'postgres' order by name`,
    [[...names, 'server_encoding']],
  );
  const socket = await stat(join(home, 'socket'));
  const server = await stat(join(home, 'data'));
  await session[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();

  expect(new Map(settings.map((row) => [row['name'], row['setting']]))).toEqual(
    new Map([
      ['TimeZone', 'UTC'],
      ['encoding', 'UTF8'],
      ['fsync', 'off'],
      ['listen_addresses', ''],
      ['max_prepared_transactions', '0'],
      ['server_encoding', 'UTF8'],
      ['wal_level', 'logical'],
    ]),
  );
  expect(socket.mode & 0o777).toBe(0o700);
  expect(server.uid).not.toBe(0);
  expect(isRunning(pid)).toBe(false);
  expect(await readdir(parent)).toEqual([]);
});

it('says why the server does not start, and leaves nothing behind', async () => {
  const starting = startCluster({ binaries, settings: { wal_level: 'none' }, signal });

  await expect(starting).rejects.toMatchObject({
    code: 'database/shadow',
    message: expect.stringMatching(/^The server did not start: FATAL: .*wal_level/),
  });
  expect(await readdir(parent)).toEqual([]);
});

it('says that initdb failed, and leaves nothing behind', async () => {
  const starting = startCluster({
    binaries: { ...binaries, directory: '/nonexistent' },
    settings: {},
    signal,
  });

  await expect(starting).rejects.toMatchObject({
    code: 'database/shadow',
    message: expect.stringMatching(/^initdb failed: /),
  });
  expect(await readdir(parent)).toEqual([]);
});

it.each([50, 250, 400])('leaves nothing behind when it is aborted after %i ms', async (delay) => {
  const starting = startCluster({ binaries, settings: {}, signal: AbortSignal.timeout(delay) });
  const outcome = await starting.then(
    (cluster) => cluster[Symbol.asyncDispose](),
    (error: unknown) => error,
  );

  expect(outcome === undefined || outcome instanceof Error).toBe(true);
  expect(await readdir(parent)).toEqual([]);
});

it.each(['SIGINT', 'SIGKILL'] as const)(
  'leaves nothing behind when the process that started it dies of %s',
  async (name) => {
    const work = await mkdtemp(join(tmpdir(), 'child-'));
    const child = spawn(process.execPath, [await bundleChild(work), JSON.stringify(binaries)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line]: unknown[] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    const home = String(line).trim();
    const pid = await pidOf(home);
    expect(isRunning(pid)).toBe(true);

    child.kill(name);
    await once(child, 'exit');
    await rm(work, { recursive: true });

    for (let tries = 0; tries < 100 && (await readdir(parent)).length > 0; tries += 1)
      await sleep(100);
    expect(await readdir(parent)).toEqual([]);
    expect(isRunning(pid)).toBe(false);
  },
);

describe('a data directory that is kept', () => {
  const clusters = (): string => join(cache, 'clusters');
  const kept = async (): Promise<string> => join(clusters(), (await readdir(clusters()))[0] ?? '');
  const start = (): Promise<Cluster> => startCluster({ binaries, settings: {}, signal });
  const ask = async (cluster: Cluster): Promise<unknown> => {
    const url = cluster.url(cluster.superuser, 'postgres');
    await using session = await database.connect({ url, applicationName: 'sluice test', signal });
    const [row] = await session.query(
      'select rolsuper and oid = 10 as first from pg_catalog.pg_roles where rolname = current_user',
    );
    return row?.['first'];
  };

  beforeEach(() => rm(clusters(), { recursive: true, force: true }));

  it('is made once by runs that start at the same time, who share neither a name nor a password', async () => {
    const running = await Promise.all([start(), start(), start()]);
    const answers = await Promise.all(running.map(ask));
    await Promise.all(running.map((cluster) => cluster[Symbol.asyncDispose]()));

    const names = running.map(({ superuser }) => superuser.user);
    const passwords = running.map(({ superuser }) => superuser.password);
    expect(answers).toEqual([true, true, true]);
    expect([new Set(names).size, new Set(passwords).size]).toEqual([3, 3]);
    expect(await readdir(clusters())).toHaveLength(1);
  });

  it('is used again, holds no password, and its own superuser is nobody in a server that has started', async () => {
    await (await start())[Symbol.asyncDispose]();
    const { ctimeMs } = await stat(await kept());
    await using cluster = await start();
    const words = await readFile(await kept(), 'latin1');
    const first = cluster.url({ user: 'sluice_initial', password: '' }, 'template1');
    const connecting = database.connect({ url: first, applicationName: 'sluice test', signal });

    await expect(connecting).rejects.toMatchObject({ data: { reason: '28000' } });
    expect(words).toContain('sluice_initial');
    expect(words).not.toContain('SCRAM-SHA-256$');
    expect((await stat(await kept())).ctimeMs).toBe(ctimeMs);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'lets in only who started it, before its superuser has a name of its own',
    async () => {
      await using cluster = await start();
      const url = cluster.url(cluster.superuser, 'template1');
      await using session = await database.connect({
        url,
        applicationName: 'sluice test',
        signal,
      });
      await session.query('create role sluice_initial superuser login');
      const socket = join(homeOf(cluster), 'socket', '.s.PGSQL.5432');
      const { uid, gid } = await stat(join(homeOf(cluster), 'data'));

      expect(await knock(socket, {})).toBe('AuthenticationOk');
      expect(await knock(socket, { uid, gid })).toBe('28000');
    },
  );
});

/** What a server answers to a process of the account that says it is the first superuser. */
async function knock(
  socket: string,
  account: { readonly uid?: number; readonly gid?: number },
): Promise<string> {
  const script = `
    const words = Buffer.from('user\\0sluice_initial\\0database\\0template1\\0\\0');
    const head = Buffer.alloc(8);
    head.writeInt32BE(words.length + 8, 0);
    head.writeInt32BE(196608, 4);
    const socket = require('node:net').connect(process.argv[1]);
    socket.end(Buffer.concat([head, words]));
    socket.once('data', (answer) => {
      const text = answer.toString('latin1');
      console.log(text[0] === 'R' ? 'AuthenticationOk' : /C([0-9A-Z]{5})/.exec(text)[1]);
      process.exit();
    });`;
  const child = spawn(process.execPath, ['-e', script, socket], { cwd: '/', ...account });
  const [answer]: unknown[] = await once(child.stdout, 'data');
  return String(answer).trim();
}

function homeOf(cluster: Cluster): string {
  const url = new URL(cluster.url(cluster.superuser, 'postgres'));
  return dirname(url.searchParams.get('host') ?? '');
}

async function pidOf(home: string): Promise<number> {
  const file = await readFile(join(home, 'data', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Node 20 does not run TypeScript, so the child is a bundle. */
async function bundleChild(work: string): Promise<string> {
  const input = join(work, 'child.ts');
  const file = join(work, 'child.mjs');
  const source = resolve('src/adapters/postgres/cluster.ts');
  await writeFile(
    input,
    `import { startCluster } from ${JSON.stringify(source)};
     const binaries = JSON.parse(process.argv[2]);
     const { signal } = new AbortController();
     const cluster = await startCluster({ binaries, settings: {}, signal });
     const url = new URL(cluster.url(cluster.superuser, 'postgres'));
     console.log(url.searchParams.get('host').replace(/.socket$/, ''));
     setInterval(() => {}, 1000);`,
  );
  await build({
    input,
    platform: 'node',
    transform: { target: 'node20' },
    external: ['pg-native'],
    output: { file, format: 'esm' },
    logLevel: 'silent',
  });
  return file;
}
