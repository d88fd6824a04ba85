import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const directory = '.github/workflows';
const files = readdirSync(directory).filter((name) => /\.ya?ml$/.test(name));

/** What is wrong with a workflow, in the order in which it is looked for. */
function problemsOf(text: string): readonly string[] {
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

test('there is a workflow', () => {
  expect(files).toContain('ci.yml');
});

test.each(files)(
  '%s grants nothing by default, pins its actions and pastes nothing into scripts',
  (name) => {
    expect(problemsOf(readFileSync(join(directory, name), 'utf8'))).toEqual([]);
  },
);

const sha = 'a'.repeat(40);
const workflow = (rest: string, permissions = 'permissions: {}') =>
  `on: push\n${permissions}\njobs:\n  one:\n    steps:\n      - ${rest}\n`;

const wrong = [
  ['a tag', workflow('uses: actions/setup-node@v4'), 'not pinned: - uses: actions/setup-node@v4'],
  ['a commit without its release', workflow(`uses: a/b@${sha}`), `not pinned: - uses: a/b@${sha}`],
  ['default permissions', workflow('run: ls', ''), 'permissions are not {}'],
  ['broad permissions', workflow('run: ls', 'permissions: write-all'), 'permissions are not {}'],
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
] as const;

describe('finds', () => {
  test.each(wrong)('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});
