import { makesNamesUncertain } from '../catalog/moves-names.ts';
import { objectName, type Effect, type ObjectReference } from '../domain/effect.ts';
import type { Finding } from '../domain/finding.ts';
import type { Suppression } from '../domain/policy.ts';
import { matchesGlob } from './glob.ts';

/** RFC 3339 in UTC; undefined where nobody says what day it is, and then nothing is suppressed. */
type Now = string | undefined;

/**
 * Marks the findings that the policy of the base allows for a while. What denies, loses data or
 * objects, is critical, hides something, was only observed or cannot be judged stays as it is: no
 * policy lowers the floor. Nor is anything allowed of a name that the change itself may have given to
 * another object.
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  now: Now,
  effects: readonly Effect[],
): readonly Finding[] {
  const moving = effects.filter((effect) => makesNamesUncertain(effect) || remakes(effect));
  const active = suppressions.filter((one) => now !== undefined && !isExpired(one, now));
  return findings.map((finding) => {
    const found = isSuppressible(finding)
      ? active.find((suppression) => isAbout(suppression, finding))
      : undefined;
    // Asked last: it looks at the whole change, and hardly any finding is suppressed.
    if (found === undefined || moving.some((effect) => mayMove(effect, finding))) return finding;
    return { ...finding, suppressed: { reason: found.reason, expires: found.expires } };
  });
}

/** Suppressions whose last day is over: they hold for nothing any more. */
export function expiredSuppressions(
  suppressions: readonly Suppression[],
  now: Now,
): readonly Suppression[] {
  return suppressions.filter((one) => now !== undefined && isExpired(one, now));
}

/** What to do about a suppression whose last day is over. */
export function expiryInWords({ rule, object, expires }: Suppression): string {
  return `The policy suppresses ${rule} for ${object} until ${expires}. That day is over, so it holds no more: extend it or take it out.`;
}

function isExpired({ expires }: Suppression, now: string): boolean {
  return now.slice(0, 10) > expires;
}

function isSuppressible({ level, axis, source, ...marks }: Finding): boolean {
  if (marks.denies || marks.destructive || marks.unknown) return false;
  return level !== 'critical' && axis !== 'concealment' && source === 'static';
}

function remakes({ kind }: Effect): boolean {
  return kind === 'creates' || kind === 'drops';
}

/** What the statement itself does to the object comes after it was named. */
function mayMove(effect: Effect, { object, unitId, statement }: Finding): boolean {
  const isOwn = effect.unitId === unitId && effect.statement === statement;
  if (effect.kind === 'creates' || effect.kind === 'drops')
    return !isOwn && effect.object.name === object?.name;
  return effect.kind !== 'alters' || !isOwn;
}

function isAbout({ rule, object, paths }: Suppression, finding: Finding): boolean {
  if (finding.rule !== rule || nameOf(finding.object) !== object) return false;
  const { path } = finding.place;
  return paths === undefined || paths.some((pattern) => matchesGlob(pattern, path));
}

/** A dot inside a quoted name would make one object look like another. */
function nameOf(object: ObjectReference | undefined): string | undefined {
  if (object === undefined) return undefined;
  const parts = [object.schema ?? '', object.name, object.part ?? ''];
  return parts.some((part) => part.includes('.')) ? undefined : objectName(object);
}
