import type { Application } from '../domain/application.ts';
import type { Clearance } from '../domain/clearance.ts';
import type { CommitSha } from '../domain/change.ts';
import { type Target, targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import type { Deployment } from '../ports/live-code-host.ts';
import { sealTerminal } from '../report/redact.ts';
import type { ActionContext } from '../commands/action-command.ts';

/** Shows the apply as a deployment on the host while it runs and when it ended. */
export async function deployed(
  { commit, target }: Clearance,
  context: ActionContext,
  apply: () => Promise<Application>,
): Promise<Application> {
  const show = (state: Deployment['state']): Promise<void> =>
    showState({ environment: targetName(target), commit, state }, context);
  await show('in_progress');
  let state: Deployment['state'] = 'failure';
  try {
    const application = await apply();
    state = application.outcome === 'refused' ? 'failure' : 'success';
    return application;
  } finally {
    await show(state);
  }
}

/** Shows up to which commit the target holds what was merged: where the next rehearsal begins. */
export async function showHeld(
  commit: CommitSha,
  target: Target,
  context: ActionContext,
): Promise<void> {
  const environment = targetName(target);
  await showState({ environment, commit, state: 'success' }, context, heldInWords);
}

const heldInWords = 'The target holds what was merged until here.';

const descriptions: Readonly<Record<Deployment['state'], string>> = {
  in_progress: 'Sluice applies what was merged.',
  success: 'Sluice applied what was merged.',
  failure: 'Sluice did not apply everything that was merged.',
};

/** Best effort: the ledger is the proof, so a host that refuses must not stop or fail an apply. */
async function showState(
  deployment: Pick<Deployment, 'environment' | 'commit' | 'state'>,
  { host, runner, progress }: ActionContext,
  words = descriptions[deployment.state],
): Promise<void> {
  const description = sealTerminal(words);
  try {
    await host.writeDeployment({ ...deployment, description, url: runner.url });
  } catch (error) {
    if (!(error instanceof SluiceError) || !error.code.startsWith('host/')) throw error;
    progress.step('The deployment could not be shown on the host; the apply goes on.');
  }
}
