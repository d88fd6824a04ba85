import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initRepository } from '../../test/support/git.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { createParser } from '../adapters/parser/pg-query.ts';
import { parseCommitSha } from '../domain/change.ts';
import { loadBaseScripts, loadDatabase } from './load-units.ts';

type Tree = Readonly<Record<string, string>>;

/** What a review reads of a change from `before` to `after`, out of a real repository. */
async function load(layout: string, before: Tree, after: Tree, link?: string) {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-layouts-'));
  try {
    const git = await initRepository(directory);
    const base = parseCommitSha(await git.commit('before', before));
    if (link !== undefined) {
      await rm(join(directory, link));
      await symlink('elsewhere', join(directory, link));
    }
    const head = parseCommitSha(await git.commit('after', after));
    if (base === undefined || head === undefined) throw new Error('git names its commits in full');
    const repository = openRepository(directory, new AbortController().signal);
    await using parser = createParser();
    const tools = { repository, parser };
    const loaded = await loadDatabase(
      { name: 'shop', paths: ['db/**'], layout, targets: [] },
      { before: await repository.tree(base), after: await repository.tree(head), commit: head },
      tools,
    );
    const replayed = await loadBaseScripts(loaded, tools);
    const read = (scripts: typeof replayed) =>
      scripts.flatMap(({ unitId, statements }) =>
        statements.map(({ text, place }) => `${unitId}:${place.line} ${text}`),
      );
    return {
      layout: loaded.database.layout,
      base: read(replayed),
      added: read(loaded.scripts),
      refused: loaded.refused.map(({ path }) => path),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const goose = {
  'db/1_a.sql': '-- +goose Up\ncreate table a (id int);\n-- +goose Down\ndrop table a;\n',
};

test('a review reads the up halves of goose alone, before and after', async () => {
  const loaded = await load('auto', goose, {
    'db/2_b.sql': '-- +goose Up\n\ncreate table b (id int);\n-- +goose Down\ndrop table b;\n',
    'db/3_c.sql': '-- +goose Up\ncreate index concurrently c on a (id);\n',
    'db/4_d.go': 'package migrations\n',
  });

  expect(loaded).toEqual({
    layout: 'goose',
    base: ['db/1_a.sql:2 create table a (id int)'],
    added: [
      'db/2_b.sql:3 create table b (id int)',
      'db/3_c.sql:2 create index concurrently c on a (id)',
    ],
    refused: ['db/4_d.go', 'db/3_c.sql'],
  });
});

function journal(tags: readonly string[]): string {
  const entries = tags.map((tag, index) => ({ tag, when: index + 1 }));
  return JSON.stringify({ dialect: 'postgresql', entries });
}

const drizzle = { 'db/0000_a.sql': 'select 1;', 'db/meta/_journal.json': journal(['0000_a']) };

test('a review reads the journal of Drizzle on both sides', async () => {
  const loaded = await load('drizzle', drizzle, {
    'db/0001_b.sql': 'select 2;',
    'db/0002_c.sql': 'select 3;',
    'db/meta/_journal.json': journal(['0000_a', '0001_b']),
  });

  expect(loaded).toEqual({
    layout: 'drizzle',
    base: ['db/0000_a.sql:1 select 1'],
    added: ['db/0001_b.sql:1 select 2'],
    refused: ['db/0002_c.sql'],
  });
});

test('a journal that becomes a link is refused', async () => {
  const loaded = await load(
    'drizzle',
    drizzle,
    { 'db/0001_b.sql': 'select 2;' },
    'db/meta/_journal.json',
  );

  expect(loaded.refused).toContain('db/meta/_journal.json');
});

test('each changeset of Liquibase is a unit of its file', async () => {
  const text =
    '--liquibase formatted sql\n--changeset a:1\nselect 1;\n--changeset a:2\nselect 2;\n';

  const loaded = await load('liquibase', { 'README.md': '' }, { 'db/a.sql': text });

  expect(loaded.added).toEqual(['db/a.sql#a:1:3 select 1', 'db/a.sql#a:2:5 select 2']);
});
