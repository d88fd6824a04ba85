import type { PullRequest } from '../domain/change.ts';
import { readLoginList } from './login.ts';
import { readMap, readYaml, requireCell, requireVersion } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

type Teams = PullRequest['teams'];

/**
 * Reads `.sluice/teams.yml`: who belongs to which team, for hosts that do not tell. Names become lower
 * case. Throws SluiceError input/policy that lists everything that is wrong.
 */
export function parseTeams(text: string, path: string): Teams {
  return readYaml({ text, path, code: 'input/policy' }, (root, problems) => {
    const entries = readMap(root, problems, ['version', 'teams']);
    requireVersion(entries, root, problems);
    const teams = requireCell(entries, 'teams', root, problems);
    return teams === undefined ? undefined : readTeams(teams, problems);
  });
}

/** `organization/slug` to a list of logins. */
export function readTeams(cell: Cell, problems: Problems): Teams {
  const given = [...readMap(cell, problems, 'anything')].map(([name, members]) => {
    const team = name.toLowerCase();
    if (!/^[a-z0-9-_]+\/[a-z0-9-_.]+$/.test(team))
      problems.report(members, `${members.name} has to be organization/team`);
    return [team, readLoginList(members, problems)] as const;
  });
  return refuseEqual(new Map(given), given.length, { cell, problems });
}

/** Names that differ in case only are the same account to GitHub. */
export function refuseEqual<Value extends ReadonlyMap<string, unknown>>(
  map: Value,
  count: number,
  { cell, problems }: { readonly cell: Cell; readonly problems: Problems },
): Value {
  if (map.size < count) problems.report(cell, `${cell.name} names somebody twice`);
  return map;
}
