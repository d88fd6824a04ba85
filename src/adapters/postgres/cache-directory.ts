import { chmod, lstat, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { SluiceError } from '../../errors.ts';
import { isOpenToAll } from './server-account.ts';

/**
 * SLUICE_CACHE, else for root a directory that the server's account can reach, else the user's cache
 * directory as the system names it.
 */
export function defaultCacheDirectory(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const chosen = environment['SLUICE_CACHE'];
  if (chosen !== undefined && isAbsolute(chosen)) return chosen;
  if (process.getuid?.() === 0) return '/var/cache/sluice';
  const xdg = environment['XDG_CACHE_HOME'];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'sluice');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'sluice');
}

/**
 * Makes the directory, or accepts it when nobody else can write in it: what is checked there must
 * still be the same when it runs. Throws SluiceError database/shadow.
 */
export async function prepareCacheDirectory(directory: string): Promise<void> {
  const uid = process.getuid?.();
  const made = await mkdir(directory, { recursive: true }).catch(() => {
    throw refusal(directory, 'cannot be made');
  });
  if (made !== undefined) await chmod(directory, 0o755);
  const status = await lstat(directory);
  if (!status.isDirectory() || status.uid !== uid || (status.mode & 0o022) !== 0)
    throw refusal(directory, 'is not a directory that only this account can write to');
  if (uid === 0 && !(await isOpenToAll(directory)))
    throw refusal(directory, 'cannot be reached by the account that PostgreSQL runs as');
}

function refusal(directory: string, why: string): SluiceError {
  return new SluiceError(
    'database/shadow',
    `The cache directory ${directory} ${why}. PostgreSQL cannot be kept there. Set SLUICE_CACHE to another directory.`,
  );
}
