import { describe, expect, it } from 'vitest';
import { fakeCodeHost } from '../../test/fakes/live-code-host.ts';
import { someFacts } from '../../test/support/facts.ts';
import type { ActionContext } from '../commands/action-command.ts';
import { parsePolicy } from '../config/policy.ts';
import { parseCommitSha } from '../domain/change.ts';
import type { Facts } from '../domain/facts.ts';
import { SluiceError } from '../errors.ts';
import type { WorkflowRun } from '../ports/live-code-host.ts';
import type { Runner } from '../ports/runner.ts';
import { readGivenFacts } from './given-facts.ts';
import type { LoadedChange } from './judge-input.ts';

const sha = (digit: string) => parseCommitSha(digit.repeat(40))!;
const now = '2026-03-02T12:00:00Z';
const policy = parsePolicy(
  'version: 1\ndatabases:\n  billing: { paths: [db/**], layout: plain, targets: [] }\n',
  'policy.yml',
);
const loaded = { change: {}, databases: [], controls: { policy } } as unknown as LoadedChange;
const taken = someFacts({ madeBy: { repository: 'acme/shop', run: '50' } });
const written = (facts: Facts) => JSON.stringify({ version: 1, ...facts });

const factsRun: WorkflowRun = {
  id: '50',
  repository: 'acme/shop',
  workflow: '.github/workflows/sluice-facts.yml',
  event: 'schedule',
  head: sha('a'),
  headBranch: 'main',
};
const runner = {
  repository: 'acme/shop',
  run: '100',
  workflow: '.github/workflows/sluice-gate.yml',
  workflowReference: 'refs/heads/main',
  event: 'pull_request_target',
} as Runner;

type Given = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly run?: Partial<WorkflowRun>;
  readonly runner?: Partial<Runner>;
  readonly occasion?: ActionContext['occasion'];
};

const given = { facts: 'facts', 'facts-run': '50' };

function stage({ inputs = given, text = written(taken), ...rest }: Given) {
  const fake = fakeCodeHost();
  fake.world.runs.set('50', { ...factsRun, ...rest.run });
  const fetched: unknown[] = [];
  const context = {
    clock: { now: () => now },
    files: {
      allFiles: async (path: string) => {
        if (path === 'facts') return ['facts/billing.json'];
        throw new SluiceError('input/file-unreadable', 'There is no such file.');
      },
      read: async () => new TextEncoder().encode(text),
    },
    host: fake.host,
    runner: { ...runner, ...rest.runner },
    occasion: rest.occasion ?? { kind: 'pull-request', number: 1 },
    inputs: new Map(Object.entries(inputs)),
    remote: {
      fetch: async (references: unknown) => {
        fetched.push(references);
        return {
          commits: [sha('c')],
          repository: { firstParents: async () => [sha('c'), sha('a')] },
          [Symbol.asyncDispose]: async () => {},
        };
      },
    },
  } as unknown as ActionContext;
  return { context, fake, fetched };
}

describe('facts beside a change on GitHub', () => {
  it.each<readonly [string, Given]>([
    ['a schedule on the default branch', {}],
    ['somebody on the default branch', { run: { event: 'workflow_dispatch' } }],
    [
      'a schedule on the branch of a merge queue',
      {
        runner: { event: 'merge_group', workflowReference: 'refs/heads/gh-readonly-queue/main/pr' },
        occasion: { kind: 'merge-group', base: sha('c'), head: sha('d'), targetBranch: 'main' },
      },
    ],
  ])('are used where their run was started by %s', async (_who, about) => {
    const { context, fake, fetched } = stage(about);

    const lay = await readGivenFacts(context);

    expect(lay(loaded)).toEqual({ ...loaded, now, facts: new Map([['billing', taken]]) });
    expect(fake.calls).toEqual(['readWorkflowRun']);
    expect(fetched).toEqual([[{ kind: 'branch', name: 'main' }]]);
  });

  it('are not asked for where none are given', async () => {
    const { context, fake, fetched } = stage({ inputs: {} });

    const lay = await readGivenFacts(context);

    expect(lay(loaded)).toEqual({ ...loaded, now });
    expect([fake.calls, fetched]).toEqual([[], []]);
  });

  it.each<readonly [string, Given, string]>([
    ['no run is named', { inputs: { facts: 'facts' } }, 'nothing says which run'],
    ['the run is gone', { inputs: { ...given, 'facts-run': '51' } }, 'There is no such run'],
    ['the file is gone', { inputs: { ...given, facts: 'other' } }, 'There is no such file'],
    ['the file is broken', { text: '{' }, 'The facts file'],
    ['the file names no run', { text: written(someFacts({})) }, 'a file of another run'],
    [
      'the file is of another run',
      { text: written({ ...taken, madeBy: { repository: 'acme/shop', run: '49' } }) },
      'a file of another run',
    ],
    [
      'the file is of another repository',
      { text: written({ ...taken, madeBy: { repository: 'mallory/shop', run: '50' } }) },
      'a file of another run',
    ],
    [
      'the database is another',
      { text: written({ ...taken, database: 'users' }) },
      'which is no database of the policy',
    ],
    ['the run is of a fork', { run: { repository: 'mallory/shop' } }, 'another repository'],
    [
      'the run is of another workflow',
      { run: { workflow: '.github/workflows/evil.yml' } },
      'another workflow',
    ],
    ...['push', 'pull_request', 'pull_request_target', 'workflow_run'].map(
      (event) => [`the run began by ${event}`, { run: { event } }, 'the event that'] as const,
    ),
    [
      'the run is of another branch',
      { run: { event: 'workflow_dispatch', headBranch: 'feature' } },
      'another branch',
    ],
    [
      'the run is of a tag that is named like the branch',
      { run: { event: 'workflow_dispatch', head: sha('b') } },
      'not one that the branch was at',
    ],
    [
      'our own workflow is one that a pull request can change',
      { runner: { event: 'pull_request' } },
      'lets a pull request change the workflow',
    ],
    [
      'our own workflow comes from a tag',
      { runner: { workflowReference: 'refs/tags/main' } },
      'does not come from a branch',
    ],
  ])('are not used where %s, and the report says so', async (_why, about, says) => {
    const lay = await readGivenFacts(stage(about).context);

    expect(lay(loaded)).toEqual({ ...loaded, now, notices: [expect.stringContaining(says)] });
    expect(lay(loaded).notices?.[0]).toMatch(
      /^No facts are used, so every table counts as large\. /,
    );
  });

  it('end the run where it was cancelled', async () => {
    const { context, fake } = stage({});
    fake.before('readWorkflowRun', 1, () => {
      throw new SluiceError('internal/cancelled', 'It was cancelled.');
    });

    await expect(readGivenFacts(context)).rejects.toMatchObject({ code: 'internal/cancelled' });
  });
});
