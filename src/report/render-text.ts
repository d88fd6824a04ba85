import type { Application, UnitApplication } from '../domain/application.ts';
import type { Decision, Reason } from '../domain/decision.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding, Level } from '../domain/finding.ts';
import { ownerName } from '../domain/owner.ts';
import type { Redacted } from '../domain/redacted.ts';
import { excerptsOf } from './excerpt.ts';
import { entryLines } from './audit-entry.ts';
import type { AuditReport, CheckReport, OwnersRow, ReportedFile, ReviewReport } from './model.ts';
import { answerInWords } from './probe-words.ts';
import { gathered, mapped } from './pieces.ts';
import { rowImagesInWords } from './row-image-words.ts';
import { reversalsInWords, shadowInWords } from './rehearsal-words.ts';
import { rewritesShown } from './rewrites.ts';
import { sealTerminal, visible } from './redact.ts';
import {
  actorInWords,
  count,
  doubts,
  fileInWords,
  measured,
  pointsInWords,
  policyInWords,
  riskInWords,
  rowsInWords,
  shortSha,
  strongestLock,
  verdictOf,
  waitsInWords,
  weighed,
  whoMay,
} from './words.ts';

export type TextOptions = { readonly colour: boolean };

/** `sluice check` for a terminal. */
export function* renderCheckText(report: CheckReport, options: TextOptions): Generator<Redacted> {
  const lines = mapped(checkLines(report, painter(options)), (line) => `${line}\n`);
  for (const piece of gathered(lines)) yield sealTerminal(piece);
}

function* checkLines(report: CheckReport, paint: Paint): Generator<string> {
  for (const file of report.files) {
    yield* fileLines(file, paint);
    yield '';
  }
  yield policyInWords(report, visible);
  yield* (report.notices ?? []).map((notice) => `Notice: ${visible(notice)}`);
  yield `${count(report.files.length, 'file')} read. Risk: ${riskInWords(report.assessment)}.`;
  yield* decisionLines(report.decision, paint);
}

/** `sluice review` for a terminal. */
export function renderReviewText(report: ReviewReport, options: TextOptions): Redacted {
  const paint = painter(options);
  const { change, evidence } = report;
  const { headline, next } = verdictOf(report, visible);
  return sealLines([
    paint(decisionColour(report.decision), headline),
    next,
    '',
    `Pull request ${change.pullRequest.number}: ${visible(change.pullRequest.title)}`,
    `Author: ${actorInWords(change.pullRequest.author, visible)}`,
    `Head: ${shortSha(change.head)}, rules from base ${shortSha(change.base)}`,
    `Risk: ${riskInWords(report.assessment)}`,
    ...pointsInWords(report.assessment, visible).map((line) => `  ${line}`),
    ...(report.notices ?? []).map((notice) => `Notice: ${visible(notice)}`),
    '',
    ...report.files.flatMap((file) => [...fileLines(file, paint), ...summary(file), '']),
    ...listed(
      'Refused files',
      report.refused.map(({ path, reason }) => `${visible(path)}: ${visible(reason)}`),
    ),
    ...listed('Control files', report.controlFiles.map(visible)),
    ...rehearsalLines(evidence, report.notRehearsed),
    ...listed('Who waits', waitsInWords(report).map(visible)),
    ...approvalLines(report),
    'Why',
    ...reasonLines(report.decision.reason, 1),
  ]);
}

/** `sluice owners` for a terminal. */
export function renderOwnersText(rows: readonly OwnersRow[]): Redacted {
  return sealLines(
    rows.map(({ path, owners, line, reason }) => {
      const names = owners.map((owner) => visible(ownerName(owner))).join(' ');
      const where = line === undefined ? '' : `line ${line}: `;
      return `${visible(path)}  ${names === '' ? 'nobody' : names}  (${where}${visible(reason)})`;
    }),
  );
}

/** What an apply did, for a terminal. */
export function renderApplicationText(application: Application, options: TextOptions): Redacted {
  const paint = painter(options);
  const headlines = {
    applied: paint('green', 'Applied.'),
    'nothing-to-do': 'Nothing to do: everything is applied already.',
    refused: paint('red', 'Refused: what was not committed was rolled back.'),
  };
  return sealLines([
    `Target ${visible(application.target)}. ${headlines[application.outcome]}`,
    ...application.units.flatMap(unitLines),
  ]);
}

/** What a verification of the audit records found, for a terminal. */
export function renderAuditText(report: AuditReport, options: TextOptions): Redacted {
  const paint = painter(options);
  const verdict =
    report.problems.length === 0
      ? paint('green', 'The chain is whole.')
      : paint('red', `The chain is broken: ${count(report.problems.length, 'problem')}.`);
  return sealLines([
    `Target ${visible(report.target)}: ${count(report.records, 'record')}. ${verdict}`,
    ...report.problems.map(({ sequence, problem }) => {
      return `  ${sequence === undefined ? '' : `record ${sequence}: `}${visible(problem)}`;
    }),
    ...report.entries.flatMap(entryLines),
    ...(report.head === undefined ? [] : [`Last record: ${report.head}`]),
  ]);
}

type Colour = 'red' | 'green' | 'yellow' | 'plain';
type Paint = (colour: Colour, text: string) => string;

const codes = { red: 31, green: 32, yellow: 33, plain: 0 } as const;

function painter({ colour }: TextOptions): Paint {
  return (name, text) =>
    colour && name !== 'plain' ? `\u001B[${codes[name]}m${text}\u001B[39m` : text;
}

function levelColour(level: Level): Colour {
  if (level === 'low') return 'plain';
  return level === 'medium' ? 'yellow' : 'red';
}

function decisionColour({ kind }: Decision): Colour {
  if (kind === 'allow') return 'green';
  return kind === 'deny' ? 'red' : 'yellow';
}

function* fileLines(file: ReportedFile, paint: Paint): Generator<string> {
  const excerptAt = excerptsOf(file.source);
  const rewriteLines = rewritesShown();
  yield `${visible(file.path)}: ${count(file.statements.length, 'statement')}, risk ${riskInWords(file.assessment)}`;
  for (const finding of file.findings) {
    yield* findingLines(finding, excerptAt(finding.place), paint);
    yield* weighed(finding, file).map((text) => `      ${visible(text)}`);
    yield* rewriteLines(finding);
  }
}

function findingLines(
  finding: Finding,
  excerpt: readonly string[],
  paint: Paint,
): readonly string[] {
  const { line, column } = finding.place;
  const observed = finding.source === 'observed' ? ' (observed)' : '';
  return [
    `  ${line}:${column} ${paint(levelColour(finding.level), finding.level)} ${visible(finding.message)}${observed}  [${finding.rule}]`,
    ...excerpt.map((text) => `    ${text}`),
    `      Why: ${visible(finding.why)}`,
    `      Instead: ${visible(finding.instead)}`,
  ];
}

/** Without findings, the effects tell what the file does. */
function summary(file: ReportedFile): readonly string[] {
  return file.findings.length > 0 ? [] : fileInWords(file).map((text) => `  ${visible(text)}`);
}

function decisionLines(decision: Decision, paint: Paint): readonly string[] {
  const headline = {
    allow: 'Allowed.',
    'await-approval': 'Waiting for approval.',
    deny: 'Denied.',
  }[decision.kind];
  return [
    paint(decisionColour(decision), headline),
    ...(decision.kind === 'deny' ? decision.because.map((text) => `  ${visible(text)}`) : []),
    ...(decision.kind === 'await-approval'
      ? decision.missing.map((missing) => `  ${whoMay(missing, visible)} must approve.`)
      : []),
  ];
}

function rehearsalLines(
  evidence: Evidence | undefined,
  why: string | undefined,
): readonly string[] {
  if (evidence === undefined)
    return ['Rehearsal', `  Not rehearsed. ${visible(why ?? '')}`.trimEnd(), ''];
  const statements = measured(evidence);
  const lock = strongestLock(statements);
  const { shadow, outcome } = evidence;
  return [
    'Rehearsal',
    `  On ${visible(shadow.provider)}, PostgreSQL ${Math.floor(shadow.serverVersion / 10_000)}; ${count(shadow.copiedRows, 'masked row')} copied, ${count(shadow.maskedColumns.length, 'column')} masked.`,
    ...(outcome.kind !== 'completed'
      ? [
          `  ${outcome.kind === 'failed' ? 'Failed' : 'Stopped'} in ${visible(outcome.failure.unitId)}: ${visible(outcome.failure.message)}`,
        ]
      : []),
    `  Strongest lock: ${lock === undefined ? 'none' : `${lock.mode} on ${visible(lock.relation)}`}`,
    ...statements.flatMap(({ rows }) => rows).map((rows) => `  ${visible(rowsInWords(rows))}`),
    ...doubts(statements).map((doubt) => `  Not predictive: ${visible(doubt)}`),
    ...[...shadowInWords(shadow), ...reversalsInWords(evidence.units)].map(
      (sentence) => `  ${visible(sentence)}`,
    ),
    ...imageLines(evidence),
    '',
  ];
}

function imageLines({ units }: Evidence): readonly string[] {
  const lines = units.flatMap(rowImagesInWords);
  return lines.length === 0
    ? []
    : ['  Rows in the log of the shadow', ...lines.map((line) => `    ${visible(line)}`)];
}

function approvalLines({ decision, approvals, disregarded }: ReviewReport): readonly string[] {
  const missing = decision.kind === 'await-approval' ? decision.missing : [];
  return listed('Approvals', [
    ...approvals.map(({ login, commit }) => `@${visible(login)} approved at ${shortSha(commit)}`),
    ...missing.map((one) => `missing: ${whoMay(one, visible)} (${visible(one.rule)})`),
    ...disregarded.map(({ login, why }) => `@${visible(login)} does not count: ${visible(why)}`),
  ]);
}

function reasonLines(reason: Reason, depth: number): readonly string[] {
  return [
    `${'  '.repeat(depth)}${reason.status}: ${visible(reason.description)} (${visible(reason.rule)})`,
    ...reason.children.flatMap((child) => reasonLines(child, depth + 1)),
  ];
}

function unitLines(unit: UnitApplication): readonly string[] {
  const name = `  ${visible(unit.unitId)}:`;
  switch (unit.kind) {
    case 'applied':
      return [
        `${name} applied, record ${unit.record}`,
        ...unit.rows.map((rows) => `    ${visible(rowsInWords(rows))}`),
        ...(unit.probes ?? []).map((answer) => `    ${visible(answerInWords(answer))}`),
      ];
    case 'already-applied':
      return [`${name} applied before, record ${unit.record}`];
    case 'refused':
      return [`${name} refused`, ...unit.because.map((text) => `    ${visible(text)}`)];
  }
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function sealLines(lines: readonly string[]): Redacted {
  return sealTerminal(`${lines.join('\n')}\n`);
}
