import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import { parseStoredEvidence } from './stored-evidence.ts';

const nothing = {
  statement: 0,
  durationMs: 0.25,
  locks: [],
  rows: [],
  rewrites: [],
  created: [],
  dropped: [],
  altered: [],
};
const statement = {
  ...nothing,
  locks: [{ relation: 'public.users', mode: 'ACCESS EXCLUSIVE' }],
  rows: [{ table: 'public.users', inserted: 1, updated: 2, deleted: 3 }],
  rewrites: ['public.users'],
  truncated: ['public.users'],
  dropped: [{ type: 'table', identity: 'public."##[group]"\n' }],
  predictive: { kind: 'no', because: 'masked-column', sentence: 'It is masked.' },
};
const unit = {
  unitId: 'db/1.sql',
  digest: digestOf('one'),
  statements: [statement],
  deferred: nothing,
  rowImages: {
    tables: [
      {
        table: 'public.users',
        inserted: 0,
        updated: 1,
        deleted: 0,
        truncated: true,
        undecoded: { rows: 1, because: 'rolled-back' },
        images: [
          {
            kind: 'update',
            before: { known: 'nothing', cells: [] },
            after: [
              { column: 'id', kind: 'value', text: '1' },
              { column: 'email', kind: 'hidden' },
            ],
            cut: true,
          },
        ],
        more: 0,
      },
    ],
  },
};
const failure = { unitId: 'db/1.sql', statement: 1, sqlstate: '42P01', message: 'no such table' };
const shadow = {
  provider: 'npm-binaries',
  reason: 'No other was there.',
  drift: { objects: [{ object: 'table public.users', how: 'only-on-target' }], more: 3 },
  serverVersion: 160014,
  data: 'none',
  copiedRows: 0,
  maskedColumns: [{ column: 'public.users.email', mask: 'email' }],
};
const evidence = { shadow, units: [unit], outcome: { kind: 'completed' } };
const rehearsal = {
  database: 'app',
  baseline: digestOf('base'),
  change: digestOf('change'),
  evidence,
};
const stored = { repository: 'acme/shop', run: '42', rehearsals: [rehearsal] };

const file = (value: object) => JSON.stringify({ version: 1, ...stored, ...value });
const withEvidence = (value: object) =>
  file({ rehearsals: [{ ...rehearsal, evidence: { ...evidence, ...value } }] });
const withStatement = (value: object) =>
  withEvidence({ units: [{ ...unit, statements: [{ ...statement, ...value }] }] });

test('reads what a rehearsal stored', () => {
  expect(parseStoredEvidence(file({}))).toEqual(stored);
});

test('reads a rehearsal that failed, with and without a SQLSTATE', () => {
  const { sqlstate: _, ...rest } = failure;
  for (const one of [failure, rest]) {
    const outcome = { kind: 'failed', failure: one };

    const { rehearsals } = parseStoredEvidence(withEvidence({ outcome }));

    expect(rehearsals[0]?.evidence.outcome).toEqual(outcome);
  }
});

const image = unit.rowImages.tables[0]!;
const withImage = (value: object) =>
  withEvidence({ units: [{ ...unit, rowImages: { tables: [{ ...image, ...value }] } }] });

const wrong = [
  [
    'a row image of its own',
    withImage({ images: [{ kind: 'planted' }] }),
    'images[0].kind has to be one of insert, update, delete',
  ],
  [
    'a value beside a hidden cell',
    withImage({
      images: [{ kind: 'insert', after: [{ column: 'id', kind: 'hidden', text: 'x' }] }],
    }),
    'after[0] has a key that is none of column, kind',
  ],
  [
    'a long value',
    withImage({
      images: [
        { kind: 'insert', after: [{ column: 'id', kind: 'value', text: 'x'.repeat(1001) }] },
      ],
    }),
    'text has to be text of at most 1000 characters',
  ],
  ['a TRUNCATE that is none', withImage({ truncated: false }), 'truncated has to be true'],
  ['no JSON', '{', 'the file has to be JSON'],
  ['a list', '[]', 'the file has to be an object'],
  ['null', 'null', 'the file has to be an object'],
  ['another version', file({ version: 2 }), 'the file.version has to be one of 1'],
  ['an unknown key', file({ planted: 1 }), 'the file has a key that is none of version, '],
  ['a prototype', '{"__proto__":{"version":1}}', 'the file has a key that is none of'],
  ['a missing key', JSON.stringify({ version: 1 }), 'the file needs the key repository'],
  [
    'a path as repository',
    file({ repository: 'acme/planted/shop' }),
    'the file.repository has to be',
  ],
  ['capital letters', file({ repository: 'Acme/shop' }), 'the file.repository has to be'],
  ['a run that is none', file({ run: '42/../1' }), 'the file.run has to be the number of a run'],
  [
    'too many rehearsals',
    file({ rehearsals: Array.from({ length: 1001 }, () => rehearsal) }),
    'at most 1000 items',
  ],
  [
    'a digest that is none',
    file({ rehearsals: [{ ...rehearsal, change: 'sha256:planted' }] }),
    'the file.rehearsals[0].change has to be a SHA-256 digest',
  ],
  ['a lone surrogate', file({ rehearsals: [{ ...rehearsal, database: '\uD800' }] }), 'to be text'],
  ['an outcome of its own', withEvidence({ outcome: { kind: 'planted' } }), 'completed, failed'],
  [
    'a failure that completed',
    withEvidence({ outcome: { kind: 'completed', failure } }),
    'outcome has a key that is none of kind',
  ],
  [
    'a reason of its own',
    withStatement({ predictive: { kind: 'no', because: 'planted', sentence: 'x' } }),
    'predictive.because has to be one of masked-column, ',
  ],
  [
    'a reason beside a yes',
    withStatement({ predictive: { kind: 'yes', sentence: 'x' } }),
    'predictive has a key that is none of kind',
  ],
  ['a failure that is absent', withEvidence({ outcome: { kind: 'failed' } }), 'the key failure'],
  [
    'a SQLSTATE of its own',
    withEvidence({ outcome: { kind: 'failed', failure: { ...failure, sqlstate: '##[x' } } }),
    'sqlstate has to be five capital letters or digits',
  ],
  ['a negative duration', withStatement({ durationMs: -1 }), 'durationMs has to be a number that'],
  ['an endless duration', withStatement({}).replace('0.25', '1e999'), 'durationMs has to be'],
  [
    'half a row',
    withStatement({ rows: [{ table: 't', inserted: 0.5, updated: 0, deleted: 0 }] }),
    'rows[0].inserted has to be a whole number',
  ],
  [
    'a lock of its own',
    withStatement({ locks: [{ relation: 't', mode: 'planted' }] }),
    'locks[0].mode has to be one of ACCESS SHARE',
  ],
  ['text where a list is', withStatement({ rewrites: 'planted' }), 'rewrites has to be a list'],
  ['long names', withStatement({ rewrites: ['planted'.repeat(2000)] }), 'at most 10000 characters'],
  ['data of its own', withEvidence({ shadow: { ...shadow, data: 'real' } }), 'none, masked-copy'],
] as const;

test.each(wrong)('refuses %s and quotes nothing of it', (_name, text, says) => {
  const read = () => parseStoredEvidence(text);

  expect(read).toThrow(expect.objectContaining({ code: 'input/evidence' }));
  expect(read).toThrow(says);
  expect(read).not.toThrow(/planted/);
});
