import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { JobLog, parseCommand, parsePairs } from '../support/github/commands.ts';
import { type Emulator, startGitHub } from '../support/github/emulator.ts';
import {
  mergeGroupEvent,
  type OccurredEvent,
  pullRequestEvent,
  pullRequestReviewEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from '../support/github/events.ts';
import { evaluate, fillIn, isMet } from '../support/github/expressions.ts';
import type { Repository } from '../support/github/repository.ts';
import { runWorkflows, type RunOptions } from '../support/github/runner.ts';
import { isTriggered, matchesPatterns, readWorkflow } from '../support/github/workflow-file.ts';

describe('a printed line', () => {
  const command = (name: string, data: string, properties = {}, grammar = 'colons') => ({
    name,
    data,
    properties,
    grammar,
  });

  test.each([
    ['::error::Broken', command('error', 'Broken')],
    ['  ::ERROR::Broken', command('error', 'Broken')],
    ['::set-output name=a::b::c', command('set-output', 'b::c', { name: 'a' })],
    [
      '::warning file=a%2Cb.sql,line=3,title=x%3Ay::50%25%0Amore',
      command('warning', '50%\nmore', { file: 'a,b.sql', line: '3', title: 'x:y' }),
    ],
    ['##[add-mask]secret', command('add-mask', 'secret', {}, 'brackets')],
    [
      'select 1; -- ##[set-output name=approved;]true',
      command('set-output', 'true', { name: 'approved' }, 'brackets'),
    ],
    [
      '::nothing::##[error file=a%5D;line=1]x%5D',
      command('error', 'x]', { file: 'a]', line: '1' }, 'brackets'),
    ],
  ])('%j is a command', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });

  test.each([
    'plain',
    'select ::error::x',
    '::error',
    '::unknown::x',
    '##[unknown]x',
    '## [error]x',
    '##[error',
  ])('%j is none', (line) => {
    expect(parseCommand(line)).toBeUndefined();
  });

  test('hides what was masked, in whole and line by line, and only afterwards', () => {
    const log = new JobLog();
    const step = { outputs: new Map<string, string>() };
    for (const line of ['tiger', '::add-mask::tiger%0Alion', 'a tiger, a lion'])
      log.read(line, step);

    expect(log.text).toBe('tiger\na ***, a ***');
  });

  test('is no command while commands are stopped', () => {
    const log = new JobLog();
    const step = { outputs: new Map<string, string>() };
    const stop = 'a-token-that-nobody-guesses';
    for (const line of [
      `::stop-commands::${stop}`,
      '##[set-output name=a;]1',
      '::add-mask::tiger',
      `::${stop}::`,
      '::set-output name=b::2',
    ])
      log.read(line, step);

    expect(Object.fromEntries(step.outputs)).toEqual({ b: '2' });
    expect(log.obeyed.map(({ name }) => name)).toEqual(['stop-commands', 'set-output']);
    expect(log.text).toContain('::add-mask::tiger');
  });

  test.each(['::set-env name=a::b', '::add-path::/evil', '::stop-commands::error'])(
    '%s is refused',
    (line) => {
      expect(() => {
        new JobLog().read(line, { outputs: new Map() });
      }).toThrow('disabled');
    },
  );
});

describe('a file of outputs', () => {
  test('holds lines and heredocs', () => {
    const text = 'a=1\nb<<END\ntwo\nc=3\nEND\n\nd=x<<y\n';

    expect(Object.fromEntries(parsePairs(text))).toEqual({ a: '1', b: 'two\nc=3', d: 'x<<y' });
  });

  test.each(['a<<END\nnever', 'nothing', '=x', '<<\n'])('of %j is refused', (text) => {
    expect(() => parsePairs(text)).toThrow(/Invalid/);
  });
});

describe('an expression', () => {
  const contexts = {
    github: { event: { number: 7, title: "it's" } },
    needs: { a: { outputs: {} } },
  };

  test.each([
    ['github.event.number == 7 && github.event.title', "it's"],
    ["format('{0}/{1}', github.event.number, 'x')", '7/x'],
    ['needs.a.outputs.missing', null],
    ["contains('sluice/gate', 'gate')", true],
    ['toJSON(github.event.number)', '7'],
  ])('%s is %j', (expression, value) => {
    expect(evaluate(expression, contexts)).toEqual(value);
  });

  test('of an unknown context is refused', () => {
    expect(() => evaluate('secrets.TOKEN', contexts)).toThrow('secrets');
  });

  test('is filled into text', () => {
    const text = "gate-${{ github.event.number }}-${{ '}}' }} it's ${{ github.nothing }}";

    expect(fillIn(text, contexts)).toBe("gate-7-}} it's ");
  });

  test.each([
    [undefined, 'success', true],
    [undefined, 'failure', false],
    [undefined, 'skipped', false],
    ['always()', 'failure', true],
    ['!cancelled()', 'skipped', true],
    ['failure()', 'failure', true],
    ['failure()', 'success', false],
    ['${{ github.event.number == 7 }}', 'success', true],
    ['github.event.number == 7', 'failure', false],
    ["github.event.title == 'always()'", 'failure', false],
    [false, 'success', false],
  ] as const)('if: %j after %s is %s', (condition, status, met) => {
    expect(isMet(condition, contexts, status)).toBe(met);
  });
});

describe('a workflow file', () => {
  const jobs = 'jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "true"\n';
  const event = (name: string, rest: object = {}) =>
    ({ name, payload: {}, sender: 'a', ...rest }) as OccurredEvent;

  test.each([
    ['on: push', event('push'), true],
    ['on: [push, schedule]', event('merge_group'), false],
    ['on: pull_request_target', event('pull_request_target', { action: 'opened' }), true],
    ['on: pull_request_target', event('pull_request_target', { action: 'edited' }), false],
    [
      'on: { pull_request_review: { types: [submitted, dismissed] } }',
      event('pull_request_review', { action: 'dismissed' }),
      true,
    ],
    [
      'on: { pull_request_review: { types: [submitted] } }',
      event('pull_request_review', { action: 'edited' }),
      false,
    ],
    ['on: { push: { branches: [main] } }', event('push', { filteredBranch: 'main' }), true],
    ['on: { push: { branches: [main] } }', event('push', { filteredBranch: 'main2' }), false],
    [
      'on: { push: { branches-ignore: ["wip/**"] } }',
      event('push', { filteredBranch: 'wip/a/b' }),
      false,
    ],
    ['on: { schedule: [{ cron: "7 3 * * *" }] }', event('schedule'), true],
    [
      'on: { workflow_run: { workflows: [Signal], types: [completed] } }',
      event('workflow_run', { action: 'completed', triggeringWorkflow: 'Signal' }),
      true,
    ],
    [
      'on: { workflow_run: { workflows: [Signal], types: [completed] } }',
      event('workflow_run', { action: 'completed', triggeringWorkflow: 'Other' }),
      false,
    ],
  ])('with %s', async (on, event, triggered) => {
    expect(isTriggered(await readWorkflow(`${on}\n${jobs}`), event)).toBe(triggered);
  });

  test('is read by the parser that GitHub uses', async () => {
    await expect(readWorkflow(`on: push\n${jobs}      - usess: x\n`)).rejects.toThrow('usess');
  });

  test.each([
    [['release/*'], 'release/1', true],
    [['release/*'], 'release/1/2', false],
    [['**', '!main'], 'main', false],
    [['v1.0'], 'v1x0', false],
  ] as const)('matches %j with %s: %s', (patterns, branch, matched) => {
    expect(matchesPatterns(patterns, branch)).toBe(matched);
  });
});

describe('a run', () => {
  let actions: string;
  let github: Emulator;
  let shop: Repository;

  beforeAll(async () => {
    actions = await mkdtemp(join(tmpdir(), 'action-'));
    await writeFile(join(actions, 'package.json'), '{"type":"module"}');
    await writeFile(
      join(actions, 'action.yml'),
      [
        'name: Probe',
        'description: Says what it sees.',
        'inputs:',
        '  token: { description: Token, default: "${{ github.token }}" }',
        '  path to: { description: Path, default: here }',
        '  print: { description: Lines }',
        'runs: { using: node24, main: index.js }',
      ].join('\n'),
    );
    await writeFile(
      join(actions, 'index.js'),
      `import { appendFileSync, statSync } from 'node:fs';
      const { env } = process;
      const names = Object.keys(env).sort().join(' ');
      const asked = await fetch(env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY + '/pulls', {
        headers: { authorization: 'Bearer ' + env.INPUT_TOKEN },
      });
      const seen = { path: env.INPUT_PATH_TO, cwd: process.cwd() === env.GITHUB_WORKSPACE, pulls: asked.status,
        empty: statSync(env.GITHUB_OUTPUT).size === 0, version: process.version, token: 'GITHUB_TOKEN' in env };
      appendFileSync(env.GITHUB_OUTPUT, 'seen<<EOF\\n' + JSON.stringify(seen) + '\\nEOF\\nnames=' + names + '\\n');
      appendFileSync(env.GITHUB_OUTPUT, 'leak=' + env.INPUT_TOKEN + '\\n');
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# Seen ' + env.INPUT_TOKEN);
      console.log('token ' + env.INPUT_TOKEN);
      console.error(env.INPUT_PRINT ?? '');`,
    );
  });

  afterAll(async () => {
    await rm(actions, { recursive: true, force: true });
  });

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.createRepository('acme/shop', { private: true });
  });

  afterEach(async () => {
    await github[Symbol.asyncDispose]();
  });

  const file = '.github/workflows/test.yml';

  /** Puts the workflow on main, and runs what that push, or another event, starts. */
  async function run(text: string, options: Partial<RunOptions> = {}) {
    await shop.commit({ branch: 'main', files: { [file]: text }, by: 'olivia' });
    return start(pushEvent(github, shop, 'main'), options);
  }

  async function start(event: OccurredEvent, options: Partial<RunOptions> = {}) {
    const uses = { 'acme/probe': actions, './': actions };
    return runWorkflows({ github, repository: shop, event, actions: uses, ...options });
  }

  async function runJobs(jobs: string, options: Partial<RunOptions> = {}) {
    const [result] = await run(`on: push\njobs:\n${jobs}`, options);
    return result?.jobs ?? {};
  }

  const job = (steps: string, rest = '') =>
    `  a:\n    runs-on: ubuntu-latest\n${rest}    steps:\n${steps}`;

  test('gives an action its inputs, its environment and a token that may do what it says', async () => {
    const jobs = await runJobs(
      job(
        '      - id: probe\n        uses: acme/probe@v1\n        with: { path to: "${{ github.ref_name }}", print: "a\\r##[set-output name=x;]1" }\n',
        '    permissions: { contents: read, pull-requests: read }\n    outputs: { seen: "${{ steps.probe.outputs.seen }}", leak: "${{ steps.probe.outputs.leak }}" }\n',
      ),
    );

    const { a } = jobs;
    expect(a?.conclusion).toBe('success');
    expect(JSON.parse(a?.outputs['seen'] ?? '')).toEqual({
      path: 'main',
      cwd: true,
      pulls: 200,
      empty: true,
      version: process.version,
      token: false,
    });
    expect(a?.outputs).not.toHaveProperty('leak');
    expect(a?.log).toContain('token ***');
    expect(a?.summary).toBe('# Seen ***');
    expect(a?.commandsObeyed).toMatchObject([{ name: 'set-output', properties: { name: 'x' } }]);
    expect(a?.steps[0]?.outputs['names']?.split(' ')).toEqual(
      expect.arrayContaining([
        'CI',
        'GITHUB_ACTIONS',
        'GITHUB_ACTION_PATH',
        'GITHUB_ACTION_REPOSITORY',
        'GITHUB_API_URL',
        'GITHUB_BASE_REF',
        'GITHUB_ENV',
        'GITHUB_EVENT_PATH',
        'GITHUB_JOB',
        'GITHUB_RUN_ATTEMPT',
        'GITHUB_RUN_ID',
        'GITHUB_SERVER_URL',
        'GITHUB_SHA',
        'GITHUB_STEP_SUMMARY',
        'GITHUB_WORKFLOW_REF',
        'GITHUB_WORKFLOW_SHA',
        'INPUT_PATH_TO',
        'INPUT_TOKEN',
        'RUNNER_ENVIRONMENT',
        'RUNNER_TEMP',
        'RUNNER_TOOL_CACHE',
      ]),
    );
    expect(github.violations()).toEqual([]);
  });

  test('gives each job only its permissions', async () => {
    const jobs = await runJobs(
      job('      - id: probe\n        uses: ./\n', '    permissions: { contents: read }\n'),
    );

    expect(jobs['a']?.permissions).toEqual({ contents: 'read' });
    expect(jobs['a']?.steps[0]?.outputs['seen']).toContain('"pulls":403');
  });

  test('hands outputs on, and skips, runs or repairs after a failure', async () => {
    const one = (id: string, lines: string) => `  ${id}:\n    runs-on: ubuntu-latest\n${lines}`;
    const step = (script: string) => `    steps:\n      - id: s\n        run: ${script}\n`;
    const jobs = await runJobs(
      [
        one(
          'first',
          `    outputs: { word: "\${{ steps.s.outputs.word }}" }\n${step('echo "word=hello" >> "$GITHUB_OUTPUT"')}`,
        ),
        one(
          'second',
          `    needs: first\n    env: { WORD: "\${{ needs.first.outputs.word }}" }\n${step('echo "got $WORD"; exit 3')}`,
        ),
        one('third', `    needs: second\n${step('echo never')}`),
        one('fourth', `    needs: [first, second]\n    if: failure()\n${step('echo repair')}`),
        one(
          'fifth',
          `    needs: third\n    if: always() && needs.third.result == 'skipped'\n${step('echo always')}`,
        ),
        one('sixth', `    needs: third\n    if: \${{ !cancelled() }}\n${step('echo on')}`),
      ].join(''),
    );

    const conclusions = Object.values(jobs).map(({ id, conclusion }) => [id, conclusion]);
    expect(Object.fromEntries(conclusions)).toEqual({
      first: 'success',
      second: 'failure',
      third: 'skipped',
      fourth: 'success',
      fifth: 'success',
      sixth: 'success',
    });
    expect(jobs['second']?.log).toContain('got hello');
    expect(jobs['second']?.annotations).toEqual([
      { level: 'error', message: 'Process completed with exit code 3.' },
    ]);
  });

  test('lets steps go on, clean up, and set the environment of later ones', async () => {
    const { a } = await runJobs(
      job(
        [
          '      - { id: one, run: "exit 1", continue-on-error: true }',
          '      - { run: "echo \\"NAME=two\\" >> \\"$GITHUB_ENV\\"" }',
          '      - { run: "echo $NAME ${{ steps.one.outcome }} ${{ env.NAME }}" }',
          '      - { run: "exit 1" }',
          '      - { run: "echo never" }',
          '      - { if: "always()", run: "echo cleanup" }',
          '',
        ].join('\n'),
      ),
    );

    expect(a?.conclusion).toBe('failure');
    expect(a?.steps.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'success',
      'success',
      'failure',
      'skipped',
      'success',
    ]);
    expect(a?.log).toContain('two failure two');
  });

  test.each([
    ['NODE_OPTIONS for later steps', 'echo "NODE_OPTIONS=--x" >> "$GITHUB_ENV"', 'NODE_OPTIONS'],
    ['an output that nobody can read', 'echo "nothing" >> "$GITHUB_OUTPUT"', 'Invalid format'],
    ['set-env', 'echo "::set-env name=a::b"', 'disabled'],
  ])('refuses %s', async (_name, script, word) => {
    const { a } = await runJobs(job(`      - run: ${JSON.stringify(script)}\n`));

    expect(a?.conclusion).toBe('failure');
    expect(a?.annotations[0]?.message).toContain(word);
  });

  test('drops a summary of more than one mebibyte', async () => {
    const { a } = await runJobs(
      job('      - run: head -c 1048577 /dev/zero | tr "\\0" x >> "$GITHUB_STEP_SUMMARY"\n'),
    );

    expect(a?.summary).toBe('');
    expect(a?.annotations[0]?.message).toContain('upload aborted');
  });

  test('carries artifacts from job to job, and no hidden ones', async () => {
    const jobs = await runJobs(`  a:
    runs-on: ubuntu-latest
    steps:
      - run: mkdir -p out/.hidden && echo 1 > out/evidence.json && echo 2 > out/.hidden/x
      - uses: actions/upload-artifact@v4
        with: { name: evidence, path: out, if-no-files-found: error }
  b:
    needs: a
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v4
        with: { name: evidence, path: in }
      - run: ls -A in && cat in/evidence.json
      - uses: actions/download-artifact@v4
        with: { name: other }
`);

    expect(jobs['b']?.log).toContain('evidence.json\n1\n');
    expect(jobs['b']?.log).not.toContain('.hidden');
    expect(jobs['b']?.annotations.map(({ message }) => message)).toEqual([
      'Unable to download artifact(s): Artifact not found for name: other',
    ]);
  });

  test('checks out what the event is about, with or without leaving the token there', async () => {
    const { a } = await runJobs(
      job(
        [
          '      - uses: actions/checkout@v4',
          '        with: { persist-credentials: false }',
          '      - run: git rev-parse HEAD && ! grep -q extraheader .git/config',
          '      - uses: actions/checkout@v4',
          '        with: { path: again }',
          '      - run: grep -c extraheader again/.git/config',
          '',
        ].join('\n'),
      ),
    );

    expect(a?.conclusion).toBe('success');
    expect(a?.log).toContain(await shop.requireTip('main'));
  });

  test('opens an environment only to the branches that may deploy there', async () => {
    const text = `on: [push, pull_request_target]\njobs:\n${job(
      '      - { env: { URL: "${{ secrets.URL }}" }, run: "echo [${URL:+given}] $URL" }\n',
      '    environment: production\n',
    )}`;
    const environments = {
      production: { branches: ['main'], secrets: { URL: 'postgres://tiger' } },
    };
    const [pushed] = await run(text, { environments });
    await shop.commit({ branch: 'evil', files: { x: 'x' }, by: 'mallory' });
    const [evil] = await start(pushEvent(github, shop, 'evil'), { environments });
    await shop.openPullRequest({ head: 'evil', title: 'x', author: 'mallory' });
    const [target] = await start(await pullRequestEvent(github, shop, 1), { environments });

    expect(pushed?.jobs['a']?.log).toContain('[given] ***');
    expect(shop.deployments).toMatchObject([
      { fields: { task: 'deploy', environment: 'production' }, statuses: [{}] },
    ]);
    for (const refused of [evil, target]) {
      const { conclusion, annotations, steps } = refused!.jobs['a']!;
      expect({ conclusion, steps }).toEqual({ conclusion: 'failure', steps: [] });
      expect(annotations[0]?.message).toContain('is not allowed to deploy to production');
    }
  });

  test('of a trusted event never takes its file from a pull request', async () => {
    const text = (word: string) => `
name: ${word}
on: [pull_request_target, pull_request, pull_request_review, workflow_run, schedule]
concurrency: { group: "gate-\${{ github.event.pull_request.number || github.ref }}", cancel-in-progress: true }
jobs:
${job(`      - run: echo ${word} $GITHUB_SHA $GITHUB_REF\n`, '    permissions: { statuses: write }\n')}`;
    await shop.commit({ branch: 'main', files: { [file]: text('trusted') }, by: 'olivia' });
    await shop.commit({ branch: 'evil', files: { [file]: text('evil') }, by: 'mallory' });
    await shop.openPullRequest({ head: 'evil', title: 'x', author: 'mallory' });
    const { id } = shop.review(1, 'bob', 'APPROVED');
    const review = { review: id };
    const signal = shop.createWorkflowRun({
      event: 'pull_request_review',
      path: file,
      headSha: shop.pull(1).head,
      headBranch: 'evil',
    });

    const saw = async (event: OccurredEvent) => {
      const [result] = await start(event);
      return { name: result?.name, group: result?.concurrency?.group };
    };

    const trusted = 'trusted';
    expect(await saw(await pullRequestEvent(github, shop, 1))).toEqual({
      name: trusted,
      group: 'gate-1',
    });
    expect(await saw(scheduleEvent(github, shop, '7 3 * * *'))).toEqual({
      name: trusted,
      group: 'gate-refs/heads/main',
    });
    expect((await saw(workflowRunEvent(github, shop, signal.id, 'evil'))).name).toBe(trusted);
    expect(
      (await saw(await pullRequestEvent(github, shop, 1, { name: 'pull_request' }))).name,
    ).toBe('evil');
    expect((await saw(pullRequestReviewEvent(github, shop, 1, review))).name).toBe('evil');
  });

  test('is not started by what another run did with its token', async () => {
    await run(`on: push\njobs:\n${job('      - run: echo\n')}`);
    await shop.commit({ branch: 'main', files: { x: 'x' }, by: 'github-actions[bot]' });

    expect(await start(pushEvent(github, shop, 'main'))).toEqual([]);
  });

  test('on a fork has no secrets and may only read', async () => {
    const text = `on: pull_request\njobs:\n${job('      - run: "echo [${{ secrets.URL }}]"\n', '    permissions: { statuses: write }\n')}`;
    await shop.commit({ branch: 'main', files: { [file]: text }, by: 'olivia' });
    const fork = await github.fork('acme/shop', 'mallory');
    await fork.commit({ branch: 'fix', files: { x: 'x' }, by: 'mallory' });
    await shop.openPullRequest({ head: 'mallory:fix', title: 'x', author: 'mallory' });
    const event = await pullRequestEvent(github, shop, 1, { name: 'pull_request' });

    const [result] = await start(event, { secrets: { URL: 'tiger' } });

    expect(result?.jobs['a']?.permissions).toEqual({ statuses: 'read' });
    expect(result?.jobs['a']?.log).toContain('\n[]');
  });

  test('follows a queue and a dispatch, and is recorded', async () => {
    const text = `on: [merge_group, workflow_dispatch]\njobs:\n${job('      - run: "echo $GITHUB_REF ${{ inputs.word }}"\n')}`;
    await shop.commit({ branch: 'main', files: { [file]: text }, by: 'olivia' });
    await shop.commit({ branch: 'one', files: { x: 'x' }, by: 'alice' });
    await shop.openPullRequest({ head: 'one', title: 'x', author: 'alice' });
    const group = await shop.queue([1], 'olivia');

    const [queued] = await start(mergeGroupEvent(github, shop, group));
    const [asked] = await start(
      workflowDispatchEvent(github, shop, { sender: 'olivia', inputs: { word: 'please' } }),
    );

    expect(queued?.jobs['a']?.log).toContain(group.reference);
    expect(asked?.jobs['a']?.log).toContain('refs/heads/main please');
    expect(shop.runs).toMatchObject([
      { event: 'merge_group', path: file, headSha: group.head, conclusion: 'success' },
      { event: 'workflow_dispatch', actor: { login: 'olivia' }, status: 'completed' },
    ]);
  });
});
