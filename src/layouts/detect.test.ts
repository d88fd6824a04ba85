import { expect, test } from 'vitest';
import { chooseLayout, detectLayout } from './detect.ts';

type Tree = Readonly<Record<string, string>>;

function choose(tree: Tree): string | undefined {
  return chooseLayout(detectLayout(Object.keys(tree), (path) => tree[path]));
}

const trees: readonly (readonly [string | undefined, Tree])[] = [
  [
    'prisma',
    {
      'prisma/migrations/20240101000000_a/migration.sql': '',
      'prisma/migrations/migration_lock.toml': '',
    },
  ],
  ['prisma', { 'm/20240101000000_a/migration.sql': '' }],
  ['drizzle', { 'drizzle/0000_a.sql': '', 'drizzle/meta/_journal.json': '' }],
  [
    'drizzle-folders',
    { 'drizzle/20240101000000_a/migration.sql': '', 'drizzle/20240101000000_a/snapshot.json': '' },
  ],
  ['supabase', { 'supabase/migrations/20240101000000_a.sql': '', 'supabase/config.toml': '' }],
  ['flyway', { 'db/migration/V1__a.sql': '', 'db/migration/R__views.sql': '' }],
  ['golang-migrate', { 'db/1_a.up.sql': '', 'db/1_a.down.sql': '' }],
  ['goose', { 'db/1_a.sql': '-- +goose Up\n', 'db/2_b.sql': '\n-- +goose up\n' }],
  ['dbmate', { 'db/1_a.sql': '-- migrate:up\n' }],
  ['sqitch', { 'sqitch.plan': '', 'deploy/a.sql': '' }],
  ['node-pg-migrate', { 'migrations/1391877300255_a.sql': '-- Up Migration\n' }],
  ['node-pg-migrate', { 'migrations/1391877300255_a.sql': 'select 1;' }],
  [
    'diesel',
    { 'migrations/2024-01-01-000000_a/up.sql': '', 'migrations/2024-01-01-000000_a/down.sql': '' },
  ],
  ['liquibase', { 'db/a.sql': '--liquibase formatted sql\n' }],
  ['graphile-migrate', { 'migrations/committed/000001.sql': '--! Previous: -\n', '.gmrc': '' }],
  ['atlas', { 'migrations/20240101000000_a.sql': '', 'migrations/atlas.sum': '' }],
  ['rails', { 'db/migrate/20240101000000_a.rb': '', 'db/structure.sql': '' }],
  ['bytebase', { 'db/1.2.3_a.sql': '' }],
  ['plain', { 'sql/000001.sql': '', 'sql/000002.sql': '' }],
  ['plain', { 'db/1_a.sql': "select '\n-- +goose Up\n';", 'db/2_b.sql': '', 'db/3_c.sql': '' }],
  [undefined, { 'README.md': '' }],
  [
    undefined,
    {
      'supabase/migrations/20240101000000_a.sql': '',
      'supabase/migrations/meta/_journal.json': '',
    },
  ],
];

test.each(trees)('finds %s in %j', (layout, tree) => {
  expect(choose(tree)).toBe(layout);
});

test('says why, the surest first', () => {
  const tree: Tree = { 'db/1_a.up.sql': '-- +goose Up', 'db/meta/_journal.json': '' };

  const candidates = detectLayout(Object.keys(tree), (path) => tree[path]);

  expect(candidates).toEqual([
    {
      layout: 'drizzle',
      weight: 3,
      reasons: ['db/meta/_journal.json is named as Drizzle names its files.'],
    },
    { layout: 'goose', weight: 2, reasons: ['db/1_a.up.sql and most others hold marks of goose.'] },
    {
      layout: 'golang-migrate',
      weight: 1,
      reasons: ['db/1_a.up.sql is named as golang-migrate names its files.'],
    },
    { layout: 'plain', weight: 0, reasons: ['db/1_a.up.sql is named as no tool names its files.'] },
  ]);
});
