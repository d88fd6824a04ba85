import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogOf } from '../../src/catalog/catalog.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { takeFacts } from '../../src/facts/take.ts';
import type { Rewrite } from '../../src/domain/finding.ts';
import { saferForm } from '../../src/effects/rewrites/index.ts';
import type { Session } from '../../src/ports/database.ts';
import { rules } from '../../src/rules/index.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { someFacts, someTable } from '../support/facts.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';
import { rewritten, rewrittenSince15, rewriteSetup } from '../support/rewrites.ts';

let server: TestServer;
let major: number;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('rewrites');
  await using session = await server.connect('rewrites');
  major = Math.floor(session.serverVersion / 10_000);
  for (const statement of rewriteSetup) await session.query(statement);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** What an example needs beside the setup. */
const before: Readonly<Record<string, readonly string[]>> = {
  'drop index users_email': ['create index users_email on users (email)'],
};

const examples = rules.flatMap(({ rewrite, invalid }) =>
  rewrite === undefined ? [] : invalid.map(({ sql }) => sql),
);

/** Everything about the schema that somebody could see or rely on, as text. */
const dump = `
  select 'column ' || attrelid::regclass || ' ' || concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, attcollation::regcollation, pg_get_expr(adbin, adrelid), attgenerated, attidentity, col_description(attrelid, attnum)) as fact
  from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attnum > 0 and not attisdropped and relnamespace::regnamespace::text not in ('pg_catalog', 'pg_toast', 'information_schema')
  union all
  select 'constraint ' || concat_ws(' ', conrelid::regclass, conname, contype, convalidated, condeferrable, condeferred, connoinherit, conindid::regclass, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint'))
  from pg_constraint where conrelid <> 0
  union all
  select 'index ' || concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive, indisunique, indisprimary, indimmediate, relkind, reltablespace, array_to_string(reloptions, ','), obj_description(indexrelid, 'pg_class'))
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace::regnamespace::text not in ('pg_catalog', 'pg_toast', 'information_schema')
  union all
  select 'relation ' || concat_ws(' ', oid::regclass, relkind, relpersistence, relispopulated)
  from pg_class where relnamespace::regnamespace::text not in ('pg_catalog', 'pg_toast', 'information_schema')
  union all
  select 'inherits ' || concat_ws(' ', inhrelid::regclass, inhparent::regclass, inhseqno) from pg_inherits
  order by 1`;

async function schemaAfter(
  prepare: readonly string[],
  act: (session: Session) => Promise<void>,
): Promise<readonly unknown[]> {
  count += 1;
  const name = `rewrites_${count}`;
  await using owner = await server.connect();
  await owner.query(`create database ${name} template rewrites`);
  await using session = await server.connect(name);
  for (const statement of prepare) await session.query(statement);
  await act(session);
  return (await session.query(dump)).map(({ fact }) => fact);
}

async function execute(session: Session, sql: string): Promise<void> {
  const outcome = await session.execute(sql);
  if (outcome.kind === 'failed') throw new Error(`${outcome.message}: ${sql}`);
}

/** As a runner would: each file in its transaction. */
async function executeRewrite(session: Session, { steps }: Rewrite): Promise<void> {
  for (const [index, { sql, transaction }] of steps.entries()) {
    if (transaction === 'own') await session.query('begin');
    await execute(session, sql);
    const next = steps[index + 1];
    if (transaction !== 'none' && next?.transaction !== 'same') await session.query('commit');
  }
}

async function read(sql: string, facts?: Facts) {
  const { statements } = await scriptOf(sql);
  const last = statements.at(-1);
  if (last?.kind !== 'parsed') throw new Error(`It does not parse: ${sql}`);
  return {
    earlier: [...(before[sql] ?? []), ...statements.slice(0, -1).map(({ text }) => text)],
    statement: last.text,
    rewrite: saferForm(last, { catalog: catalogOf(facts), postgres: major }),
  };
}

async function schemasOf(sql: string, facts?: Facts, prepare: readonly string[] = []) {
  const { earlier, statement, rewrite } = await read(sql, facts);
  if (rewrite === undefined) return undefined;
  const all = [...prepare, ...earlier];
  return {
    untouched: await schemaAfter(all, async () => {}),
    original: await schemaAfter(all, (session) => execute(session, statement)),
    rewritten: await schemaAfter(all, (session) => executeRewrite(session, rewrite)),
  };
}

const changesNothing = /^(?:reindex|refresh)/i;

describe('the safer form reaches the same schema as', () => {
  test.each([...new Set([...rewritten, ...examples])])('%s', async (sql) => {
    const schemas = await schemasOf(sql);

    expect(schemas?.rewritten).toEqual(schemas?.original);
    if (schemas !== undefined && !changesNothing.test(sql))
      expect(schemas.rewritten).not.toEqual(schemas.untouched);
    expect(schemas === undefined && rewritten.includes(sql)).toBe(false);
  });

  test.each(rewrittenSince15)('%s', async (sql) => {
    if (major < 15) return;

    const schemas = await schemasOf(sql);

    expect(schemas?.rewritten).toEqual(schemas?.original);
    expect(schemas?.rewritten).not.toEqual(schemas?.untouched);
  });
});

const partitioned = [
  'create schema archive',
  'create table "Events" (id int, "At" date) partition by list (id)',
  'create table events_old partition of "Events" for values in (1, 2)',
  'create table archive.events_new partition of "Events" for values in (3, 4) partition by list (id)',
  `create table archive."${'p'.repeat(63)}" partition of archive.events_new for values in (3)`,
  'create table archive."a ""b" partition of archive.events_new for values in (4)',
  `insert into "Events" select 1 + n % 4, date '2026-01-01' + n from generate_series(1, 50) as s (n)`,
];

const parent = { schema: 'public', name: 'Events' };
const newer = { schema: 'archive', name: 'events_new' };
const facts = someFacts({
  relations: [
    someTable('public', 'Events', { kind: 'partitioned-table', indexes: [] }),
    someTable('public', 'events_old', { isPartition: true, parents: [parent] }),
    someTable('archive', 'events_new', {
      kind: 'partitioned-table',
      isPartition: true,
      parents: [parent],
      indexes: [],
    }),
    someTable('archive', 'p'.repeat(63), { isPartition: true, parents: [newer] }),
    someTable('archive', 'a "b', { isPartition: true, parents: [newer] }),
  ],
});

test.each([
  'create index on "Events" ("At")',
  'create index "Weird ""Name""" on public."Events" using btree ("At" desc) include (id) where id > 2',
  'create unique index on "Events" (id, "At") with (fillfactor = 70)',
  'create index on "Events" (abs(id))',
])('the index of every partition is the same after %s', async (sql) => {
  const schemas = await schemasOf(sql, facts, partitioned);

  expect(schemas?.rewritten).toEqual(schemas?.original);
  expect(schemas?.rewritten).not.toEqual(schemas?.untouched);
});

const attached = [
  ['int', 'range', 'from (-5) to (10)', '3'],
  ['smallint', 'range', 'from (0) to (10)', '3'],
  ['bigint', 'range', 'from (minvalue) to (10000000000)', '3'],
  ['bigint', 'list', 'in (1, 3, 5)', '3'],
  ['date', 'range', "from ('2026-01-01') to ('2027-01-01')", "'2026-05-05'"],
  ['timestamp', 'range', "from ('2026-01-01') to (maxvalue)", "'2026-05-05'"],
  ['timestamptz', 'range', "from ('2026-01-01') to ('2027-01-01')", "'2026-05-05'"],
  ['text', 'list', "in ('a', 'it''s')", "'a'"],
  ['text', 'list', "in ('a')", "'a'"],
  ['text', 'range', "from ('a') to ('c')", "'b'"],
  [
    'uuid',
    'range',
    "from ('00000000-0000-0000-0000-000000000000') to ('80000000-0000-0000-0000-000000000000')",
    "'12345678-0000-0000-0000-000000000000'",
  ],
] as const;

test.each(attached)(
  'a partition by %s and %s, for values %s, is attached unread and is the same',
  async (type, strategy, values, value) => {
    const prepare = [
      `create table "Whole" ("At" ${type}) partition by ${strategy} ("At")`,
      `create table piece ("At" ${type})`,
      `insert into piece select ${value} from generate_series(1, 100)`,
    ];
    const sql = `alter table "Whole" attach partition piece for values ${values}`;
    await schemaAfter(prepare, async (session) => {
      const { statement, rewrite } = await read(sql, await factsOf(session));
      const untouched = await session.query(dump);
      await session.query('begin');
      const readAtOnce = await rowsReadBy(session, [statement]);
      const original = await session.query(dump);
      await session.query('rollback');

      const [add = '', validate = '', ...rest] = rewrite?.steps.map((step) => step.sql) ?? [];
      for (const step of [add, validate]) await execute(session, step);
      await session.query('begin');
      const readAfterProof = await rowsReadBy(session, rest);
      await session.query('commit');
      const rewritten = await session.query(dump);

      expect([readAtOnce, readAfterProof]).toEqual([100, 0]);
      expect(rewritten).toEqual(original);
      expect(rewritten).not.toEqual(untouched);
    });
  },
);

test('a key that compares in another way, or is computed, is no plain one', async () => {
  const keys = ['k', 'k collate "C"', 'k text_pattern_ops', 'lower(k)', 'k, n'];
  const tables = keys.map(
    (key, index) => `create table odd_${index} (k text, n int) partition by range (${key})`,
  );
  await schemaAfter(tables, async (session) => {
    const { relations } = await factsOf(session);
    const odd = relations.filter(({ name }) => name.startsWith('odd_'));
    expect(odd.map(({ partitionKey }) => partitionKey)).toEqual([
      { strategy: 'range', columns: ['k'] },
      undefined,
      undefined,
      undefined,
      { strategy: 'range', columns: ['k', 'n'] },
    ]);
  });
});

/** Rows of the piece that the statements read. */
async function rowsReadBy(session: Session, statements: readonly string[]): Promise<number> {
  const seen = async (): Promise<number> => {
    const [row] = await session.query(
      "select pg_stat_get_xact_tuples_returned('piece'::regclass)::int as rows",
    );
    return Number(row?.['rows']);
  };
  const before = await seen();
  for (const statement of statements) await execute(session, statement);
  return (await seen()) - before;
}

async function factsOf(session: Session): Promise<Facts> {
  const about = { database: 'shop', takenAt: '2026-01-05T08:00:00Z' };
  return (await takeFacts(session, about)).facts;
}
