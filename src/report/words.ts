import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { MissingApproval } from '../domain/decision.ts';
import { lockModes, type Effect, type LockMode } from '../domain/effect.ts';
import type { Evidence, ObservedRows, StatementEvidence } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import { levels } from '../domain/finding.ts';
import { ownerName } from '../domain/owner.ts';
import { impactsInWords } from '../impact/words.ts';
import { sizeInWords } from '../risk/size.ts';
import { effectInWords } from './effect-words.ts';
import { doubtInWords } from './evidence-words.ts';
import type { CheckReport, ReportedFile, ReviewReport } from './model.ts';
import { probesInWords } from './probe-words.ts';

/** Makes text of the change safe for one medium. Everything here that names something takes it. */
export type Show = (text: string) => string;

/** The verdict: what the state is, and who must do what next. */
export type Verdict = { readonly headline: string; readonly next: string };

export function verdictOf(report: ReviewReport, show: Show): Verdict {
  const verdict = enforcedVerdict(report, show);
  if (report.policy.mode === 'enforce') return verdict;
  return {
    headline: `Observed only. ${verdict.headline}`,
    next: `${verdict.next} The policy is in observe mode and blocks nothing.`,
  };
}

function enforcedVerdict({ decision, approvals, change }: ReviewReport, show: Show): Verdict {
  switch (decision.kind) {
    case 'allow': {
      const names = approvals.map(({ login }) => show(`@${login}`)).join(', ');
      const by = names === '' ? 'no approval is needed' : `approved by ${names}`;
      return {
        headline: `Ready: ${by} at ${shortSha(change.head)}.`,
        next: 'Next: merge it.',
      };
    }
    case 'await-approval':
      return {
        headline: `Waiting: ${count(decision.missing.length, 'approval')} missing.`,
        next: `Next: ${decision.missing.map((missing) => `${whoMay(missing, show)} must approve`).join('; ')}.`,
      };
    case 'deny':
      return {
        headline: `Blocked: ${show(decision.because[0] ?? 'the decision gives no reason')}${moreReasons(decision.because.length)}`,
        next: `Next: ${show(`@${change.pullRequest.author.login}`)} must resolve what is named above; no approval can.`,
      };
  }
}

/** Any one of the owners, in words. */
export function whoMay({ anyOf }: MissingApproval, show: Show): string {
  if (anyOf.length === 0) return 'a person with write access who did not make the change';
  return anyOf.map((owner) => show(ownerName(owner))).join(' or ');
}

/** `human @carol`, `agent @copilot for @carol`, or `an agent steered by @carol` in their own pull request. */
export function actorInWords({ kind, login, onBehalfOf }: Actor, show: Show): string {
  const people = onBehalfOf.map((person) => show(`@${person}`)).join(', ');
  if (onBehalfOf.includes(login)) return `an ${kind} steered by ${people}`;
  return `${kind} ${show(`@${login}`)}${people === '' ? '' : ` for ${people}`}`;
}

/** `82 of 100, critical, destructive`. */
export function riskInWords({ score, level, destructive, unknown }: Assessment): string {
  const marks = [destructive ? 'destructive' : '', unknown ? 'partly unknown' : ''];
  return [`${score} of 100`, level, ...marks.filter((mark) => mark !== '')].join(', ');
}

/** What helps to weigh a finding, as sentences to be shown. */
export function weighed(finding: Finding, { factsTakenAt }: ReportedFile): readonly string[] {
  const { usesFacts, counterfactual, suppressed, size } = finding;
  const date = factsTakenAt === undefined ? '' : ` of ${factsTakenAt.slice(0, 10)}`;
  const facts = size === undefined ? `By the facts${date}.` : sizeInWords(size);
  return [
    ...(suppressed === undefined
      ? []
      : [`Suppressed by the policy until ${suppressed.expires}: ${suppressed.reason}`]),
    ...(usesFacts === true ? [facts] : []),
    ...(counterfactual === undefined ? [] : [`Otherwise: ${counterfactual}`]),
  ];
}

const origins = {
  option: 'as --policy says',
  'work-tree': 'of this repository',
  'target-branch': 'of the target branch',
} as const;

/** Which policy a check went by. */
export function policyInWords({ policy }: Pick<CheckReport, 'policy'>, show: Show): string {
  if (policy === undefined) return 'Policy: none. This repository has no .sluice/policy.yml.';
  const { path, from, digest } = policy;
  return `Policy: ${show(path)}, ${origins[from]} (${digest.slice(0, 'sha256:'.length + 12)}).`;
}

/** `+42 data-loss: Drops table users. (drop-table)`, one line a reason of the score. */
export function pointsInWords({ reasons }: Assessment, show: Show): readonly string[] {
  return reasons.map(
    ({ points, axis, description, rule, counterfactual }) =>
      `+${points} ${axis}: ${show(description)} (${rule})${counterfactual === undefined ? '' : ` Otherwise: ${counterfactual}`}`,
  );
}

/** What a file does, in a few sentences: its findings, the worst first, else its effects. */
export function fileInWords(file: ReportedFile): readonly string[] {
  const worst = file.findings.toSorted(
    (one, other) => levels.indexOf(other.level) - levels.indexOf(one.level),
  );
  const messages = unique(worst.map(({ message }) => message));
  if (messages.length > 0) return messages;
  const effects = file.statements.flatMap(({ effects }) => effects.filter(isTelling));
  const sentences = unique(effects.map((effect) => toSentence(effectInWords(effect))));
  return sentences.length > 0 ? sentences : ['Nothing that Sluice knows of.'];
}

/** Everything that a rehearsal measured, statement by statement, deferred work included. */
export function measured(evidence: Evidence): readonly StatementEvidence[] {
  return evidence.units.flatMap(({ statements, deferred }) => [...statements, deferred]);
}

/** The strongest lock that was observed, and on what. */
export function strongestLock(
  statements: readonly StatementEvidence[],
): { readonly mode: LockMode; readonly relation: string } | undefined {
  return statements
    .flatMap(({ locks }) => locks)
    .reduce<{ readonly mode: LockMode; readonly relation: string } | undefined>(
      (strongest, lock) =>
        strongest === undefined || lockModes.indexOf(lock.mode) > lockModes.indexOf(strongest.mode)
          ? lock
          : strongest,
      undefined,
    );
}

/** `public.orders: 12 updated, 1 deleted`, unescaped. */
export function rowsInWords({ table, inserted, updated, deleted }: ObservedRows): string {
  const parts = [
    inserted > 0 ? `${inserted} inserted` : '',
    updated > 0 ? `${updated} updated` : '',
    deleted > 0 ? `${deleted} deleted` : '',
  ].filter((part) => part !== '');
  return `${table}: ${parts.length === 0 ? 'none' : parts.join(', ')}`;
}

export function rowsTouched(statements: readonly StatementEvidence[]): number {
  return statements
    .flatMap(({ rows }) => rows)
    .reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
}

/** Whom the locks would make wait and how they could deadlock, in sentences, unescaped. */
export function waitsInWords({
  impacts = [],
  deadlocks = [],
}: Pick<ReviewReport, 'impacts' | 'deadlocks'>): readonly string[] {
  return [...impactsInWords(impacts), ...deadlocks];
}

/** Why counts of rows say nothing of production and what the apply does about it, each once. */
export function doubts(statements: readonly StatementEvidence[]): readonly string[] {
  return unique(
    statements.flatMap((statement) => {
      const doubt = doubtInWords(statement);
      return doubt === undefined
        ? []
        : [[doubt, ...probesInWords(statement.probes ?? [])].join(' ')];
    }),
  );
}

/** The command of a grammar node: `CREATE TABLE` of `CreateStmt`, `ALTER TABLE` of `AlterTableStmt`. */
export function commandInWords(kind: string): string {
  const name = kind.replace(/Stmt$/, '');
  return shortNames[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
}

const shortNames: Readonly<Record<string, string>> = {
  unparsed: 'unparsed',
  Create: 'CREATE TABLE',
  CreateSeq: 'CREATE SEQUENCE',
  CreateTrig: 'CREATE TRIGGER',
  Index: 'CREATE INDEX',
  View: 'CREATE VIEW',
  Rename: 'ALTER … RENAME',
  VariableSet: 'SET',
  Dropdb: 'DROP DATABASE',
  Createdb: 'CREATE DATABASE',
};

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}

/** Locks and scans follow from what is done; what was observed and not predicted is a finding. */
function isTelling({ kind, source }: Effect): boolean {
  return kind !== 'locks' && kind !== 'scans' && source === 'static';
}

function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function moreReasons(reasons: number): string {
  return reasons > 1 ? ` (and ${count(reasons - 1, 'more reason')})` : '';
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
