import { describe, expect, test } from 'vitest';
import { openGateStage, sha, standardFiles } from '../support/gate-stage.ts';
import type { GateStage } from '../support/gate-stage.ts';
import { SluiceError } from '../../src/errors.ts';

const harmless = { 'db/002_orders.sql': 'create table orders (id bigint primary key);\n' };
const context = 'sluice/gate: main';
const one = { kind: 'pull-request', number: 1 } as const;

/** States of all verdicts, oldest first. */
function states({ fake }: GateStage): readonly string[] {
  return fake.world.verdicts.map(({ state }) => state);
}

function lastVerdict({ fake }: GateStage) {
  const { state, description } = fake.world.verdicts.at(-1) ?? {};
  return [state, description?.replace(/ · [0-9a-f]{12}$/, ' · <digest>')];
}

describe('the verdict', () => {
  test('waits for an owner, and names the team', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);

    const result = await stage.run(one);

    expect(stage.fake.world.verdicts).toMatchObject([
      {
        commit: head,
        context,
        state: 'pending',
        url: stage.runUrl,
        description: `Sluice is looking at ${head.slice(0, 12)}.`,
      },
      { commit: head, context, state: 'failure', url: stage.runUrl },
    ]);
    expect(lastVerdict(stage)).toEqual(['failure', 'Needs @acme/dba · <digest>']);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { decision: 'await-approval', level: 'low', score: '0' },
      notice:
        'Pull request 1: the verdict is failure, the decision await-approval in mode enforce, risk 0 of 100, low.',
    });
    expect(JSON.parse([...(result.report ?? '')].join(''))).toMatchObject({
      decision: { kind: 'await-approval' },
    });
  });

  test('is success when an owner approved the head', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');

    const { outputs } = await stage.run(one);

    expect(states(stage)).toEqual(['pending', 'success']);
    expect(lastVerdict(stage)).toEqual(['success', 'Allowed: approved by @dana · <digest>']);
    expect(outputs['decision']).toBe('allow');
  });

  test('is failure with the reason when the change is denied', async () => {
    await using stage = await openGateStage();
    await stage.propose({ 'db/002_drop.sql': 'drop table users;\n' });
    stage.approve(1, 'dana');

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual([
      'failure',
      'Denied: There was no rehearsal, so nobody saw what the change does. Run the review with a shadow database. · <digest>',
    ]);
  });

  test('is success for something destructive that was rehearsed and approved', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose({ 'db/002_drop.sql': 'drop table users;\n' });
    stage.approve(1, 'dana');
    await stage.rehearse(await stage.repository.git('rev-parse', 'main'), head);

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['success', 'Allowed: approved by @dana · <digest>']);
  });

  test('is failure where the rehearsal failed, approved or not', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.approve(1, 'dana');
    await stage.rehearse(await stage.repository.git('rev-parse', 'main'), head, {
      units: [],
      outcome: {
        kind: 'failed',
        failure: { unitId: 'db/002_orders.sql', statement: 0, message: 'It exists.' },
      },
    });

    await stage.run(one);

    expect(lastVerdict(stage)[1]).toMatch(/^Denied: The rehearsal failed/);
  });

  test('does not take evidence of another base for its own', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose({ 'db/002_drop.sql': 'drop table users;\n' });
    stage.approve(1, 'dana');
    await stage.rehearse(await stage.repository.git('rev-parse', 'main'), head);
    await stage.repository.commit('Meanwhile', {
      'db/001_users.sql': 'create table u (id int);\n',
    });

    await stage.run(one);

    expect(lastVerdict(stage)[1]).toMatch(/^Denied: There was no rehearsal/);
  });

  test('is bound to what was decided on', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);

    await stage.run(one);
    await stage.run(one);
    await stage.repository.commit('Meanwhile', { 'README.md': 'Hello.\n' });
    await stage.run(one);

    const digests = stage.fake.world.verdicts
      .filter(({ state }) => state === 'failure')
      .map(({ description }) => description.slice(-12));
    expect(digests[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });

  test('is always success in observe mode, and says what would be asked', async () => {
    const policy = standardFiles['.sluice/policy.yml']!.replace('mode: enforce', 'mode: observe');
    await using stage = await openGateStage({ ...standardFiles, '.sluice/policy.yml': policy });
    await stage.propose(harmless);
    await stage.propose({ 'db/002_drop.sql': 'drop table users;\n' });

    await stage.run(one);
    const waiting = lastVerdict(stage);
    await stage.run({ kind: 'pull-request', number: 2 });

    expect(waiting).toEqual(['success', 'Observe: would need @acme/dba · <digest>']);
    expect(lastVerdict(stage)[0]).toBe('success');
    expect(lastVerdict(stage)[1]).toMatch(/^Observe: would be denied: There was no rehearsal/);
  });

  test('only observes where the target branch has no policy', async () => {
    await using stage = await openGateStage({ 'README.md': 'Hello.\n' });
    await stage.propose({ 'drop.sql': 'drop table users;\n' });

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual([
      'success',
      expect.stringMatching(/^Observe: would be denied: /),
    ]);
  });

  test('asks the guardians about control files', async () => {
    await using stage = await openGateStage();
    await stage.propose({ '.github/CODEOWNERS': '* @ivan\n' });

    await stage.run(one);
    const before = lastVerdict(stage);
    stage.approve(1, 'gina');
    await stage.run(one);

    expect(before).toEqual(['failure', 'Needs @acme/guards · <digest>']);
    expect(lastVerdict(stage)[0]).toBe('success');
  });

  test('holds only what is visible, on one line, and is short enough', async () => {
    await using stage = await openGateStage();
    await stage.propose({
      [`db/002_\u202e${'x'.repeat(150)}.sql`]: 'drop table users;\n',
      'db/link.sql/nested\n::error::.sql': 'select 1;\n',
    });

    await stage.run(one);

    const { description } = stage.fake.world.verdicts.at(-1)!;
    expect(description.length).toBeLessThanOrEqual(140);
    expect(description).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('where nothing is governed', () => {
  test('says success with three calls, and writes no comment', async () => {
    await using stage = await openGateStage();
    await stage.propose({ 'src/main.ts': 'export {};\n' });

    const { outputs, notice } = await stage.run(one);

    expect(stage.fake.calls).toEqual(['readPullRequest', 'writeVerdict', 'writeVerdict']);
    expect(lastVerdict(stage)).toEqual(['success', 'Nothing here is governed. · <digest>']);
    expect(stage.fake.world.comments.size).toBe(0);
    expect([outputs, notice]).toEqual([
      { decision: 'allow', level: 'low', score: '0' },
      'Nothing here is governed. The verdict is success.',
    ]);
  });

  test('looks again when the target branch begins to govern it', async () => {
    await using stage = await openGateStage({ 'README.md': 'Hello.\n', ...without('.sluice') });
    await stage.propose({ 'db/002_drop.txt': 'x\n' });
    stage.beforeGit('tipOf', 1, async () => {
      await stage.repository.commit('Govern text', {
        '.sluice/policy.yml': standardFiles['.sluice/policy.yml']!.replace('db/**', '**/*.txt'),
      });
    });

    await stage.run(one);

    expect(lastVerdict(stage)[0]).toBe('failure');
  });
});

function without(prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(standardFiles).filter(([path]) => !path.startsWith(prefix)),
  );
}

describe('what is looked at', () => {
  test('is nothing of a closed pull request', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless, { open: false });

    const { notice } = await stage.run(one);

    expect(stage.fake.calls).toEqual(['readPullRequest']);
    expect(notice).toBe('The pull request is closed, so nothing was written.');
  });

  test('is the pull request that has the head of the event now', async () => {
    await using stage = await openGateStage();
    const { head, headBranch } = await stage.propose(harmless);
    const occasion = {
      kind: 'head',
      headRepository: 'acme/shop',
      branch: headBranch,
      head,
    } as const;

    await stage.run(occasion);
    const first = states(stage);
    stage.update(1, { head: sha(await stage.repository.extend(headBranch, 'More', { a: 'a' })) });
    const { exitCode, notice } = await stage.run(occasion);

    expect(first).toEqual(['pending', 'failure']);
    expect(states(stage)).toEqual(first);
    expect([exitCode, notice]).toEqual([
      0,
      'No open pull request has this head, so there is nothing to do.',
    ]);
  });

  test('is every target branch of the head, each with its own status', async () => {
    await using stage = await openGateStage();
    await stage.repository.git('branch', 'release', 'main');
    const { head, headBranch } = await stage.propose(harmless);
    await stage.propose({ 'x.txt': 'x' }, { head, headBranch, targetBranch: 'release' });
    const occasion = {
      kind: 'head',
      headRepository: 'acme/shop',
      branch: headBranch,
      head,
    } as const;

    await stage.run(occasion);

    expect(stage.fake.world.verdicts.map(({ context, state }) => [context, state])).toEqual([
      [context, 'pending'],
      [context, 'failure'],
      ['sluice/gate: release', 'pending'],
      ['sluice/gate: release', 'failure'],
    ]);
  });

  test('is judged for every branch, even when one of them fails', async () => {
    await using stage = await openGateStage();
    await stage.repository.git('branch', 'release', 'main');
    const { head, headBranch } = await stage.propose(harmless);
    await stage.propose({ 'x.txt': 'x' }, { head, headBranch, targetBranch: 'release' });
    stage.fake.before('readReviews', 1, () => {
      throw new SluiceError('host/unreachable', 'GitHub did not answer.');
    });
    const occasion = {
      kind: 'head',
      headRepository: 'acme/shop',
      branch: headBranch,
      head,
    } as const;

    const attempt = stage.run(occasion);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
    expect(states(stage)).toEqual(['pending', 'error', 'pending', 'failure']);
  });

  test.each(['findByBranch', 'readPullRequest'] as const)(
    'takes an older success back when it cannot be told: %s',
    async (question) => {
      await using stage = await openGateStage();
      const { head, headBranch } = await stage.propose(harmless);
      stage.approve(1, 'dana');
      await stage.run(one);
      const verdict = { commit: head, creator: 'github-actions[bot]', description: '', url: 'x' };
      stage.fake.world.verdicts.push(
        { ...verdict, context: 'sluice/gate: release', state: 'failure' },
        { ...verdict, context: 'build', state: 'success' },
        { ...verdict, context: 'sluice/gate: other', state: 'success' },
      );
      stage.fake.before(question, question === 'readPullRequest' ? 3 : 1, () => {
        throw new SluiceError('host/unreachable', 'GitHub did not answer.');
      });
      const runner = { ...stage.runner, url: 'https://github.com/acme/shop/actions/runs/101' };
      const occasion = {
        kind: 'head',
        headRepository: 'acme/shop',
        branch: headBranch,
        head,
      } as const;

      const attempt = stage.run(occasion, { runner });

      await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
      const written = stage.fake.world.verdicts.filter(({ url }) => url === runner.url);
      expect(written.map(({ context, state }) => [context, state])).toEqual([
        ['sluice/gate: main', 'error'],
        ['sluice/gate: other', 'error'],
      ]);
    },
  );

  test('is no branch', async () => {
    await using stage = await openGateStage();

    const attempt = stage.run({ kind: 'branch', branch: 'main' });

    await expect(attempt).rejects.toMatchObject({ code: 'input/event' });
  });

  test('is the tip of the target branch now, not the base of the pull request', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    await stage.repository.commit('Own it', { '.github/CODEOWNERS': '/db/ @bea\n' });

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['failure', 'Needs @bea · <digest>']);
  });

  test('is everybody who proposes the same commit to the same branch', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    await stage.propose({ 'x.txt': 'x' }, { head, author: { login: 'mallory', account: 'human' } });
    await stage.propose({ 'y.txt': 'y' }, { head, targetBranch: 'release' });
    stage.approve(1, 'dana');

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['failure', '#2: Needs @acme/dba · <digest>']);
    expect([...stage.fake.world.comments.keys()]).toEqual([1, 2]);
    expect(stage.fake.world.comments.get(1)).toContain('Pull request 2 proposes the same commit');
    expect(stage.fake.world.comments.get(2)).not.toContain('proposes the same commit');
  });
});

describe('when the world changes meanwhile', () => {
  const changes: readonly (readonly [
    string,
    'success' | 'failure',
    (stage: GateStage) => void | Promise<void>,
  ])[] = [
    ['a new head', 'failure', (stage) => push(stage)],
    ['another target branch', 'success', (stage) => stage.update(1, { targetBranch: 'release' })],
    ['another assignee', 'success', (stage) => stage.update(1, { assignees: ['dana'] })],
    ['a new review', 'failure', (stage) => stage.approve(1, 'bea', { state: 'changes-requested' })],
    ['a dismissal', 'failure', (stage) => stage.approve(1, 'dana', { state: 'dismissed' })],
    ['a new tip of the target branch', 'failure', (stage) => ownByBea(stage)],
  ];

  test.each(changes)('%s makes it start over', async (_name, expected, change) => {
    await using stage = await openGateStage();
    await stage.repository.git('branch', 'release', 'main');
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.beforeGit('tipOf', 1, () => change(stage));

    await stage.run(one);

    expect(states(stage)).not.toContain('error');
    const { head, targetBranch } = stage.fake.world.pullRequests.get(1)!;
    const last = stage.fake.world.verdicts.at(-1);
    expect(last).toMatchObject({ commit: head, context: `sluice/gate: ${targetBranch}` });
    expect(last?.state).toBe(expected);
    expect(stage.fake.calls.filter((call) => call === 'writeComment')).toHaveLength(1);
  });

  test('a head that git has and the host does not show yet makes it start over', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.beforeGit('fetch', 1, () => push(stage));

    await stage.run(one);

    const { head } = stage.fake.world.pullRequests.get(1)!;
    expect(stage.fake.world.verdicts.at(-1)).toMatchObject({ commit: head, state: 'failure' });
  });

  test('a pull request that never settles is an error', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    for (const nth of [1, 2, 3]) stage.beforeGit('fetch', nth, () => push(stage, nth));

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unsettled' });
    expect(states(stage).filter((state) => state === 'success' || state === 'failure')).toEqual([]);
    expect(states(stage)).toContain('error');
  });

  test('one that is merged in the middle gets no success any more', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.beforeGit('tipOf', 1, () => stage.update(1, { open: false }));

    const { notice } = await stage.run(one);

    expect(states(stage)).toEqual(['pending']);
    expect(notice).toBe('The pull request is closed, so nothing was written.');
  });

  async function push(stage: GateStage, nth = 1): Promise<void> {
    const { headBranch } = stage.fake.world.pullRequests.get(1)!;
    const files = { [`notes-${nth}.txt`]: 'x' };
    stage.update(1, { head: sha(await stage.repository.extend(headBranch, 'More', files)) });
  }

  async function ownByBea(stage: GateStage): Promise<void> {
    await stage.repository.commit('Own it', { '.github/CODEOWNERS': '/db/ @bea\n' });
  }
});

describe('two runs', () => {
  const newer = {
    context,
    state: 'pending',
    description: 'Sluice is looking.',
    url: 'https://github.com/acme/shop/actions/runs/101/attempts/1',
    creator: 'github-actions[bot]',
  } as const;

  test.each(['readReviews', 'readVerdicts'] as const)(
    'the older one is silent once a newer one has begun (before %s)',
    async (question) => {
      for (const approved of [true, false]) {
        await using stage = await openGateStage();
        const { head } = await stage.propose(harmless);
        if (approved) stage.approve(1, 'dana');
        stage.fake.before(question, 1, () => {
          stage.fake.world.verdicts.push({ ...newer, commit: head });
        });

        const { exitCode, notice } = await stage.run(one);

        expect(stage.fake.world.verdicts.at(-1)).toMatchObject({ url: newer.url });
        expect([exitCode, notice]).toEqual([
          0,
          'A newer run has begun and has the word, so this one wrote no verdict.',
        ]);
      }
    },
  );

  test('the older one is silent after the newer one has concluded', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.before('readReviews', 1, () => {
      stage.fake.world.verdicts.push(
        { ...newer, commit: head },
        { ...newer, commit: head, state: 'failure' },
      );
    });

    await stage.run(one);

    expect(stage.fake.world.verdicts.at(-1)?.state).toBe('failure');
  });

  test('the older one does not say error either', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.fake.before('readReviews', 1, () => {
      stage.fake.world.verdicts.push({ ...newer, commit: head, state: 'success' });
      throw new SluiceError('host/unreachable', 'GitHub did not answer.');
    });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
    expect(states(stage)).toEqual(['pending', 'success']);
  });

  test('a status that somebody else wrote does not silence the gate', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.fake.before('readReviews', 1, () => {
      stage.fake.world.verdicts.push({
        ...newer,
        commit: head,
        state: 'success',
        creator: 'mallory',
      });
    });

    await stage.run(one);

    expect(states(stage)).toEqual(['pending', 'success', 'failure']);
  });
});

describe('a failure', () => {
  test.each([
    'readReviews',
    'readPermission',
    'readTeam',
    'readLastPusher',
    'findByCommit',
    'readVerdicts',
  ] as const)('of %s leaves the verdict error, and is thrown', async (question) => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.world.verdicts.push({
      commit: head,
      context,
      state: 'success',
      description: 'An older run.',
      url: 'https://github.com/acme/shop/actions/runs/99/attempts/1',
      creator: 'github-actions[bot]',
    });
    stage.fake.before(question, 1, () => {
      throw new SluiceError('host/answer', 'drop table \u001b[31m users');
    });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/answer' });
    expect(states(stage)).toEqual(['success', 'pending', 'error']);
    expect(lastVerdict(stage)[1]).toBe(
      'Sluice could not decide (host/answer), so nothing is allowed.',
    );
  });

  test('to write the pending verdict is tried to be shown', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.fake.before('writeVerdict', 1, () => {
      throw new SluiceError('host/unreachable', 'GitHub did not answer.');
    });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
    expect(states(stage)).toEqual(['error']);
  });

  test('that cannot be shown is still the one that is thrown', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.fake.before('readReviews', 1, () => {
      throw new SluiceError('host/unreachable', 'GitHub did not answer.');
    });
    stage.fake.before('writeVerdict', 2, () => {
      throw new SluiceError('host/forbidden', 'The token may not.');
    });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
  });

  test('of the second look is shown as well', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.beforeGit('tipOf', 1, () => stage.approve(1, 'bea'));
    stage.fake.before('readPullRequest', 3, () => {
      throw new SluiceError('host/unreachable', 'GitHub did not answer.');
    });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/unreachable' });
    expect(states(stage)).toEqual(['pending', 'error']);
  });

  test('to read the policy of the target branch is an error', async () => {
    await using stage = await openGateStage({
      ...standardFiles,
      '.sluice/policy.yml': 'mode: x\n',
    });
    await stage.propose(harmless);

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'input/policy' });
    expect(states(stage)).toEqual(['pending', 'error']);
  });
});

describe('who approves', () => {
  test('is asked with few calls', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.approve(1, 'bea');

    await stage.run(one);

    expect(stage.fake.calls).toHaveLength(13);
    expect(stage.fake.calls.filter((call) => call === 'readPermission')).toHaveLength(2);
  });

  test('is nobody when it is not known who pushed last', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.world.lastPushers.delete(1);

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['failure', 'Needs @acme/dba · <digest>']);
  });

  test('is a member that the roster of the target branch names, where the host does not tell', async () => {
    const roster = "version: 1\nteams: { 'Acme/DBA': [Dana] }\n";
    await using stage = await openGateStage({ ...standardFiles, '.sluice/teams.yml': roster });
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.world.teams.delete('acme/dba');

    await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['success', 'Allowed: approved by @dana · <digest>']);
  });

  test('is nobody of a team that nobody knows, and the report says what is missing', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.world.teams.delete('acme/dba');

    const { summary } = await stage.run(one);

    expect(lastVerdict(stage)).toEqual(['failure', 'Needs @acme/dba · <digest>']);
    expect(summary).toContain('members: read');
    expect(summary).toContain('.sluice/teams.yml');
  });

  test('is looked up in every team that the lines of CODEOWNERS name for the change', async () => {
    const codeowners = '/db/ @acme/dba\n/old/ @acme/guards\n';
    const policy = standardFiles['.sluice/policy.yml']!.replace("'db/**'", "'db/**', 'old/**'");
    await using stage = await openGateStage({
      ...standardFiles,
      '.github/CODEOWNERS': codeowners,
      '.sluice/policy.yml': policy,
    });
    await stage.propose({ 'old/001_users.sql': 'select 1;\n', 'db/002_x.sql': 'select 1;\n' });
    stage.approve(1, 'dana');

    await stage.run(one);

    expect(stage.fake.calls.filter((call) => call === 'readTeam')).toHaveLength(2);
  });

  test('is nobody for a change of more commits than anybody can look through', async () => {
    await using stage = await openGateStage();
    const { headBranch } = await stage.propose(harmless);
    const tree = await stage.repository.git('rev-parse', `${headBranch}^{tree}`);
    let tip = await stage.repository.git('rev-parse', headBranch);
    for (let commit = 0; commit < 250; commit++)
      tip = await stage.repository.git('commit-tree', tree, '-p', tip, '-m', 'More');
    stage.update(1, { head: sha(tip) });

    const attempt = stage.run(one);

    await expect(attempt).rejects.toMatchObject({ code: 'host/git' });
    expect(states(stage)).toEqual(['pending', 'error']);
  });

  test('is not the person who asked an agent for the change', async () => {
    await using stage = await openGateStage();
    const author = { login: 'copilot', account: 'bot' } as const;
    await stage.propose(harmless, { author, assignees: ['dana'] });
    stage.fake.world.lastPushers.set(1, 'copilot');
    stage.approve(1, 'dana');

    await stage.run(one);
    const before = lastVerdict(stage);
    // Whom somebody assigned instead is no proof of who asked: one of two people is another one.
    stage.update(1, { assignees: ['ivan'] });
    await stage.run(one);
    const alone = lastVerdict(stage);
    stage.approve(1, 'olga');
    await stage.run(one);

    expect(before[1]).toMatch(/^Needs @acme\/dba, and a person with write access/);
    expect(alone[1]).toMatch(/^Needs a person with write access/);
    expect(lastVerdict(stage)).toEqual(['success', 'Allowed: approved by @dana, @olga · <digest>']);
  });

  test('has to be a person besides the one whose agent wrote the commits', async () => {
    const policy = standardFiles['.sluice/policy.yml']!.replace(/approvals:[^]*$/, '');
    await using stage = await openGateStage({ ...standardFiles, '.sluice/policy.yml': policy });
    const { headBranch } = await stage.propose(harmless);
    const message = 'More\n\nCo-authored-by: Claude <noreply@anthropic.com>\n';
    const files = { 'db/003_more.sql': 'create table more (id int primary key);\n' };

    await stage.run(one);
    const byPerson = lastVerdict(stage);
    stage.update(1, { head: sha(await stage.repository.extend(headBranch, message, files)) });
    await stage.run(one);
    const byAgent = lastVerdict(stage);
    stage.approve(1, 'bea');
    await stage.run(one);

    expect(byPerson).toEqual(['success', 'Allowed: no approval is needed. · <digest>']);
    expect(byAgent).toEqual([
      'failure',
      'Needs a person with write access who did not make the change · <digest>',
    ]);
    expect(lastVerdict(stage)[0]).toBe('success');
  });
});

describe('the comment', () => {
  test('is written after the verdict, begins with the marker, and ends with the digests', async () => {
    await using stage = await openGateStage();
    const { head } = await stage.propose(harmless);
    stage.approve(1, 'dana');

    await stage.run(one);

    const body = stage.fake.world.comments.get(1) ?? '';
    expect(body.startsWith('<!-- sluice:gate -->\n### Ready: approved by')).toBe(true);
    expect(body).toMatch(
      new RegExp(`<sub>Policy [0-9a-f]{12} · evidence none · head ${head}</sub>$`),
    );
    expect(stage.fake.calls.lastIndexOf('writeComment')).toBeGreaterThan(
      stage.fake.calls.lastIndexOf('writeVerdict'),
    );
  });

  test('is the same for the same state, however long the rehearsal took', async () => {
    await using stage = await openGateStage();
    const base = await stage.repository.git('rev-parse', 'main');
    const { head } = await stage.propose(harmless);

    await stage.rehearse(base, head, {}, 3);
    const { summary } = await stage.run(one);
    const first = stage.fake.world.comments.get(1);
    await stage.rehearse(base, head, {}, 500);
    await stage.run(one);

    expect(summary).toContain('rehearsed in 6 ms');
    expect(first).toContain('none, rehearsed |');
    expect(stage.fake.world.comments.get(1)).toBe(first);
  });

  test('says that the rehearsal saw another target branch', async () => {
    await using stage = await openGateStage();
    const base = await stage.repository.git('rev-parse', 'main');
    const { head } = await stage.propose({ 'db/003_drop.sql': 'drop table users;\n' });
    await stage.rehearse(base, head);
    await stage.repository.commit('Meanwhile', harmless);

    await stage.run(one);

    expect(lastVerdict(stage)).toMatchObject(['failure', /^Denied: There was no rehearsal/]);
    expect(stage.fake.world.comments.get(1)).toContain(
      'The rehearsal saw another state of the change or of the target branch',
    );
  });

  test('that may not be written hides no verdict', async () => {
    await using stage = await openGateStage();
    await stage.propose(harmless);
    stage.approve(1, 'dana');
    stage.fake.before('writeComment', 1, () => {
      throw new SluiceError('host/forbidden', 'The token may not.');
    });

    const { exitCode, notice } = await stage.run(one);

    expect([exitCode, states(stage)]).toEqual([0, ['pending', 'success']]);
    expect(notice).toContain(
      '1 comment could not be written; the job may lack the permission pull-requests: write.',
    );
  });

  test('cannot be forged by what the change holds', async () => {
    await using stage = await openGateStage();
    const marker = '<!-- sluice:gate -->';
    await stage.propose(
      { [`db/002_${marker.replaceAll('/', '')}.sql`]: `select '${marker}';\n` },
      { title: marker },
    );

    await stage.run(one);

    expect(stage.fake.world.comments.get(1)?.split(marker)).toHaveLength(2);
  });
});
