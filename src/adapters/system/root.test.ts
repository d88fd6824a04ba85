import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoot } from './root.ts';

let top: string;
let shop: string;

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'sluice-root-')));
  shop = join(top, 'shop');
  await mkdir(join(shop, '.git'), { recursive: true });
  await mkdir(join(shop, '.sluice'));
  await mkdir(join(shop, 'db/old'), { recursive: true });
  await mkdir(join(top, 'linked/.git'), { recursive: true });
  await writeFile(join(shop, '.sluice/policy.yml'), 'version: 1\n');
  await symlink('policy.yml', join(shop, '.sluice/link.yml'));
  await symlink('nowhere', join(shop, '.sluice/dangling.yml'));
  await symlink(join(shop, '.sluice'), join(top, 'linked/.sluice'));
  await mkdir(join(top, 'alone'));
});

afterAll(() => rm(top, { recursive: true, force: true }));

test('is the directory that holds .git, from wherever below it one works', async () => {
  const root = await openRoot(join(shop, 'db/old'));

  expect(root.directory).toBe(shop);
  expect(await root.find('.sluice/policy.yml')).toEqual({
    path: join(shop, '.sluice/policy.yml'),
    isPlain: true,
  });
  expect(
    ['1.sql', './../2.sql', join(shop, 'a/3.sql'), '../../..'].map((path) => root.nameOf(path)),
  ).toEqual(['db/old/1.sql', 'db/2.sql', 'a/3.sql', '..']);
});

test('is the current directory outside of every repository, however much lies above it', async () => {
  await mkdir(join(top, '.sluice'), { recursive: true });
  await writeFile(join(top, '.sluice/policy.yml'), 'version: 1\n');

  const root = await openRoot(join(top, 'alone'));

  expect(root.directory).toBe(join(top, 'alone'));
  expect(await root.find('.sluice/policy.yml')).toBeUndefined();
});

test.each([
  ['a link', 'shop', '.sluice/link.yml'],
  ['a link to nothing', 'shop', '.sluice/dangling.yml'],
  ['a directory', 'shop', '.sluice'],
  ['what a linked directory holds', 'linked', '.sluice/policy.yml'],
])('%s is not plain', async (_what, start, name) => {
  const root = await openRoot(join(top, start));

  expect(await root.find(name)).toMatchObject({ isPlain: false });
});
