import { findBinaries, preferMajor } from '../../src/adapters/postgres/binaries.ts';
import { startCluster } from '../../src/adapters/postgres/cluster.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import type { Session } from '../../src/ports/database.ts';

/** A real server for one suite. */
export type TestServer = AsyncDisposable & {
  /** postgres:// URL of the superuser. */
  url(databaseName?: string): string;
  /** A superuser's session; the caller disposes it. */
  connect(databaseName?: string): Promise<Session>;
  /** Makes an empty database; `name` is a plain identifier. */
  createDatabase(name: string): Promise<void>;
};

/** Starts the newest PostgreSQL at hand, or of the wanted major. `await using server = await startTestServer();` */
export async function startTestServer(
  options: {
    readonly major?: number;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestServer> {
  const { signal } = new AbortController();
  const binaries = preferMajor(await findBinaries(signal), options.major);
  if (binaries === undefined) throw new Error('no PostgreSQL');
  const cluster = await startCluster({ binaries, settings: options.settings ?? {}, signal });
  const url = (databaseName = 'postgres'): string => cluster.url(cluster.superuser, databaseName);
  const connect = (databaseName?: string): Promise<Session> =>
    database.connect({ url: url(databaseName), applicationName: 'sluice test', signal });
  return {
    url,
    connect,
    createDatabase: async (name) => {
      await using session = await connect();
      await session.query(`create database ${name}`);
    },
    [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
  };
}
