import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRehearsalStage, rehearsalContext } from '../../test/support/rehearsal-stage.ts';
import type { Given, RehearsalStage } from '../../test/support/rehearsal-stage.ts';
import { renderSnapshot } from '../config/snapshot.ts';
import { parseStoredEvidence } from '../config/stored-evidence.ts';
import { parseCommitSha } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import type { ShadowRequest } from '../ports/shadow-provider.ts';
import type { ActionContext } from './action-command.ts';
import { rehearseForAction } from './rehearse-action.ts';
import { findSnapshotForAction } from './snapshot-action.ts';

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

test.each([
  [{}, undefined],
  [{ 'row-images': 'true' }, true],
  [{ 'row-images': 'yes' }, undefined],
])('asks for a log that tells rows only where it is told to: %j', async (inputs, decodable) => {
  const requests: ShadowRequest[] = [];
  const shadows = {
    open: async (request: ShadowRequest) => {
      requests.push(request);
      return noShadows.open();
    },
  };
  const context = rehearsalContext(stage, shadows, { occasion: pullRequest(1), inputs });

  await expect(rehearseForAction(context)).rejects.toThrow('no shadow');

  expect(requests.map((request) => request.decodable)).toEqual([decodable]);
});

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

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const own = { headRepository: 'acme/shop' };
const run = {
  id: '9',
  repository: 'acme/shop',
  workflow: '.github/workflows/sluice-snapshot.yml',
  event: 'schedule',
  headBranch: 'main',
};

/** Files of snapshots with no row, in a folder of their own. */
async function snapshots(...given: readonly Partial<Snapshot>[]): Promise<string> {
  const folder = await mkdtemp(join(directory, 'snapshots-'));
  const data = new Uint8Array();
  const about = { maskedColumns: [], tables: [], sequences: [], digest: digestOf(data), data };
  for (const [index, one] of given.entries()) {
    const text = renderSnapshot({ database: 'shop', takenAt: ago(1), ...about, ...one });
    await writeFile(join(folder, `${index}.rows`), [...text].join(''));
  }
  return folder;
}

describe('with masked rows', () => {
  const contextWith = (path: string, more: Readonly<Record<string, string>> = {}, edit = own) =>
    contextFor({ occasion: pullRequest(1), inputs: { snapshot: path, ...more }, edit });

  test('rehearses without the credential of their source', async () => {
    const path = await snapshots({});
    await expect(rehearseForAction(contextWith(path))).rejects.toThrow('no shadow');
    await expect(rehearseForAction(contextWith(join(path, '0.rows')))).rejects.toThrow('no shadow');
  });

  test.each<readonly [string, readonly Partial<Snapshot>[], RegExp]>([
    ['none are there', [], /The snapshot is not there\. Nothing was rehearsed/],
    ['they are of another database', [{ database: '::error::x' }], /of "::error::x", and the/],
    ['they are too old', [{ takenAt: ago(8) }], /too old\. .*none older than 7 days\./],
    ['they are still to come', [{ takenAt: ago(-1) }], /too old/],
    ['they are not whole', [{ data: new Uint8Array(7) }], /not whole/],
    ['another digest is theirs', [{ digest: digestOf('x') }], /not whole/],
    ['two are of one database', [{}, {}], /one of two of "shop"/],
  ])('runs nothing where %s', async (_what, given, message) => {
    const failure = rehearseForAction(contextWith(await snapshots(...given)));

    await expect(failure).rejects.toMatchObject({ code: 'input/snapshot' });
    await expect(failure).rejects.toThrow(message);
  });

  test('runs nothing where no file has the name', async () => {
    const failure = rehearseForAction(contextWith(join(directory, 'nowhere')));
    await expect(failure).rejects.toMatchObject({
      code: 'input/snapshot',
      message: expect.stringMatching(/^The snapshot is not there\. Nothing was .+ Let sluice-/),
    });
  });

  test.each([
    ['another repository', { repository: 'mallory/shop' }],
    ['another workflow', { workflow: '.github/workflows/sluice-gate.yml' }],
    ['a pull request', { event: 'pull_request' }],
    ['another branch', { headBranch: 'topic' }],
    ['a commit that the branch was never at', { head: undefined }],
  ])('runs nothing where their run is of %s', async (_whose, about) => {
    const context = contextWith(await snapshots({}), { 'snapshot-run': '9' });
    const readWorkflowRun = async () => ({ ...run, head: stage.heads.get(1)!, ...about }) as never;
    const failure = rehearseForAction({ ...context, host: { ...context.host, readWorkflowRun } });

    await expect(failure).rejects.toThrow(/The snapshot is of another run: .+ Nothing was rehear/);
  });

  test('rehearses on those of a run on the branch', async () => {
    const context = contextWith(await snapshots({}), { 'snapshot-run': '9' });
    const host = { ...context.host, readWorkflowRun: async () => ({ ...run, head: stage.base }) };

    await expect(rehearseForAction({ ...context, host })).rejects.toThrow('no shadow');
  });

  test('shows none to a fork, and does not even read them', async () => {
    const path = join(directory, 'nowhere');
    const fork = { headRepository: 'fork/shop' };

    await expect(rehearseForAction(contextWith(path, {}, fork))).rejects.toThrow('no shadow');
    const found = await findSnapshotForAction(contextWith(path, {}, fork));
    expect(found).toMatchObject({ outputs: {}, notice: expect.stringContaining('fork') });
  });

  test('finds the newest run that took some', async () => {
    const context = contextWith('');
    const findNewestRun = async (...asked: readonly string[]) => asked.join();
    const found = { ...context, host: { ...context.host, findNewestRun } };

    const name = '.github/workflows/sluice-snapshot.yml,main';
    expect((await findSnapshotForAction(found)).outputs).toEqual({ 'snapshot-run': name });
    expect((await findSnapshotForAction(context)).outputs).toEqual({});
  });
});
