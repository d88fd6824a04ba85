import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflowDispatchEvent } from '../support/github/events.ts';
import {
  type ApplyStory,
  applyStep,
  exampleApply,
  idleWorkflow,
  outcomes,
  policyOf,
  startApplyStory,
  table,
} from '../support/apply-story.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server[Symbol.asyncDispose]());

const limit = 900_000;

/** Pushes to main without asking anybody; null takes a file away. */
function push(
  { shop }: ApplyStory,
  files: Readonly<Record<string, string | null>>,
): Promise<string> {
  return shop.commit({ branch: 'main', files, by: 'mallory', message: 'planted' });
}

async function refusals(story: ApplyStory): Promise<readonly unknown[]> {
  await using session = await story.connect();
  const rows = await session.query(
    "select body from sluice.audit_record where event = 'merge.refused' order by sequence",
  );
  return rows.map(({ body }): unknown => JSON.parse(String(body)));
}

test(
  'a governed file that was pushed is refused and recorded once, and what comes after waits until it is gone',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    await story.deliver(table('0001'));
    const pushed = await push(story, table('0002'));
    await story.deliver(table('0003'));

    const first = await story.run();
    const again = await story.run({ event: story.schedule() });
    const before = { tables: await story.tables(), events: await story.events() };
    await push(story, { 'db/0002.sql': null });
    await story.deliver(table('0004'));
    const reverted = await story.run();
    const quiet = await story.run({ event: story.schedule() });

    expect([first, again, reverted, quiet].map(({ conclusion }) => conclusion)).toEqual([
      'failure',
      'failure',
      'failure',
      'success',
    ]);
    const stopped = ['push', 'refused', 'unreviewed-push', 'stops'];
    expect(outcomes(first.reports.staging)).toEqual([[1, 'applied'], stopped, [2, 'waits']]);
    expect(outcomes(again.reports.staging)).toEqual([[1, 'held'], stopped, [2, 'waits']]);
    expect(again.reports.staging?.merges[1]?.refusal?.isKnown).toBe(true);
    expect(before).toEqual({
      tables: ['planted_0001'],
      events: ['apply.committed', 'merge.refused'],
    });
    const passed = ['push', 'refused', 'unreviewed-push', 'goes on'];
    expect(outcomes(reverted.reports.staging)).toEqual([
      [1, 'held'],
      passed,
      [2, 'applied'],
      passed,
      [3, 'applied'],
    ]);
    expect(outcomes(quiet.reports.staging)).toEqual([[3, 'held']]);
    expect(await story.tables()).toEqual(['planted_0001', 'planted_0003', 'planted_0004']);
    expect(await refusals(story)).toMatchObject([
      {
        merge: { commit: pushed, pullRequest: null, paths: [{ path: 'db/0002.sql' }] },
        outcome: { reason: 'unreviewed-push' },
      },
      { merge: { pullRequest: null, paths: [{ path: 'db/0002.sql' }] } },
    ]);
    const job = first.result.jobs['apply-staging'];
    expect(job?.summary).toMatch(/## Refused[^]*Direct push[^]*nobody reviewed it\. Revert it/);
    expect(applyStep(job)?.outputs).toMatchObject({ outcome: 'refused', applied: '1' });
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);

test(
  'an approval counts as of the merge: dismissed before or given after it does not, dismissed after it does',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { shop } = story;
    const dismissed = await story.propose(table('0001'));
    const early = shop.review(dismissed, 'dana', 'APPROVED');
    shop.dismissReview(dismissed, early.id, 'greta', 'planted');
    await shop.merge(dismissed, 'merge', 'olivia');
    await push(story, { 'db/0001.sql': null });
    const bypassed = await story.propose(table('0002'));
    await shop.merge(bypassed, 'squash', 'olivia');
    shop.review(bypassed, 'dana', 'APPROVED');
    await push(story, { 'db/0002.sql': null });
    const own = await story.propose(table('0003'));
    shop.review(own, 'ivan', 'APPROVED');
    shop.review(own, 'mallory', 'APPROVED');
    await shop.merge(own, 'merge', 'olivia');
    await push(story, { 'db/0003.sql': null });
    const late = await story.propose(table('0004'));
    const approval = shop.review(late, 'dana', 'APPROVED');
    await shop.merge(late, 'merge', 'olivia');
    shop.dismissReview(late, approval.id, 'greta', 'planted');

    const { reports, result } = await story.run();

    const refused = ['refused', 'merged-without-approval', 'goes on'];
    const reverted = ['push', 'refused', 'unreviewed-push', 'goes on'];
    expect(outcomes(reports.staging)).toEqual([
      [dismissed, ...refused],
      reverted,
      [bypassed, ...refused],
      reverted,
      [own, ...refused],
      reverted,
      [late, 'applied'],
    ]);
    expect(await story.tables()).toEqual(['planted_0004']);
    const first = reports.staging?.merges[0]?.refusal?.because;
    expect(first?.[0]).toContain('@olivia merged it');
    expect(first?.[1]).toBe('@dana has to approve db/0001.sql.');
    expect(await refusals(story)).toMatchObject([
      { merge: { pullRequest: dismissed, mergedBy: 'olivia' } },
      { merge: { pullRequest: null } },
      { merge: { pullRequest: bypassed, mergedBy: 'olivia' } },
      { merge: { pullRequest: null } },
      { merge: { pullRequest: own, mergedBy: 'olivia' } },
      { merge: { pullRequest: null } },
    ]);
    expect(result.jobs['apply-staging']?.summary).toContain('&#64;olivia');
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);

test(
  'a merge that holds other bytes than the reviewed head is refused, whichever way it was merged',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { shop } = story;
    const evil = 'create table planted_evil (id int);\n';
    for (const [index, how] of (['merge', 'squash', 'rebase'] as const).entries()) {
      const path = `db/000${String(index)}.sql`;
      const number = await story.propose({ [path]: 'create table planted_good (id int);\n' });
      shop.review(number, 'dana', 'APPROVED');
      await shop.merge(number, how, 'olivia', { files: { [path]: evil } });
      await push(story, { [path]: null });
    }
    const hidden = await story.propose(table('0005'));
    shop.review(hidden, 'dana', 'APPROVED');
    await shop.merge(hidden, 'merge', 'olivia', { files: { 'db/0006.sql': evil } });

    const { reports, conclusion } = await story.run();

    const reverted = ['push', 'refused', 'unreviewed-push', 'goes on'];
    const refused = ['refused', 'other-bytes', 'goes on'];
    expect(conclusion).toBe('failure');
    expect(outcomes(reports.staging)).toEqual([
      [1, ...refused],
      reverted,
      [2, ...refused],
      reverted,
      [3, ...refused],
      reverted,
      [hidden, 'refused', 'other-bytes', 'stops'],
    ]);
    expect(reports.staging?.merges.at(-1)?.refusal?.because).toEqual([
      '"db/0006.sql" holds other bytes after the merge than at the head that was reviewed.',
    ]);
    expect(await story.tables()).toEqual([]);
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);

test(
  'control files that were pushed are recorded and judge nothing; what comes after waits until they are gone',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { shop } = story;
    const weak = policyOf().replace(/^approvals:.*\n/m, '');
    const pushed = await push(story, { '.sluice/policy.yml': weak });
    await push(story, { '.github/workflows/other.yml': idleWorkflow });
    const approved = await story.deliver(table('0001'));

    const waiting = await story.run();
    const unapproved = await story.propose(table('0002'));
    await shop.merge(unapproved, 'squash', 'olivia');
    await push(story, { '.sluice/policy.yml': policyOf() });
    const reverted = await story.run();

    const recorded = ['push', 'refused', 'unreviewed-push'];
    expect(outcomes(waiting.reports.staging)).toEqual([
      [...recorded, 'stops'],
      [...recorded, expect.any(String)],
      [approved, 'waits'],
    ]);
    expect(outcomes(reverted.reports.staging)).toEqual([
      [...recorded, 'goes on'],
      [...recorded, 'goes on'],
      [approved, 'applied'],
      [unapproved, 'refused', 'merged-without-approval', 'stops'],
      [...recorded, 'goes on'],
    ]);
    expect(await story.tables()).toEqual(['planted_0001']);
    expect((await refusals(story))[0]).toMatchObject({
      merge: { commit: pushed, pullRequest: null, paths: [{ path: '.sluice/policy.yml' }] },
    });
    expect(reverted.result.jobs['apply-staging']?.summary).toContain('Nothing waits for it.');
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);

test(
  'evidence that failed, is missing, or was exchanged on the way is refused with what to do',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { github, shop } = story;
    const { workflow, exchanged } = await workflows();
    await story.deliver({ 'db/0001.sql': 'alter table planted_nothing add column id int;\n' });

    const failed = await story.run();
    await push(story, { 'db/0001.sql': null });
    await push(story, { '.github/workflows/sluice.yml': exchanged });
    await story.deliver(table('0002'));
    const other = await story.run();
    await push(story, { '.github/workflows/sluice.yml': workflow });
    // Whoever may write deployments can say that all is applied: nothing is rehearsed then.
    const tip = await shop.requireTip('main');
    const creator = github.world.account('github-actions[bot]');
    const once = { id: github.world.nextId(), creator, createdAt: github.world.tick() };
    shop.deployments.push({
      ...once,
      sha: tip,
      fields: { ref: tip, task: 'sluice', environment: 'billing/staging' },
      statuses: [{ ...once, fields: { state: 'success' } }],
    });
    const missing = await story.run({ event: story.schedule() });

    expect([failed, other, missing].map(({ conclusion }) => conclusion)).toEqual(
      Array(3).fill('failure'),
    );
    expect(outcomes(failed.reports.staging)).toEqual([[1, 'refused', 'failed-rehearsal', 'stops']]);
    expect(failed.result.jobs['apply-staging']?.summary).toContain('Revert it, correct it');
    expect(other.result.jobs['apply-staging']?.summary).toMatch(
      /is not the one that the rehearsal wrote[^]*Nothing is taken from it\.[^]*Run the workflow again/,
    );
    expect(other.result.jobs['apply-staging']?.steps.at(-2)?.outputs['decision']).toBe('deny');
    expect(outcomes(missing.reports.staging)).toContainEqual([
      2,
      'refused',
      'no-evidence',
      'stops',
    ]);
    expect(missing.result.jobs['apply-staging']?.summary).toContain('rehearse');
    expect(await story.tables()).toEqual([]);
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);

/** As it is copied for one target, and one in which somebody exchanges the evidence before the apply. */
async function workflows(): Promise<{ readonly workflow: string; readonly exchanged: string }> {
  const workflow = await exampleApply({ one: true });
  const exchanged = await exampleApply({
    one: true,
    edit: (jobs) => {
      jobs['apply-staging']?.steps.splice(1, 0, { run: 'echo " " >> sluice-evidence.json' });
    },
  });
  return { workflow, exchanged };
}

test(
  'a workflow that is started on another branch gets no secret and applies nothing, edited or not',
  async () => {
    await using story = await startApplyStory({ server });
    const { github, shop } = story;
    const path = '.github/workflows/sluice.yml';
    const edits = {
      plain: await exampleApply({}),
      forced: await exampleApply({
        edit: (jobs) => {
          for (const job of Object.values(jobs)) delete job.if;
        },
      }),
      bare: await exampleApply({
        edit: (jobs) => {
          for (const job of Object.values(jobs)) {
            delete job.if;
            delete job.environment;
            job.permissions = { contents: 'write', deployments: 'write', 'pull-requests': 'read' };
          }
        },
      }),
    };
    const conclusions: Record<string, unknown> = {};
    for (const [branch, text] of Object.entries(edits)) {
      await shop.commit({ branch, files: { [path]: text, ...table('0001') }, by: 'mallory' });
      const event = workflowDispatchEvent(github, shop, { sender: 'mallory', branch });
      const { result } = await story.run({ event });
      conclusions[branch] = Object.values(result.jobs).map((job) => job.conclusion);
    }

    expect(conclusions).toEqual({
      plain: ['skipped', 'skipped', 'skipped', 'skipped'],
      forced: [expect.any(String), expect.stringMatching(/failure|skipped/), 'skipped', 'skipped'],
      bare: [expect.any(String), expect.stringMatching(/failure|skipped/), 'skipped', 'skipped'],
    });
    const processes = await story.processes();
    expect(processes.map(({ job }) => job)).toContain('apply-staging');
    for (const { environment } of processes)
      expect(Object.values(environment).join('\n')).not.toContain('postgres://');
    expect([...(await story.tables()), ...(await story.events())]).toEqual([]);
    expect(story.deployments()).toEqual([]);
  },
  limit,
);
