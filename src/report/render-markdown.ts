import type { StatementEvidence } from '../domain/evidence.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { Finding } from '../domain/finding.ts';
import type { MissingApproval } from '../domain/decision.ts';
import { ownerName } from '../domain/owner.ts';
import type { ReportedFile, ReportedStatement, ReviewReport } from './model.ts';
import { details, rehearsed, rowImages, score, waits } from './markdown-details.ts';
import { codeBlock, codeSpan, plainText, sealMarkdown } from './redact.ts';
import { rewriteBlocks } from './rewrites.ts';
import {
  actorInWords,
  commandInWords,
  count,
  doubts,
  fileInWords,
  measured,
  riskInWords,
  rowsTouched,
  shortSha,
  strongestLock,
  verdictOf,
  weighed,
  whoMay,
  type Show,
} from './words.ts';

/** GitHub takes 65,536 characters; the rest is for the marker and what surrounds the report. */
const longestReport = 60_000;
/** Rows of one table; more is said in one line. */
const longestList = 50;

const show: Show = (text) => codeSpan(text);

/**
 * `sluice review` as GitHub Markdown, at most 60,000 characters. Verdict, approvals and identity always
 * stay; details go first, then rows of the table.
 */
export function renderReviewMarkdown(report: ReviewReport): Redacted {
  const notices = (report.notices ?? []).map((notice) => `- Notice: ${show(notice)}`);
  const head = [
    ...verdict(report),
    '',
    ...facts(report),
    '',
    ...(notices.length === 0 ? [] : [...notices.slice(0, longestList), '']),
  ];
  const tail = ['', ...approvals(report), '', ...identity(report)];
  const essential = [...head, ...fileTable(report, longestList), ...tail].join('\n');
  if (essential.length > longestReport)
    return sealMarkdown(
      [...head, ...fileTable(report, 0), ...tail].join('\n').slice(0, longestReport),
    );
  return sealMarkdown(
    withDetails(essential, [
      reasons(report),
      ...waits(report),
      ...score(report),
      ...rehearsed(report),
      ...rowImages(report),
      ...report.files.map(fileDetails),
    ]),
  );
}

function verdict(report: ReviewReport): readonly string[] {
  const { headline, next } = verdictOf(report, show);
  return [`### ${headline}`, '', next];
}

function facts(report: ReviewReport): readonly string[] {
  const statements = report.evidence === undefined ? undefined : measured(report.evidence);
  const lock = statements === undefined ? undefined : strongestLock(statements);
  const duration = (statements ?? []).reduce((sum, { durationMs }) => sum + durationMs, 0);
  const notRehearsed = `not rehearsed${report.notRehearsed === undefined ? '' : `: ${plainText(report.notRehearsed)}`}`;
  return [
    '| Risk | Statements | Strongest lock | Rows touched | Destructive |',
    '|---|---|---|---|---|',
    `| ${[
      riskInWords(report.assessment),
      kinds(report.files),
      statements === undefined ? notRehearsed : lockInWords(lock, duration),
      statements === undefined ? 'not rehearsed' : rowsInCell(statements),
      report.assessment.destructive ? 'yes' : 'no',
    ].join(' | ')} |`,
  ];
}

function rowsInCell(statements: readonly StatementEvidence[]): string {
  const reasons = doubts(statements).slice(0, 3);
  return [
    String(rowsTouched(statements)),
    ...reasons.map((doubt) => `not predictive: ${show(doubt)}`),
  ].join('<br>');
}

function lockInWords(lock: ReturnType<typeof strongestLock>, durationMs: number): string {
  const time = durationMs === 0 ? 'rehearsed' : `rehearsed in ${Math.round(durationMs)} ms`;
  return lock === undefined ? `none, ${time}` : `${lock.mode} on ${show(lock.relation)}, ${time}`;
}

function kinds(files: readonly ReportedFile[]): string {
  const counts = new Map<string, number>();
  for (const statement of files.flatMap(({ statements }) => statements)) {
    const command = commandInWords(statement.kind);
    counts.set(command, (counts.get(command) ?? 0) + 1);
  }
  if (counts.size === 0) return 'none';
  return [...counts].map(([command, number]) => `${number} ${show(command)}`).join(', ');
}

function fileTable(report: ReviewReport, longest: number): readonly string[] {
  const rows = [
    ...report.files.map((file) => {
      const owners = report.owners.find(({ path }) => path === file.path)?.owners ?? [];
      const sentences = fileInWords(file);
      const does = sentences.slice(0, 5).map(show).join('<br>');
      const more = sentences.length > 5 ? `<br>and ${sentences.length - 5} more` : '';
      return `| ${show(file.path)} | ${does}${more} | ${riskInWords(file.assessment)} | ${owners.map((owner) => show(ownerName(owner))).join(' ') || 'nobody'} |`;
    }),
    ...report.refused.map(({ path, reason }) => `| ${show(path)} | refused: ${show(reason)} | | |`),
    ...report.controlFiles.map(
      (path) => `| ${show(path)} | control file: it changes how changes are judged | | guardians |`,
    ),
  ];
  if (rows.length === 0) return ['No governed file changes.'];
  const left = rows.length - longest;
  return [
    '| File | What it does | Risk | Owners |',
    '|---|---|---|---|',
    ...rows.slice(0, longest),
    ...(left > 0
      ? ['', `${count(left, 'more file')} not shown here; the JSON report has all.`]
      : []),
  ];
}

function approvals(report: ReviewReport): readonly string[] {
  const { decision, approvals, disregarded } = report;
  const missing = decision.kind === 'await-approval' ? decision.missing : [];
  const lines = [
    ...missing.map(
      (one) => `- Missing: ${whoMay(one, show)}${forPaths(one.paths)}. Rule: ${show(one.rule)}.`,
    ),
    ...unknownTeams(report, missing),
    ...approvals.map(
      ({ login, commit }) => `- Approved: ${show(`@${login}`)} at ${shortSha(commit)}.`,
    ),
    ...disregarded.map(({ login, why }) => `- Does not count: ${show(`@${login}`)}. ${show(why)}`),
    ...notEnough(report, missing),
  ];
  const left = lines.length - longestList;
  return [
    '**Approvals**',
    '',
    ...(lines.length === 0 ? ['- None is needed.'] : lines.slice(0, longestList)),
    ...(left > 0 ? [`- ${count(left, 'more line')} not shown here.`] : []),
  ];
}

/** Teams that could approve if anybody knew who they are. */
function unknownTeams(
  { change }: ReviewReport,
  missing: readonly MissingApproval[],
): readonly string[] {
  const { teams } = change.pullRequest;
  const names = missing
    .flatMap(({ anyOf }) => anyOf)
    .filter((owner) => owner.kind === 'team' && !teams.has(`${owner.organization}/${owner.slug}`))
    .map(ownerName);
  return [...new Set(names)].map(
    (name) =>
      `- Not known: who belongs to ${show(name)}. Give the input <code>team-token</code> a token with the permission <code>members: read</code>, or list the team in <code>.sluice/teams.yml</code> on the target branch.`,
  );
}

/** Approvals that count, but come from nobody who was asked. */
function notEnough(
  { disregarded }: ReviewReport,
  missing: readonly MissingApproval[],
): readonly string[] {
  const told = new Set(disregarded.map(({ why }) => why));
  const reasons = missing.flatMap(({ disregarded }) => disregarded.map(({ why }) => why));
  return [...new Set(reasons)]
    .filter((why) => !told.has(why))
    .map((why) => `- Is not enough: ${show(why)}`);
}

function forPaths(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return `, for ${paths.slice(0, 3).map(show).join(', ')}${more}`;
}

function identity({ change, owners, policy }: ReviewReport): readonly string[] {
  const { pullRequest } = change;
  const lines = [...new Set(owners.flatMap(({ line }) => (line === undefined ? [] : [line])))];
  const matched = lines.length === 0 ? 'no line matched' : `line ${lines.join(', ')}`;
  const codeowners = owners.length === 0 ? '' : `, ${matched}`;
  const pusher = pullRequest.lastPusher;
  return [
    [
      `Author: ${actorInWords(pullRequest.author, show)}`,
      `last pushed by ${pusher === undefined ? 'somebody unknown' : show(`@${pusher}`)}`,
      `head ${shortSha(change.head)}`,
      `CODEOWNERS at base ${shortSha(change.base)}${codeowners}`,
      `policy ${policy.digest.slice('sha256:'.length, 'sha256:'.length + 12)}, mode ${policy.mode}`,
    ].join(' · '),
  ];
}

function reasons({ decision }: ReviewReport): string {
  const lines = (reason: typeof decision.reason, depth: number): readonly string[] => [
    `${'  '.repeat(depth)}${reason.status}: ${reason.description} (${reason.rule})`,
    ...reason.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return details('Why this decision', codeBlock(lines(decision.reason, 0).join('\n'), 'text'));
}

function fileDetails(file: ReportedFile): string {
  const statements = file.statements.map((statement, index) => {
    const findings = file.findings.filter((finding) => indexOf(finding, file) === index);
    return annotated(statement, findings, file);
  });
  return details(`SQL of ${show(file.path)}`, statements.join('\n\n'));
}

/** What happened after the last statement is shown at the last statement. */
function indexOf({ statement }: Finding, { statements }: ReportedFile): number {
  return Math.min(statement, statements.length - 1);
}

function annotated(
  statement: ReportedStatement,
  findings: readonly Finding[],
  file: ReportedFile,
): string {
  const remarks = findings.flatMap((finding) => [
    `- ${finding.level}: ${show(finding.message)} (${finding.rule})`,
    `  - Why: ${plainText(finding.why)}`,
    `  - Instead: ${plainText(finding.instead)}`,
    ...weighed(finding, file).map((text) => `  - ${plainText(text)}`),
  ]);
  return [
    `Line ${statement.line}, ${show(commandInWords(statement.kind))}`,
    '',
    codeBlock(statement.sql, 'sql'),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
    ...rewriteBlocks(findings),
  ].join('\n');
}

/** Adds whole sections as long as they fit, and says how many did not. */
function withDetails(essential: string, sections: readonly string[]): string {
  const room = longestReport - 200;
  const { text, dropped } = sections.reduce(
    (report, section) => {
      const longer = `${report.text}\n\n${section}`;
      return longer.length <= room
        ? { ...report, text: longer }
        : { ...report, dropped: report.dropped + 1 };
    },
    { text: essential, dropped: 0 },
  );
  if (dropped === 0) return `${text}\n`;
  return `${text}\n\n${count(dropped, 'section')} left out for length; the JSON report has all.\n`;
}
