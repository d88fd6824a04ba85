import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomes, startApplyStory, table, targets } from '../support/apply-story.ts';
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
        ({ result }) => result.jobs[`apply-${target}`]?.steps[1]?.outputs,
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
