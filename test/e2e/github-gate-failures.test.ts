import { describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { isPatient } from '../support/patience.ts';
import { policy, type Story, tell } from '../support/gate-story.ts';
import type { Fault } from '../support/github/faults.ts';
import type { PullRequest } from '../support/github/repository.ts';

// Most of the time of these stories is waiting: for the distance between writes, and between tries.
vi.setConfig({ maxConcurrency: 10 });

/** The gate's job alone: what is proposed here holds no SQL, so there is nothing to rehearse. */
function gateAlone(text: string): string {
  const { jobs, ...workflow } = parse(text) as { jobs: Record<string, object> };
  return stringify({ ...workflow, jobs: { gate: { ...jobs['gate'], needs: undefined } } });
}

const workflow = gateAlone;

const teamOwned = {
  '.sluice/policy.yml': policy.replace('@gina', '@acme/guards'),
  '.sluice/teams.yml': 'version: 1\nteams:\n  acme/guards: [gina]\n',
};

/** A pull request that only the guardians have to approve, and which they approved. */
async function approved(story: Story): Promise<PullRequest> {
  const pull = await story.propose({ '.sluice/notes.yml': 'planted: 1\n' });
  story.shop.review(pull.number, 'gina', 'APPROVED');
  return pull;
}

const calls = {
  'the pull request': { method: 'GET', path: /\/pulls\/\d+$/ },
  'the reviews': { method: 'GET', path: /\/reviews$/ },
  'what somebody may do': { method: 'GET', path: /\/permission$/ },
  'who pushed': { method: 'GET', path: /\/activity$/ },
  'who proposes the commit': { method: 'GET', path: /\/commits\/\w+\/pulls$/ },
  'the verdicts': { method: 'GET', path: /\/statuses$/ },
  'writing the verdict': { method: 'POST', path: /\/statuses\// },
  'a team': { method: 'GET', path: /\/teams\// },
  'the comments': { method: 'GET', path: /\/comments$/ },
  'writing the comment': { method: 'POST', path: /\/comments$/ },
  git: { path: /\.git\/info\/refs$/ },
} as const;

type Call = keyof typeof calls;

const faults = {
  'no permission': { status: 403, body: { message: 'planted: not accessible by integration' } },
  'nothing there': { status: 404, body: { message: 'planted: Not Found' } },
  'what cannot be processed': { status: 422, body: { message: 'planted: Validation Failed' } },
  'too many requests': {
    status: 429,
    headers: { 'retry-after': '1' },
    body: { message: 'planted: You have exceeded a secondary rate limit.' },
  },
  'a secondary limit': 'secondary-limit',
  'a bad gateway': 'bad-gateway',
  'a lost connection': 'close',
  'half an answer': 'malformed',
} as const satisfies Record<string, Fault>;

const allowed = ['success', 'Allowed: approved by @gina'];
const always = 1000;

type Ending = {
  readonly call: Call;
  readonly fault: keyof typeof faults;
  /** Once, unless it is for ever. */
  readonly times?: number;
  /** Of the refusal. */
  readonly code?: string;
  /** With a code, `error` unless no verdict could be written. */
  readonly verdict?: readonly string[] | 'none';
};

const endings: readonly Ending[] = [
  ...(['the pull request', 'writing the verdict'] as const).map((call): Ending => ({
    call,
    fault: 'no permission',
    times: always,
    code: 'host/forbidden',
    verdict: 'none',
  })),
  ...(
    [
      'the reviews',
      'what somebody may do',
      'who proposes the commit',
      'the verdicts',
      'git',
    ] as const
  ).map((call): Ending => ({
    call,
    fault: 'no permission',
    times: always,
    code: 'host/forbidden',
  })),
  {
    call: 'who pushed',
    fault: 'no permission',
    times: always,
    verdict: ['failure', 'Needs @acme/guards'],
  },
  ...(['a team', 'the comments', 'writing the comment'] as const).map((call): Ending => ({
    call,
    fault: 'no permission',
    times: always,
  })),
  {
    call: 'the pull request',
    fault: 'nothing there',
    times: always,
    code: 'host/not-found',
    verdict: 'none',
  },
  { call: 'the reviews', fault: 'nothing there', times: always, code: 'host/not-found' },
  { call: 'the reviews', fault: 'what cannot be processed', times: always, code: 'host/refused' },
  {
    call: 'writing the verdict',
    fault: 'what cannot be processed',
    times: always,
    code: 'host/refused',
    verdict: 'none',
  },
  { call: 'the reviews', fault: 'too many requests' },
  { call: 'the reviews', fault: 'too many requests', times: always, code: 'host/rate-limit' },
  { call: 'writing the verdict', fault: 'a secondary limit' },
  { call: 'the reviews', fault: 'a bad gateway' },
  { call: 'writing the verdict', fault: 'a bad gateway' },
  { call: 'git', fault: 'a bad gateway' },
  { call: 'the reviews', fault: 'a bad gateway', times: always, code: 'host/unreachable' },
  { call: 'git', fault: 'a bad gateway', times: always, code: 'host/unreachable' },
  { call: 'the reviews', fault: 'a lost connection' },
  { call: 'writing the comment', fault: 'a lost connection' },
  { call: 'the verdicts', fault: 'a lost connection', times: always, code: 'host/unreachable' },
  { call: 'the reviews', fault: 'half an answer', times: always, code: 'host/answer' },
];

/** `npm run faults` plays all of them. */
function isFirstOfItsFault({ fault, code }: Ending, at: number): boolean {
  const first = endings.findIndex(
    (one) => one.fault === fault && (one.code === undefined) === (code === undefined),
  );
  return first === at && !(fault === 'a lost connection' && code !== undefined);
}

describe.concurrent('when GitHub does not answer as it should', { timeout: 600_000 }, () => {
  test.each(isPatient ? endings : endings.filter(isFirstOfItsFault))(
    '$call meets $fault (times: $times, code: $code)',
    async ({ call, fault, times = 1, code, verdict }) => {
      await tell({ workflow, files: teamOwned }, async (story) => {
        const pull = await approved(story);
        story.github.fail({ ...calls[call], fault: faults[fault], times });

        const { gate } = await story.opened(pull);

        const ended =
          code === undefined
            ? allowed
            : ['error', `Sluice could not decide (${code}), so nothing is allowed.`];
        expect(story.verdict(pull.head)).toEqual(
          verdict === 'none' ? undefined : (verdict ?? ended),
        );
        expect(gate.conclusion).toBe(code === undefined ? 'success' : 'failure');
        if (code !== undefined) expectRefusal(gate, code);
      });
    },
  );
});

/** In the log the code and the way out; in the summary what happened, why it matters and what to do. */
function expectRefusal(gate: { readonly log: string; readonly summary: string }, code: string) {
  expect(gate.log).toContain(`nothing is allowed. ${code}: `);
  const [, message = ''] = /```text\n([^]*?)\n\s+\w+\/[\w-]+: /.exec(gate.summary) ?? [];
  const sentences = message.split(/\.(?:\s|$)/).filter((sentence) => sentence.trim() !== '');
  expect(sentences.length).toBeGreaterThanOrEqual(3);
  expect(gate.summary).toContain(code);
}

describe.concurrent('an older success', { timeout: 600_000 }, () => {
  const begin = async (story: Story): Promise<PullRequest> => {
    const pull = await approved(story);
    await story.opened(pull);
    expect(story.states(pull.head)).toEqual(['pending', 'success']);
    return pull;
  };

  test('does not remain when an answer breaks off', () =>
    tell({ workflow }, async (story) => {
      const pull = await begin(story);
      story.github.fail({ ...calls['the reviews'], fault: 'malformed', times: always });

      const { gate } = await story.dispatched(pull);

      expect(gate.conclusion).toBe('failure');
      expect(story.states(pull.head).slice(2)).toEqual(['pending', 'error']);
    }));

  test.runIf(isPatient)('does not remain when the connection is lost before the verdict', () =>
    tell({ workflow }, async (story) => {
      const pull = await begin(story);
      story.github.hook({ ...calls['writing the verdict'], when: 'after' }, () => {
        story.github.fail({ path: /./, fault: 'close', times: always });
      });

      const { gate } = await story.dispatched(pull);

      expect(gate.conclusion).toBe('failure');
      expect(story.states(pull.head).slice(2)).toEqual(['pending']);
    }),
  );

  test('does not remain when nobody can tell what a dismissed review was about', () =>
    tell({ workflow }, async (story) => {
      const pull = await begin(story);
      const { id } = pull.reviews[0]!;
      story.github.fail({ method: 'GET', path: /\/pulls$/, fault: faults['no permission'] });

      const { gate } = await story.dismissed(pull, id);

      expectRefusal(gate, 'host/forbidden');
      expect(story.states(pull.head).slice(2)).toEqual(['error']);
    }));

  test('does not remain when the machine stops', () =>
    tell({ workflow }, async (story) => {
      const pull = await begin(story);
      story.github.fail({ ...calls['the reviews'], fault: 'hang', times: always });

      const { gate } = await story.dispatched(pull, { timeout: 10_000 });

      expect(gate.conclusion).toBe('failure');
      expect(story.states(pull.head).slice(2)).toEqual(['pending']);
    }));
});

describe.concurrent('what changes while a run works', { timeout: 600_000 }, () => {
  test.each([
    ['before it looks again', { ...calls['what somebody may do'], when: 'after' }],
    ['before it writes its verdict', { ...calls['the verdicts'], when: 'before' }],
  ] as const)('a newer run has the word: %s', async (_name, hook) => {
    await tell({ workflow }, async (story) => {
      const pull = await story.propose({ '.sluice/notes.yml': 'planted: 1\n' });
      const { id } = story.shop.review(pull.number, 'gina', 'APPROVED');
      const newer: Promise<unknown>[] = [];
      story.github.hook(hook, async () => {
        newer.push(story.dismissed(pull, id));
        await newer[0];
      });

      const { gate } = await story.opened(pull);
      // On a busy machine the older run gives up waiting for its answer, and asks again, before the newer ends.
      await Promise.all(newer);

      expect(gate.log).toContain('A newer run has begun and has the word');
      expect(story.states(pull.head)).toEqual(['pending', 'pending', 'failure']);
      expect(story.verdict(pull.head)).toEqual(['failure', 'Needs @gina']);
      expect(story.comments(pull)).toEqual([expect.stringContaining('Waiting')]);
    });
  });

  test('a new head: the verdict is about that one', () =>
    tell({ workflow }, async (story) => {
      const pull = await approved(story);
      const old = pull.head;
      story.github.hook({ ...calls['what somebody may do'], when: 'after' }, async () => {
        const files = { '.sluice/notes.yml': 'planted: 2\n' };
        await story.shop.commit({ branch: pull.headBranch, files, by: 'ivan' });
      });

      await story.opened(pull);

      expect(story.states(old)).toEqual(['pending']);
      expect(story.states(pull.head)).toEqual(['pending', 'failure']);
      expect(story.comments(pull)).toEqual([expect.stringContaining('approved an older commit')]);
    }));

  test('a forced push: the verdict is about what is there then', () =>
    tell({ workflow }, async (story) => {
      const pull = await approved(story);
      const old = pull.head;
      story.github.hook({ ...calls['the reviews'], when: 'before' }, async () => {
        const files = { 'README.md': 'Hello\n' };
        const onto = await story.shop.requireTip('main');
        await story.shop.commit({ branch: pull.headBranch, files, by: 'ivan', onto });
      });

      await story.opened(pull);

      expect(story.states(old)).toEqual(['pending']);
      expect(story.verdict(pull.head)).toEqual(['success', 'Nothing here is governed.']);
    }));

  test('a dismissed review, after it was counted: nothing is allowed by it', () =>
    tell({ workflow }, async (story) => {
      const pull = await story.propose({ '.sluice/notes.yml': 'planted: 1\n' });
      const { id } = story.shop.review(pull.number, 'gina', 'APPROVED');
      story.github.hook({ ...calls['what somebody may do'], when: 'after' }, () =>
        story.shop.dismissReview(pull.number, id, 'olivia'),
      );

      await story.opened(pull);

      expect(story.states(pull.head)).toEqual(['pending', 'failure']);
      expect(story.comments(pull)).toEqual([expect.stringContaining('Waiting')]);
    }));

  test.each([
    [
      'the policy',
      { '.sluice/policy.yml': policy.replace('@gina', '@erin') },
      ['failure', 'Needs @erin'],
    ],
    ['the tip of the target branch', { 'README.md': 'New\n' }, allowed],
  ])('%s: what is there then counts', async (_name, files, verdict) => {
    await tell({ workflow }, async (story) => {
      const pull = await approved(story);
      story.github.hook({ ...calls['what somebody may do'], when: 'after' }, () =>
        story.onMain(files),
      );

      const { gate } = await story.opened(pull);

      expect(story.verdict(pull.head)).toEqual(verdict);
      const looks = gate.requests.filter(({ path }) => path.endsWith('/activity'));
      expect(looks).toHaveLength(2);
    });
  });

  test('a deleted branch: the pull request is closed, and nothing is allowed', () =>
    tell({ workflow }, async (story) => {
      const pull = await approved(story);
      story.github.hook({ ...calls['the reviews'], when: 'before' }, () =>
        story.shop.deleteBranch(pull.headBranch, 'ivan'),
      );

      const { gate } = await story.opened(pull);

      expect(gate.log).toContain('The pull request is closed, so nothing was written.');
      expect(story.states(pull.head)).toEqual(['pending']);
    }));

  test('a deleted target branch: there is nothing to judge against', () =>
    tell({ workflow }, async (story) => {
      await story.shop.moveBranch('release', await story.shop.requireTip('main'), 'olivia');
      const files = { '.sluice/notes.yml': 'planted: 1\n' };
      const pull = await story.propose(files, { base: 'release' });
      story.github.hook({ ...calls.git, when: 'before' }, () =>
        story.shop.deleteBranch('release', 'olivia'),
      );

      const { gate } = await story.opened(pull);

      expectRefusal(gate, 'host/git');
      expect(story.states(pull.head, 'release')).toEqual(['pending', 'error']);
    }));

  test('what never comes to rest is refused', () =>
    tell({ workflow }, async (story) => {
      const pull = await approved(story);
      let count = 0;
      story.github.hook({ ...calls['who pushed'], when: 'before', times: always }, () => {
        count += 1;
        return story.onMain({ 'README.md': `${String(count)}\n` });
      });

      const { gate } = await story.opened(pull);

      expectRefusal(gate, 'host/unsettled');
      expect(story.states(pull.head)).toEqual(['pending', 'error']);
    }));

  test('a deleted fork: who pushed is not known, so no approval counts', () =>
    tell({ workflow, private: false }, async (story) => {
      const fork = await story.github.fork('acme/shop', 'mallory');
      const files = { '.sluice/notes.yml': 'planted: 1\n' };
      await fork.commit({ branch: 'topic', files, by: 'mallory' });
      const opening = { head: 'mallory:topic', title: 'Notes', author: 'mallory' };
      const pull = await story.shop.openPullRequest(opening);
      story.shop.review(pull.number, 'gina', 'APPROVED');
      fork.forget();

      await story.dispatched(pull);

      expect(story.verdict(pull.head)).toEqual(['failure', 'Needs @gina']);
      expect(story.comments(pull)).toEqual([
        expect.stringContaining('It is not known who pushed last'),
      ]);
    }));
});
