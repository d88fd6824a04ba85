import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actionNode, root } from '../support/cli.ts';
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
import type { Repository, Review } from '../support/github/repository.ts';
import { runWorkflows, type WorkflowResult } from '../support/github/runner.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

const policy = `version: 1
extends: default
databases:
  billing:
    layout: plain
    paths: ['db/**']
    targets:
      - { name: staging, url: 'env:BILLING_STAGING_URL' }
      - { name: production, url: 'env:BILLING_PRODUCTION_URL', after: staging }
`;
const hostileTitle = 'planted\n::error::##[set-output name=decision;]allow';

let server: TestServer;
let github: Emulator;
let shop: Repository;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  github = await startGitHub();
  shop = await github.createRepository('acme/shop', { private: true });
  const files = {
    '.sluice/policy.yml': policy,
    '.github/CODEOWNERS': '/db/ @dana\n',
    'db/001.sql': 'create table planted_users (id int);\n',
    ...(await readExamples()),
  };
  await shop.commit({ branch: 'main', files, by: 'olivia' });
  shop.setPermission('ivan', 'write');
  shop.setPermission('dana', 'write');
});

afterEach(async () => {
  await github[Symbol.asyncDispose]();
});

/** As somebody copies them. */
async function readExamples(): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(join(root, 'examples'));
  const files = names.map(
    async (name) =>
      [`.github/workflows/${name}`, await readFile(join(root, 'examples', name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

async function propose(sql: string, path = 'db/002.sql', branch = 'feature'): Promise<number> {
  await shop.commit({ branch, files: { [path]: sql }, by: 'ivan' });
  return (await shop.openPullRequest({ head: branch, title: hostileTitle, author: 'ivan' })).number;
}

/** Runs what the event starts; whatever it is, nothing of a change is ever a command or in a log. */
async function start(
  event: OccurredEvent,
  secrets: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<readonly WorkflowResult[]> {
  const environments = Object.fromEntries(
    Object.entries(secrets).map(([name, own]) => [name, { branches: ['main'], secrets: own }]),
  );
  const results = await runWorkflows({
    github,
    repository: shop,
    event,
    environments,
    node: actionNode,
    actions: { 'sluice/sluice': root },
  });
  for (const job of results.flatMap(({ jobs }) => Object.values(jobs))) {
    expect(job.log).not.toMatch(/planted|set-output/);
    const obeyed = new Set(job.commandsObeyed.map(({ name }) => name));
    expect([...obeyed].filter((name) => !['add-mask', 'error'].includes(name))).toEqual([]);
  }
  return results;
}

/** What the gate says of the pull request now that this has happened. */
async function gate(event: OccurredEvent): Promise<WorkflowResult> {
  const results = await start(event);
  const found = results.find(({ name }) => name === 'sluice-gate');
  if (found === undefined) throw new Error('The gate was not started.');
  return found;
}

async function gatePullRequest(number: number): Promise<WorkflowResult> {
  return gate(await pullRequestEvent(github, shop, number));
}

/** A review starts the signal, and its end starts the gate. */
async function gateReview(
  number: number,
  review: Review,
  action: 'submitted' | 'dismissed' = 'submitted',
): Promise<WorkflowResult> {
  const about = { review: review.id, action };
  const [signal] = await start(pullRequestReviewEvent(github, shop, number, about));
  expect(signal).toMatchObject({ name: 'sluice-signal', conclusion: 'success' });
  return gate(workflowRunEvent(github, shop, signal?.run.id ?? 0, 'sluice-signal'));
}

/** The states of the verdict on a commit, oldest first. */
function verdicts(commit: string): readonly string[] {
  return shop.statuses
    .filter(({ sha, context }) => sha === commit && context === 'sluice/gate: main')
    .map(({ state }) => state);
}

const verdictsOf = (number: number): readonly string[] => verdicts(shop.pull(number).head);

describe('sluice-gate.yml', () => {
  test('allows a harmless change that was rehearsed', async () => {
    const number = await propose('create table planted_notes (id int);\n');

    const { jobs, conclusion } = await gatePullRequest(number);

    expect(conclusion).toBe('success');
    expect(jobs['rehearse']?.log).toContain('Rehearsals: 1. Completed: 1.');
    expect(verdictsOf(number)).toEqual(['pending', 'success']);
    expect(shop.comments).toHaveLength(1);
    expect(github.violations()).toEqual([]);
  });

  test('asks the owner of what destroys, and hears it when they answer and change their mind', async () => {
    const number = await propose('drop table planted_users;\n');

    await gatePullRequest(number);
    const review = shop.review(number, 'dana', 'APPROVED');
    await gateReview(number, review);
    shop.dismissReview(number, review.id, 'olivia');
    await gateReview(number, review, 'dismissed');

    expect(verdictsOf(number).join(' ')).toBe('pending failure pending success pending failure');
    expect(shop.comments).toHaveLength(1);
    expect(github.violations()).toEqual([]);
  });

  test('judges again when it is asked by hand, and a fork like everybody', async () => {
    const fork = await github.fork('acme/shop', 'stranger');
    await fork.commit({
      branch: 'feature',
      files: { 'db/002.sql': 'create table planted_notes (id int);\n' },
      by: 'stranger',
    });
    const { number } = await shop.openPullRequest({
      head: 'stranger:feature',
      title: hostileTitle,
      author: 'stranger',
    });
    const inputs = { 'pull-request': String(number) };

    await gatePullRequest(number);
    await gate(workflowDispatchEvent(github, shop, { sender: 'olivia', inputs }));

    expect(verdictsOf(number)).toEqual(['pending', 'success', 'pending', 'success']);
    expect(github.violations()).toEqual([]);
  });

  test('refuses evidence that was exchanged between the jobs', async () => {
    const path = '.github/workflows/sluice-gate.yml';
    const text = await shop.readFile(await shop.requireTip('main'), path);
    const exchanged = text?.replace(
      '      - uses: sluice/sluice@0123456789abcdef0123456789abcdef01234567 # v0.1.0\n        with:\n          command: gate\n',
      (step) => `      - run: echo '{}' > sluice-evidence.json\n${step}`,
    );
    expect(exchanged).not.toBe(text);
    await shop.commit({ branch: 'main', files: { [path]: exchanged ?? '' }, by: 'olivia' });
    const number = await propose('create table planted_notes (id int);\n');

    const { jobs } = await gatePullRequest(number);

    expect(jobs['gate']?.conclusion).toBe('failure');
    expect(jobs['gate']?.log).toContain('input/evidence');
    expect(verdictsOf(number)).toEqual(['pending', 'error']);
  });
});

test('sluice-merge-queue.yml judges what the queue is about to merge', async () => {
  const number = await propose('create table planted_notes (id int);\n');
  const group = await shop.queue([number], 'ivan');

  const results = await start(mergeGroupEvent(github, shop, group));

  expect(results.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['sluice-merge-queue', 'success'],
  ]);
  expect(verdicts(group.head)).toEqual(['pending', 'success']);
  expect(github.violations()).toEqual([]);
});

describe('sluice-apply.yml', () => {
  let number = 0;
  const urls = () => ({
    BILLING_STAGING_URL: server.url(`staging_${String(number)}`),
    BILLING_PRODUCTION_URL: server.url(`production_${String(number)}`),
  });
  const targets = () => ({ 'billing/staging': urls(), 'billing/production': urls() });

  beforeEach(async () => {
    number += 1;
    for (const name of ['staging', 'production']) {
      await server.createDatabase(`${name}_${String(number)}`);
      await using session = await server.connect(`${name}_${String(number)}`);
      await session.query('create table planted_users (id int)');
    }
  });

  async function tables(name: string): Promise<readonly unknown[]> {
    await using session = await server.connect(`${name}_${String(number)}`);
    const rows = await session.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map(({ tablename }) => tablename);
  }

  async function apply(event: OccurredEvent): Promise<WorkflowResult> {
    const results = await start(event, targets());
    const found = results.find(({ name }) => name === 'sluice-apply');
    if (found === undefined) throw new Error('The apply was not started.');
    for (const job of Object.values(found.jobs))
      for (const url of Object.values(urls())) expect(job.log).not.toContain(url);
    return found;
  }

  test('brings what was merged to one target after the other, once', async () => {
    const pull = await propose('create table planted_notes (id int);\n');
    await shop.merge(pull, 'squash', 'ivan');

    const first = await apply(pushEvent(github, shop, 'main'));
    const second = await apply(scheduleEvent(github, shop, '23 * * * *'));

    expect([first.conclusion, second.conclusion]).toEqual(['success', 'success']);
    expect(first.jobs['apply-production']?.log).toContain('Units applied: 1.');
    expect(second.jobs['apply-production']?.log).toContain('Units applied: 0.');
    expect(await tables('staging')).toEqual(['planted_notes', 'planted_users']);
    expect(await tables('production')).toEqual(['planted_notes', 'planted_users']);
    expect(github.violations()).toEqual([]);
  });

  test('refuses what nobody proposed', async () => {
    const files = { 'db/002.sql': 'create table planted_notes (id int);\n' };
    await shop.commit({ branch: 'main', files, by: 'ivan' });

    const { jobs, conclusion } = await apply(pushEvent(github, shop, 'main'));

    expect(conclusion).toBe('failure');
    expect(jobs['apply-staging']?.log).toContain('Merges refused: 1.');
    expect(await tables('staging')).toEqual(['planted_users']);
    expect(github.violations()).toEqual([]);
  });

  test('refuses what was merged without its owner, and goes to no other target', async () => {
    const pull = await propose('drop table planted_users;\n');
    await shop.merge(pull, 'merge', 'ivan');

    const { jobs, conclusion } = await apply(pushEvent(github, shop, 'main'));

    expect(conclusion).toBe('failure');
    expect(jobs['apply-staging']?.log).toContain('Merges refused: 1.');
    expect(jobs['rehearse-production']?.conclusion).toBe('skipped');
    expect(await tables('staging')).toEqual(['planted_users']);
    expect(github.violations()).toEqual([]);
  });
});
