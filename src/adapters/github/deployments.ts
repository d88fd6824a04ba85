import type { CommitSha } from '../../domain/change.ts';
import type { Deployment } from '../../ports/live-code-host.ts';
import { type Fields, toFields, toList } from './decode.ts';
import { shorten } from './shorten.ts';
import type { Site } from './site.ts';

const task = 'sluice';
/** So many failed in a row, and the last success is not worth more requests: the ledger knows it. */
const mostAsked = 10;

export async function readLastDeployment(
  site: Site,
  environment: string,
): Promise<CommitSha | undefined> {
  const { data } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/deployments',
    parameters: { ...site.place, environment, task, per_page: 100 },
    purpose: 'read the deployments',
    needs: 'deployments: read',
  });
  const ours = toList(data, 'deployments').filter(
    (item) =>
      isOurs(site, item) && item.text('environment') === environment && item.text('task') === task,
  );
  for (const deployment of ours.slice(0, mostAsked))
    if (await hasSucceeded(site, deployment.number('id'))) return deployment.commit('sha');
  return undefined;
}

/** GitHub makes an earlier success `inactive` when a later deployment succeeds. */
async function hasSucceeded(site: Site, id: number): Promise<boolean> {
  const { data } = await site.client.ask({
    route: 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    parameters: { ...site.place, deployment_id: id, per_page: 100 },
    purpose: 'read the state of a deployment',
    needs: 'deployments: read',
  });
  const states = toList(data, 'deployment statuses')
    .filter((item) => isOurs(site, item))
    .map((item) => item.text('state'));
  return states.find((state) => state !== 'inactive') === 'success';
}

function isOurs(site: Site, item: Fields): boolean {
  return item.nullableFields('creator')?.number('id') === site.accountId;
}

/** Deployments that this run made, by what they brought where: each gets its states in turn. */
export type OpenDeployments = Map<string, number>;

export async function writeDeployment(
  site: Site,
  deployment: Deployment,
  open: OpenDeployments,
): Promise<void> {
  const key = `${deployment.commit} ${deployment.environment}`;
  const id = open.get(key) ?? (await createDeployment(site, deployment));
  open.set(key, id);
  await site.client.ask({
    route: 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    parameters: {
      ...site.place,
      deployment_id: id,
      state: deployment.state,
      description: shorten(deployment.description),
      log_url: deployment.url,
    },
    purpose: 'write the state of the deployment',
    needs: 'deployments: write',
  });
}

async function createDeployment(site: Site, deployment: Deployment): Promise<number> {
  const { data } = await site.client.ask({
    route: 'POST /repos/{owner}/{repo}/deployments',
    parameters: {
      ...site.place,
      ref: deployment.commit,
      task,
      environment: deployment.environment,
      description: shorten(deployment.description),
      auto_merge: false,
      required_contexts: [],
    },
    purpose: 'write the deployment',
    needs: 'deployments: write',
  });
  return toFields(data, 'deployment').number('id');
}
