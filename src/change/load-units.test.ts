import { expect, test } from 'vitest';
import type { ChangedFile } from '../domain/change.ts';
import type { TreeEntry } from '../ports/repository.ts';
import { mergeTrees } from './load-units.ts';

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
