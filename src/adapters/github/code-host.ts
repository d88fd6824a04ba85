import { SluiceError } from '../../errors.ts';
import type { LiveCodeHost } from '../../ports/live-code-host.ts';
import { parseRepository } from './accounts.ts';
import { type ClientOptions, openClient } from './client.ts';
import { writeComment } from './comments.ts';
import { type OpenDeployments, readLastDeployment, writeDeployment } from './deployments.ts';
import { readLastPusher, readPermission, readTeam } from './people.ts';
import { findByBranch, findByCommit, findByTarget, readPullRequest } from './pull-requests.ts';
import { readReviews } from './reviews.ts';
import type { Site } from './site.ts';
import { readContexts, readVerdicts, writeVerdict } from './verdicts.ts';
import { findNewestRun, readWorkflowRun } from './workflow-runs.ts';

export type GitHubOptions = ClientOptions & {
  /** A token that may read the organization's members, which the workflow's own may not. */
  readonly teamToken?: string;
  /** `owner/name` */
  readonly repository: string;
  /** The id of the account that `token` writes as: comments and deployments of others are not ours. */
  readonly accountId: number;
};

/** GitHub's REST API. Throws SluiceError host/*, and internal/cancelled once the signal is aborted. */
export function openGitHub(options: GitHubOptions): LiveCodeHost {
  const site = toSite(options);
  const { teamToken } = options;
  const teams =
    teamToken === undefined ? site.client : openClient({ ...options, token: teamToken });
  const open: OpenDeployments = new Map();
  return {
    repository: site.repository,
    readPullRequest: (number) => readPullRequest(site, number),
    findByBranch: (headRepository, branch) => findByBranch(site, headRepository, branch),
    findByCommit: (commit) => findByCommit(site, commit),
    findByTarget: (branch) => findByTarget(site, branch),
    readReviews: (pullRequest, earlier) => readReviews(site, pullRequest, earlier),
    readPermission: (login) => readPermission(site, login),
    readTeam: (team) => readTeam(teams, team),
    readLastPusher: (pullRequest) => readLastPusher(site, pullRequest),
    readVerdicts: (commit, context) => readVerdicts(site, commit, context),
    readContexts: (commit) => readContexts(site, commit),
    writeVerdict: (commit, verdict) => writeVerdict(site, commit, verdict),
    writeComment: (number, marker, body) => writeComment(site, { number, marker, body }),
    readWorkflowRun: (id) => readWorkflowRun(site, id),
    findNewestRun: (workflow, branch) => findNewestRun(site, workflow, branch),
    readLastDeployment: (environment) => readLastDeployment(site, environment),
    writeDeployment: (deployment) => writeDeployment(site, deployment, open),
  };
}

function toSite(options: GitHubOptions): Site {
  const repository = options.repository.toLowerCase();
  const place = parseRepository(repository);
  if (place === undefined)
    throw new SluiceError(
      'input/event',
      'The repository is not named as owner/name. GitHub cannot be asked about it. Run Sluice in a workflow of GitHub Actions.',
    );
  return { client: openClient(options), repository, place, accountId: options.accountId };
}
