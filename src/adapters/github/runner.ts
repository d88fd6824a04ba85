import { SluiceError } from '../../errors.ts';
import type { Runner } from '../../ports/runner.ts';
import { parseRepository } from './accounts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the runner says of the run; nothing of it can be set by a pull request. Throws SluiceError input/event. */
export function readRunner(environment: Environment): Runner {
  const repository = read(environment, 'GITHUB_REPOSITORY', isRepository).toLowerCase();
  const serverUrl = read(environment, 'GITHUB_SERVER_URL', isServer).replace(/\/+$/, '');
  const run = read(environment, 'GITHUB_RUN_ID', isNumber);
  const attempt = read(environment, 'GITHUB_RUN_ATTEMPT', isNumber);
  return {
    repository,
    serverUrl,
    run,
    attempt,
    url: `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}`,
    ...readWorkflow(environment, repository),
    event: read(environment, 'GITHUB_EVENT_NAME', isWord),
    actor: read(environment, 'GITHUB_TRIGGERING_ACTOR', isActor).toLowerCase(),
    hosted: environment['RUNNER_ENVIRONMENT'] === 'github-hosted',
  };
}

/** A workflow of another repository keeps that repository's name: it is not the file of this one. */
function readWorkflow(
  environment: Environment,
  repository: string,
): Pick<Runner, 'workflow' | 'workflowReference'> {
  const text = read(environment, 'GITHUB_WORKFLOW_REF', isWorkflow);
  const [, owner = '', workflow = '', workflowReference = ''] = workflowPattern.exec(text) ?? [];
  const isOurs = owner.toLowerCase() === repository;
  return { workflow: isOurs ? workflow : `${owner}/${workflow}`, workflowReference };
}

const workflowPattern = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(refs\/.+)$/;

function isWorkflow(text: string): boolean {
  return workflowPattern.test(text);
}

function isRepository(text: string): boolean {
  return parseRepository(text) !== undefined;
}

/** https, or http for a server without it. */
function isServer(text: string): boolean {
  return /^https?:\/\/[^/@?#\s]+(?:\/[^@?#\s]*)?$/.test(text);
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,15}$/.test(text);
}

function isWord(text: string): boolean {
  return /^[a-z_]{1,60}$/.test(text);
}

function isActor(text: string): boolean {
  return /^[a-z0-9_-]{1,100}(?:\[bot\])?$/i.test(text);
}

function read(
  environment: Environment,
  name: string,
  isReadable: (text: string) => boolean,
): string {
  const text = environment[name];
  if (text !== undefined && isReadable(text)) return text;
  throw new SluiceError(
    'input/event',
    `The environment variable ${name} is missing or not as the runner of GitHub Actions sets it. Where Sluice runs cannot be told. Run it in a workflow of GitHub Actions.`,
    { data: { name } },
  );
}
