import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Binaries } from '../../src/adapters/postgres/binaries.ts';
import { type Cluster, startCluster } from '../../src/adapters/postgres/cluster.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { findTestBinaries } from '../support/postgres.ts';

const { signal } = new AbortController();
const temporary = process.env['TMPDIR'];
let parent: string;
let binaries: Binaries;

beforeAll(async () => {
  binaries = await findTestBinaries();
  parent = await mkdtemp(join(tmpdir(), 'cluster-'));
  await chmod(parent, 0o755);
  process.env['TMPDIR'] = parent;
});

afterAll(async () => {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  await rm(parent, { recursive: true, force: true });
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
