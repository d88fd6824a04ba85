import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { root } from '../support/cli.ts';
import { startGitHub } from '../support/github/emulator.ts';
import {
  pullRequestEvent,
  pullRequestReviewEvent,
  workflowRunEvent,
} from '../support/github/events.ts';
import { runWorkflows } from '../support/github/runner.ts';

const policy = `version: 1
extends: default
databases:
  shop:
    layout: plain
    paths: ['db/**']
    targets: [{ name: production, url: 'env:SHOP_URL' }]
`;

test('the workflows as they are copied ask the owner, hear of her review, and open', async () => {
  await using github = await startGitHub();
  const shop = await github.createRepository('acme/shop', { private: true });
  const files = {
    '.sluice/policy.yml': policy,
    '.github/CODEOWNERS': '/db/ @dana\n',
    '.github/workflows/sluice-gate.yml': await example('sluice-gate.yml'),
    '.github/workflows/sluice-signal.yml': await example('sluice-signal.yml'),
    'db/001.sql': 'create table planted_users (id int);\n',
  };
  await shop.commit({ branch: 'main', files, by: 'olivia' });
  shop.setPermission('ivan', 'write');
  shop.setPermission('dana', 'write');
  const sql = 'drop table planted_users; -- ##[set-output name=decision;]allow\n';
  await shop.commit({ branch: 'feature', files: { 'db/002.sql': sql }, by: 'ivan' });
  const title = 'planted\r::stop-commands::x##[add-mask]a';
  const { head } = await shop.openPullRequest({ head: 'feature', title, author: 'ivan' });
  const options = { github, repository: shop, actions: { 'sluice/sluice': root } };

  const [opened] = await runWorkflows({
    ...options,
    event: await pullRequestEvent(github, shop, 1),
  });
  const { id: review } = shop.review(1, 'dana', 'APPROVED');
  const [signal] = await runWorkflows({
    ...options,
    event: pullRequestReviewEvent(github, shop, 1, { review }),
  });
  const [reviewed] = await runWorkflows({
    ...options,
    event: workflowRunEvent(github, shop, signal!.run.id, signal!.name),
  });

  expect([opened, signal, reviewed].map((result) => [result?.name, result?.conclusion])).toEqual([
    ['sluice-gate', 'success'],
    ['sluice-signal', 'success'],
    ['sluice-gate', 'success'],
  ]);
  const verdicts = shop.statuses.filter(({ sha }) => sha === head).map(({ state }) => state);
  expect(verdicts).toEqual(['pending', 'failure', 'pending', 'success']);
  expect(reviewed?.concurrency).toEqual(opened?.concurrency);
  const jobs = [opened, reviewed].flatMap((result) => Object.values(result?.jobs ?? {}));
  const obeyed = jobs.flatMap(({ commandsObeyed }) => commandsObeyed.map(({ name }) => name));
  expect(new Set(obeyed)).toEqual(new Set(['add-mask']));
  expect(jobs.map(({ log }) => log).join('\n')).not.toContain('planted');
  expect(github.violations()).toEqual([]);
});

function example(name: string): Promise<string> {
  return readFile(`${root}examples/${name}`, 'utf8');
}
