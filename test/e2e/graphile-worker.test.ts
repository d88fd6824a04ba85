import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { type Cluster, startCluster } from '../../src/adapters/postgres/cluster.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { makeProduction } from '../../src/demo/production.ts';
import type { Script } from '../../src/domain/statement.ts';
import type { Row } from '../../src/ports/database.ts';
import { readScript } from '../../src/sql/read.ts';
import { type Answer, runInProcess } from '../support/context.ts';
import { initRepository, type TestRepository } from '../support/git.ts';
import {
  type Migration,
  readMigrations,
  readShippedMigrations,
} from '../support/graphile-worker.ts';
import { findTestBinaries } from '../support/postgres.ts';
import { readSchema } from '../support/schema.ts';

const migrations = await readMigrations();
const base = migrations.slice(0, 9);
const later = migrations.slice(9);

/** What the package's runner does before its first migration. */
const bootstrap: Migration = {
  name: '000000.sql',
  text: `create schema graphile_worker;

create table graphile_worker.migrations (
  id int primary key,
  ts timestamptz default now() not null,
  breaking boolean not null default false
);
`,
};

/** A queue at rest: nothing is locked, as migration 11 demands. */
const jobs: Migration = {
  name: 'jobs.sql',
  text: `insert into graphile_worker.jobs
  (queue_name, task_identifier, payload, priority, run_at, max_attempts, created_at, updated_at, key)
select case when n % 3 = 0 then null else 'queue-' || n % 4 end,
       'task-' || n % 5, json_build_object('n', n), n % 2,
       '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', 10 + n % 7,
       '2026-01-01', '2026-01-02', 'key-' || n
  from generate_series(1, 60) n;

select graphile_worker.add_job('send', '{"to": "ada@example.com"}', run_at => '2026-01-03', job_key => 'added');
`,
};

const controls = {
  '.sluice/policy.yml': `version: 1
mode: enforce
apply: sluice
databases:
  jobs:
    paths: ['db/**']
    layout: plain
    targets: [{name: production, url: env:JOBS_URL}]
guardians: ['@gina']
`,
  '.sluice/masking.yml': `version: 1
databases:
  jobs:
    source: env:JOBS_URL
`,
  '.github/CODEOWNERS': '* @carol\n/db/ @dana\n/.sluice/ @gina\n/.github/ @gina\n',
};

/** Those that need nobody: a default less, a function replaced, a view. */
const harmless: ReadonlySet<string> = new Set(['000010.sql', '000012.sql', '000017.sql']);

/** Migration 11 moves every job, queue and task to new tables; the others move no row. */
const moved: Readonly<Record<string, readonly unknown[]>> = {
  '000011.sql': [
    { table: 'graphile_worker.job_queues', inserted: 4, updated: 0, deleted: 0 },
    { table: 'graphile_worker.tasks', inserted: 6, updated: 0, deleted: 0 },
    { table: 'graphile_worker.jobs', inserted: 61, updated: 0, deleted: 0 },
  ],
};

let cluster: Cluster;
let home: string;
let repository: TestRepository;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-worker-'));
  const { signal } = new AbortController();
  cluster = await startCluster({
    binaries: await findTestBinaries(),
    settings: {},
    bytes: 1024 ** 3,
    signal,
  });
  environment = { JOBS_URL: await makeDatabase('jobs', [bootstrap, ...base, jobs]) };
  repository = await initRepository(join(home, 'repository'));
  await repository.commit('base', {
    ...controls,
    ...Object.fromEntries([bootstrap, ...base].map(({ name, text }) => [`db/${name}`, text])),
  });
});

afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

test('refuses a migration that would fail on the rows of production', async () => {
  const { name, text } = later[1] ?? bootstrap;
  const head = await repository.propose('too-early', { [`db/${name}`]: text });
  await using production = await connect(environment['JOBS_URL'] ?? '');
  const lock = `update graphile_worker.jobs set locked_at = $1 where key = 'key-7'`;
  await production.query(lock, [new Date().toISOString()]);

  const reviewed = await review(head, await record(80, { head, approved: true }));

  await production.query(lock, [null]);
  expect(reviewed.code).toBe(1);
  expect(decisionOf(reviewed)).toBe('deny');
  expect(JSON.parse(reviewed.stdout)).toMatchObject({
    evidence: {
      shadow: { data: 'masked-copy' },
      outcome: {
        kind: 'failed',
        failure: { unitId: `db/${name}`, statement: 2, sqlstate: '22012' },
      },
    },
  });
});

test.each(later.map((migration, index) => ({ ...migration, number: index + 1 })))(
  'takes $name from its pull request to its record',
  async ({ name, text, number }) => {
    const branch = `add-${name}`;
    const head = await repository.propose(branch, { [`db/${name}`]: text });

    const [opened, approved] = await Promise.all([
      review(head, await record(number, { head })),
      review(head, await record(number, { head, approved: true })),
    ]);
    const commit = await repository.merge(branch);
    const merged = await record(number, { head, approved: true, merged: true });
    const applied = await apply(commit, merged);

    expect(decisionOf(opened), opened.stdout).toBe(harmless.has(name) ? 'allow' : 'await-approval');
    expect(decisionOf(approved), approved.stdout).toBe('allow');
    expect(rulesIn(approved)).not.toContain('observed-not-predicted');
    expect(applied, applied.stdout).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(applied.stdout)).toMatchObject({
      target: 'jobs/production',
      outcome: 'applied',
      units: [{ kind: 'applied', unitId: `db/${name}`, rows: moved[name] ?? [] }],
    });
  },
);

test('ends with the schema and the rows of a plain replay', async () => {
  const replayed = await makeDatabase('replayed', [bootstrap, ...base, jobs, ...later]);
  await using one = await connect(environment['JOBS_URL'] ?? '');
  await using other = await connect(replayed);

  const applied = await readSchema(one, 'graphile_worker');

  expect(applied).toEqual(await readSchema(other, 'graphile_worker'));
  expect(applied['functions']?.length).toBeGreaterThan(5);
  expect(await readRows(one)).toEqual(await readRows(other));
  expect(await readRows(one)).toHaveLength(61);
});

test('leaves one intact record for each migration', async () => {
  const answer = await runInProcess(
    [
      'audit',
      'verify',
      '--target',
      'jobs/production',
      '--repo',
      repository.directory,
      '--format',
      'json',
    ],
    environment,
  );

  expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(answer.stdout)).toMatchObject({ records: later.length, problems: [] });
});

test('refuses the files as they are shipped, at the placeholder that its runner replaces', async () => {
  const shipped = (await readShippedMigrations())[9];
  const path = join(home, '000010.sql');
  await writeFile(path, shipped?.text ?? '');
  const head = await repository.propose('unsubstituted', { 'db/000019.sql': shipped?.text ?? '' });

  const checked = await runInProcess(['check', path, '--format', 'json'], environment);
  const reviewed = await review(head, await record(90, { head, approved: true }));

  expect(checked.code).toBe(1);
  expect(decisionOf(checked)).toBe('deny');
  expect(checked.stdout).toContain('syntax error at or near \\":\\"');
  expect(reviewed.code).toBe(1);
  expect(decisionOf(reviewed)).toBe('deny');
  expect(reviewed.stdout).toContain('syntax error at or near \\":\\"');
});

async function makeDatabase(name: string, files: readonly Migration[]): Promise<string> {
  await using parser = createParser();
  const scripts: Script[] = [];
  for (const { name: path, text } of files) {
    const bytes = new TextEncoder().encode(text);
    scripts.push(await readScript({ id: path, path, bytes, firstLine: 1 }, parser));
  }
  const { signal } = new AbortController();
  return await makeProduction({ cluster, database, name, scripts, signal });
}

function connect(url: string) {
  const { signal } = new AbortController();
  return database.connect({ url, applicationName: 'sluice test', signal });
}

/** Of what the clock wrote, nothing. */
async function readRows(session: Awaited<ReturnType<typeof connect>>): Promise<readonly Row[]> {
  return session.query(`
    select j.key, j.queue_name, j.task_identifier, p.payload::text as payload, j.priority, j.max_attempts, j.attempts
      from graphile_worker.jobs j join graphile_worker._private_jobs p using (id) order by j.key`);
}

type Stage = { readonly head: string; readonly approved?: true; readonly merged?: true };

async function record(number: number, { head, approved, merged }: Stage): Promise<string> {
  const state = merged ? 'merged' : approved ? 'approved' : 'opened';
  const path = join(home, `pull-request-${number}-${state}.json`);
  const review = {
    id: String(number),
    login: 'dana',
    type: 'User',
    state: 'APPROVED',
    commit: head,
    submittedAt: '2026-01-06T09:00:00Z',
  };
  const recorded = {
    version: 1,
    number,
    title: 'Upgrade the job queue',
    head,
    targetBranch: 'main',
    author: { login: 'carol', type: 'User' },
    lastPusher: 'carol',
    reviews: approved === undefined ? [] : [review],
    permissions: { carol: 'write', dana: 'write', gina: 'admin' },
    teams: {},
    ...(merged === undefined ? {} : { mergedAt: '2026-01-06T10:00:00Z', mergedBy: 'dana' }),
  };
  await writeFile(path, JSON.stringify(recorded));
  return path;
}

function review(head: string, pullRequest: string): Promise<Answer> {
  const words = ['review', '--base', 'main', '--head', head, '--pull-request', pullRequest];
  return runInProcess([...words, '--repo', repository.directory, '--format', 'json'], environment);
}

function apply(commit: string, pullRequest: string): Promise<Answer> {
  const words = ['apply', '--commit', commit, '--target', 'jobs/production'];
  const rest = ['--pull-request', pullRequest, '--repo', repository.directory, '--format', 'json'];
  return runInProcess([...words, ...rest], environment);
}

/** Ids of the rules that spoke. */
function rulesIn({ stdout }: Answer): readonly string[] {
  return [...stdout.matchAll(/"rule": ?"([a-z-]+)"/g)].map(([, rule]) => rule ?? '');
}

function decisionOf({ stdout, stderr }: Answer): unknown {
  if (stderr !== '') throw new Error(stderr);
  const report: unknown = JSON.parse(stdout);
  if (typeof report !== 'object' || report === null || !('decision' in report)) return undefined;
  const { decision } = report;
  return typeof decision === 'object' && decision !== null && 'kind' in decision
    ? decision.kind
    : undefined;
}
