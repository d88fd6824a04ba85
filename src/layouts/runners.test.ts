import { expect, test } from 'vitest';
import { locateTrees, readUnits, type Tree } from '../../test/fakes/layouts.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { layouts } from './index.ts';
import { findTransactionRefusal } from './transaction.ts';

function tree(names: readonly string[]): Tree {
  return Object.fromEntries(names.map((name) => [`db/${name}`, '']));
}

test.each([
  [
    'golang-migrate',
    ['1_a.up.sql', '1_a.down.sql'],
    ['10_c.up.sql', '9_b.up.sql', '9_b.down.sql'],
    ['9_b.up.sql', '10_c.up.sql'],
  ],
  ['supabase', ['20240101000000_a.sql'], ['20240102000000_b.sql'], ['20240102000000_b.sql']],
  ['supabase', ['20220101000000_init.sql'], ['20220102000000_b.sql'], ['20220102000000_b.sql']],
])('%s runs what comes after %j', (layout, before, more, added) => {
  const located = locateTrees(layout, tree(before), tree([...before, ...more]));

  expect(located.added).toEqual(added.map((name) => `db/${name}`));
  expect(located.refused).toEqual([]);
});

test.each([
  ['golang-migrate', ['1_a.up.sql', '3_c.up.sql'], '2_b.up.sql'],
  ['golang-migrate', ['1_a.up.sql'], '01_b.up.sql'],
  ['golang-migrate', [], '1_a.sql'],
  ['golang-migrate', [], 'a.up.sql'],
  ['supabase', ['20240102000000_b.sql'], '20240101000000_a.sql'],
  ['supabase', ['20240102000000_b.sql'], '20240102000000_c.sql'],
  ['supabase', [], '20210101000000_init.sql'],
  ['supabase', [], 'seed.sql'],
  ['supabase', [], '20240101000000.sql'],
])('%s after %j refuses %s', (layout, before, name) => {
  const located = locateTrees(layout, tree(before), tree([...before, name]));

  expect(located.refused).toHaveLength(1);
  expect(located.refused[0]).toMatch(`db/${name}: `);
});

test.each(layouts.map(({ name }) => name))('%s reports programs as not analyzed', (layout) => {
  const programs = [
    'a.rb',
    'a.py',
    'a.java',
    'a.kt',
    'a.go',
    'a.php',
    'a.js',
    'a.MTS',
    'a.cs',
    'a.xml',
  ];

  const { added, refused } = locateTrees(layout, {}, tree(programs));

  expect(added).toEqual([]);
  expect(refused.filter((reason) => reason.includes(': Not analyzed: '))).toHaveLength(
    programs.length,
  );
});

test.each(layouts.map(({ name }) => name))(
  '%s leaves what does not pass the byte gate whole',
  (layout) => {
    const text = 'select 1; -- a\rdrop table a;';

    const units = readUnits(layout, 'db/a.sql', text);

    expect(units).toMatchObject([{ text, firstLine: 1 }]);
  },
);

const index = 'create index concurrently a on b (c);';

test.each([
  ['per-run', index, true],
  ['per-file', index, true],
  ['per-file-where-possible', index, false],
  ['per-file-where-possible', index + index, false],
  ['per-file-where-possible', `select 1;${index}`, true],
  ['per-message', index, false],
  ['per-message', index + index, true],
  ['per-statement', `select 1;${index}`, false],
  [undefined, `select 1;${index}`, false],
  ['per-file', 'vacuum;', true],
  ['per-file', 'drop index concurrently a;', true],
  ['per-file', 'reindex index concurrently a;', true],
  ['per-file', 'alter table a detach partition b concurrently;', true],
  ['per-file', 'create index a on b (c);', false],
  ['per-file', 'discard plans;', false],
  ['per-file', 'alter subscription a disable;', false],
] as const)(
  'with transactions %s, %j would be refused by PostgreSQL: %s',
  async (mode, sql, refused) => {
    const refusal = findTransactionRefusal(await scriptOf(sql), mode, 'goose');

    expect(refusal !== undefined).toBe(refused);
  },
);

const many = 60_000;
const long: readonly string[] = [
  '\n'.repeat(many),
  '--\n'.repeat(many),
  '- '.repeat(many),
  `up\n${'-- \n'.repeat(many)}`,
  'up migration '.repeat(many / 10),
  "'a'".repeat(many),
  "''\n".repeat(many),
  '-- migrate:up\n'.repeat(many / 10),
  '-- +goose Up\n'.repeat(many / 10),
  '--> statement-breakpoint\n'.repeat(many / 10),
  `--liquibase formatted sql\n${'--changeset a:1\n'.repeat(many / 10)}`,
  ' '.repeat(many),
  '${'.repeat(many),
];

test.each(layouts.filter(({ read }) => read))(
  '$name reads long files in linear time',
  ({ read }) => {
    for (const text of long)
      expect(read?.({ path: 'db/a.sql', text, textOf: () => undefined })).toBeDefined();
  },
);
