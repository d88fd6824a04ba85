import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRehearsalStage, rehearsalContext } from '../../test/support/rehearsal-stage.ts';
import type { Given, RehearsalStage } from '../../test/support/rehearsal-stage.ts';
import { parseStoredEvidence } from '../config/stored-evidence.ts';
import { parseCommitSha } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import { SluiceError } from '../errors.ts';
import type { ActionContext } from './action-command.ts';
import { rehearseForAction } from './rehearse-action.ts';

let directory: string;
let stage: RehearsalStage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-rehearse-action-'));
  stage = await buildRehearsalStage(directory, [
    { 'db/2.sql': 'create table harmless (id int);' },
    { 'db/2.sql': "copy (select 1) to program 'id';" },
    { 'README.md': 'Nothing governed.' },
  ]);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Where a rehearsal would begin, `no shadow` is thrown. */
const noShadows = {
  open: async () => {
    throw new SluiceError('database/shadow', 'no shadow');
  },
};
const contextFor = (given: Given): ActionContext => rehearsalContext(stage, noShadows, given);

const pullRequest = (number: number) => ({ kind: 'pull-request', number }) as const;

test.each([
  ['a self-hosted runner', {}],
  ['one that only says so', { 'ephemeral-runner': 'yes' }],
])('does not run submitted SQL on %s', async (_name, inputs) => {
  const context = contextFor({ occasion: pullRequest(1), inputs, hosted: false });

  await expect(rehearseForAction(context)).rejects.toMatchObject({ code: 'input/usage' });
});

const rehearsed: readonly (readonly [string, () => Given])[] = [
  ['a pull request', () => ({ occasion: pullRequest(1) })],
  [
    'one on a runner that is thrown away',
    () => ({ occasion: pullRequest(1), inputs: { 'ephemeral-runner': 'true' }, hosted: false }),
  ],
  [
    'the one that a signal is about',
    () => ({
      occasion: {
        kind: 'head',
        headRepository: 'fork/shop',
        branch: 'branch-1',
        head: stage.heads.get(1)!,
      },
    }),
  ],
  [
    'a merge group',
    () => ({
      occasion: {
        kind: 'merge-group',
        base: stage.base,
        head: stage.heads.get(1)!,
        targetBranch: 'main',
      },
    }),
  ],
];

test.each(rehearsed)(
  'rehearses %s, and reads no credential of its source',
  async (_name, given) => {
    await expect(rehearseForAction(contextFor(given()))).rejects.toThrow('no shadow');
  },
);

const left: readonly (readonly [string, () => Given])[] = [
  ['what is denied from its text', () => ({ occasion: pullRequest(2) })],
  ['what governs nothing', () => ({ occasion: pullRequest(3) })],
  ['a closed pull request', () => ({ occasion: pullRequest(1), edit: { open: false } })],
  [
    'a head that moved since the signal',
    () => ({
      occasion: { kind: 'head', headRepository: 'fork/shop', branch: 'branch-1', head: stage.base },
    }),
  ],
  [
    'a branch that no pull request has',
    () => ({
      occasion: { kind: 'head', headRepository: 'fork/shop', branch: 'x', head: stage.base },
    }),
  ],
];

test.each(left)('runs nothing of %s and stores that nothing was seen', async (_name, given) => {
  const context = contextFor(given());

  const result = await rehearseForAction(context);

  const path = context.inputs.get('evidence')!;
  const text = await readFile(path, 'utf8');
  expect(parseStoredEvidence(text)).toEqual({ repository: 'acme/shop', run: '7', rehearsals: [] });
  expect(result).toEqual({
    exitCode: 0,
    outputs: { evidence: path, 'evidence-digest': digestOf(text) },
    summary: expect.stringContaining('Rehearsals: 0. Completed: 0.'),
    report: text,
    notice: 'Rehearsals: 0. Completed: 0.',
  });
});

test('rehearses what was merged until it is said to be applied', async () => {
  const proposals = [{ 'db/2.sql': 'create table harmless (id int);' }];
  const merging = await buildRehearsalStage(join(directory, 'merged'), proposals);
  const merge = parseCommitSha(await merging.repository.merge('branch-1'))!;
  const context = rehearsalContext(merging, noShadows, {
    occasion: { kind: 'branch', branch: 'main' },
    inputs: { target: 'shop/production' },
    edit: { open: false, mergedAt: '2026-01-05T08:00:00Z', mergeCommit: merge },
  });
  const applied = { ...context.host, readLastDeployment: async () => merge };

  await expect(rehearseForAction(context)).rejects.toThrow('no shadow');
  await expect(rehearseForAction({ ...context, host: applied })).resolves.toMatchObject({
    notice: 'Rehearsals: 0. Completed: 0.',
  });
});

test.each([[{}], [{ target: 'shop/elsewhere' }]])(
  'needs a target of the policy for what was merged: %j',
  async (inputs) => {
    const context = contextFor({ occasion: { kind: 'branch', branch: 'main' }, inputs });

    await expect(rehearseForAction(context)).rejects.toMatchObject({ code: 'input/target' });
  },
);
