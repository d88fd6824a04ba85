import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Root } from '../../ports/files.ts';

/** Where the repository of `start` begins. */
export async function openRoot(start: string): Promise<Root> {
  const directory = await realpath(await findRoot(start, start));
  return {
    directory,
    find: async (name) => {
      const path = join(directory, name);
      const entry = await entryAt(path);
      if (entry === undefined) return undefined;
      return { path, isPlain: entry.isFile() && (await realpath(path)) === path };
    },
    nameOf: (path) => relative(directory, resolve(start, path)).split(sep).join('/'),
  };
}

async function findRoot(directory: string, start: string): Promise<string> {
  if ((await entryAt(join(directory, '.git'))) !== undefined) return directory;
  const above = dirname(directory);
  return above === directory ? start : findRoot(above, start);
}

async function entryAt(path: string) {
  try {
    return await lstat(path);
  } catch (cause) {
    if (isAbsence(cause)) return undefined;
    throw cause;
  }
}

function isAbsence(cause: unknown): boolean {
  return (
    cause instanceof Error && 'code' in cause && /^(?:ENOENT|ENOTDIR)$/.test(String(cause.code))
  );
}
