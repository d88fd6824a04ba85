import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptShadow } from '../../ports/shadow-provider.ts';
import type { Login } from './cluster.ts';
import type { Watchdog } from './watchdog.ts';

/** What is masked is still not to lie about. */
const hours = 24;

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
  const passwords = join(home, 'pgpass');
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

function inShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
