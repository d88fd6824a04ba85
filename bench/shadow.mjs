// What a shadow and a rehearsal cost beside plain PostgreSQL: every baseline is PostgreSQL alone, in the same rounds.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { build } from '../scripts/build.mjs';
import { median } from './measure.mjs';

const { signal } = new AbortController();
const tables = 50;
const gibibyte = 1024 ** 3;

/** `report` takes each result; `work` is a directory to build in. */
export async function measureShadow({ report, work, rounds }) {
  const sluice = await loadSluice(join(work, 'shadow'));
  const [binaries] = await sluice.findBinaries(signal);
  if (binaries === undefined) {
    console.log('Shadows are not measured: this machine has no PostgreSQL.');
    return;
  }
  const bench = { sluice, binaries, account: await sluice.findServerAccount(), rounds };
  const node = `Node ${process.versions.node}`;
  for (const measure of [startCold, startCached, rehearseStatements, cloneLarge])
    for (const result of await measure(bench)) report({ node, unit: 'ms', ...result });
}

/** Median milliseconds of each over `rounds`, in turn; each action gives its own time. */
async function raceActions(actions, rounds) {
  const times = Object.fromEntries(Object.keys(actions).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, action] of Object.entries(actions)) {
      const time = await action();
      // The first round warms the file cache and does not count.
      if (round > 0) times[name].push(time);
    }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

async function startCold(bench) {
  const times = await raceActions(
    { against: () => startBare(bench), measured: () => withCache(() => firstStatement(bench)) },
    bench.rounds,
  );
  const what = 'cold start of a shadow to its first statement, against initdb and start';
  return [{ what, goal: { times: 1.3 }, ...times }];
}

async function startCached(bench) {
  const times = await withCache(() =>
    raceActions(
      { against: () => startBare(bench), measured: () => firstStatement(bench) },
      bench.rounds,
    ),
  );
  const what = 'start of a shadow whose data directory is kept, against initdb and start';
  return [{ what, goal: { most: 150 }, ...times }];
}

/** With a cache of its own, which is empty at first. */
async function withCache(action) {
  const before = process.env.SLUICE_CACHE;
  const directory = mkdtempSync(join(tmpdir(), 'sluice-bench-cache-'));
  // The server's account has to reach it.
  process.env.SLUICE_CACHE = join(directory, 'cache');
  openToAll(directory);
  try {
    return await action();
  } finally {
    if (before === undefined) delete process.env.SLUICE_CACHE;
    else process.env.SLUICE_CACHE = before;
    rmSync(directory, { recursive: true, force: true });
  }
}

function openToAll(directory) {
  spawnSync('chmod', ['755', directory]);
}

async function firstStatement({ sluice }) {
  const provider = sluice.createShadowProvider('local-binaries', quiet);
  const start = performance.now();
  const shadow = await provider.open({ databaseName: 'shop', bytes: gibibyte, signal });
  const worker = await shadow.worker();
  await worker.query('select 1');
  const time = performance.now() - start;
  await worker[Symbol.asyncDispose]();
  await shadow[Symbol.asyncDispose]();
  return time;
}

/** initdb and start with as little as Sluice asks of them, and one statement. */
async function startBare({ sluice, binaries, account }) {
  // Where a shadow stands as well.
  const parent = (await sluice.findMemoryDirectory(gibibyte)) ?? '/tmp';
  const home = mkdtempSync(join(parent, 'bare-pg-'));
  if (account.uid !== undefined) chownSync(home, account.uid, account.gid);
  const options = {
    ...account,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: home,
  };
  const data = join(home, 'data');
  const flags = ['-D', data, '-U', 'bare', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  const start = performance.now();
  const initdb = spawnSync(join(binaries.directory, 'initdb'), [...flags, '--wal-segsize=1'], {
    ...options,
    encoding: 'utf8',
  });
  if (initdb.status !== 0) throw new Error(initdb.stderr);
  const server = spawn(
    join(binaries.directory, 'postgres'),
    ['-D', data, '-k', home, '-h', '', '-F', '-c', 'shared_buffers=64MB'],
    { ...options, stdio: 'ignore' },
  );
  const client = await untilReady(home);
  await client.query('select 1');
  const time = performance.now() - start;
  await client.end();
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  server.kill('SIGQUIT');
  await ended;
  rmSync(home, { recursive: true });
  return time;
}

async function untilReady(host) {
  for (let tries = 0; tries < 1000; tries++) {
    const candidate = new Client({ host, user: 'bare', database: 'postgres' });
    candidate.on('error', () => {});
    try {
      await candidate.connect();
      return candidate;
    } catch {
      await sleep(15);
    }
  }
  throw new Error('The server did not start.');
}

const quiet = { progress: { step: () => {} } };

/** The part of a rehearsal that runs the change, against the same statements in one plain transaction. */
async function rehearseStatements(bench) {
  const base = Array.from({ length: tables }, (_, at) => tableText(at)).join('\n');
  const change = Array.from({ length: tables }, (_, at) => changeText(at));
  const times = await raceActions(
    {
      against: () => runPlain(bench, base, change),
      measured: () => rehearseChange(bench, base, change),
    },
    bench.rounds,
  );
  const [against, measured] = [times.against, times.measured].map((time) => time / change.length);
  const what = `one statement of a rehearsal at ${tables} tables, against its plain execution`;
  return [{ what, goal: { plusMs: 25 }, against, measured }];
}

function tableText(at) {
  const parent = at === 0 ? '' : `, parent_id int references table_${at - 1}`;
  return `create table table_${at} (id int primary key, name text not null, amount numeric default 0, made_at timestamptz default now()${parent});
create index on table_${at} (name);
insert into table_${at} (id, name) select i, 'name ' || i from generate_series(1, 20) i;`;
}

function changeText(at) {
  const forms = [
    `alter table table_${at} add column note text`,
    `create index on table_${at} (amount)`,
    `update table_${at} set amount = id where id < 10`,
    `alter table table_${at} alter column name type varchar(100)`,
    `select count(*) from table_${at}`,
  ];
  return forms[at % forms.length];
}

async function runPlain({ sluice, binaries }, base, change) {
  const cluster = await sluice.startCluster({
    binaries,
    settings: { autovacuum: 'off' },
    bytes: gibibyte,
    signal,
  });
  const session = await sluice.database.connect({
    url: cluster.url(cluster.superuser, 'postgres'),
    applicationName: 'bench',
    signal,
  });
  for (const statement of base.split(/;\n|;$/).filter(Boolean)) await session.query(statement);
  const start = performance.now();
  for (const statement of ['begin', ...change, 'commit']) {
    const outcome = await session.execute(statement);
    if (outcome.kind === 'failed') throw new Error(outcome.message);
  }
  const time = performance.now() - start;
  await session[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
  return time;
}

async function rehearseChange({ sluice }, base, change) {
  const parser = sluice.createParser();
  const unitOf = (id, text) => {
    const bytes = new TextEncoder().encode(text);
    return { id, database: 'shop', path: id, digest: sluice.digestOf(bytes), bytes, firstLine: 1 };
  };
  const unit = unitOf('2.sql', change.join(';\n'));
  const baseScripts = [await sluice.readScript(unitOf('1.sql', base), parser)];
  const scripts = [await sluice.readScript(unit, parser)];
  await parser[Symbol.asyncDispose]();
  const marks = {};
  const provider = sluice.createShadowProvider('local-binaries', quiet);
  const evidence = await sluice.rehearse(
    { databaseName: 'shop', baseScripts, units: [unit], scripts, signal },
    {
      provider: {
        open: async (request) => {
          const shadow = await provider.open(request);
          return {
            ...shadow,
            [Symbol.asyncDispose]: async () => {
              marks.end = performance.now();
              await shadow[Symbol.asyncDispose]();
            },
          };
        },
      },
      database: sluice.database,
      clock: sluice.systemClock,
      ids: sluice.systemIds,
      progress: {
        step: (text) => {
          if (text === 'Rehearsing the change.') marks.start = performance.now();
        },
      },
    },
  );
  if (evidence.outcome.kind !== 'completed')
    throw new Error(`The rehearsal did not end well: ${JSON.stringify(evidence.outcome)}`);
  return marks.end - marks.start;
}

/** A clone of a baseline of 1 GiB for a shadow, against CREATE DATABASE with the same strategy. */
async function cloneLarge({ sluice, binaries, rounds }) {
  const cluster = await sluice.startCluster({
    binaries,
    settings: { autovacuum: 'off', max_wal_size: '4GB' },
    signal,
  });
  const url = (name) => cluster.url(cluster.superuser, name);
  const connect = (name) =>
    sluice.database.connect({ url: url(name), applicationName: 'bench', signal });
  const admin = await connect('postgres');
  await admin.query('create database baseline');
  const filler = await connect('baseline');
  await filler.query('create table filler (id int, text text)');
  await filler.query('alter table filler alter column text set storage plain');
  // Each row takes a page of its own.
  const rows = Math.ceil(gibibyte / 8192);
  await filler.query(
    `insert into filler select i, repeat('x', 7000) from generate_series(1, ${rows}) i`,
  );
  await filler[Symbol.asyncDispose]();
  await admin.query('checkpoint');
  const strategy = binaries.major >= 15 ? ' strategy file_copy' : '';
  const credentials = { urlOf: async () => url('baseline') };
  const provider = sluice.createShadowProvider('dsn:BASELINE', { ...quiet, credentials });
  const times = await raceActions(
    {
      against: async () => {
        const start = performance.now();
        await admin.query(`create database bare template baseline${strategy}`);
        const time = performance.now() - start;
        await admin.query('drop database bare');
        return time;
      },
      measured: async () => {
        const start = performance.now();
        const shadow = await provider.open({ databaseName: 'shop', signal });
        const time = performance.now() - start;
        await shadow[Symbol.asyncDispose]();
        return time;
      },
    },
    Math.ceil(rounds / 2),
  );
  await admin[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
  const what = 'clone of a baseline of 1 GiB, against CREATE DATABASE';
  return [{ what, goal: { times: 1.3 }, ...times }];
}

/** The parts of Sluice that start and rehearse, built as dist/ is. */
async function loadSluice(directory) {
  mkdirSync(directory, { recursive: true });
  const entry = join(directory, 'entry.ts');
  const root = new URL('../src/', import.meta.url).pathname;
  writeFileSync(
    entry,
    parts.map(([names, path]) => `export { ${names} } from '${root}${path}';\n`).join(''),
  );
  const built = join(directory, 'built');
  await build({ input: { sluice: entry }, directory: built });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  return import(pathToFileURL(join(built, 'sluice.js')).href);
}

const parts = [
  ['findBinaries', 'adapters/postgres/binaries.ts'],
  ['findServerAccount', 'adapters/postgres/server-account.ts'],
  ['startCluster', 'adapters/postgres/cluster.ts'],
  ['findMemoryDirectory', 'adapters/postgres/memory-directory.ts'],
  ['database', 'adapters/postgres/session.ts'],
  ['createShadowProvider', 'adapters/shadow/auto.ts'],
  ['createParser', 'adapters/parser/pg-query.ts'],
  ['systemClock', 'adapters/system/clock.ts'],
  ['systemIds', 'adapters/system/ids.ts'],
  ['digestOf', 'domain/digest.ts'],
  ['readScript', 'sql/read.ts'],
  ['rehearse', 'shadow/rehearse.ts'],
];
