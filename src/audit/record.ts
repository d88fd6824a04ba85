import type { Actor } from '../domain/actor.ts';
import type { ProbeAnswer } from '../domain/application.ts';
import type { Approval } from '../domain/approval.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { AuditBody, AuditEvent } from '../domain/audit-record.ts';
import type { Json } from '../domain/canonical-json.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import type { StatementEvidence } from '../domain/evidence.ts';

/** What is the same in all records of one apply. */
export type RecordContext = {
  readonly change: {
    readonly digest: Digest;
    readonly repository?: string;
    readonly pullRequest: number;
    /** Only its digest is kept: a title is free text from outside. */
    readonly title: string;
    readonly commit: string;
    readonly head: string;
    readonly base: string;
  };
  readonly actor: Actor;
  readonly approvals: readonly Approval[];
  readonly assessment: Assessment;
  readonly policy: Digest;
  readonly evidence: Digest;
  readonly target: RecordedTarget;
};

/** Where something was done or refused. */
export type RecordedTarget = {
  readonly database: string;
  /** `billing/production`. */
  readonly name: string;
  /** Of the cluster, in decimal digits. */
  readonly systemIdentifier: string;
  /** `server_version_num`. */
  readonly serverVersion: number;
  readonly transport: string;
};

type RecordedUnit = {
  readonly id: string;
  readonly digest: Digest;
  readonly statements: readonly { readonly tag: string; readonly text: string }[];
};

export type RecordedOutcome = {
  readonly event: AuditEvent;
  /** Clock of the database, RFC 3339 UTC. */
  readonly at: string;
  /** Clock of the machine that ran the apply, RFC 3339 UTC. */
  readonly atRunner: string;
  readonly unit: RecordedUnit;
  /** In whole milliseconds; unknown where another tool ran it. */
  readonly durationMs?: number;
  readonly attempts?: number;
  readonly effect?: readonly StatementEvidence[];
  readonly sqlstate?: string;
  /** Our own words: no SQL, no value, no server message. */
  readonly because?: readonly string[];
  /** What the target said before anything was locked. */
  readonly probes?: readonly ProbeAnswer[];
  /** What the reader must not conclude from the record, in our own words. */
  readonly notGuaranteed?: readonly string[];
};

/** A record over this is cut down to counts: about 16 KB. */
const softLimit = 16_384;

/** What a record says. It holds digests of SQL and names of objects, never SQL, row values or server messages. */
export function toRecordBody(context: RecordContext, outcome: RecordedOutcome): AuditBody {
  const whole = assemble(context, outcome, listEffect);
  const size = JSON.stringify(whole).length;
  return size <= softLimit ? whole : assemble(context, outcome, countEffect);
}

type RenderEffect = (effect: readonly StatementEvidence[]) => Json;

function assemble(
  context: RecordContext,
  outcome: RecordedOutcome,
  render: RenderEffect,
): AuditBody {
  return {
    event: outcome.event,
    at: outcome.at,
    atRunner: outcome.atRunner,
    change: toChange(context, outcome.unit, render === countEffect),
    actor: {
      kind: context.actor.kind,
      login: context.actor.login,
      onBehalfOf: context.actor.onBehalfOf,
    },
    approvals: context.approvals.map(({ login, reviewId, commit, submittedAt }) => ({
      login,
      reviewId,
      commit,
      submittedAt,
    })),
    risk: toRisk(context.assessment),
    policy: context.policy,
    evidence: context.evidence,
    target: { ...context.target },
    effect: outcome.effect === undefined ? null : render(outcome.effect),
    timing: toTiming(outcome),
    outcome: { sqlstate: outcome.sqlstate ?? null, because: outcome.because ?? [] },
    ...toProbes(outcome.probes ?? []),
    ...(outcome.notGuaranteed === undefined ? {} : { notGuaranteed: outcome.notGuaranteed }),
  };
}

function toProbes(answers: readonly ProbeAnswer[]): { readonly [key: string]: Json } {
  if (answers.length === 0) return {};
  const probes = answers.map((answer) =>
    answer.kind === 'counted' ? { ...answer, rows: String(answer.rows) } : { ...answer },
  );
  return { probes };
}

function toTiming({ durationMs, attempts }: RecordedOutcome): Json {
  if (durationMs === undefined || attempts === undefined) return null;
  return { durationMs: Math.round(durationMs), attempts };
}

function toChange(context: RecordContext, unit: RecordedUnit, brief: boolean): Json {
  const { change } = context;
  const statements = unit.statements.map(({ tag, text }) => ({
    kind: tag,
    digest: digestOf(text),
  }));
  return {
    repository: change.repository ?? null,
    pullRequest: change.pullRequest,
    title: digestOf(change.title),
    commit: change.commit,
    head: change.head,
    base: change.base,
    digest: change.digest,
    unit: unit.id,
    unitDigest: unit.digest,
    statementCount: statements.length,
    statements: brief ? [] : statements,
  };
}

function toRisk(assessment: Assessment): Json {
  return {
    score: Math.round(assessment.score),
    level: assessment.level,
    destructive: assessment.destructive,
    unknown: assessment.unknown,
    rules: [...new Set(assessment.reasons.map(({ rule }) => rule))],
  };
}

function listEffect(effect: readonly StatementEvidence[]): Json {
  return {
    rows: rowsOf(effect).map(({ table, inserted, updated, deleted }) => ({
      table,
      inserted: String(inserted),
      updated: String(updated),
      deleted: String(deleted),
    })),
    created: effect.flatMap(({ created }) => created.map(toObject)),
    dropped: effect.flatMap(({ dropped }) => dropped.map(toObject)),
    altered: effect.flatMap(({ altered }) => altered.map(toObject)),
    rewrites: [...new Set(effect.flatMap(({ rewrites }) => rewrites))],
    locks: effect.flatMap(({ locks }) => locks.map(({ relation, mode }) => ({ relation, mode }))),
  };
}

function toObject({ type, identity }: { readonly type: string; readonly identity: string }): Json {
  return { type, identity };
}

/** How much there was of each, and the digest of the whole list. */
function countEffect(effect: readonly StatementEvidence[]): Json {
  const count = (pick: (part: StatementEvidence) => readonly unknown[]): number =>
    effect.reduce((sum, part) => sum + pick(part).length, 0);
  return {
    digest: digestOf(JSON.stringify(listEffect(effect))),
    tables: rowsOf(effect).length,
    created: count((part) => part.created),
    dropped: count((part) => part.dropped),
    altered: count((part) => part.altered),
    locks: count((part) => part.locks),
  };
}

/** Rows per table over all statements, tables in order of their first appearance. */
export function rowsOf(effect: readonly StatementEvidence[]): StatementEvidence['rows'] {
  const totals = new Map<string, StatementEvidence['rows'][number]>();
  for (const row of effect.flatMap(({ rows }) => rows)) {
    const before = totals.get(row.table) ?? { inserted: 0, updated: 0, deleted: 0 };
    totals.set(row.table, {
      table: row.table,
      inserted: before.inserted + row.inserted,
      updated: before.updated + row.updated,
      deleted: before.deleted + row.deleted,
    });
  }
  return [...totals.values()];
}
