import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { keepData, reuseData } from './kept-data.ts';
import { run, scrubbedEnvironment } from './run.ts';
import type { ServerAccount } from './server-account.ts';

export type DataDirectoryOptions = {
  readonly binaries: Binaries;
  /** The private directory of one run; its `data` is made. */
  readonly home: string;
  readonly account: ServerAccount;
  readonly signal: AbortSignal;
};

/**
 * The superuser of a data directory that nobody has used yet. It has no password: only a process of
 * this account may be it, in template1 and over the private socket, until it takes another name.
 */
export const initialUser = 'sluice_initial';

const initTimeoutMs = 60_000;

/** Makes the data directory: a copy of what this machine keeps from an earlier run, or by initdb. Rejects with what initdb said. */
export async function makeDataDirectory(options: DataDirectoryOptions): Promise<void> {
  const parameters = initParameters(options);
  // Whoever else runs it gets other files.
  const recipe = { ...options, made: [...parameters, accessRules()] };
  if (await reuseData(recipe)) return;
  options.signal.throwIfAborted();
  await initialise(options, parameters);
  await keepData(recipe);
}

function initParameters({ binaries, account }: DataDirectoryOptions): readonly string[] {
  return [
    `--username=${initialUser}`,
    '--auth-local=reject',
    '--auth-host=reject',
    '--encoding=UTF8',
    // macOS has no C.UTF-8 in all its versions; its C sorts the same.
    `--locale=${process.platform === 'darwin' ? 'C' : 'C.UTF-8'}`,
    '--no-sync',
    '--no-instructions',
    // Writing 16 MiB of an empty log takes longer than most rehearsals.
    '--wal-segsize=1',
    ...(binaries.major >= 18 ? ['--no-data-checksums'] : []),
    // What root keeps, the server's account may read and not write.
    ...(account.uid === undefined ? [] : ['--allow-group-access']),
  ];
}

async function initialise(
  { binaries, home, account, signal }: DataDirectoryOptions,
  parameters: readonly string[],
): Promise<void> {
  const data = join(home, 'data');
  await run(join(binaries.directory, 'initdb'), [`--pgdata=${data}`, ...parameters], {
    env: scrubbedEnvironment(),
    signal,
    timeoutMs: initTimeoutMs,
    cwd: home,
    ...account,
  });
  await writeFile(join(data, 'pg_hba.conf'), accessRules());
  await writeFile(join(data, 'pg_ident.conf'), `sluice "${userInfo().username}" ${initialUser}\n`);
}

function accessRules(): string {
  return [
    `local template1 ${initialUser} peer map=sluice`,
    'local all all scram-sha-256',
    'local replication all scram-sha-256',
    '',
  ].join('\n');
}
