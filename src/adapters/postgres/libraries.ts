import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';

/** From the directory of the binaries: as the sources install, as most packages do, as Homebrew and npm do. */
const places = ['../lib', '../lib/postgresql'];
const endings = ['so', 'dylib'];

/** Whether the installation has a loadable library of this name; a server that is told to load another does not start. */
export async function hasLibrary({ directory }: Binaries, name: string): Promise<boolean> {
  const paths = places.flatMap((place) =>
    endings.map((ending) => join(directory, place, `${name}.${ending}`)),
  );
  const found = await Promise.all(paths.map(exists));
  return found.includes(true);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
