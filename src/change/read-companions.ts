import type { GovernedDatabase } from '../domain/policy.ts';
import { findCompanions } from '../layouts/locate.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';

/** Bounds what a tool's own file may hold; a larger one is not read, and that is a refusal. */
const largest = 5_000_000;

/** Content of the tool's own files that decide what runs, by blob; what is no UTF-8 text is left out. */
export async function readCompanions(
  database: Pick<GovernedDatabase, 'paths' | 'layout'>,
  files: readonly TreeEntry[],
  repository: Repository,
): Promise<ReadonlyMap<string, string>> {
  const sizes = new Map(files.map(({ blob, size }) => [blob, size]));
  const companions = findCompanions({ database, matches: matchesGlob, files });
  const blobs = [...new Set(companions.map(({ blob }) => blob))].filter(
    (blob) => (sizes.get(blob) ?? 0) <= largest,
  );
  const contents = await repository.blobs(blobs);
  return new Map(
    blobs.flatMap((blob, index) => {
      const text = decode(contents[index]);
      return text === undefined ? [] : [[blob, text] as const];
    }),
  );
}

function decode(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
