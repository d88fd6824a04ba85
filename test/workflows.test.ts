import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOfWorkflow } from './support/workflow.ts';

const directory = '.github/workflows';
const files = readdirSync(directory).filter((name) => /\.ya?ml$/.test(name));

test('there is a workflow', () => {
  expect(files).toContain('ci.yml');
});

test.each(files)(
  '%s grants nothing by default, pins its actions and pastes nothing into scripts',
  (name) => {
    expect(problemsOfWorkflow(readFileSync(join(directory, name), 'utf8'))).toEqual([]);
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
    expect(problemsOfWorkflow(text)).toEqual([problem]);
  });
});
