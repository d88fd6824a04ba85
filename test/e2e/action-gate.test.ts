import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { act } from '../support/act.ts';
import { root } from '../support/cli.ts';
import { type Emulator, startGitHub } from '../support/github/emulator.ts';
import type { Repository } from '../support/github/repository.ts';
import { recordOf } from '../support/workflow.ts';

const policy = `version: 1
extends: default
databases:
  shop:
    layout: plain
    paths: ['db/**']
    targets: [{ name: production, url: 'env:SHOP_URL' }]
`;

let github: Emulator;
let shop: Repository;
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-action-gate-'));
  github = await startGitHub();
  shop = await github.createRepository('acme/shop', { private: true });
  const files = {
    '.sluice/policy.yml': policy,
    '.github/CODEOWNERS': '/db/ @dana\n',
    'db/001.sql': 'create table planted_users (id int);\n',
  };
  await shop.commit({ branch: 'main', files, by: 'olivia' });
  shop.setPermission('ivan', 'write');
  shop.setPermission('dana', 'write');
});

afterEach(async () => {
  await github[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

async function propose(sql: string): Promise<number> {
  await shop.commit({ branch: 'feature', files: { 'db/002.sql': sql }, by: 'ivan' });
  const title = 'planted\n::error::##[set-output name=decision;]allow';
  return (await shop.openPullRequest({ head: 'feature', title, author: 'ivan' })).number;
}

test('a harmless change is rehearsed in one job and allowed in the next', async () => {
  const number = await propose('create table planted_notes (id int);\n');

  const { rehearse, gate } = await runGate(number);

  expect(rehearse).toMatchObject({
    code: 0,
    log: expect.stringContaining('Rehearsals: 1. Completed: 1.\n'),
  });
  expect(gate).toMatchObject({ code: 0, outputs: { decision: 'allow', level: 'low' } });
  expect(verdicts(number)).toEqual(['pending', 'success']);
  expect(shop.comments).toHaveLength(1);
  expect(github.violations()).toEqual([]);
});

test('a table is dropped only with the approval of its owner', async () => {
  const number = await propose('drop table planted_users;\n');

  const before = await runGate(number);
  shop.review(number, 'dana', 'APPROVED');
  const after = await runGate(number);

  expect(before.gate).toMatchObject({ code: 0, outputs: { decision: 'await-approval' } });
  expect(after.gate).toMatchObject({ code: 0, outputs: { decision: 'allow' } });
  expect(verdicts(number)).toEqual(['pending', 'failure', 'pending', 'success']);
  expect(github.violations()).toEqual([]);
});

test('evidence that was exchanged between the jobs is refused, and the verdict says error', async () => {
  const number = await propose('drop table planted_users;\n');
  const rehearse = await runJob('rehearse', number, {});
  await writeFile(join(directory, 'sluice-evidence.json'), '{}');

  const gate = await runJob('gate', number, {
    EVIDENCE: 'sluice-evidence.json',
    'EVIDENCE-DIGEST': rehearse.outputs['evidence-digest'] ?? '',
  });

  expect(gate).toMatchObject({ code: 1, outputs: { decision: 'deny' } });
  expect(gate.log).toContain('input/evidence');
  expect(verdicts(number)).toEqual(['pending', 'error']);
});

/** The states of the verdict on the head, oldest first. */
function verdicts(number: number): readonly string[] {
  const { head } = shop.pull(number);
  return shop.statuses
    .filter(({ sha, context }) => sha === head && context === 'sluice/gate: main')
    .map(({ state }) => state);
}

/** Both jobs of examples/sluice-gate.yml. */
async function runGate(number: number) {
  const rehearse = await runJob('rehearse', number, {});
  const gate = await runJob('gate', number, {
    EVIDENCE: 'sluice-evidence.json',
    'EVIDENCE-DIGEST': rehearse.outputs['evidence-digest'] ?? '',
  });
  return { rehearse, gate };
}

/** One job, with a token that may what the example gives it and nothing else. */
async function runJob(
  command: 'rehearse' | 'gate',
  number: number,
  inputs: Readonly<Record<string, string>>,
) {
  const workflow: unknown = parse(await readFile(join(root, 'examples/sluice-gate.yml'), 'utf8'));
  const job = recordOf(workflow, 'jobs')[command];
  const permissions = recordOf(job, 'permissions') as Record<string, 'read' | 'write'>;
  const account = { kind: 'actions', login: 'github-actions[bot]', id: 41_898_282 } as const;
  const token = github.addToken({ ...account, permissions, repositories: ['acme/shop'] });
  await writeFile(join(directory, 'event.json'), JSON.stringify({ pull_request: { number } }));
  const { code, log, outputs } = await act(directory, {
    ...run(),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    INPUT_COMMAND: command,
    INPUT_TOKEN: token,
    ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name}`, text])),
  });
  const shown = log.replaceAll(/^::add-mask::.*\n/gm, '');
  expect(shown).not.toContain(token);
  expect(shown).not.toMatch(/planted|set-output/);
  return { code, log: shown, outputs };
}

function run(): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: `${github.url}/api/v3`,
    GITHUB_SERVER_URL: github.url,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/sluice-gate.yml@refs/heads/main',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_TRIGGERING_ACTOR: 'ivan',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}
