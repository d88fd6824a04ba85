import type { Application } from '../domain/application.ts';
import type { Clearance } from '../domain/clearance.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import type { Deployment } from '../ports/live-code-host.ts';
import { sealTerminal } from '../report/redact.ts';
import type { ActionContext } from './action-command.ts';

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

const descriptions: Readonly<Record<Deployment['state'], string>> = {
  in_progress: 'Sluice applies what was merged.',
  success: 'Sluice applied what was merged.',
  failure: 'Sluice did not apply everything that was merged.',
};

/** Best effort: the ledger is the proof, so a host that refuses must not stop or fail an apply. */
async function showState(
  deployment: Pick<Deployment, 'environment' | 'commit' | 'state'>,
  { host, runner, progress }: ActionContext,
): Promise<void> {
  const description = sealTerminal(descriptions[deployment.state]);
  try {
    await host.writeDeployment({ ...deployment, description, url: runner.url });
  } catch (error) {
    if (!(error instanceof SluiceError) || !error.code.startsWith('host/')) throw error;
    progress.step('The deployment could not be shown on the host; the apply goes on.');
  }
}
