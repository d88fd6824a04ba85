import { advance, catalogOf } from './catalog/catalog.ts';
import type { Assessment } from './domain/assessment.ts';
import type { Change } from './domain/change.ts';
import type { Decision } from './domain/decision.ts';
import type { Effect } from './domain/effect.ts';
import type { Evidence } from './domain/evidence.ts';
import type { Facts } from './domain/facts.ts';
import type { Finding } from './domain/finding.ts';
import type { DatabaseMasking } from './domain/masking-config.ts';
import type { Policy, Suppression } from './domain/policy.ts';
import type { Script } from './domain/statement.ts';
import { targetName } from './domain/target.ts';
import type { Target } from './domain/target.ts';
import { effectsOf } from './effects/effects.ts';
import { observedEffects } from './effects/observed.ts';
import type { Codeowners } from './policy/codeowners.ts';
import { actorOf, decide } from './policy/decide.ts';
import type { EvidenceState } from './policy/decide.ts';
import { expiredSuppressions, suppress } from './policy/suppress.ts';
import { assess } from './risk/assess.ts';
import { weigh } from './risk/weigh.ts';
import { evaluateRules } from './rules/evaluate.ts';

/** The part of a change that one database would run. */
type JudgedDatabase = {
  /** The governed paths that it would run, in order. */
  readonly paths: readonly string[];
  readonly scripts: readonly Script[];
  /** The target that matters most: the last one, by custom production. */
  readonly target: Target | undefined;
  /** Its major version; undefined when the policy does not say. */
  readonly postgres: number | undefined;
  /** What is known of the target that matters most; undefined where nobody made a facts file. Stale ones never lower. */
  readonly facts?: Facts;
  /** Which of its columns are masked, by the base's rules; it only raises. */
  readonly masking?: DatabaseMasking | undefined;
  /** What a rehearsal observed; undefined before it, or where there was none. */
  readonly evidence: Evidence | undefined;
};

export type JudgeInput = {
  readonly change: Change;
  readonly policy: Policy;
  /** Undefined where the base has no CODEOWNERS. */
  readonly codeowners: Codeowners | undefined;
  readonly databases: readonly JudgedDatabase[];
  /** Governed paths that the layout or git refused, with the reason. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly rehearsal: Rehearsal;
  /** RFC 3339, UTC; without it no suppression of the policy holds. */
  readonly now?: string | undefined;
};

/** `pending`: not yet. `skipped`: nobody wanted one. `done`: every database has its evidence. */
export type Rehearsal = 'pending' | 'skipped' | 'done';

export type Judgement = {
  readonly effects: readonly Effect[];
  readonly findings: readonly Finding[];
  readonly assessment: Assessment;
  readonly decision: Decision;
  /** Suppressions of the policy whose last day is over. */
  readonly expired: readonly Suppression[];
};

/** The whole decision as one pure function: called before the rehearsal, and again with what it saw. */
export function judge(input: JudgeInput): Judgement {
  const parts = input.databases.map((database) => judgeDatabase(database, input.policy));
  const effects = parts.flatMap((part) => part.effects);
  const { suppressions = [], risk } = input.policy;
  const found = parts.flatMap((part) => part.findings);
  const findings = suppress(found, suppressions, input.now, effects);
  const targets = input.databases.flatMap(({ target }) => (target === undefined ? [] : [target]));
  const actor = actorOf(input.change, input.policy);
  const assessment = assess({ findings, actor, targets, risk });
  const decision = decide({
    ...input,
    governed: input.databases.flatMap(({ paths }) => paths),
    findings: findings.filter(({ suppressed }) => suppressed === undefined),
    assessment,
    evidence: evidenceState(input),
    targets: targets.map(targetName),
  });
  const expired = expiredSuppressions(suppressions, input.now);
  return { effects, findings, assessment, decision, expired };
}

function evidenceState({ rehearsal, databases }: JudgeInput): EvidenceState {
  const touched = databases.filter(({ paths }) => paths.length > 0);
  if (touched.length === 0) return 'not-needed';
  if (rehearsal === 'pending') return 'pending';
  if (touched.some(({ evidence }) => evidence?.outcome.kind === 'failed')) return 'failed';
  if (touched.some(({ evidence }) => evidence?.outcome.kind === 'not-rehearsable'))
    return 'not-rehearsable';
  if (rehearsal === 'skipped' || touched.some(({ evidence }) => evidence === undefined))
    return 'none';
  return 'completed';
}

function judgeDatabase(
  { scripts, evidence, postgres, facts, masking }: JudgedDatabase,
  { switched, risk }: Pick<Policy, 'switched' | 'risk'>,
) {
  const before = catalogOf(facts);
  const predicted = effectsOf(scripts, before, { postgres });
  const observed = evidence === undefined ? [] : observedEffects(evidence);
  const effects = [...predicted, ...observed];
  const findings = evaluateRules(effects, advance(before, predicted), scripts, {
    postgres,
    switched,
  });
  return { effects, findings: weigh(findings, { facts, effects, risk, switched, masking }) };
}
