import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { Effect } from '../domain/effect.ts';
import type { Evidence, StatementEvidence } from '../domain/evidence.ts';
import { observedEffects, unpredicted } from './observed.ts';

const nothing: StatementEvidence = {
  statement: 0,
  durationMs: 0,
  locks: [],
  rows: [],
  rewrites: [],
  created: [],
  dropped: [],
  altered: [],
};

function evidence(
  seen: Partial<StatementEvidence>,
  deferred: Partial<StatementEvidence> = {},
): Evidence {
  return {
    shadow: {
      provider: 'test',
      reason: 'test',
      serverVersion: 160000,
      data: 'none',
      copiedRows: 0,
      maskedColumns: [],
    },
    units: [
      {
        unitId: 'u',
        digest: digestOf(''),
        statements: [{ ...nothing, ...seen }],
        deferred: { ...nothing, ...deferred },
      },
    ],
    outcome: { kind: 'completed' },
  };
}

const origin = { unitId: 'u', statement: 0, source: 'static', via: 'direct' } as const;
const users = { kind: 'table', name: 'users', createdHere: false } as const;
const deletesUsers: Effect = {
  ...origin,
  kind: 'writes',
  verb: 'delete',
  object: users,
  reach: 'keyed',
};
const dropsUsers: Effect = { ...origin, kind: 'drops', object: users, cascade: false };
const addsNickname: Effect = {
  ...origin,
  kind: 'alters',
  object: { ...users, kind: 'column', part: 'nickname' },
  change: 'add-column',
};

function row(table: string) {
  return { table, inserted: 0, updated: 0, deleted: 2 };
}

test('names what deferred triggers did after the last statement', () => {
  const effects = observedEffects(evidence({}, { rows: [row('public.users')] }));

  expect(effects).toEqual([
    {
      kind: 'writes',
      verb: 'delete',
      object: { kind: 'table', schema: 'public', name: 'users', createdHere: false },
      reach: 'filtered',
      rows: 2,
      unitId: 'u',
      statement: 1,
      source: 'observed',
      via: 'indirect',
    },
  ]);
});

const cases: readonly (readonly [string, readonly Effect[], Partial<StatementEvidence>, number])[] =
  [
    ['a delete that the text says', [deletesUsers], { rows: [row('public.users')] }, 0],
    [
      'a delete that cascades to another table',
      [deletesUsers],
      { rows: [row('public.orders')] },
      1,
    ],
    ['a delete that nothing says', [], { rows: [row('public.users')] }, 1],
    [
      'a drop that the text says',
      [dropsUsers],
      { dropped: [{ type: 'table', identity: 'public.users' }] },
      0,
    ],
    [
      'an index that goes with its table',
      [dropsUsers],
      { dropped: [{ type: 'index', identity: 'public.i' }] },
      0,
    ],
    [
      'a second table that is dropped',
      [dropsUsers],
      { dropped: [{ type: 'table', identity: 'public.t' }] },
      1,
    ],
    [
      'an index that nothing drops',
      [deletesUsers],
      { dropped: [{ type: 'index', identity: 'public.i' }] },
      1,
    ],
    [
      'a column that the text adds',
      [addsNickname],
      { created: [{ type: 'table column', identity: 'public.users.nickname' }] },
      0,
    ],
    [
      'a column that nothing adds',
      [addsNickname],
      { created: [{ type: 'table column', identity: 'public.users.other' }] },
      1,
    ],
    ['a weak lock', [], { locks: [{ relation: 'public.users', mode: 'ROW EXCLUSIVE' }] }, 0],
    [
      'a strong lock that nothing takes',
      [],
      { locks: [{ relation: 'public.users', mode: 'ACCESS EXCLUSIVE' }] },
      1,
    ],
    ['a rewrite that nothing says', [], { rewrites: ['public.users'] }, 1],
  ];

test.each(cases)('tells whether the text predicted %s', (_title, predictions, seen, count) => {
  expect(unpredicted(predictions, observedEffects(evidence(seen)))).toHaveLength(count);
});

test('takes a new column of an old table as what the text predicted', () => {
  const column = { kind: 'column', name: 'users', part: 'age', createdHere: false } as const;
  const adds: Effect = { ...origin, kind: 'alters', object: column, change: 'add-column' };
  const created = (name: string) => [{ type: 'table column', identity: `public.users.${name}` }];

  const surprises = unpredicted(
    [adds],
    observedEffects(evidence({ created: [...created('age'), ...created('admin')] })),
  );

  expect(surprises.map((effect) => 'object' in effect && effect.object?.part)).toEqual(['admin']);
});
