import type { ChangedFile, CommitSha, Unit } from '../domain/change.ts';
import { sizeRefusal } from '../domain/file-size.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import { attributeRefusal } from '../layouts/attributes.ts';
import type { AppliedFile } from '../layouts/edited.ts';
import { findStamps, locateChange } from '../layouts/locate.ts';
import type { LayoutFile } from '../layouts/locate.ts';
import { findTransactionRefusal } from '../layouts/transaction.ts';
import { toUnits } from '../layouts/units.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import { readScript } from '../sql/read.ts';
import { loadDowns, type DownHalf } from './load-downs.ts';
import { findDump } from './load-dump.ts';
import { readCompanions } from './read-companions.ts';
import { resolveLayout } from './resolve-layout.ts';

type Refused = { readonly path: string; readonly reason: string };

/** What one database has at the base, and what the change adds. */
export type LoadedDatabase = {
  readonly database: GovernedDatabase;
  /** Governed files of the base, in order: how the shadow is built. */
  readonly base: readonly LayoutFile[];
  /** The dump of the schema that the policy names, at the base: the shadow is built from it instead. */
  readonly dump?: TreeEntry;
  readonly units: readonly Unit[];
  readonly scripts: readonly Script[];
  /** What undoes them, by the id of the unit. */
  readonly downs: ReadonlyMap<string, DownHalf>;
  readonly refused: readonly Refused[];
  /** What the tool compares with its history in place of versions, by path. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Files of the base, where the history of the tool that runs them keeps checksums. */
  readonly applied?: readonly AppliedFile[];
};

/** The trees of the target branch before and after the change, and the commit that holds the latter. */
export type Trees = {
  readonly before: readonly TreeEntry[];
  readonly after: readonly TreeEntry[];
  readonly commit: CommitSha;
};

type Tools = { readonly repository: Repository; readonly parser: Parser };

/** Reads the governed files of a change as git blobs; a work tree is never looked at. */
export async function loadDatabase(
  given: GovernedDatabase,
  { before, after, commit }: Trees,
  { repository, parser }: Tools,
): Promise<LoadedDatabase> {
  const database = await resolveLayout(given, [before, after], repository);
  const texts = await readCompanions(database, [...before, ...after], repository);
  const located = locateChange({
    database,
    matches: matchesGlob,
    base: before,
    head: after,
    texts,
  });
  const refusedByGit = await findAttributeRefusals(repository, commit, located.added);
  const tooLarge = findTooLarge(located.added, after, database);
  const small = located.added.filter(({ path }) => tooLarge.every((file) => file.path !== path));
  const read = await readUnits(small, database, repository);
  const scripts = await readScripts(read.units, parser, database);
  const refusedByRunner = findTransactionRefusals(database, read.units, scripts);
  const blobs = new Map(after.map(({ path, blob }) => [path, blob]));
  const textOf = (path: string) => texts.get(blobs.get(path) ?? '');
  return {
    database,
    base: located.base,
    ...findDump(database, before),
    units: read.units,
    scripts,
    downs: await loadDowns(database, { units: read.units, tree: after }, { repository, parser }),
    stamps: findStamps(database.layout, [...located.base, ...located.added], textOf),
    refused: [
      ...located.refused,
      ...refusedByGit,
      ...tooLarge,
      ...read.refused,
      ...refusedByRunner,
    ],
  };
}

/**
 * What the target branch would hold after a merge: its tip, with the paths that the change touches
 * taken from the head. A path that both sides touched is a conflict, which git settles, and which the
 * apply compares with what was reviewed.
 */
export function mergeTrees(
  tip: readonly TreeEntry[],
  head: readonly TreeEntry[],
  changes: readonly ChangedFile[],
): readonly TreeEntry[] {
  const touched = new Set(
    changes.flatMap(({ path, previousPath }) => [path, ...(previousPath ? [previousPath] : [])]),
  );
  return [
    ...tip.filter(({ path }) => !touched.has(path)),
    ...head.filter(({ path }) => touched.has(path)),
  ];
}

/** The scripts of the base, to replay on a shadow. A file that cannot be read fails there, by name. */
export async function loadBaseScripts(
  loaded: LoadedDatabase,
  { repository, parser }: Tools,
): Promise<readonly Script[]> {
  const { units, refused } = await readUnits(loaded.base, loaded.database, repository);
  const [first] = refused;
  if (first !== undefined)
    throw new SluiceError(
      'input/governed-file',
      `${JSON.stringify(first.path)} on the target branch cannot be replayed. ${first.reason} Nothing can be rehearsed on a schema that is not known.`,
    );
  return readScripts(units, parser, loaded.database);
}

async function readScripts(
  units: readonly Unit[],
  parser: Parser,
  { maxFileBytes }: GovernedDatabase,
): Promise<readonly Script[]> {
  const scripts: Script[] = [];
  for (const unit of units) scripts.push(await readScript(unit, parser, maxFileBytes));
  return scripts;
}

/** Git tells the size before anything is read. */
function findTooLarge(
  files: readonly LayoutFile[],
  tree: readonly TreeEntry[],
  { maxFileBytes }: GovernedDatabase,
): readonly Refused[] {
  const sizes = new Map(tree.map(({ path, size }) => [path, size]));
  return files.flatMap(({ path }) => {
    const reason = sizeRefusal(sizes.get(path) ?? 0, maxFileBytes);
    return reason === undefined ? [] : [{ path, reason }];
  });
}

function findTransactionRefusals(
  { layout }: GovernedDatabase,
  units: readonly Unit[],
  scripts: readonly Script[],
): readonly Refused[] {
  return units.flatMap(({ path, transaction }, index) => {
    const script = scripts[index];
    const reason = script && findTransactionRefusal(script, transaction, layout);
    return reason === undefined ? [] : [{ path, reason }];
  });
}

async function findAttributeRefusals(
  repository: Repository,
  commit: CommitSha,
  files: readonly LayoutFile[],
): Promise<readonly Refused[]> {
  const paths = files.map(({ path }) => path);
  const attributes = await repository.attributes(commit, paths);
  return paths.flatMap((path) => {
    const reason = attributeRefusal(attributes.get(path) ?? []);
    return reason === undefined ? [] : [{ path, reason }];
  });
}

async function readUnits(
  files: readonly LayoutFile[],
  database: GovernedDatabase,
  repository: Repository,
): Promise<{ readonly units: readonly Unit[]; readonly refused: readonly Refused[] }> {
  const contents = await repository.blobs(files.map(({ blob }) => blob));
  const read = files.map((file, index) => {
    const bytes = contents[index];
    if (bytes === undefined)
      throw new SluiceError(
        'internal/bug',
        'Git handed out fewer files than it was asked for. What is missing could decide, so nothing is allowed. Report it.',
      );
    return { path: file.path, outcome: toUnits(file, database, bytes) };
  });
  return {
    units: read.flatMap(({ outcome }) => (outcome.kind === 'units' ? outcome.units : [])),
    refused: read.flatMap(({ path, outcome }) =>
      outcome.kind === 'refused' ? [{ path, reason: outcome.reason }] : [],
    ),
  };
}
