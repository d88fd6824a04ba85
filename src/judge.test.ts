import { expect, test } from 'vitest';
import { scriptOf } from '../test/fakes/scripts.ts';
import type { Change, CommitSha } from './domain/change.ts';
import { digestOf } from './domain/digest.ts';
import type { Evidence, StatementEvidence } from './domain/evidence.ts';
import { levels } from './domain/finding.ts';
import type { Policy } from './domain/policy.ts';
import type { Target } from './domain/target.ts';
import { judge, type Judgement, type Rehearsal } from './judge.ts';
import { parseCodeowners } from './policy/codeowners.ts';
import { rules } from './rules/index.ts';
import { tokensOf } from './sql/lexer.ts';

const path = 'db/1.sql';
const target: Target = { database: 'billing', name: 'production', urlVariable: 'URL' };

const policy: Policy = {
  digest: digestOf('policy'),
  mode: 'enforce',
  apply: 'sluice',
  databases: [{ name: 'billing', paths: ['db/**'], layout: 'plain', targets: [target] }],
  rules: [],
  guardians: [],
  fallbackOwners: [],
  agents: [],
  limits: { lockTimeoutMs: 1, statementTimeoutMs: 1 },
};

const change: Change = {
  pullRequest: {
    number: 7,
    title: 'A change',
    targetBranch: 'main',
    author: { kind: 'human', login: 'ivan', onBehalfOf: [] },
    lastPusher: 'ivan',
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  },
  base: 'b'.repeat(40) as CommitSha,
  head: 'a'.repeat(40) as CommitSha,
  files: [{ path, status: 'added', entry: 'file', blob: 'd'.repeat(40) }],
};

type Seen = { readonly rehearsal?: Rehearsal; readonly evidence?: Evidence };

async function judged(
  sql: string,
  { rehearsal = 'skipped', evidence }: Seen = {},
): Promise<Judgement> {
  const scripts = [await scriptOf(sql, path)];
  const database = { paths: [path], scripts, target, postgres: 17, evidence };
  const codeowners = parseCodeowners('*.sql @olga\n');
  return judge({ change, policy, codeowners, databases: [database], refused: [], rehearsal });
}

const nothing: StatementEvidence = {
  statement: 0,
  durationMs: 1,
  locks: [],
  rows: [],
  rewrites: [],
  created: [],
  dropped: [],
  altered: [],
};

/** What a rehearsal may have seen: nothing, a failure, and one thing of each kind. */
const observations: Readonly<Record<string, Partial<StatementEvidence>>> = {
  nothing: {},
  rows: { rows: [{ table: 'public.users', inserted: 1, updated: 2, deleted: 3 }] },
  locks: { locks: [{ relation: 'public.users', mode: 'ACCESS EXCLUSIVE' }] },
  rewrites: { rewrites: ['public.users'] },
  truncated: { rewrites: ['public.users'], truncated: ['public.users'] },
  created: { created: [{ type: 'table', identity: 'public.users' }] },
  dropped: { dropped: [{ type: 'table', identity: 'public.orders' }] },
  altered: { altered: [{ type: 'table', identity: 'public.orders' }] },
};

function evidenceOf(observed: Partial<StatementEvidence>): Evidence {
  return {
    shadow: {
      provider: 'test',
      reason: 'test',
      serverVersion: 170_000,
      data: 'none',
      copiedRows: 0,
      maskedColumns: [],
    },
    units: [
      {
        unitId: path,
        digest: digestOf(''),
        statements: [{ ...nothing, ...observed }],
        deferred: nothing,
      },
    ],
    outcome: { kind: 'completed' },
  };
}

/** Every example of every rule: what each rule is about, and what it is not. */
const corpus = corpusWithout('');

function corpusWithout(id: string): readonly string[] {
  return rules
    .filter((rule) => rule.id !== id)
    .flatMap((rule) => [...rule.invalid.map(({ sql }) => sql), ...rule.valid]);
}

function marksOf({ assessment }: Judgement) {
  const { score, level, destructive, unknown } = assessment;
  return { score, rank: levels.indexOf(level), destructive, unknown };
}

/** What got lower from one judgement to another that knows more. */
function lowered(before: Judgement, after: Judgement): readonly string[] {
  const [less, more] = [marksOf(before), marksOf(after)];
  return [
    ...(more.score < less.score ? ['score'] : []),
    ...(more.rank < less.rank ? ['level'] : []),
    ...(less.destructive && !more.destructive ? ['destructive'] : []),
    ...(less.unknown && !more.unknown ? ['unknown'] : []),
    ...(before.decision.kind === 'deny' && after.decision.kind !== 'deny' ? ['denial'] : []),
  ];
}

test.each(corpus)('is not reassured by any evidence about %s', async (sql) => {
  const before = await judged(sql, { rehearsal: 'pending' });

  for (const [name, observed] of Object.entries(observations)) {
    const after = await judged(sql, { rehearsal: 'done', evidence: evidenceOf(observed) });

    expect({ name, lowered: lowered(before, after) }).toEqual({ name, lowered: [] });
  }
});

// What does not parse takes all marks but the denial from the whole text.
const parsed = corpusWithout('unparsed');
const stride = 25;

test.each(corpus.map((sql, row) => [sql, row] as const))(
  'is not reassured by what follows %s',
  async (sql, row) => {
    const before = await judged(sql);

    // Each is followed by others: all of them by each one many times.
    for (const appended of parsed.filter((_, index) => (index + row) % stride === 0)) {
      const after = await judged(`${sql};\n${appended}`);

      expect({ appended, lowered: lowered(before, after) }).toEqual({ appended, lowered: [] });
    }
  },
);

const writings: readonly (readonly [string, (sql: string) => string])[] = [
  ['a comment in every gap', (sql) => mapTokens(sql, 'space', () => ' /* drop table x; */\n\t')],
  ['capital letters', (sql) => mapTokens(sql, 'word', (text) => text.toUpperCase())],
  ['comments around it', (sql) => `-- harmless\n${sql}\n;-- harmless, too\n/* /* nested */ */`],
];

function mapTokens(sql: string, wanted: string, to: (text: string) => string): string {
  return [...tokensOf(sql)]
    .map(({ kind, start, end }) => {
      const text = sql.slice(start, end);
      return kind === wanted ? to(text) : text;
    })
    .join('');
}

// A hidden statement is one by nothing but how it is written.
test.each(corpusWithout('hidden-statement'))(
  'reads %s the same however it is written',
  async (sql) => {
    const plain = await judged(sql);

    for (const [name, rewrite] of writings) {
      const rewritten = await judged(rewrite(sql));

      const [before, after] = [plain, rewritten].map(({ findings, assessment, decision }) => ({
        name,
        findings: findings.map(({ rule, level, denies }) => ({ rule, level, denies })),
        marks: { score: assessment.score, level: assessment.level },
        decision: decision.kind,
      }));
      expect(after).toEqual(before);
    }
  },
);

test.each([
  ['pending', undefined, false],
  ['skipped', undefined, true],
  ['done', undefined, true],
  ['done', evidenceOf({}), false],
  ['done', { ...evidenceOf({}), outcome: failedOutcome() }, true],
] as const)('tells a %s rehearsal with evidence %j from a completed one', async (...row) => {
  const [rehearsal, evidence, differs] = row;
  const completed = await judged('select 1', { rehearsal: 'done', evidence: evidenceOf({}) });

  const result = await judged('select 1', {
    rehearsal,
    ...(evidence === undefined ? {} : { evidence }),
  });

  expect(JSON.stringify(result.decision) !== JSON.stringify(completed.decision)).toBe(
    differs || rehearsal === 'pending',
  );
});

function failedOutcome() {
  return { kind: 'failed', failure: { unitId: path, statement: 0, message: 'no' } } as const;
}

test('a rehearsal that failed for one database denies, also where another database has none', async () => {
  const scripts = [await scriptOf('create table a (id int)', path)];
  const failure = { unitId: path, statement: 0, message: 'It exists.' };
  const failed: Evidence = { ...evidenceOf({}), outcome: { kind: 'failed', failure } };
  const database = { paths: [path], scripts, target, postgres: 17, evidence: failed };
  const databases = [{ ...database, evidence: undefined }, database];

  const { decision } = judge({
    change,
    policy,
    codeowners: undefined,
    databases,
    refused: [],
    rehearsal: 'skipped',
  });

  expect(decision).toMatchObject({
    kind: 'deny',
    because: [expect.stringMatching(/^The rehearsal failed/)],
  });
});
