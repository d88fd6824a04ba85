import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { Effect } from '../domain/effect.ts';
import type { StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import { compareEffects } from './compare.ts';

const nothing: StatementEvidence = {
  statement: 0,
  durationMs: 1,
  locks: [],
  rows: [],
  rewrites: [],
  created: [],
  dropped: [],
  altered: [],
};

function unit(did: Partial<StatementEvidence>): UnitEvidence {
  const digest = digestOf('');
  return { unitId: 'u', digest, statements: [{ ...nothing, ...did }], deferred: nothing };
}

const writes: Effect = {
  kind: 'writes',
  verb: 'delete',
  object: { kind: 'table', schema: 'public', name: 'users', createdHere: false },
  reach: 'filtered',
  unitId: 'u',
  statement: 0,
  source: 'static',
  via: 'direct',
};

const table = { type: 'table', identity: 'public.t' };
const deleted = (count: number): Partial<StatementEvidence> => ({
  rows: [{ table: 'public.users', inserted: 0, updated: 0, deleted: count }],
});
const locked = (
  mode: 'ROW EXCLUSIVE' | 'SHARE' | 'ACCESS EXCLUSIVE',
): Partial<StatementEvidence> => ({
  locks: [{ relation: 'public.users', mode }],
});

test.each([
  ['the same', 'none', {}, {}, [], []],
  [
    'another object',
    'none',
    {},
    { dropped: [table] },
    [],
    ['dropped table public.t, which the rehearsal did not'],
  ],
  [
    'a missing object',
    'none',
    { created: [table] },
    {},
    [],
    ['did not do as rehearsed: created table public.t'],
  ],
  ['an ordinary lock', 'none', {}, locked('ROW EXCLUSIVE'), [], []],
  ['a weaker lock', 'none', locked('ACCESS EXCLUSIVE'), locked('SHARE'), [], []],
  [
    'a stronger lock',
    'none',
    locked('SHARE'),
    locked('ACCESS EXCLUSIVE'),
    [],
    ['locked public.users in ACCESS EXCLUSIVE mode, which the rehearsal did not'],
  ],
  [
    'a rewrite',
    'none',
    {},
    { rewrites: ['public.t'] },
    [],
    ['rewrote public.t, which the rehearsal did not'],
  ],
  [
    'rows of an empty shadow that nothing announced',
    'none',
    {},
    deleted(1),
    [],
    ['deleted rows of public.users, which the rehearsal did not'],
  ],
  ['rows of an empty shadow that the text announces', 'none', {}, deleted(900), [writes], []],
  [
    'announced rows that a full copy did not have',
    'masked-copy',
    {},
    deleted(1),
    [writes],
    ['deleted rows of public.users, which the rehearsal did not'],
  ],
  [
    'announced rows that a masked predicate could not find',
    'masked-copy',
    { predictive: { kind: 'no', because: 'masked-column', sentence: 'x' } },
    deleted(900),
    [writes],
    [],
  ],
  [
    'rows that nobody announced beside a masked predicate',
    'masked-copy',
    { predictive: { kind: 'no', because: 'masked-column', sentence: 'x' } },
    deleted(1),
    [],
    ['deleted rows of public.users, which the rehearsal did not'],
  ],
  ['a fifth more', 'masked-copy', deleted(100), deleted(120), [], []],
  [
    'more than a fifth more',
    'masked-copy',
    deleted(100),
    deleted(121),
    [],
    ['deleted more rows of public.users than the rehearsal: 121, rehearsed 100'],
  ],
] as const)('compares %s (%s)', (_, data, rehearsed, observed, statics, expected) => {
  const differences = compareEffects({
    rehearsed: unit(rehearsed),
    observed: unit(observed),
    statics,
    data,
  });

  expect(differences).toEqual(expected);
});
