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

/** Newest first, as GitHub lists them; a workflow that is not there has no run. */
export async function findNewestRun(
  site: Site,
  workflow: string,
  branch: string,
): Promise<string | undefined> {
  const file = workflow.split('/').at(-1);
  try {
    const { data } = await site.client.ask({
      route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      parameters: { ...site.place, workflow_id: file, branch, status: 'success', per_page: 20 },
      purpose: 'find the runs of a workflow',
      needs: 'actions: read',
    });
    const runs = toFields(data, 'workflow runs').list('workflow_runs');
    const found = runs.find((run) => ['schedule', 'workflow_dispatch'].includes(run.text('event')));
    return found === undefined ? undefined : String(found.number('id'));
  } catch (failure) {
    if (failure instanceof SluiceError && failure.code === 'host/not-found') return undefined;
    throw failure;
  }
}

/**
 * `.github/workflows/sluice.yml@main` without its reference. A file may be named `sluice.yml@x.yml`
 * to pass for another: what could be a part of the name stays.
 */
function toWorkflow(path: string): string {
  return path.replace(/@[^@]*$/, (reference) => (/\.ya?ml$/i.test(reference) ? reference : ''));
}
