import { SluiceError } from '../../errors.ts';
import type { WorkflowRun } from '../../ports/live-code-host.ts';
import { toFields } from './decode.ts';
import type { Site } from './site.ts';

export async function readWorkflowRun(site: Site, id: string): Promise<WorkflowRun> {
  if (!/^[1-9]\d{0,15}$/.test(id))
    throw new SluiceError(
      'host/not-found',
      'The id of a workflow run is a number, and the one given is not. What made the evidence cannot be checked. Run the whole workflow again.',
    );
  const { data } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    parameters: { ...site.place, run_id: id },
    purpose: 'read the workflow run',
    needs: 'actions: read',
  });
  const run = toFields(data, 'workflow run');
  return {
    id: String(run.number('id')),
    repository: run.fields('repository').text('full_name').toLowerCase(),
    workflow: toWorkflow(run.text('path')),
    event: run.text('event'),
    head: run.commit('head_sha'),
    headBranch: run.nullableText('head_branch') ?? '',
  };
}

/**
 * `.github/workflows/sluice.yml@main` without its reference. A file may be named `sluice.yml@x.yml`
 * to pass for another: what could be a part of the name stays.
 */
function toWorkflow(path: string): string {
  return path.replace(/@[^@]*$/, (reference) => (/\.ya?ml$/i.test(reference) ? reference : ''));
}
