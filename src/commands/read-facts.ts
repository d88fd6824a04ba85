import { decodeUtf8 } from '../change/decode.ts';
import { agedAt, factsOfDatabases } from '../change/facts-of-databases.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { largestFacts, readFacts } from '../config/facts.ts';
import type { Facts } from '../domain/facts.ts';
import type { Policy } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';

/** The change with the facts of `--facts`, which come from outside of it. Throws SluiceError input/facts. */
export async function withFacts<Loaded extends LoadedChange>(
  loaded: Loaded,
  given: Arguments,
  context: Context,
): Promise<Loaded> {
  const now = context.clock.now();
  if (!given.options.has('facts')) return { ...loaded, now };
  const read = await readFactsFiles(given, context);
  const facts = factsOfDatabases(read, loaded.controls.policy, now);
  return { ...loaded, facts, now };
}

type CheckedFacts = {
  /** Of the only file; undefined where there are several. */
  readonly major: number | undefined;
  /** Without a policy one file speaks for everything that is checked. */
  ofNoPolicy(): Facts;
  /** With a policy the path says which database it is. */
  of(policy: Policy): (path: string) => Facts | undefined;
};

/** The facts of `sluice check`, which may have no policy. Throws SluiceError input/facts. */
export async function readCheckedFacts(given: Arguments, context: Context): Promise<CheckedFacts> {
  const read = await readFactsFiles(given, context);
  const now = context.clock.now();
  const [only] = read.length === 1 ? read : [];
  return {
    major: only && Math.floor(only.serverVersion / 10_000),
    ofNoPolicy: () => {
      if (only === undefined) throw severalWithoutPolicy();
      return agedAt(only, now);
    },
    of: (policy) => {
      const facts = factsOfDatabases(read, policy, now);
      return (path) => {
        const governs = (paths: readonly string[]) =>
          paths.some((pattern) => matchesGlob(pattern, path));
        return facts.get(policy.databases.find(({ paths }) => governs(paths))?.name ?? '');
      };
    },
  };
}

async function readFactsFiles(given: Arguments, context: Context): Promise<readonly Facts[]> {
  const paths = await context.files.allFiles(given.options.get('facts') ?? '');
  if (paths.length > mostFiles) throw tooMany(paths.length);
  const read: Facts[] = [];
  // One after the other: each may be as large as a file of facts can be.
  for (const path of paths)
    read.push(
      readFacts(decodeUtf8(await context.files.read(path, largestFacts), path, 'input/facts')),
    );
  return read;
}

/** A policy governs fewer databases, and a wrong directory may hold any number of files. */
const mostFiles = 200;

function tooMany(files: number): SluiceError {
  return new SluiceError(
    'input/facts',
    `The directory of --facts holds ${files} files. Nothing is read of more than ${mostFiles}, because it is hardly a directory of facts. Give one that holds a file for each database and nothing else.`,
  );
}

function severalWithoutPolicy(): SluiceError {
  return new SluiceError(
    'input/facts',
    'There are several facts files, or none, and no policy that says which files belong to which database. Nothing was checked. Give one file, or the policy as well.',
  );
}
