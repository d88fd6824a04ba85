import type { Application } from '../domain/application.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Effect } from '../domain/effect.ts';
import type { Finding } from '../domain/finding.ts';
import { ownerName } from '../domain/owner.ts';
import type { Redacted } from '../domain/redacted.ts';
import type {
  AuditReport,
  CheckReport,
  OwnersRow,
  ReportedFile,
  ReportedStatement,
  ReviewReport,
} from './model.ts';
import { mapped } from './pieces.ts';
import { sealJson, sealJsonPieces } from './redact.ts';

/** schemas/check.json */
export function renderCheckJson(report: CheckReport): Iterable<Redacted> {
  return sealJsonPieces({
    version: 1,
    ...(report.policy === undefined ? {} : { policy: report.policy }),
    ...(report.notices === undefined ? {} : { notices: report.notices }),
    files: mapped(report.files, toFile),
    assessment: toAssessment(report.assessment),
    decision: report.decision,
  });
}

/** schemas/review.json */
export function renderReviewJson(report: ReviewReport): Redacted {
  const { change, evidence, notRehearsed } = report;
  const { pullRequest } = change;
  return sealJson({
    version: 1,
    change: {
      pullRequest: pullRequest.number,
      base: change.base,
      head: change.head,
      author: pullRequest.author,
      ...(pullRequest.lastPusher === undefined ? {} : { lastPusher: pullRequest.lastPusher }),
    },
    policy: report.policy,
    ...(report.notices === undefined ? {} : { notices: report.notices }),
    files: report.files.map(toFile),
    refused: report.refused,
    controlFiles: report.controlFiles,
    owners: report.owners.map(toOwnersRow),
    approvals: report.approvals,
    disregarded: report.disregarded,
    assessment: toAssessment(report.assessment),
    decision: report.decision,
    ...(evidence === undefined ? {} : { evidence }),
    ...(notRehearsed === undefined ? {} : { notRehearsed }),
    ...(report.impacts === undefined ? {} : { impacts: report.impacts }),
    ...(report.deadlocks === undefined ? {} : { deadlocks: report.deadlocks }),
  });
}

/** schemas/owners.json */
export function renderOwnersJson(rows: readonly OwnersRow[]): Redacted {
  return sealJson(rows.map(toOwnersRow));
}

export function renderApplicationJson(application: Application): Redacted {
  return sealJson({ version: 1, ...application });
}

export function renderAuditJson(report: AuditReport): Redacted {
  return sealJson({ version: 1, intact: report.problems.length === 0, ...report });
}

function toFile(file: ReportedFile) {
  return {
    path: file.path,
    ...(file.factsTakenAt === undefined ? {} : { factsTakenAt: file.factsTakenAt }),
    statements: mapped(file.statements, toStatement),
    findings: file.findings.map(toFinding),
    assessment: toAssessment(file.assessment),
    decision: file.decision,
  };
}

function toStatement({ line, column, sql, kind, effects }: ReportedStatement) {
  return { line, column, sql, kind, effects: effects.map(toEffect) };
}

/** The statement says where: the place of the effect within the change is left out. */
function toEffect({ unitId: _unit, statement: _statement, ...effect }: Effect) {
  return effect;
}

function toFinding({ rule, level, message, why, instead, place, source, ...marks }: Finding) {
  return {
    rule,
    axis: marks.axis,
    level,
    message,
    line: place.line,
    column: place.column,
    why,
    instead,
    source,
    destructive: marks.destructive,
    unknown: marks.unknown,
    denies: marks.denies,
    usesFacts: marks.usesFacts ?? false,
    ...(marks.object === undefined ? {} : { object: marks.object }),
    ...(marks.size === undefined ? {} : { size: marks.size }),
    ...(marks.personal === undefined ? {} : { personal: marks.personal }),
    ...(marks.masked === undefined ? {} : { masked: marks.masked }),
    ...(marks.followers === undefined ? {} : { followers: marks.followers }),
    ...(marks.suppressed === undefined ? {} : { suppressed: marks.suppressed }),
    ...(marks.counterfactual === undefined ? {} : { counterfactual: marks.counterfactual }),
    ...(marks.rewrite === undefined ? {} : { rewrite: marks.rewrite }),
  };
}

function toAssessment({ score, level, destructive, unknown, reasons }: Assessment) {
  return { score, level, destructive, unknown, reasons };
}

function toOwnersRow({ path, owners, line, reason }: OwnersRow) {
  return { path, owners: owners.map(ownerName), line: line ?? null, reason };
}
