import { expect, test } from 'vitest';
import type { EntryKind } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import { matchesGlob } from '../policy/glob.ts';
import { attributeRefusal } from './attributes.ts';
import { locate, locateChange, type LayoutFile } from './locate.ts';
import { toUnits } from './units.ts';

function file(path: string, entry: EntryKind = 'file', blob = path): LayoutFile {
  return { path, entry, blob };
}

function files(paths: readonly string[]): readonly LayoutFile[] {
  return paths.map((path) => file(path));
}

const billing = { name: 'billing', layout: 'plain' };
const plain = { paths: ['db/**'], layout: 'plain' };

test.each([
  {
    title: 'orders plain files by their numbers, not by their letters',
    layout: 'plain',
    paths: ['db/10_b.sql', 'db/9_a.sql', 'db/100_c.sql', 'README.md'],
    runs: ['db/9_a.sql', 'db/10_b.sql', 'db/100_c.sql'],
  },
  {
    title: 'orders numbers that are longer than a double',
    layout: 'plain',
    paths: ['db/90071992547409931_b.sql', 'db/90071992547409930_a.sql'],
    runs: ['db/90071992547409930_a.sql', 'db/90071992547409931_b.sql'],
  },
  {
    title: 'orders files of one day by their names',
    layout: 'plain',
    paths: ['db/2024-01-31-b.sql', 'db/2024-01-31-a.sql'],
    runs: ['db/2024-01-31-a.sql', 'db/2024-01-31-b.sql'],
  },
  {
    title: 'runs only the up half of a pair of files',
    layout: 'up-down',
    paths: ['db/2_b.up.sql', 'db/2_b.down.sql', 'db/1_a.up.sql', 'db/1_a.down.sql'],
    runs: ['db/1_a.up.sql', 'db/2_b.up.sql'],
  },
  {
    title: 'runs only the up half of a directory',
    layout: 'up-down',
    paths: [
      'db/2024-01-02-000000_b/up.sql',
      'db/2024-01-01-000000_a/up.sql',
      'db/2024-01-01-000000_a/down.sql',
    ],
    runs: ['db/2024-01-01-000000_a/up.sql', 'db/2024-01-02-000000_b/up.sql'],
  },
  {
    title: 'runs migration.sql of each Prisma directory',
    layout: 'prisma',
    paths: [
      'db/20240102000000_b/migration.sql',
      'db/20240101000000_a/migration.sql',
      'db/migration_lock.toml',
    ],
    runs: ['db/20240101000000_a/migration.sql', 'db/20240102000000_b/migration.sql'],
  },
])('$title', ({ layout, paths, runs }) => {
  const located = locate({
    matches: matchesGlob,
    database: { paths: ['db/**'], layout },
    files: files(paths),
  });

  expect(located).toEqual({ files: files(runs), refused: [] });
});

test.each([
  ['a symbolic link', 'plain', [file('db/1.sql', 'symbolic-link')], ['db/1.sql']],
  ['a submodule', 'plain', [file('db/1.sql', 'submodule')], ['db/1.sql']],
  ['a link in place of the directory', 'plain', [file('db', 'symbolic-link')], ['db']],
  ['another kind of file', 'plain', [file('db/1.sh')], ['db/1.sh']],
  ['an upper-case extension', 'plain', [file('db/1.SQL')], ['db/1.SQL']],
  ['equal versions', 'plain', files(['db/1_a.sql', 'db/01_b.sql']), ['db/01_b.sql']],
  [
    'equal versions of pairs',
    'up-down',
    files(['db/1_a.up.sql', 'db/1_b.up.sql']),
    ['db/1_b.up.sql'],
  ],
  ['a file outside of a pair', 'up-down', files(['db/1_a.sql']), ['db/1_a.sql']],
  [
    'settings of a Diesel migration',
    'up-down',
    files(['db/1_a/metadata.toml']),
    ['db/1_a/metadata.toml'],
  ],
  [
    'a Prisma directory without a time',
    'prisma',
    files(['db/a/migration.sql']),
    ['db/a/migration.sql'],
  ],
  ['an unknown layout', 'typeorm', files(['db/1.sql']), ['typeorm']],
])('refuses %s', (_title, layout, given, refused) => {
  const located = locate({
    matches: matchesGlob,
    database: { paths: ['db/**'], layout },
    files: given,
  });

  expect(located.refused.map(({ path }) => path)).toEqual(refused);
});

test('takes an executable file', () => {
  const located = locate({
    matches: matchesGlob,
    database: plain,
    files: [file('db/1.sql', 'executable')],
  });

  expect(located).toEqual({ files: [file('db/1.sql', 'executable')], refused: [] });
});

test('tells added files from edited, removed and renamed ones', () => {
  const base = [file('db/1.sql'), file('db/2.sql'), file('db/3.sql'), file('db/4.sql')];
  const head = [
    file('db/1.sql'),
    file('db/2.sql', 'file', 'edited'),
    file('db/30.sql', 'file', 'db/3.sql'),
    file('db/4.sql', 'symbolic-link'),
    file('db/5.sql'),
  ];

  const change = locateChange({ matches: matchesGlob, database: plain, base, head });

  expect({ ...change, refused: change.refused.map(({ path }) => path) }).toEqual({
    base,
    added: [file('db/5.sql'), file('db/30.sql', 'file', 'db/3.sql')],
    refused: ['db/4.sql', 'db/2.sql', 'db/3.sql'],
  });
});

test('makes a unit of exactly the bytes', () => {
  const bytes = new TextEncoder().encode('select 1;');

  const outcome = toUnits(file('db/1.sql'), billing, bytes);

  const unit = {
    id: 'db/1.sql',
    database: 'billing',
    path: 'db/1.sql',
    digest: digestOf('select 1;'),
    bytes,
    firstLine: 1,
  };
  expect(outcome).toEqual({ kind: 'units', units: [unit] });
});

test('refuses a Git LFS pointer', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n';

  const outcome = toUnits(file('db/1.sql'), billing, new TextEncoder().encode(pointer));

  expect(outcome.kind).toBe('refused');
});

test.each([
  ['filter=lfs', true],
  ['filter', true],
  ['working-tree-encoding=UTF-16', true],
  ['ident', true],
  ['-diff', true],
  ['linguist-generated', true],
  ['linguist-generated=true', true],
  ['linguist-generated=yes', true],
  ['linguist-generated=', true],
  ['linguist-generated-too', false],
  ['-linguist-generated', false],
  ['-filter', false],
  ['linguist-generated=false', false],
  ['text=auto', false],
  ['eol=lf', false],
  ['diff=sql', false],
])('judges the attribute %s: refused is %s', (attribute, refused) => {
  const reason = attributeRefusal(['text', attribute]);

  expect(reason !== undefined).toBe(refused);
});
