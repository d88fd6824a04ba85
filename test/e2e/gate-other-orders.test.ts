import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SluiceError } from '../../src/errors.ts';
import { runInProcess } from '../support/context.ts';
import { openGateStage, sha, type GateStage } from '../support/gate-stage.ts';

const one = { kind: 'pull-request', number: 1 } as const;
const order = (...tables: readonly string[]) => ({
  [`db/002_${tables[0]}.sql`]: tables
    .map((table) => `alter table ${table} add column note text;\n`)
    .join(''),
});

async function hintsOf(stage: GateStage): Promise<unknown> {
  const { report } = await stage.run(one);
  const { deadlocks } = JSON.parse([...(report ?? '')].join(''));
  return deadlocks;
}

function verdict({ fake }: GateStage): string | undefined {
  return fake.world.verdicts.at(-1)?.state;
}

describe('a change that locks several tables', () => {
  test('is told of another open pull request that locks them the other way round', async () => {
    await using stage = await openGateStage();
    await stage.propose(order('users', 'orders'));
    stage.approve(1, 'dana');
    const alone = [await hintsOf(stage), verdict(stage)];
    await stage.propose(order('orders', 'users'));

    expect(alone).toEqual([[], 'success']);
    expect(await hintsOf(stage)).toEqual([
      expect.stringContaining(
        'db/002_users.sql locks users (ACCESS EXCLUSIVE), then orders (ACCESS EXCLUSIVE); pull request 2 locks them the other way round.',
      ),
    ]);
    expect(verdict(stage)).toBe('success');
    expect(stage.fake.world.comments.get(1)).toContain('pull request 2 locks them');
  });

  test('is not compared with what is closed, goes elsewhere or proposes the same commit', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(order('users', 'orders'));
    await stage.propose(order('orders', 'users'), { open: false });
    await stage.propose(order('orders', 'users'), { targetBranch: 'release' });
    await stage.propose(order('orders', 'users'), { head });

    expect(await hintsOf(stage)).toEqual([]);
  });

  test('names what it was not compared with, and is judged as if it were not there', async () => {
    await using stage = await openGateStage();
    await stage.propose(order('users', 'orders'));
    stage.approve(1, 'dana');
    await stage.propose(order('orders', 'users'), { headRepository: 'mallory/shop' });
    await stage.propose({ 'db/002_large.sql': '-- \n'.repeat(1_400_000) });
    const many = Array.from({ length: 201 }, (_, n) => [`db/1${n}.sql`, `select ${n};\n`]);
    await stage.propose(Object.fromEntries(many));
    const garbage = { 'db/002.sql': '\u0000 alter table', 'db/003.sql': "do $$ planted $$; 'x" };
    await stage.propose({ ...garbage, ...order('orders', 'users') });
    const stranger = await stage.repository.git('commit-tree', '-m', 'No ancestor', 'HEAD^{tree}');
    await stage.propose(order('orders', 'users'), { head: sha(stranger) });

    expect(await hintsOf(stage)).toEqual([
      expect.stringContaining('pull request 5 locks them the other way round'),
      'The order of its locks was not compared with pull request 6 (cannot be read).',
      'The order of its locks was not compared with pull request 4 (more than 200 governed files).',
      'The order of its locks was not compared with pull request 3 (more than 5242880 bytes in governed files).',
      'The order of its locks was not compared with pull request 2 (of a fork).',
    ]);
    expect(verdict(stage)).toBe('success');
  });

  test('is compared with the twenty newest, and says so', async () => {
    await using stage = await openGateStage();
    await stage.propose(order('users', 'orders'));
    const { head } = await stage.propose(order('orders', 'users'));
    for (let count = 0; count < 20; count++)
      await stage.propose({ [`db/x${count}.sql`]: 'select 1;\n' });

    expect(sha(head)).toBe(head);
    expect(await hintsOf(stage)).toEqual([
      'The order of its locks was not compared with older open pull requests (only the 20 newest are looked at).',
    ]);
  });

  test.each(['findByTarget', 'fetch'] as const)('is judged where %s fails', async (question) => {
    await using stage = await openGateStage();
    await stage.propose(order('users', 'orders'));
    await stage.propose(order('orders', 'users'));
    stage.approve(1, 'dana');
    const fail = () => {
      throw new SluiceError('host/unreachable', 'planted');
    };
    if (question === 'fetch') stage.beforeGit('fetch', 2, fail);
    else stage.fake.before(question, 1, fail);

    expect(await hintsOf(stage)).toEqual([
      'The order of its locks was not compared with other open pull requests (they could not be read).',
    ]);
    expect(verdict(stage)).toBe('success');
  });
});

test('nobody is asked about others where a change locks one table', async () => {
  await using stage = await openGateStage();
  await stage.propose(order('users', 'users'));
  await stage.propose(order('orders', 'users'));

  expect(await hintsOf(stage)).toBeUndefined();
  expect(stage.fake.calls).not.toContain('findByTarget');
});

test('a review on a machine compares with the tips that it is given', async () => {
  await using stage = await openGateStage();
  const { directory } = stage.repository;
  const { head } = await stage.propose(order('users', 'orders'));
  await stage.propose(order('orders', 'users'));
  await stage.propose(order('users', 'invoices'));
  const pullRequest = join(directory, 'pull-request.json');
  await writeFile(pullRequest, await recorded(head));
  const review = (...words: readonly string[]) =>
    runInProcess(
      ['review', '--repo', directory, '--base', 'main', '--head', head, '--shadow', 'none'].concat(
        ['--pull-request', pullRequest],
        words,
      ),
      {},
    );

  const both = await review('--others', 'proposal-2,proposal-3');
  const gone = await review('--others', 'proposal-2,nowhere');

  expect(both.stderr).toBe('');
  expect(both.stdout).toContain('proposal-2 locks them the other way round');
  expect(both.stdout).not.toContain('proposal-3');
  expect((await review()).stdout).not.toContain('the other way round');
  expect(gone).toMatchObject({ code: 3, stdout: '' });
});

async function recorded(head: string): Promise<string> {
  return JSON.stringify({
    version: 1,
    number: 1,
    title: 'A change',
    head,
    targetBranch: 'main',
    author: { login: 'ivan', type: 'User' },
    reviews: [],
    permissions: {},
    teams: {},
  });
}
