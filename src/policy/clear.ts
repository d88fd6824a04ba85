import { toCanonicalJson } from '../domain/canonical-json.ts';
import type { Change, CommitSha, Unit } from '../domain/change.ts';
import type { Clearance, ClearanceContent, ExternalClearance } from '../domain/clearance.ts';
import type { Decision } from '../domain/decision.ts';
import { digestOf, type Digest } from '../domain/digest.ts';
import type { Policy } from '../domain/policy.ts';
import { targetName, type Target } from '../domain/target.ts';
import { standingOf } from './approvals.ts';

export type ClearRequest = {
  readonly decision: Decision;
  readonly change: Change;
  /** The commit whose bytes would run: the head at review, the merged commit at apply. */
  readonly commit: CommitSha;
  /** Every unit that would run on the target, in order. */
  readonly units: readonly Unit[];
  readonly target: Target;
  readonly policy: Policy;
};

export type ClearOutcome<Cleared = Clearance> =
  | { readonly kind: 'cleared'; readonly clearance: Cleared }
  | { readonly kind: 'refused'; readonly because: readonly string[] };

/** The only maker of a Clearance. Refuses whatever was not allowed, also in observe mode. */
export function clear(request: ClearRequest): ClearOutcome {
  const { content, because } = draw(request, 'sluice');
  if (because.length > 0 || !isClearance(content)) return { kind: 'refused', because };
  return { kind: 'cleared', clearance: content };
}

/** The only maker of an ExternalClearance, where the policy leaves applying to another tool. */
export function clearExternal(request: ClearRequest): ClearOutcome<ExternalClearance> {
  const { content, because } = draw(request, 'external');
  if (because.length > 0 || !isExternalClearance(content)) return { kind: 'refused', because };
  return { kind: 'cleared', clearance: content };
}

function draw(request: ClearRequest, by: ClearanceContent['by']) {
  const { change, commit, units, target, policy } = request;
  const content: ClearanceContent = {
    by,
    change: changeDigest(target.database, units),
    commit,
    head: change.head,
    policy: policy.digest,
    approvals: standingOf(change, policy.agents).approvals,
    units,
    target,
    limits: policy.limits,
  };
  const undecided = [...whyUndecided(request.decision), ...whyNotThere(request, by)];
  return { content, because: [...undecided, ...problemsOf(content)] };
}

/** What of a clearance no longer holds; empty when its digests are those of its bytes. */
export function verifyClearance(
  clearance: Clearance | ExternalClearance,
  by: ClearanceContent['by'] = 'sluice',
): readonly string[] {
  const other = clearance.by === by ? [] : ['It was cleared for somebody else to apply.'];
  return [...other, ...problemsOf(clearance)];
}

/** Digest of a change: its database and the ids and digests of its units, in order. */
export function changeDigest(
  database: string,
  units: readonly Pick<Unit, 'id' | 'digest'>[],
): Digest {
  const listed = units.map(({ id, digest }) => ({ id, digest }));
  return digestOf(toCanonicalJson({ database, units: listed }));
}

function isClearance(content: ClearanceContent): content is Clearance {
  return content.by === 'sluice' && problemsOf(content).length === 0;
}

function isExternalClearance(content: ClearanceContent): content is ExternalClearance {
  return content.by === 'external' && problemsOf(content).length === 0;
}

function problemsOf({ change, units, target }: ClearanceContent): readonly string[] {
  const altered = units.filter(({ bytes, digest }) => digestOf(bytes) !== digest);
  const foreign = units.filter(({ database }) => database !== target.database);
  return [
    ...altered.map(({ id }) => `The bytes of ${id} are not those that its digest names.`),
    ...foreign.map(({ id }) => `${id} belongs to another database than ${targetName(target)}.`),
    ...(new Set(units.map(({ id }) => id)).size === units.length
      ? []
      : ['Two units have the same id.']),
    ...(changeDigest(target.database, units) === change
      ? []
      : ['The units are not those that were decided.']),
  ];
}

function whyUndecided(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'allow':
      return [];
    case 'await-approval':
      return ['An approval is missing.'];
    case 'deny':
      return ['The change is denied.', ...decision.because];
  }
}

function whyNotThere(
  { target, policy }: ClearRequest,
  by: ClearanceContent['by'],
): readonly string[] {
  const known = policy.databases
    .filter(({ name }) => name === target.database)
    .flatMap(({ targets }) => targets)
    .some(({ name, urlVariable }) => name === target.name && urlVariable === target.urlVariable);
  return [
    ...(known ? [] : [`The policy has no target ${targetName(target)}.`]),
    ...(policy.apply === by ? [] : [appliedElsewhere[policy.apply]]),
  ];
}

const appliedElsewhere = {
  external: 'The policy leaves applying to another tool.',
  sluice: 'The policy lets Sluice apply, so no other tool may.',
} as const;
