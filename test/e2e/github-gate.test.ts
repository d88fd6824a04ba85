import { describe, expect, test } from 'vitest';
import { policy, type Story, tell } from '../support/gate-story.ts';
import { pullRequestEvent } from '../support/github/events.ts';

/** A destructive change is a risky one; who owns it is such a person. */
const besides = ', and a person with write access who did not make the change';
const drop = { 'db/002_drop.sql': 'drop table users;\n' };
const dropLater = { 'db/003_drop.sql': 'drop table users;\n' };
const harmless = { 'db/002_notes.sql': 'create table notes (id bigint primary key);\n' };

describe.concurrent('the gate', { timeout: 600_000 }, () => {
  test('lets a destructive change of an agent pass when its owner approves, and not before', () =>
    tell({}, async (story) => {
      const { shop, github } = story;
      shop.setPermission('sam', 'write');
      await story.onMain({ '.github/CODEOWNERS': '/db/ @dana @sam\n' });
      const { id } = github.world.account('sam');
      const pull = await story.propose(drop, {
        author: 'copilot-swe-agent[bot]',
        message: `Drop users\n\nCo-authored-by: Sam <${String(id)}+sam@users.noreply.github.com>`,
      });
      const first = pull.head;

      const opened = await story.opened(pull);

      expect(opened.rehearse).toMatchObject({
        conclusion: 'success',
        permissions: { actions: 'read', contents: 'read', 'pull-requests': 'read' },
        log: expect.stringContaining('Rehearsals: 1. Completed: 1.'),
      });
      expect(opened.gate).toMatchObject({
        conclusion: 'success',
        permissions: {
          actions: 'read',
          contents: 'read',
          'pull-requests': 'write',
          statuses: 'write',
        },
        annotations: [],
      });
      expect(story.states(first)).toEqual(['pending', 'failure']);
      expect(story.verdict(first)).toEqual(['failure', `Needs @dana or @sam${besides}`]);
      expect(story.comments(pull)).toEqual([expect.stringContaining('<code>&#64;dana</code>')]);
      expect(opened.gate.summary).toContain('<code>&#64;dana</code>');
      expect(story.report(opened)).toMatchObject({ decision: { kind: 'await-approval' } });

      const token = github.addToken({
        kind: 'app',
        ...pull.author,
        permissions: { 'pull-requests': 'write' },
      });
      const own = await fetch(`${github.url}/api/v3/repos/acme/shop/pulls/1/reviews`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ event: 'APPROVE' }),
      });
      expect(own.status).toBe(422);

      const steered = await story.reviewed(pull, 'sam');

      expect(steered.workflow.concurrency).toEqual(opened.workflow.concurrency);
      expect(opened.workflow.concurrency).toMatchObject({ cancelInProgress: false });
      expect(story.verdict(first)?.[0]).toBe('failure');
      expect(story.comments(pull)).toEqual([
        expect.stringContaining(
          'Does not count: <code>&#64;sam</code>. <code>&#64;sam asked &#64;copilot-swe-agent&#91;bot&#93; for this change.</code>',
        ),
      ]);

      const approved = await story.reviewed(pull, 'dana');

      expect(approved.gate.outputs).toEqual({});
      expect(story.verdict(first)).toEqual(['success', 'Allowed: approved by @dana']);
      expect(story.comments(pull)).toEqual([expect.stringContaining('Ready: approved by')]);
      expect(story.report(approved)).toMatchObject({ decision: { kind: 'allow' } });

      const by = 'copilot-swe-agent[bot]';
      const files = { 'db/003.sql': 'create table b (id int);\n' };
      const next = await shop.commit({ branch: pull.headBranch, files, by });
      await story.opened(pull, 'synchronize');

      expect(story.states(next)).toEqual(['pending', 'failure']);
      expect(story.verdict(next)).toEqual(['failure', `Needs @dana or @sam${besides}`]);
      expect(story.comments(pull)).toEqual([expect.stringContaining('approved an older commit')]);
      expect(story.states(first).at(-1)).toBe('success');
    }));

  test('lets a harmless change of a person pass by itself, with one comment that it keeps', () =>
    tell({}, async (story) => {
      const pull = await story.propose(harmless);

      await story.opened(pull);

      const [before] = story.shop.comments;
      const { updatedAt } = before!;
      expect(story.states(pull.head)).toEqual(['pending', 'success']);
      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: no approval is needed.']);
      expect(before!.body).toContain('Ready: no approval is needed');

      const again = await story.dispatched(pull);

      expect(story.states(pull.head)).toEqual(['pending', 'success', 'pending', 'success']);
      expect(again.gate.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
      expect(story.shop.comments).toEqual([expect.objectContaining({ updatedAt })]);

      await story.shop.commit({ branch: pull.headBranch, files: dropLater, by: 'ivan' });
      await story.opened(pull, 'synchronize');

      expect(story.verdict(pull.head)).toEqual(['failure', `Needs @dana${besides}`]);
      expect(story.shop.comments).toEqual([
        expect.objectContaining({ id: before!.id, body: expect.stringContaining('Waiting') }),
      ]);
    }));

  test('tells of another pull request that locks the same tables the other way round', () =>
    tell({}, async (story) => {
      const tables = ['users', 'orders'];
      await story.onMain({ 'db/002_orders.sql': 'create table orders (id bigint primary key);\n' });
      const alter = (names: readonly string[]): string =>
        names.map((name) => `alter table ${name} add column note text;\n`).join('');
      await story.propose({ 'db/003_others.sql': alter(tables.toReversed()) });
      await story.propose({ 'db/003_planted.sql': "do $$ planted $$; '" });
      const pull = await story.propose({ 'db/003_own.sql': alter(tables) });

      const { gate } = await story.opened(pull);

      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: no approval is needed.']);
      expect(story.comments(pull)).toEqual([
        expect.stringContaining('pull request 1 locks them the other way round'),
      ]);
      const asked = gate.requests.filter(({ path }) => path === '/repos/{owner}/{repo}/pulls');
      expect(asked).toEqual([expect.objectContaining({ method: 'GET', status: 200 })]);
      expect(gate.requests.length).toBeLessThanOrEqual(15);
    }));

  test('asks GitHub three times where nothing is governed', () =>
    tell({}, async (story) => {
      const pull = await story.propose({ 'src/main.ts': 'export {};\n', 'db.sql': 'select 1;\n' });

      const { gate } = await story.opened(pull);

      expect(gate.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
      expect(story.verdict(pull.head)).toEqual(['success', 'Nothing here is governed.']);
      expect(story.comments(pull)).toEqual([]);
    }));

  test('lets an approved change of a fork pass, which was rehearsed without any right', () =>
    tell({ private: false }, async (story) => {
      const fork = await story.github.fork('acme/shop', 'mallory');
      const by = 'mallory';
      await fork.commit({ branch: 'topic', files: drop, by });
      const opening = { head: 'mallory:topic', title: 'Drop users', author: by };
      const pull = await story.shop.openPullRequest(opening);
      await fork.commit({ branch: 'topic', files: { 'README.md': 'Hello\n' }, by });

      const opened = await story.opened(pull);
      const waiting = story.verdict(pull.head);
      const approved = await story.reviewed(pull, 'dana');

      expect(waiting).toEqual(['failure', `Needs @dana${besides}`]);
      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana']);
      for (const { rehearse } of [opened, approved])
        expect(rehearse).toMatchObject({
          conclusion: 'success',
          permissions: { actions: 'read', contents: 'read', 'pull-requests': 'read' },
          environment: undefined,
          log: expect.stringContaining('Completed: 1.'),
        });
    }));

  test('runs the workflow of the default branch, whatever workflows the change brings', () =>
    tell({}, async (story) => {
      const evil = `name: sluice-gate
on: { pull_request: {}, pull_request_target: {} }
jobs:
  gate:
    runs-on: ubuntu-24.04
    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }
    steps:
      - uses: sluice/sluice@main
        with: { command: gate }
`;
      const pull = await story.propose({
        ...drop,
        '.github/workflows/sluice-gate.yml': evil,
        '.github/workflows/a-second-gate.yml': evil,
      });

      const { workflow } = await story.opened(pull);
      const name = 'pull_request';
      const event = await pullRequestEvent(story.github, story.shop, pull.number, { name });
      const brought = await story.run(event);

      expect(workflow).toMatchObject({
        path: '.github/workflows/sluice-gate.yml',
        jobs: { rehearse: { conclusion: 'success' }, gate: { conclusion: 'success' } },
      });
      expect(brought.map(({ conclusion, jobs }) => [conclusion, jobs['gate']?.outputs])).toEqual([
        ['failure', {}],
        ['failure', {}],
      ]);
      expect(brought.map(({ jobs }) => jobs['gate']?.log)).toEqual([
        expect.stringContaining('input/event'),
        expect.stringContaining('input/event'),
      ]);
      expect(story.states(pull.head)).toEqual(['pending', 'failure']);
      expect(story.verdict(pull.head)).toEqual(['failure', `Needs @gina, and @dana${besides}`]);

      await story.shop.moveBranch('both', pull.head, 'ivan');
      story.shop.review(pull.number, 'dana', 'APPROVED');
      await story.reviewed(pull, 'gina');

      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana, @gina']);
    }));

  test('asks the guardians about a change of the policy alone', () =>
    tell({}, async (story) => {
      const loose = policy.replace("paths: ['db/**']", "paths: ['elsewhere/**']");
      const pull = await story.propose({ '.sluice/policy.yml': loose });

      await story.opened(pull);
      const before = story.verdict(pull.head);
      await story.reviewed(pull, 'dana');
      const other = story.verdict(pull.head);
      await story.reviewed(pull, 'gina');

      expect(before).toEqual(['failure', 'Needs @gina']);
      expect(other).toEqual(['failure', 'Needs @gina']);
      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana, @gina']);
    }));

  test('gives one commit a verdict for each branch, and the worst of all who propose it', () =>
    tell({}, async (story) => {
      const { shop } = story;
      const main = await shop.requireTip('main');
      await shop.moveBranch('release', main, 'olivia');
      const files = {
        '.sluice/policy.yml': policy.replace('version: 1', 'version: 1\nmode: observe'),
      };
      await shop.commit({ branch: 'release', files, by: 'olivia' });
      const pull = await story.propose(drop);
      await shop.moveBranch('same', pull.head, 'erin');
      const [released, second] = [
        await shop.openPullRequest({
          head: pull.headBranch,
          base: 'release',
          title: 'Release',
          author: 'ivan',
        }),
        await shop.openPullRequest({ head: 'same', title: 'Again', author: 'erin' }),
      ];
      shop.review(pull.number, 'dana', 'APPROVED');

      await story.opened(released);
      const signalled = await story.reviewed(pull, 'dana', 'COMMENTED');

      expect(story.verdict(pull.head)).toEqual(['failure', `#3: Needs @dana${besides}`]);
      expect(story.verdict(pull.head, 'release')).toEqual([
        'success',
        `Observe: would need @dana${besides}`,
      ]);
      expect(story.states(pull.head, 'release')).toEqual([
        'pending',
        'success',
        'pending',
        'success',
      ]);
      expect(signalled.gate.conclusion).toBe('success');
      expect(story.comments(pull)).toEqual([
        expect.stringContaining('Pull request 3 proposes the same commit'),
      ]);

      shop.review(second.number, 'dana', 'APPROVED');
      await story.dispatched(pull);

      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana']);
    }));

  test('says what it would ask where the target branch has no policy yet', () =>
    tell({ files: { '.sluice/policy.yml': null } }, async (story) => {
      const pull = await story.propose(drop);

      const { gate } = await story.opened(pull);

      expect(gate.conclusion).toBe('success');
      expect(story.verdict(pull.head)).toEqual(['success', `Observe: would need @dana${besides}`]);
      expect(story.comments(pull)).toEqual([expect.stringContaining('Observed only.')]);
    }));
});

describe.concurrent('a merge queue', { timeout: 600_000 }, () => {
  test('merges a group only when each of its pull requests is allowed and it holds nothing else', () =>
    tell({}, async (story) => {
      const { shop } = story;
      const one = await story.propose(drop);
      const other = await story.propose({ 'db/003.sql': 'create table late (id int);\n' });
      const numbers = [one.number, other.number];

      const early = await shop.queue(numbers, 'olivia');
      const opened = await story.queued(early);

      expect(opened.workflow.path).toBe('.github/workflows/sluice-merge-queue.yml');
      expect(story.states(early.head)).toEqual(['pending', 'failure']);
      expect(story.verdict(early.head)).toEqual(['failure', `#1: Needs @dana${besides}`]);

      shop.review(one.number, 'dana', 'APPROVED');
      const files = { 'db/004.sql': 'drop table late;\n' };
      const slipped = await shop.queue(numbers, 'olivia', { files });
      await story.queued(slipped);

      expect(story.verdict(slipped.head)).toEqual([
        'failure',
        'The group holds other governed bytes than its pull requests.',
      ]);

      const ready = await shop.queue(numbers, 'olivia');
      await story.queued(ready);

      expect(story.states(ready.head)).toEqual(['pending', 'success']);
      expect(story.comments(one)).toEqual([]);
    }));
});

describe.concurrent('members of a team', { timeout: 600_000 }, () => {
  const owned = {
    '.github/CODEOWNERS': '/db/ @acme/dba\n',
    '.sluice/policy.yml': `${policy}approvals:\n  - { name: two people, people: 2 }\n`,
  };

  const asked = async (story: Story) => {
    const pull = await story.propose(drop);
    story.github.team('acme/dba', ['dana']);
    story.shop.review(pull.number, 'dana', 'APPROVED');
    story.shop.review(pull.number, 'erin', 'APPROVED');
    const { gate } = await story.opened(pull);
    return { pull, gate };
  };

  test('are read from the roster, within fifteen requests for two approvers', () =>
    tell(
      { files: { ...owned, '.sluice/teams.yml': 'version: 1\nteams:\n  acme/dba: [dana]\n' } },
      async (story) => {
        const { pull, gate } = await asked(story);

        expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana, @erin']);
        expect(gate.requests.length).toBeLessThanOrEqual(15);
      },
    ));

  test('are read with the token for teams', () => {
    const workflow = (text: string): string =>
      text.replace(
        'command: gate\n',
        'command: gate\n          team-token: ${{ secrets.TEAM_TOKEN }}\n',
      );
    return tell({ files: owned, workflow }, async (story) => {
      const pull = await story.propose(drop);
      story.github.team('acme/dba', ['dana']);
      story.shop.review(pull.number, 'dana', 'APPROVED');
      story.shop.review(pull.number, 'erin', 'APPROVED');
      const TEAM_TOKEN = story.github.addToken({
        kind: 'app',
        login: 'acme-teams[bot]',
        id: 77,
        permissions: { members: 'read' },
        repositories: ['acme/shop'],
      });

      await story.opened(pull, 'opened', { secrets: { TEAM_TOKEN } });

      expect(story.verdict(pull.head)).toEqual(['success', 'Allowed: approved by @dana, @erin']);
      const teams = story.github.requests().filter(({ path }) => path.includes('/teams/'));
      expect(teams.map(({ login, status }) => [login, status])).toEqual([['acme-teams[bot]', 200]]);
    });
  });

  test('are unknown without either, and the comment says what would tell', () =>
    tell({ files: owned }, async (story) => {
      const { pull } = await asked(story);

      expect(story.verdict(pull.head)).toEqual(['failure', 'Needs @acme/dba']);
      const [comment] = story.comments(pull);
      expect(comment).toContain('<code>members: read</code>');
      expect(comment).toContain('<code>.sluice/teams.yml</code>');
    }));
});
