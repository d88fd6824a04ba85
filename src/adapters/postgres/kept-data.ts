import { createHash } from 'node:crypto';
import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
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
const format = 1;
const copyTimeoutMs = 60_000;

/**
 * Copies the data directory that this machine keeps for the recipe. False where it keeps none, or one
 * that is not whole, which is removed, or one that somebody else could have written.
 */
export async function reuseData(recipe: Recipe): Promise<boolean> {
  try {
    const kept = await placeOf(recipe);
    if (kept === undefined) return false;
    if (!(await isWhole(kept))) {
      await rm(kept, { recursive: true, force: true });
      return false;
    }
    await copyTree(join(kept, 'data'), recipe.home, { ...recipe, as: recipe.account });
    return true;
  } catch {
    recipe.signal.throwIfAborted();
    await rm(join(recipe.home, 'data'), { recursive: true, force: true });
    return false;
  }
}

/** Keeps a copy of a data directory that no server has used yet. Best effort: the next run can make its own. */
export async function keepData(recipe: Recipe): Promise<void> {
  const kept = await placeOf(recipe).catch(() => undefined);
  if (kept === undefined) return;
  const parent = join(kept, '..');
  const staging = await mkdtemp(join(parent, '.staging-')).catch(() => undefined);
  if (staging === undefined) return;
  try {
    await removeForeign(parent, recipe);
    const { gid } = recipe.account;
    const as = gid === undefined ? {} : { uid: 0, gid };
    await copyTree(join(recipe.home, 'data'), staging, { ...recipe, as });
    await writeFile(join(staging, 'digest'), await digestOf(join(staging, 'data')));
    await openToServer(staging, recipe.account);
    // Fails where another run was faster.
    await rename(staging, kept);
  } catch {
    recipe.signal.throwIfAborted();
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Where it is kept; undefined where it cannot be. Rejects when others could write there. */
async function placeOf(recipe: Recipe): Promise<string | undefined> {
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
  return join(parent, `${boot}-${key.digest('hex').slice(0, 16)}`);
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

async function isWhole(kept: string): Promise<boolean> {
  const digest = await readFile(join(kept, 'digest'), 'utf8').catch(() => undefined);
  return digest !== undefined && digest === (await digestOf(join(kept, 'data')).catch(() => ''));
}

/** Over the names and sizes of all files. Rejects what only this account could not have made. */
async function digestOf(tree: string): Promise<string> {
  const lines = await linesOf(tree, '');
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

async function linesOf(directory: string, below: string): Promise<readonly string[]> {
  await assertOurs(directory);
  const entries = await readdir(directory, { withFileTypes: true });
  const lines = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name);
      const name = `${below}/${entry.name}`;
      if (entry.isDirectory()) return [`${name}/`, ...(await linesOf(path, name))];
      return [`${name} ${await assertOurs(path)}`];
    }),
  );
  return lines.flat();
}

async function assertOurs(path: string): Promise<number> {
  const status = await lstat(path);
  const plain = status.isFile() || status.isDirectory();
  if (!plain || status.uid !== process.getuid?.() || (status.mode & 0o022) !== 0)
    throw new Error('Somebody else could have written it.');
  return status.size;
}

/** mkdtemp gives 0700, which keeps out the account that copies from it. */
async function openToServer(staging: string, account: ServerAccount): Promise<void> {
  if (account.uid === undefined) return;
  await chmod(staging, 0o755);
}

/** What earlier starts of the machine left. */
async function removeForeign(parent: string, recipe: Recipe): Promise<void> {
  const boot = (await bootOf(recipe.signal)) ?? '';
  const foreign = (await readdir(parent)).filter(
    (name) => /^[0-9a-f-]{36}-/.test(name) && !name.startsWith(boot),
  );
  for (const name of foreign) await rm(join(parent, name), { recursive: true, force: true });
}

/** One program copies a thousand small files in a third of the time that Node takes. */
async function copyTree(
  from: string,
  into: string,
  { as, signal }: { readonly as: ServerAccount; readonly signal: AbortSignal },
): Promise<void> {
  // A narrower umask of ours would hide what is kept from the server's account.
  const command = ['-c', 'umask 027; exec cp -R "$0" "$1"', from, join(into, 'data')];
  const env = scrubbedEnvironment();
  await run('/bin/sh', command, { env, signal, timeoutMs: copyTimeoutMs, cwd: into, ...as });
}
