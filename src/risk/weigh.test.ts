import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { advance, catalogOf } from '../catalog/catalog.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { RelationFacts } from '../domain/facts.ts';
import type { ColumnMasking, DatabaseMasking } from '../domain/masking-config.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { assess } from './assess.ts';
import { weigh } from './weigh.ts';

const actor: Actor = { kind: 'human', login: 'ann', onBehalfOf: [] };
const small = { rows: 12, bytes: 16_384 };
const large = { rows: 5_000_000, bytes: 2 * 1024 ** 3 };
const index = 'create index users_x on users (x)';

async function assessed(
  sql: string,
  users: Partial<RelationFacts> = small,
  others: readonly RelationFacts[] = [],
): Promise<Assessment> {
  const facts = someFacts({ relations: [someTable('public', 'users', users), ...others] });
  const scripts = [await scriptOf(sql, 'a.sql')];
  const before = catalogOf(facts);
  const effects = effectsOf(scripts, before);
  const findings = evaluateRules(effects, advance(before, effects), scripts);
  return assess({ findings: weigh(findings, { facts, effects }), actor });
}

describe('a small table', () => {
  test.each([
    index,
    'alter table users add constraint c check (x > 0)',
    'alter table users add column token uuid default gen_random_uuid()',
    'vacuum full users',
  ])('does not cry wolf at %s', async (sql) => {
    const { level, score } = await assessed(sql);

    expect([level, score]).toEqual(['low', 0]);
  });

  test('says by which facts it is small', async () => {
    const { reasons } = await assessed(index);

    expect(reasons).toEqual([
      {
        axis: 'lock',
        points: 0,
        rule: 'index-without-concurrently',
        description:
          'Builds index users_x on table users while writes are blocked. By the facts of 2026-03-01 the table holds about 12 rows in 16 kB.',
      },
    ]);
  });

  test.each([
    ['one that the change renames', `alter table people rename to p; ${index}`, 15],
    ['one that the change fills', `insert into users select * from people; ${index}`, 15],
    [
      'one that the change makes anew',
      `drop table users; create table if not exists users (x int); ${index}`,
      5,
    ],
    ['one beside an unknown call', `select do_something(); ${index}`, 15],
    ['one behind another search path', `set search_path to archive; ${index}`, 15],
    ['one of another schema', 'create index users_x on archive.users (x)', 15],
  ] as const)('is not %s', async (_title, sql, expected) => {
    const { reasons } = await assessed(sql);

    const [points] = reasons.flatMap((reason) =>
      reason.rule === 'index-without-concurrently' ? [reason.points] : [],
    );
    expect(points).toBe(expected);
  });

  test('is none with an unknown size, or with tables that inherit from it', async () => {
    const heir = someTable('public', 'heirs', { parents: [{ schema: 'public', name: 'users' }] });

    expect(await assessed(index, { rows: -1, bytes: 16_384 })).toMatchObject({ level: 'medium' });
    expect(await assessed(index, { rows: 12, bytes: -1 })).toMatchObject({ level: 'medium' });
    expect(await assessed(index, small, [heir])).toMatchObject({ level: 'medium', score: 15 });
  });

  test.each([
    ['a loss', 'drop table users', 'critical'],
    ['a lost column', 'alter table users drop column x', 'high'],
    ['every row', 'delete from users', 'critical'],
    ['a privilege', 'grant select on users to public', 'high'],
  ])('lowers no level of %s', async (_title, sql, level) => {
    expect(await assessed(sql)).toMatchObject({ level });
  });
});

test('a loss is explained by what is lost, how much, and that it is final', async () => {
  const { reasons } = await assessed('drop table users', large);

  expect(reasons.map(({ axis, points }) => [axis, points])).toEqual([
    ['data-loss', 42],
    ['reversibility', 14],
    ['reach', 10],
  ]);
});

test('personal columns of the facts add once', async () => {
  const columns = ['email', 'phone'].map((name) => ({
    name,
    type: 'text',
    notNull: false,
    default: 'none' as const,
    generated: 'no' as const,
    identity: 'no' as const,
  }));

  const { reasons } = await assessed('drop table users; drop table users', { ...large, columns });

  expect(reasons.filter(({ axis }) => axis === 'sensitivity')).toEqual([
    {
      axis: 'sensitivity',
      points: 10,
      rule: 'personal-data',
      description: 'By their names these columns hold personal data or secrets: email, phone.',
    },
  ]);
});

test('what goes by CASCADE counts unless facts say that nothing does', async () => {
  const view = someTable('public', 'v', {
    kind: 'view',
    reads: [{ schema: 'public', name: 'users' }],
  });
  const cascadeOf = async (others: readonly RelationFacts[]) =>
    (await assessed('truncate users cascade', large, others)).reasons.filter(
      ({ rule }) => rule === 'cascade',
    );

  expect(await cascadeOf([])).toEqual([]);
  expect(await cascadeOf([view])).toMatchObject([
    { points: 5, description: 'By the facts 1 other relation depends on it.' },
  ]);
});

describe('masking rules of the base', () => {
  const masking: DatabaseMasking = {
    database: 'billing',
    columns: new Map<string, ColumnMasking>([
      ['public.users.tag', { kind: 'mask', mask: 'token' }],
      ['public.users.email', { kind: 'keep', because: 'It is made up.' }],
      ['crm.people.tag', { kind: 'mask', mask: 'email' }],
    ]),
  };

  async function sensitivityOf(sql: string, given: DatabaseMasking | undefined = masking) {
    const scripts = [await scriptOf(sql, 'a.sql')];
    const effects = effectsOf(scripts, catalogOf(undefined));
    const findings = evaluateRules(effects, advance(catalogOf(undefined), effects), scripts);
    const weighed = weigh(findings, { facts: undefined, effects, masking: given });
    return assess({ findings: weighed, actor }).reasons.flatMap(({ axis, description }) =>
      axis === 'sensitivity' ? [description] : [],
    );
  }

  test.each([
    ['a masked column', 'alter table users drop column tag', 'tag'],
    ['the table of one', 'drop table public.users', 'tag'],
    ['rows of it', 'delete from users', 'tag'],
    ['a schema that is named', 'truncate crm.people', 'tag'],
  ])('make %s sensitive although its name says nothing', async (_what, sql, columns) => {
    expect(await sensitivityOf(sql)).toEqual([
      `By their names or the masking rules these columns hold personal data or secrets: ${columns}.`,
    ]);
    expect(await sensitivityOf(sql, { database: 'billing', columns: new Map() })).toEqual([]);
  });

  test('take nothing away that a name says', async () => {
    expect(await sensitivityOf('alter table users drop column email')).toEqual([
      'By their names these columns hold personal data or secrets: email.',
    ]);
  });

  test.each(['drop table people.users', 'alter table users drop column age', 'drop table tag'])(
    'say nothing of %s',
    async (sql) => {
      expect(await sensitivityOf(sql)).toEqual([]);
    },
  );
});
