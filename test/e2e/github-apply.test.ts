import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  applyStep,
  outcomes,
  policyOf,
  startApplyStory,
  table,
  targets,
  until,
} from '../support/apply-story.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server[Symbol.asyncDispose]());

const limit = 900_000;

test(
  'what was approved and merged reaches staging, then production, whichever way it was merged',
  async () => {
    await using story = await startApplyStory({ server });
    const { shop } = story;
    const one = await story.deliver(table('0001'), 'merge');
    const two = await story.deliver(table('0002'), 'squash');
    const three = await story.propose(table('0003'), table('0004'));
    shop.review(three, 'dana', 'APPROVED');
    await shop.merge(three, 'rebase', 'olivia');
    await shop.deleteBranch('change-1', 'ivan');

    const first = await story.run();
    const second = await story.run({ event: story.schedule() });

    expect([first.conclusion, second.conclusion]).toEqual(['success', 'success']);
    const commits = [one, two, three].map((number) => shop.pull(number).mergeCommit);
    for (const target of targets) {
      expect(first.reports[target]).toMatchObject({
        target: `billing/${target}`,
        branch: 'main',
        tip: commits[2],
        outcome: 'applied',
        merges: [
          { commit: commits[0], pullRequest: { number: 1, how: 'merge' }, mergedBy: 'olivia' },
          { commit: commits[1], pullRequest: { number: 2, how: 'squash' } },
          { commit: commits[2], pullRequest: { number: 3, how: 'rebase' } },
        ],
      });
      expect(outcomes(first.reports[target])).toEqual([
        [1, 'applied'],
        [2, 'applied'],
        [3, 'applied'],
      ]);
      expect(outcomes(second.reports[target])).toEqual([[3, 'held']]);
      const names = ['0001', '0002', '0003', '0004'];
      expect(await story.tables(target)).toEqual(names.map((name) => `planted_${name}`));
      expect(await story.events(target)).toEqual(Array(4).fill('apply.committed'));
      expect(await story.audit(target)).toMatchObject({
        code: 0,
        output: expect.stringMatching(
          /4 records\. The chain is whole\.[^]*pull request 3.*\n\s*who: human @ivan; approved by @dana/,
        ),
      });
      expect(story.deployments(target)).toEqual(
        commits.map((commit) => [commit, 'in_progress', 'success']),
      );
      const outputs = [first, second].map(
        ({ result }) => applyStep(result.jobs[`apply-${target}`])?.outputs,
      );
      expect(outputs).toMatchObject([
        { outcome: 'applied', applied: '4' },
        { outcome: 'nothing-to-do', applied: '0' },
      ]);
      const summaries = [first, second].map(
        ({ result }) => result.jobs[`apply-${target}`]?.summary,
      );
      expect(summaries[0]).toContain(`## Applied 4 units to <code>billing/${target}</code>`);
      expect(summaries[1]).toContain('## Nothing to do');
    }
  },
  limit,
);

test(
  'the job that rehearses holds no credential of a target and may write nothing',
  async () => {
    await using story = await startApplyStory({ server });
    await story.deliver(table('0001'));

    const { result } = await story.run();

    const held = (await story.processes()).map(({ job, environment }) => [
      job,
      Object.keys(environment).filter((name) => name.startsWith('BILLING_')),
      Object.values(environment).filter((value) => value.includes('postgres://')).length,
    ]);
    expect(Object.fromEntries(held.map(([job, ...rest]) => [job, rest]))).toEqual({
      'rehearse-staging': [[], 0],
      'apply-staging': [['BILLING_STAGING_URL'], 1],
      'rehearse-production': [[], 0],
      'apply-production': [['BILLING_PRODUCTION_URL', 'BILLING_STAGING_URL'], 2],
    });
    expect(
      Object.values(result.jobs).map(({ id, permissions, environment }) => [
        id,
        permissions,
        environment,
      ]),
    ).toEqual(
      targets.flatMap((target) => [
        [
          `rehearse-${target}`,
          { actions: 'read', contents: 'read', deployments: 'read', 'pull-requests': 'read' },
          undefined,
        ],
        [
          `apply-${target}`,
          { actions: 'read', contents: 'read', deployments: 'write', 'pull-requests': 'read' },
          `billing/${target}`,
        ],
      ]),
    );
  },
  limit,
);

test(
  'a run that dies in the middle, or loses its connection, is finished by the next one, exactly once',
  async () => {
    const policy = policyOf('limits: { lock-timeout: 2min }\n');
    await using story = await startApplyStory({ server, one: true, policy });
    const { github, shop } = story;
    await story.deliver(table('0001'));
    await story.run();
    const fork = await github.fork('acme/shop', 'ivan');
    const alter = { 'db/0003.sql': 'alter table planted_0001 add column planted int;\n' };
    await fork.commit({ branch: 'work', files: { ...table('0002'), ...alter }, by: 'ivan' });
    await shop.openPullRequest({ head: 'ivan:work', title: 'planted', author: 'ivan' });
    shop.review(2, 'dana', 'APPROVED');
    await shop.merge(2, 'squash', 'olivia');
    await story.deliver(table('0004'));

    await using blocker = await story.connect();
    await using other = await story.connect();
    const waiting = `from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and application_name like 'sluice%'`;
    const atTheLock = async (then: () => Promise<unknown>): Promise<void> => {
      await until(async () => (await other.query(`select 1 ${waiting}`)).length > 0);
      await then();
    };
    await blocker.query('begin');
    await blocker.query('lock table planted_0001 in access share mode');

    const killed = await story.run({
      watch: () =>
        atTheLock(async () => {
          const ran = (await story.processes()).filter(({ job }) => job === 'apply-staging');
          const [applying] = ran.filter(({ pid }) => isRunning(pid));
          process.kill(applying!.pid, 'SIGKILL');
        }),
    });
    await other.query(`select pg_terminate_backend(pid) ${waiting}`);
    const lost = await story.run({
      event: story.schedule(),
      watch: () => atTheLock(() => other.query(`select pg_terminate_backend(pid) ${waiting}`)),
    });
    const between = { tables: await story.tables(), events: await story.events() };
    await blocker.query('rollback');
    const finished = await story.run({ event: story.schedule() });

    expect([killed, lost, finished].map(({ conclusion }) => conclusion)).toEqual([
      'failure',
      'failure',
      'success',
    ]);
    expect(applyStep(killed.result.jobs['apply-staging'])?.outputs).toEqual({});
    expect(killed.reports.staging).toBeUndefined();
    expect(lost.result.jobs['apply-staging']?.summary).toMatch(/connection|ended|lost/i);
    expect(between).toEqual({
      tables: ['planted_0001', 'planted_0002'],
      events: ['apply.committed', 'apply.committed'],
    });
    expect(outcomes(finished.reports.staging)).toEqual([
      [2, 'applied'],
      [3, 'applied'],
    ]);
    expect(finished.reports.staging?.merges[0]?.units.map(({ kind }) => kind)).toEqual([
      'already-applied',
      'applied',
    ]);
    expect(await story.tables()).toEqual(['planted_0001', 'planted_0002', 'planted_0004']);
    expect(await story.events()).toEqual(Array(4).fill('apply.committed'));
    expect((await story.audit()).code).toBe(0);
    expect(story.deployments().map(([, ...states]) => states)).toEqual([
      ['in_progress', 'success'],
      ['in_progress'],
      ['in_progress', 'failure'],
      ['in_progress', 'success'],
      ['in_progress', 'success'],
    ]);
  },
  limit,
);

test(
  'names from pull requests stay names: in the log, the summary, the outputs and the report',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { shop } = story;
    const image = '`</code><img src=x onerror=planted(1)>`';
    const runs = { [`db/0001_${image} @everybody #1 ::error::planted.sql`]: 'select 1;\n' };
    const branch = "planted/$(id)';`id`#1-@everybody";
    await shop.commit({ branch, files: runs, by: 'ivan', message: '::set-output name=a::planted' });
    const title = `${image} ##[set-output name=outcome;]applied`;
    await shop.openPullRequest({ head: branch, title, author: 'ivan', body: title });
    shop.review(1, 'dana', 'APPROVED', { body: title });
    await shop.merge(1, 'merge', 'planted-merger');
    await shop.deleteBranch(branch, 'ivan');
    await shop.commit({
      branch: 'main',
      files: { 'db/0002_\n::error::planted\r##[add-mask]a\u202e\u001b[31m.sql': 'select 2;\n' },
      by: 'mallory',
    });

    const { reports, result } = await story.run();

    const job = result.jobs['apply-staging'];
    const { summary = '', log = '' } = job ?? {};
    expect(outcomes(reports.staging)).toEqual([
      [1, 'applied'],
      ['push', 'refused', 'unreviewed-push', expect.any(String)],
    ]);
    expect(applyStep(job)?.outputs).toMatchObject({ outcome: 'refused', applied: '1' });
    expect(log).not.toMatch(/img|set-output|add-mask/);
    expect(summary).toContain('onerror');
    expect(summary).not.toMatch(/<img|@everybody|@planted|^::|##\[/m);
    expect(summary.replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>]/);
    expect(JSON.stringify(shop.deployments)).not.toContain('planted');
    const { output } = await story.audit();
    expect(output).not.toMatch(/^::/m);
    for (const character of ['\u202e', '\u001b', '\r'])
      expect(`${summary}${output}`).not.toContain(character);
  },
  limit,
);

/** Earlier runs have left their ids, which start again from 1 one day. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
