import { sizeRefusal } from '../domain/file-size.ts';
import type { Unit } from '../domain/change.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import type { Script } from '../domain/statement.ts';
import { downPathOf, toDownUnits } from '../layouts/units.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import { readScript } from '../sql/read.ts';

/** What undoes one unit: it never runs on a target, and is proved on a shadow. */
export type DownHalf = { readonly unit: Unit; readonly script: Script };

type Tools = { readonly repository: Repository; readonly parser: Parser };

/** The down halves of the units of a change by the id of the unit, where the layout has such. */
export async function loadDowns(
  database: GovernedDatabase,
  { units, tree }: { readonly units: readonly Unit[]; readonly tree: readonly TreeEntry[] },
  { repository, parser }: Tools,
): Promise<ReadonlyMap<string, DownHalf>> {
  const found = findFiles(database, units, tree);
  const contents = await repository.blobs(found.map(({ down }) => down.blob));
  const downs = new Map<string, DownHalf>();
  for (const [index, { running, down }] of found.entries()) {
    const bytes = contents[index] ?? new Uint8Array();
    for (const unit of toDownUnits({ path: running }, database, { path: down.path, bytes })) {
      const script = await readScript(unit, parser, database.maxFileBytes);
      // Comments alone undo nothing, and tools that begin every file with a mark write them.
      if (script.statements.length > 0) downs.set(unit.id, { unit, script });
    }
  }
  return downs;
}

type Found = { readonly running: string; readonly down: TreeEntry };

/** Links are refused where the tree is read; what is too large is proved by nobody. */
function findFiles(
  { layout, maxFileBytes }: GovernedDatabase,
  units: readonly Unit[],
  tree: readonly TreeEntry[],
): readonly Found[] {
  const files = new Map(tree.map((entry) => [entry.path, entry]));
  return [...new Set(units.map(({ path }) => path))].flatMap((running) => {
    const path = downPathOf(layout, running);
    const down = path === undefined ? undefined : files.get(path);
    if (down === undefined || !['file', 'executable'].includes(down.entry)) return [];
    return sizeRefusal(down.size, maxFileBytes) === undefined ? [{ running, down }] : [];
  });
}
