import type { Policy } from '../domain/policy.ts';
import type { AppliedFile } from '../layouts/edited.ts';
import { layouts } from '../layouts/index.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import type { LoadedDatabase } from './load-units.ts';

/**
 * Lays beside a database what its tool would have recorded of each file of the target branch. Where
 * Sluice applies, its own ledger knows, and nothing is read here.
 */
export async function withApplied(
  loaded: LoadedDatabase,
  { apply }: Pick<Policy, 'apply'>,
  { after, repository }: { readonly after: readonly TreeEntry[]; readonly repository: Repository },
): Promise<LoadedDatabase> {
  const layout = layouts.find(({ name }) => name === loaded.database.layout);
  if (apply === 'sluice' || layout?.record === undefined) return loaded;
  const { checksumsOf } = layout.record;
  const heads = new Map(after.map(({ path, blob }) => [path, blob]));
  const left = loaded.base.filter(({ path }) => heads.has(path));
  const blobs = left.flatMap(({ path, blob }) => [blob, heads.get(path) ?? blob]);
  const sums = await readSums([...new Set(blobs)], repository, checksumsOf);
  const applied = left.map(({ path, blob }): AppliedFile => {
    const stamp = loaded.stamps.get(path);
    return {
      path,
      ...(stamp === undefined ? {} : { stamp }),
      before: sums.get(blob) ?? [],
      after: sums.get(heads.get(path) ?? blob) ?? [],
    };
  });
  return { ...loaded, applied };
}

async function readSums(
  blobs: readonly string[],
  repository: Repository,
  checksumsOf: (text: string) => readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const contents = await repository.blobs(blobs);
  return new Map(blobs.map((blob, index) => [blob, sumsOf(contents[index], checksumsOf)]));
}

/** Bytes that are no text are refused wherever they are read, and were recorded by nobody. */
function sumsOf(
  bytes: Uint8Array | undefined,
  checksumsOf: (text: string) => readonly string[],
): readonly string[] {
  if (bytes === undefined) return [];
  try {
    return checksumsOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return [];
  }
}
