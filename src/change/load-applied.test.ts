import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initRepository } from '../../test/support/git.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { createParser } from '../adapters/parser/pg-query.ts';
import { parseCommitSha } from '../domain/change.ts';
import type { Facts } from '../domain/facts.ts';
import { judgeInput } from './judge-input.ts';
import type { LoadedChange } from './judge-input.ts';
import { withApplied } from './load-applied.ts';
import { loadDatabase } from './load-units.ts';

type Tree = Readonly<Record<string, string>>;

const path = 'db/20260101000000_a/migration.sql';
const ran = 'create table a (id int);\n';
const edited = 'create table a (id bigint);\n';

/** What a review refuses of a change where the target recorded that `ran` ran. */
async function refusalsOf(apply: 'external' | 'sluice', before: Tree, after: Tree) {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-applied-'));
  try {
    const git = await initRepository(directory);
    const base = parseCommitSha(await git.commit('before', before));
    const head = parseCommitSha(await git.commit('after', after));
    if (base === undefined || head === undefined) throw new Error('git names its commits in full');
    const repository = openRepository(directory, new AbortController().signal);
    await using parser = createParser();
    const [old, now] = [await repository.tree(base), await repository.tree(head)];
    const database = { name: 'shop', paths: ['db/**'], layout: 'prisma', targets: [] };
    const trees = { before: old, after: now, commit: head };
    const part = await withApplied(
      await loadDatabase(database, trees, { repository, parser }),
      { apply },
      { after: now, repository },
    );
    const facts = new Map([['shop', { histories: [history] } as unknown as Facts]]);
    const controls = { policy: { apply, databases: [database] }, codeowners: undefined };
    const change = { pullRequest: {} };
    const loaded = { change, controls, databases: [part], facts } as unknown as LoadedChange;
    return judgeInput(loaded, { rehearsal: 'pending' }).refused.map(
      ({ path, reason }) => `${path}: ${reason.split(':')[0]}`,
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const history = {
  layout: 'prisma',
  table: { schema: 'public', name: '_prisma_migrations' },
  entries: [
    {
      version: '20260101000000_a',
      checksum: createHash('sha256').update(ran).digest('hex'),
      succeeded: true,
    },
  ],
};
const other = { 'db/20260202000000_b/migration.sql': 'select 1;\n' };

test.each([
  ['nothing of a file that is what ran', 'external', ran, ran, []],
  [
    'a file of the target branch that is not what ran, whatever the change is',
    'external',
    edited,
    edited,
    [`${path}: It is not what the target ran`],
  ],
  [
    'an edit of what ran, twice',
    'external',
    ran,
    edited,
    [
      `${path}: It is on the target branch already and may have been applied`,
      `${path}: It is not what the target ran`,
    ],
  ],
  ['nothing of a change that puts back what ran', 'external', edited, ran, []],
  [
    'nothing where only the line endings differ',
    'external',
    ran.replaceAll('\n', '\r\n'),
    ran.replaceAll('\n', '\r\n'),
    [],
  ],
  ['nothing by the record of a tool that no longer runs anything', 'sluice', edited, edited, []],
] as const)('refuses %s', async (_, apply, before, after, refused) => {
  const found = await refusalsOf(apply, { [path]: before }, { [path]: after, ...other });

  expect(found).toEqual(refused);
});
