import { describe, expect, test } from 'vitest';
import type { Actor } from '../domain/actor.ts';
import type { Review } from '../domain/approval.ts';
import type { Change, CommitSha, PullRequest, Unit } from '../domain/change.ts';
import type { Clearance } from '../domain/clearance.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding, RuleId } from '../domain/finding.ts';
import type { Policy } from '../domain/policy.ts';
import { standingOf } from './approvals.ts';
import { clear, clearExternal, verifyClearance } from './clear.ts';
import { steeredActor } from './steering.ts';
import { parseCodeowners } from './codeowners.ts';
import { decide, enforced, type DecisionInput } from './decide.ts';
import { nextSteps } from './explain.ts';

const head = 'a'.repeat(40) as CommitSha;
const older = 'b'.repeat(40);
const ivan: Actor = { kind: 'human', login: 'ivan', onBehalfOf: [] };
const robo: Actor = { kind: 'agent', login: 'claude[bot]', onBehalfOf: ['ivan'] };

const policy: Policy = {
  digest: digestOf('policy'),
  mode: 'enforce',
  apply: 'sluice',
  databases: [
    {
      name: 'billing',
      paths: ['db/**'],
      layout: 'plain',
      targets: [{ database: 'billing', name: 'production', urlVariable: 'URL' }],
    },
  ],
  rules: [],
  guardians: [{ kind: 'user', login: 'gina' }],
  fallbackOwners: [],
  agents: ['machine-user'],
  limits: { lockTimeoutMs: 1, statementTimeoutMs: 1 },
};

let serial = 0;
function review(login: string, state: Review['state'], more: Partial<Review> = {}): Review {
  serial++;
  const submittedAt = `2026-01-01T00:00:00.${String(serial).padStart(3, '0')}Z`;
  return { id: String(serial), login, account: 'human', state, commit: head, submittedAt, ...more };
}

function pullRequest(reviews: readonly Review[], more: Partial<PullRequest> = {}): PullRequest {
  const writers = ['ivan', 'olga', 'bea', 'gina', 'machine-user', 'claude[bot]', 'pia'];
  return {
    number: 7,
    title: 'A change',
    targetBranch: 'main',
    author: ivan,
    lastPusher: 'pia',
    reviews,
    permissions: new Map(writers.map((login) => [login, 'write'])),
    teams: new Map([['acme/dba', ['olga', 'ivan']]]),
    ...more,
  };
}

function change(request: PullRequest, files: Change['files'] = [added('db/1.sql')]): Change {
  return { pullRequest: request, base: 'c'.repeat(40) as CommitSha, head, files };
}

function added(path: string): Change['files'][number] {
  return { path, status: 'added', entry: 'file', blob: 'd'.repeat(40) };
}

function input(request: PullRequest, more: Partial<DecisionInput> = {}): DecisionInput {
  return {
    change: change(request),
    policy,
    codeowners: parseCodeowners('*.sql @acme/dba\n'),
    governed: ['db/1.sql'],
    refused: [],
    findings: [],
    assessment: { score: 0, level: 'low', destructive: false, unknown: false, reasons: [] },
    evidence: 'completed',
    targets: ['production'],
    ...more,
  };
}

const workflow: Parameters<typeof steeredActor>[0] = {
  author: { login: 'github-actions[bot]', account: 'bot' },
  commits: [],
  agents: [],
};

const destructive: Partial<DecisionInput> = {
  assessment: { score: 60, level: 'high', destructive: true, unknown: false, reasons: [] },
};
const unknown: Partial<DecisionInput> = {
  assessment: { score: 30, level: 'medium', destructive: false, unknown: true, reasons: [] },
};
const denying: Finding = {
  rule: 'server-access' as RuleId,
  axis: 'privilege',
  level: 'critical',
  message: 'It reads a file of the server.',
  why: 'It matters.',
  instead: 'Remove it.',
  place: { path: 'db/1.sql', line: 3, column: 1, offset: 9 },
  unitId: 'db/1.sql',
  statement: 0,
  destructive: false,
  unknown: false,
  denies: true,
  source: 'static',
};

const olga = () => review('olga', 'approved');

describe('which reviews count', () => {
  const cases: readonly (readonly [
    string,
    readonly Review[],
    Partial<PullRequest>,
    readonly string[],
    readonly string[],
  ])[] = [
    ['an approval of the head', [olga()], {}, ['olga'], []],
    ['a comment after an approval', [olga(), review('olga', 'commented')], {}, ['olga'], []],
    [
      'changes requested after an approval',
      [olga(), review('olga', 'changes-requested')],
      {},
      [],
      [],
    ],
    [
      'an approval after changes requested',
      [review('olga', 'changes-requested'), olga()],
      {},
      ['olga'],
      [],
    ],
    ['an approval before a dismissed one', [olga(), review('olga', 'dismissed')], {}, [], []],
    ['an approval after a dismissal', [review('olga', 'dismissed'), olga()], {}, ['olga'], []],
    [
      'equal times, decided by the id',
      [
        review('olga', 'approved', { id: '10', submittedAt: '2026-01-01T00:00:00Z' }),
        review('olga', 'dismissed', { id: '9', submittedAt: '2026-01-01T00:00:00.000Z' }),
      ],
      {},
      ['olga'],
      [],
    ],
    [
      'an older commit',
      [review('olga', 'approved', { commit: older })],
      {},
      [],
      ['@olga approved an older commit (bbbbbbbbbbbb).'],
    ],
    [
      'another target branch',
      [review('olga', 'approved', { beforeRetarget: true })],
      {},
      [],
      ['@olga approved it for another target branch, which shows another difference.'],
    ],
    [
      'an agent that it may have been asked by',
      [olga()],
      { author: { ...robo, onBehalfOf: [] }, assignees: ['olga'] },
      [],
      ['@olga is assigned to a pull request of @claude[bot], as whoever asks an agent is.'],
    ],
    ['a person who asked for a review', [olga()], { assignees: ['olga'] }, ['olga'], []],
    [
      'another target branch, and then this one',
      [review('olga', 'approved', { beforeRetarget: true }), olga()],
      {},
      ['olga'],
      [],
    ],
    [
      'a lost commit',
      [
        {
          id: '1',
          login: 'olga',
          account: 'human',
          state: 'approved',
          submittedAt: '2026-01-01T00:00:00Z',
        },
      ],
      {},
      [],
      ['@olga approved a commit that is no longer known.'],
    ],
    ['the author', [review('ivan', 'approved')], {}, [], ['@ivan is the author of the change.']],
    ['the last pusher', [review('pia', 'approved')], {}, [], ['@pia pushed last.']],
    [
      'the person behind the agent',
      [review('ivan', 'approved')],
      { author: robo },
      [],
      ['@ivan asked @claude[bot] for this change.'],
    ],
    [
      'a bot',
      [review('claude[bot]', 'approved', { account: 'bot' })],
      {},
      [],
      ['@claude[bot] is no person; bots and agents cannot approve.'],
    ],
    [
      'a machine user that the policy names',
      [review('machine-user', 'approved')],
      {},
      [],
      ['@machine-user is no person; bots and agents cannot approve.'],
    ],
    [
      'somebody without write access',
      [review('rita', 'approved')],
      { permissions: new Map([['rita', 'triage']]) },
      [],
      ['@rita has no write access.'],
    ],
    [
      'after the merge',
      [review('olga', 'approved', { submittedAt: '2026-02-01T00:00:00.001Z' })],
      { mergedAt: '2026-02-01T00:00:00Z' },
      [],
      [],
    ],
    [
      'at the moment of the merge',
      [review('olga', 'approved', { submittedAt: '2026-02-01T00:00:00.000Z' })],
      { mergedAt: '2026-02-01T00:00:00Z' },
      ['olga'],
      [],
    ],
  ];

  test.each(cases)('%s', (_name, reviews, more, counting, why) => {
    const standing = standingOf(change(pullRequest(reviews, more)), policy.agents);

    expect(standing.approvals.map(({ login }) => login)).toEqual(counting);
    expect(standing.disregarded.map((review) => review.why)).toEqual(why);
  });

  test('nobody counts when it is not known who pushed last', () => {
    const { lastPusher: _, ...request } = pullRequest([olga()]);

    const standing = standingOf(change(request), []);

    expect(standing).toEqual({
      approvals: [],
      disregarded: [
        { login: 'olga', why: 'It is not known who pushed last; it could have been @olga.' },
      ],
      objections: [],
    });
  });
});

const moved: Change['files'][number] = {
  ...added('db/new/1.sql'),
  status: 'renamed',
  previousPath: 'db/old/1.sql',
};
const decisions: readonly (readonly [string, DecisionInput, string])[] = [
  ['a harmless change by a person', input(pullRequest([])), 'allow'],
  ['a destructive change nobody approved', input(pullRequest([]), destructive), 'await-approval'],
  ['a destructive change approved by an owner', input(pullRequest([olga()]), destructive), 'allow'],
  [
    'a destructive change approved by somebody else',
    input(pullRequest([review('bea', 'approved')]), destructive),
    'await-approval',
  ],
  ['an unknown change nobody approved', input(pullRequest([]), unknown), 'await-approval'],
  ['an unknown change approved by an owner', input(pullRequest([olga()]), unknown), 'allow'],
  [
    'a destructive change without CODEOWNERS',
    input(pullRequest([olga()]), { ...destructive, codeowners: undefined }),
    'deny',
  ],
  [
    'a destructive change that fallback owners approved',
    input(pullRequest([olga()]), {
      ...destructive,
      codeowners: undefined,
      policy: { ...policy, fallbackOwners: [{ kind: 'user', login: 'olga' }] },
    }),
    'allow',
  ],
  [
    'a destructive change of a file whose ownership was taken away',
    input(pullRequest([olga()]), {
      ...destructive,
      codeowners: parseCodeowners('* @olga\n/db/'),
    }),
    'deny',
  ],
  [
    'a destructive change with one of two owners',
    input(pullRequest([olga()]), {
      ...destructive,
      governed: ['db/1.sql', 'db/2.sql'],
      codeowners: parseCodeowners('db/1.sql @olga\ndb/2.sql @bea'),
    }),
    'await-approval',
  ],
  [
    'a destructive change moved away from its owner',
    input(pullRequest([review('bea', 'approved')]), {
      ...destructive,
      change: change(pullRequest([review('bea', 'approved')]), [moved]),
      governed: ['db/new/1.sql'],
      codeowners: parseCodeowners('db/old/ @olga\ndb/new/ @bea'),
    }),
    'await-approval',
  ],
  [
    'a destructive change owned by a team that cannot be resolved',
    input(pullRequest([olga()], { teams: new Map() }), destructive),
    'await-approval',
  ],
  [
    'a destructive change owned by an e-mail address',
    input(pullRequest([olga()]), {
      ...destructive,
      codeowners: parseCodeowners('* olga@example.com'),
    }),
    'await-approval',
  ],
  ['what no approval can allow', input(pullRequest([olga()]), { findings: [denying] }), 'deny'],
  [
    'a refused file',
    input(pullRequest([olga()]), { governed: [], refused: [{ path: 'db/x', reason: 'A link.' }] }),
    'deny',
  ],
  ['a failed rehearsal', input(pullRequest([olga()]), { evidence: 'failed' }), 'deny'],
  [
    'no rehearsal of a risky change',
    input(pullRequest([olga()]), { ...destructive, evidence: 'none' }),
    'deny',
  ],
  ['no rehearsal of a harmless change', input(pullRequest([]), { evidence: 'none' }), 'allow'],
  ['a harmless change by an agent', input(pullRequest([], { author: robo })), 'await-approval'],
  ['an approved change by an agent', input(pullRequest([olga()], { author: robo })), 'allow'],
  [
    'an agent for which nobody stands, with one approval',
    input(pullRequest([olga()], { author: { ...robo, onBehalfOf: [] } })),
    'await-approval',
  ],
  [
    'an agent to which somebody else was assigned afterwards, with one approval',
    input(pullRequest([olga()], { author: { ...robo, onBehalfOf: [] }, assignees: ['carol'] })),
    'await-approval',
  ],
  [
    'a workflow that somebody wrote, with one approval',
    input(pullRequest([olga()], { author: steeredActor(workflow) })),
    'await-approval',
  ],
  [
    'an agent for which nobody stands, with two approvals',
    input(
      pullRequest([olga(), review('bea', 'approved')], { author: { ...robo, onBehalfOf: [] } }),
    ),
    'allow',
  ],
  [
    'a harmless change that an agent pushed last',
    input(pullRequest([], { lastPusher: 'claude[bot]' })),
    'await-approval',
  ],
  [
    'a harmless change with changes requested',
    input(pullRequest([review('bea', 'changes-requested', { commit: older })])),
    'await-approval',
  ],
  [
    'changes requested by somebody without write access',
    input(pullRequest([review('rita', 'changes-requested')])),
    'allow',
  ],
  ...[
    '.sluice/policy.yml',
    'CODEOWNERS',
    '.github/CODEOWNERS',
    'docs/CODEOWNERS',
    '.github/workflows/x.yml',
  ].flatMap(
    (path) =>
      [
        [`${path} without SQL`, control(path, []), 'await-approval'],
        [`${path} approved by a guardian`, control(path, [review('gina', 'approved')]), 'allow'],
        [`${path} approved by somebody else`, control(path, [olga()]), 'await-approval'],
        [`${path} without guardians`, control(path, [], { ...policy, guardians: [] }), 'deny'],
      ] as const,
  ),
  [
    'a control file that is renamed away',
    input(pullRequest([]), {
      governed: [],
      change: change(pullRequest([]), [
        { ...added('x.yml'), status: 'renamed', previousPath: '.sluice/policy.yml' },
      ]),
    }),
    'await-approval',
  ],
  [
    'nothing governed, with changes requested',
    input(pullRequest([review('bea', 'changes-requested')]), {
      governed: [],
      change: change(pullRequest([review('bea', 'changes-requested')]), [added('README.md')]),
    }),
    'allow',
  ],
  [
    'a rule that denies',
    withRule('actor.login == "ivan"', { kind: 'deny', because: 'No.' }),
    'deny',
  ],
  [
    'a rule that does not hold',
    withRule('risk.score > 50', { kind: 'deny', because: 'No.' }),
    'allow',
  ],
  [
    'a rule that cannot be answered',
    withRule('1 / 0 > risk.score', { kind: 'people', count: 1 }),
    'deny',
  ],
  [
    'a rule that asks for two people',
    withRule(undefined, { kind: 'people', count: 2 }),
    'await-approval',
  ],
];

function control(path: string, reviews: readonly Review[], rules = policy): DecisionInput {
  const request = pullRequest(reviews);
  return input(request, { governed: [], change: change(request, [added(path)]), policy: rules });
}

function withRule(
  when: string | undefined,
  requires: Policy['rules'][number]['requires'],
): DecisionInput {
  const rule = { name: 'x', requires, ...(when === undefined ? {} : { when }) };
  return input(pullRequest([olga()]), { policy: { ...policy, rules: [rule] } });
}

test.each(decisions)('%s', (_name, given, expected) => {
  const decision = decide(given);

  expect(decision.kind).toBe(expected);
});

test('a policy in observe mode decides the same and enforces nothing', () => {
  const watching = { ...policy, mode: 'observe' } as const;

  const decision = decide(input(pullRequest([]), { ...destructive, policy: watching }));

  expect([decision.kind, enforced(decision, watching), enforced(decision, policy)]).toEqual([
    'await-approval',
    false,
    true,
  ]);
});

test('says who must act next', () => {
  const decision = decide(input(pullRequest([]), destructive));

  const steps = nextSteps(decision);

  expect(steps).toEqual([
    {
      sentence: '@acme/dba has to approve db/1.sql.',
      owners: [{ kind: 'team', organization: 'acme', slug: 'dba' }],
    },
  ]);
});

describe('clearing', () => {
  const bytes = new TextEncoder().encode('select 1');
  const unit: Unit = {
    id: 'db/1.sql',
    database: 'billing',
    path: 'db/1.sql',
    digest: digestOf(bytes),
    bytes,
    firstLine: 1,
  };
  const target = { database: 'billing', name: 'production', urlVariable: 'URL' };
  const request = {
    decision: decide(input(pullRequest([olga()]))),
    change: change(pullRequest([olga()])),
    commit: head,
    units: [unit],
    target,
    policy,
  };

  test('clears exactly what was allowed', () => {
    const outcome = clear(request);

    expect(outcome.kind === 'cleared' && verifyClearance(outcome.clearance)).toEqual([]);
  });

  test('notices bytes that changed after the clearance', () => {
    const outcome = clear(request);
    if (outcome.kind !== 'cleared') throw new Error('was not cleared');
    const swapped = { ...outcome.clearance, units: [{ ...unit, bytes: new Uint8Array([1]) }] };

    const problems = verifyClearance(swapped);

    expect(problems).toEqual(['The bytes of db/1.sql are not those that its digest names.']);
  });

  test.each([
    [{ decision: decide(input(pullRequest([]), destructive)) }, ['An approval is missing.']],
    [{ target: { ...target, name: 'other' } }, ['The policy has no target billing/other.']],
    [
      { policy: { ...policy, apply: 'external' } as const },
      ['The policy leaves applying to another tool.'],
    ],
    [
      { units: [{ ...unit, database: 'x' }] },
      ['db/1.sql belongs to another database than billing/production.'],
    ],
    [{ units: [unit, unit] }, ['Two units have the same id.']],
  ])('refuses %j', (more, because) => {
    const outcome = clear({ ...request, ...more });

    expect(outcome).toEqual({ kind: 'refused', because });
  });

  test('clears for another tool only where the policy says so, and never for both', () => {
    const external = { ...request, policy: { ...policy, apply: 'external' } as const };
    const outcome = clearExternal(external);
    if (outcome.kind !== 'cleared') throw new Error('was not cleared');

    expect(verifyClearance(outcome.clearance, 'external')).toEqual([]);
    expect(verifyClearance(outcome.clearance)).toEqual([
      'It was cleared for somebody else to apply.',
    ]);
    expect(clearExternal(request)).toEqual({
      kind: 'refused',
      because: ['The policy lets Sluice apply, so no other tool may.'],
    });
  });

  test('a clearance for another tool is none that can be executed', () => {
    const outcome = clearExternal({ ...request, policy: { ...policy, apply: 'external' } });
    if (outcome.kind !== 'cleared') throw new Error('was not cleared');
    // @ts-expect-error execute takes a Clearance, which this is not
    const executed: Clearance = outcome.clearance;

    expect(executed.by).toBe('external');
  });
});
