import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../src/commands/arguments.ts';
import { commands } from '../src/commands/index.ts';
import { lintProblems } from './support/actionlint.ts';
import { evaluate, fillIn, isMet } from './support/github/expressions.ts';
import { readWorkflow } from './support/github/workflow-file.ts';
import { expressionsIn, problemsOfWorkflow, recordOf } from './support/workflow.ts';

const files = ['.github/workflows', 'examples'].flatMap((directory) =>
  readdirSync(directory)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(directory, name)),
);

test('there are workflows of ours and for others', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      '.github/workflows/ci.yml',
      'examples/sluice-apply.yml',
      'examples/sluice-check.yml',
      'examples/sluice-external.yml',
      'examples/sluice-facts.yml',
      'examples/sluice-gate.yml',
      'examples/sluice-merge-queue.yml',
      'examples/sluice-signal.yml',
      'examples/sluice-snapshot.yml',
    ]),
  );
});

test.each(files)('%s gives no job more trust than it needs', (path) => {
  expect(problemsOfWorkflow(readFileSync(path, 'utf8'))).toEqual([]);
});

test.each(files)('GitHub and actionlint take %s', async (path) => {
  const text = readFileSync(path, 'utf8');

  await expect(readWorkflow(text)).resolves.toBeDefined();
  expect(await lintProblems(text)).toEqual([]);
});

test('GitHub and actionlint would say something', async () => {
  const text = 'on: push\njobs:\n  one:\n    steps:\n      - run: ls\n        with: {}\n';

  await expect(readWorkflow(text)).rejects.toThrow();
  expect(await lintProblems(text)).not.toEqual([]);
});

const sha = 'a'.repeat(40);
const workflow = (rest: string, permissions = 'permissions: {}') =>
  `on: push\n${permissions}\njobs:\n  one:\n    steps:\n      - ${rest}\n`;

const ours = `uses: sluice/sluice@${sha} # v0.1.0`;
/** A workflow with one job that decides, whose parts a case replaces. */
const deciding = (parts: { on?: string; job?: string; steps?: string; concurrency?: string }) =>
  [
    `on: ${parts.on ?? 'pull_request_target'}`,
    'permissions: {}',
    `concurrency: ${parts.concurrency ?? '{ group: one, cancel-in-progress: false }'}`,
    'jobs:',
    '  one:',
    ...(parts.job === undefined ? [] : [`    ${parts.job}`]),
    '    steps:',
    `      - ${ours}`,
    '        with: { command: gate }',
    ...(parts.steps === undefined ? [] : [`      - ${parts.steps}`]),
    '',
  ].join('\n');
const rehearsing = (job: string) =>
  workflow(`${ours}\n        with: { command: rehearse }`).replace('  one:', `  one:\n    ${job}`);

const wrong = [
  ['a tag', workflow('uses: actions/setup-node@v4'), 'not pinned: - uses: actions/setup-node@v4'],
  ['a commit without its release', workflow(`uses: a/b@${sha}`), `not pinned: - uses: a/b@${sha}`],
  [
    'a commit that is none',
    workflow(`uses: a/b@${'0'.repeat(40)} # v1`),
    `not pinned: - uses: a/b@${'0'.repeat(40)} # v1`,
  ],
  ['default permissions', workflow('run: ls', ''), 'permissions are not {}'],
  ['broad permissions', workflow('run: ls', 'permissions: write-all'), 'permissions are not {}'],
  [
    'a job with broad permissions',
    workflow('run: ls').replace('  one:', '  one:\n    permissions: write-all'),
    'one has broad permissions',
  ],
  [
    'a checkout that keeps its token',
    workflow(`uses: actions/checkout@${sha} # v4`),
    'a checkout keeps its credentials',
  ],
  [
    'a title in a script',
    workflow('run: echo "${{ github.event.pull_request.title }}"'),
    'untrusted in run: github.event.pull_request.title',
  ],
  [
    'a branch in a script',
    workflow('run: ls ${{ github.head_ref }}'),
    'untrusted in run: github.head_ref',
  ],
  [
    'an expression over one',
    workflow("run: ls ${{ format('{0}', github.event.number) }}"),
    "untrusted in run: format('{0}', github.event.number)",
  ],
  [
    'a secret of the repository',
    workflow('run: ls\n        env: { URL: "${{ secrets.URL }}" }'),
    'one has a secret without an environment',
  ],
  [
    'all secrets at once',
    workflow('run: ls\n        env: { URL: "${{ toJSON(secrets) }}" }'),
    'one has a secret without an environment',
  ],
  [
    'inherited secrets',
    workflow('run: ls').replace('  one:', '  one:\n    secrets: inherit'),
    'one has a secret without an environment',
  ],
  [
    'a secret for every job',
    workflow('run: ls', 'permissions: {}\nenv: { URL: "${{ secrets.URL }}" }'),
    'a secret for all jobs',
  ],
  ['a gate on pull_request', deciding({ on: 'pull_request' }), 'decides on pull_request'],
  [
    'a gate on a review',
    deciding({ on: '[pull_request_target, pull_request_review]' }),
    'decides on pull_request_review',
  ],
  [
    'a gate on a merge group and more',
    deciding({ on: '[pull_request_target, merge_group]' }),
    'decides on merge_group',
  ],
  [
    'a status that anybody writes',
    workflow('run: ls')
      .replace('on: push', 'on: pull_request')
      .replace('  one:', '  one:\n    permissions: { statuses: write }'),
    'decides on pull_request',
  ],
  ['a gate on any push', deciding({ on: 'push' }), 'decides on a push to any branch'],
  [
    'a gate that looks at some paths only',
    deciding({ on: '{ pull_request_target: { paths: [db] } }' }),
    'pull_request_target has paths',
  ],
  [
    'a gate that passes over some paths',
    deciding({ on: '{ pull_request_target: { paths-ignore: [docs] } }' }),
    'pull_request_target has paths-ignore',
  ],
  [
    'a gate that can be cancelled',
    deciding({ concurrency: '{ group: one, cancel-in-progress: true }' }),
    'a run that decides can be cancelled',
  ],
  [
    'a gate with a cache',
    deciding({ steps: `uses: actions/cache@${sha} # v4` }),
    'one restores a cache',
  ],
  [
    'a gate with part of a cache',
    deciding({ steps: `uses: actions/cache/restore@${sha} # v4` }),
    'one restores a cache',
  ],
  [
    'a gate with the cache of its node',
    deciding({ steps: `uses: actions/setup-node@${sha} # v4\n        with: { cache: npm }` }),
    'one restores a cache',
  ],
  [
    'a gate with files of the change',
    deciding({
      steps: `uses: actions/checkout@${sha} # v4\n        with: { persist-credentials: false }`,
    }),
    'one checks something out',
  ],
  [
    'submitted SQL that can write',
    rehearsing('permissions: { contents: write }'),
    'one runs submitted SQL with contents: write',
  ],
  [
    'submitted SQL in an environment',
    rehearsing('environment: production'),
    'one runs submitted SQL in an environment',
  ],
] as const;

describe('finds', () => {
  test.each(wrong)('%s', (_name, text, problem) => {
    expect(problemsOfWorkflow(text)).toContain(problem);
  });

  test('nothing in a gate that is right', () => {
    expect(problemsOfWorkflow(deciding({}))).toEqual([]);
    expect(problemsOfWorkflow(deciding({ on: 'merge_group' }))).toEqual([]);
    expect(problemsOfWorkflow(rehearsing('permissions: { contents: read }'))).toEqual([]);
  });
});

const read = (name: string): unknown => parse(readFileSync(join('examples', name), 'utf8'));
const head = { label: 'fork:feature', ref: 'feature' };
const onPullRequest = { github: { event: { pull_request: { head } } }, inputs: {} };
const signalled = { head_branch: 'feature', head_repository: { owner: { login: 'fork' } } };
const onSignal = { github: { event: { workflow_run: signalled } }, inputs: {} };
const onDispatch = { github: { event: {} }, inputs: { 'pull-request': 7 } };

test('one pull request has one group, whichever event began the run', () => {
  const group = String(recordOf(read('sluice-gate.yml'), 'concurrency')['group']);

  expect(fillIn(group, onPullRequest)).toBe('sluice-gate-fork:feature');
  expect(fillIn(group, onSignal)).toBe('sluice-gate-fork:feature');
  expect(fillIn(group, onDispatch)).toBe('sluice-gate-7');
});

const digest = 'sha256:1';

test.each([
  ['sluice-gate.yml', [digest, 'sluice-evidence.json']],
  ['sluice-gate.yml', ['', '']],
  ['sluice-merge-queue.yml', [digest, 'sluice-evidence.json']],
  ['sluice-merge-queue.yml', ['', '']],
])('the gate of %s is given evidence only where there is some: %j', (name, [output, file]) => {
  const { gate } = recordOf(read(name), 'jobs');
  const contexts = { needs: { rehearse: { outputs: { 'evidence-digest': output } } } };
  const steps = Object.values(recordOf(gate, 'steps'));
  const given = steps
    .map((step) => recordOf(step, 'with'))
    .find(({ command }) => command === 'gate');

  expect(fillIn(String(given?.['evidence']), contexts)).toBe(file);
  expect(fillIn(String(given?.['evidence-digest']), contexts)).toBe(output);
  expect(isMet(Reflect.get(Object(steps[0]), 'if'), contexts, 'success')).toBe(output !== '');
});

test.each(['sluice-gate.yml', 'sluice-merge-queue.yml'])(
  'the gate of %s speaks after a rehearsal that broke, and not when it was cancelled',
  (name) => {
    const { gate, rehearse } = recordOf(read(name), 'jobs');

    expect(isMet(Reflect.get(Object(gate), 'if'), {}, 'failure')).toBe(true);
    expect(isMet(Reflect.get(Object(gate), 'if'), {}, 'cancelled')).toBe(false);
    expect(Reflect.get(Object(rehearse), 'if')).toBeUndefined();
  },
);

test('every job of the apply runs on the default branch only', () => {
  for (const job of Object.values(recordOf(read('sluice-apply.yml'), 'jobs'))) {
    const runsOn = (ref: string) =>
      isMet(Reflect.get(Object(job), 'if'), { github: { ref } }, 'success');

    expect(runsOn('refs/heads/main')).toBe(true);
    for (const ref of ['refs/heads/feature', 'refs/heads/main/x', 'refs/tags/main'])
      expect(runsOn(ref)).toBe(false);
  }
});

test('sluice-external.yml runs command lines that Sluice takes', () => {
  const text = readFileSync('examples/sluice-external.yml', 'utf8');
  const lines = [...text.matchAll(/dist\/cli\.js (.+)$/gm)].map(([, line = '']) => line.split(' '));

  expect(lines.map(([name]) => name)).toEqual(['clear', 'record']);
  for (const [name, ...words] of lines) {
    const command = commands.find((one) => one.name === name);
    expect(readArguments(command!, words).options.get('target')).toBe('billing/production');
  }
});

test.each(files.filter((path) => path.startsWith('examples')))(
  'every expression of %s is one that GitHub reads',
  (path) => {
    const contexts = { github: {}, inputs: {}, needs: {}, secrets: {}, steps: {}, vars: {} };

    for (const expression of expressionsIn(readFileSync(path, 'utf8')))
      expect(() => evaluate(expression, contexts, 'success')).not.toThrow();
  },
);

describe('facts', () => {
  const jobs = ['sluice-gate.yml', 'sluice-merge-queue.yml', 'sluice-apply.yml'].flatMap((name) =>
    Object.entries(recordOf(read(name), 'jobs')).map(([id, job]) => [name, id, job] as const),
  );

  test.each(jobs)('of %s, job %s, are looked for only where the variable says so', (...found) => {
    const steps = Object.values(recordOf(found[2], 'steps'));
    const look = steps.find((step) => recordOf(step, 'with')['command'] === 'find-facts');
    const bring = steps.find((step) => recordOf(step, 'with')['name'] === 'sluice-facts');
    const use = steps.find((step) => recordOf(step, 'with')['facts'] !== undefined);

    for (const [SLUICE_FACTS, run, isLooked, isBrought, folder] of [
      ['true', '7', true, true, 'sluice-facts'],
      ['true', '', true, false, 'sluice-facts'],
      ['', '', false, false, ''],
    ] as const) {
      const steps = { facts: { outputs: run === '' ? {} : { 'facts-run': run } } };
      const contexts = { vars: SLUICE_FACTS === '' ? {} : { SLUICE_FACTS }, steps };
      expect(isMet(Reflect.get(Object(look), 'if'), contexts, 'success')).toBe(isLooked);
      expect(isMet(Reflect.get(Object(bring), 'if'), contexts, 'success')).toBe(isBrought);
      const given = recordOf(use, 'with');
      expect(fillIn(String(given['facts']), contexts)).toBe(folder);
      expect(fillIn(String(given['facts-run']), contexts)).toBe(run);
    }
    for (const step of [look, bring])
      expect(Reflect.get(Object(step), 'continue-on-error')).toBe(true);
  });

  test('are taken on the default branch only, and with an environment of their own', () => {
    const { facts } = recordOf(read('sluice-facts.yml'), 'jobs');
    const runsOn = (ref: string) =>
      isMet(Reflect.get(Object(facts), 'if'), { github: { ref } }, 'success');

    expect(Reflect.get(Object(facts), 'environment')).toBe('sluice-facts');
    expect(['refs/heads/main', 'refs/heads/x', 'refs/tags/main'].map(runsOn)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('masked rows', () => {
  test('are taken on the default branch only, and with an environment of their own', () => {
    const { snapshot } = recordOf(read('sluice-snapshot.yml'), 'jobs');
    const runsOn = (ref: string) =>
      isMet(Reflect.get(Object(snapshot), 'if'), { github: { ref } }, 'success');

    expect(Reflect.get(Object(snapshot), 'environment')).toBe('sluice-snapshot');
    expect(['refs/heads/main', 'refs/heads/x', 'refs/tags/main'].map(runsOn)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['true', '7', [true, true, 'sluice-snapshot', '7']],
    ['true', '', [true, false, 'sluice-snapshot', '']],
    ['', '', [false, false, '', '']],
  ])('are given to the rehearsal where the variable is %j and the run %j', (value, run, given) => {
    const { rehearse } = recordOf(read('sluice-gate.yml'), 'jobs');
    const steps = Object.values(recordOf(rehearse, 'steps'));
    const look = steps.find((step) => recordOf(step, 'with')['command'] === 'find-snapshot');
    const bring = steps.find((step) => recordOf(step, 'with')['name'] === 'sluice-snapshot');
    const use = recordOf(
      steps.find((step) => recordOf(step, 'with')['command'] === 'rehearse'),
      'with',
    );
    const contexts = {
      vars: value === '' ? {} : { SLUICE_SNAPSHOT: value },
      steps: { facts: { outputs: {} }, snapshot: { outputs: { 'snapshot-run': run } } },
    };

    expect([
      isMet(Reflect.get(Object(look), 'if'), contexts, 'success'),
      isMet(Reflect.get(Object(bring), 'if'), contexts, 'success'),
      fillIn(String(use['snapshot']), contexts),
      fillIn(String(use['snapshot-run']), contexts),
    ]).toEqual(given);
    // Whoever wants rows does not get a verdict without them.
    for (const step of [look, bring])
      expect(Reflect.get(Object(step), 'continue-on-error')).toBeUndefined();
  });
});
