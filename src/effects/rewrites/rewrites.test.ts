import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../../test/fakes/scripts.ts';
import { notRewritten, rewritten, rewrittenSince15 } from '../../../test/support/rewrites.ts';
import { someFacts, someTable } from '../../../test/support/facts.ts';
import { advance, catalogOf } from '../../catalog/catalog.ts';
import type { Facts, RelationFacts } from '../../domain/facts.ts';
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

describe('a partition that is attached', () => {
  const column = { notNull: true, default: 'none', generated: 'no', identity: 'no' } as const;
  const table = (name: string, rest: Partial<RelationFacts> = {}) =>
    someTable('public', name, {
      columns: [{ name: 'At', type: 'date', ...column }],
      keys: [],
      indexes: [],
      ...rest,
    });
  const parent = (rest: Partial<RelationFacts> = {}) =>
    table('events', {
      kind: 'partitioned-table',
      partitionKey: { strategy: 'range', columns: ['At'] },
      ...rest,
    });
  const known = (...relations: readonly RelationFacts[]) => ({ facts: someFacts({ relations }) });
  const usual = known(parent(), table('e2026'));
  const sql =
    "alter table events attach partition e2026 for values from ('2026-01-01') to ('2027-01-01')";

  test('is proved before, so that nothing is read while everybody waits', async () => {
    const rewrite = await rewriteOf(sql, usual);
    const files = filesOf(rewrite!);

    expect(files).toEqual([
      `alter table e2026 add constraint "e2026_At_bounds" check ("At" is not null and "At" >= '2026-01-01' and "At" < '2027-01-01') not valid`,
      'alter table e2026 validate constraint "e2026_At_bounds"',
      `${sql};\nalter table e2026 drop constraint "e2026_At_bounds"`,
    ]);
    expect((await findingsOf([sql], usual)).map(({ rule }) => rule)).toEqual(['blocking-scan']);
    expect((await findingsOf(files, usual)).map(({ rule }) => rule)).toEqual(['weaken-integrity']);
  });

  test.each([
    ['range', "from (minvalue) to ('2026-01-01')", `"At" is not null and "At" < '2026-01-01'`],
    ['range', "from ('2026-01-01') to (maxvalue)", `"At" is not null and "At" >= '2026-01-01'`],
    ['list', "in ('2026-01-01', 'it''s')", `"At" is not null and "At" in ('2026-01-01', 'it''s')`],
  ] as const)('by %s, for values %s', async (strategy, values, check) => {
    const facts = known(parent({ partitionKey: { strategy, columns: ['At'] } }), table('e2026'));
    const rewrite = await rewriteOf(
      `alter table events attach partition e2026 for values ${values}`,
      facts,
    );

    expect(rewrite?.steps[0]?.sql).toContain(`check (${check}) not valid`);
    const after = (await findingsOf(filesOf(rewrite!), facts)).map(({ rule }) => rule);
    expect(after).toEqual(['weaken-integrity']);
  });

  const proof = `alter table e2026 add constraint c check ("At" is not null and "At" >= '2026-01-01' and "At" < '2027-01-01') not valid`;
  const valid = 'alter table e2026 validate constraint c';
  const scanned = ['blocking-scan'];
  test.each<readonly [string, readonly string[]]>([
    ['is not validated', [proof, sql]],
    ['is validated afterwards', [proof, sql, valid]],
    ['says more', [proof.replace('2027', '2028'), valid, sql]],
    ['says NULL as well', [proof.replace('is not null and', 'is null or'), valid, sql]],
    ['compares another column', [proof.replaceAll('"At"', 'other'), valid, sql]],
    ['compares in another way', [proof.replace('<', '<='), valid, sql]],
    [
      'takes part of the rows of two',
      [proof.replace("'2027-01-01'", "'2027-01-01'::date"), valid, sql],
    ],
    ['is of another table', [proof.replace('e2026', 'e2'), valid.replace('e2026', 'e2'), sql]],
    ['is dropped before', [proof, valid, 'alter table e2026 drop constraint c', sql]],
    ['is of what had the name', [proof, valid, 'alter table e2026 rename to e1', sql]],
  ])('is still read where the constraint %s', async (_what, files) => {
    const found = (await findingsOf(files, usual)).map(({ rule }) => rule);
    expect(found.filter((rule) => rule === 'blocking-scan')).toEqual(scanned);
  });

  test('is still read where nobody knows the column, or there is a default partition', async () => {
    const parents = [{ schema: 'public', name: 'events' }];
    const rest = table('rest', { isPartition: true, isDefaultPartition: true, parents });
    for (const facts of [{}, known(parent(), table('e2026'), rest)]) {
      const found = (await findingsOf([proof, valid, sql], facts)).map(({ rule }) => rule);
      expect(found).toContain('blocking-scan');
    }
  });

  const index = { columns: ['At'], unique: true, valid: true, partial: false, method: 'btree' };
  const indexed = { indexes: [{ name: 'i', bytes: 0, ...index }] };
  const key = { keys: [{ name: 'k', kind: 'primary', columns: ['At'] } as const] };
  test.each([
    ['nobody knows the parent', known(table('e2026')), sql],
    ['nobody knows the partition', known(parent()), sql],
    [
      'nobody knows the key',
      known(table('events', { kind: 'partitioned-table' }), table('e2026')),
      sql,
    ],
    [
      'two columns decide',
      known(parent({ partitionKey: { strategy: 'range', columns: ['At', 'b'] } }), table('e2026')),
      sql,
    ],
    ['the parent has a key that it lacks', known(parent(key), table('e2026')), sql],
    ['the parent has an index that it lacks', known(parent(indexed), table('e2026')), sql],
    [
      'it is partitioned itself',
      known(parent(), table('e2026', { kind: 'partitioned-table' })),
      sql,
    ],
    [
      'the type rounds',
      known(
        parent({ columns: [{ name: 'At', type: 'numeric(10,2)', ...column }] }),
        table('e2026'),
      ),
      sql,
    ],
    [
      'nothing bounds it',
      usual,
      'alter table events attach partition e2026 for values from (minvalue) to (maxvalue)',
    ],
    ['a bound is computed', usual, sql.replace("'2027-01-01'", 'current_date')],
    ['a bound is a cast', usual, sql.replace("('2027", "(date '2027")],
    ['it takes the rest', usual, 'alter table events attach partition e2026 default'],
    ['it may not be there', usual, sql.replace('table', 'table if exists')],
    [
      'the strategy is another',
      usual,
      "alter table events attach partition e2026 for values in ('x')",
    ],
    [
      'the name is taken',
      known(
        parent(),
        table('e2026', {
          checks: [{ name: 'e2026_At_bounds', columns: ['At'], validated: true, notNull: false }],
        }),
      ),
      sql,
    ],
  ])('has no safer form where %s', async (_why, facts, text) => {
    expect(await rewriteOf(text, facts)).toBeUndefined();
  });

  test('has one where it has the keys and the indexes of the parent', async () => {
    const all = known(parent({ ...key, ...indexed }), table('e2026', { ...key, ...indexed }));
    expect(await rewriteOf(sql, all)).toBeDefined();
  });
});
