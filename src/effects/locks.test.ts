import { describe, expect, test } from 'vitest';
import { factsOf, foreignKeyFacts, tableFacts } from '../../test/fakes/facts.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { catalogOf, emptyCatalog } from '../catalog/catalog.ts';
import { objectName } from '../domain/effect.ts';
import { effectsOf } from './effects.ts';
import { costsOf } from './locks.ts';

async function costs(
  sql: string,
  options: { readonly postgres?: number; readonly facts?: ReturnType<typeof factsOf> } = {},
): Promise<readonly string[]> {
  const { facts, ...rest } = options;
  const catalog = facts === undefined ? emptyCatalog : catalogOf(facts);
  return effectsOf([await scriptOf(sql)], catalog, rest).flatMap((effect) => {
    const by = effect.usesFacts === true ? ' (facts)' : '';
    if (effect.kind === 'locks') return [`${effect.mode} on ${objectName(effect.object)}${by}`];
    if (effect.kind === 'rewrites') return [`rewrites ${objectName(effect.object)}${by}`];
    return effect.kind === 'scans' ? [`reads ${objectName(effect.object)}${by}`] : [];
  });
}

test('a column of the table counts from its major on, and for all after it', () => {
  const partitionLock = (postgres: number | undefined) =>
    costsOf('add-unique-on-partitioned', postgres).find(({ role }) => role === 'partition')?.lock;

  expect([14, 17, 18, 19].map(partitionLock)).toEqual([
    'SHARE',
    'SHARE',
    'ACCESS EXCLUSIVE',
    'ACCESS EXCLUSIVE',
  ]);
});

test('nobody says which major: the worst of all counts', () => {
  const [cost] = costsOf('grant', undefined);

  expect(cost).toEqual({ role: 'itself', lock: 'ACCESS SHARE' });
});

test.each<readonly [string, readonly string[]]>([
  [
    'alter table t add foreign key (a) references r',
    ['SHARE ROW EXCLUSIVE on table t', 'reads table t', 'SHARE ROW EXCLUSIVE on table r'],
  ],
  [
    'alter table t add column a int references r',
    ['ACCESS EXCLUSIVE on table t', 'SHARE ROW EXCLUSIVE on table r'],
  ],
  ['alter table t add constraint c not null a', ['ACCESS EXCLUSIVE on table t', 'reads table t']],
  ['alter table t add constraint c check (a > 0) not enforced', ['ACCESS EXCLUSIVE on table t']],
  ['alter table t set (user_catalog_table = true)', ['ACCESS EXCLUSIVE on table t']],
  ['alter table t set (fillfactor = 70)', ['SHARE UPDATE EXCLUSIVE on table t']],
  ['alter table t reset (user_catalog_table)', ['ACCESS EXCLUSIVE on table t']],
  ['alter view v reset (security_barrier)', ['ACCESS EXCLUSIVE on view v']],
  ["comment on table s.t is 'x'", ['SHARE UPDATE EXCLUSIVE on table s.t']],
  ["comment on column s.t.c is 'x'", ['SHARE UPDATE EXCLUSIVE on table s.t']],
  ["comment on function f() is 'x'", []],
  ['create statistics s on a, b from t', ['SHARE UPDATE EXCLUSIVE on table t']],
  ['create or replace view v as select 1', []],
  [
    'alter table t detach partition p concurrently',
    ['SHARE UPDATE EXCLUSIVE on table t', 'ACCESS EXCLUSIVE on table p'],
  ],
])('%s', async (sql, expected) => {
  expect(await costs(sql)).toEqual(expected);
});

describe('the facts say', () => {
  const typed = (type: string) => [
    {
      name: 'n',
      type,
      notNull: false,
      default: 'none' as const,
      generated: 'no' as const,
      identity: 'no' as const,
    },
  ];
  const facts = factsOf(
    [
      tableFacts('public.shown (id)', { kind: 'view' }),
      tableFacts('public.r (id)'),
      tableFacts('public.t (id, r_id, proven)', {
        foreignKeys: [foreignKeyFacts('r_id', ['public', 'r'])],
        indexes: [
          {
            name: 't_i',
            columns: ['id'],
            unique: false,
            valid: true,
            partial: false,
            method: 'btree',
            bytes: 1,
          },
        ],
        checks: [{ name: 'there', columns: ['proven'], validated: true, notNull: true }],
      }),
      tableFacts('public.v (id)', { columns: typed('character varying(20)') }),
      tableFacts('public.d (id)', { columns: typed('numeric(10,2)') }),
      tableFacts('public.w (id)', { columns: typed('numeric(10,0)') }),
    ],
    {
      domains: [
        { schema: 'public', name: 'strict', type: 'text', notNull: false, hasChecks: true },
        { schema: 'public', name: 'free', type: 'text', notNull: false, hasChecks: false },
        { schema: 'public', name: 'twin', type: 'text', notNull: false, hasChecks: false },
        { schema: 'other', name: 'twin', type: 'text', notNull: false, hasChecks: true },
      ],
    },
  );

  test.each<readonly [string, readonly string[]]>([
    ['drop table t', ['ACCESS EXCLUSIVE on table t', 'ACCESS EXCLUSIVE on table public.r (facts)']],
    ['create or replace view shown as select 1', ['ACCESS EXCLUSIVE on view shown (facts)']],
    ['create view shown as select 1', []],
    ['create or replace view fresh as select 1', []],
    [
      'alter table t drop constraint r_id_fkey',
      ['ACCESS EXCLUSIVE on table t', 'ACCESS EXCLUSIVE on table public.r (facts)'],
    ],
    [
      'truncate r cascade',
      ['ACCESS EXCLUSIVE on table r', 'ACCESS EXCLUSIVE on table public.t (facts)'],
    ],
    [
      'alter table t alter column r_id type bigint',
      [
        'ACCESS EXCLUSIVE on table t',
        'rewrites table t',
        'ACCESS EXCLUSIVE on table public.r (facts)',
      ],
    ],
    ['alter table t alter column proven set not null', ['ACCESS EXCLUSIVE on table t']],
    [
      'alter table t alter column r_id set not null',
      ['ACCESS EXCLUSIVE on table t', 'reads table t'],
    ],
    ['alter table v alter column n type varchar(50)', ['ACCESS EXCLUSIVE on table v (facts)']],
    ['alter table v alter column n type text', ['ACCESS EXCLUSIVE on table v (facts)']],
    [
      'alter table v alter column n type varchar(10)',
      ['ACCESS EXCLUSIVE on table v', 'rewrites table v'],
    ],
    [
      'alter table v alter column n type varchar(50) using upper(n)',
      ['ACCESS EXCLUSIVE on table v', 'rewrites table v'],
    ],
    ['alter table d alter column n type numeric(12,2)', ['ACCESS EXCLUSIVE on table d (facts)']],
    [
      'alter table d alter column n type numeric(12,4)',
      ['ACCESS EXCLUSIVE on table d', 'rewrites table d'],
    ],
    [
      'alter table d alter column n type numeric(12)',
      ['ACCESS EXCLUSIVE on table d', 'rewrites table d'],
    ],
    ['alter table w alter column n type numeric(12)', ['ACCESS EXCLUSIVE on table w (facts)']],
    ['alter table w alter column n type numeric(12,0)', ['ACCESS EXCLUSIVE on table w (facts)']],
    [
      'alter table w alter column n type numeric(12,2)',
      ['ACCESS EXCLUSIVE on table w', 'rewrites table w'],
    ],
    ['alter table t add column x public.twin', ['ACCESS EXCLUSIVE on table t']],
    [
      'alter table t add column x other.twin',
      [
        'ACCESS EXCLUSIVE on table t',
        'ACCESS EXCLUSIVE on table t (facts)',
        'rewrites table t (facts)',
      ],
    ],
    ['reindex index t_i', ['ACCESS EXCLUSIVE on index t_i', 'SHARE on table public.t (facts)']],
    [
      'reindex index concurrently t_i',
      ['SHARE UPDATE EXCLUSIVE on index t_i', 'SHARE UPDATE EXCLUSIVE on table public.t (facts)'],
    ],
    ['alter index t_i rename to t_j', ['SHARE UPDATE EXCLUSIVE on index t_i (facts)']],
    ['alter index t rename to u', ['ACCESS EXCLUSIVE on index t']],
    ['alter table t add column x free', ['ACCESS EXCLUSIVE on table t']],
    [
      'alter table t add column x strict',
      [
        'ACCESS EXCLUSIVE on table t',
        'ACCESS EXCLUSIVE on table t (facts)',
        'rewrites table t (facts)',
      ],
    ],
  ])('%s', async (sql, expected) => {
    expect(await costs(sql, { facts })).toEqual(expected);
  });
});

describe('a default partition that the facts know', () => {
  const parents = [{ schema: 'public', name: 'events' }];
  const rest = tableFacts('public.rest (id)', {
    isPartition: true,
    isDefaultPartition: true,
    parents,
  });
  const facts = factsOf([
    tableFacts('public.events (id)', { kind: 'partitioned-table' }),
    tableFacts('public.old (id)', { isPartition: true, parents }),
    rest,
    tableFacts('public.nested (id)', {
      isPartition: true,
      isDefaultPartition: true,
      parents: [{ schema: 'public', name: 'old' }],
    }),
  ]);

  test.each<readonly [string, readonly string[]]>([
    [
      'alter table events attach partition p for values in (1)',
      [
        'SHARE UPDATE EXCLUSIVE on table events',
        'ACCESS EXCLUSIVE on table p',
        'reads table p',
        'ACCESS EXCLUSIVE on table public.rest (facts)',
        'reads table public.rest (facts)',
      ],
    ],
    [
      'create table p partition of events for values in (1)',
      [
        'ACCESS EXCLUSIVE on table events',
        'ACCESS EXCLUSIVE on table public.rest (facts)',
        'reads table public.rest (facts)',
      ],
    ],
    [
      'alter table events detach partition old',
      [
        'ACCESS EXCLUSIVE on table events',
        'ACCESS EXCLUSIVE on table old',
        'ACCESS EXCLUSIVE on table public.rest (facts)',
      ],
    ],
    [
      'alter table events detach partition old concurrently',
      ['SHARE UPDATE EXCLUSIVE on table events', 'ACCESS EXCLUSIVE on table old'],
    ],
  ])('%s', async (sql, expected) => {
    expect(await costs(sql, { facts })).toEqual(expected);
  });
});
