import { advance, catalogOf } from '../catalog/catalog.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Decision, Reason } from '../domain/decision.ts';
import type { Effect } from '../domain/effect.ts';
import type { Facts } from '../domain/facts.ts';
import { levels } from '../domain/finding.ts';
import type { DatabaseMasking } from '../domain/masking-config.ts';
import type { Finding, Level } from '../domain/finding.ts';
import type { RiskSettings, Suppression, SwitchedRules } from '../domain/policy.ts';
import type { Script, Statement } from '../domain/statement.ts';
import { effectsOf } from '../effects/effects.ts';
import { suppress } from '../policy/suppress.ts';
import type { CheckReport, ReportedFile, ReportedStatement, UsedPolicy } from '../report/model.ts';
import { assess } from '../risk/assess.ts';
import { weigh } from '../risk/weigh.ts';
import { evaluateRules } from '../rules/evaluate.ts';

/** Nobody is known to have written a file that is only read. */
export const nobody: Actor = { kind: 'human', login: '', onBehalfOf: [] };

export type Judged = {
  readonly findings: readonly Finding[];
  readonly assessment: Assessment;
};

export type CheckOptions = {
  /** What the own rules of the user's policy say of a file (own-rules.ts); undefined when none speaks. */
  readonly askOwnRules: ((path: string, judged: Judged) => Decision | undefined) | undefined;
  /** Denied from this level on. */
  readonly failOn: Level | undefined;
  /** Major version of the database that runs a file; undefined when nobody said. */
  readonly postgresOf: (path: string) => number | undefined;
  /** What is known of the target that runs a file; undefined when nobody said. */
  readonly factsOf?: ((path: string) => Facts | undefined) | undefined;
  /** Rules about taste that the policy switches on. */
  readonly switched?: SwitchedRules | undefined;
  readonly risk?: RiskSettings | undefined;
  /** What the policy allows in a file for a while; nothing without `now`, RFC 3339. */
  readonly suppressionsOf?: ((path: string) => readonly Suppression[]) | undefined;
  readonly now?: string | undefined;
  /** Which columns are masked in the database that runs a file. */
  readonly maskingOf?: ((path: string) => DatabaseMasking | undefined) | undefined;
  /** The policy that all of this is from. */
  readonly used?: UsedPolicy | undefined;
  readonly notices?: readonly string[] | undefined;
};

export type CheckedFile = {
  readonly path: string;
  readonly script: Script;
  /** Why its layout does not take it. */
  readonly refused?: readonly string[];
};

/**
 * Judges each file alone: a folder may hold what ran years ago, and a table that an old file created
 * is nobody's to drop freely today.
 */
export function checkScripts(files: readonly CheckedFile[], options: CheckOptions): CheckReport {
  return toReport(
    files.map((file) => checkFile(file, options)),
    options,
  );
}

/** What is said of all files together. */
export function toReport(
  files: readonly ReportedFile[],
  { risk, used, notices = [] }: Pick<CheckOptions, 'risk' | 'used' | 'notices'>,
): CheckReport {
  const findings = files.flatMap((file) => file.findings);
  const assessed = assess({ findings, actor: nobody, risk });
  const unknown = files.some(({ assessment }) => assessment.unknown);
  return {
    files,
    ...(used === undefined ? {} : { policy: used }),
    ...(notices.length === 0 ? {} : { notices }),
    assessment: { ...assessed, unknown },
    decision: worst(files),
  };
}

/** What is said of one file; nothing of it holds its trees. */
export function checkFile(
  { path, script, refused = [] }: CheckedFile,
  options: CheckOptions,
): ReportedFile {
  const before = catalogOf(options.factsOf?.(path));
  const postgres = options.postgresOf(path);
  const effects = effectsOf([script], before, { postgres });
  const catalog = advance(before, effects);
  const found = evaluateRules(effects, catalog, [script], {
    postgres,
    switched: options.switched,
  });
  const { facts } = before;
  const { risk, switched } = options;
  const masking = options.maskingOf?.(path);
  const weighed = weigh(found, { facts, effects, risk, switched, masking });
  const allowed = options.suppressionsOf?.(path) ?? [];
  const findings = suppress(weighed, allowed, options.now, effects);
  const assessed = assess({ findings, actor: nobody, risk });
  const assessment = { ...assessed, unknown: assessed.unknown || refused.length > 0 };
  return {
    path,
    source: script.source,
    statements: reportStatements(script, effects),
    findings,
    ...(facts === undefined ? {} : { factsTakenAt: facts.takenAt }),
    assessment,
    decision:
      refused.length > 0 ? deny(refused) : decideFile(path, { findings, assessment }, options),
  };
}

/** Statements with their places and effects, for the report. */
export function reportStatements(
  script: Script,
  effects: readonly Effect[],
): readonly ReportedStatement[] {
  const byStatement = new Map<number, Effect[]>();
  for (const effect of effects) {
    if (effect.unitId !== script.unitId) continue;
    const known = byStatement.get(effect.statement);
    if (known === undefined) byStatement.set(effect.statement, [effect]);
    else known.push(effect);
  }
  return script.statements.map((statement, index) => ({
    line: statement.place.line,
    column: statement.place.column,
    sql: statement.text,
    kind: kindOf(statement),
    effects: byStatement.get(index) ?? [],
  }));
}

function kindOf(statement: Statement): string {
  return statement.kind === 'parsed' ? statement.tag : 'unparsed';
}

function decideFile(
  path: string,
  { findings: all, assessment }: Judged,
  { askOwnRules, failOn }: CheckOptions,
): Decision {
  const findings = all.filter(({ suppressed }) => suppressed === undefined);
  const denying = findings.filter(({ denies }) => denies);
  if (denying.length > 0) return deny(denying.map(({ rule, message }) => `${rule}: ${message}`));
  if (failOn !== undefined && findings.length > 0 && reaches(assessment.level, failOn))
    return deny([`The level ${assessment.level} reaches --fail-on ${failOn}.`]);
  return askOwnRules?.(path, { findings, assessment }) ?? awaitOrAllow(assessment);
}

/** Low risk waits for nobody; a pull request says who is waited for, so no name stands here. */
function awaitOrAllow({ level, destructive, unknown }: Assessment): Decision {
  if (level === 'low' && !destructive && !unknown)
    return { kind: 'allow', reason: reason('satisfied', 'Nothing in it asks for an approval.') };
  const rule = destructive ? 'destructive' : unknown ? 'unknown' : 'level';
  return {
    kind: 'await-approval',
    missing: [{ rule, paths: [], anyOf: [], disregarded: [] }],
    reason: reason('missing', 'Its risk asks for an approval.'),
  };
}

function reaches(level: Level, bar: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(bar);
}

function deny(because: readonly string[]): Decision {
  const children = because.map((description) => reason('denied', description));
  return { kind: 'deny', because, reason: { ...reason('denied', 'It is refused.'), children } };
}

function reason(status: Reason['status'], description: string): Reason {
  return { rule: 'check', status, description, children: [] };
}

/** The decision of the whole is that of its worst file. */
function worst(files: readonly ReportedFile[]): Decision {
  const decisions = files.map(({ decision }) => decision);
  const because = decisions.flatMap((decision) =>
    decision.kind === 'deny' ? decision.because : [],
  );
  if (because.length > 0) return deny(because);
  return (
    decisions.find(({ kind }) => kind === 'await-approval') ?? {
      kind: 'allow',
      reason: reason('satisfied', 'Nothing in it asks for an approval.'),
    }
  );
}
