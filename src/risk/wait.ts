import type { RiskReason } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import type { RiskSettings } from '../domain/policy.ts';
import { percent } from './loss.ts';
import { isSmall, percentOf, sizeInWords } from './size.ts';

/** What takes longer the larger the table is: waiting for a lock, a scan or a rewrite, and rows that are written. */
export function reasonOfSize(
  finding: Finding,
  points: number,
  { smallTable }: RiskSettings,
): RiskReason {
  const { axis, rule, message, size, level } = finding;
  const isProvenSmall = axis === 'lock' && level === 'low' && isSmall(size, smallTable);
  return {
    axis,
    points: isProvenSmall ? 0 : percent(points, percentOf(size)),
    rule,
    description: size === undefined ? message : `${message} ${sizeInWords(size)}`,
  };
}
