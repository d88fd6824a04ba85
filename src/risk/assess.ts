import type { Actor } from '../domain/actor.ts';
import type { Assessment, RiskReason } from '../domain/assessment.ts';
import type { Finding, Level } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import type { Target } from '../domain/target.ts';

type AssessInput = {
  readonly findings: readonly Finding[];
  readonly target?: Target;
  readonly actor: Actor;
};

/** What one finding adds to the score, and from which score on a level counts. */
const points: Readonly<Record<Level, number>> = { low: 5, medium: 15, high: 40, critical: 70 };
const thresholds: Readonly<Record<Level, number>> = { low: 0, medium: 15, high: 40, critical: 70 };

/**
 * Risk as an explained sum, capped at 100. It depends on what was found only, so another finding
 * never lowers it and their order does not matter. Something unknown is at least medium.
 */
export function assess(input: AssessInput): Assessment {
  const reasons = [...reasonsOf(input.findings), ...circumstances(input)];
  const score = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + reason.points, 0),
  );
  const unknown = input.findings.some((finding) => finding.unknown);
  return {
    score,
    level: highest([
      levelOf(score),
      ...input.findings.map(({ level }) => level),
      unknown ? 'medium' : 'low',
    ]),
    destructive: input.findings.some((finding) => finding.destructive),
    unknown,
    reasons,
  };
}

/** The heaviest first; equal ones by their text, so that the order of the findings is not seen. */
function reasonsOf(findings: readonly Finding[]): readonly RiskReason[] {
  return findings
    .map(({ axis, level, rule, message, counterfactual }) => ({
      axis,
      points: points[level],
      rule,
      description: message,
      ...(counterfactual === undefined ? {} : { counterfactual }),
    }))
    .toSorted(
      (a, b) =>
        b.points - a.points || compare(a.rule, b.rule) || compare(a.description, b.description),
    );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Where and by whom adds to what was found, and is nothing by itself. */
function circumstances({ findings, target, actor }: AssessInput): readonly RiskReason[] {
  if (findings.length === 0) return [];
  const reasons: RiskReason[] = [];
  if (target !== undefined && /^prod/i.test(target.name)) {
    reasons.push({
      axis: 'environment',
      points: 10,
      rule: 'target',
      description: 'The target is production.',
    });
  }
  if (actor.kind === 'agent') {
    reasons.push({
      axis: 'actor',
      points: 10,
      rule: 'actor',
      description: 'An agent wrote the change.',
    });
  }
  return reasons;
}

function levelOf(score: number): Level {
  return highest(levels.filter((level) => score >= thresholds[level]));
}

function highest(some: readonly Level[]): Level {
  return levels.toReversed().find((level) => some.includes(level)) ?? 'low';
}
