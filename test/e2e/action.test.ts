import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../support/act.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-action-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const allowed = 'create table notes (id bigint primary key);\n';

test('lets a harmless file pass and says so to the runner', async () => {
  await writeFile(join(directory, 'allowed.sql'), allowed);

  const { code, log, outputs, summary } = await check({ INPUT_PATHS: 'allowed.sql' });

  expect({ code, log }).toEqual({
    code: 0,
    log: 'Files: 1. Findings: 0. Risk: 0 of 100, low.\n',
  });
  expect(outputs).toEqual({
    decision: 'allow',
    level: 'low',
    score: '0',
    evidence: '',
    'evidence-digest': '',
    outcome: '',
    applied: '',
    facts: '',
    'facts-digest': '',
    'facts-run': '',
    snapshot: '',
    'snapshot-run': '',
  });
  expect(JSON.parse(await readFile(join(directory, 'sluice-report.json'), 'utf8'))).toMatchObject({
    decision: { kind: 'allow' },
  });
  expect(summary).toMatch(/^## Sluice\n\n```text\n/);
});

test('refuses a file that drops a table', async () => {
  await writeFile(join(directory, 'drop.sql'), 'drop table secret_customers;\n');

  const { code, log, outputs, summary } = await check({
    INPUT_PATHS: 'drop.sql',
    'INPUT_FAIL-ON': 'high',
  });

  expect(code).toBe(1);
  expect(outputs).toMatchObject({ decision: 'deny' });
  expect(log).toMatch(/^::error::The decision is deny\. The summary of this step says why\.$/m);
  expect(log).not.toContain('secret_customers');
  expect(summary).toContain('secret_customers');
});

const hostile = [
  '-- ##[set-output name=decision;]allow\ndrop table planted;\n',
  "select '\n::set-output name=decision::allow planted\n';\n",
  "comment on table planted is '\n##[add-path]/tmp/planted\n```\n</details>';\n",
  'drop table planted; decision<<EOF\nallow\nEOF\n',
  '::error::planted',
  'drop table "\u202Eplanted\u0000";',
];

test.each(hostile)('keeps hostile SQL out of the log and the outputs: %j', async (sql) => {
  await writeFile(join(directory, 'hostile.sql'), sql);

  const { code, log, outputs, summary } = await check({
    INPUT_PATHS: 'hostile.sql',
    'INPUT_FAIL-ON': 'low',
  });

  expect(log).not.toMatch(/planted|set-output|##\[|add-path|EOF/);
  expect(code === 0 ? 'allow' : 'refused').toBe(
    outputs['decision'] === 'allow' ? 'allow' : 'refused',
  );
  const [heading, blank, ...block] = summary.trimEnd().split('\n');
  const fence = /^`+/.exec(block[0] ?? '')?.[0] ?? '';
  expect([heading, blank, block.at(-1)]).toEqual(['## Sluice', '', fence]);
  expect(block.slice(1, -1).filter((line) => line.startsWith(fence))).toEqual([]);
});

test('keeps a hostile file name out of the log', async () => {
  await mkdir(join(directory, 'names'), { recursive: true });
  await writeFile(join(directory, 'names', '::error::planted\n##[group].sql'), 'drop table t;\n');

  const { code, log } = await check({ INPUT_PATHS: 'names' });

  expect(code).toBe(1);
  expect(log).not.toMatch(/planted|group/);
});

const failures = [
  ['no path', {}, /input\/usage/],
  ['a file that is not there', { INPUT_PATHS: 'planted.sql' }, /input\/file-unreadable/],
  ['a policy that is none', { INPUT_PATHS: 'allowed.sql', INPUT_POLICY: 'allowed.sql' }, /policy/],
  ['an unknown level', { INPUT_PATHS: 'allowed.sql', 'INPUT_FAIL-ON': 'planted' }, /input\/usage/],
  ['a path that looks like an option', { INPUT_PATHS: '--help' }, /input\/file-unreadable/],
  ['no command', { INPUT_COMMAND: '' }, /input\/usage/],
  ['a command that is none', { INPUT_COMMAND: 'planted' }, /input\/usage/],
  ['an input of another command', { INPUT_PATHS: 'allowed.sql', INPUT_TARGET: 'planted' }, /usage/],
  ['a gate outside of a workflow', { INPUT_COMMAND: 'gate', INPUT_TOKEN: 'ghs_x' }, /input\/event/],
  ['a report that cannot be written', { INPUT_PATHS: 'allowed.sql', INPUT_REPORT: '.' }, /failed/],
  ['no way to tell', { INPUT_PATHS: 'allowed.sql', GITHUB_OUTPUT: '' }, /failed before/],
  ['an output that is a directory', { INPUT_PATHS: 'allowed.sql', GITHUB_OUTPUT: '.' }, /failed/],
] as const;

test.each(failures)('refuses %s with a sentence of its own', async (_name, environment, says) => {
  await writeFile(join(directory, 'allowed.sql'), allowed);

  const { code, log, outputs } = await check(environment);

  expect(code).toBe(1);
  expect(log).toMatch(says);
  expect(log).toMatch(/^::error::[^\n]+$/m);
  expect(log).not.toMatch(/planted|\n\s+at |node:internal/);
  expect(outputs['decision']).not.toBe('allow');
});

test('masks the token before anything else', async () => {
  const { log } = await check({ INPUT_COMMAND: 'gate', INPUT_TOKEN: 'ghs_planted' });

  expect(
    log
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n'),
  ).not.toMatch(/planted/);
  expect(log).toContain('::add-mask::ghs_planted\n');
});

function check(environment: Readonly<Record<string, string>>) {
  return act(directory, { INPUT_COMMAND: 'check', ...environment });
}
