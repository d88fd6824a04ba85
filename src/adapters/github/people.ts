import type { Permission } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { ListedPullRequest } from '../../ports/live-code-host.ts';
import { isAskable, parseRepository, readLogin } from './accounts.ts';
import type { Client } from './client.ts';
import { type Fields, toFields, toList, unreadable } from './decode.ts';
import type { Site } from './site.ts';

export async function readPermission(site: Site, login: string): Promise<Permission> {
  if (!isAskable(login.toLowerCase())) return 'none';
  const asked = site.client.ask({
    route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    parameters: { ...site.place, username: login },
    purpose: 'read what somebody may do here',
    needs: 'metadata: read',
  });
  const answer = await unlessHidden(asked, [404]);
  return answer === undefined ? 'none' : toPermission(toFields(answer.data, 'permission'));
}

const legacy = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
} as const satisfies Record<Permission, Permission>;

/** `permission` knows four levels; `role_name` knows all, and custom roles with names of their own. */
function toPermission(answer: Fields): Permission {
  const permission = answer.text('permission');
  const role = answer.optionalText('role_name');
  if (!isPermission(permission)) throw unreadable(`${answer.at}.permission`);
  return role !== undefined && isPermission(role) && legacy[role] === permission
    ? role
    : permission;
}

function isPermission(text: string): text is Permission {
  return Object.hasOwn(legacy, text);
}

/** `client` has the token of whoever may see the organization's teams. */
export async function readTeam(
  client: Client,
  team: string,
): Promise<readonly string[] | undefined> {
  const names = parseRepository(team);
  if (names === undefined) return undefined;
  const asked = client.askPages({
    route: 'GET /orgs/{org}/teams/{team_slug}/members',
    parameters: { org: names.owner, team_slug: names.repo },
    purpose: 'read the members of a team',
    needs: 'members: read (organization)',
  });
  return (await unlessHidden(asked, [403, 404]))?.map(readLogin);
}

/**
 * The newest push that left the branch at the head; who only committed is not who pushed. Whoever
 * restores the branch of a merged pull request pushed nothing of it.
 */
export async function readLastPusher(
  site: Site,
  { head, headRepository, headBranch, mergedAt }: ListedPullRequest,
): Promise<string | undefined> {
  const place = parseRepository(headRepository ?? '');
  if (place === undefined) return undefined;
  const reference = `refs/heads/${headBranch}`;
  const asked = site.client.ask({
    route: 'GET /repos/{owner}/{repo}/activity',
    parameters: { ...place, ref: reference, per_page: 100 },
    purpose: 'read who pushed the branch',
    needs: 'contents: read',
  });
  const answer = await unlessHidden(asked, [403, 404]);
  if (answer === undefined) return undefined;
  const push = toList(answer.data, 'activity').find(
    (entry) =>
      entry.text('after') === head &&
      entry.text('ref') === reference &&
      (mergedAt === undefined || entry.time('timestamp') <= mergedAt),
  );
  const actor = push?.nullableFields('actor');
  return actor === undefined ? undefined : readLogin(actor);
}

/** GitHub answers "forbidden" or "not found" where a token cannot see; that is an answer here. */
async function unlessHidden<Result>(
  asked: Promise<Result>,
  statuses: readonly number[],
): Promise<Result | undefined> {
  try {
    return await asked;
  } catch (failure) {
    if (!(failure instanceof SluiceError) || failure.code === 'host/rate-limit') throw failure;
    if (statuses.some((status) => failure.data['status'] === status)) return undefined;
    throw failure;
  }
}
