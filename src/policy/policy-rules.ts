import type { PolicyRule } from '../domain/policy.ts';
import { askCondition, type Facts } from './condition.ts';
import type { Question } from './decide.ts';
import { demandOneOf, demandOwners, demandPeople, settled, type Outcome } from './demand.ts';

/** What one rule of the policy asks; a condition that cannot be answered denies. */
export function applyRule(rule: PolicyRule, question: Question): Outcome {
  const name = `policy/${rule.name}`;
  if (rule.when === undefined) return require(name, rule, question);
  const answer = askCondition(rule.when, factsOf(question));
  if (answer.kind === 'failed')
    return settled(
      name,
      'denied',
      `The condition of the rule ${rule.name} cannot be answered: ${answer.why}. Correct it in .sluice/policy.yml.`,
    );
  if (!answer.holds)
    return settled(name, 'skipped', `The condition of the rule ${rule.name} does not hold.`);
  return require(name, rule, question);
}

function require(name: string, { requires }: PolicyRule, { circumstances }: Question): Outcome {
  switch (requires.kind) {
    case 'owners':
      return demandOwners(name, circumstances);
    case 'people':
      return demandPeople(name, requires.count, circumstances);
    case 'one-of':
      return demandOneOf(name, requires.owners, circumstances.paths, circumstances);
    case 'deny':
      return settled(name, 'denied', requires.because);
  }
}

function factsOf({ input, actor, controlFiles }: Question): Facts {
  const { number, targetBranch } = input.change.pullRequest;
  return {
    risk: input.assessment,
    findings: input.findings,
    actor,
    change: {
      number,
      targetBranch,
      paths: input.change.files.map(({ path }) => path),
      governed: input.governed,
      controlFiles,
    },
    targets: input.targets,
    evidence: input.evidence,
  };
}
