import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SluiceError } from '../../errors.ts';
import type { Files } from '../../ports/files.ts';
import { openRoot } from './root.ts';

export const systemFiles: Files = {
  read: (path, limit) => readable(path, () => readBounded(path, limit)),
  write: (path, text) => readable(path, () => writeFile(path, text)),
  sqlFiles: (path) => readable(path, () => findSqlFiles(path)),
  allFiles: (path) => readable(path, () => findAllFiles(path)),
  root: () => readable('.', () => openRoot(process.cwd())),
};

async function readable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SluiceError) throw cause;
    const why = isSystemError(cause) ? cause.code : 'unknown';
    throw new SluiceError(
      'input/file-unreadable',
      `${JSON.stringify(path)} could not be used (${why}), so what it holds is not known. Check the path and its permissions.`,
      { cause },
    );
  }
}

/**
 * Reads through one handle, so that a file which is exchanged meanwhile is still bounded. A regular file is
 * read at once: a thousand small ones take a tenth of the time that as many promises take.
 */
async function readBounded(path: string, limit: number): Promise<Uint8Array> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (stat.isFile()) return stat.size <= limit ? readFileSync(file) : refuseSize(path, limit);
  } finally {
    closeSync(file);
  }
  return readPipe(path, limit);
}

/** What is no regular file tells no size, and may never end. */
async function readPipe(path: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) refuseSize(path, limit);
  }
  return Buffer.concat(chunks);
}

function refuseSize(path: string, limit: number): never {
  throw new SluiceError(
    'input/file-unreadable',
    `${JSON.stringify(path)} has more than ${limit} bytes. Sluice reads no more, so that no input can exhaust the machine. Split the file.`,
  );
}

async function findSqlFiles(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith('.sql') && !name.split('/').includes('node_modules'))
    .map((name) => join(path, name))
    .sort();
}

async function findAllFiles(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => !name.split('/').includes('node_modules') && !name.includes('/.git/'))
    .sort();
}

function isSystemError(cause: unknown): cause is { readonly code: string } {
  return typeof cause === 'object' && cause !== null && 'code' in cause;
}
