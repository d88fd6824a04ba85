import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/demo/stage.ts';
import { type Theatre, openTheatre } from '../support/theatre.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

let theatre: Theatre;

beforeAll(async () => {
  theatre = await openTheatre();
});

afterAll(() => theatre[Symbol.asyncDispose]());

type Review = {
  readonly decision: {
    readonly kind: string;
    readonly because?: readonly string[];
    readonly missing?: readonly Missing[];
  };
  readonly files: readonly { readonly findings: readonly Finding[] }[];
  readonly approvals: readonly { readonly login: string }[];
  readonly disregarded: readonly { readonly login: string; readonly why: string }[];
};
type Missing = {
  readonly rule: string;
  readonly paths: readonly string[];
  readonly anyOf: readonly unknown[];
};
type Finding = { readonly rule: string; readonly level: string; readonly source: string };

/** What the issue promises of each scenario, whatever the snapshots say; a new folder needs none. */
type Promised = {
  /** The decision on the pull request as it was opened. */
  readonly opened: RegExp;
  /** With everybody's approval. */
  readonly approved?: RegExp;
  readonly holds?: (opened: Review) => void;
};

const promises: Readonly<Record<string, Promised>> = {
  'harmless-human': { opened: /^allow$/ },
  'harmless-agent': {
    opened: /^await-approval$/,
    approved: /^allow$/,
    holds: ({ decision }) =>
      expect(decision.missing).toMatchObject([{ rule: 'agent-needs-human', anyOf: [] }]),
  },
  'agent-drops-column': {
    opened: /^await-approval$/,
    approved: /^allow$/,
    holds: ({ decision, disregarded }) => {
      expect(decision.missing?.map(({ rule }) => rule)).toContain('destructive-needs-owner');
      expect(disregarded).toMatchObject([{ login: 'carol' }]);
    },
  },
  'update-without-where': {
    opened: /^(await-approval|deny)$/,
    holds: ({ files }) => expect(rulesOf(files)).toContain('unbounded-update'),
  },
  'hidden-delete': {
    opened: /^(await-approval|deny)$/,
    holds: ({ files }) =>
      expect(files.flatMap(({ findings }) => findings)).toContainEqual(
        expect.objectContaining({
          rule: 'observed-not-predicted',
          source: 'observed',
          message: expect.stringMatching(/delete.*public\.invoices/i),
        }),
      ),
  },
  'stale-approval': {
    opened: /^(await-approval|deny)$/,
    holds: ({ approvals, disregarded }) => {
      expect(approvals).toEqual([]);
      expect(disregarded).toMatchObject([{ login: 'dana', why: expect.stringMatching(/commit/) }]);
    },
  },
  'policy-edited': {
    opened: /^await-approval$/,
    holds: ({ decision }) =>
      expect(decision.missing).toMatchObject([
        { rule: 'control-files', anyOf: [{ kind: 'user', login: 'gina' }] },
      ]),
  },
  'symbolic-link': {
    opened: /^deny$/,
    holds: ({ decision }) => expect(decision.because?.join()).toMatch(/symbolic link/),
  },
  'suppression-comment': {
    opened: /^(await-approval|deny)$/,
    holds: ({ files }) => expect(rulesOf(files)).toContain('drop-table'),
  },
};

describe.each(await readdir(fixtures))('%s', (name) => {
  const expected = (file: string): string => join(fixtures, name, 'expected', file);
  let stage: Stage;

  beforeAll(async () => {
    stage = await theatre.set(join(fixtures, name), name);
  });

  test('is decided as promised when it is opened', async () => {
    const { json, decided, markdown } = await reviewBoth(stage, 'pull-request.json');

    await expect(decided).toMatchFileSnapshot(expected('decision.json'));
    await expect(markdown).toMatchFileSnapshot(expected('report.md'));
    const promised = promises[name];
    if (promised !== undefined) expect(json.decision.kind).toMatch(promised.opened);
    promised?.holds?.(json);
  });

  test('is decided as promised when it is approved', async ({ skip }) => {
    if (!stage.built.pullRequestPaths.has('pull-request-approved.json'))
      return skip('nobody approves this one');
    const { json, decided, markdown } = await reviewBoth(stage, 'pull-request-approved.json');

    await expect(decided).toMatchFileSnapshot(expected('approved-decision.json'));
    await expect(markdown).toMatchFileSnapshot(expected('approved-report.md'));
    const approved = promises[name]?.approved;
    if (json.decision.kind === 'allow')
      expect([...stage.built.pullRequestPaths.keys()]).toContain('pull-request-merged.json');
    if (approved !== undefined) expect(json.decision.kind).toMatch(approved);
  });

  test('is applied once to every target, in order, and recorded', async ({ skip }) => {
    if (!stage.built.pullRequestPaths.has('pull-request-merged.json'))
      return skip('nobody merges this one');
    const commit = await stage.built.mergePullRequest('squash');
    const targets = ['staging', 'production'].filter(
      (target) => `BILLING_${target.toUpperCase()}_URL` in stage.environment,
    );

    const outcomes: string[] = [];
    for (const target of targets) outcomes.push(await applyTo(stage, commit, target));
    const again = await applyTo(stage, commit, 'production');
    const audit = await theatre.play(
      ['audit', 'verify', '--repo', stage.built.directory, '--target', 'billing/production'],
      stage,
    );

    expect(outcomes).toEqual(targets.map(() => 'applied'));
    expect(again).toBe('nothing-to-do');
    expect(audit).toMatchObject({ code: 0, complaints: '' });
    await expect(await readRecords(stage)).toMatchFileSnapshot(expected('record.json'));
  });
});

test('every promise is about a folder', async () => {
  expect(await readdir(fixtures)).toEqual(expect.arrayContaining(Object.keys(promises)));
});

/** The review as a machine and as a person reads it: two runs, which have to agree. */
async function reviewBoth(stage: Stage, recording: string) {
  const { built } = stage;
  const path = built.pullRequestPaths.get(recording) ?? '';
  const words = ['review', '--repo', built.directory, '--base', built.base, '--head', built.head];
  const run = (format: string) =>
    theatre.play([...words, '--pull-request', path, '--shadow', 'auto', '--format', format], stage);
  const [inJson, inMarkdown] = await Promise.all([run('json'), run('markdown')]);
  expect([inJson.complaints, inMarkdown.complaints]).toEqual(['', '']);
  expect(inMarkdown.code).toBe(inJson.code);
  const json: Review = JSON.parse(inJson.output);
  expect(inJson.code === 0).toBe(json.decision.kind === 'allow');
  return {
    json,
    decided: toText(toDecided(inJson.code, json)),
    markdown: inMarkdown.output
      .replace(/rehearsed in \d+ ms/, 'rehearsed in N ms')
      .replaceAll(/measured [\d.]+ (?:ms|s|min)\b/g, 'measured N ms'),
  };
}

function toDecided(exitCode: number, { decision, files, approvals, disregarded }: Review) {
  return {
    decision: decision.kind,
    exitCode,
    because: decision.because ?? [],
    missing: (decision.missing ?? []).map(({ rule, paths, anyOf }) => ({ rule, paths, anyOf })),
    approvals: approvals.map(({ login }) => login),
    disregarded: disregarded.map(({ login, why }) => `${login}: ${why}`),
    findings: files.flatMap(({ findings }) =>
      findings.map(({ rule, level, source }) => `${level} ${rule} (${source})`),
    ),
  };
}

function rulesOf(files: Review['files']): readonly string[] {
  return files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

async function applyTo(stage: Stage, commit: string, target: string): Promise<string> {
  const { built } = stage;
  const path = built.pullRequestPaths.get('pull-request-merged.json') ?? '';
  const run = await theatre.play(
    [
      'apply',
      '--repo',
      built.directory,
      '--commit',
      commit,
      '--target',
      `billing/${target}`,
    ].concat(['--pull-request', path, '--shadow', 'auto', '--format', 'json']),
    stage,
  );
  expect(run).toMatchObject({ code: 0, complaints: '' });
  return JSON.parse(run.output).outcome;
}

/** What production remembers, without what no two runs share. */
async function readRecords(stage: Stage): Promise<string> {
  await using session = await theatre.connect(stage, 'BILLING_PRODUCTION_URL');
  const rows = await session.query('select body from sluice.audit_record order by sequence');
  return toText(rows.map(({ body }) => freeze(JSON.parse(String(body)))));
}

type Body = {
  readonly target: object;
  readonly timing: object;
  readonly sequence: number;
};

function freeze(body: Body) {
  return {
    ...body,
    at: 'TIME',
    atRunner: 'TIME',
    evidence: 'DIGEST',
    ...(body.sequence === 1 ? {} : { previous: 'DIGEST' }),
    target: { ...body.target, systemIdentifier: 'NUMBER', serverVersion: 'NUMBER' },
    timing: { ...body.timing, durationMs: 'NUMBER' },
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
