/** One review as the code host recorded it. */
export type Review = {
  readonly id: string;
  readonly login: string;
  /** The account's type: bots never count. */
  readonly account: 'human' | 'bot';
  readonly state: 'approved' | 'changes-requested' | 'dismissed' | 'commented';
  /** Commit that was reviewed; undefined after a force push, which makes it stale. */
  readonly commit?: string;
  /** RFC 3339, UTC. */
  readonly submittedAt: string;
  /** Given while the pull request aimed at another branch, which shows another difference. */
  readonly beforeRetarget?: true;
};

/** A review that counts: bound to the exact head, by somebody entitled to give it. */
export type Approval = {
  readonly login: string;
  readonly reviewId: string;
  readonly commit: string;
  readonly submittedAt: string;
};

/** Somebody's opinion that does not count, and why, in words for the report. */
export type DisregardedReview = { readonly login: string; readonly why: string };
