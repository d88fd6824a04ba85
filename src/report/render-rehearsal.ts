import { evidenceDigest } from '../domain/evidence.ts';
import type {
  Evidence,
  NestedStatement,
  StatementEvidence,
  UnitEvidence,
} from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import type { Redacted } from '../domain/redacted.ts';
import { deadlockHints } from '../impact/deadlocks.ts';
import { lockImpacts } from '../impact/lock-impact.ts';
import { doubtInWords } from './evidence-words.ts';
import { probesInWords } from './probe-words.ts';
import { reversalsInWords, shadowInWords } from './rehearsal-words.ts';
import { rowImagesInWords } from './row-image-words.ts';
import { sealJson, sealTerminal, visible } from './redact.ts';
import { rowsInWords, strongestLock, waitsInWords } from './words.ts';

/** Evidence by name of the database, in the order in which it was gathered. */
type Rehearsals = ReadonlyMap<string, Evidence>;

/** Columns of the longest bar. */
const chartWidth = 20;

/** `sluice rehearse` for a terminal: what every statement did, how long it took beside the others, and who would wait. */
export function renderRehearsalText(
  rehearsals: Rehearsals,
  facts: ReadonlyMap<string, Facts> = new Map(),
): Redacted {
  if (rehearsals.size === 0)
    return sealTerminal('Nothing to rehearse: no governed file changes.\n');
  const lines = [...rehearsals].flatMap(([database, evidence]) =>
    rehearsalLines(database, evidence, facts.get(database)),
  );
  return sealTerminal(`${lines.join('\n')}\n`);
}

/** schemas/rehearsal.json */
export function renderRehearsalJson(rehearsals: Rehearsals): Redacted {
  return sealJson({
    version: 1,
    rehearsals: [...rehearsals].map(([database, evidence]) => ({
      database,
      digest: evidenceDigest(evidence),
      evidence,
    })),
  });
}

function rehearsalLines(
  database: string,
  evidence: Evidence,
  facts: Facts | undefined,
): readonly string[] {
  const { shadow, units, outcome } = evidence;
  const longest = Math.max(...units.flatMap(observationsOf).map(({ durationMs }) => durationMs), 1);
  const ending =
    outcome.kind === 'completed'
      ? 'It ran to its end.'
      : `${outcome.kind === 'failed' ? 'It failed' : 'It stopped'} in ${visible(outcome.failure.unitId)}, statement ${outcome.failure.statement + 1}: ${visible(outcome.failure.message)}`;
  return [
    `${visible(database)}: rehearsed on PostgreSQL ${toVersion(shadow.serverVersion)}, ${dataInWords(evidence)}.`,
    `  ${visible(shadow.reason)}`,
    ...shadowInWords(shadow).map((sentence) => `  ${visible(sentence)}`),
    '',
    ...units.flatMap((unit) => [
      visible(unit.unitId),
      ...unit.statements.flatMap((statement) =>
        statementLines(String(statement.statement + 1), statement, longest),
      ),
      ...(didSomething(unit.deferred) ? statementLines('end', unit.deferred, longest) : []),
      ...imageLines(unit),
      '',
    ]),
    ...waitLines(evidence, facts),
    ...reversalLines(units),
    ending,
    `Evidence ${evidenceDigest(evidence)}`,
  ];
}

function reversalLines(units: Evidence['units']): readonly string[] {
  const lines = reversalsInWords(units);
  return lines.length === 0
    ? []
    : ['Down halves', ...lines.map((line) => `  ${visible(line)}`), ''];
}

function imageLines(unit: UnitEvidence): readonly string[] {
  const lines = rowImagesInWords(unit);
  return lines.length === 0
    ? []
    : ['  Rows in the log of the shadow', ...lines.map((line) => `    ${visible(line)}`)];
}

function waitLines(evidence: Evidence, facts: Facts | undefined): readonly string[] {
  const impacts = lockImpacts(evidence, facts);
  const lines = waitsInWords({ impacts, deadlocks: deadlockHints(evidence, facts) });
  return lines.length === 0 ? [] : ['Who waits', ...lines.map((line) => `  ${visible(line)}`), ''];
}

function observationsOf({ statements, deferred }: UnitEvidence): readonly StatementEvidence[] {
  return [...statements, deferred];
}

function didSomething({ rows, created, dropped, altered, locks }: StatementEvidence): boolean {
  return [rows, created, dropped, altered, locks].some((part) => part.length > 0);
}

function statementLines(
  name: string,
  statement: StatementEvidence,
  longest: number,
): readonly string[] {
  const { durationMs, rows, rewrites, truncated, created, dropped, altered } = statement;
  const lock = strongestLock([statement]);
  const bar = '█'.repeat(Math.max(1, Math.round((durationMs / longest) * chartWidth)));
  const held = lock === undefined ? 'no lock' : `${lock.mode} on ${visible(lock.relation)}`;
  const objects = [
    ...dropped.map(({ type, identity }) => `dropped ${type} ${identity}`),
    ...altered.map(({ type, identity }) => `altered ${type} ${identity}`),
    ...created.map(({ type, identity }) => `created ${type} ${identity}`),
    ...(truncated ?? []).map((table) => `emptied ${table}`),
    ...rewrites.map((table) => `rewrote ${table}`),
    ...rows.map(rowsInWords),
    ...(statement.scans ?? []).map(
      ({ table, rows: read }) => `read all of ${table} under its lock: ${read} rows`,
    ),
    ...(statement.sequences ?? []).map(
      (sequence) => `moved ${sequence}, which no rollback takes back`,
    ),
    ...insideInWords(statement.nested ?? []),
  ];
  return [
    `  ${name.padStart(3)}  ${bar.padEnd(chartWidth)}  ${`${Math.round(durationMs)} ms`.padStart(8)}  ${held}`,
    ...objects.map((sentence) => `       ${visible(sentence)}`),
    ...doubtLines(statement),
  ];
}

function doubtLines(statement: StatementEvidence): readonly string[] {
  const doubt = doubtInWords(statement);
  if (doubt === undefined) return [];
  return [
    `       not predictive: ${visible(doubt)}`,
    ...probesInWords(statement.probes ?? []).map((probe) => `       ${visible(probe)}`),
  ];
}

/** Characters of one text, and texts of one statement, that people are shown; JSON has them all. */
const shownText = 120;
const shownTexts = 8;

/** What ran inside, but for what only looked. */
function insideInWords(nested: readonly NestedStatement[]): readonly string[] {
  const acting = nested.filter(({ text }) => !/^\s*select\b/i.test(text));
  const shown = acting.slice(0, shownTexts).map(({ text, calls }) => {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    const short = line.length > shownText ? `${line.slice(0, shownText)}…` : line;
    return `ran inside${calls === 1 ? '' : `, ${calls} times`}: ${short}`;
  });
  const more = acting.length - shown.length;
  return more === 0 ? shown : [...shown, `ran inside: ${more} more, which --format json lists`];
}

function dataInWords({ shadow }: Evidence): string {
  return shadow.data === 'none'
    ? 'with no rows but those that migrations insert'
    : `on a masked copy of ${shadow.copiedRows} rows${shadow.takenAt === undefined ? '' : `, a snapshot of ${visible(shadow.takenAt)}`}`;
}

/** `server_version_num` 150018 → 15.18 */
function toVersion(number: number): string {
  return `${Math.floor(number / 10_000)}.${number % 10_000}`;
}
