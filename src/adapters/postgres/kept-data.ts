import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import {
  chmod,
  type FileHandle,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { defaultCacheDirectory, prepareCacheDirectory } from './cache-directory.ts';
import { run, scrubbedEnvironment } from './run.ts';
import type { ServerAccount } from './server-account.ts';

export type Recipe = {
  readonly binaries: Binaries;
  /** Holds `data`, or will hold it. */
  readonly home: string;
  readonly account: ServerAccount;
  /** Everything beside the binaries that decides what the data directory is. */
  readonly made: readonly string[];
  readonly signal: AbortSignal;
};

/** Raise it when what is kept, or how, changes. */
const format = 2;
const copyTimeoutMs = 60_000;

/**
 * Unpacks the data directory that this machine keeps for the recipe. False where it keeps none, or one
 * that is not whole or that somebody else could have written, which is removed.
 */
export async function reuseData(recipe: Recipe): Promise<boolean> {
  try {
    const place = await placeOf(recipe);
    const archive = place === undefined ? undefined : await findArchive(place);
    if (archive === undefined) return false;
    await using file = await openWhole(archive);
    if (file === undefined) await rm(archive, { recursive: true, force: true });
    else await unpack(file, recipe);
    return file !== undefined;
  } catch {
    recipe.signal.throwIfAborted();
    await rm(join(recipe.home, 'data'), { recursive: true, force: true });
    return false;
  }
}

/** Keeps an archive of a data directory that no server has used yet. Best effort: the next run can make its own. */
export async function keepData(recipe: Recipe): Promise<void> {
  const place = await placeOf(recipe).catch(() => undefined);
  if (place === undefined) return;
  const staging = await mkdtemp(join(place.parent, '.staging-')).catch(() => undefined);
  if (staging === undefined) return;
  try {
    await removeForeign(place);
    const archive = join(staging, 'data.tar');
    await pack(archive, recipe);
    await chmod(archive, 0o600);
    const { size } = await stat(archive);
    await rename(archive, join(place.parent, `${place.name}-${size}.tar`));
  } catch {
    recipe.signal.throwIfAborted();
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

type Place = {
  readonly parent: string;
  /** Names this start of the machine. */
  readonly boot: string;
  /** What the archive's name starts with; its size follows. */
  readonly name: string;
};

/** Where it is kept; undefined where it cannot be. Rejects when others could write there. */
async function placeOf(recipe: Recipe): Promise<Place | undefined> {
  const boot = await bootOf(recipe.signal);
  if (boot === undefined) return undefined;
  const cache = defaultCacheDirectory();
  const parent = join(cache, 'clusters');
  await prepareCacheDirectory(cache);
  await prepareCacheDirectory(parent);
  const { directory, version } = recipe.binaries;
  const server = await stat(join(directory, 'postgres'));
  const key = createHash('sha256').update(
    JSON.stringify([
      [format, process.platform, process.arch, process.getuid?.(), recipe.account, recipe.made],
      [directory, version, server.size, server.mtimeMs],
    ]),
  );
  return { parent, boot, name: `${boot}-${key.digest('hex').slice(0, 16)}` };
}

/**
 * Names the start of this machine. What was not made since then came from elsewhere, a cache of CI
 * that another branch could write for example, and nobody can prove what is in it.
 */
async function bootOf(signal: AbortSignal): Promise<string | undefined> {
  const text = await (
    process.platform === 'darwin'
      ? run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], {
          env: scrubbedEnvironment(),
          signal,
          timeoutMs: 5_000,
        })
      : readFile('/proc/sys/kernel/random/boot_id', 'utf8')
  ).catch(() => '');
  const boot = text.trim().toLowerCase();
  return /^[0-9a-f-]{36}$/.test(boot) ? boot : undefined;
}

async function findArchive({ parent, name }: Place): Promise<string | undefined> {
  const found = (await readdir(parent)).find((one) => one.startsWith(`${name}-`));
  return found === undefined ? undefined : join(parent, found);
}

/** Undefined for what only this account could not have made, or is not as long as its name says. */
async function openWhole(archive: string): Promise<FileHandle | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW;
  const file = await open(archive, flags).catch(() => undefined);
  if (file === undefined) return undefined;
  const status = await file.stat();
  const isOurs =
    status.isFile() &&
    status.nlink === 1 &&
    status.uid === process.getuid?.() &&
    (status.mode & 0o022) === 0;
  if (isOurs && archive.endsWith(`-${status.size}.tar`)) return file;
  await file.close();
  return undefined;
}

/** What earlier starts of the machine left. */
async function removeForeign({ parent, boot }: Place): Promise<void> {
  const foreign = (await readdir(parent)).filter(
    (name) => /^[0-9a-f-]{36}-/.test(name) && !name.startsWith(boot),
  );
  for (const name of foreign) await rm(join(parent, name), { recursive: true, force: true });
}

/** One file instead of a thousand: many small files are slow to make, and slower to look at again. */
async function pack(archive: string, { home, signal }: Recipe): Promise<void> {
  await run('tar', ['-cf', archive, '-C', home, 'data'], {
    env: tarEnvironment(),
    signal,
    timeoutMs: copyTimeoutMs,
    cwd: home,
  });
}

/** As the server's account, which need not reach the archive: it reads it as standard input. */
async function unpack(file: FileHandle, { home, account, signal }: Recipe): Promise<void> {
  // Our umask may be one that PostgreSQL refuses.
  const child = spawn('/bin/sh', ['-c', 'umask 027; exec tar -xf -'], {
    ...account,
    env: tarEnvironment(),
    signal,
    timeout: copyTimeoutMs,
    killSignal: 'SIGKILL',
    cwd: home,
    stdio: [file.fd, 'ignore', 'ignore'],
  });
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error('tar could not unpack it.');
}

function tarEnvironment(): Readonly<Record<string, string>> {
  // The tar of macOS would add files of its own.
  return { ...scrubbedEnvironment(), COPYFILE_DISABLE: '1' };
}
