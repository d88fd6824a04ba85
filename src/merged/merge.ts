import type { CommitSha } from '../domain/change.ts';
import type { ListedPullRequest } from '../ports/live-code-host.ts';

/** Commits of the target branch that came together; what they brought differs from `base` to `commit`. */
export type Merge =
  | {
      readonly kind: 'pull-request';
      readonly pullRequest: ListedPullRequest;
      /** First parent of the first commit: its controls judge what came. */
      readonly base: CommitSha;
      /** The last commit. */
      readonly commit: CommitSha;
      readonly how: 'merge' | 'squash' | 'rebase';
    }
  /** No pull request that was merged into this branch brought the commit. */
  | { readonly kind: 'direct-push'; readonly base: CommitSha; readonly commit: CommitSha };

export type BroughtByPullRequest = Extract<Merge, { readonly kind: 'pull-request' }>;
