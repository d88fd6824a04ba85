import type { AuditRecord } from '../domain/audit-record.ts';

/** What an auditor asks of one record first; texts come from the record: render before showing. */
export type RecordSummary = {
  readonly sequence: number;
  /** Clock of the database, RFC 3339 UTC. */
  readonly at: string;
  readonly event: string;
  readonly unit: string;
  readonly unitDigest: string;
  readonly pullRequest: string;
  readonly commit: string;
  readonly head: string;
  readonly actor: string;
  readonly onBehalfOf: readonly string[];
  readonly approvers: readonly string[];
  readonly risk: string;
  readonly policy: string;
  readonly evidence: string;
  /** `public.orders: 3 updated` */
  readonly rows: readonly string[];
  /** Of a merge that is not applied: who merged it, what it brought, and why not. */
  readonly refused?: {
    readonly reason: string;
    readonly mergedBy: string;
    readonly paths: readonly string[];
    readonly because: readonly string[];
  };
  /** Of what another tool applied: what nobody may conclude. */
  readonly notGuaranteed?: readonly string[];
};

/** Reads a record's text. What is not there is told as `?`, because a summary is no verification. */
export function summaryOf({ sequence, text }: AuditRecord): RecordSummary {
  const body: unknown = JSON.parse(text);
  const word = (...path: readonly string[]): string => toWord(at(body, path));
  const event = word('event');
  const about = event === 'merge.refused' ? 'merge' : 'change';
  return {
    sequence,
    at: word('at'),
    event,
    unit: word('change', 'unit'),
    unitDigest: word('change', 'unitDigest'),
    pullRequest: word(about, 'pullRequest'),
    commit: word(about, 'commit'),
    head: word('change', 'head'),
    actor: `${word('actor', 'kind')} @${word('actor', 'login')}`,
    onBehalfOf: toList(at(body, ['actor', 'onBehalfOf'])).map(toWord),
    approvers: toList(at(body, ['approvals'])).map((approval) => toWord(at(approval, ['login']))),
    risk: `${word('risk', 'score')} of 100, ${word('risk', 'level')}`,
    policy: word('policy'),
    evidence: word('evidence'),
    rows: toList(at(body, ['effect', 'rows'])).map(toRows),
    ...(event === 'merge.refused' ? { refused: toRefused(body) } : {}),
    ...(event === 'apply.external' ? { notGuaranteed: words(body, 'notGuaranteed') } : {}),
  };
}

function toRefused(body: unknown): NonNullable<RecordSummary['refused']> {
  return {
    reason: toWord(at(body, ['outcome', 'reason'])),
    mergedBy: toWord(at(body, ['merge', 'mergedBy'])),
    paths: toList(at(body, ['merge', 'paths'])).map((path) => toWord(at(path, ['path']))),
    because: words(body, 'outcome', 'because'),
  };
}

function words(body: unknown, ...path: readonly string[]): readonly string[] {
  return toList(at(body, path)).map(toWord);
}

function toRows(rows: unknown): string {
  const moved = ['inserted', 'updated', 'deleted'].flatMap((verb) => {
    const count = toWord(at(rows, [verb]));
    return count === '0' ? [] : [`${count} ${verb}`];
  });
  return `${toWord(at(rows, ['table']))}: ${moved.join(', ')}`;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toWord(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
}
