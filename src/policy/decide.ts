import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Change } from '../domain/change.ts';
import type { Decision, Reason } from '../domain/decision.ts';
import type { Finding } from '../domain/finding.ts';
import type { Policy } from '../domain/policy.ts';
import { isMachine, kindOfAccount } from './agents.ts';
import { standingOf } from './approvals.ts';
import type { Codeowners } from './codeowners.ts';
import { controlFilesOf } from './control-files.ts';
import { settled, type Circumstances, type Outcome } from './demand.ts';
import { floorOf } from './floor.ts';
import { applyRule } from './policy-rules.ts';

/**
 * What is known of the rehearsal. `pending`: it still runs, and this is not the last decision.
 * `none`: there was none. `not-needed`: nothing would run, or nobody decides by it (`sluice check`).
 */
export type EvidenceState =
  | 'pending'
  | 'none'
  | 'completed'
  | 'failed'
  | 'not-rehearsable'
  | 'not-needed';

export type DecisionInput = {
  readonly change: Change;
  readonly policy: Policy;
  /** Undefined where the base has no CODEOWNERS file. */
  readonly codeowners: Codeowners | undefined;
  /** Paths of the change that belong to a governed database. */
  readonly governed: readonly string[];
  /** Governed paths that the layout or git refused: each denies. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly findings: readonly Finding[];
  readonly assessment: Assessment;
  readonly evidence: EvidenceState;
  /** Names of the targets that the change would reach. */
  readonly targets: readonly string[];
};

/**
 * Decides. The floor is always evaluated and no policy can lower it; the rules of the policy only
 * add to it. Control files are found here, in the files of the change.
 */
export function decide(input: DecisionInput): Decision {
  const actor = actorOf(input.change, input.policy);
  const circumstances = circumstancesOf(input);
  const controlFiles = controlFilesOf(input.change);
  if (input.governed.length + input.refused.length + controlFiles.length === 0)
    return conclude([settled('governed-files', 'skipped', 'The change touches nothing governed.')]);
  const question = { input, actor, circumstances, controlFiles };
  const outcomes = [
    ...floorOf(question),
    ...input.policy.rules.map((rule) => applyRule(rule, question)),
  ];
  return conclude(outcomes);
}

/** Everything that a rule may look at. */
export type Question = {
  readonly input: DecisionInput;
  readonly actor: Actor;
  readonly circumstances: Circumstances;
  readonly controlFiles: readonly string[];
};

/** Whether the decision has to stop the change: never in observe mode, which only shows it. */
export function enforced(decision: Decision, policy: Pick<Policy, 'mode'>): boolean {
  return policy.mode === 'enforce' && decision.kind !== 'allow';
}

/** The author as the policy sees it; a person's change that a machine pushed last is the machine's. */
export function actorOf({ pullRequest }: Pick<Change, 'pullRequest'>, policy: Policy): Actor {
  const { author, lastPusher } = pullRequest;
  if (author.kind !== 'human') return author;
  if (policy.agents.includes(author.login)) return { ...author, kind: 'agent' };
  if (lastPusher === undefined || !isMachine(lastPusher, policy.agents)) return author;
  return {
    kind: kindOfAccount(lastPusher, 'bot', policy.agents),
    login: lastPusher,
    onBehalfOf: [author.login],
  };
}

function circumstancesOf({ change, policy, codeowners, governed }: DecisionInput): Circumstances {
  const moved = change.files.flatMap(({ path, previousPath }) =>
    previousPath !== undefined && governed.includes(path) ? [previousPath] : [],
  );
  return {
    change,
    policy,
    codeowners,
    standing: standingOf(change, policy.agents),
    paths: [...new Set([...governed, ...moved])],
  };
}

function conclude(outcomes: readonly Outcome[]): Decision {
  const children = outcomes.map(({ reason }) => reason);
  const because = children.flatMap(denials);
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  const waiting = missing.length > 0 || children.some(({ status }) => status === 'missing');
  if (because.length > 0) return { kind: 'deny', because, reason: root('denied', children) };
  if (waiting) return { kind: 'await-approval', missing, reason: root('missing', children) };
  return { kind: 'allow', reason: root('satisfied', children) };
}

function denials(reason: Reason): readonly string[] {
  if (reason.status !== 'denied') return [];
  const deeper = reason.children.flatMap(denials);
  return deeper.length > 0 ? deeper : [reason.description];
}

function root(status: 'denied' | 'missing' | 'satisfied', children: readonly Reason[]): Reason {
  const description = {
    denied: 'The change is denied.',
    missing: 'The change waits for approval.',
    satisfied: 'The change is allowed.',
  }[status];
  return { rule: 'gate', status, description, children };
}
