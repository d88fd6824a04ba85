import type { Review } from '../../domain/approval.ts';
import { parseCommitSha } from '../../domain/change.ts';
import type { ListedPullRequest } from '../../ports/live-code-host.ts';
import { readAccount } from './accounts.ts';
import { type Fields, unreadable } from './decode.ts';
import type { Site } from './site.ts';

const needs = 'pull-requests: read';

/** Oldest first; those of a merged pull request as they stood when it was merged. */
export async function readReviews(
  site: Site,
  { number, head, mergedAt }: ListedPullRequest,
  earlier?: readonly Review[],
): Promise<readonly Review[]> {
  const items = await site.client.askPages({
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    parameters: { ...site.place, pull_number: number },
    purpose: 'read the reviews',
    needs,
  });
  const reviews = items.flatMap(toReview).toSorted(byAge);
  if (earlier !== undefined && shows(reviews, earlier)) return earlier;
  const isDismissed = reviews.some(({ state }) => mergedAt !== undefined && state === 'dismissed');
  const mayCount = reviews.some(({ state, commit }) => state === 'approved' && commit === head);
  if (!isDismissed && !mayCount) return reviews;
  const { dismissals, retargetedAt } = await readTimeline(site, number, mergedAt);
  return reviews
    .map((review) => (mergedAt === undefined ? review : asOf(mergedAt, review, dismissals)))
    .map((review) =>
      review.submittedAt <= retargetedAt ? { ...review, beforeRetarget: true } : review,
    );
}

/** Whether the timeline was all that told more of the earlier ones. */
function shows(reviews: readonly Review[], earlier: readonly Review[]): boolean {
  const told = new Map(earlier.map((review) => [review.id, review]));
  const again = reviews.map((review) =>
    told.get(review.id)?.beforeRetarget === true ? { ...review, beforeRetarget: true } : review,
  );
  return JSON.stringify(again) === JSON.stringify(earlier);
}

function toReview(item: Fields): readonly Review[] {
  const state = stateOf(item, item.text('state'));
  // A draft that only its author sees.
  if (state === 'pending') return [];
  const commit = item.nullableText('commit_id');
  return [
    {
      id: String(item.number('id')),
      ...readAccount(item, 'user'),
      state,
      ...(commit === undefined || parseCommitSha(commit) === undefined ? {} : { commit }),
      submittedAt: item.time('submitted_at'),
    },
  ];
}

function stateOf(item: Fields, name: string): Review['state'] | 'pending' {
  switch (name.toUpperCase()) {
    case 'APPROVED':
      return 'approved';
    case 'CHANGES_REQUESTED':
      return 'changes-requested';
    case 'COMMENTED':
      return 'commented';
    case 'DISMISSED':
      return 'dismissed';
    case 'PENDING':
      return 'pending';
    default:
      throw unreadable(`${item.at}.state`);
  }
}

function byAge(one: Review, other: Review): number {
  if (one.submittedAt === other.submittedAt) return Number(one.id) - Number(other.id);
  return one.submittedAt < other.submittedAt ? -1 : 1;
}

type Dismissal = { readonly at: string; readonly before: Review['state'] };

type Timeline = {
  readonly dismissals: ReadonlyMap<string, Dismissal>;
  /** When the target branch was changed last; empty when it never was. */
  readonly retargetedAt: string;
};

/**
 * A review does not say when it was dismissed and what it was before, nor at which branch the pull
 * request aimed when it was given; the timeline does.
 */
async function readTimeline(
  site: Site,
  number: number,
  mergedAt: string | undefined,
): Promise<Timeline> {
  const items = await site.client.askPages({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline',
    parameters: { ...site.place, issue_number: number },
    purpose: 'read when reviews were dismissed and the target branch changed',
    needs,
  });
  const named = (...names: readonly string[]): readonly Fields[] =>
    items.filter((item) => names.includes(item.optionalText('event') ?? ''));
  const retargets = named('base_ref_changed', 'automatic_base_change_succeeded')
    .map((item) => item.time('created_at'))
    .filter((at) => mergedAt === undefined || at <= mergedAt);
  return {
    dismissals: new Map(named('review_dismissed').map(toDismissal)),
    retargetedAt: retargets.toSorted().at(-1) ?? '',
  };
}

function toDismissal(item: Fields): readonly [string, Dismissal] {
  const dismissed = item.fields('dismissed_review');
  const before = stateOf(dismissed, dismissed.text('state'));
  if (before === 'pending') throw unreadable(`${dismissed.at}.state`);
  return [String(dismissed.number('review_id')), { at: item.time('created_at'), before }];
}

function asOf(
  mergedAt: string,
  review: Review,
  dismissals: ReadonlyMap<string, Dismissal>,
): Review {
  if (review.state !== 'dismissed') return review;
  const dismissal = dismissals.get(review.id);
  // Unknown is neither: it could have been a "changes requested" that nobody took back.
  if (dismissal === undefined) throw unreadable('timeline.review_dismissed');
  return dismissal.at > mergedAt ? { ...review, state: dismissal.before } : review;
}
