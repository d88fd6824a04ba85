import { describe, expect, test } from 'vitest';
import type { Evidence, StatementEvidence } from '../domain/evidence.ts';
import { digestOf } from '../domain/digest.ts';
import type { Facts, RelationFacts } from '../domain/facts.ts';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { deadlockHints } from './deadlocks.ts';
import { lockImpacts } from './lock-impact.ts';
import { impactsInWords } from './words.ts';

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

function evidenceOf(
  statements: readonly Partial<StatementEvidence>[],
  sizes: Evidence['shadow']['sizes'] = [],
  more: readonly (readonly Partial<StatementEvidence>[])[] = [],
): Evidence {
  const unitOf = (parts: readonly Partial<StatementEvidence>[], index: number) => ({
    unitId: `${index + 1}.sql`,
    digest: digestOf(''),
    statements: parts.map((part, statement) => ({ ...nothing, statement, ...part })),
    deferred: { ...nothing, statement: parts.length },
  });
  return {
    shadow: {
      provider: 'local-binaries',
      reason: '',
      serverVersion: 160_000,
      data: 'masked-copy',
      sizes,
      copiedRows: 0,
      maskedColumns: [],
    },
    units: [statements, ...more].map(unitOf),
    outcome: { kind: 'completed' },
  };
}

const orders = { schema: 'public', name: 'orders', rows: 1_000_000, bytes: 500_000_000 };
const known = (...relations: readonly Partial<RelationFacts>[]): Facts =>
  someFacts({
    relations: relations.map(({ name = 'orders', ...rest }) => someTable('public', name, rest)),
  });

const locked = [{ relation: 'public.orders', mode: 'ACCESS EXCLUSIVE' }] as const;
const scanned = { locks: locked, scans: [{ table: 'public.orders', rows: 20_000 }] };
const sizes = [{ table: 'public.orders', rows: 20_000, bytes: 10_000_000 }];

describe('the cost of a lock', () => {
  test('grows with the rows, from what was measured at a share of them', () => {
    const [impact] = lockImpacts(
      evidenceOf([{ ...scanned, durationMs: 800 }], sizes),
      known(orders),
    );
    expect(impact).toMatchObject({
      relation: 'public.orders',
      blocks: 'reads and writes',
      share: 0.02,
      estimate: { kind: 'range', lowMs: 20_000, highMs: 80_000 },
    });
    expect(impact && impactsInWords([impact])).toEqual([
      "ACCESS EXCLUSIVE blocks reads and writes of public.orders for about 20 s to 80 s at the target's size (measured 0.8 s at 2 % of the rows; a scan grows with the rows).",
    ]);
  });

  test('lasts until the unit ends, through what comes after it', () => {
    const rewritten = { rewrites: ['public.orders'], durationMs: 1_000 };
    const evidence = evidenceOf([{ locks: locked, durationMs: 1 }, rewritten], sizes);
    const [impact] = lockImpacts(evidence, known(orders));
    expect(impact).toMatchObject({
      statement: 0,
      measuredMs: 1_001,
      estimate: { kind: 'range', lowMs: 25_000, highMs: 150_000 },
    });
  });

  test('is brief where nothing grows with a table', () => {
    const [impact] = lockImpacts(
      evidenceOf([{ locks: locked, durationMs: 2 }], sizes),
      known(orders),
    );
    expect(impact?.estimate).toEqual({ kind: 'brief' });
  });

  test.each([
    ['nobody made facts', undefined],
    ['the facts do not know the table', someFacts({})],
    ['the table was never analysed', known({ ...orders, rows: -1 })],
  ])('is unknown where %s', (_, facts) => {
    const [impact] = lockImpacts(evidenceOf([{ ...scanned, durationMs: 800 }], sizes), facts);
    expect(impact?.estimate.kind).toBe('unknown');
  });

  test('is taken from the speed of disks where the shadow held too little', () => {
    const [impact] = lockImpacts(evidenceOf([{ ...scanned, durationMs: 800 }]), known(orders));
    expect(impact?.estimate).toMatchObject({ kind: 'range', lowMs: 500, highMs: 5_000 });
  });

  test('never shrinks on a target that is larger', () => {
    const at = (rows: number): number => {
      const facts = known({ ...orders, rows, bytes: rows * 500 });
      const [impact] = lockImpacts(evidenceOf([{ ...scanned, durationMs: 800 }], sizes), facts);
      return impact?.estimate.kind === 'range' ? impact.estimate.highMs : Number.NaN;
    };
    const highs = [1_000, 20_000, 40_000, 1_000_000, 100_000_000].map(at);
    expect(highs).toEqual(highs.toSorted((one, other) => one - other));
  });

  test('counts partitions for their root and indexes for their table', () => {
    const facts = known(
      { ...orders, kind: 'partitioned-table' },
      {
        ...orders,
        name: 'orders_2026',
        isPartition: true,
        parents: [{ schema: 'public', name: 'orders' }],
        indexes: [
          {
            name: 'orders_2026_pkey',
            unique: true,
            valid: true,
            partial: false,
            method: 'btree',
            bytes: 1,
          },
        ],
      },
    );
    const locks = ['public.orders_2026', 'public.orders_2026_pkey'].map((relation) => ({
      relation,
      mode: 'ACCESS EXCLUSIVE' as const,
    }));
    expect(lockImpacts(evidenceOf([{ locks }]), facts).map(({ relation }) => relation)).toEqual([
      'public.orders',
    ]);
  });

  test('is told of a table, not of what belongs to it', () => {
    const locks = ['public.orders', 'public.orders_pkey', 'public.orders_id_seq'].map(
      (relation) => ({ relation, mode: 'ACCESS EXCLUSIVE' as const, of: 'public.orders' }),
    );
    const other = { relation: 'public.users', mode: 'ACCESS EXCLUSIVE' as const };
    const evidence = evidenceOf([{ locks: [...locks, other], durationMs: 3 }]);
    expect(impactsInWords(lockImpacts(evidence, undefined))).toEqual([
      'ACCESS EXCLUSIVE blocks reads and writes of public.orders and public.users briefly: nothing that happens meanwhile grows with a table (measured 3 ms).',
    ]);
    expect(deadlockHints(evidenceOf([{ locks }]), undefined)).toEqual([]);
  });

  test('is not told of where nobody waits', () => {
    const locks = [{ relation: 'public.orders', mode: 'SHARE UPDATE EXCLUSIVE' as const }];
    expect(lockImpacts(evidenceOf([{ locks }]), known(orders))).toEqual([]);
  });
});

describe('hints of deadlocks', () => {
  const lock = (name: string, mode: StatementEvidence['locks'][number]['mode']) => ({
    locks: [{ relation: `public.${name}`, mode }],
  });

  test('name an upgrade on one table', () => {
    const evidence = evidenceOf([lock('a', 'ROW EXCLUSIVE'), lock('a', 'ACCESS EXCLUSIVE')]);
    expect(deadlockHints(evidence, undefined)).toEqual([
      expect.stringContaining('1.sql takes ROW EXCLUSIVE on public.a and later ACCESS EXCLUSIVE'),
    ]);
  });

  test('name several exclusive locks, and units that take them in opposite orders', () => {
    const one = [lock('a', 'ACCESS EXCLUSIVE'), lock('b', 'SHARE')];
    expect(deadlockHints(evidenceOf(one, [], [one.toReversed()]), undefined)).toEqual([
      expect.stringContaining('1.sql locks public.a, then public.b'),
      expect.stringContaining('2.sql locks public.b, then public.a'),
      expect.stringContaining('1.sql and 2.sql lock public.a and public.b in opposite orders'),
    ]);
  });

  test('are silent about one table, and about writes', () => {
    const writes = [lock('a', 'ROW EXCLUSIVE'), lock('b', 'ROW EXCLUSIVE')];
    expect(
      deadlockHints(evidenceOf([lock('a', 'ACCESS EXCLUSIVE')], [], [writes]), undefined),
    ).toEqual([]);
  });
});
