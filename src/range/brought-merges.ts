import type { CommitSha, Unit } from '../domain/change.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { SluiceError } from '../errors.ts';
import type { Merge } from '../merged/merge.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import type { Controls } from '../change/load-controls.ts';
import { blobsAt } from './blobs.ts';
import { type Brought, loadSpan } from './load-merged.ts';
import type { FoundTarget } from '../policy/targets.ts';

/** A merge with what it brought to one target. */
export type BroughtMerge = {
  readonly merge: Merge;
  /** By the controls of its base, or of the tip where those cannot be read. */
  readonly brought: Brought;
  readonly isReadable: boolean;
  /** What would run on the target, in order. */
  readonly units: readonly Unit[];
  /** Governed paths that the layout or git refused: edited, removed, no plain file. */
  readonly refusedPaths: readonly string[];
  readonly controlFiles: readonly string[];
};

type Tools = {
  readonly repository: Repository;
  readonly parser: Parser;
  readonly found: FoundTarget;
  /** Controls of the tip. */
  readonly latest: Controls;
};

/** Reads what each merge brought to the target; a merge that brought nothing to it is left out. */
export async function loadBrought(
  merges: readonly Merge[],
  tools: Tools,
): Promise<readonly BroughtMerge[]> {
  const loaded: BroughtMerge[] = [];
  for (const merge of merges) {
    const one = await loadOne(merge, tools);
    if (one.units.length + one.refusedPaths.length + one.controlFiles.length > 0) loaded.push(one);
  }
  return loaded;
}

async function loadOne(merge: Merge, tools: Tools): Promise<BroughtMerge> {
  const { brought, isReadable } = await loadReadable(merge, tools);
  const { database, target } = tools.found;
  // A target that the base does not name yet was not meant.
  const part = brought.databases
    .filter(({ database: { targets } }) => targets.some(({ name }) => name === target.name))
    .find((candidate) => candidate.database.name === database.name);
  return {
    merge,
    brought,
    isReadable,
    units: part?.units ?? [],
    refusedPaths: (part?.refused ?? []).map(({ path }) => path),
    controlFiles: controlFilesOf(brought),
  };
}

async function loadReadable(merge: Merge, { latest, ...tools }: Tools) {
  try {
    return { brought: await loadSpan(merge, tools), isReadable: true };
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'input/policy') throw error;
    return { brought: await loadSpan(merge, tools, latest), isReadable: false };
  }
}

/** Governed and control files of a merge with the digests of their content, for the record. */
export async function readPaths(
  { merge, units, refusedPaths, controlFiles }: BroughtMerge,
  repository: Repository,
): Promise<readonly { readonly path: string; readonly digest: Digest | null }[]> {
  const entries = new Map(
    (await repository.tree(merge.commit)).map((entry) => [entry.path, entry]),
  );
  const others = [...new Set([...refusedPaths, ...controlFiles])];
  const digests = others.map(async (path) => {
    const entry = entries.get(path);
    const isFile = entry?.entry === 'file' || entry?.entry === 'executable';
    if (entry === undefined || !isFile || entry.size > largestRead) return { path, digest: null };
    return { path, digest: digestOf(await repository.blob(entry.blob)) };
  });
  return [...units.map(({ path, digest }) => ({ path, digest })), ...(await Promise.all(digests))];
}

const largestRead = 10_000_000;

/**
 * Whether the branch at `tip` still holds what the merge brought and the target does not, or lacks what
 * the target holds: what came later was rehearsed on that.
 */
export async function isStillThere(
  { merge, units, refusedPaths }: BroughtMerge,
  {
    repository,
    tip,
    holds,
  }: {
    readonly repository: Repository;
    readonly tip: CommitSha;
    /** Whether the target holds the unit, in these bytes or, without them, in any. */
    readonly holds: (unitId: string, digest?: Digest) => boolean;
  },
): Promise<boolean> {
  const [then, now] = [await blobsAt(repository, merge.commit), await blobsAt(repository, tip)];
  const isSame = (path: string): boolean => then.get(path) === now.get(path);
  return (
    units.some(({ id, path, digest }) => isSame(path) && !holds(id, digest)) ||
    refusedPaths.some((path) => isSame(path) && (then.has(path) || holds(path)))
  );
}
