import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parseCommitSha } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding, RuleId } from '../domain/finding.ts';
import type { Application } from '../domain/application.ts';
import type { Evidence, StatementEvidence } from '../domain/evidence.ts';
import type { AuditReport, CheckReport, OwnersRow, ReviewReport } from './model.ts';
import {
  renderApplicationJson,
  renderAuditJson,
  renderCheckJson,
  renderOwnersJson,
  renderReviewJson,
} from './render-json.ts';
import { renderReviewMarkdown } from './render-markdown.ts';
import {
  renderApplicationText,
  renderAuditText,
  renderCheckText,
  renderOwnersText,
  renderReviewText,
} from './render-text.ts';

const hostile = '\u001B[2J\u202E`````</code>|@everyone <!-- sluice -->\n::error::x ##[error]y';
const path = 'db/004_drop.sql';
const digest = digestOf('');

const finding: Finding = {
  rule: 'drop-column' as RuleId,
  axis: 'data-loss',
  level: 'high',
  message: 'Drops column customers.legacy_code.',
  why: 'Its values are lost.',
  instead: 'Stop using the column first, then drop it in a later change.',
  place: { path, line: 3, column: 1, offset: 20 },
  unitId: path,
  statement: 0,
  destructive: true,
  unknown: false,
  denies: false,
  source: 'static',
};

const check: CheckReport = {
  files: [
    {
      path,
      source: {
        path,
        firstLine: 1,
        text: '-- legacy\n\nalter table customers drop column legacy_code;\n',
      },
      statements: [
        {
          line: 3,
          column: 1,
          sql: 'alter table customers drop column legacy_code',
          kind: 'AlterTableStmt',
          effects: [
            {
              kind: 'drops',
              object: {
                kind: 'column',
                name: 'customers',
                part: 'legacy_code',
                createdHere: false,
              },
              cascade: false,
              unitId: path,
              statement: 0,
              source: 'static',
              via: 'direct',
            },
          ],
        },
      ],
      findings: [finding],
      assessment: { score: 60, level: 'high', destructive: true, unknown: false, reasons: [] },
      decision: { kind: 'deny', because: ['No owner approved.'], reason: reason('denied') },
    },
  ],
  assessment: { score: 60, level: 'high', destructive: true, unknown: false, reasons: [] },
  decision: { kind: 'deny', because: ['No owner approved.'], reason: reason('denied') },
};

const owners: readonly OwnersRow[] = [
  { path, owners: [{ kind: 'user', login: 'dana' }], line: 3, reason: '/db/ matches' },
  { path: 'x', owners: [], reason: 'no line matches' },
];

const review: ReviewReport = {
  ...check,
  change: {
    pullRequest: {
      number: 3,
      title: 'Remove the legacy code',
      targetBranch: 'main',
      author: { kind: 'agent', login: 'copilot-swe-agent[bot]', onBehalfOf: ['carol'] },
      reviews: [],
      permissions: new Map(),
      teams: new Map(),
    },
    base: parseCommitSha('a'.repeat(40))!,
    head: parseCommitSha('b'.repeat(40))!,
    files: [],
  },
  refused: [],
  decision: {
    kind: 'await-approval',
    missing: [
      { rule: 'owners', paths: [path], anyOf: [{ kind: 'user', login: 'dana' }], disregarded: [] },
    ],
    reason: reason('missing'),
  },
  approvals: [],
  disregarded: [{ login: 'carol', why: 'They steered the agent that made the change.' }],
  owners,
  controlFiles: [],
  policy: { digest, mode: 'enforce' },
  notRehearsed: 'No shadow was asked for.',
};

function reason(status: 'denied' | 'missing') {
  return { rule: 'owners', status, description: 'An owner of every file.', children: [] } as const;
}

const audit: AuditReport = {
  target: 'billing/production',
  records: 2,
  head: digest,
  problems: [{ sequence: 2, problem: 'Its text does not have its digest.' }],
  entries: [
    {
      sequence: 1,
      at: '2026-01-06T10:00:00.000Z',
      event: 'apply.committed',
      unit: 'db/1.sql\u001b[2J',
      unitDigest: 'sha256:1',
      pullRequest: '3',
      commit: 'c0ffee0000000000',
      head: 'bada550000000000',
      actor: 'agent @bot',
      onBehalfOf: ['carol'],
      approvers: ['dana', 'erin'],
      risk: '60 of 100, high',
      policy: 'sha256:2',
      evidence: 'sha256:3',
      rows: ['public.orders: 3 updated'],
    },
  ],
};

const statementEvidence: StatementEvidence = {
  statement: 0,
  durationMs: 1.5,
  locks: [{ relation: 'public.customers', mode: 'ACCESS EXCLUSIVE' }],
  rows: [{ table: 'public.customers', inserted: 0, updated: 2, deleted: 0 }],
  rewrites: ['public.customers'],
  created: [{ type: 'table', identity: 'public.notes' }],
  dropped: [{ type: 'table column', identity: 'public.customers.legacy_code' }],
  altered: [],
};

const evidence: Evidence = {
  shadow: {
    provider: 'local-binaries',
    reason: 'It is on this machine.',
    serverVersion: 160_004,
    data: 'masked-copy',
    copiedRows: 12,
    maskedColumns: [{ column: 'public.customers.email', mask: 'email' }],
  },
  units: [
    {
      unitId: path,
      digest,
      statements: [{ ...statementEvidence, truncated: ['public.customers'] }],
      deferred: statementEvidence,
    },
  ],
  outcome: { kind: 'completed' },
};

const failure = { unitId: path, statement: 0, message: 'relation "x" does not exist' };
const rehearsed = withEvidence(evidence);
const failed = withEvidence({
  ...evidence,
  outcome: { kind: 'failed', failure: { ...failure, sqlstate: '42P01' } },
});

function withEvidence(evidence: Evidence): ReviewReport {
  const { notRehearsed: _why, ...rest } = review;
  return { ...rest, evidence };
}

const application: Application = {
  target: 'billing/production',
  units: [
    {
      kind: 'applied',
      unitId: path,
      durationMs: 12.5,
      attempts: 1,
      rows: statementEvidence.rows,
      record: digest,
    },
    { kind: 'already-applied', unitId: 'db/003.sql', record: digest },
    { kind: 'refused', unitId: 'db/005.sql', because: ['It deleted more than it had.'] },
  ],
  outcome: 'refused',
};

const plain = { colour: false };

test.each([
  ['check.txt', [...renderCheckText(check, plain)].join('')],
  ['review.txt', renderReviewText(review, plain)],
  ['review.md', renderReviewMarkdown(review)],
  ['owners.txt', renderOwnersText(owners)],
  ['audit.txt', renderAuditText(audit, plain)],
])('renders %s', async (name, text) => {
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'expected', name));
});

test.each([
  ['check.json', [...renderCheckJson(check)].join('')],
  ['review.json', renderReviewJson(review)],
  ['review.json', renderReviewJson(rehearsed)],
  ['review.json', renderReviewJson(failed)],
  ['application.json', renderApplicationJson(application)],
  ['audit.json', renderAuditJson(audit)],
  ['owners.json', renderOwnersJson(owners)],
])('writes what schemas/%s describes', async (name, text) => {
  const schema: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, '../../schemas', name), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });

  const valid = ajv.validate(schema as object, JSON.parse(text));

  expect([valid, ajv.errors]).toEqual([true, null]);
});

function withHostileTexts(): ReviewReport {
  const file = review.files[0]!;
  return {
    ...review,
    files: [
      {
        ...file,
        path: hostile,
        statements: [{ ...file.statements[0]!, sql: hostile }],
        findings: [
          {
            ...finding,
            message: hostile,
            why: hostile,
            instead: hostile,
            rewrite: { steps: [{ sql: hostile, transaction: 'own' }], note: hostile },
          },
        ],
      },
    ],
    refused: [{ path: hostile, reason: hostile }],
    controlFiles: [hostile],
    disregarded: [{ login: hostile, why: hostile }],
    notRehearsed: hostile,
  };
}

test('shows hostile names of an application and of records without letting them act', () => {
  const [applied, already, refused] = application.units;
  const units = [applied!, already!, refused!].map((unit) => ({ ...unit, unitId: hostile }));
  const entry = { ...audit.entries[0]!, unit: hostile, actor: hostile, approvers: [hostile] };

  const text = [
    renderApplicationText({ ...application, target: hostile, units }, plain),
    renderAuditText({ ...audit, target: hostile, entries: [entry] }, plain),
    renderOwnersText([{ ...owners[0]!, path: hostile, reason: hostile }]),
    ...renderCheckText({ ...check, files: withHostileTexts().files }, plain),
  ].join('');

  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(text).not.toMatch(/^[ \t]*::|##\[/m);
});

test('shows hostile texts without letting them act', () => {
  const report = withHostileTexts();

  const text = renderReviewText(report, plain);
  const markdown = renderReviewMarkdown(report);

  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(text + markdown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(text).not.toMatch(/^[ \t]*::|##\[/m);
  expect(markdown).not.toContain('<!--');
  expect(markdown.replace(/`{6}sql\n[^]*?\n`{6}/g, '')).not.toContain('@everyone');
});

test('keeps the verdict and the approvals of a report that is too long', () => {
  const file = review.files[0]!;
  const files = Array.from({ length: 400 }, (_, index) => ({
    ...file,
    path: `db/${index}.sql`,
    statements: [{ ...file.statements[0]!, sql: 'x'.repeat(5000) }],
  }));

  const markdown = renderReviewMarkdown({ ...review, files });

  expect(markdown.length).toBeLessThanOrEqual(60_000);
  expect(markdown).toMatch(/^### Waiting: 1 approval missing\./);
  expect(markdown).toContain('**Approvals**');
  expect(markdown).toContain('left out for length; the JSON report has all.');
});

test('says why an approval is not enough, which team nobody knows, and who steered an agent', () => {
  const rule = 'owners';
  const dba = { kind: 'team', organization: 'acme', slug: 'dba' } as const;
  const guards = { kind: 'team', organization: 'acme', slug: 'guards' } as const;
  const notOwner = { login: 'bea', why: '@bea is none of @acme/guards.' };
  const twice = { login: 'carol', why: '@carol pushed last.' };
  const report: ReviewReport = {
    ...review,
    change: {
      ...review.change,
      pullRequest: {
        ...review.change.pullRequest,
        author: { kind: 'agent', login: 'ivan', onBehalfOf: ['bea', 'ivan'] },
        teams: new Map([['acme/guards', ['gina']]]),
      },
    },
    disregarded: [twice],
    decision: {
      kind: 'await-approval',
      missing: [
        { rule, paths: [], anyOf: [dba, guards], disregarded: [twice, notOwner] },
        { rule, paths: [path], anyOf: [dba], disregarded: [twice] },
      ],
      reason: { rule, status: 'missing', description: 'x', children: [] },
    },
  };

  const markdown = renderReviewMarkdown(report);

  const lines = markdown.split('\n');
  expect(lines.filter((line) => /^- (?:Not|Is|Does not)/.test(line))).toEqual([
    '- Not known: who belongs to <code>&#64;acme/dba</code>. Give the input <code>team-token</code> a token with the permission <code>members: read</code>, or list the team in <code>.sluice/teams.yml</code> on the target branch.',
    '- Does not count: <code>&#64;carol</code>. <code>&#64;carol pushed last.</code>',
    '- Is not enough: <code>&#64;bea is none of &#64;acme/guards.</code>',
  ]);
  expect(markdown).toContain(
    'Author: an agent steered by <code>&#64;bea</code>, <code>&#64;ivan</code> ·',
  );
});

test('tells of a finding that facts made a difference to it, and how it would weigh less', () => {
  const [file] = check.files;
  const counterfactual = 'low if it is built CONCURRENTLY in a file of its own.';
  const files = [
    {
      ...file!,
      factsTakenAt: '2026-03-01T10:00:00Z',
      findings: [{ ...finding, usesFacts: true as const, counterfactual }],
    },
  ];

  const text = [...renderCheckText({ ...check, files }, plain)].join('');
  const json = [...renderCheckJson({ ...check, files })].join('');

  expect(text).toContain(`      By the facts of 2026-03-01.\n      Otherwise: ${counterfactual}\n`);
  expect(JSON.parse(json).files[0].findings[0]).toMatchObject({ usesFacts: true, counterfactual });
});

test('shows the safer form of a statement once, below what was found', () => {
  const [file] = check.files;
  const rewrite = {
    steps: [
      { sql: 'create index concurrently "x```y" on t (a)', transaction: 'none' },
      { sql: 'alter table t\n  add b int', transaction: 'own' },
      { sql: 'alter table t drop c', transaction: 'same' },
    ],
    note: 'Each is a file.',
  } as const;
  const both = [
    { ...finding, rewrite },
    { ...finding, rule: 'work-under-lock' as RuleId, rewrite },
  ];
  const files = [{ ...file!, findings: both }];
  const lines = [
    '-- file 1, without a transaction',
    'create index concurrently "x```y" on t (a);',
    '-- file 2',
    'alter table t',
    '  add b int;',
    'alter table t drop c;',
  ];

  const text = [...renderCheckText({ ...check, files }, plain)].join('');
  const markdown = renderReviewMarkdown({ ...review, files });
  const json = JSON.parse([...renderCheckJson({ ...check, files })].join('')) as {
    files: { findings: object[] }[];
  };

  const shown = ['      Safer: Each is a file.', ...lines.map((line) => `        ${line}`)].join(
    '\n',
  );
  expect(text.split(shown)).toHaveLength(2);
  const block = `A safer form: Each is a file.\n\n\`\`\`\`sql\n${lines.join('\n')}\n\`\`\`\`\n`;
  expect(markdown.split(block)).toHaveLength(2);
  expect(json.files[0]?.findings.map((one) => ({ ...one }))).toMatchObject([
    { rewrite },
    { rewrite },
  ]);
});
