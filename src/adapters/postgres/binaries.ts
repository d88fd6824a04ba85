import { access, constants, readdir, realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { run, scrubbedEnvironment } from './run.ts';

/** A directory that holds `postgres` and `initdb` of one version. */
export type Binaries = {
  readonly directory: string;
  /** For example 16. */
  readonly major: number;
  /** As the server writes it: `16.14`. */
  readonly version: string;
};

const oldestMajor = 14;

/** Where packages of the usual systems put server binaries: a parent, which of its entries, and what is below. */
const places: readonly {
  readonly parent: string;
  readonly entry: RegExp;
  readonly below: string;
}[] = [
  { parent: '/usr/lib/postgresql', entry: /^\d+$/, below: 'bin' },
  { parent: '/usr', entry: /^pgsql-\d+$/, below: 'bin' },
  { parent: '/opt/homebrew/opt', entry: /^postgresql(@\d+)?$/, below: 'bin' },
  { parent: '/usr/local/opt', entry: /^postgresql(@\d+)?$/, below: 'bin' },
];

/** All PostgreSQL servers installed on this machine that Sluice can use, newest first. */
export async function findBinaries(signal: AbortSignal): Promise<readonly Binaries[]> {
  const candidates = [
    ...(await Promise.all(places.map(directoriesIn))).flat(),
    ...(process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute),
    ...(await askPgConfig(signal)),
  ];
  const real = await Promise.all(candidates.map(realDirectory));
  const distinct = [...new Set(real.filter((directory) => directory !== undefined))];
  const found = await Promise.all(distinct.map((directory) => identify(directory, signal)));
  return found
    .filter((binaries) => binaries !== undefined)
    .sort((one, other) => other.major - one.major || compareVersions(other.version, one.version));
}

/** The newest of the wanted major, or the newest of all. */
export function preferMajor(
  found: readonly Binaries[],
  major: number | undefined,
): Binaries | undefined {
  return found.find((binaries) => binaries.major === major) ?? found[0];
}

/** The version of the server in the directory; undefined when there is none that Sluice can use. */
export async function identify(
  directory: string,
  signal: AbortSignal,
): Promise<Binaries | undefined> {
  const options = { env: scrubbedEnvironment(), signal, timeoutMs: 5_000 };
  try {
    await access(join(directory, 'initdb'), constants.X_OK);
    const answer = await run(join(directory, 'postgres'), ['--version'], options);
    const version = /\(PostgreSQL\) (\d+(?:\.\d+)*)/.exec(answer)?.[1];
    const major = Number.parseInt(version ?? '', 10);
    if (version === undefined || !(major >= oldestMajor)) return undefined;
    return { directory, major, version };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function directoriesIn(place: (typeof places)[number]): Promise<readonly string[]> {
  try {
    const entries = await readdir(place.parent);
    return entries
      .filter((entry) => place.entry.test(entry))
      .map((entry) => join(place.parent, entry, place.below));
  } catch {
    return [];
  }
}

async function askPgConfig(signal: AbortSignal): Promise<readonly string[]> {
  const options = { env: scrubbedEnvironment(), signal, timeoutMs: 5_000 };
  try {
    return [(await run('pg_config', ['--bindir'], options)).trim()];
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

/** Where the server of this directory really lives: PATH often holds a link to it and not its neighbours. */
async function realDirectory(directory: string): Promise<string | undefined> {
  try {
    return dirname(await realpath(join(directory, 'postgres')));
  } catch {
    return undefined;
  }
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
