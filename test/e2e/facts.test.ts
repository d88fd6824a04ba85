import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sluice } from '../support/cli.ts';
import { initRepository, type TestRepository } from '../support/git.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let directory: string;
let repository: TestRepository;
let facts: string;

const policy = `version: 1
databases:
  shop: { layout: plain, paths: [db/**], targets: [{ name: production, url: env:SHOP_URL }] }
`;
const tables = `create table users (id bigint primary key, name text);
create table events (id bigint primary key, name text);
`;
const index = 'create index users_by_name on users (name);\n';
const drop = 'drop table users;\n';

beforeAll(async () => {
  server = await startTestServer();
  directory = await mkdtemp(join(tmpdir(), 'sluice-facts-'));
  facts = join(directory, 'facts.json');
  await server.createDatabase('shop');
  await using session = await server.connect('shop');
  await session.query('create table users (id bigint primary key, name text)');
  await session.query("insert into users values (1, 'planted-name')");
  await session.query('create table events (id bigint primary key, name text)');
  await session.query("insert into events select n, 'e' from generate_series(1, 20000) as n");
  await session.query('analyze');
  repository = await initRepository(join(directory, 'repository'));
  await repository.commit('Begin', { '.sluice/policy.yml': policy, 'db/001.sql': tables });
  const proposals = {
    index,
    large: 'create index events_by_name on events (name);\n',
    drop,
    unknown: 'create index nobody_by_name on nobody (name);\n',
  };
  for (const [name, text] of Object.entries(proposals)) {
    const head = await repository.propose(name, { 'db/002.sql': text });
    const pullRequest = {
      version: 1,
      number: 1,
      title: 'planted <!-- ::stop-commands::x -->',
      head,
      targetBranch: 'main',
      author: { login: 'ivan', type: 'User' },
      lastPusher: 'ivan',
      reviews: [],
      permissions: {},
      teams: {},
    };
    await writeFile(join(directory, `${name}.json`), JSON.stringify(pullRequest));
    await writeFile(join(directory, `${name}.sql`), text);
  }
  const words = ['facts', '--from', 'env:FACTS_URL', '--database', 'shop', '--output', facts];
  const taken = await sluice(words, { environment: { FACTS_URL: server.url('shop') } });
  expect(taken).toMatchObject({ code: 0, stdout: '' });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

/** The same file with something else in it, elsewhere. */
async function changed(name: string, more: Readonly<Record<string, unknown>>): Promise<string> {
  const path = join(directory, `${name}-facts.json`);
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(facts, 'utf8')), ...more }));
  return path;
}

type Judged = {
  readonly level: string;
  readonly destructive: boolean;
  readonly rules: readonly string[];
};

async function check(name: string, ...words: readonly string[]): Promise<Judged> {
  const { code, stdout, stderr } = await sluice([
    'check',
    join(directory, `${name}.sql`),
    '--format=json',
    ...words,
  ]);
  expect({ code, stderr }).toEqual({ code: expect.toSatisfy((one) => one < 2), stderr: '' });
  const { assessment, files } = JSON.parse(stdout);
  const rules = files.flatMap((file: { findings: { rule: string }[] }) =>
    file.findings.map(({ rule }) => rule),
  );
  return { level: assessment.level, destructive: assessment.destructive, rules };
}

async function review(name: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await sluice([
    'review',
    '--repo',
    repository.directory,
    '--base',
    'main',
    '--head',
    name,
    '--pull-request',
    join(directory, `${name}.json`),
    '--format',
    'json',
    ...words,
  ]);
  return { code, stderr, report: stdout === '' ? undefined : JSON.parse(stdout) };
}

test('the file holds names and sizes, and nothing that stands in a row', async () => {
  const text = await readFile(facts, 'utf8');

  const sizes = JSON.parse(text).relations.map((one: { name: string; rows: number }) => [
    one.name,
    one.rows,
  ]);
  expect(sizes.toSorted()).toEqual([
    ['events', 20_000],
    ['users', 1],
  ]);
  expect(text).not.toContain('planted');
});

describe('check', () => {
  test('weighs the lock on a table that is known to be small less, and on no other', async () => {
    const without = await check('index');
    const small = await check('index', '--facts', facts);
    const [large, largeWithout] = [await check('large', '--facts', facts), await check('large')];

    expect(without.level).not.toBe('low');
    expect(small).toEqual({ ...without, level: 'low' });
    expect(large.level).toBe(largeWithout.level);
  });

  test('still calls a drop of a small table destructive', async () => {
    const [without, small] = [await check('drop'), await check('drop', '--facts', facts)];

    expect(small).toMatchObject({ destructive: true, level: without.level });
  });

  test('takes nothing from sizes that are too old', async () => {
    const stale = await changed('stale', { takenAt: '2020-01-01T00:00:00Z' });

    expect((await check('index', '--facts', stale)).level).toBe((await check('index')).level);
  });
});

describe('review', () => {
  test('asks nobody about an index on a small table, and says when its facts were taken', async () => {
    const { code, report } = await review('index', '--facts', facts);

    expect({ code, decision: report.decision.kind }).toEqual({ code: 0, decision: 'allow' });
    expect(report.files[0].factsTakenAt).toBe(JSON.parse(await readFile(facts, 'utf8')).takenAt);
  });

  test('judges a change without facts, with stale ones and of a large table alike', async () => {
    const stale = await changed('stale', { takenAt: '2020-01-01T00:00:00Z' });

    const reviews = [
      await review('index'),
      await review('index', '--facts', stale),
      await review('large', '--facts', facts),
    ];

    const levels = reviews.map(({ report }) => report.assessment.level);
    expect(new Set(levels).size).toBe(1);
    expect(levels).not.toContain('low');
  });

  test('still asks for an owner of what is dropped', async () => {
    const { code, report } = await review('drop', '--facts', facts);

    expect({ code, destructive: report.assessment.destructive }).toEqual({
      code: 1,
      destructive: true,
    });
  });
});

describe.each(['check', 'review'] as const)('%s refuses', (command) => {
  const run = async (file: string) => {
    if (command === 'review') return review('index', '--facts', file);
    const policyFile = join(repository.directory, '.sluice/policy.yml');
    const words = [join(directory, 'index.sql'), '--policy', policyFile, '--facts', file];
    return sluice(['check', ...words]);
  };

  test('the facts of another database', async () => {
    const { code, stderr } = await run(await changed('other', { database: 'users\u001B[2J' }));

    expect(code).toBe(2);
    expect(stderr).toContain('is no database of the policy');
    expect(stderr).not.toContain('\u001B');
  });

  test.each([
    ['no JSON', '{"version": 1, "database": "sh'],
    ['an unknown key', '{"version": 1, "allow": true}'],
    ['nothing', ''],
    ['another version', '{"version": 2}'],
  ])('a file that is %s', async (_what, text) => {
    const path = join(directory, 'broken.json');
    await writeFile(path, text);

    const { code, stderr } = await run(path);

    expect(code).toBe(2);
    expect(stderr).toContain('The facts file');
  });

  test('a file that is not there', async () => {
    expect((await run(join(directory, 'nowhere.json'))).code).toBe(2);
  });
});

test('facts asks for a variable that is set', async () => {
  const { code, stderr } = await sluice(['facts', '--from', 'env:UNSET_URL', '--database', 'shop']);

  expect(code).toBe(2);
  expect(stderr).toContain('UNSET_URL');
});
