import type { Binaries } from '../postgres/binaries.ts';
import { type Cluster, type Login, newLogin, startCluster } from '../postgres/cluster.ts';
import { hasLibrary } from '../postgres/libraries.ts';
import { database } from '../postgres/session.ts';
import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import type { Shadow, ShadowRequest } from '../../ports/shadow-provider.ts';
import { type Formatted, runFormatted } from './formatted.ts';
import { provideRoles } from './role-stubs.ts';

export type ShadowOrigin = {
  readonly provider: string;
  readonly reason: string;
  readonly binaries: Binaries;
};

/** Vacuum would move rows and take locks that the change did not. */
const settings = {
  autovacuum: 'off',
  // An honest change may lock thousands of relations; the watchdog ends what locks without end.
  max_locks_per_transaction: '2048',
};

/** Only a superuser can change any of these, and the submitted SQL runs as none. */
const tracking = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'all',
  'pg_stat_statements.track_utility': 'on',
  'pg_stat_statements.save': 'off',
  // What does not fit fails the rehearsal, and no honest statement runs so many.
  'pg_stat_statements.max': '20000',
};
/**
 * Row by row in the log, and one slot to read it with. With no sender nobody can stream it, and what a slot
 * holds back is bounded.
 */
const decoding = {
  wal_level: 'logical',
  max_replication_slots: '1',
  max_wal_senders: '0',
  max_slot_wal_keep_size: '4GB',
};
const untracked =
  'It cannot tell which statements ran inside others: its PostgreSQL comes without pg_stat_statements.';
/** Nobody but us may connect to it. */
const ownDatabase = 'template1';

/**
 * A shadow on a server of our own. Submitted SQL runs under a login of its own, because a superuser's
 * session that has only changed its role can change it back and run programs.
 */
export async function openClusterShadow(
  origin: ShadowOrigin,
  request: ShadowRequest,
): Promise<Shadow> {
  const { provider, reason, binaries } = origin;
  const { tracks, settings } = await serverFor(binaries, request);
  const { bytes, signal } = request;
  const cluster = await startCluster({ binaries, settings, bytes, signal });
  const worker = workerOf(request);
  try {
    const { databaseName } = request;
    const open = (login: Login, applicationName: string, name = databaseName): Promise<Session> =>
      database.connect({ url: cluster.url(login, name), applicationName, signal });
    const [serverVersion] = await Promise.all([
      furnish(cluster, worker, request),
      tracks ? installStatistics(open(cluster.superuser, 'sluice setup', ownDatabase)) : undefined,
    ]);
    return {
      provider,
      reason,
      level: 'A',
      cannotSee: tracks ? [] : [untracked],
      differences: [],
      prepared: false,
      decodable: request.decodable === true,
      serverVersion,
      provideRoles: async (names) => {
        await using session = await open(cluster.superuser, 'sluice roles');
        await provideRoles(session, names, { worker: worker.user });
      },
      worker: () => open(worker, 'sluice worker'),
      loader: async () => {
        const loader = await makeLoader(open(cluster.superuser, 'sluice loader'), worker);
        return open(loader, 'sluice loader');
      },
      keep: () => cluster.keep(databaseName),
      observer: () => open(cluster.superuser, 'sluice observer'),
      ...(tracks
        ? { statistics: () => open(cluster.superuser, 'sluice statistics', ownDatabase) }
        : {}),
      [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
    };
  } catch (cause) {
    await cluster[Symbol.asyncDispose]();
    throw cause;
  }
}

type Server = { readonly tracks: boolean; readonly settings: Readonly<Record<string, string>> };

/** Throws SluiceError database/shadow where these binaries cannot do what is asked for. */
async function serverFor(binaries: Binaries, { decodable }: ShadowRequest): Promise<Server> {
  const tracks = await hasLibrary(binaries, 'pg_stat_statements');
  const tracked = tracks ? { ...settings, ...tracking } : settings;
  if (decodable !== true) return { tracks, settings: tracked };
  await assertDecoding(binaries);
  return { tracks, settings: { ...tracked, ...decoding } };
}

async function assertDecoding(binaries: Binaries): Promise<void> {
  if (await hasLibrary(binaries, 'test_decoding')) return;
  throw new SluiceError(
    'database/shadow',
    `PostgreSQL ${binaries.version} comes without test_decoding, so its log cannot tell which rows a change moves, and nothing was rehearsed. Install its contrib modules, take --shadow npm-binaries, or leave --row-images out.`,
  );
}

/** Settings of a role are set with the rights of who gave them to it. */
async function makeLoader(session: Promise<Session>, worker: Login): Promise<Login> {
  await using owner = await session;
  const loader = newLogin('loader');
  await runFormatted(owner, [
    ['create role %I login bypassrls password %L', loader.user, loader.password],
    ['grant %I to %I', worker.user, loader.user],
    ['alter role %I set session_replication_role = %L', loader.user, 'replica'],
    ['alter role %I set search_path = pg_catalog, pg_temp', loader.user],
  ]);
  return loader;
}

/** Under the name of the role on the target, as far as PostgreSQL lets a role be called so. */
function workerOf({ role }: ShadowRequest): Login {
  const login = newLogin('worker');
  const isFree = role !== undefined && !/^(?:pg_.*|public|none|)$/.test(role);
  return isFree ? { ...login, user: role } : login;
}

async function installStatistics(session: Promise<Session>): Promise<void> {
  await using own = await session;
  await own.query('create extension pg_stat_statements schema public');
}

/** The database as the worker finds it: someone else's, where it may make what it likes, and no other to go to. */
async function furnish(cluster: Cluster, worker: Login, request: ShadowRequest): Promise<number> {
  const connect = (name: string): Promise<Session> =>
    database.connect({
      url: cluster.url(cluster.superuser, name),
      applicationName: 'sluice setup',
      signal: request.signal,
    });
  const name = request.databaseName;
  await using admin = await connect(ownDatabase);
  await runFormatted(admin, [
    ['create role %I login password %L connection limit 4', worker.user, worker.password],
    ['alter role %I set temp_file_limit = %L', worker.user, '1GB'],
    // As empty as a new one, and there already.
    ...(name === 'postgres' ? [] : [rename(name)]),
    ['comment on database %I is null', name],
    ['revoke all on database %I from public', name],
    ['grant connect, temporary, create on database %I to %I', name, worker.user],
    ['revoke all on database %I from public', ownDatabase],
  ]);
  await using inside = await connect(name);
  await runFormatted(inside, [['grant create, usage on schema public to %I', worker.user]]);
  return inside.serverVersion;
}

function rename(name: string): Formatted {
  return ['alter database postgres rename to %I', name];
}
