import type { LoadedChange } from '../change/judge-input.ts';
import type { Review } from '../domain/approval.ts';
import type { PullRequest } from '../domain/change.ts';
import type { ListedPullRequest, LiveCodeHost } from '../ports/live-code-host.ts';
import type { Repository } from '../ports/repository.ts';
import { kindOfAccount } from '../policy/agents.ts';
import { steeredActor } from '../policy/steering.ts';
import { readTeams } from './teams.ts';

type Tools = { readonly host: LiveCodeHost; readonly repository: Repository };

/** More commits than GitHub itself lists of a pull request: who made such a change cannot be told. */
const mostCommits = 250;

/** A pull request before anybody asked who said what: enough to read its change from git. */
export function withoutReviews(listed: ListedPullRequest): PullRequest {
  const { number, title, head, targetBranch, author, assignees, mergedAt, mergedBy } = listed;
  return {
    number,
    title,
    head,
    targetBranch,
    author: {
      kind: kindOfAccount(author.login, author.account),
      login: author.login,
      onBehalfOf: [],
    },
    assignees,
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
    ...(mergedAt === undefined ? {} : { mergedAt }),
    ...(mergedBy === undefined ? {} : { mergedBy }),
  };
}

/** The change with its pull request as its host knows it now: reviews, who may approve, who steered it. */
export async function withReviews(
  loaded: LoadedChange,
  listed: ListedPullRequest,
  { host, repository }: Tools,
): Promise<LoadedChange> {
  const { agents } = loaded.controls.policy;
  const [reviews, lastPusher, teams, commits] = await Promise.all([
    host.readReviews(listed),
    host.readLastPusher(listed),
    readTeams(loaded, { host, repository }),
    repository.history(loaded.change.base, loaded.change.head, mostCommits),
  ]);
  const pullRequest: PullRequest = {
    ...withoutReviews(listed),
    author: steeredActor({ ...listed, commits, agents }),
    reviews,
    permissions: await readPermissions(reviews, host),
    teams,
    ...(lastPusher === undefined ? {} : { lastPusher }),
  };
  return { ...loaded, change: { ...loaded.change, pullRequest } };
}

/** Of the people whose opinion could count. */
async function readPermissions(
  reviews: readonly Review[],
  host: LiveCodeHost,
): Promise<PullRequest['permissions']> {
  const opinions = reviews.filter(
    ({ state, account }) =>
      account === 'human' && (state === 'approved' || state === 'changes-requested'),
  );
  const logins = [...new Set(opinions.map(({ login }) => login))];
  return new Map(
    await Promise.all(
      logins.map(async (login) => [login, await host.readPermission(login)] as const),
    ),
  );
}
