import { expect, test } from 'vitest';
import { parseStoredEvidence } from '../config/stored-evidence.ts';
import { parseCommitSha } from '../domain/change.ts';
import type { CommitSha } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { StoredEvidence } from '../domain/stored-evidence.ts';
import type { WorkflowRun } from '../ports/live-code-host.ts';
import type { ActionContext } from '../commands/action-command.ts';
import {
  findEvidence,
  readEvidenceFile,
  renderStoredEvidence,
  toRehearsals,
} from './evidence-file.ts';
import type { LoadedChange } from './judge-input.ts';

const commit = (digit: string): CommitSha => parseCommitSha(digit.repeat(40))!;
const unit = (id: string, text: string) => ({
  id,
  database: 'app',
  path: id,
  digest: digestOf(text),
  bytes: Buffer.from(text),
  firstLine: 1,
});
const one = unit('db/1.sql', 'select 1');
const two = unit('db/2.sql', 'select 2');

type Part = { readonly base?: readonly string[]; readonly units?: readonly (typeof one)[] };

function loaded({ base = ['a', 'b'], units = [one, two] }: Part): LoadedChange {
  const database = {
    database: { name: 'app' },
    base: base.map((blob) => ({ path: 'p', blob })),
    units,
  };
  return { databases: [database] } as unknown as LoadedChange;
}

const still = {
  statement: 0,
  durationMs: 1,
  locks: [],
  rows: [],
  rewrites: [],
  created: [],
  dropped: [],
  altered: [],
};
const seen = (units: readonly (typeof one)[], outcome: Evidence['outcome']): Evidence => ({
  shadow: {
    provider: 'test',
    reason: 'test',
    serverVersion: 160000,
    data: 'none',
    copiedRows: 0,
    maskedColumns: [],
  },
  units: units.map(({ id, digest }) => ({ unitId: id, digest, statements: [], deferred: still })),
  outcome,
});
const completed = seen([one, two], { kind: 'completed' });
const failed = seen([one], {
  kind: 'failed',
  failure: { unitId: two.id, statement: 0, message: 'no' },
});
const rehearsalsOf = (part: Part, evidence: Evidence) =>
  toRehearsals(loaded(part), new Map([['app', evidence]]));

test.each([completed, failed])(
  'finds the evidence of the same change on the same baseline',
  (evidence) => {
    const rehearsals = rehearsalsOf({}, evidence);

    expect(findEvidence(loaded({}), rehearsals)).toEqual(new Map([['app', evidence]]));
  },
);

const others: readonly (readonly [string, Part])[] = [
  ['another file before it', { base: ['a', 'c'] }],
  ['the files before it in another order', { base: ['b', 'a'] }],
  ['one file less before it', { base: ['a'] }],
  ['another text', { units: [one, unit('db/2.sql', 'drop table users')] }],
  ['another order', { units: [two, one] }],
  ['one unit more', { units: [one, two, unit('db/3.sql', 'select 3')] }],
];

test.each(others)('finds no evidence where the change has %s', (_name, part) => {
  expect(findEvidence(loaded(part), rehearsalsOf({}, completed))).toEqual(new Map());
});

const dishonest = [
  ['skipped a unit', seen([one], { kind: 'completed' })],
  ['ran another order', seen([two, one], { kind: 'completed' })],
  ['ran other bytes', seen([one, unit('db/2.sql', 'select 3')], { kind: 'completed' })],
] as const;

test.each(dishonest)('takes no evidence that says it completed and %s', (_name, evidence) => {
  expect(findEvidence(loaded({}), rehearsalsOf({}, evidence))).toEqual(new Map());
});

const stored: StoredEvidence = {
  repository: 'acme/shop',
  run: '7',
  rehearsals: rehearsalsOf({}, completed),
};

test('writes a file that reads as what was written', () => {
  expect(parseStoredEvidence(renderStoredEvidence(stored))).toEqual(stored);
});

test('writes the same rehearsal once', () => {
  const { rehearsals } = stored;

  const text = renderStoredEvidence({ ...stored, rehearsals: [...rehearsals, ...rehearsals] });

  expect(parseStoredEvidence(text)).toEqual(stored);
});

type Given = {
  readonly stored?: StoredEvidence;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly reference?: string;
  readonly earlier?: Partial<WorkflowRun>;
  readonly edit?: (text: string) => string;
};

function read({ stored: written = stored, inputs, event, reference, earlier, edit }: Given) {
  const rendered: string = renderStoredEvidence(written);
  const text = edit === undefined ? rendered : edit(rendered);
  const given = inputs ?? { evidence: 'e.json', 'evidence-digest': digestOf(text) };
  const run: WorkflowRun = {
    id: written.run,
    repository: 'acme/shop',
    workflow: '.github/workflows/sluice.yml',
    event: 'pull_request_target',
    head: commit('a'),
    headBranch: 'feature',
    ...earlier,
  };
  const context = {
    inputs: new Map(Object.entries(given)),
    files: { read: async () => Buffer.from(text) },
    host: { repository: 'acme/shop', readWorkflowRun: async () => run },
    runner: {
      repository: 'acme/shop',
      run: '7',
      workflow: '.github/workflows/sluice.yml',
      workflowReference: reference ?? 'refs/heads/main',
      event: event ?? 'pull_request_target',
    },
  };
  return readEvidenceFile(context as unknown as ActionContext, [commit('a')]);
}

test('reads nothing when no file is given', async () => {
  await expect(read({ inputs: {} })).resolves.toEqual([]);
});

const earlierRun = { ...stored, run: '6' };

const trusted: readonly (readonly [string, Given])[] = [
  ['its own run', {}],
  ['its own run after a signal', { event: 'workflow_run' }],
  [
    'its own run of a merge group',
    { event: 'merge_group', reference: 'refs/heads/gh-readonly-queue/main/pr-1-a' },
  ],
  ['an earlier run of this head', { stored: earlierRun, earlier: {} }],
  [
    'an earlier run on the default branch',
    { stored: earlierRun, earlier: { event: 'schedule', headBranch: 'main', head: commit('b') } },
  ],
];

test.each(trusted)('takes the evidence of %s', async (_name, given) => {
  await expect(read(given)).resolves.toEqual(stored.rehearsals);
});

const untrusted: readonly (readonly [string, Given])[] = [
  ['without a digest', { inputs: { evidence: 'e.json' } }],
  ['with another digest', { inputs: { evidence: 'e.json', 'evidence-digest': digestOf('x') } }],
  ['of another repository', { stored: { ...stored, repository: 'acme/other' } }],
  ['of a run that a pull request can change', { event: 'pull_request' }],
  ['of a run on a review', { event: 'pull_request_review' }],
  ['of a workflow from a pull request', { reference: 'refs/pull/1/merge' }],
  ['of a workflow from a tag', { reference: 'refs/tags/v1' }],
  ['of an earlier run elsewhere', { stored: earlierRun, earlier: { repository: 'fork/shop' } }],
  ['of another workflow', { stored: earlierRun, earlier: { workflow: '.github/workflows/x.yml' } }],
  ['of an earlier pull request run', { stored: earlierRun, earlier: { event: 'pull_request' } }],
  ['of an earlier merge group', { stored: earlierRun, earlier: { event: 'merge_group' } }],
  ['of an earlier head', { stored: earlierRun, earlier: { head: commit('b') } }],
  ['of a push that may be one of a tag', { stored: earlierRun, earlier: onTag('push') }],
  [
    'that was asked for by hand on a tag',
    { stored: earlierRun, earlier: onTag('workflow_dispatch') },
  ],
  [
    'of a schedule on another branch',
    { stored: earlierRun, earlier: { event: 'schedule', headBranch: 'x' } },
  ],
  ['of a push to another branch', { stored: earlierRun, earlier: { event: 'push' } }],
  ['that tells twice', { edit: (text) => JSON.stringify(twice(JSON.parse(text))) }],
];

function onTag(event: string): Partial<WorkflowRun> {
  return { event, headBranch: 'main', head: commit('b') };
}

function twice(file: StoredEvidence): StoredEvidence {
  return { ...file, rehearsals: [...file.rehearsals, ...file.rehearsals] };
}

test.each(untrusted)('refuses a file %s', async (_name, given) => {
  await expect(read(given)).rejects.toMatchObject({ code: 'input/evidence' });
});
