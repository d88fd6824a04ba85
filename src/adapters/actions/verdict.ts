import type { Decision } from '../../domain/decision.ts';
import { levels } from '../../domain/finding.ts';
import type { Level } from '../../domain/finding.ts';
import { codes } from '../../errors.ts';
import type { Code } from '../../errors.ts';

/** What may reach the log of a workflow: words of ours and numbers, nothing that a change wrote. */
export type Verdict = {
  readonly decision: Decision['kind'];
  readonly level: Level;
  readonly score: number;
  readonly files: number;
  readonly findings: number;
};

const decisions: readonly Decision['kind'][] = ['allow', 'await-approval', 'deny'];

/** The verdict in the output of `check --format json`; undefined when there is none. */
export function readVerdict(report: unknown): Verdict | undefined {
  const decision = decisions.find((kind) => kind === field(field(report, 'decision'), 'kind'));
  const assessment = field(report, 'assessment');
  const level = levels.find((name) => name === field(assessment, 'level'));
  const score = field(assessment, 'score');
  const files = field(report, 'files');
  if (decision === undefined || level === undefined || !isCount(score) || !Array.isArray(files))
    return undefined;
  const findings = files.reduce<number>((sum, file) => sum + lengthOf(field(file, 'findings')), 0);
  return { decision, level, score, files: files.length, findings };
}

/** The code of the failure in that output; undefined when it holds none of ours. */
export function readFailure(report: unknown): Code | undefined {
  const code = field(field(report, 'error'), 'code');
  return typeof code === 'string' && isCode(code) ? code : undefined;
}

function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
