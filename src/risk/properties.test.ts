import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { someFacts, someTable } from '../../test/support/facts.ts';
import {
  generateChange,
  joined,
  pick,
  randomOf,
  reformat,
  statements,
} from '../../test/support/generate.ts';
import { advance, catalogOf } from '../catalog/catalog.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import { digestOf } from '../domain/digest.ts';
import type { Evidence, StatementEvidence } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import { levels } from '../domain/finding.ts';
import { effectsOf } from '../effects/effects.ts';
import { observedEffects } from '../effects/observed.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { assess } from './assess.ts';
import { weigh } from './weigh.ts';

const actor: Actor = { kind: 'agent', login: 'bot', onBehalfOf: ['ann'] };
const targets = [{ database: 'billing', name: 'production', urlVariable: 'URL' }];
const cases = Array.from({ length: 120 }, (_, seed) => seed + 1);

type Known = { readonly facts?: Facts; readonly evidence?: Evidence };

async function assessed(sql: string, { facts, evidence }: Known = {}): Promise<Assessment> {
  const scripts = [await scriptOf(sql, 'a.sql')];
  const before = catalogOf(facts);
  const predicted = effectsOf(scripts, before);
  const observed = evidence === undefined ? [] : observedEffects(evidence);
  const effects = [...predicted, ...observed];
  const findings = evaluateRules(effects, advance(before, predicted), scripts);
  return assess({ findings: weigh(findings, { facts, effects }), targets, actor });
}

function rank({ level }: Assessment): number {
  return levels.indexOf(level);
}

/** What got lower. */
function lowered(before: Assessment, after: Assessment): readonly string[] {
  return [
    ...(rank(after) < rank(before) ? ['level'] : []),
    ...(after.score < before.score ? ['score'] : []),
    ...(before.unknown && !after.unknown ? ['unknown'] : []),
    ...(before.destructive && !after.destructive && !after.unknown ? ['destructive'] : []),
  ];
}

function marks({ score, level, destructive, unknown }: Assessment) {
  return { score, level, destructive, unknown };
}

/** Every table that the corpus speaks of, all of one size. */
function factsOfSize(rows: number, bytes: number): Facts {
  const names = ['users', 'orders', 'invoices', 'accounts', 'customers', 'payments', 'tickets'];
  return someFacts({
    relations: names.map((name) => {
      const table = someTable('public', name, { rows, bytes });
      // The type that a change asks for would prove that the rows stay as they are.
      return { ...table, columns: table.columns.map((column) => ({ ...column, type: 'integer' })) };
    }),
  });
}

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

const observations: readonly Partial<StatementEvidence>[] = [
  {},
  { rows: [{ table: 'public.users', inserted: 0, updated: 0, deleted: 0 }] },
  { rows: [{ table: 'public.users', inserted: 5000, updated: 2, deleted: 1 }] },
  { locks: [{ relation: 'public.orders', mode: 'ACCESS EXCLUSIVE' }] },
  { rewrites: ['public.orders'] },
  { dropped: [{ type: 'table', identity: 'public.orders' }] },
];

function evidenceOf(observed: Partial<StatementEvidence>, failed: boolean): Evidence {
  return {
    shadow: {
      provider: 'test',
      reason: 'test',
      serverVersion: 170_000,
      data: 'none',
      copiedRows: 0,
      maskedColumns: [],
    },
    units: [
      {
        unitId: 'a.sql',
        digest: digestOf(''),
        statements: [{ ...nothing, ...observed }],
        deferred: nothing,
      },
    ],
    outcome: failed
      ? { kind: 'failed', failure: { unitId: 'a.sql', statement: 0, message: 'it failed' } }
      : { kind: 'completed' },
  };
}

const sizes: readonly (readonly [number, number])[] = [
  [0, 0],
  [9_999, 8192],
  [10_000, 1024 ** 2],
  [10_000, 64 * 1024 ** 2],
  [5_000_000, 1024 ** 3],
  [5_000_000, 200 * 1024 ** 3],
  [900_000_000, 400 * 1024 ** 3],
  [-1, -1],
];

describe('of generated changes', () => {
  test('a statement more never lowers anything', async () => {
    for (const seed of cases) {
      const random = randomOf(seed);
      const change = generateChange(random);
      const longer = [...change, pick(statements, random)];

      const [before, after] = [await assessed(joined(change)), await assessed(joined(longer))];

      expect({ longer, lowered: lowered(before, after) }).toEqual({ longer, lowered: [] });
    }
  });

  test('other white space, comments and case change nothing', async () => {
    for (const seed of cases) {
      const random = randomOf(seed);
      const sql = joined(generateChange(random));
      // A wide gap is what hides a statement, so another one is no other white space.
      if (/\s{80}/.test(sql)) continue;
      const other = reformat(sql, random);

      const [before, after] = [await assessed(sql), await assessed(other)];

      expect({ other, marks: marks(after) }).toEqual({ other, marks: marks(before) });
    }
  });

  test('another name of the same kind changes nothing', async () => {
    for (const seed of cases) {
      const sql = joined(generateChange(randomOf(seed)));
      const other = sql.replaceAll('orders', 'parcel');

      const [before, after] = [await assessed(sql), await assessed(other)];

      expect({ other, marks: marks(after) }).toEqual({ other, marks: marks(before) });
    }
  });

  test('a larger table never lowers anything, and an unknown size is the largest', async () => {
    for (const seed of cases) {
      const sql = joined(generateChange(randomOf(seed)));
      let before = await assessed(sql, { facts: factsOfSize(0, 0) });
      for (const [rows, bytes] of sizes) {
        const after = await assessed(sql, { facts: factsOfSize(rows, bytes) });
        expect({ sql, rows, lowered: lowered(before, after) }).toEqual({ sql, rows, lowered: [] });
        before = after;
      }
    }
  });

  test('facts that prove small tables never raise anything, and prove no loss away', async () => {
    for (const seed of cases) {
      const sql = joined(generateChange(randomOf(seed)));

      const without = await assessed(sql);
      const small = await assessed(sql, { facts: factsOfSize(10, 8192) });

      expect({ sql, lowered: lowered(small, without) }).toEqual({ sql, lowered: [] });
      expect({ sql, ...marks(small) }).toMatchObject({
        destructive: without.destructive,
        unknown: without.unknown,
      });
    }
  });

  test('evidence never lowers anything, whatever it says', async () => {
    for (const seed of cases) {
      const random = randomOf(seed);
      const sql = joined(generateChange(random));
      const facts = random() < 0.5 ? { facts: factsOfSize(10, 8192) } : {};
      const evidence = evidenceOf(pick(observations, random), random() < 0.5);

      const before = await assessed(sql, facts);
      const after = await assessed(sql, { ...facts, evidence });

      expect({ sql, lowered: lowered(before, after) }).toEqual({ sql, lowered: [] });
    }
  });
});
