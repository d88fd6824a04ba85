import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPatient } from '../support/patience.ts';
import { pushEvent } from '../support/github/events.ts';
import { outcomes, startApplyStory, table } from '../support/apply-story.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server[Symbol.asyncDispose]());

const limit = 900_000;

test.runIf(isPatient)(
  'a target that cannot be reached and a host that does not answer apply nothing, and the next run does',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { github, urls } = story;
    await story.deliver(table('0001'));
    const wrong = new URL(urls.staging);
    wrong.password = 'planted-wrong-password';
    const nowhere = new URL(urls.staging);
    nowhere.searchParams.set('host', '/nowhere/planted');
    const withUrl = (url?: string) => ({
      environments: {
        'billing/staging': {
          branches: ['main'],
          secrets: url === undefined ? {} : { BILLING_STAGING_URL: url },
        },
      },
    });
    const ofCommit = { path: /^\/repos\/acme\/shop\/commits\/[^/]+\/pulls$/, method: 'GET' };
    const whileApplying = (fault: Parameters<typeof github.fail>[0]['fault']) => () => {
      let armed = true;
      github.hook({ when: 'before', path: /info\/refs$/, times: 50 }, async () => {
        const applies = (await story.processes()).some(
          ({ job, environment }) =>
            job === 'apply-staging' && environment['GITHUB_RUN_ID'] === newestRun(story.shop),
        );
        if (!armed || !applies) return;
        armed = false;
        github.fail({ ...ofCommit, fault, times: 20 });
      });
      return Promise.resolve();
    };
    const cases = {
      'no URL': [withUrl(), /BILLING_STAGING_URL/],
      'a wrong password': [withUrl(wrong.href), /database\/\w+/],
      'a server that is down': [withUrl(nowhere.href), /database\/\w+/],
      'no permission': [{ watch: whileApplying({ status: 403 }) }, /host\/forbidden/],
      'not found': [{ watch: whileApplying({ status: 404 }) }, /host\/not-found/],
      'a bad gateway': [{ watch: whileApplying('bad-gateway') }, /host\/unreachable/],
      'half an answer': [{ watch: whileApplying('malformed') }, /host\//],
      'no answer': [{ watch: whileApplying('close') }, /host\/unreachable/],
      'a limit for an hour': [
        {
          watch: whileApplying({ status: 403, headers: limited(), body: { message: 'API rate' } }),
        },
        /host\/rate-limit/,
      ],
    } as const;
    const said: Record<string, string> = {};
    for (const [name, [options, expected]] of Object.entries(cases)) {
      const { conclusion, result } = await story.run(options);
      const { summary = '', log = '', steps = [] } = result.jobs['apply-staging'] ?? {};
      said[name] = summary;
      expect(conclusion, name).toBe('failure');
      expect(summary, name).toMatch(expected);
      expect(`${summary}${log}`, name).not.toMatch(/planted|nowhere/);
      expect(log, name).toMatch(/##\[error\]Sluice could not decide, so nothing is allowed\./);
      expect(steps.at(-2)?.outputs, name).toMatchObject({ decision: 'deny', outcome: '' });
      github.calm();
    }
    const nothing = { tables: await story.tables(), events: await story.events() };
    github.fail({ ...ofCommit, fault: 'secondary-limit', times: 1 });
    const { reports } = await story.run();

    expect(nothing).toEqual({ tables: [], events: [] });
    expect(outcomes(reports.staging)).toEqual([[1, 'applied']]);
    expect((await story.audit()).code).toBe(0);
    for (const summary of Object.values(said))
      expect(summary.match(/[.!?](?=\s|$)/gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
  },
  limit,
);

function newestRun({ runs }: { readonly runs: readonly { readonly id: number }[] }): string {
  return String(runs.at(-1)?.id);
}

function limited(): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
  };
}

test.runIf(isPatient)(
  'a ledger that somebody changed stops everything, and the audit says where',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    await story.deliver(table('0001'));
    await story.run();
    await using session = await story.connect();
    const triggers = await session.query(
      "select quote_ident(tgname) as name from pg_trigger where tgrelid = 'sluice.audit_record'::regclass",
    );
    const guards = (what: string) =>
      triggers.map(({ name }) => `alter table sluice.audit_record ${what} trigger ${String(name)}`);
    for (const query of [
      ...guards('disable'),
      "update sluice.audit_record set body = replace(body, 'dana', 'eve')",
      ...guards('enable always'),
    ])
      await session.query(query);
    await story.deliver(table('0002'));

    const { conclusion, result } = await story.run();

    expect(conclusion).toBe('failure');
    expect(result.jobs['apply-staging']?.summary).toMatch(/record|ledger|chain/i);
    expect(await story.tables()).toEqual(['planted_0001']);
    expect(await story.audit()).toMatchObject({ code: 1, output: expect.stringMatching(/1/) });
  },
  limit,
);

test.runIf(isPatient)(
  'a branch that was pushed by force neither repeats nor forgets what is applied',
  async () => {
    await using story = await startApplyStory({ server, one: true });
    const { github, shop } = story;
    const before = await shop.requireTip('main');
    await story.deliver(table('0001'));
    await story.run();
    const files = { ...table('0001') };
    await shop.commit({ branch: 'main', onto: before, files, by: 'mallory', message: 'planted' });
    const rewritten = await story.run();
    await story.deliver(table('0002'));
    const onward = await story.run();

    expect(pushEvent(github, shop, 'main').payload['forced']).toBe(false);
    expect(outcomes(rewritten.reports.staging)).toEqual([['push', 'held']]);
    expect(outcomes(onward.reports.staging)).toEqual([
      ['push', 'held'],
      [2, 'applied'],
    ]);
    expect(await story.tables()).toEqual(['planted_0001', 'planted_0002']);
    expect(await story.events()).toEqual(['apply.committed', 'apply.committed']);
    expect((await story.audit()).code).toBe(0);
  },
  limit,
);
