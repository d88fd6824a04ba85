import type { Actor } from '../domain/actor.ts';
import type { RiskReason } from '../domain/assessment.ts';
import type { Finding } from '../domain/finding.ts';
import type { Target } from '../domain/target.ts';
import { supplements } from './scale.data.ts';

/** What goes along by CASCADE, once however often. */
export function cascadeReasons(findings: readonly Finding[]): readonly RiskReason[] {
  const followers = findings.flatMap((finding) => finding.followers ?? []);
  if (followers.every((count) => count === 0)) return [];
  const known = followers.every((count) => count >= 0);
  const most = Math.max(...followers);
  const description = known
    ? `By the facts ${most} other ${most === 1 ? 'relation depends' : 'relations depend'} on it.`
    : 'What depends on it goes as well, and nobody knows how much that is.';
  return [{ axis: 'reach', points: supplements.cascade, rule: 'cascade', description }];
}

/** Personal data is touched, once however often. */
export function sensitivityReasons(findings: readonly Finding[]): readonly RiskReason[] {
  const byName = findings.flatMap(({ personal = [] }) => personal);
  const byMasking = findings.flatMap(({ masked = [] }) => masked);
  const columns = [...new Set([...byName, ...byMasking])].toSorted();
  if (columns.length === 0) return [];
  const named = columns.slice(0, 3).join(', ');
  const more = columns.length > 3 ? ` and ${columns.length - 3} more` : '';
  const known = byMasking.length === 0 ? 'By their names' : 'By their names or the masking rules';
  return [
    {
      axis: 'sensitivity',
      points: supplements.personal,
      rule: 'personal-data',
      description: `${known} these columns hold personal data or secrets: ${named}${more}.`,
    },
  ];
}

export function environmentReasons(targets: readonly Target[]): readonly RiskReason[] {
  if (!targets.some(({ name }) => /^prod/i.test(name))) return [];
  return [
    {
      axis: 'environment',
      points: supplements.production,
      rule: 'target',
      description: 'The target is production.',
    },
  ];
}

export function actorReasons({ kind }: Actor): readonly RiskReason[] {
  if (kind !== 'agent') return [];
  return [
    {
      axis: 'actor',
      points: supplements.agent,
      rule: 'actor',
      description: 'An agent wrote the change.',
    },
  ];
}
