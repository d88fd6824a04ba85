import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Caller } from './access.ts';
import type { Annotation, Command } from './commands.ts';
import { JobLog } from './commands.ts';
import type { Json } from './description.ts';
import type { Emulator, RecordedRequest } from './emulator.ts';
import { findPlace, type OccurredEvent, type Place } from './events.ts';
import { type Contexts, fillIn, fillInAll, isMet, type Status, toText } from './expressions.ts';
import type { Machine } from './machine.ts';
import type { Repository, WorkflowRun } from './repository.ts';
import { runStep } from './steps.ts';
import {
  isTriggered,
  type Job,
  matchesPatterns,
  readWorkflow,
  type Step,
  type Workflow,
} from './workflow-file.ts';

type Environment = {
  /** Branches that may deploy there; every reference when it is not given. */
  readonly branches?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
};

export type RunOptions = {
  readonly github: Emulator;
  readonly repository: Repository;
  readonly event: OccurredEvent;
  /** Of the repository. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<Record<string, Environment>>;
  /** Folders with action.yml, by `owner/name`; `./` is for actions of the repository itself. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What the machine has in its environment besides, for example where PostgreSQL is. */
  readonly machine?: Readonly<Record<string, string>>;
  /** The Node.js that runs JavaScript actions. */
  readonly node?: string;
  /** Milliseconds that a step may take. */
  readonly timeout?: number;
};

type Concurrency = {
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue?: string;
};

export type StepResult = {
  readonly id: string | undefined;
  readonly name: string;
  readonly outcome: Status;
  readonly conclusion: Status;
  readonly outputs: Readonly<Record<string, string>>;
};

export type JobResult = {
  readonly id: string;
  readonly conclusion: Status;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** As GitHub shows it: secrets are stars. */
  readonly log: string;
  readonly summary: string;
  /** Each command that the runner took from what steps printed. */
  readonly commandsObeyed: readonly Command[];
  readonly steps: readonly StepResult[];
  readonly permissions: Permissions;
  /** What it asked the API with its own token, in order. */
  readonly requests: readonly RecordedRequest[];
  readonly environment: string | undefined;
  readonly concurrency: Concurrency | undefined;
};

export type WorkflowResult = {
  readonly path: string;
  readonly name: string;
  readonly run: WorkflowRun;
  readonly conclusion: 'success' | 'failure' | 'skipped';
  readonly concurrency: Concurrency | undefined;
  readonly jobs: Readonly<Record<string, JobResult>>;
};

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/**
 * Runs every workflow of the repository that an event starts, as GitHub does: from the commit that
 * GitHub takes files from, each job with a token of its own that may do what `permissions` says.
 */
export async function runWorkflows(options: RunOptions): Promise<readonly WorkflowResult[]> {
  if (isSilent(options.event)) return [];
  const place = await findPlace(options.repository, options.event);
  if (place === undefined) return [];
  const results: WorkflowResult[] = [];
  for (const path of await options.repository.listFiles(place.files, '.github/workflows')) {
    const text = await options.repository.readFile(place.files, path);
    if (text === undefined || !/\.ya?ml$/.test(path)) continue;
    const workflow = await readWorkflow(text, path);
    if (isTriggered(workflow, options.event))
      results.push(await runWorkflow(options, place, path, workflow));
  }
  return results;
}

/** What a workflow does with its own token starts no other workflow. */
function isSilent({ name, sender }: OccurredEvent): boolean {
  return sender === 'github-actions[bot]' && (name === 'push' || name.startsWith('pull_request'));
}

/** What is the same for all jobs of a run. */
type Run = {
  readonly options: RunOptions;
  readonly place: Place;
  readonly workflow: Workflow;
  readonly record: WorkflowRun;
  readonly about: Json;
  readonly inputs: unknown;
  readonly finished: Map<string, JobResult>;
};

async function runWorkflow(
  options: RunOptions,
  place: Place,
  path: string,
  workflow: Workflow,
): Promise<WorkflowResult> {
  const { repository, event } = options;
  const record = repository.createWorkflowRun({
    event: event.name,
    path,
    headSha: place.headSha,
    headBranch: place.headBranch,
    headRepository: place.headRepository,
    actor: event.sender,
    status: 'in_progress',
    conclusion: null,
  });
  const about = githubContext(options, place, path, workflow, record);
  const inputs = event.name === 'workflow_dispatch' ? event.payload['inputs'] : {};
  const finished = new Map<string, JobResult>();
  const run: Run = { options, place, workflow, record, about, inputs, finished };
  for (const [id, job] of inOrder(workflow)) finished.set(id, await runJob(run, id, job));
  const conclusions = [...finished.values()].map((job) => job.conclusion);
  const skipped = conclusions.every((conclusion) => conclusion === 'skipped');
  const conclusion = conclusions.includes('failure') ? 'failure' : skipped ? 'skipped' : 'success';
  record.status = 'completed';
  record.conclusion = conclusion;
  const contexts = { github: about, inputs, vars: options.variables ?? {} };
  return {
    path,
    name: workflow.name ?? path,
    run: record,
    conclusion,
    concurrency: concurrencyOf(workflow.concurrency, contexts),
    jobs: Object.fromEntries(finished),
  };
}

/** Jobs after those that they need. */
function inOrder(workflow: Workflow): readonly [string, Job][] {
  const left = new Map(Object.entries(workflow.jobs));
  const ordered: [string, Job][] = [];
  while (left.size > 0) {
    const ready = [...left].find(([, job]) => needsOf(job).every((need) => !left.has(need)));
    if (ready === undefined) throw new Error('The needs of the jobs form a circle.');
    left.delete(ready[0]);
    ordered.push(ready);
  }
  return ordered;
}

function needsOf({ needs }: Job): readonly string[] {
  return needs === undefined ? [] : [needs].flat();
}

/** What a job's `if` asks about is everything before it, however far before. */
function statusBefore(run: Run, job: Job): Status {
  const before = ancestorsOf(run.workflow, job).map((id) => run.finished.get(id)?.conclusion);
  if (before.includes('failure')) return 'failure';
  return before.every((conclusion) => conclusion === 'success') ? 'success' : 'skipped';
}

function ancestorsOf(workflow: Workflow, job: Job): readonly string[] {
  return needsOf(job).flatMap((id) => {
    const needed = workflow.jobs[id];
    return needed === undefined ? [id] : [id, ...ancestorsOf(workflow, needed)];
  });
}

async function runJob(run: Run, id: string, job: Job): Promise<JobResult> {
  const { options, place, workflow, about, inputs } = run;
  if (job.uses !== undefined || job.strategy !== undefined)
    throw new Error(`The mini runner runs neither called workflows nor a matrix: ${id}.`);
  const needs = Object.fromEntries(
    needsOf(job).map((need) => {
      const { conclusion, outputs } = run.finished.get(need)!;
      return [need, { result: conclusion, outputs }];
    }),
  );
  const vars = options.variables ?? {};
  const early = { github: about, needs, inputs, vars };
  const log = new JobLog();
  const permissions = permissionsOf(job.permissions ?? workflow.permissions, place.untrusted);
  const environment = environmentName(job.environment, early);
  const base = { id, permissions, environment };
  const ended = (conclusion: Status): JobResult => ({
    ...base,
    conclusion,
    outputs: {},
    annotations: log.annotations,
    log: log.text,
    summary: '',
    commandsObeyed: [],
    steps: [],
    requests: [],
    concurrency: undefined,
  });
  if (!isMet(job.if, early, statusBefore(run, job))) return ended('skipped');
  const rules = environment === undefined ? {} : (options.environments?.[environment] ?? {});
  if (!isAllowedThere(rules, place)) {
    const branch = place.environmentRef.replace(/^refs\/heads\//, '');
    log.annotate(
      'error',
      `Branch "${branch}" is not allowed to deploy to ${environment ?? ''} due to environment protection rules.`,
    );
    return ended('failure');
  }
  const secrets = place.untrusted ? {} : { ...options.secrets, ...rules.secrets };
  const caller: Caller = {
    kind: 'actions',
    login: 'github-actions[bot]',
    id: 41_898_282,
    permissions,
    repositories: [options.repository.fullName],
  };
  const token = options.github.addToken(caller);
  for (const secret of [token, ...Object.values(secrets)]) log.mask(secret);
  const home = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    const machine = await prepareMachine(run, id, home, log);
    const contexts = {
      ...early,
      github: { ...about, token, job: id, workspace: machine.workspace },
      secrets: { ...secrets, GITHUB_TOKEN: token },
      vars: { ...vars, ...rules.variables },
    };
    const steps = await runSteps(run, job, machine, contexts);
    const status = steps.every((step) => step.conclusion !== 'failure') ? 'success' : 'failure';
    if (environment !== undefined) recordDeployment(run, environment, status);
    return {
      ...base,
      conclusion: status,
      outputs: jobOutputs(job, log, { ...contexts, steps: stepsContext(steps) }),
      annotations: log.annotations,
      log: log.text,
      summary: machine.summaries.join('\n\n'),
      commandsObeyed: log.obeyed,
      steps,
      requests: options.github.requests().filter((asked) => asked.caller === caller),
      concurrency: concurrencyOf(job.concurrency, early),
    };
  } finally {
    options.github.revokeToken(token);
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A job with an environment is a deployment, whatever it does. */
function recordDeployment({ options, place }: Run, environment: string, state: Status): void {
  const { world } = options.github;
  const creator = world.account('github-actions[bot]');
  const once = (fields: Json) => ({
    id: world.nextId(),
    fields,
    creator,
    createdAt: world.tick(),
  });
  const ref = place.ref.replace(/^refs\/heads\//, '');
  const deployment = once({ ref, task: 'deploy', environment });
  options.repository.deployments.push({
    ...deployment,
    sha: place.sha,
    statuses: [once({ state })],
  });
}

async function runSteps(
  run: Run,
  job: Job,
  machine: Machine,
  contexts: Contexts,
): Promise<readonly StepResult[]> {
  const { options, workflow, record } = run;
  const results: StepResult[] = [];
  const outer = { ...fillInAll(workflow.env, contexts) };
  Object.assign(outer, fillInAll(job.env, { ...contexts, env: outer }));
  for (const [index, step] of (job.steps ?? []).entries()) {
    const before = results.some(({ conclusion }) => conclusion === 'failure');
    const known = {
      ...contexts,
      env: { ...outer, ...Object.fromEntries(machine.exported) },
      steps: stepsContext(results),
      job: { status: before ? 'failure' : 'success' },
      runner: { os: 'Linux', arch: 'X64', temp: machine.temporary, environment: 'github-hosted' },
    };
    const name = fillIn(step.name ?? step.uses ?? step.run ?? '', known);
    if (!isMet(step.if, known, before ? 'failure' : 'success')) {
      const nothing = { outcome: 'skipped', conclusion: 'skipped', outputs: {} } as const;
      results.push({ id: step.id, name, ...nothing });
      continue;
    }
    const environment = { ...known.env, ...fillInAll(step.env, known) };
    machine.fixed.set('GITHUB_ACTION', step.id ?? `__run_${String(index)}`);
    const end = await runStep({
      github: options.github,
      repository: options.repository,
      machine,
      step,
      contexts: { ...known, env: environment },
      environment,
      run: record.id,
      node: options.node ?? process.execPath,
      actions: options.actions ?? {},
      timeout: options.timeout ?? 120_000,
      defaultShell: shellOf(job.defaults) ?? shellOf(workflow.defaults),
    });
    results.push(toResult(step, name, end, known));
  }
  return results;
}

function toResult(
  step: Step,
  name: string,
  end: Awaited<ReturnType<typeof runStep>>,
  contexts: Contexts,
): StepResult {
  const outcome = end.succeeded ? 'success' : 'failure';
  const goesOn = isYes(step['continue-on-error'], contexts);
  const conclusion = goesOn ? 'success' : outcome;
  return { id: step.id, name, outcome, conclusion, outputs: Object.fromEntries(end.outputs) };
}

function isYes(value: unknown, contexts: Contexts): boolean {
  return typeof value === 'string' ? fillIn(value, contexts) === 'true' : value === true;
}

function shellOf(defaults: unknown): string | undefined {
  const { run } = (defaults ?? {}) as { readonly run?: { readonly shell?: string } };
  return run?.shell;
}

function stepsContext(steps: readonly StepResult[]): Json {
  return Object.fromEntries(
    steps.flatMap(({ id, outcome, conclusion, outputs }) =>
      id === undefined ? [] : [[id, { outcome, conclusion, outputs }]],
    ),
  );
}

/** What holds a secret never leaves a job. */
function jobOutputs(job: Job, log: JobLog, contexts: Contexts): Readonly<Record<string, string>> {
  const outputs = Object.entries(fillInAll(job.outputs, contexts)).filter(([name, value]) => {
    if (!log.isSecret(value)) return true;
    log.annotate('warning', `Skip output '${name}' since it may contain secret.`);
    return false;
  });
  return Object.fromEntries(outputs);
}

const scopes = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'id-token',
  'issues',
  'packages',
  'pull-requests',
  'statuses',
] as const;

/** Whoever names one permission gives up all others; nobody who names none may write. */
function permissionsOf(given: unknown, untrusted: boolean): Permissions {
  if (given === undefined || given === null) return { contents: 'read', packages: 'read' };
  const all = (level: 'read' | 'write'): Permissions =>
    Object.fromEntries(scopes.map((scope) => [scope, level]));
  const named =
    given === 'read-all' ? all('read') : given === 'write-all' ? all('write') : (given as Json);
  return Object.fromEntries(
    Object.entries(named)
      .filter(([, level]) => level !== 'none')
      .map(([scope, level]) => [scope, untrusted || level === 'read' ? 'read' : 'write']),
  );
}

function environmentName(given: unknown, contexts: Contexts): string | undefined {
  if (given === undefined || given === null) return undefined;
  const name = typeof given === 'string' ? given : toText((given as Json)['name']);
  return fillIn(name, contexts);
}

function isAllowedThere(rules: Environment, place: Place): boolean {
  if (rules.branches === undefined) return true;
  const branch = /^refs\/heads\/(.+)$/.exec(place.environmentRef)?.[1];
  return matchesPatterns(rules.branches, branch ?? place.environmentRef);
}

function concurrencyOf(given: unknown, contexts: Contexts): Concurrency | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === 'string') return { group: fillIn(given, contexts), cancelInProgress: false };
  const { group, queue, ...rest } = given as Json;
  return {
    group: fillIn(toText(group), contexts),
    cancelInProgress: isYes(rest['cancel-in-progress'], contexts),
    ...(queue === undefined ? {} : { queue: toText(queue) }),
  };
}

function githubContext(
  { github, repository, event }: RunOptions,
  place: Place,
  path: string,
  workflow: Workflow,
  record: WorkflowRun,
): Json {
  const actor = github.world.account(event.sender);
  const owner = github.world.account(repository.owner);
  return {
    event: event.payload,
    event_name: event.name,
    actor: actor.login,
    actor_id: String(actor.id),
    triggering_actor: actor.login,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: owner.login,
    repository_owner_id: String(owner.id),
    ref: place.ref,
    ref_name: place.ref.replace(/^refs\/(?:heads\/|tags\/|pull\/)?/, ''),
    ref_type: 'branch',
    ref_protected: false,
    sha: place.sha,
    base_ref: place.baseRef,
    head_ref: place.headRef,
    run_id: String(record.id),
    run_number: String(record.number),
    run_attempt: '1',
    retention_days: '90',
    workflow: workflow.name ?? path,
    workflow_ref: `${repository.fullName}/${path}@${place.ref}`,
    workflow_sha: place.files,
    server_url: github.url,
    api_url: `${github.url}/api/v3`,
    graphql_url: `${github.url}/api/graphql`,
  };
}

/** The folders of a job and the environment that every process of it has; never the token. */
async function prepareMachine(
  { options, about, record }: Run,
  job: string,
  home: string,
  log: JobLog,
): Promise<Machine> {
  const { name } = options.repository;
  const workspace = join(home, 'work', name, name);
  const temporary = join(home, 'work', '_temp');
  const tools = join(home, 'tools');
  const eventPath = join(temporary, '_github_workflow', 'event.json');
  for (const folder of [workspace, tools, dirname(eventPath)])
    await mkdir(folder, { recursive: true });
  await writeFile(eventPath, JSON.stringify(about['event'], undefined, 2));
  const { event: _event, ...shown } = about;
  const fixed = new Map<string, string>([
    ['CI', 'true'],
    ['GITHUB_ACTIONS', 'true'],
    ...Object.entries({ ...shown, job }).map(
      ([key, value]) => [`GITHUB_${key.toUpperCase()}`, toText(value)] as const,
    ),
    ['GITHUB_EVENT_PATH', eventPath],
    ['GITHUB_WORKSPACE', workspace],
    ['RUNNER_OS', 'Linux'],
    ['RUNNER_ARCH', 'X64'],
    ['RUNNER_NAME', 'GitHub Actions 1'],
    ['RUNNER_ENVIRONMENT', 'github-hosted'],
    ['RUNNER_TEMP', temporary],
    ['RUNNER_TOOL_CACHE', tools],
    ['RUNNER_WORKSPACE', join(home, 'work', name)],
    ['ACTIONS_RUNTIME_URL', `${options.github.url}/_runtime/${String(record.id)}/`],
    ['ACTIONS_RESULTS_URL', `${options.github.url}/_results/`],
    ['ACTIONS_RUNTIME_TOKEN', 'runtime'],
  ]);
  const own = { HOME: home, LANG: 'C.UTF-8', ...options.machine };
  const nothing = { exported: new Map<string, string>(), path: [], summaries: [] };
  return { workspace, temporary, log, own, fixed, ...nothing };
}
