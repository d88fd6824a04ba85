import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import type { KeptShadow } from '../../ports/shadow-provider.ts';
import type { Binaries } from './binaries.ts';
import { initialUser, makeDataDirectory } from './data-directory.ts';
import { homePrefix, keepCluster, sweepKept } from './kept-cluster.ts';
import { findMemoryDirectory } from './memory-directory.ts';
import { scrubbedEnvironment } from './run.ts';
import { scramSecret } from './scram.ts';
import { findServerAccount, findTemporaryParent, type ServerAccount } from './server-account.ts';
import { database } from './session.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

export type Login = { readonly user: string; readonly password: string };

/** A server of our own, reachable through a Unix socket only. Disposing leaves no process and no directory. */
export type Cluster = AsyncDisposable & {
  readonly major: number;
  /** The superuser that initdb made. */
  readonly superuser: Login;
  url(login: Login, databaseName: string): string;
  /** Lets it outlive this process for some hours; disposing then does nothing. */
  keep(databaseName: string): Promise<KeptShadow>;
};

export type ClusterOptions = {
  readonly binaries: Binaries;
  /** Server settings by name; they win over `defaults`. */
  readonly settings: Readonly<Record<string, string>>;
  /** What its data may come to, where that is known: a small one lives in memory where the machine has enough. */
  readonly bytes?: number | undefined;
  readonly signal: AbortSignal;
};

/** For a server whose data nobody will miss: no sync, no TCP, no log of statements, C.UTF-8 in UTC. */
const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '20',
  max_prepared_transactions: '0',
  max_worker_processes: '4',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: '',
  // Submitted SQL must neither reach a file nor fill a disk with RAISE.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
};

const startTimeoutMs = 30_000;
const stopTimeoutMs = 5_000;

/**
 * Starts a server on a data directory of its own in a temporary directory. As root it runs under
 * another account. Throws SluiceError database/shadow with the server's last word.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = await findServerAccount();
  const home = await makeHome(account, options.bytes);
  const watchdog = startWatchdog(home);
  const superuser = newLogin('owner');
  let server: ChildProcess | undefined;
  let kept = false;
  const dispose = async (): Promise<void> => {
    if (kept) return;
    if (server !== undefined) await stop(server);
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    watchdog.dismiss();
  };
  const url = (login: Login, databaseName: string): string => socketUrl(home, login, databaseName);
  try {
    await initialise({ home, account, ...options });
    server = await launch({ home, account, watchdog, ...options });
    const { signal } = options;
    const first = url({ user: initialUser, password: '' }, 'template1');
    await using session = await untilReady(server, home, { url: first, signal });
    await becomeSuperuser(session, superuser);
  } catch (cause) {
    await dispose();
    throw cause;
  }
  const { major } = options.binaries;
  const keep = async (databaseName: string): Promise<KeptShadow> => {
    const shadow = await keepCluster({ home, superuser, databaseName, watchdog });
    kept = true;
    return shadow;
  };
  return { major, superuser, url, keep, [Symbol.asyncDispose]: dispose };
}

/** Gives the superuser of the copied files a name and a password of this run; its first name is then nobody's. */
async function becomeSuperuser(session: Session, login: Login): Promise<void> {
  // ALTER ROLE neither renames who is connected nor keeps a password out of the statistics.
  await session.query(
    'update pg_catalog.pg_authid set rolname = $1, rolpassword = $2 where rolname = current_user',
    [login.user, scramSecret(login.password)],
  );
}

/** A login whose name and password nobody can guess. */
export function newLogin(prefix: string): Login {
  return {
    user: `${prefix}_${randomBytes(6).toString('hex')}`,
    password: randomBytes(18).toString('hex'),
  };
}

async function makeHome(account: ServerAccount, bytes = Infinity): Promise<string> {
  const lasting = await findTemporaryParent(account);
  await sweepKept(lasting, account);
  const home = await mkdtemp(join((await findMemoryDirectory(bytes)) ?? lasting, homePrefix));
  await mkdir(join(home, 'socket'), { mode: 0o700 });
  if (account.uid !== undefined) {
    await chown(join(home, 'socket'), account.uid, account.gid);
    await chown(home, account.uid, account.gid);
  }
  return home;
}

type Setup = ClusterOptions & { readonly home: string; readonly account: ServerAccount };

async function initialise({ signal, ...setup }: Setup): Promise<void> {
  try {
    await makeDataDirectory({ ...setup, signal });
  } catch (cause) {
    throw failure('initdb failed', cause instanceof Error ? cause.message : '', signal);
  }
}

async function launch(setup: Setup & { readonly watchdog: Watchdog }): Promise<ChildProcess> {
  const settings = {
    ...defaults,
    ...setup.settings,
    unix_socket_directories: join(setup.home, 'socket'),
  };
  const parameters = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = await open(logFile(setup.home), 'a', 0o600);
  try {
    const server = spawn(
      '/bin/sh',
      [
        '-c',
        // Runaway SQL meets "out of memory" before the machine does; macOS does not know -v.
        'ulimit -c 0; ulimit -v 4194304 2>/dev/null; exec "$0" "$@"',
        join(setup.binaries.directory, 'postgres'),
        '-D',
        join(setup.home, 'data'),
        ...parameters,
      ],
      {
        ...setup.account,
        // Its own group: Ctrl-C in a terminal is for us, who then stop it in order.
        detached: true,
        env: { ...scrubbedEnvironment() },
        cwd: setup.home,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    server.on('error', () => {});
    if (server.pid !== undefined) setup.watchdog.guard(server.pid);
    // Disposing, not the server, decides how long we live.
    server.unref();
    return server;
  } finally {
    await log.close();
  }
}

async function untilReady(
  server: ChildProcess,
  home: string,
  target: { readonly url: string; readonly signal: AbortSignal },
): Promise<Session> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    target.signal.throwIfAborted();
    if (hasEnded(server) || Date.now() > deadline)
      throw failure('The server did not start', await lastWord(home), target.signal);
    try {
      return await database.connect({ ...target, applicationName: 'sluice start' });
    } catch (cause) {
      if (!isStillStarting(cause)) throw cause;
      await sleep(5);
    }
  }
}

/** A server that refuses the login will not think better of it. */
function isStillStarting(cause: unknown): boolean {
  if (!(cause instanceof SluiceError) || cause.code !== 'database/unreachable') return false;
  return !String(cause.data['reason']).startsWith('28');
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

/** At once, without a last checkpoint: its data goes with it. */
async function stop(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const exit = once(server, 'exit');
  server.ref();
  server.kill('SIGQUIT');
  const timer = setTimeout(() => server.kill('SIGKILL'), stopTimeoutMs);
  await exit;
  clearTimeout(timer);
}

function logFile(home: string): string {
  return join(home, 'server.log');
}

/** What ended the server, without the hints around it. */
async function lastWord(home: string): Promise<string> {
  const log = await readFile(logFile(home), 'utf8').catch(() => '');
  const lines = log.trim().split('\n');
  const last = lines.findLast((line) => /^(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
  return last.replace(/\s+/g, ' ');
}

function socketUrl(home: string, login: Login, databaseName: string): string {
  const url = new URL('postgres://localhost');
  url.username = login.user;
  url.password = login.password;
  url.pathname = `/${encodeURIComponent(databaseName)}`;
  url.searchParams.set('host', join(home, 'socket'));
  return url.href;
}

function failure(what: string, detail: string, signal: AbortSignal): SluiceError {
  if (signal.aborted) return new SluiceError('internal/cancelled', 'The run was interrupted.');
  const said = detail === '' ? what : `${what}: ${detail.trim().replace(/\.$/, '')}`;
  return new SluiceError(
    'database/shadow',
    `${said}. Without a shadow nothing was rehearsed. Look for room on the disk and in memory, set TMPDIR, or take another --shadow.`,
  );
}
