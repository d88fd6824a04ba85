import { parse } from 'yaml';

/** What is wrong with a workflow, in the order in which it is looked for. */
export function problemsOfWorkflow(text: string): readonly string[] {
  const workflow: unknown = parse(text);
  const jobs = Object.entries(recordOf(workflow, 'jobs'));
  const steps = jobs.flatMap(([, job]) => listOf(job, 'steps'));
  return [
    ...(isEmpty(valueOf(workflow, 'permissions')) ? [] : ['permissions are not {}']),
    ...text
      .split('\n')
      .filter(isUnpinned)
      .map((line) => `not pinned: ${line.trim()}`),
    ...steps.filter(keepsCredentials).map(() => 'a checkout keeps its credentials'),
    ...steps.flatMap(untrustedIn).map((name) => `untrusted in run: ${name}`),
    ...problemsOfSecrets(workflow, jobs),
    ...problemsOfEvents(workflow, jobs),
    ...jobs.flatMap(([name, job]) => problemsOfJob(job).map((problem) => `${name} ${problem}`)),
  ];
}

type Job = readonly [string, unknown];

/** A tag can be moved to other code; the comment says which release the commit is. */
function isUnpinned(line: string): boolean {
  if (!/^\s*(?:-\s+)?uses:/.test(line)) return false;
  return !/uses: (?:\.\/\S*|[\w./-]+@(?!0{40})[0-9a-f]{40} # v\d+(?:\.\d+)*)$/.test(line);
}

function keepsCredentials(step: unknown): boolean {
  return (
    usesOf(step, 'actions/checkout') && recordOf(step, 'with')['persist-credentials'] !== false
  );
}

const trusted =
  /^(?:runner\.\w+|matrix\.[\w-]+|github\.(?:sha|run_id|run_attempt|action_path|workspace))$/;

/** An expression is pasted into the script before the shell reads it. */
function untrustedIn(step: unknown): readonly string[] {
  const script = valueOf(step, 'run');
  if (typeof script !== 'string') return [];
  return expressionsIn(script).filter((expression) => !trusted.test(expression));
}

/** A secret of the repository is there for every job of every branch; one of an environment is not. */
function problemsOfSecrets(workflow: unknown, jobs: readonly Job[]): readonly string[] {
  const { jobs: _, ...rest } = recordOf({ workflow }, 'workflow');
  return [
    ...(namesSecret(rest) ? ['a secret for all jobs'] : []),
    ...jobs
      .filter(([, job]) => namesSecret(job) && valueOf(job, 'environment') === undefined)
      .map(([name]) => `${name} has a secret without an environment`),
  ];
}

function namesSecret(value: unknown): boolean {
  return (
    expressionsIn(JSON.stringify(value)).some((expression) => /\bsecrets\b/.test(expression)) ||
    JSON.stringify(value).includes('"secrets"')
  );
}

/** Events whose workflow file is never the one of a pull request. */
const fromDefaultBranch = [
  'pull_request_target',
  'workflow_run',
  'workflow_dispatch',
  'schedule',
  'push',
];

/** Who decides has to be a file that no pull request can edit, and has to run for every pull request. */
function problemsOfEvents(workflow: unknown, jobs: readonly Job[]): readonly string[] {
  if (!jobs.some(([, job]) => decides(job))) return [];
  const events = eventsOf(workflow);
  const names = [...events.keys()];
  // A merge group's file comes from the group; what may enter it was decided before.
  const isGroup = names.every((name) => name === 'merge_group');
  return [
    ...names
      .filter((name) => !isGroup && !fromDefaultBranch.includes(name))
      .map((name) => `decides on ${name}`),
    ...(events.has('push') && listOf(events.get('push'), 'branches').length === 0
      ? ['decides on a push to any branch']
      : []),
    ...[...events].flatMap(([name, event]) =>
      ['paths', 'paths-ignore']
        .filter((filter) => valueOf(event, filter) !== undefined)
        .map((filter) => `${name} has ${filter}`),
    ),
    ...(valueOf(valueOf(workflow, 'concurrency'), 'cancel-in-progress') === false
      ? []
      : ['a run that decides can be cancelled']),
  ];
}

function eventsOf(workflow: unknown): ReadonlyMap<string, unknown> {
  const on = valueOf(workflow, 'on');
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), {}]));
  return new Map(Object.entries(recordOf(workflow, 'on')));
}

/** Whether it can say "allowed": by a status, or by applying. */
function decides(job: unknown): boolean {
  const rights = recordOf(job, 'permissions');
  return (
    ['gate', 'apply'].some((command) => runs(job, command)) ||
    ['statuses', 'checks', 'deployments'].some((right) => rights[right] === 'write')
  );
}

function runs(job: unknown, command: string): boolean {
  return listOf(job, 'steps').some((step) => recordOf(step, 'with')['command'] === command);
}

function problemsOfJob(job: unknown): readonly string[] {
  const steps = listOf(job, 'steps');
  return [
    ...(runs(job, 'rehearse') ? problemsOfRehearsal(job) : []),
    ...(decides(job) && steps.some(restores) ? ['restores a cache'] : []),
    ...((decides(job) || runs(job, 'rehearse')) &&
    steps.some((step) => usesOf(step, 'actions/checkout'))
      ? ['checks something out']
      : []),
    ...(runs(job, 'rehearse') && decides(job) ? ['runs submitted SQL and decides'] : []),
    ...(typeof valueOf(job, 'permissions') === 'string' ? ['has broad permissions'] : []),
  ];
}

/** Submitted SQL can become whoever the job is. */
function problemsOfRehearsal(job: unknown): readonly string[] {
  const writes = Object.entries(recordOf(job, 'permissions')).filter(
    ([, right]) => right !== 'read',
  );
  return [
    ...writes.map(([name, right]) => `runs submitted SQL with ${name}: ${String(right)}`),
    ...(valueOf(job, 'environment') === undefined ? [] : ['runs submitted SQL in an environment']),
    ...(namesSecret(job) ? ['runs submitted SQL with a secret'] : []),
  ];
}

/** A cache is written by any branch's jobs. */
function restores(step: unknown): boolean {
  return (
    usesOf(step, 'actions/cache') ||
    (String(valueOf(step, 'uses')).startsWith('actions/setup-') &&
      recordOf(step, 'with')['cache'] !== undefined)
  );
}

function usesOf(step: unknown, action: string): boolean {
  const uses = valueOf(step, 'uses');
  return (
    typeof uses === 'string' && (uses.startsWith(`${action}@`) || uses.startsWith(`${action}/`))
  );
}

/** What stands between `${{` and `}}`. */
export function expressionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner = '']) => inner.trim());
}

export function valueOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const inner = valueOf(value, name);
  return typeof inner === 'object' && inner !== null
    ? Object.fromEntries(Object.entries(inner))
    : {};
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const inner = valueOf(value, name);
  return Array.isArray(inner) ? inner : [];
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
