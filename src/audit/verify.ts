import type { AuditRecord } from '../domain/audit-record.ts';
import { type Json, toCanonicalJson } from '../domain/canonical-json.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { genesis } from './chain.ts';

export type Verification =
  /** `head` is the digest of the newest record; keep it elsewhere to notice a later truncation. */
  | { readonly kind: 'intact'; readonly count: number; readonly head: Digest }
  /** `at` is the sequence at which the first wrong record stands or should stand. */
  | { readonly kind: 'broken'; readonly at: number; readonly because: string };

/** One row of the ledger, as far as it can be compared with the records. */
export type LedgerClaim = {
  readonly unitId: string;
  readonly target: string;
  readonly digest: string;
  readonly state: 'intent' | 'done';
  readonly recordSequence: number;
  readonly recordDigest: string;
};

/**
 * Whether every record has the digest of its bytes, names the one before, and counts on from it.
 * A chain says nothing about records cut off its end or about a chain computed anew: for these,
 * compare `head` with a copy kept outside of the database.
 */
export function verifyChain(records: readonly AuditRecord[]): Verification {
  let head: Digest = genesis;
  for (const [index, record] of records.entries()) {
    const because = faultOf(record, index + 1, head);
    if (because !== undefined) return { kind: 'broken', at: index + 1, because };
    head = record.digest;
  }
  return { kind: 'intact', count: records.length, head };
}

function faultOf(record: AuditRecord, sequence: number, previous: Digest): string | undefined {
  if (record.sequence !== sequence)
    return `record ${sequence} is missing: ${record.sequence} follows ${sequence - 1}`;
  if (digestOf(record.text) !== record.digest)
    return 'the text of the record is not the one that was hashed';
  if (record.previous !== previous) return 'the record does not name the one before it';
  return faultOfBody(record);
}

function faultOfBody(record: AuditRecord): string | undefined {
  const body = readBody(record.text);
  if (body === undefined) return 'the text of the record is not a JSON object';
  if (body['sequence'] !== record.sequence) return 'the text of the record has another sequence';
  if (body['previous'] !== record.previous) return 'the text of the record has another predecessor';
  return undefined;
}

/** As `verifyChain`, and that each text is the one canonical form of what it says: about ten times slower. */
export function verifyStrictly(records: readonly AuditRecord[]): Verification {
  const verification = verifyChain(records);
  if (verification.kind === 'broken') return verification;
  const odd = records.find(({ text }) => !isCanonical(text));
  return odd === undefined
    ? verification
    : { kind: 'broken', at: odd.sequence, because: 'the text of the record is not canonical JSON' };
}

function isCanonical(text: string): boolean {
  const body = readBody(text);
  return body !== undefined && toCanonicalJson(body) === text;
}

const ledgerEvents: ReadonlyMap<unknown, LedgerClaim['state']> = new Map([
  ['apply.intent', 'intent'],
  ['apply.committed', 'done'],
  ['apply.reconciled', 'done'],
  ['apply.external', 'done'],
]);

/** Whether each ledger row has its record and each record that promises a ledger row has it. */
export function verifyLedger(
  records: readonly AuditRecord[],
  claims: readonly LedgerClaim[],
): Verification {
  const chain = verifyChain(records);
  if (chain.kind === 'broken') return chain;
  const bySequence = new Map(records.map((record) => [record.sequence, record]));
  for (const claim of claims) {
    const because = faultOfClaim(claim, bySequence.get(claim.recordSequence));
    if (because !== undefined) return { kind: 'broken', at: claim.recordSequence, because };
  }
  const claimed = new Set(claims.map(({ recordSequence }) => recordSequence));
  const orphan = records.find((record) => promisesRow(record) && !claimed.has(record.sequence));
  if (orphan !== undefined)
    return { kind: 'broken', at: orphan.sequence, because: 'the ledger row of the record is gone' };
  return claimed.size === claims.length
    ? chain
    : { kind: 'broken', at: repeatedIn(claims), because: 'two ledger rows name this record' };
}

function faultOfClaim(claim: LedgerClaim, record: AuditRecord | undefined): string | undefined {
  if (record === undefined) return `the ledger row of ${claim.unitId} names a record that is gone`;
  if (record.digest !== claim.recordDigest)
    return `the ledger row of ${claim.unitId} names another record`;
  const body = readBody(record.text) ?? {};
  const agrees =
    ledgerEvents.get(body['event']) === claim.state &&
    readField(body, 'change', 'unit') === claim.unitId &&
    readField(body, 'change', 'unitDigest') === claim.digest &&
    readField(body, 'target', 'name') === claim.target;
  return agrees
    ? undefined
    : `the ledger row of ${claim.unitId} says something else than its record`;
}

function promisesRow(record: AuditRecord): boolean {
  return ledgerEvents.has(readBody(record.text)?.['event']);
}

function repeatedIn(claims: readonly LedgerClaim[]): number {
  const sequences = claims.map(({ recordSequence }) => recordSequence);
  return sequences.find((sequence, index) => sequences.indexOf(sequence) !== index) ?? 0;
}

type JsonObject = { readonly [key: string]: Json };

function readField(body: JsonObject, outer: string, inner: string): Json | undefined {
  const value = body[outer];
  return isObject(value) ? value[inner] : undefined;
}

function readBody(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
