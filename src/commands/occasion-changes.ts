import type { PullRequest } from '../domain/change.ts';
import type { Occasion } from '../domain/occasion.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import { withoutReviews } from '../gate/pull-request.ts';
import type { ListedPullRequest } from '../ports/live-code-host.ts';
import type { Parser } from '../ports/parser.ts';
import type { FetchedRepository, RemoteReference } from '../ports/remote.ts';
import type { ActionContext } from './action-command.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { loadControls, loadControlsOrObserve } from '../change/load-controls.ts';
import { loadPendingMerges } from '../range/pending-merges.ts';
import { findTarget } from '../policy/targets.ts';

/** What to fetch for an occasion, and how to read its changes from that; nothing where it has none. */
export type OccasionPlan = {
  readonly references: readonly RemoteReference[];
  /** Whether somebody without a right to write may have brought one of them. */
  readonly isFromFork: boolean;
  readonly read: (fetched: FetchedRepository, parser: Parser) => Promise<readonly LoadedChange[]>;
};

/** Asks the host where to look, once; everything else is read from git. */
export async function planOccasion(context: ActionContext): Promise<OccasionPlan> {
  const { occasion, host } = context;
  switch (occasion.kind) {
    case 'pull-request':
      return planPullRequests([await host.readPullRequest(occasion.number)], host.repository);
    case 'head': {
      const { headRepository, branch, head } = occasion;
      const listed = await host.findByBranch(headRepository, branch);
      return planPullRequests(
        listed.filter((one) => one.head === head),
        host.repository,
      );
    }
    case 'merge-group':
      return planMergeGroup(occasion);
    case 'branch':
      return planBranch(occasion.branch, context);
  }
}

/** A closed one is never decided, so its SQL is not run. */
function planPullRequests(listed: readonly ListedPullRequest[], repository: string): OccasionPlan {
  const open = listed.filter((pullRequest) => pullRequest.open);
  return {
    isFromFork: open.some(({ headRepository }) => headRepository !== repository),
    references: open.flatMap(({ targetBranch, number }): readonly RemoteReference[] => [
      { kind: 'branch', name: targetBranch },
      { kind: 'pull-request', number },
    ]),
    read: async ({ repository, commits }, parser) => {
      const changes: LoadedChange[] = [];
      for (const [index, one] of open.entries()) {
        const [base, head] = commits.slice(index * 2);
        if (base === undefined || head === undefined) throw tooFewCommits();
        const proposed = { pullRequest: withoutReviews(one), base, head };
        changes.push(await loadChange(proposed, { repository, parser, readControls }));
      }
      return changes;
    },
  };
}

/** The group is what would be merged, whoever is in it. */
function planMergeGroup(group: Extract<Occasion, { readonly kind: 'merge-group' }>): OccasionPlan {
  const { base, head, targetBranch } = group;
  const pullRequest = unattributed(targetBranch);
  return {
    isFromFork: false,
    references: [
      { kind: 'commit', commit: base },
      { kind: 'commit', commit: head },
    ],
    read: async ({ repository }, parser) => [
      await loadChange({ pullRequest, base, head }, { repository, parser, readControls }),
    ],
  };
}

/** What was merged and is not said to be applied. Too much costs a rehearsal; the ledger decides later. */
function planBranch(name: string, context: ActionContext): OccasionPlan {
  return {
    isFromFork: false,
    references: [{ kind: 'branch', name }],
    read: async ({ repository, commits: [tip] }, parser) => {
      if (tip === undefined) throw tooFewCommits();
      const { policy } = await loadControls(repository, tip);
      const { target } = findTarget(policy, context.inputs.get('target') ?? '');
      const since = await context.host.readLastDeployment(targetName(target));
      return loadPendingMerges(context, { repository, parser, tip, since });
    },
  };
}

const readControls = loadControlsOrObserve;

/** The kind of author that the fewest rules deny: what is rehearsed in vain is denied later. */
function unattributed(targetBranch: string): PullRequest {
  return {
    number: 1,
    title: '',
    targetBranch,
    author: { kind: 'human', login: 'unknown', onBehalfOf: [] },
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  };
}

function tooFewCommits(): SluiceError {
  return new SluiceError(
    'internal/bug',
    'Git fetched fewer commits than it was asked for. What would be judged is not there, so nothing is allowed. Report it.',
  );
}
