import type { Json } from './canonical-json.ts';
import type { Digest } from './digest.ts';

/** One event. The stored text is canonical JSON; its digest is the record's digest. */
export type AuditRecord = {
  /** From 1, without gaps, within one target. */
  readonly sequence: number;
  /** Digest of the record before; of the empty text for the first. */
  readonly previous: Digest;
  readonly digest: Digest;
  /** The exact bytes that were hashed. */
  readonly text: string;
};

export type AuditEvent =
  | 'apply.committed'
  | 'apply.intent'
  | 'apply.refused'
  | 'apply.failed'
  | 'apply.reconciled'
  /** Another tool applied it; Sluice only knows what it had allowed. */
  | 'apply.external'
  /** What a merge brought is not applied: nobody approved it, or not this. */
  | 'merge.refused';

/** What a record says beside its sequence and its link; see schemas/audit-record.json. */
export type AuditBody = { readonly event: AuditEvent } & { readonly [key: string]: Json };
