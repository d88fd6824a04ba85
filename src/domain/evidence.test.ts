import { expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { evidenceDigest, withoutTimes } from './evidence.ts';
import type { Evidence } from './evidence.ts';

const nothing = { locks: [], rows: [], rewrites: [], created: [], dropped: [], altered: [] };

function evidenceOf(seen: {
  readonly durationMs: number;
  readonly inserted: number;
  readonly text: string;
}): Evidence {
  const { durationMs, inserted, text } = seen;
  const statement = { ...nothing, statement: 0, durationMs, walBytes: durationMs };
  const after = [{ column: 'at', kind: 'value', text } as const];
  const table = { table: 'public.t', inserted, updated: 0, deleted: 0, more: 0 };
  const rowImages = { tables: [{ ...table, images: [{ kind: 'insert', after } as const] }] };
  return {
    shadow: {
      provider: 'test',
      reason: 'a test',
      serverVersion: 150000,
      data: 'none',
      copiedRows: 0,
      maskedColumns: [],
    },
    units: [
      {
        unitId: '1.sql',
        digest: digestOf(''),
        statements: [statement],
        deferred: statement,
        rowImages,
      },
    ],
    outcome: { kind: 'completed' },
  };
}

test('two rehearsals of the same change are the same but for times and values', () => {
  const digest = (one: Evidence) => evidenceDigest(withoutTimes(one));
  const first = evidenceOf({ durationMs: 1, inserted: 1, text: '10:00' });

  expect(digest(evidenceOf({ durationMs: 2, inserted: 1, text: '10:01' }))).toBe(digest(first));
  expect(digest(evidenceOf({ durationMs: 1, inserted: 2, text: '10:00' }))).not.toBe(digest(first));
});
