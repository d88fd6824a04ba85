import type { CommitSha } from '../domain/change.ts';
import type { StoredEvidence } from '../domain/stored-evidence.ts';
import { SluiceError } from '../errors.ts';
import type { WorkflowRun } from '../ports/live-code-host.ts';
import type { Runner } from '../ports/runner.ts';
import type { ActionContext } from '../commands/action-command.ts';

/** The workflow that takes facts of targets, as examples/ names it. */
export const factsWorkflow = '.github/workflows/sluice-facts.yml';
/** The workflow that takes masked rows. */
export const snapshotWorkflow = '.github/workflows/sluice-snapshot.yml';

/** Events whose workflow file is never the one of a pull request. */
const trustedEvents: readonly string[] = [
  'pull_request_target',
  'workflow_run',
  'push',
  'schedule',
  'workflow_dispatch',
];

/**
 * Any branch can hold a workflow that uploads a file of any name. Evidence counts when our own run
 * made it, or an earlier run of our own workflow whose file no pull request could have changed.
 * Throws SluiceError input/evidence.
 */
export async function assertTrustedRun(
  stored: Pick<StoredEvidence, 'repository' | 'run'>,
  heads: readonly CommitSha[],
  { host, runner }: Pick<ActionContext, 'host' | 'runner'>,
): Promise<void> {
  if (stored.repository !== runner.repository || stored.repository !== host.repository)
    throw untrusted('it was made in another repository');
  const problem =
    stored.run === runner.run
      ? problemOfOwnRun(runner)
      : problemOfEarlierRun(await host.readWorkflowRun(stored.run), heads, runner);
  if (problem !== undefined) throw untrusted(problem);
}

function problemOfOwnRun({ event, workflowReference }: Runner): string | undefined {
  if (!workflowReference.startsWith('refs/heads/'))
    return 'the file of this workflow does not come from a branch';
  // A merge group's file comes from the group itself, which holds what its pull requests were allowed to hold.
  if (event === 'merge_group' || trustedEvents.includes(event)) return undefined;
  return 'the event that started this run lets a pull request change the workflow';
}

function problemOfEarlierRun(
  run: WorkflowRun,
  heads: readonly CommitSha[],
  runner: Runner,
): string | undefined {
  if (run.repository !== runner.repository) return 'its run belongs to another repository';
  if (run.workflow !== runner.workflow) return 'its run belongs to another workflow';
  if (!trustedEvents.includes(run.event))
    return 'the event that started its run lets a pull request change the workflow';
  if (run.event === 'pull_request_target')
    return heads.includes(run.head) ? undefined : 'its run belongs to another commit';
  // The host names the branch and the tag of a run alike, and whoever may push can make a tag.
  if (!['workflow_run', 'schedule'].includes(run.event))
    return 'its run could have taken the workflow from a tag';
  return `refs/heads/${run.headBranch}` === runner.workflowReference
    ? undefined
    : 'its run took the workflow from another branch';
}

/** The branch that this workflow comes from; a merge group's is the one that it is to be merged into. */
export function trustedBranch({
  occasion,
  runner,
}: Pick<ActionContext, 'occasion' | 'runner'>): string | undefined {
  if (occasion.kind === 'merge-group') return occasion.targetBranch;
  return /^refs\/heads\/(.+)$/.exec(runner.workflowReference)?.[1];
}

/**
 * Why what a run of the workflow took cannot be trusted; undefined where it can. Throws SluiceError
 * host/*.
 */
export async function problemOfTakenRun(
  id: string,
  workflow: string,
  context: Pick<ActionContext, 'host' | 'occasion' | 'remote' | 'runner'>,
): Promise<string | undefined> {
  const { host, runner } = context;
  const own = problemOfOwnRun(runner);
  if (own !== undefined) return own;
  const run = await host.readWorkflowRun(id);
  if (run.repository !== runner.repository) return 'the run belongs to another repository';
  if (run.workflow !== workflow) return 'the run belongs to another workflow';
  if (!takingEvents.includes(run.event))
    return 'the event that started the run lets somebody choose what it takes';
  if (run.headBranch !== trustedBranch(context))
    return 'the run took the workflow from another branch';
  return (await isOnBranch(run, context.remote))
    ? undefined
    : 'the commit of the run is not one that the branch was at';
}

const takingEvents: readonly string[] = ['schedule', 'workflow_dispatch'];

/** The host names a tag like a branch, so the name alone tells nothing of what a dispatch ran. */
async function isOnBranch(
  { head, headBranch }: WorkflowRun,
  remote: ActionContext['remote'],
): Promise<boolean> {
  await using fetched = await remote.fetch([{ kind: 'branch', name: headBranch }]);
  const [tip] = fetched.commits;
  if (tip === undefined) return false;
  const line = await fetched.repository.firstParents(tip, undefined);
  return line.includes(head);
}

function untrusted(why: string): SluiceError {
  return new SluiceError(
    'input/evidence',
    `The evidence file cannot be trusted: ${why}. Nothing is taken from it. Start the workflow from the default branch, as the files in examples/ do, and let both jobs belong to one run.`,
  );
}
