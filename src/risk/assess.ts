import type { Actor } from '../domain/actor.ts';
import type { Assessment, RiskReason } from '../domain/assessment.ts';
import type { Finding, Level } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import type { RiskSettings } from '../domain/policy.ts';
import type { Target } from '../domain/target.ts';
import { reasonsOfLoss } from './loss.ts';
import { defaultRisk, pointsOfLevel } from './scale.data.ts';
import {
  actorReasons,
  cascadeReasons,
  environmentReasons,
  sensitivityReasons,
} from './supplement.ts';
import { reasonOfSize } from './wait.ts';

type AssessInput = {
  /** As risk/weigh.ts leaves them; those that the policy suppresses count for nothing. */
  readonly findings: readonly Finding[];
  readonly targets?: readonly Target[];
  readonly actor: Actor;
  readonly risk?: RiskSettings | undefined;
};

const most = 100;

/**
 * Risk as an explained sum, capped at 100. It depends on what was found only, so another finding
 * never lowers it and their order does not matter. Something unknown is at least medium, and the
 * level is never below that of a finding.
 */
export function assess({ findings, targets = [], actor, risk }: AssessInput): Assessment {
  const settings = risk ?? defaultRisk;
  const counted = findings.filter(({ suppressed }) => suppressed === undefined);
  const found = reasonsOf(counted, settings);
  const weighs = found.some(({ points }) => points > 0);
  const reasons = [
    ...found,
    ...(weighs ? [...environmentReasons(targets), ...actorReasons(actor)] : []),
  ];
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  const score = Math.min(most, sum);
  const unknown = counted.some((finding) => finding.unknown);
  return {
    score,
    level: highest([
      levelOf(score, settings),
      ...counted.map(({ level }) => level),
      unknown ? 'medium' : 'low',
    ]),
    destructive: counted.some(({ destructive }) => destructive),
    unknown,
    reasons,
  };
}

/** The heaviest first; equal ones by their text, so that the order of the findings is not seen. */
function reasonsOf(findings: readonly Finding[], risk: RiskSettings): readonly RiskReason[] {
  return [
    ...findings.flatMap((finding) => explained(finding, risk)),
    ...cascadeReasons(findings),
    ...sensitivityReasons(findings),
  ].toSorted(
    (a, b) =>
      b.points - a.points || compare(a.rule, b.rule) || compare(a.description, b.description),
  );
}

/** The first reason carries how the finding would weigh less. */
function explained(finding: Finding, risk: RiskSettings): readonly RiskReason[] {
  const [first, ...rest] = pointsOf(finding, risk);
  const { counterfactual } = finding;
  return [{ ...first, ...(counterfactual === undefined ? {} : { counterfactual }) }, ...rest];
}

function pointsOf(
  finding: Finding,
  risk: RiskSettings,
): readonly [RiskReason, ...(readonly RiskReason[])] {
  const { axis, level, rule, message, destructive, unknown, denies } = finding;
  // Text that cannot be read hides every other finding, so it weighs as much as all of them could.
  const points = unknown && denies ? most : pointsOfLevel[level];
  if (axis === 'data-loss' && destructive) return reasonsOfLoss(finding, points);
  if (axis === 'lock' || axis === 'reach') return [reasonOfSize(finding, points, risk)];
  return [{ axis, points, rule, description: message }];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function levelOf(score: number, { levels: from }: RiskSettings): Level {
  return highest(levels.filter((level) => level === 'low' || score >= from[level]));
}

function highest(some: readonly Level[]): Level {
  return levels.toReversed().find((level) => some.includes(level)) ?? 'low';
}
