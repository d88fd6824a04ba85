import { expect, test } from 'vitest';
import type { ChangedFile, CommitSha } from '../domain/change.ts';
import type { TreeEntry } from '../ports/repository.ts';
import type { Repository } from '../ports/repository.ts';
import type { Parser } from '../ports/parser.ts';
import { loadDatabase, mergeTrees } from './load-units.ts';

function tree(files: Readonly<Record<string, string>>): readonly TreeEntry[] {
  return Object.entries(files).map(([path, blob]) => ({ path, blob, entry: 'file', size: 1 }));
}

function changed(status: ChangedFile['status'], path: string, previousPath?: string): ChangedFile {
  return { path, status, entry: 'file', ...(previousPath === undefined ? {} : { previousPath }) };
}

/** tip, head, changes, what a merge holds */
const cases: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
  readonly ChangedFile[],
  Readonly<Record<string, string>>,
])[] = [
  [
    'adds a file beside what the target branch got meanwhile',
    { a: '1', later: '9' },
    { a: '1', b: '2' },
    [changed('added', 'b')],
    { a: '1', later: '9', b: '2' },
  ],
  [
    'keeps what the target branch changed and the head did not',
    { a: 'newer' },
    { a: '1', b: '2' },
    [changed('added', 'b')],
    { a: 'newer', b: '2' },
  ],
  [
    'takes a modified file from the head',
    { a: '1' },
    { a: '2' },
    [changed('modified', 'a')],
    { a: '2' },
  ],
  ['drops a removed file', { a: '1', b: '1' }, { b: '1' }, [changed('removed', 'a')], { b: '1' }],
  [
    'moves a renamed file',
    { a: '1', c: '1' },
    { b: '1', c: '1' },
    [changed('renamed', 'b', 'a')],
    { c: '1', b: '1' },
  ],
  ['changes nothing without changes', { a: '1' }, { x: '1' }, [], { a: '1' }],
];

test.each(cases)('%s', (_, tip, head, changes, merged) => {
  const result = mergeTrees(tree(tip), tree(head), changes);

  expect(result).toEqual(tree(merged));
});

const sql = new TextEncoder().encode('select 1');
const asked: string[] = [];
const repository = {
  attributes: async () => new Map(),
  blobs: async (names: readonly string[]) => {
    asked.push(...names);
    return names.map(() => sql);
  },
} as unknown as Repository;
const parser = {
  parse: async () => ({ kind: 'parsed', statements: [] }),
} as unknown as Parser;

test.each([
  ['more than 5 MiB', {}, 5_242_881, 5_242_880],
  ['more than the policy allows', { maxFileBytes: 1000 }, 1001, 1000],
])('refuses a file of %s before it is read', async (_, limit, large, small) => {
  const database = { name: 'd', paths: ['**'], layout: 'plain', targets: [], ...limit };
  const after = [
    { path: '1.sql', blob: 'small', entry: 'file' as const, size: small },
    { path: '2.sql', blob: 'large', entry: 'file' as const, size: large },
  ];
  const trees = { before: [], after, commit: '0'.repeat(40) as CommitSha };
  asked.length = 0;

  const loaded = await loadDatabase(database, trees, { repository, parser });

  expect(asked).toEqual(['small']);
  expect(loaded.units.map(({ path }) => path)).toEqual(['1.sql']);
  expect(loaded.refused).toEqual([
    {
      path: '2.sql',
      reason: `It has ${large} bytes, more than the ${small} that are read. Nobody reviews so much, and what is not read cannot be judged. Split it, or raise max-file-bytes of its database in the policy.`,
    },
  ]);
});
