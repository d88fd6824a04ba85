import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Digest, digestOf } from '../../domain/digest.ts';

const filesAtOnce = 16;

/**
 * Digest of everything below the directory: for each entry, sorted by path, its kind (`x` executable
 * file, `-` other file, `l` link, `?` neither), its path and the SHA-256 of its content or its link's text.
 */
export async function digestOfTree(directory: string): Promise<Digest> {
  const paths = (await listTree(directory)).sort();
  const hash = createHash('sha256');
  for (let start = 0; start < paths.length; start += filesAtOnce) {
    const batch = paths.slice(start, start + filesAtOnce);
    const lines = await Promise.all(batch.map((path) => describeEntry(directory, path)));
    hash.update(lines.join(''));
  }
  return digestOf(hash.digest('hex'));
}

/** Makes the library links that npm packages cannot hold: the package lists them in native/pg-symlinks.json. */
export async function makeLibraryLinks(directory: string): Promise<void> {
  const list: unknown = JSON.parse(
    await readFile(join(directory, 'native/pg-symlinks.json'), 'utf8'),
  );
  if (!Array.isArray(list)) throw new TypeError('native/pg-symlinks.json is not a list.');
  for (const link of list) {
    if (!isLibraryLink(link)) throw new TypeError('native/pg-symlinks.json has an unsafe entry.');
    await symlink(relative(dirname(link.target), link.source), join(directory, link.target));
  }
}

async function listTree(directory: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listTree(directory, path) : [path];
  });
  return (await Promise.all(lists)).flat();
}

async function describeEntry(directory: string, path: string): Promise<string> {
  const full = join(directory, ...path.split('/'));
  const status = await lstat(full);
  if (status.isSymbolicLink()) return `l ${path} ${digestOf(await readlink(full))}\n`;
  if (!status.isFile()) return `? ${path}\n`;
  const kind = (status.mode & 0o100) === 0 ? '-' : 'x';
  return `${kind} ${path} ${digestOf(await readFile(full))}\n`;
}

type LibraryLink = { readonly source: string; readonly target: string };

/** Both ends must be plain files of native/, for the list is read before the tree's digest is known to be right. */
function isLibraryLink(value: unknown): value is LibraryLink {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    isBelowNative(value.source) &&
    isBelowNative(value.target)
  );
}

function isBelowNative(path: unknown): boolean {
  return (
    typeof path === 'string' &&
    /^native\/[\w./@+-]+$/.test(path) &&
    !path.split(/[\\/]/).includes('..') &&
    !path.includes(`${sep}${sep}`)
  );
}
