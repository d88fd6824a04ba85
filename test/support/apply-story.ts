import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { expect } from 'vitest';
import type { Session } from '../../src/ports/database.ts';
import type { RangeReport } from '../../src/report/range.ts';
import { root } from './cli.ts';
import { artifactsOf } from './github/artifacts.ts';
import { type Emulator, startGitHub } from './github/emulator.ts';
import { type OccurredEvent, pushEvent, scheduleEvent } from './github/events.ts';
import type { Repository } from './github/repository.ts';
import {
  type JobResult,
  type RunOptions,
  runWorkflows,
  type StepResult,
  type WorkflowResult,
} from './github/runner.ts';
import type { TestServer } from './postgres.ts';

/** In every text that a pull request brings; no log may hold it. */
const hostile = 'planted\r::stop-commands::x##[add-mask]a <!-- sluice:gate --> @everybody';

export const targets = ['staging', 'production'] as const;
type Target = (typeof targets)[number];

type Files = Readonly<Record<string, string | null>>;

/** A repository on GitHub with the workflow as it is copied, and the databases that it applies to. */
export type ApplyStory = AsyncDisposable & {
  readonly github: Emulator;
  readonly shop: Repository;
  readonly urls: Readonly<Record<Target, string>>;
  /** A pull request by @ivan, of one commit for each set of files. */
  propose(...commits: readonly Files[]): Promise<number>;
  /** The same, approved by @dana, the owner, and merged by @olivia. */
  deliver(files: Files, how?: 'merge' | 'squash' | 'rebase'): Promise<number>;
  /** Runs what a push to main starts, or another event. */
  run(options?: Partial<RunOptions> & { readonly watch?: () => Promise<void> }): Promise<Ran>;
  schedule(): OccurredEvent;
  connect(target?: Target): Promise<Session>;
  /** Names of the tables in the schema public. */
  tables(target?: Target): Promise<readonly string[]>;
  /** Events of the records, oldest first. */
  events(target?: Target): Promise<readonly string[]>;
  /** What `sluice audit verify` says of the target, read from the repository as it is. */
  audit(target?: Target): Promise<{ readonly code: number; readonly output: string }>;
  /** Environment of every process that ran as an action, by job. */
  processes(): Promise<readonly Process[]>;
  /** States of the deployments that Sluice made, by commit, oldest first. */
  deployments(target?: Target): readonly (readonly [commit: string, ...states: string[]])[];
};

type Process = {
  readonly job: string;
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
};

type Ran = {
  readonly conclusion: WorkflowResult['conclusion'];
  readonly result: WorkflowResult;
  readonly reports: Readonly<Partial<Record<Target, RangeReport>>>;
};

type StoryOptions = {
  readonly server: TestServer;
  /** Only staging, as somebody has it who has one target; both unless told. */
  readonly one?: boolean;
  readonly policy?: string;
  readonly workflow?: string;
};

/** Every change needs @dana; control files need @greta. */
export function policyOf(more = ''): string {
  return `version: 1
extends: default
mode: enforce
databases:
  billing:
    layout: plain
    paths: ['db/**']
    targets:
      - { name: staging, url: 'env:BILLING_STAGING_URL' }
      - { name: production, url: 'env:BILLING_PRODUCTION_URL', after: staging }
guardians: ['@greta']
fallback-owners: ['@dana']
approvals: [{ name: everything, owners: true }]
${more}`;
}

/** A file that makes a table. */
export function table(name: string): Readonly<Record<string, string>> {
  return { [`db/${name}.sql`]: `create table planted_${name} (id int);\n` };
}

let stories = 0;

export async function startApplyStory(options: StoryOptions): Promise<ApplyStory> {
  const { server } = options;
  stories += 1;
  const names = { staging: `staging_${stories}`, production: `production_${stories}` };
  for (const target of targets) await server.createDatabase(names[target]);
  const urls = { staging: server.url(names.staging), production: server.url(names.production) };
  const directory = await mkdtemp(join(tmpdir(), 'sluice-story-'));
  const node = await watchedNode(directory);
  const github = await startGitHub();
  const shop = await github.createRepository('acme/shop');
  await shop.commit({
    branch: 'main',
    by: 'olivia',
    files: {
      '.sluice/policy.yml': options.policy ?? policyOf(),
      '.github/CODEOWNERS': '/db/ @dana\n',
      '.github/workflows/sluice.yml': options.workflow ?? (await exampleApply(options)),
    },
  });
  for (const login of ['ivan', 'dana', 'greta']) shop.setPermission(login, 'write');
  shop.setPermission('olivia', 'admin');
  const secrets = { BILLING_STAGING_URL: urls.staging, BILLING_PRODUCTION_URL: urls.production };
  const secretTexts = secretsOf(Object.values(urls));
  const connect = (target: Target = 'staging'): Promise<Session> => server.connect(names[target]);
  const ask = async (target: Target | undefined, query: string): Promise<readonly string[]> => {
    await using session = await connect(target);
    return (await session.query(query)).map(({ text }) => String(text));
  };
  const propose = async (...commits: readonly Files[]): Promise<number> => {
    const branch = `change-${String(shop.pulls.size + 1)}`;
    for (const files of commits) await shop.commit({ branch, files, by: 'ivan', message: hostile });
    const opened = await shop.openPullRequest({ head: branch, title: hostile, author: 'ivan' });
    return opened.number;
  };
  return {
    github,
    shop,
    urls,
    propose,
    deliver: async (files, how = 'merge') => {
      const number = await propose(files);
      shop.review(number, 'dana', 'APPROVED');
      await shop.merge(number, how, 'olivia');
      return number;
    },
    schedule: () => scheduleEvent(github, shop, '23 * * * *'),
    run: async ({ watch, ...given } = {}) => {
      const running = runWorkflows({
        github,
        repository: shop,
        event: pushEvent(github, shop, 'main'),
        actions: { 'sluice/sluice': root },
        node,
        timeout: 400_000,
        environments: {
          'billing/staging': {
            branches: ['main'],
            secrets: { BILLING_STAGING_URL: secrets.BILLING_STAGING_URL },
          },
          'billing/production': { branches: ['main'], secrets },
        },
        ...given,
      });
      const [results] = await Promise.all([running, watch?.()]);
      const [result] = results;
      if (result === undefined || results.length > 1) throw new Error('one workflow was to run');
      expectNothingLeaks({ github, shop, result, secretTexts });
      return { conclusion: result.conclusion, result, reports: reportsOf(github, result) };
    },
    connect,
    tables: (target) =>
      ask(
        target,
        `select relname::text as text from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
      ),
    events: async (target) => {
      const [exists] = await ask(target, "select to_regclass('sluice.audit_record') as text");
      if (exists === 'null') return [];
      return ask(target, 'select event as text from sluice.audit_record order by sequence');
    },
    audit: async (target = 'staging') => {
      const words = ['audit', 'verify', '--target', `billing/${target}`, '--repo', shop.directory];
      const { code, output } = await runNode([join(root, 'dist/cli.js'), ...words], secrets);
      for (const secret of secretTexts) expect(output).not.toContain(secret);
      return { code, output };
    },
    processes: () => readProcesses(directory),
    deployments: (target = 'staging') =>
      shop.deployments
        .filter(({ fields }) => fields['task'] === 'sluice')
        .filter(({ fields }) => fields['environment'] === `billing/${target}`)
        .map(({ sha, statuses }) => [
          sha,
          ...statuses.map(({ fields }) => String(fields['state'])),
        ]),
    [Symbol.asyncDispose]: async () => {
      expect(github.violations()).toEqual([]);
      await github[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The Node.js that actions run on; another one to show that they run there as well. */
const nodePath = process.env['SLUICE_TEST_NODE'] ?? process.execPath;

/** Leaves the environment of each process, by its id, and then is Node.js. Other shells drop names with a hyphen. */
async function watchedNode(directory: string): Promise<string> {
  const path = join(directory, 'node');
  const script = `#!/bin/bash\nenv -0 > '${directory}'/$$.environment\nexec '${nodePath}' "$@"\n`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

async function readProcesses(directory: string): Promise<readonly Process[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.environment'));
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8');
      const pairs = text.split('\0').flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]+)=([^]*)$/.exec(pair) ?? [];
        return name === '' ? [] : [[name, value]];
      });
      const environment = Object.fromEntries(pairs) as Record<string, string>;
      return { job: environment['GITHUB_JOB'] ?? '', pid: Number.parseInt(name, 10), environment };
    }),
  );
}

async function runNode(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> {
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(nodePath, [...words], { env });
    return { code: 0, output: stdout + stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as Readonly<Record<string, string>>;
    return { code: Number(code), output: `${String(stdout)}${String(stderr)}` };
  }
}

/** A workflow that nothing starts. */
export const idleWorkflow =
  'on: workflow_call\njobs: { idle: { runs-on: ubuntu-24.04, steps: [{ run: echo }] } }\n';

type ExampleJob = {
  if?: unknown;
  environment?: unknown;
  permissions?: unknown;
  readonly steps: unknown[];
};

/** The workflow as it is copied; whoever has one target leaves the second pair of jobs out. */
export async function exampleApply({
  one = false,
  edit,
}: {
  readonly one?: boolean;
  readonly edit?: (jobs: Record<string, ExampleJob>) => void;
}): Promise<string> {
  const text = await readFile(join(root, 'examples/sluice-apply.yml'), 'utf8');
  if (!one && edit === undefined) return text;
  const { jobs, ...rest } = parse(text) as { readonly jobs: Record<string, ExampleJob> };
  for (const name of Object.keys(jobs))
    if (one && !name.endsWith('-staging')) Reflect.deleteProperty(jobs, name);
  edit?.(jobs);
  return stringify({ ...rest, jobs });
}

function secretsOf(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.flatMap((url) => [url, new URL(url).password]))].filter(
    (text) => text !== '',
  );
}

function reportsOf(github: Emulator, { run }: WorkflowResult): Ran['reports'] {
  return Object.fromEntries(
    targets.flatMap((target) => {
      const artifact = artifactsOf(github, run.id).get(`sluice-report-${target}`);
      const bytes = artifact?.get('sluice-report.json');
      return bytes === undefined ? [] : [[target, JSON.parse(Buffer.from(bytes).toString())]];
    }),
  ) as Ran['reports'];
}

type Leak = {
  readonly github: Emulator;
  readonly shop: Repository;
  readonly result: WorkflowResult;
  readonly secretTexts: readonly string[];
};

/** GitHub's description is kept, no word of a pull request is obeyed, and no secret is told. */
function expectNothingLeaks({ github, shop, result, secretTexts }: Leak): void {
  expect(github.violations()).toEqual([]);
  for (const job of Object.values(result.jobs)) {
    const names = job.commandsObeyed.map(({ name }) => name);
    expect(names.filter((name) => !['add-mask', 'error'].includes(name))).toEqual([]);
    const said = job.commandsObeyed.filter(({ name }) => name === 'error').map(({ data }) => data);
    expect(`${job.log}${said.join('')}`).not.toMatch(/planted|everybody/i);
    // The runner shows a secret as stars.
    expect(job.log).not.toContain('***');
    expect(job.summary).not.toContain('***');
    expect(job.summary).not.toMatch(/^@everybody|<!--|\r/m);
  }
  const told = JSON.stringify([
    Object.values(result.jobs),
    shop.comments,
    shop.statuses,
    shop.deployments,
    shop.checkRuns,
  ]);
  const files = [...artifactsOf(github, result.run.id).values()].flatMap((artifact) =>
    [...artifact.values()].map((bytes) => Buffer.from(bytes).toString()),
  );
  const masks = Object.values(result.jobs).flatMap(({ commandsObeyed }) =>
    commandsObeyed
      .filter(({ name }) => name === 'add-mask')
      .map(({ data }) => JSON.stringify(data)),
  );
  const shown = masks.reduce((text, mask) => text.replaceAll(mask, ''), told) + files.join('\n');
  for (const secret of secretTexts) expect(shown).not.toContain(secret);
  expect(shown).not.toMatch(/ghs_[0-9a-f]{32}/);
}

/** The step of a job that applied, after those that look for facts. */
export function applyStep(job: JobResult | undefined): StepResult | undefined {
  return job?.steps.findLast(({ id, name }) => id !== 'facts' && name.startsWith('sluice/sluice@'));
}

/** What became of each merge: its number or `push`, how it ended, and why, and whether the rest waits. */
export function outcomes(report: RangeReport | undefined): readonly (readonly unknown[])[] {
  return (report?.merges ?? []).map(({ pullRequest, outcome, refusal }) => [
    pullRequest?.number ?? 'push',
    outcome,
    ...(refusal === undefined ? [] : [refusal.reason, refusal.stops ? 'stops' : 'goes on']),
  ]);
}

/** Waits for something that happens within two minutes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 4_800; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error('It did not happen.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
