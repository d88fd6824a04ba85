import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptShadow } from '../../ports/shadow-provider.ts';
import type { Login } from './cluster.ts';
import type { ServerAccount } from './server-account.ts';
import type { Watchdog } from './watchdog.ts';

/** What is masked is still not to lie about. */
const hours = 24;
/** What only a kept server has; it was written when it was kept. */
const passwordFile = 'pgpass';
/** The temporary directory of a server begins with it. */
export const homePrefix = 'sluice-pg-';

type Kept = {
  readonly home: string;
  readonly superuser: Login;
  readonly databaseName: string;
  readonly watchdog: Watchdog;
};

/** Leaves the server to its watchdog, and the password in a file that only this account can read. */
export async function keepCluster({
  home,
  superuser,
  databaseName,
  watchdog,
}: Kept): Promise<KeptShadow> {
  const passwords = join(home, passwordFile);
  await writeFile(passwords, `*:*:*:${superuser.user}:${superuser.password}\n`, { mode: 0o600 });
  const pid = (await readFile(join(home, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0] ?? '';
  watchdog.keep(hours * 3600);
  const place = `host=${join(home, 'socket')} user=${superuser.user}`;
  return {
    connect: `PGPASSFILE=${inShell(passwords)} PGDATABASE=${inShell(databaseName)} psql ${inShell(place)}`,
    remove: `kill -QUIT ${pid}; rm -rf ${inShell(home)}`,
    hours,
  };
}

/**
 * Removes the servers that an earlier run kept and whose hours are over: their watchdog died. A server
 * without its directory ends itself within a minute, so that no process is ended by a number that may
 * be another's by now. Best effort.
 */
export async function sweepKept(
  parent: string,
  account: ServerAccount,
  now = Date.now(),
): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(homePrefix))) {
    const home = join(parent, name);
    if (await isOver(home, account, now))
      await rm(home, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}

/** In a directory that everybody writes to, a name alone says nothing of whose it is. */
async function isOver(home: string, account: ServerAccount, now: number): Promise<boolean> {
  const own = process.getuid?.();
  try {
    const [directory, file] = [await lstat(home), await lstat(join(home, passwordFile))];
    const isOurs = directory.isDirectory() && directory.uid === (account.uid ?? own);
    return (
      isOurs && file.isFile() && file.uid === own && now - file.mtimeMs > (hours * 60 + 10) * 60_000
    );
  } catch {
    return false;
  }
}

function inShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
