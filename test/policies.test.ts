import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { presetPolicy } from '../src/config/policy.ts';
import { presets } from '../src/config/presets.data.ts';
import type { Actor } from '../src/domain/actor.ts';
import type { Change, CommitSha } from '../src/domain/change.ts';
import type { Finding, Level, RuleId } from '../src/domain/finding.ts';
import { parseCodeowners } from '../src/policy/codeowners.ts';
import { decide, type EvidenceState } from '../src/policy/decide.ts';

type Example = {
  readonly name: string;
  readonly given: {
    readonly actor: Actor['kind'];
    readonly level: Level;
    readonly destructive?: boolean;
    readonly unknown?: boolean;
    readonly denies?: boolean;
    readonly evidence?: EvidenceState;
    readonly 'approved-by'?: readonly string[];
  };
  readonly expect: 'allow' | 'await-approval' | 'deny';
};

const head = 'a'.repeat(40) as CommitSha;
const scores = { low: 5, medium: 30, high: 60, critical: 95 } as const;

/** Ivan makes the change or asks the agent for it, Olga owns it, Bea may write. */
function decideExample(preset: string, { given }: Example) {
  const { level, destructive = false, unknown = false, denies = false } = given;
  const finding: Finding = {
    rule: 'example' as RuleId,
    axis: 'data-loss',
    level,
    message: 'It does something.',
    why: 'It matters.',
    instead: 'Do something else.',
    place: { path: 'db/1.sql', line: 1, column: 1, offset: 0 },
    unitId: 'db/1.sql',
    statement: 0,
    destructive,
    unknown,
    denies,
    source: 'static',
  };
  return decide({
    change: changeOf(given),
    policy: presetPolicy(preset),
    codeowners: parseCodeowners('*.sql @olga\n'),
    governed: ['db/1.sql'],
    refused: [],
    findings: [finding],
    assessment: { score: scores[level], level, destructive, unknown, reasons: [] },
    evidence: given.evidence ?? 'completed',
    targets: ['production'],
  });
}

function changeOf({ actor, 'approved-by': approvedBy = [] }: Example['given']): Change {
  const author: Actor =
    actor === 'human'
      ? { kind: 'human', login: 'ivan', onBehalfOf: [] }
      : { kind: actor, login: 'robo[bot]', onBehalfOf: ['ivan'] };
  return {
    pullRequest: {
      number: 1,
      title: 'Example',
      targetBranch: 'main',
      author,
      lastPusher: author.login,
      reviews: approvedBy.map((login, index) => ({
        id: String(index),
        login,
        account: 'human',
        state: 'approved',
        commit: head,
        submittedAt: '2026-01-01T00:00:00.000Z',
      })),
      permissions: new Map([
        ['ivan', 'write'],
        ['olga', 'write'],
        ['bea', 'write'],
      ]),
      teams: new Map(),
    },
    base: 'b'.repeat(40) as CommitSha,
    head,
    files: [{ path: 'db/1.sql', status: 'added', entry: 'file', blob: 'c'.repeat(40) }],
  };
}

const files = readdirSync('policies').toSorted();
const cases = files.flatMap((file) => {
  const text = readFileSync(`policies/${file}`, 'utf8');
  const { examples } = parse(text) as { readonly examples: readonly Example[] };
  return examples.map((example) => ({ preset: file.replace('.yml', ''), example }));
});

test('carries exactly the presets of the folder', () => {
  const written = new Map(
    files.map((file) => [file.replace('.yml', ''), readFileSync(`policies/${file}`, 'utf8')]),
  );

  expect(presets).toEqual(written);
});

test.each(cases.map(({ preset, example }) => [preset, example.name, example] as const))(
  '%s: %s',
  (preset, _name, example) => {
    const decision = decideExample(preset, example);

    expect(decision.kind).toBe(example.expect);
  },
);

test('strict takes less for small than the others, and asks earlier', () => {
  expect(presetPolicy('strict').risk).toEqual({
    smallTable: { rows: 1000, bytes: 1024 ** 2 },
    levels: { medium: 15, high: 30, critical: 60 },
  });
});
