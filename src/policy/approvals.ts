import type { Approval, DisregardedReview, Review } from '../domain/approval.ts';
import type { Change, PullRequest } from '../domain/change.ts';
import { ownerName, type Owner } from '../domain/owner.ts';
import { isMachine } from './agents.ts';

/** What the reviews of a change amount to. */
export type Standing = {
  /** Reviews that count, one a person, sorted by login. */
  readonly approvals: readonly Approval[];
  readonly disregarded: readonly DisregardedReview[];
  /** People with write access whose latest opinion asks for changes, on whatever commit. */
  readonly objections: readonly string[];
};

/** What an approval of any one of `anyOf` would need, seen against who approved. */
export type Coverage = {
  readonly givenBy: readonly Approval[];
  readonly disregarded: readonly DisregardedReview[];
  /** Owners that nobody can stand for, and why. */
  readonly unresolved: readonly string[];
};

/**
 * Reduces the reviews to the latest opinion of each person. A comment is no opinion; a dismissed
 * review is one, so that an older approval does not come back. Once merged, only what was said
 * until then counts. `agents` are the policy's agent logins.
 */
export function standingOf(change: Change, agents: readonly string[]): Standing {
  const { mergedAt, permissions } = change.pullRequest;
  const latest = latestOpinions(change.pullRequest.reviews, mergedAt);
  const approving = latest.filter(({ state }) => state === 'approved');
  const judged = approving.map((review) => ({ review, why: whyNot(review, change, agents) }));
  return {
    approvals: judged.flatMap(({ review, why }) =>
      why === undefined && review.commit !== undefined ? [toApproval(review, review.commit)] : [],
    ),
    disregarded: judged.flatMap(({ review: { login }, why }) =>
      why === undefined ? [] : [{ login, why }],
    ),
    objections: latest
      .filter(({ state, login }) => state === 'changes-requested' && mayWrite(login, permissions))
      .map(({ login }) => login),
  };
}

/** Which of the approvals come from one of these owners; teams are resolved by the pull request. */
export function coverageOf(
  owners: readonly Owner[],
  standing: Standing,
  { teams }: Pick<PullRequest, 'teams'>,
): Coverage {
  const people = new Set(owners.flatMap((owner) => peopleOf(owner, teams) ?? []));
  const names = owners.map(ownerName).join(', ');
  const others = standing.approvals.filter(({ login }) => !people.has(login));
  return {
    givenBy: standing.approvals.filter(({ login }) => people.has(login)),
    disregarded: [
      ...standing.disregarded,
      ...others.map(({ login }) => ({ login, why: `@${login} is none of ${names}.` })),
    ],
    unresolved: owners
      .filter((owner) => peopleOf(owner, teams) === undefined)
      .map((owner) => whyUnresolved(owner)),
  };
}

function peopleOf(owner: Owner, teams: PullRequest['teams']): readonly string[] | undefined {
  switch (owner.kind) {
    case 'user':
      return [owner.login];
    case 'team':
      return teams.get(`${owner.organization}/${owner.slug}`);
    case 'email':
      return undefined;
  }
}

function whyUnresolved(owner: Owner): string {
  return owner.kind === 'email'
    ? `Nobody can stand for ${ownerName(owner)}: an e-mail address names no account. Name the login instead.`
    : `Nobody can stand for ${ownerName(owner)}: its members are not known. Give the input team-token a token with the permission members: read, or list them in .sluice/teams.yml on the target branch.`;
}

function latestOpinions(reviews: readonly Review[], until: string | undefined): readonly Review[] {
  const opinions = reviews
    .filter(({ state }) => state !== 'commented')
    .filter(({ submittedAt }) => until === undefined || compareTimes(submittedAt, until) <= 0)
    .toSorted(
      (one, other) =>
        compareTimes(one.submittedAt, other.submittedAt) || compareIds(one.id, other.id),
    );
  const byLogin = new Map(opinions.map((review) => [review.login, review]));
  return [...byLogin.values()].toSorted((one, other) => compareText(one.login, other.login));
}

/** Why this approval does not count, or undefined when it does. */
function whyNot(review: Review, change: Change, agents: readonly string[]): string | undefined {
  return (
    whyNoOutsider(review, change.pullRequest, agents) ??
    whyNotEntitled(review, change.pullRequest) ??
    whyElsewhere(review, change.head)
  );
}

/** Whoever made the change, or may have, cannot approve it. */
function whyNoOutsider(
  { login, account }: Review,
  pullRequest: PullRequest,
  agents: readonly string[],
): string | undefined {
  const { author } = pullRequest;
  if (account === 'bot' || isMachine(login, agents))
    return `@${login} is no person; bots and agents cannot approve.`;
  if (login === author.login) return `@${login} is the author of the change.`;
  if (author.onBehalfOf.includes(login)) return `@${login} asked @${author.login} for this change.`;
  return isAssigned(login, pullRequest, agents)
    ? `@${login} is assigned to a pull request of @${author.login}, as whoever asks an agent is.`
    : undefined;
}

function isAssigned(
  login: string,
  { author, assignees = [] }: PullRequest,
  agents: readonly string[],
): boolean {
  return author.kind === 'agent' && isMachine(author.login, agents) && assignees.includes(login);
}

function whyNotEntitled(
  { login }: Review,
  { lastPusher, permissions }: PullRequest,
): string | undefined {
  if (lastPusher === undefined)
    return `It is not known who pushed last; it could have been @${login}.`;
  if (login === lastPusher) return `@${login} pushed last.`;
  return mayWrite(login, permissions) ? undefined : `@${login} has no write access.`;
}

/** An approval is bound to what was shown: this commit, against this branch. */
function whyElsewhere({ login, commit, beforeRetarget }: Review, head: string): string | undefined {
  if (commit === undefined) return `@${login} approved a commit that is no longer known.`;
  if (commit !== head) return `@${login} approved an older commit (${commit.slice(0, 12)}).`;
  return beforeRetarget === true
    ? `@${login} approved it for another target branch, which shows another difference.`
    : undefined;
}

function mayWrite(login: string, permissions: PullRequest['permissions']): boolean {
  const permission = permissions.get(login);
  return permission === 'write' || permission === 'maintain' || permission === 'admin';
}

function toApproval({ login, id, submittedAt }: Review, commit: string): Approval {
  return { login, reviewId: id, commit, submittedAt };
}

/** RFC 3339 in UTC; fractions are optional and of any length. */
function compareTimes(one: string, other: string): number {
  return compareText(sortable(one), sortable(other));
}

function sortable(time: string): string {
  const [seconds = '', fraction = ''] = time.replace(/Z$/i, '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}

/** Ids are numbers on GitHub and grow; a longer one is later. */
function compareIds(one: string, other: string): number {
  return one.length - other.length || compareText(one, other);
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
