import type { Binaries } from '../postgres/binaries.ts';
import { type Cluster, type Login, newLogin, startCluster } from '../postgres/cluster.ts';
import { database } from '../postgres/session.ts';
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
const settings = { autovacuum: 'off' };

/**
 * A shadow on a server of our own. Submitted SQL runs under a login of its own, because a superuser's
 * session that has only changed its role can change it back and run programs.
 */
export async function openClusterShadow(
  origin: ShadowOrigin,
  request: ShadowRequest,
): Promise<Shadow> {
  const { provider, reason, binaries } = origin;
  const cluster = await startCluster({ binaries, settings, signal: request.signal });
  const worker = newLogin('worker');
  try {
    const serverVersion = await furnish(cluster, worker, request);
    const open = (login: Login, applicationName: string): Promise<Session> =>
      database.connect({
        url: cluster.url(login, request.databaseName),
        applicationName,
        signal: request.signal,
      });
    return {
      provider,
      reason,
      level: 'A',
      cannotSee: [],
      differences: [],
      prepared: false,
      serverVersion,
      provideRoles: async (names) => {
        await using session = await open(cluster.superuser, 'sluice roles');
        await provideRoles(session, names, { worker: worker.user });
      },
      worker: () => open(worker, 'sluice worker'),
      observer: () => open(cluster.superuser, 'sluice observer'),
      [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
    };
  } catch (cause) {
    await cluster[Symbol.asyncDispose]();
    throw cause;
  }
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
  await using admin = await connect('template1');
  await runFormatted(admin, [
    ['create role %I login password %L connection limit 4', worker.user, worker.password],
    ['alter role %I set temp_file_limit = %L', worker.user, '1GB'],
    // As empty as a new one, and there already.
    ...(name === 'postgres' ? [] : [rename(name)]),
    ['comment on database %I is null', name],
    ['revoke all on database %I from public', name],
    ['grant connect, temporary, create on database %I to %I', name, worker.user],
    ['revoke all on database %I from public', 'template1'],
  ]);
  await using inside = await connect(name);
  await runFormatted(inside, [['grant create, usage on schema public to %I', worker.user]]);
  return inside.serverVersion;
}

function rename(name: string): Formatted {
  return ['alter database postgres rename to %I', name];
}
