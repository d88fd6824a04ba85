import type { RiskReason } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import { sharesOfLoss } from './scale.data.ts';
import { percentOf, sizeInWords } from './size.ts';

/** A loss: what it is, that it cannot be taken back, and how much it is. */
export function reasonsOfLoss(
  finding: Finding,
  points: number,
): readonly [RiskReason, ...(readonly RiskReason[])] {
  const { rule, message, size } = finding;
  const final = percent(points, sharesOfLoss.reversibility);
  const reach = percent(points, sharesOfLoss.reach);
  return [
    { axis: 'data-loss', points: points - final - reach, rule, description: message },
    {
      axis: 'reversibility',
      points: final,
      rule,
      description: 'What was there before comes back from a backup only.',
    },
    {
      axis: 'reach',
      points: percent(reach, percentOf(size)),
      rule,
      description: sizeInWords(size),
    },
  ];
}

/** Rounded up: a step of the size never makes nothing of something. */
export function percent(points: number, share: number): number {
  return Math.ceil((points * share) / 100);
}
