import { type CommitSha, parseCommitSha } from '../../domain/change.ts';
import type { Occasion } from '../../domain/occasion.ts';
import { SluiceError } from '../../errors.ts';
import { parseRepository } from './accounts.ts';
import { isRecord } from './decode.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Why the run began, by GITHUB_EVENT_NAME, GITHUB_REF and the text of GITHUB_EVENT_PATH. An event can
 * be old and is never believed about anything but where to look. Throws SluiceError input/event.
 */
export function readOccasion(environment: Environment, eventText: string): Occasion {
  const name = environment['GITHUB_EVENT_NAME'];
  switch (name) {
    case 'pull_request_target':
      return toPullRequest(parse(eventText));
    case 'workflow_run':
      return toHead(parse(eventText));
    case 'merge_group':
      return toMergeGroup(parse(eventText));
    case 'workflow_dispatch':
      return toDispatch(parse(eventText), environment);
    case 'push':
    case 'schedule':
      return toBranch(environment);
    case 'pull_request':
      throw refusal(
        'A workflow on "pull_request" runs the file that the pull request brings.',
        'Whoever can push could edit the gate away.',
        'Use "pull_request_target", as examples/ does.',
      );
    case 'pull_request_review':
      throw refusal(
        'A workflow on "pull_request_review" runs the file that the pull request brings.',
        'Whoever can push could edit the gate away.',
        'Let it only signal, and judge on "workflow_run", as examples/ does.',
      );
    default:
      throw refusal(
        'The event that started the workflow is not one that Sluice works on.',
        'Nothing tells which change is meant.',
        'Use pull_request_target, workflow_run, merge_group, push, schedule or workflow_dispatch.',
      );
  }
}

type Part = Readonly<Record<string, unknown>>;

function parse(text: string): Part {
  try {
    const event: unknown = JSON.parse(text);
    if (isRecord(event)) return event;
  } catch {
    // The message of JSON.parse quotes the event.
  }
  throw unreadable('event');
}

function toPullRequest(event: Part): Occasion {
  const pullRequest = part(event, 'pull_request');
  const { number } = pullRequest;
  if (typeof number !== 'number') throw unreadable('pull_request.number');
  return {
    kind: 'pull-request',
    number: toNumber(number, 'pull_request.number'),
    ...(isRecord(pullRequest['head']) ? { head: commit(pullRequest['head'], 'sha') } : {}),
  };
}

function toHead(event: Part): Occasion {
  const run = part(event, 'workflow_run');
  if (run['event'] !== 'pull_request_review')
    throw refusal(
      'The workflow that finished was not started by a review.',
      'Only a review changes a verdict without a push.',
      'Let "workflow_run" follow a workflow that runs on "pull_request_review" only.',
    );
  if ((run['head_repository'] ?? null) === null)
    throw refusal(
      'The repository that the pull request came from was deleted.',
      'Its branch cannot be found again.',
      'Run the workflow by hand with the input "pull-request".',
    );
  const repository = text(part(run, 'head_repository'), 'full_name').toLowerCase();
  if (parseRepository(repository) === undefined) throw unreadable('head_repository.full_name');
  return {
    kind: 'head',
    headRepository: repository,
    branch: text(run, 'head_branch'),
    head: commit(run, 'head_sha'),
  };
}

function toMergeGroup(event: Part): Occasion {
  const group = part(event, 'merge_group');
  return {
    kind: 'merge-group',
    base: commit(group, 'base_sha'),
    head: commit(group, 'head_sha'),
    targetBranch: toBranchName(text(group, 'base_ref'), 'merge_group.base_ref'),
  };
}

function toDispatch(event: Part, environment: Environment): Occasion {
  const inputs = event['inputs'];
  const asked = isRecord(inputs) ? (inputs['pull-request'] ?? '') : '';
  if (asked === '') return toBranch(environment);
  if (typeof asked !== 'string' && typeof asked !== 'number')
    throw unreadable('inputs.pull-request');
  if (!/^#?[1-9]\d{0,9}$/.test(String(asked)))
    throw refusal(
      'The input "pull-request" is not the number of a pull request.',
      'Nothing tells which change is meant.',
      'Give its number, such as 42, or leave the input empty.',
    );
  const number = Number(String(asked).replace('#', ''));
  return { kind: 'pull-request', number: toNumber(number, 'inputs.pull-request') };
}

function toBranch(environment: Environment): Occasion {
  return {
    kind: 'branch',
    branch: toBranchName(environment['GITHUB_REF'] ?? '', 'GITHUB_REF'),
  };
}

function toBranchName(reference: string, at: string): string {
  const [, branch] = /^refs\/heads\/([^]+)$/.exec(reference) ?? [];
  if (branch !== undefined) return branch;
  throw refusal(
    `"${at}" does not name a branch.`,
    'What is merged is read from a branch, and a tag can be moved.',
    'Let the workflow run on branches only.',
  );
}

function part(event: Part, name: string): Part {
  const value = event[name];
  if (!isRecord(value)) throw unreadable(name);
  return value;
}

function text(event: Part, name: string): string {
  const value = event[name];
  if (typeof value !== 'string' || value === '') throw unreadable(name);
  return value;
}

function commit(event: Part, name: string): CommitSha {
  const value = parseCommitSha(text(event, name));
  if (value === undefined) throw unreadable(name);
  return value;
}

function toNumber(number: number, at: string): number {
  if (Number.isSafeInteger(number) && number > 0 && number < 2 ** 31) return number;
  throw unreadable(at);
}

function unreadable(at: string): SluiceError {
  return refusal(
    `The event holds no readable "${at}".`,
    'Nothing tells which change is meant.',
    'Run the workflow again, and compare it with those in examples/.',
  );
}

function refusal(happened: string, why: string, instead: string): SluiceError {
  return new SluiceError('input/event', `${happened} ${why} ${instead}`);
}
