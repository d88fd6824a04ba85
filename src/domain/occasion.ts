import type { CommitSha } from './change.ts';

/** Why a run of the action began; only where to look is taken from an event, nothing that decides. */
export type Occasion =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      /** What the event calls its head, which may be old; a run that breaks can refuse it. */
      readonly head?: CommitSha;
    }
  /** After a signal: the pull request is the one that the host finds for this head. */
  | {
      readonly kind: 'head';
      /** `owner/name`, lower case. */
      readonly headRepository: string;
      readonly branch: string;
      readonly head: CommitSha;
    }
  | {
      readonly kind: 'merge-group';
      readonly base: CommitSha;
      readonly head: CommitSha;
      readonly targetBranch: string;
    }
  /** push, schedule, workflow_dispatch: whatever was merged and is not applied yet. */
  | { readonly kind: 'branch'; readonly branch: string };
