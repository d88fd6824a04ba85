import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { HistoryFacts } from '../domain/facts.ts';
import { crc32 } from './checksums.ts';
import { findEdited } from './edited.ts';
import { layouts } from './index.ts';

const sha = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

function sumsOf(layout: string, text: string): readonly string[] {
  return layouts.find(({ name }) => name === layout)?.record?.checksumsOf(text) ?? [];
}

const header = '--! Previous: -\n--! Hash: sha1:';
const committed = `${header}${sha('sha1', 'select 1;\n')}\n\nselect 1;\n`;

it.each([
  ['prisma', 'hello', '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  ['prisma', 'a\nb\n', sha('sha256', 'a\r\nb\r\n')],
  ['prisma', 'a\r\nb\r\n', sha('sha256', 'a\nb\n')],
  ['drizzle', 'hello', '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  [
    'sqlx',
    'abc',
    'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
  ],
  ['flyway', '123456789', '-873187034'],
  ['flyway', '\uFEFF1234\r\n56\n7\r89\n', '-873187034'],
  ['graphile-migrate', committed, `sha1:${sha('sha1', 'select 1;\n')}`],
  ['graphile-migrate', committed.replaceAll('\n', '\r\n'), `sha1:${sha('sha1', 'select 1;\n')}`],
])('knows what %s records of %j', (layout, text, checksum) => {
  expect(sumsOf(layout, text)).toContain(checksum);
});

it('knows how early versions of Prisma wrote a byte below sixteen', () => {
  const sums = sumsOf('prisma', 'select 1;\n');
  const padded = sha('sha256', 'select 1;\n');
  const bytes = [...createHash('sha256').update('select 1;\n').digest()];

  expect(sums).toContain(padded);
  expect(sums).toContain(bytes.map((byte) => byte.toString(16)).join(''));
});

it('takes the hash that a file of graphile-migrate says only where it may say any', () => {
  const own = committed.replace(/sha1:\w+/, `sha1:${'0'.repeat(40)}`);
  const allowed = own.replace('\n\n', '\n--! AllowInvalidHash\n\n');

  expect(sumsOf('graphile-migrate', own)).not.toContain(`sha1:${'0'.repeat(40)}`);
  expect(sumsOf('graphile-migrate', allowed)).toEqual([`sha1:${'0'.repeat(40)}`]);
});

it('sums nothing to nothing', () => {
  expect(crc32(new Uint8Array())).toBe(0);
});

const table = { schema: 'public', name: 'history' };
type Entry = HistoryFacts['entries'][number];

function factsOf(layout: string, entries: readonly Partial<Entry>[]) {
  const whole = entries.map((entry) => ({ version: '', succeeded: true, ...entry }));
  return { histories: [{ layout, table, entries: whole }] };
}

const path = 'db/V1__a.sql';
const [ran = '', edited = ''] = [
  sumsOf('flyway', 'select 1;')[0],
  sumsOf('flyway', 'select 2;')[0],
];
const file = (before: string, after = before) => ({ path, before: [before], after: [after] });
const recorded = (more: Partial<Entry> = {}) =>
  factsOf('flyway', [{ version: '1', name: 'V1__a.sql', checksum: ran, ...more }]);

it('refuses a file that is not what ran, as the tool would', () => {
  const { refused, restored } = findEdited('flyway', [file(edited)], recorded());

  expect([...restored]).toEqual([]);
  expect(refused).toEqual([
    {
      path,
      reason:
        'It is not what the target ran: Flyway recorded another checksum. Flyway refuses to migrate while a file is not what it ran. Put back what ran and bring the difference in a new file, or repair what Flyway recorded and take the facts anew.',
    },
  ]);
});

it.each([
  ['it is what ran', file(ran), recorded()],
  ['the tool recorded no checksum', file(edited), factsOf('flyway', [{ version: '1' }])],
  ['it did not run', file(edited), factsOf('flyway', [{ version: '2', checksum: ran }])],
  ['it failed, which another finding says', file(edited), recorded({ succeeded: false })],
  [
    'the record may have been repaired since',
    file(edited),
    { ...recorded(), stale: true as const },
  ],
  ['a baseline of its version ran', file(edited), recorded({ name: 'B1__base.sql' })],
  ['it runs again when it changes', { ...file(edited), path: 'db/R__a.sql' }, recorded()],
  ['it is no text', { path, before: [], after: [] }, recorded()],
  [
    'nobody knows which history counts',
    file(edited),
    { histories: [recorded(), recorded()].flatMap(({ histories }) => histories) },
  ],
])('says nothing where %s', (_, one, facts) => {
  expect(findEdited('flyway', [one], facts)).toEqual({ refused: [], restored: new Set() });
});

it('takes either content where a version ran twice', () => {
  const facts = factsOf('flyway', [
    { version: '1', name: 'V1__a.sql', checksum: ran },
    { version: '1', name: 'V1__a.sql', checksum: edited },
  ]);

  expect(findEdited('flyway', [file(ran), file(edited)], facts).refused).toEqual([]);
});

it('lets a change put back what ran, and edit nothing that did', () => {
  expect(findEdited('flyway', [file(edited, ran)], recorded())).toEqual({
    refused: [],
    restored: new Set([path]),
  });
  expect(findEdited('flyway', [file(ran, edited)], recorded())).toEqual({
    refused: [{ path, reason: expect.stringContaining('not what the target ran') }],
    restored: new Set(),
  });
});

it.each([
  [
    'prisma',
    'p/migrations/20260101000000_a/migration.sql',
    { version: '20260101000000_a' },
    undefined,
  ],
  ['sqlx', 'db/0007_a.sql', { version: '7', name: 'a' }, undefined],
  ['drizzle', 'drizzle/0003_a.sql', { version: '1700000000000' }, '1700000000000'],
  [
    'graphile-migrate',
    'm/committed/000004-a.sql',
    { version: '000004.sql', name: '000004.sql' },
    undefined,
  ],
] as const)('finds what %s recorded of %s', (layout, path, entry, stamp) => {
  const facts = factsOf(layout, [{ ...entry, checksum: 'AB' }]);
  const one = { path, before: ['cd'], after: ['cd'], ...(stamp === undefined ? {} : { stamp }) };

  expect(findEdited(layout, [one], facts).refused).toHaveLength(1);
  expect(findEdited(layout, [{ ...one, before: ['ab'], after: ['ab'] }], facts).refused).toEqual(
    [],
  );
});
