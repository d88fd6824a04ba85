import { expect, test } from 'vitest';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import { resolveLayout } from './resolve-layout.ts';

type Tree = Readonly<Record<string, string>>;

/** Content stands in for the name that git would give it. */
function entries(tree: Tree): readonly TreeEntry[] {
  return Object.entries(tree).map(([path, blob]) => ({
    path,
    entry: 'file',
    blob,
    size: blob.length,
  }));
}

const repository = {
  blobs: async (names: readonly string[]) => names.map((name) => new TextEncoder().encode(name)),
} as unknown as Repository;

async function resolve(layout: string, trees: readonly Tree[]): Promise<string> {
  const database = { paths: ['app/db/*.sql'], layout };
  return (await resolveLayout(database, trees.map(entries), repository)).layout;
}

const goose = { 'app/db/1_a.sql': '-- +goose Up\n' };
const drizzle = { 'app/db/0000_a.sql': '', 'app/db/meta/_journal.json': '{}' };

test.each([
  ['a layout that is named', 'dbmate', [goose], 'dbmate'],
  ['marks in the files', 'auto', [goose], 'goose'],
  ['a file of the tool beside them', 'auto', [drizzle], 'drizzle'],
  [
    'a file of the tool above them',
    'auto',
    [{ 'app/db/a.sql': '', 'app/sqitch.plan': '' }],
    'sqitch',
  ],
  ['files elsewhere', 'auto', [{ 'app/db/a.sql': '', 'other/sqitch.plan': '' }], 'plain'],
  ['the target branch before the change', 'auto', [goose, { ...goose, ...drizzle }], 'goose'],
  ['the change where the target branch has none', 'auto', [{}, drizzle], 'drizzle'],
  ['no files', 'auto', [{}, {}], 'plain'],
  ['two tools', 'auto', [{ ...drizzle, 'app/db/atlas.sum': '' }], 'auto'],
])('decides by %s', async (_title, layout, trees, expected) => {
  const resolved = await resolve(layout, trees);

  expect(resolved).toBe(expected);
});
