import { describe, expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { Reversal, UnitEvidence } from '../domain/evidence.ts';
import { reversalsInWords, shadowInWords } from './rehearsal-words.ts';

const digest = digestOf('');
const nothing = { locks: [], rows: [], rewrites: [], created: [], dropped: [], altered: [] };
const unit = (reversal?: Reversal): UnitEvidence => ({
  unitId: '1.up.sql',
  digest,
  statements: [],
  deferred: { ...nothing, statement: 0, durationMs: 0 },
  ...(reversal === undefined ? {} : { reversal }),
});

describe('what down halves proved', () => {
  test('is told with where each stands, what was compared and why', () => {
    const half = { path: '1.down.sql', digest };

    const lines = reversalsInWords([
      unit(),
      unit({ ...half, verdict: 'proved', because: [], rows: 'own' }),
      unit({ ...half, verdict: 'data-loss', because: ['Rows are gone.'], rows: 'made-up' }),
      unit({ ...half, path: '1.up.sql', verdict: 'not-reversible', because: [], rows: 'none' }),
      unit({ ...half, verdict: 'unknown', because: [], rows: 'none' }),
    ]);

    expect(lines).toEqual([
      '1.down.sql, which undoes 1.up.sql, is proved: up, down and up again left schema and rows as they were (rows of the shadow were compared).',
      '1.down.sql, which undoes 1.up.sql, is proved with data loss: the schema comes back, rows do not (made-up rows stood in empty tables).',
      '  Rows are gone.',
      'The down half of 1.up.sql is not reversible (no row was there to compare).',
      '1.down.sql, which undoes 1.up.sql, is not proved (no row was there to compare).',
    ]);
  });
});

test('the shadow is told with its level, how it differs and what nobody saw', () => {
  const lines = shadowInWords({
    provider: 'dsn-template',
    reason: '',
    level: 'B',
    cannotSee: ['Other sessions.'],
    differences: ['Its name.'],
    serverVersion: 150_000,
    data: 'none',
    copiedRows: 0,
    maskedColumns: [],
  });

  expect(lines).toEqual([
    'Observation level B: a server by URL, which others may use.',
    'differs: Its name.',
    'not seen: Other sessions.',
  ]);
});
