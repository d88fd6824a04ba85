import type { GovernedDatabase } from '../domain/policy.ts';
import { chooseLayout, detectLayout } from '../layouts/detect.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';

/** How many files are read to find out: marks are either in all of them or in none. */
const sample = 40;
const largest = 1_000_000;

type Layout = Pick<GovernedDatabase, 'paths' | 'layout'>;

/**
 * The database with the layout that `auto` stands for. The first tree that holds governed files
 * decides, and it is the target branch, so that no change chooses how it is read. Stays `auto` where
 * nothing is certain, which is refused later.
 */
export async function resolveLayout<Database extends Layout>(
  database: Database,
  trees: readonly (readonly TreeEntry[])[],
  repository: Repository,
): Promise<Database> {
  if (database.layout !== 'auto') return database;
  for (const tree of trees) {
    const governed = tree.filter(({ path }) =>
      database.paths.some((pattern) => matchesGlob(pattern, path)),
    );
    if (governed.length === 0) continue;
    const texts = await readSample(governed, repository);
    const candidates = detectLayout(findAround(governed, tree), (path) => texts.get(path));
    return { ...database, layout: chooseLayout(candidates) ?? 'auto' };
  }
  return { ...database, layout: 'plain' };
}

/** The tools keep their own files beside the migrations, above them, or one directory below. */
function findAround(governed: readonly TreeEntry[], tree: readonly TreeEntry[]): readonly string[] {
  const directories = new Set(governed.map(({ path }) => directoryOf(path)));
  const above = new Set([...directories].flatMap(ancestorsOf));
  return tree.flatMap(({ path }) => {
    const directory = directoryOf(path);
    return above.has(directory) || directories.has(directoryOf(directory)) ? [path] : [];
  });
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function ancestorsOf(directory: string): readonly string[] {
  const segments = directory === '' ? [] : directory.split('/');
  return ['', ...segments.map((_, index) => segments.slice(0, index + 1).join('/'))];
}

async function readSample(
  governed: readonly TreeEntry[],
  repository: Repository,
): Promise<ReadonlyMap<string, string>> {
  const files = governed
    .filter(({ path, entry, size }) => path.endsWith('.sql') && entry === 'file' && size <= largest)
    .slice(-sample);
  const contents = await repository.blobs(files.map(({ blob }) => blob));
  const decoder = new TextDecoder();
  return new Map(files.map(({ path }, index) => [path, decoder.decode(contents[index])]));
}
