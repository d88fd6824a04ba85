import { Environment } from '@marcbachmann/cel-js';
import type { Assessment } from '../domain/assessment.ts';
import type { Actor } from '../domain/actor.ts';
import type { Finding } from '../domain/finding.ts';

/** What a condition can ask about. */
export type Facts = {
  readonly risk: Assessment;
  readonly findings: readonly Finding[];
  readonly actor: Actor;
  readonly change: {
    readonly number: number;
    readonly targetBranch: string;
    /** Every path that differs. */
    readonly paths: readonly string[];
    readonly governed: readonly string[];
    readonly controlFiles: readonly string[];
  };
  /** Names of the targets that the change would reach. */
  readonly targets: readonly string[];
  readonly evidence: string;
};

export type ConditionOutcome =
  | { readonly kind: 'answered'; readonly holds: boolean }
  | { readonly kind: 'failed'; readonly why: string };

const environment = new Environment({
  unlistedVariablesAreDyn: false,
  limits: { maxAstNodes: 500, maxDepth: 32, maxListElements: 200, maxCallArguments: 8 },
})
  .registerType({
    name: 'Finding',
    schema: {
      rule: 'string',
      axis: 'string',
      level: 'string',
      destructive: 'bool',
      unknown: 'bool',
      source: 'string',
      path: 'string',
    },
  })
  .registerVariable({
    name: 'risk',
    schema: { score: 'int', level: 'string', destructive: 'bool', unknown: 'bool' },
  })
  .registerVariable('findings', 'list<Finding>')
  .registerVariable({
    name: 'actor',
    schema: { kind: 'string', login: 'string', onBehalfOf: 'list<string>' },
  })
  .registerVariable({
    name: 'change',
    schema: {
      number: 'int',
      targetBranch: 'string',
      paths: 'list<string>',
      governed: 'list<string>',
      controlFiles: 'list<string>',
    },
  })
  .registerVariable('targets', 'list<string>')
  .registerVariable('evidence', 'string');

/** Why this is no condition (syntax, an unknown name, a wrong type, not a boolean), or undefined. */
export function conditionProblem(source: string): string | undefined {
  const result = environment.check(source);
  if (result.error !== undefined) {
    const { summary, range } = result.error;
    return range === undefined ? summary : `${summary} (at character ${range.start + 1})`;
  }
  if (result.type === 'bool') return undefined;
  return `a condition is true or false, this is of type ${result.type ?? 'unknown'}`;
}

/** Asks a condition. Whatever goes wrong is an outcome, which the caller has to refuse. */
export function askCondition(source: string, facts: Facts): ConditionOutcome {
  try {
    const answer: unknown = environment.evaluate(source, toVariables(facts));
    if (typeof answer === 'boolean') return { kind: 'answered', holds: answer };
    return { kind: 'failed', why: 'the answer is neither true nor false' };
  } catch (error) {
    return { kind: 'failed', why: summaryOf(error) };
  }
}

/** CEL tells int from double; JavaScript's numbers are doubles, so integers go in as bigint. */
function toVariables({ risk, findings, actor, change, targets, evidence }: Facts) {
  return {
    risk: {
      score: BigInt(Math.round(risk.score)),
      level: risk.level,
      destructive: risk.destructive,
      unknown: risk.unknown,
    },
    findings: findings.map(({ rule, axis, level, destructive, unknown, source, place }) => ({
      rule,
      axis,
      level,
      destructive,
      unknown,
      source,
      path: place.path,
    })),
    actor: { ...actor, onBehalfOf: [...actor.onBehalfOf] },
    change: {
      number: BigInt(change.number),
      targetBranch: change.targetBranch,
      paths: [...change.paths],
      governed: [...change.governed],
      controlFiles: [...change.controlFiles],
    },
    targets: [...targets],
    evidence,
  };
}

/** The evaluator's message quotes the source; its summary does not. */
function summaryOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'summary' in error)
    return String(error.summary);
  return 'the evaluator failed';
}
