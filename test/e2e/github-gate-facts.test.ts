import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/cli.ts';
import { policy, type Story, tell } from '../support/gate-story.ts';
import { artifactsOf } from '../support/github/artifacts.ts';
import { scheduleEvent } from '../support/github/events.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
const variables = { SLUICE_FACTS: 'true' };
const index = { 'db/002_index.sql': 'create index users_by_name on users (name);\n' };
const drop = { 'db/002_drop.sql': 'drop table users;\n' };
const workflowPath = '.github/workflows/sluice-facts.yml';
const asked = [
  'failure',
  expect.stringMatching(/^Needs (?:@dana|a person with write access)/),
] as const;
const unused = 'No facts are used, so every table counts as large.';

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('shop');
  await using session = await server.connect('shop');
  await session.query('create table users (id bigint primary key, name text)');
  await session.query("insert into users values (1, 'planted')");
  await session.query('analyze');
});

afterAll(() => server[Symbol.asyncDispose]());

/** A story in which the default branch also has the workflow that takes facts. */
async function withWorkflow(story: (story: Story) => Promise<void>): Promise<void> {
  const text = await readFile(join(root, 'examples/sluice-facts.yml'), 'utf8');
  const workflow = text
    .replaceAll('billing/production', 'shop/production')
    .replaceAll('BILLING_PRODUCTION_URL', 'SHOP_URL');
  const files = {
    [workflowPath]: workflow,
    '.sluice/policy.yml': `${policy}approvals:\n  - { name: a lock, when: 'risk.level != "low"', people: 1 }\n`,
  };
  await tell({ files }, story);
}

async function takeFacts(story: Story) {
  const { github, shop } = story;
  const secrets = { BILLING_PRODUCTION_FACTS_URL: server.url('shop') };
  const environments = { 'sluice-facts': { branches: ['main'], secrets } };
  const [taken] = await story.run(scheduleEvent(github, shop, '17 3 * * *'), { environments });
  expect(taken).toMatchObject({ path: workflowPath, conclusion: 'success' });
  return taken!;
}

describe.concurrent('the gate with facts', { timeout: 600_000 }, () => {
  test('lets an index on a tiny table pass, and still asks about a drop', () =>
    withWorkflow(async (story) => {
      const taken = await takeFacts(story);
      const [one, other] = [await story.propose(index), await story.propose(drop)];

      const { gate, rehearse } = await story.opened(one, 'opened', { variables });
      await story.opened(other, 'opened', { variables });

      expect(taken.jobs['facts']).toMatchObject({
        environment: 'sluice-facts',
        permissions: { contents: 'read' },
      });
      expect(rehearse.log).toContain('Rehearsals: 1. Completed: 1.');
      expect(story.verdict(one.head)).toEqual(['success', 'Allowed: no approval is needed.']);
      expect(story.verdict(other.head)).toEqual(asked);
      expect(story.comments(one).join('')).not.toContain('No facts are used');
      const questions = gate.requests.filter(({ path }) => path.includes('/actions/'));
      expect(questions.map(({ method, status }) => [method, status])).toEqual([
        ['GET', 200],
        ['GET', 200],
      ]);
      expect(gate.requests.length).toBeLessThanOrEqual(17);
    }));

  test('asks about the same index where nobody looks for facts, within fifteen requests', () =>
    withWorkflow(async (story) => {
      await takeFacts(story);
      const pull = await story.propose(index);

      const { gate } = await story.opened(pull);

      expect(story.verdict(pull.head)).toEqual(asked);
      expect(gate.requests.filter(({ path }) => path.includes('/actions/'))).toEqual([]);
      expect(gate.requests.length).toBeLessThanOrEqual(15);
    }));

  test('asks about it, and says why, where no run took facts', () =>
    withWorkflow(async (story) => {
      const pull = await story.propose(index);

      const { gate } = await story.opened(pull, 'opened', { variables });

      expect(gate.conclusion).toBe('success');
      expect(story.verdict(pull.head)).toEqual(asked);
      expect(story.comments(pull).join('')).toContain(unused);
    }));

  test('asks about it where the newest facts are gone', () =>
    withWorkflow(async (story) => {
      const taken = await takeFacts(story);
      artifactsOf(story.github, taken.run.id).delete('sluice-facts');
      const pull = await story.propose(index);

      const { gate } = await story.opened(pull, 'opened', { variables });

      expect(gate.conclusion).toBe('success');
      expect(story.verdict(pull.head)).toEqual(asked);
      expect(story.comments(pull).join('')).toContain(unused);
    }));

  test('takes none from a tag that is named like the default branch', () =>
    withWorkflow(async (story) => {
      const taken = await takeFacts(story);
      const artifact = artifactsOf(story.github, taken.run.id).get('sluice-facts')!;
      const facts = JSON.parse(Buffer.from(artifact.get('sluice-facts.json')!).toString());
      const pull = await story.propose({ ...index, 'README.md': 'planted\n' });
      const forged = story.shop.createWorkflowRun({
        event: 'workflow_dispatch',
        path: workflowPath,
        headSha: pull.head,
        headBranch: 'main',
      });
      const madeBy = { repository: 'acme/shop', run: String(forged.id) };
      const bytes = Buffer.from(JSON.stringify({ ...facts, madeBy }));
      artifactsOf(story.github, forged.id).set(
        'sluice-facts',
        new Map([['sluice-facts.json', bytes]]),
      );

      await story.opened(pull, 'opened', { variables });

      expect(story.verdict(pull.head)).toEqual(asked);
      expect(story.comments(pull).join('')).toContain('not one that the branch was at');
    }));

  test('rehearses on masked rows that a job with their credential took', async () => {
    const text = await readFile(join(root, 'examples/sluice-snapshot.yml'), 'utf8');
    const files = {
      '.github/workflows/sluice-snapshot.yml': text
        .replace('database: billing', 'database: shop')
        .replaceAll('BILLING_REPLICA_URL', 'SHOP_REPLICA_URL'),
      '.sluice/masking.yml':
        'version: 1\ndatabases:\n  shop:\n    source: env:SHOP_REPLICA_URL\n    columns: { public.users.name: person-name }\n',
    };
    await tell({ files }, async (story) => {
      const pull = await story.propose({
        'db/002_names.sql': "update users set name = 'x' where id < 10;\n",
      });
      const given = { variables: { SLUICE_SNAPSHOT: 'true' } };

      const early = await story.opened(pull, 'opened', given);
      const { github, shop } = story;
      const secrets = { SHOP_REPLICA_URL: server.url('shop') };
      const environments = { 'sluice-snapshot': { branches: ['main'], secrets } };
      const [taken] = await story.run(scheduleEvent(github, shop, '37 3 * * *'), { environments });
      const { workflow, rehearse, gate } = await story.opened(pull, 'synchronize', given);

      expect(early.rehearse).toMatchObject({
        conclusion: 'failure',
        log: expect.stringContaining('input/snapshot: Take them again with'),
      });
      expect(taken?.jobs['snapshot']).toMatchObject({
        conclusion: 'success',
        environment: 'sluice-snapshot',
        permissions: { contents: 'read' },
      });
      const rows = artifactsOf(github, taken!.run.id).get('sluice-snapshot');
      expect(Buffer.from(rows!.get('sluice-snapshot.rows')!).toString()).not.toContain('planted');
      expect(rehearse).toMatchObject({ conclusion: 'success', environment: undefined });
      const evidence = artifactsOf(github, workflow.run.id).get('sluice-evidence');
      const stored = Buffer.from(evidence!.get('sluice-evidence.json')!).toString();
      expect(JSON.parse(stored).rehearsals[0].evidence).toMatchObject({
        shadow: {
          data: 'masked-copy',
          takenAt: expect.any(String),
          copiedRows: 1,
          maskedColumns: [{ column: 'public.users.name', mask: 'person-name' }],
        },
        units: [{ statements: [{ rows: [{ table: 'public.users', updated: 1 }] }] }],
        outcome: { kind: 'completed' },
      });
      expect(gate.conclusion).toBe('success');
    });
  });
});
