import type { EvidenceByDatabase, LoadedChange } from '../change/judge-input.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Repository } from '../ports/repository.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import type { LoadedMember } from './group-members.ts';

/**
 * Why the group cannot be taken for its pull requests, or undefined. A conflict that the queue settled,
 * or a commit that somebody slipped in, can hold bytes that no pull request has; and what is in order in
 * each alone can be refused when they come together.
 */
export async function problemOfGroup(
  whole: LoadedChange,
  members: readonly LoadedMember[],
  repository: Repository,
): Promise<string | undefined> {
  const strange = 'The group holds other governed bytes than its pull requests.';
  const inGroup = await readEntries(whole, repository);
  const known = new Set<string>();
  for (const { loaded } of members) {
    const inMember = await readEntries(loaded, repository);
    for (const path of judgedPaths(loaded)) {
      if (inMember.get(path) !== inGroup.get(path)) return strange;
      known.add(path);
    }
  }
  if (!judgedPaths(whole).every((path) => known.has(path))) return strange;
  const isRefused = whole.databases.some(({ refused }) => refused.length > 0);
  const isEachFine = members.every(({ loaded }) =>
    loaded.databases.every(({ refused }) => refused.length === 0),
  );
  return isRefused && isEachFine
    ? 'Together the pull requests of the group hold governed files that are refused.'
    : undefined;
}

/** A rehearsal of the whole group saw each member too, in the order in which they will be merged. */
export function evidenceOfMember(
  { databases }: LoadedChange,
  own: EvidenceByDatabase,
  ofGroup: EvidenceByDatabase,
): EvidenceByDatabase {
  const found = databases.flatMap(({ database, units }) => {
    const evidence = own.get(database.name) ?? partOf(ofGroup.get(database.name), units);
    return evidence === undefined ? [] : [[database.name, evidence] as const];
  });
  return new Map(found);
}

type Units = LoadedChange['databases'][number]['units'];

function partOf(evidence: Evidence | undefined, units: Units): Evidence | undefined {
  if (evidence === undefined || units.length === 0) return undefined;
  const seen = evidence.units.filter(({ unitId, digest }) =>
    units.some((unit) => unit.id === unitId && unit.digest === digest),
  );
  // What failed never ran to its end, so nobody can expect every unit of it.
  if (evidence.outcome.kind === 'completed' && seen.length !== units.length) return undefined;
  return { ...evidence, units: seen };
}

async function readEntries(
  { change }: LoadedChange,
  repository: Repository,
): Promise<ReadonlyMap<string, string>> {
  const tree = await repository.tree(change.head);
  return new Map(tree.map(({ path, entry, blob }) => [path, `${entry} ${blob}`]));
}

/** Every path of the change that is governed or a control file. */
function judgedPaths({ change, databases }: LoadedChange): readonly string[] {
  return [
    ...databases.flatMap(({ units, refused }) => [...units, ...refused].map(({ path }) => path)),
    ...controlFilesOf(change),
  ];
}
