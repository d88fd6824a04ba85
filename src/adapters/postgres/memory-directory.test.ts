import { statfs } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findMemoryDirectory } from './memory-directory.ts';

const mebibyte = 1024 ** 2;
const shared = await statfs('/dev/shm').catch(() => undefined);
const roomy =
  process.platform === 'linux' &&
  shared !== undefined &&
  Math.min(shared.bavail * shared.bsize, process.availableMemory()) > 2048 * mebibyte;

const chosen = process.env['TMPDIR'];

beforeEach(() => {
  delete process.env['TMPDIR'];
});

afterEach(() => {
  if (chosen === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = chosen;
});

it.runIf(roomy)('is the shared memory of Linux where that has room', async () => {
  expect(await findMemoryDirectory(mebibyte)).toBe('/dev/shm');
});

it('is none for more than the machine has', async () => {
  expect(await findMemoryDirectory(2 ** 50)).toBeUndefined();
});

it('is none where somebody named a directory for what is temporary', async () => {
  process.env['TMPDIR'] = '/tmp';

  expect(await findMemoryDirectory(mebibyte)).toBeUndefined();
});

it.each([
  ['is no file system in memory', import.meta.dirname],
  ['does not exist', '/nowhere/at/all'],
])('is none where the place %s', async (_, directory) => {
  expect(await findMemoryDirectory(mebibyte, directory)).toBeUndefined();
});
