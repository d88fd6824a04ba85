import { parse } from 'yaml';

/** What is wrong with a workflow, in the order in which it is looked for. */
export function problemsOfWorkflow(text: string): readonly string[] {
  const workflow: unknown = parse(text);
  const steps = Object.values(recordOf(workflow, 'jobs')).flatMap((job) => listOf(job, 'steps'));
  return [
    ...(isEmpty(valueOf(workflow, 'permissions')) ? [] : ['permissions are not {}']),
    ...text
      .split('\n')
      .filter(isUnpinned)
      .map((line) => `not pinned: ${line.trim()}`),
    ...steps.filter(keepsCredentials).map(() => 'a checkout keeps its credentials'),
    ...steps.flatMap(untrustedIn).map((name) => `untrusted in run: ${name}`),
  ];
}

/** A tag can be moved to other code; the comment says which release the commit is. */
function isUnpinned(line: string): boolean {
  if (!/^\s*(?:-\s+)?uses:/.test(line)) return false;
  return !/uses: (?:\.\/\S*|[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*)$/.test(line);
}

function keepsCredentials(step: unknown): boolean {
  const uses = valueOf(step, 'uses');
  if (typeof uses !== 'string' || !uses.startsWith('actions/checkout@')) return false;
  return recordOf(step, 'with')['persist-credentials'] !== false;
}

const trusted =
  /^(?:runner\.\w+|matrix\.[\w-]+|github\.(?:sha|run_id|run_attempt|action_path|workspace))$/;

/** An expression is pasted into the script before the shell reads it. */
function untrustedIn(step: unknown): readonly string[] {
  const script = valueOf(step, 'run');
  if (typeof script !== 'string') return [];
  const expressions = [...script.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner = '']) =>
    inner.trim(),
  );
  return expressions.filter((expression) => !trusted.test(expression));
}

function valueOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function recordOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
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
