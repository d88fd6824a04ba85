import type { Review } from '../domain/approval.ts';
import type { CommitSha, Permission } from '../domain/change.ts';
import type { Redacted } from '../domain/redacted.ts';

/** A pull request as its host lists it, before anybody asks who said what. Logins are lower case. */
export type ListedPullRequest = {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  /** Tip of the pull request as the host sees it now; after a merge, the head that was merged. */
  readonly head: CommitSha;
  /** `owner/name`, lower case; undefined when the fork was deleted. */
  readonly headRepository?: string;
  readonly headBranch: string;
  readonly targetBranch: string;
  readonly author: { readonly login: string; readonly account: 'human' | 'bot' };
  readonly assignees: readonly string[];
  /** RFC 3339, UTC. */
  readonly mergedAt?: string;
  /** Undefined where a list does not say. */
  readonly mergedBy?: string;
  /** The commit that the merge made on the target branch; the last one of a rebase. */
  readonly mergeCommit?: CommitSha;
};

/** What a commit shows to everybody. One context has one newest state. */
export type Verdict = {
  /** `sluice/gate: main` */
  readonly context: string;
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** One line of at most 140 characters. */
  readonly description: Redacted;
  /** Where a reader finds the run: an https URL. It also tells our own writings apart. */
  readonly url: string;
};

export type RecordedVerdict = {
  readonly state: Verdict['state'];
  readonly description: string;
  readonly url: string;
  /** Account that wrote it, lower case. */
  readonly creator: string;
};

/** A run of a workflow, as the host records it. */
export type WorkflowRun = {
  readonly id: string;
  /** `owner/name`, lower case. */
  readonly repository: string;
  /** `.github/workflows/sluice.yml`, without a reference. */
  readonly workflow: string;
  readonly event: string;
  readonly head: CommitSha;
  readonly headBranch: string;
};

/** What was last brought to an environment, as the host shows it. Never a proof: the ledger is. */
export type Deployment = {
  readonly environment: string;
  readonly commit: CommitSha;
  readonly state: 'in_progress' | 'success' | 'failure';
  readonly description: Redacted;
  readonly url: string;
};

/**
 * A code host that is asked and told while it works: GitHub. Everything is read anew at each call.
 * Throws SluiceError host/*; an answer of another shape than documented is host/answer.
 */
export type LiveCodeHost = {
  /** `owner/name`, lower case. */
  readonly repository: string;
  readPullRequest(number: number): Promise<ListedPullRequest>;
  /** Open pull requests of this branch of this repository (`owner/name`). */
  findByBranch(headRepository: string, branch: string): Promise<readonly ListedPullRequest[]>;
  /** Pull requests that hold the commit or brought it: open and merged ones. */
  findByCommit(commit: CommitSha): Promise<readonly ListedPullRequest[]>;
  /** The hundred newest open pull requests of a branch, newest first, and whether there are no more. */
  findByTarget(
    branch: string,
  ): Promise<{ readonly newest: readonly ListedPullRequest[]; readonly isAll: boolean }>;
  /** All reviews, oldest first. For a merged one as of the merge: a later dismissal did not happen yet. */
  readReviews(
    pullRequest: ListedPullRequest,
    /** An earlier answer: given back where the host still shows the same, so that less is asked. */
    earlier?: readonly Review[],
  ): Promise<readonly Review[]>;
  /** `none` for somebody who is not known there. */
  readPermission(login: string): Promise<Permission>;
  /** Members of `organization/slug`, children's included, lower case; undefined when it cannot be read. */
  readTeam(team: string): Promise<readonly string[] | undefined>;
  /** Who pushed the head, lower case; undefined when the host does not tell. */
  readLastPusher(pullRequest: ListedPullRequest): Promise<string | undefined>;
  /** States of one context on a commit, newest first. */
  readVerdicts(commit: CommitSha, context: string): Promise<readonly RecordedVerdict[]>;
  /** Every context that has a state on the commit, each once. */
  readContexts(commit: CommitSha): Promise<readonly string[]>;
  writeVerdict(commit: CommitSha, verdict: Verdict): Promise<void>;
  /**
   * Our one comment: found by our account's id and by the marker at its start, edited in place, not
   * written when nothing would change. `body` begins with the marker.
   */
  writeComment(number: number, marker: string, body: Redacted): Promise<void>;
  readWorkflowRun(id: string): Promise<WorkflowRun>;
  /**
   * Id of the newest run of a workflow (`.github/workflows/x.yml`) that a schedule or a person started
   * on the branch and that succeeded; undefined when there is none.
   */
  findNewestRun(workflow: string, branch: string): Promise<string | undefined>;
  /** Newest deployment of ours to the environment that succeeded. */
  readLastDeployment(environment: string): Promise<CommitSha | undefined>;
  writeDeployment(deployment: Deployment): Promise<void>;
};
