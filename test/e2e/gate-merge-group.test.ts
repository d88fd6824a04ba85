import { expect, test } from 'vitest';
import { openGateStage, sha, standardFiles } from '../support/gate-stage.ts';
import type { GateStage } from '../support/gate-stage.ts';
import { SluiceError } from '../../src/errors.ts';

const orders = { 'db/002_orders.sql': 'create table orders (id bigint primary key);\n' };
const items = { 'db/003_items.sql': 'create table items (id bigint primary key);\n' };

function states({ fake }: GateStage): readonly string[] {
  return fake.world.verdicts.map(({ state }) => state);
}

function lastWords({ fake }: GateStage): string | undefined {
  return fake.world.verdicts.at(-1)?.description.replace(/ · [0-9a-f]{12}$/, '');
}

/** What the queue makes of these branches on top of main. */
async function queue(
  { repository }: GateStage,
  numbers: readonly number[],
  how: '--no-ff' | '--squash' = '--no-ff',
  subject = 'Squashed',
) {
  const base = sha(await repository.git('rev-parse', 'main'));
  await repository.git('checkout', '--quiet', '-b', 'queue', 'main');
  for (const number of numbers) {
    await repository.git('merge', '--quiet', how, '--no-edit', `proposal-${number}`);
    if (how === '--squash') await repository.git('commit', '--quiet', '-m', subject);
  }
  await repository.git('checkout', '--quiet', 'main');
  const head = sha(await repository.git('rev-parse', 'queue'));
  return { kind: 'merge-group', base, head, targetBranch: 'main' } as const;
}

test('a group passes when every pull request of it is allowed', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose(items);
  stage.approve(1, 'dana');
  stage.approve(2, 'olga');
  const group = await queue(stage, [1, 2]);

  const { outputs, notice } = await stage.run(group);

  expect(stage.fake.world.verdicts).toMatchObject([
    { commit: group.head, context: 'sluice/gate: main', state: 'pending', url: stage.runUrl },
    { commit: group.head, context: 'sluice/gate: main', state: 'success', url: stage.runUrl },
  ]);
  expect(outputs['decision']).toBe('allow');
  expect(notice).toContain('the verdict is success');
  expect(stage.fake.world.comments.size).toBe(0);
});

test('a group is blocked by the one that waits, and names it', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose(items);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1, 2]);

  await stage.run(group);

  expect([states(stage), lastWords(stage)]).toEqual([
    ['pending', 'failure'],
    '#2: Needs @acme/dba',
  ]);
});

test('a squashed commit belongs to the pull request that the host names', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1], '--squash');

  await stage.run(group);
  const unknown = [states(stage).at(-1), lastWords(stage)];
  stage.fake.world.commits.set(group.head, [1]);
  await stage.run(group);

  expect(unknown).toEqual([
    'failure',
    'Cannot tell which pull request brought a commit of the group.',
  ]);
  expect(states(stage).at(-1)).toBe('success');
});

test.each([
  ['#1', 'A change (#1)', 'success', 'Allowed: approved by @dana'],
  ['#1, before a body', 'A change (#1)\n\nWhy (#2).', 'success', 'Allowed: approved by @dana'],
  [
    '#2, which waits',
    'A change (#2)',
    'failure',
    'The group holds other governed bytes than its pull requests.',
  ],
  [
    '#9, which is not there',
    'A change (#9)',
    'failure',
    'Cannot tell which pull request brought a commit of the group.',
  ],
  [
    'nothing at its end',
    'Fix (#1) again',
    'failure',
    'Cannot tell which pull request brought a commit of the group.',
  ],
])('a squashed commit whose subject names %s', async (_name, subject, state, words) => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose(items);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1], '--squash', subject);

  await stage.run(group);

  expect([states(stage).at(-1), lastWords(stage)]).toEqual([state, words]);
});

test('an approved pull request cannot be named for bytes that it does not hold', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose({ ...orders, ...items });
  stage.approve(1, 'dana');
  const group = await queue(stage, [2], '--squash', 'A change (#1)');

  await stage.run(group);

  expect([states(stage).at(-1), lastWords(stage)]).toEqual([
    'failure',
    'The group holds other governed bytes than its pull requests.',
  ]);
});

test.each([
  ['is closed', { open: false }],
  ['goes to another branch', { targetBranch: 'release' }],
] as const)('a pull request that %s brings no commit', async (_name, more) => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1]);
  stage.update(1, more);

  await stage.run(group);

  expect(lastWords(stage)).toBe('Cannot tell which pull request brought a commit of the group.');
});

test('a commit that was slipped in after an approved one is not carried by it', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1]);
  const head = sha(await stage.repository.extend('queue', 'Slip in', items));

  await stage.run({ ...group, head });

  expect(lastWords(stage)).toBe('Cannot tell which pull request brought a commit of the group.');
});

test.each([
  ['an edited file', { 'db/002_orders.sql': 'drop table users;\n' }],
  ['another file', items],
  ['a control file', { '.github/CODEOWNERS': '* @mallory\n' }],
])('a merge that holds %s is refused', async (_name, files) => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1]);
  await stage.repository.extend('queue', 'x', files);
  await stage.repository.git('checkout', '--quiet', 'queue');
  await stage.repository.git('reset', '--quiet', '--soft', 'HEAD~1');
  await stage.repository.git('commit', '--quiet', '--amend', '--no-edit');
  await stage.repository.git('checkout', '--quiet', 'main');
  const head = sha(await stage.repository.git('rev-parse', 'queue'));

  const { outputs } = await stage.run({ ...group, head });

  expect([states(stage).at(-1), lastWords(stage)]).toEqual([
    'failure',
    'The group holds other governed bytes than its pull requests.',
  ]);
  expect(outputs).toEqual({ decision: 'deny' });
});

test('what is in order alone can be refused together', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose({ 'db/002_other.sql': 'create table other (id bigint primary key);\n' });
  stage.approve(1, 'dana');
  stage.approve(2, 'dana');
  const group = await queue(stage, [1, 2]);

  await stage.run(group);

  expect(lastWords(stage)).toBe(
    'Together the pull requests of the group hold governed files that are refused.',
  );
});

test('a rehearsal of the whole group speaks for each of its pull requests', async () => {
  await using stage = await openGateStage();
  await stage.propose({ 'db/002_drop.sql': 'drop table users;\n' });
  await stage.propose(items);
  stage.approve(1, 'dana');
  stage.approve(2, 'dana');
  const group = await queue(stage, [1, 2]);

  await stage.run(group);
  const without = lastWords(stage);
  await stage.rehearse(group.base, group.head);
  await stage.run(group);

  expect(without).toMatch(/^#1: Denied: There was no rehearsal/);
  expect(states(stage).at(-1)).toBe('success');
});

test('a rehearsal of the whole group that failed stops each of its pull requests', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  await stage.propose(items);
  stage.approve(1, 'dana');
  stage.approve(2, 'dana');
  const group = await queue(stage, [1, 2]);
  await stage.rehearse(group.base, group.head, {
    units: [],
    outcome: {
      kind: 'failed',
      failure: { unitId: 'db/003_items.sql', statement: 0, message: 'It exists.' },
    },
  });

  await stage.run(group);

  expect(lastWords(stage)).toMatch(/^#1: Denied: The rehearsal failed/);
});

test('a group that touches nothing governed passes without asking whose it is', async () => {
  await using stage = await openGateStage();
  await stage.propose({ 'src/main.ts': 'export {};\n' });
  const group = await queue(stage, [1], '--squash');

  await stage.run(group);

  expect([states(stage), lastWords(stage)]).toEqual([
    ['pending', 'success'],
    'Nothing here is governed.',
  ]);
});

test('a group is only observed in observe mode', async () => {
  const policy = standardFiles['.sluice/policy.yml']!.replace('mode: enforce', 'mode: observe');
  await using stage = await openGateStage({ ...standardFiles, '.sluice/policy.yml': policy });
  await stage.propose(orders);
  const group = await queue(stage, [1], '--squash');

  await stage.run(group);

  expect([states(stage).at(-1), lastWords(stage)]).toEqual([
    'success',
    'Observe: Cannot tell which pull request brought a commit of the group.',
  ]);
});

test('a review that comes meanwhile makes it look again', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  stage.approve(1, 'dana');
  const group = await queue(stage, [1]);
  stage.fake.before('readReviews', 2, () => {
    stage.approve(1, 'bea', { state: 'changes-requested' });
  });

  await stage.run(group);

  expect([states(stage), lastWords(stage)]).toEqual([['pending', 'failure'], 'Needs @bea']);
});

test('a group whose pull requests keep changing is an error', async () => {
  await using stage = await openGateStage();
  const { head } = await stage.propose(orders);
  const group = await queue(stage, [1]);
  for (const nth of [2, 4, 6]) {
    stage.beforeGit('fetch', nth, () => stage.update(1, { head: group.base }));
    stage.beforeGit('fetch', nth + 1, () => stage.update(1, { head }));
  }

  const attempt = stage.run(group);

  await expect(attempt).rejects.toMatchObject({ code: 'host/unsettled' });
  expect(states(stage)).toEqual(['pending', 'error']);
});

test('a failure leaves the verdict error on the head of the group', async () => {
  await using stage = await openGateStage();
  await stage.propose(orders);
  const group = await queue(stage, [1]);
  stage.fake.before('findByCommit', 1, () => {
    throw new SluiceError('host/unreachable', 'GitHub did not answer.');
  });

  const attempt = stage.run(group);

  await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
  expect(stage.fake.world.verdicts.at(-1)).toMatchObject({ commit: group.head, state: 'error' });
});
