import {
  appendFile,
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepData, type Recipe, reuseData } from './kept-data.ts';

const { signal } = new AbortController();
const chosen = process.env['SLUICE_CACHE'];
const root = process.getuid?.() === 0;
let work: string;
let clusters: string;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'kept-data-'));
  // Root keeps nothing where the server's account cannot go.
  await chmod(work, 0o755);
  process.env['SLUICE_CACHE'] = join(work, 'cache');
  clusters = join(work, 'cache', 'clusters');
  await mkdir(join(work, 'bin'));
  await writeFile(join(work, 'bin', 'postgres'), 'a server');
});

afterEach(async () => {
  if (chosen === undefined) delete process.env['SLUICE_CACHE'];
  else process.env['SLUICE_CACHE'] = chosen;
  await rm(work, { recursive: true, force: true });
});

/** A run whose data directory somebody has made, as far as it goes. */
async function makeRecipe(made: readonly string[] = ['--encoding=UTF8']): Promise<Recipe> {
  const home = await mkdtemp(join(work, 'home-'));
  const binaries = { directory: join(work, 'bin'), major: 18, version: '18.4' };
  return { binaries, home, account: {}, made, signal };
}

async function keep(made?: readonly string[]): Promise<void> {
  const recipe = await makeRecipe(made);
  const data = join(recipe.home, 'data');
  await mkdir(join(data, 'base', '1'), { recursive: true });
  await writeFile(join(data, 'PG_VERSION'), '18');
  await writeFile(join(data, 'base', '1', '1259'), 'pg_class');
  await keepData(recipe);
}

async function archive(): Promise<string> {
  const [name = ''] = await readdir(clusters);
  return join(clusters, name);
}

it('is unpacked by the next run', async () => {
  await keep();
  const next = await makeRecipe();

  expect(await reuseData(next)).toBe(true);
  expect(await readFile(join(next.home, 'data', 'base', '1', '1259'), 'utf8')).toBe('pg_class');
});

it.each<readonly [string, () => Promise<Recipe>]>([
  ['the parameters of initdb differ', () => makeRecipe(['--encoding=LATIN1'])],
  [
    'the server is another build',
    async () => {
      await writeFile(join(work, 'bin', 'postgres'), 'another server');
      return makeRecipe();
    },
  ],
])('is not used where %s', async (_, make) => {
  await keep();

  expect(await reuseData(await make())).toBe(false);
  expect(await readdir(clusters)).toHaveLength(1);
});

const damages: readonly (readonly [string, (archive: string) => Promise<unknown>])[] = [
  ['it is shorter', (file) => truncate(file, 1024)],
  ['it is longer', (file) => appendFile(file, 'more')],
  ['others may write to it', (file) => chmod(file, 0o666)],
  ['it has another name as well', (file) => link(file, join(work, 'other'))],
  [
    'it is a link',
    async (file) => {
      await rename(file, join(work, 'elsewhere'));
      await symlink(join(work, 'elsewhere'), file);
    },
  ],
  [
    'it is a directory',
    async (file) => {
      await rm(file);
      await mkdir(file);
    },
  ],
];

it.each(damages)('is removed and made anew where %s', async (_, damage) => {
  await keep();
  await damage(await archive());
  const next = await makeRecipe();

  expect(await reuseData(next)).toBe(false);
  expect(await readdir(next.home)).toEqual([]);
  expect(await readdir(clusters)).toEqual([]);
  await keep();
  expect(await reuseData(next)).toBe(true);
});

it.skipIf(!root)('is removed where it belongs to somebody else', async () => {
  await keep();
  await chown(await archive(), 65_534, 65_534);

  expect(await reuseData(await makeRecipe())).toBe(false);
  expect(await readdir(clusters)).toEqual([]);
});

it('is kept once by runs that make it at the same time', async () => {
  await Promise.all([keep(), keep(), keep()]);

  expect(await readdir(clusters)).toHaveLength(1);
  expect(await reuseData(await makeRecipe())).toBe(true);
});

it('goes when the machine has started again since, and not with another recipe', async () => {
  await keep(['one']);
  const old = '00000000-0000-0000-0000-000000000000-0123456789abcdef';
  await mkdir(join(clusters, old));

  await keep(['other']);

  expect(await readdir(clusters)).toHaveLength(2);
  expect(await readdir(clusters)).not.toContain(old);
});

it.each<readonly [string, () => Promise<unknown>]>([
  ['it is no directory', () => writeFile(join(work, 'cache'), '')],
  [
    'others may write to it',
    async () => {
      await mkdir(clusters, { recursive: true });
      await chmod(clusters, 0o777);
    },
  ],
  [
    'it is a link',
    async () => {
      await mkdir(join(work, 'cache'), { mode: 0o755 });
      await mkdir(join(work, 'elsewhere'), { mode: 0o755 });
      await symlink(join(work, 'elsewhere'), clusters);
    },
  ],
])('is done without where the cache cannot be trusted: %s', async (_, spoil) => {
  await spoil();

  await keep();

  expect(await reuseData(await makeRecipe())).toBe(false);
  const parent = await stat(clusters).catch(() => undefined);
  expect(parent === undefined ? [] : await readdir(clusters)).toEqual([]);
});

it.skipIf(root)('is done without where the cache is read-only', async () => {
  await mkdir(clusters, { recursive: true });
  await chmod(clusters, 0o555);

  await keep();

  expect(await reuseData(await makeRecipe())).toBe(false);
});

it('is no data directory where it cannot be unpacked to the end', async () => {
  await keep();
  const file = await archive();
  await writeFile(file, 'x'.repeat((await stat(file)).size));
  const next = await makeRecipe();

  expect(await reuseData(next)).toBe(false);
  expect(await readdir(next.home)).toEqual([]);
});

it('rejects when the run is interrupted', async () => {
  await keep();
  const recipe = { ...(await makeRecipe()), signal: AbortSignal.abort() };

  await expect(reuseData(recipe)).rejects.toMatchObject({ name: 'AbortError' });
});
