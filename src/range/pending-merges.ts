import type { CommitSha } from '../domain/change.ts';
import { SluiceError } from '../errors.ts';
import { withoutReviews } from '../gate/pull-request.ts';
import { findMerges } from '../merged/find-merges.ts';
import type { BroughtByPullRequest } from '../merged/merge.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import type { ActionContext } from '../commands/action-command.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadControls } from '../change/load-controls.ts';
import { loadMerge } from './load-merged.ts';
import { regardDatabase } from './regard.ts';
import { findTarget } from '../policy/targets.ts';

export type PendingTools = {
  readonly repository: Repository;
  readonly parser: Parser;
  /** Tip of the target branch. */
  readonly tip: CommitSha;
  /**
   * The commit up to which the target is said to hold everything, which only saves work; without it,
   * or when it is not on the branch, all is pending since the branch got its policy.
   */
  readonly since: CommitSha | undefined;
};

/**
 * What was merged and would be applied to the target of the input `target`, oldest first, to be
 * rehearsed: without reviews, because nobody decides by it. Direct pushes are left out.
 */
export async function loadPendingMerges(
  context: ActionContext,
  { repository, parser, tip, since }: PendingTools,
): Promise<readonly LoadedChange[]> {
  const { policy } = await loadControls(repository, tip);
  const { database } = findTarget(policy, context.inputs.get('target') ?? '');
  const merges = await findMerges({
    repository,
    host: context.host,
    branch: branchOf(context),
    tip,
    since,
    regard: regardDatabase(repository, database.name),
  });
  const loaded: LoadedChange[] = [];
  for (const merge of merges) {
    if (merge.kind === 'direct-push' || merge.commit === since) continue;
    const change = await loadReadable(merge, { repository, parser });
    if (change?.databases.some(({ units }) => units.length > 0) === true) loaded.push(change);
  }
  return loaded;
}

/** The target branch that the run is about. Throws SluiceError input/event when it is about none. */
export function branchOf({ occasion }: Pick<ActionContext, 'occasion'>): string {
  if (occasion.kind === 'branch') return occasion.branch;
  throw new SluiceError(
    'input/event',
    'The workflow was started by an event that is about no branch, so nobody can tell what was merged. Nothing was applied. Start it on push to the target branch, on a schedule, or by hand.',
  );
}

/** Undefined where the policy of the base cannot be read: such a merge is refused, so nothing runs. */
async function loadReadable(
  { pullRequest, base, commit }: BroughtByPullRequest,
  tools: Pick<PendingTools, 'repository' | 'parser'>,
): Promise<LoadedChange | undefined> {
  try {
    const { head } = pullRequest;
    return await loadMerge({ pullRequest: withoutReviews(pullRequest), base, commit, head }, tools);
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'input/policy') return undefined;
    throw error;
  }
}
