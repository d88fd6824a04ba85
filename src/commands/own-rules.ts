import type { Decision, Reason } from '../domain/decision.ts';
import type { GovernedDatabase, Policy, PolicyRule } from '../domain/policy.ts';
import { askCondition } from '../policy/condition.ts';
import type { Facts } from '../policy/condition.ts';
import { matchesGlob } from '../policy/glob.ts';
import { nobody } from './check-scripts.ts';
import type { Judged } from './check-scripts.ts';

/**
 * What a policy's own rules say of one file that is in no pull request: a rule that denies, denies;
 * a rule that asks for an approval makes it wait. Undefined when no rule speaks.
 */
export function askOwnRules(
  policy: Policy,
  path: string,
  { findings, assessment }: Judged,
): Decision | undefined {
  const facts: Facts = {
    risk: assessment,
    findings,
    actor: nobody,
    change: { number: 0, targetBranch: '', paths: [path], governed: [path], controlFiles: [] },
    targets: policy.databases.flatMap(({ name, targets }) =>
      targets.map((target) => `${name}/${target.name}`),
    ),
    evidence: 'not-needed',
  };
  const spoken = policy.rules.flatMap((rule) => speak(rule, facts));
  const children = spoken.map(({ reason }) => reason);
  const because = spoken.flatMap(({ denies, reason }) => (denies ? [reason.description] : []));
  if (because.length > 0) return { kind: 'deny', because, reason: root('denied', children) };
  if (spoken.length === 0) return undefined;
  const missing = children.map(({ rule }) => ({ rule, paths: [path], anyOf: [], disregarded: [] }));
  return { kind: 'await-approval', missing, reason: root('missing', children) };
}

/** The database that governs the path. */
export function databaseOf({ databases }: Policy, path: string): GovernedDatabase | undefined {
  return databases.find(({ paths }) => paths.some((pattern) => matchesGlob(pattern, path)));
}

type Spoken = { readonly denies: boolean; readonly reason: Reason };

function speak(rule: PolicyRule, facts: Facts): readonly Spoken[] {
  const answer =
    rule.when === undefined
      ? { kind: 'answered' as const, holds: true }
      : askCondition(rule.when, facts);
  if (answer.kind === 'failed')
    return [
      denial(rule, `The condition of the rule ${rule.name} cannot be answered: ${answer.why}.`),
    ];
  if (!answer.holds) return [];
  if (rule.requires.kind === 'deny') return [denial(rule, rule.requires.because)];
  const description = `The rule ${rule.name} asks for an approval.`;
  return [{ denies: false, reason: reasonOf(rule, 'missing', description) }];
}

function denial(rule: PolicyRule, description: string): Spoken {
  return { denies: true, reason: reasonOf(rule, 'denied', description) };
}

function reasonOf(rule: PolicyRule, status: Reason['status'], description: string): Reason {
  return { rule: `policy/${rule.name}`, status, description, children: [] };
}

function root(status: Reason['status'], children: readonly Reason[]): Reason {
  return { rule: 'check', status, description: 'The policy’s own rules speak.', children };
}
