import { readControlText } from '../change/load-controls.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { parseTeams } from '../config/teams.ts';
import type { PullRequest } from '../domain/change.ts';
import type { Owner } from '../domain/owner.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { Repository } from '../ports/repository.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import { responsibleFor } from '../policy/demand.ts';

type Teams = PullRequest['teams'];

const rosterPath = '.sluice/teams.yml';

/**
 * Members of the teams that the decision can ask for: by the host, else by the roster of the target
 * branch. A team that neither knows is absent, and nobody stands for it.
 */
export async function readTeams(
  loaded: LoadedChange,
  { host, repository }: { readonly host: LiveCodeHost; readonly repository: Repository },
): Promise<Teams> {
  const names = teamsToAsk(loaded);
  const answers = await Promise.all(
    names.map(async (name) => [name, await host.readTeam(name)] as const),
  );
  const told = answers.flatMap(([name, members]) =>
    members === undefined ? [] : [[name, members] as const],
  );
  if (told.length === names.length) return new Map(told);
  const roster = await readRoster(loaded, repository);
  const listed = names.flatMap((name) => {
    const members = roster.get(name);
    return members === undefined ? [] : [[name, members] as const];
  });
  return new Map([...listed, ...told]);
}

/** `organization/slug` of every team that could be asked for an approval of this change. */
function teamsToAsk({ change, controls, databases }: LoadedChange): readonly string[] {
  const { policy } = controls;
  const paths = new Set(databases.flatMap(({ units }) => units.map(({ path }) => path)));
  const moved = change.files.flatMap(({ path, previousPath }) =>
    previousPath !== undefined && paths.has(path) ? [previousPath] : [],
  );
  const owners = [
    ...[...paths, ...moved].flatMap((path) => responsibleFor(path, controls).owners),
    ...(controlFilesOf(change).length > 0 ? policy.guardians : []),
    ...policy.rules.flatMap(({ requires }) => (requires.kind === 'one-of' ? requires.owners : [])),
  ];
  return [...new Set(owners.flatMap(teamName))].toSorted();
}

function teamName(owner: Owner): readonly string[] {
  return owner.kind === 'team' ? [`${owner.organization}/${owner.slug}`] : [];
}

async function readRoster({ change }: LoadedChange, repository: Repository): Promise<Teams> {
  const tree = await repository.tree(change.base);
  const text = await readControlText(repository, tree, rosterPath);
  return text === undefined ? new Map() : parseTeams(text, rosterPath);
}
