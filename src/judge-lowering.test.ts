import { describe, expect, test } from 'vitest';
import { scriptOf } from '../test/fakes/scripts.ts';
import { someFacts, someTable } from '../test/support/facts.ts';
import type { Change, CommitSha } from './domain/change.ts';
import { digestOf } from './domain/digest.ts';
import type { Finding } from './domain/finding.ts';
import type { Policy, SwitchedRules } from './domain/policy.ts';
import { judge, type Judgement } from './judge.ts';

const path = 'db/1.sql';
const large = { rows: 50_000_000, bytes: 10 * 1024 ** 3 };
const leaf = { isPartition: true, parents: [{ schema: 'public', name: 'parent' }] };

const facts = someFacts({
  relations: [
    someTable('public', 'small', { rows: 10, bytes: 8192 }),
    someTable('public', 'other', { rows: 10, bytes: 8192 }),
    someTable('public', 'big', large),
    someTable('big', 'small', large),
    someTable('public', 'parent', { kind: 'partitioned-table', rows: 10, bytes: 8192 }),
    someTable('public', 'leaf', { rows: 10, bytes: 8192, ...leaf }),
  ],
});

const suppressions = ['table public.small', 'table small'].map((object) => ({
  rule: 'index-without-concurrently',
  object,
  reason: 'It is small.',
  expires: '2027-01-31',
}));

const change: Change = {
  pullRequest: {
    number: 7,
    title: 'A change',
    targetBranch: 'main',
    author: { kind: 'human', login: 'ivan', onBehalfOf: [] },
    lastPusher: 'ivan',
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  },
  base: 'b'.repeat(40) as CommitSha,
  head: 'a'.repeat(40) as CommitSha,
  files: [{ path, status: 'added', entry: 'file', blob: 'd'.repeat(40) }],
};

async function judged(sql: string, more: Partial<Policy> = {}): Promise<Judgement> {
  const policy: Policy = {
    digest: digestOf('policy'),
    mode: 'enforce',
    apply: 'sluice',
    databases: [{ name: 'billing', paths: ['db/**'], layout: 'plain', targets: [] }],
    rules: [],
    guardians: [],
    fallbackOwners: [],
    agents: [],
    limits: { lockTimeoutMs: 1, statementTimeoutMs: 1 },
    ...more,
  };
  const scripts = [await scriptOf(sql, path)];
  return judge({
    change,
    policy,
    codeowners: undefined,
    databases: [
      { paths: [path], scripts, target: undefined, postgres: 17, facts, evidence: undefined },
    ],
    refused: [],
    rehearsal: 'skipped',
    now: '2027-01-31T12:00:00.000Z',
  });
}

async function indexFinding(sql: string, more: Partial<Policy> = {}): Promise<Finding | undefined> {
  const { findings } = await judged(sql, more);
  return findings.find(({ rule }) => rule === 'index-without-concurrently');
}

const qualified = 'create index on public.small (x)';
const plain = 'create index on small (x)';

describe('what the bytes of a change make of a name', () => {
  test.each([qualified, plain, `create index on PUBLIC.SMALL (x)`, `create index on "small" (x)`])(
    'leaves it as it is where nothing moves: %s',
    async (sql) => {
      const finding = await indexFinding(sql, { suppressions });

      expect(finding?.suppressed).toEqual({ reason: 'It is small.', expires: '2027-01-31' });
      expect(finding).toMatchObject({ level: 'low', size: { rows: 10 } });
    },
  );

  test.each([
    `alter table public.small rename to old; alter table public.big rename to small; ${qualified}`,
    `alter table public.small rename to old; alter table big.small set schema public; ${qualified}`,
    `alter schema public rename to old; alter schema big rename to public; ${qualified}`,
    `drop table public.small; alter table public.big rename to small; ${qualified}`,
    `${qualified}; alter table public.small rename to old`,
    `do $$ begin alter table public.small rename to old; end $$; ${qualified}`,
    `alter table small inherit big; ${plain}`,
    `alter table big inherit small; ${plain}`,
    `set search_path = big; ${plain}`,
    `set schema 'big'; ${plain}`,
    `select set_config('search_path', 'big', false); ${plain}`,
    `select set_config('sea' || 'rch_path', 'big', false); ${plain}`,
    `alter role app set search_path = big; ${plain}`,
    `alter database shop set search_path = big; ${plain}`,
    `set role other; ${plain}`,
    `discard all; ${plain}`,
    `create schema app; create table app.t (x int); alter table app.t rename to small; ${plain}`,
    'create index on "public.small" (x)',
    'create index on public."Small" (x)',
  ])('neither suppresses nor makes small: %s', async (sql) => {
    const finding = await indexFinding(sql, { suppressions });

    expect(finding?.suppressed).toBeUndefined();
    expect(finding).toMatchObject({ level: 'medium' });
    expect(finding?.size).toBeUndefined();
  });

  test('suppresses one statement only, not what loses data beside it', async () => {
    const { assessment, findings } = await judged(
      `${qualified}; truncate public.small; ${qualified}`,
      { suppressions },
    );

    expect(findings.map(({ rule, suppressed }) => [rule, suppressed !== undefined])).toEqual([
      ['index-without-concurrently', true],
      ['truncate', false],
      ['index-without-concurrently', true],
      ['work-under-lock', false],
    ]);
    expect(assessment).toMatchObject({ level: 'critical', destructive: true });
  });
});

describe('rows that a change adds', () => {
  const many = 'select generate_series(1, 100000000)';

  test.each([
    ['small', `insert into small ${many}`],
    ['small', `with x as (insert into small ${many} returning 1) select 1`],
    ['small', 'insert into small select unnest(array_fill(1, array[100000000]))'],
    ['small', 'insert into small select app.many()'],
    ['small', `create view v as select * from small; insert into v ${many}`],
    ['small', `create table c () inherits (small); insert into c ${many}`],
    ['leaf', `insert into parent ${many}`],
    ['parent', `insert into leaf ${many}`],
    ['parent', `create table p2 partition of parent for values in (1); insert into p2 ${many}`],
    ['small', `insert into elsewhere ${many}`],
  ])('make the size of %s uncertain: %s', async (table, sql) => {
    const finding = await indexFinding(`${sql}; create index on ${table} (x)`);

    expect(finding?.size).toBeUndefined();
    expect(finding?.level).toBe('medium');
  });

  test.each([
    'insert into small values (1), (2)',
    "insert into small select 1, lower('X') where not exists (select 1 from small)",
    `insert into other ${many}`,
    `create table t (x int); insert into t ${many}`,
  ])('leave it certain: %s', async (sql) => {
    const finding = await indexFinding(`${sql}; ${plain}`);

    expect(finding).toMatchObject({ level: 'low', size: { rows: 10 } });
  });

  test('overwrite more than a key where a function makes them', async () => {
    const upsert = 'on conflict (id) do update set x = 0';
    const { findings } = await judged(`insert into big (id) ${many} ${upsert}`);
    const { findings: keyed } = await judged(`insert into big (id) select 1 ${upsert}`);

    expect(findings.map(({ rule }) => rule)).toEqual(['filtered-update']);
    expect(keyed).toEqual([]);
  });
});

test('a level that the policy asks for is not lowered by facts', async () => {
  const sql = 'alter table small add foreign key (x) references other (id) not valid';
  const levelWith = async (level: 'on' | 'high') => {
    const switched: SwitchedRules = new Map([['foreign-key-without-index', level]]);
    const { findings } = await judged(sql, { switched });
    return findings.find(({ rule }) => rule === 'foreign-key-without-index')?.level;
  };

  expect([await levelWith('on'), await levelWith('high')]).toEqual(['low', 'high']);
});
