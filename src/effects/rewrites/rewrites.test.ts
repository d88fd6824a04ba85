import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../../test/fakes/scripts.ts';
import { notRewritten, rewritten, rewrittenSince15 } from '../../../test/support/rewrites.ts';
import { someFacts, someTable } from '../../../test/support/facts.ts';
import { advance, catalogOf } from '../../catalog/catalog.ts';
import type { Facts } from '../../domain/facts.ts';
import { filesOfRewrite } from '../../domain/finding.ts';
import type { Finding, Rewrite } from '../../domain/finding.ts';
import { evaluateRules } from '../../rules/evaluate.ts';
import { rules } from '../../rules/index.ts';
import { effectsOf } from '../effects.ts';
import { saferForm } from './index.ts';

type Known = { readonly facts?: Facts; readonly postgres?: number };

async function findingsOf(
  files: readonly string[],
  { facts, postgres }: Known = {},
): Promise<readonly Finding[]> {
  const scripts = await Promise.all(files.map((sql, index) => scriptOf(sql, `${index}.sql`)));
  const before = catalogOf(facts);
  const effects = effectsOf(scripts, before);
  return evaluateRules(effects, advance(before, effects), scripts, { postgres });
}

async function rewriteOf(sql: string, { facts, postgres }: Known = {}) {
  const [statement] = (await scriptOf(sql)).statements;
  if (statement?.kind !== 'parsed') throw new Error(`It does not parse: ${sql}`);
  return saferForm(statement, { catalog: catalogOf(facts), postgres });
}

/** The texts of the files that a rewrite asks for. */
function filesOf(rewrite: Rewrite): readonly string[] {
  return filesOfRewrite(rewrite).map(({ statements }) => statements.join(';\n'));
}

/** An index is lost however it is dropped; only nobody has to wait. */
const staying = new Set(['drop-object']);

const examples = rules.flatMap(({ rewrite, invalid }) =>
  rewrite === undefined ? [] : invalid.map(({ sql }) => sql).filter((sql) => !sql.includes(';')),
);

describe('what the rules find', () => {
  test.each([...new Set([...examples, ...rewritten, ...rewrittenSince15])])(
    'is gone in the safer form of %s',
    async (sql) => {
      for (const postgres of [undefined, 18]) {
        const known = postgres === undefined ? {} : { postgres };
        const rewrite = await rewriteOf(sql, known);
        if (rewrite === undefined) continue;

        const spoken = (await findingsOf([sql], known)).filter((one) => one.rewrite !== undefined);
        const after = (await findingsOf(filesOf(rewrite), known)).map(({ rule }) => rule);

        const bad = new Set(['unparsed', ...spoken.map(({ rule }) => rule)]);
        expect(after.filter((rule) => bad.has(rule) && !staying.has(rule))).toEqual([]);
      }
    },
  );

  test.each([...rewritten, ...rewrittenSince15])('has a safer form: %s', async (sql) => {
    expect(await rewriteOf(sql)).toBeDefined();
    expect((await findingsOf([sql])).some(({ rewrite }) => rewrite !== undefined)).toBe(true);
  });

  test.each(notRewritten)('has no safer form: %s', async (sql) => {
    expect(await rewriteOf(sql)).toBeUndefined();
  });
});

test.each([
  [
    'alter table users alter column email set not null',
    {},
    [
      'alter table users add constraint users_email_is_set check (email is not null) not valid',
      'alter table users validate constraint users_email_is_set',
      'alter table users alter column email set not null;\nalter table users drop constraint users_email_is_set',
    ],
  ],
  [
    'alter table users alter column email set not null',
    { postgres: 18 },
    [
      'alter table users add constraint users_email_not_null not null email not valid',
      'alter table users validate constraint users_email_not_null',
    ],
  ],
  [
    'alter table Users add unique ( email ,"Name")',
    {},
    [
      'create unique index concurrently "users_email_Name_key" on Users ( email ,"Name")',
      'alter table Users add constraint "users_email_Name_key" unique using index "users_email_Name_key"',
    ],
  ],
  [
    'alter table users add constraint c check (age > 0) not valid, validate constraint c',
    {},
    [
      'alter table users add constraint c check (age > 0) not valid',
      'alter table users validate constraint c',
    ],
  ],
])('rewrites %s', async (sql, known, files) => {
  const rewrite = await rewriteOf(sql, known);

  expect(rewrite === undefined ? [] : filesOf(rewrite)).toEqual(files);
});

const events = someFacts({
  relations: [
    someTable('public', 'events', { kind: 'partitioned-table' }),
    someTable('public', 'events_old', {
      isPartition: true,
      parents: [{ schema: 'public', name: 'events' }],
    }),
    someTable('archive', 'events_new', {
      isPartition: true,
      kind: 'partitioned-table',
      parents: [{ schema: 'public', name: 'events' }],
    }),
    someTable('archive', 'events_a', {
      isPartition: true,
      parents: [{ schema: 'archive', name: 'events_new' }],
    }),
  ],
});

test('builds the index of a partitioned table on each partition, then attaches it', async () => {
  const rewrite = await rewriteOf('create index on events (id) where id > 3', { facts: events });

  expect(rewrite?.steps).toEqual([
    {
      sql: 'create index events_id_idx on only public.events (id) where id > 3',
      transaction: 'own',
    },
    {
      sql: 'create index events_new_id_idx on only archive.events_new (id) where id > 3',
      transaction: 'own',
    },
    {
      sql: 'create index concurrently events_old_id_idx on public.events_old (id) where id > 3',
      transaction: 'none',
    },
    {
      sql: 'alter index "public"."events_id_idx" attach partition "public"."events_old_id_idx"',
      transaction: 'own',
    },
    {
      sql: 'create index concurrently events_a_id_idx on archive.events_a (id) where id > 3',
      transaction: 'none',
    },
    {
      sql: 'alter index "archive"."events_new_id_idx" attach partition "archive"."events_a_id_idx"',
      transaction: 'own',
    },
    {
      sql: 'alter index "public"."events_id_idx" attach partition "archive"."events_new_id_idx"',
      transaction: 'own',
    },
  ]);
});

test.each([
  'create index if not exists x on events (id)',
  'create index on events ((id + 1))',
  'alter table events add unique (id)',
  'alter table events add foreign key (id) references other',
])('leaves a partitioned table alone: %s', async (sql) => {
  expect(await rewriteOf(sql, { facts: events })).toBeUndefined();
});

test('finds nothing in the form for a partitioned table', async () => {
  const sql = 'create index on events (id)';
  const rewrite = await rewriteOf(sql, { facts: events });

  const before = await findingsOf([sql], { facts: events });
  const after = await findingsOf(filesOf(rewrite!), { facts: events });

  expect(before.map(({ rule }) => rule)).toEqual(['index-without-concurrently']);
  expect(after).toEqual([]);
});

test('takes no name that the facts know', async () => {
  const facts = someFacts({
    relations: [
      someTable('public', 'users', {
        checks: [{ name: 'users_id_check', columns: ['id'], validated: true, notNull: false }],
      }),
    ],
  });

  expect(await rewriteOf('alter table users add check (id > 0)', { facts })).toBeUndefined();
  expect(await rewriteOf('alter table users add primary key (id)', { facts })).toBeUndefined();
});

describe('an index that the facts know', () => {
  const index = { columns: ['id'], unique: true, valid: true, partial: false, method: 'btree' };
  const withIndex = (name: string, rest: object = {}) => [{ name, bytes: 0, ...index, ...rest }];
  const parents = [{ schema: 'public', name: 'events' }];
  const facts = (total: object) =>
    someFacts({
      relations: [
        someTable('public', 'events', { kind: 'partitioned-table', indexes: withIndex('whole') }),
        someTable('public', 'part', { isPartition: true, parents, indexes: withIndex('piece') }),
        someTable('public', 'users', { indexes: withIndex('plain') }),
        someTable('public', 'totals', {
          kind: 'materialized-view',
          indexes: withIndex('t', total),
        }),
      ],
    });

  test.each([
    ['drop index plain', true],
    ['drop index public.plain, elsewhere.whole', true],
    ['drop index whole', false],
    ['drop index plain, public.whole', false],
    ['drop index piece', false],
  ])('%s: dropped concurrently %s', async (sql, isSafer) => {
    expect((await rewriteOf(sql, { facts: facts({}) })) !== undefined).toBe(isSafer);
  });

  test.each([
    ['over all rows', {}, true],
    ['that is not unique', { unique: false }, false],
    ['that is not valid', { valid: false }, false],
    ['over some rows', { partial: true }, false],
    ['over an expression', { columns: undefined }, false],
  ])('refreshes a view with an index %s concurrently: %j', async (_what, rest, isSafer) => {
    const sql = 'refresh materialized view totals';
    const { columns: _columns, ...plain } = index;
    const known = 'columns' in rest ? { ...plain, columns: undefined } : rest;
    expect((await rewriteOf(sql, { facts: facts(known) })) !== undefined).toBe(isSafer);
  });
});

test.each([
  'create index "a\n-- file 2\ndrop table users; --" on users (id)',
  'alter table users add constraint "c\td" check (age > 0)',
  'alter table users add constraint "c"" \n -- file 2" check (age > 0)',
  'drop index "x\ny"',
  'reindex table "Users\n"',
])('suggests nothing that could be read as something else: %j', async (sql) => {
  expect(await rewriteOf(sql)).toBeUndefined();
});

test('suggests nothing with such a name of the facts', async () => {
  const facts = someFacts({
    relations: [
      someTable('public', 'events', { kind: 'partitioned-table', indexes: [] }),
      someTable('public', 'p\n-- file 9\ndrop table users', {
        isPartition: true,
        parents: [{ schema: 'public', name: 'events' }],
      }),
    ],
  });

  expect(await rewriteOf('create index on events (id)', { facts })).toBeUndefined();
});
