import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sluice } from '../support/cli.ts';
import { initRepository, type TestRepository } from '../support/git.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-suppressions-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const path = '.sluice/policy.yml';
const bare = `version: 1
guardians: ['@gina']
databases:
  shop: { layout: plain, paths: [db/**], targets: [{ name: production, url: env:SHOP_URL }] }
`;
const index = 'create index users_by_name on users (name);\n';

type Suppression = Readonly<Record<string, unknown>>;

function policyWith(...suppressions: readonly Suppression[]): string {
  const all = suppressions.map((one) => ({
    rule: 'index-without-concurrently',
    object: 'table users',
    reason: 'Nobody signs up before the launch.',
    expires: '2999-12-31',
    ...one,
  }));
  return `${bare}suppressions: ${JSON.stringify(all)}\n`;
}

/** A shop with this policy, in which Ivan proposes the index, and these files beside it. */
async function open(policy: string, more: Readonly<Record<string, string>> = {}) {
  const repository = await initRepository(await mkdtemp(join(directory, 'shop-')));
  const tables = 'create table users (id bigint primary key, name text);\n';
  await repository.commit('Begin', { [path]: policy, 'db/001.sql': tables });
  const head = await repository.propose('index', { 'db/002.sql': index, ...more });
  const pullRequest = {
    version: 1,
    number: 1,
    title: 'An index',
    head,
    targetBranch: 'main',
    author: { login: 'ivan', type: 'User' },
    lastPusher: 'ivan',
    reviews: [],
    permissions: {},
    teams: {},
  };
  await writeFile(`${repository.directory}.json`, JSON.stringify(pullRequest));
  return repository;
}

function reviewAs(format: string, { directory: repo }: TestRepository) {
  const words = ['review', '--repo', repo, '--base', 'main', '--head', 'index', '--shadow', 'none'];
  return sluice([...words, '--pull-request', `${repo}.json`, '--format', format]);
}

async function review(repository: TestRepository) {
  const { code, stdout } = await reviewAs('json', repository);
  const { files, decision, notices = [] } = JSON.parse(stdout);
  const suppressed = files.flatMap((file: { findings: { suppressed?: object }[] }) =>
    file.findings.flatMap((finding) => finding.suppressed ?? []),
  );
  return { code, kind: decision.kind, suppressed: suppressed.length, notices };
}

describe('a suppression in the guardians’ policy', () => {
  test('lets the finding pass until its day, and every report still shows it', async () => {
    const shop = await open(policyWith({}));

    expect(await review(shop)).toEqual({ code: 0, kind: 'allow', suppressed: 1, notices: [] });
    const shown = /Suppressed by the policy until 2999-12-31.*Nobody signs up before the launch/;
    expect((await reviewAs('text', shop)).stdout).toMatch(shown);
    expect((await reviewAs('markdown', shop)).stdout).toMatch(shown);
  });

  test('holds no more once it is expired, and the review says so', async () => {
    const shop = await open(policyWith({ expires: '2020-01-01' }));

    expect(await review(shop)).toMatchObject({
      code: 1,
      kind: 'deny',
      suppressed: 0,
      notices: [expect.stringMatching(/until 2020-01-01\. That day is over/)],
    });
  });

  test.each([
    ['of every object', { object: 'table *' }],
    ['of every table of a schema', { object: 'table public' }],
    ['of another file', { paths: ['db/001.sql'] }],
  ])('that is meant %s suppresses nothing', async (_what, suppression) => {
    expect(await review(await open(policyWith(suppression)))).toMatchObject({
      code: 1,
      kind: 'deny',
      suppressed: 0,
    });
  });

  test.each([
    ['names no rule', { rule: undefined }],
    ['names every rule', { rule: '*' }],
    ['names no object', { object: undefined }],
    ['has no end', { expires: undefined }],
    ['never ends', { expires: 'never' }],
    ['gives no reason', { reason: '' }],
  ])('that %s makes the policy unreadable, and nothing is allowed', async (_what, suppression) => {
    const { code, stdout, stderr } = await reviewAs('text', await open(policyWith(suppression)));

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/input\/policy/);
  });
});

test('a suppression that the pull request itself adds does not count', async () => {
  const shop = await open(bare, { [path]: policyWith({}) });

  const { code, stdout } = await reviewAs('json', shop);

  const { decision, files, controlFiles } = JSON.parse(stdout);
  expect([code, decision.kind, controlFiles]).toEqual([1, 'deny', [path]]);
  expect(JSON.stringify(files)).not.toContain('"suppressed"');
});

describe('sluice check', () => {
  async function check(cwd: string, words: readonly string[], environment = {}) {
    const { code, stdout } = await sluice(['check', '--format', 'json', ...words], {
      cwd,
      environment: { GITHUB_BASE_REF: '', ...environment },
    });
    const { policy, decision, notices = [] } = JSON.parse(stdout);
    return { code, kind: decision.kind, from: policy?.from, notices: notices.length };
  }

  const passes = { code: 0, kind: 'allow', notices: 0 };
  const waits = { code: 1, kind: 'await-approval', notices: 0 };

  test('goes by the policy of the repository, from wherever in it one works', async () => {
    const shop = await open(policyWith({ paths: ['/db/*.sql'] }));
    await shop.git('checkout', '--quiet', 'index');

    const from = 'work-tree';
    expect(await check(shop.directory, ['db/002.sql'])).toEqual({ ...passes, from });
    expect(await check(shop.directory, ['db'])).toMatchObject({ from });
    expect(await check(join(shop.directory, 'db'), ['./002.sql'])).toEqual({ ...passes, from });
    expect(await check(directory, [join(shop.directory, 'db/002.sql')])).toEqual(waits);
  });

  test('goes by another one that it is given', async () => {
    const shop = await open(policyWith({}), { 'other.yml': bare });
    await shop.git('checkout', '--quiet', 'index');

    const words = ['db/002.sql', '--policy', 'other.yml'];
    expect(await check(shop.directory, words)).toEqual({ ...waits, from: 'option' });
  });

  test('on a pull request goes by the policy of the base, or suppresses nothing', async () => {
    const shop = await open(bare, { [path]: policyWith({}) });
    await shop.git('checkout', '--quiet', 'index');
    const words = ['db/002.sql'];
    const environment = { GITHUB_BASE_REF: 'main' };

    expect(await check(shop.directory, words, environment)).toEqual({
      ...waits,
      from: 'work-tree',
      notices: 1,
    });
    await shop.git('update-ref', 'refs/remotes/origin/main', 'main');
    expect(await check(shop.directory, words, environment)).toEqual({
      ...waits,
      from: 'target-branch',
    });
  });

  test('on a pull request suppresses what the base does', async () => {
    const shop = await open(policyWith({}), { [path]: bare });
    await shop.git('checkout', '--quiet', 'index');
    await shop.git('update-ref', 'refs/remotes/origin/main', 'main');

    expect(await check(shop.directory, ['db/002.sql'], { GITHUB_BASE_REF: 'main' })).toEqual({
      ...passes,
      from: 'target-branch',
    });
  });

  test('writes what is suppressed into SARIF', async () => {
    const shop = await open(policyWith({}));
    await shop.git('checkout', '--quiet', 'index');

    const { stdout } = await sluice(['check', 'db/002.sql', '--format', 'sarif'], {
      cwd: shop.directory,
      environment: { GITHUB_BASE_REF: '' },
    });

    expect(JSON.parse(stdout).runs[0].results[0].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Nobody signs up before the launch.',
      },
    ]);
  });
});
