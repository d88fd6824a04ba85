import { statfs } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { findMemoryDirectory } from './memory-directory.ts';

const mebibyte = 1024 ** 2;
const shared = await statfs('/dev/shm').catch(() => undefined);
const roomy =
  process.platform === 'linux' &&
  shared !== undefined &&
  Math.min(shared.bavail * shared.bsize, process.availableMemory()) > 2048 * mebibyte;

it.runIf(roomy)('is the shared memory of Linux where that has room', async () => {
  expect(await findMemoryDirectory(mebibyte)).toBe('/dev/shm');
});

it('is none for more than the machine has', async () => {
  expect(await findMemoryDirectory(2 ** 50)).toBeUndefined();
});

it.each([
  ['is no file system in memory', import.meta.dirname],
  ['does not exist', '/nowhere/at/all'],
])('is none where the place %s', async (_, directory) => {
  expect(await findMemoryDirectory(mebibyte, directory)).toBeUndefined();
});
