import type { Digest } from './digest.ts';
import type { Evidence } from './evidence.ts';

/**
 * What a rehearsal of one database's part of a change saw. It speaks for a change only where database,
 * baseline and units are the same.
 */
export type StoredRehearsal = {
  readonly database: string;
  /** Digest of what the shadow was built from: paths and blobs of the governed files before it, in order. */
  readonly baseline: Digest;
  /** Digest of the change: database, and ids and digests of its units, in order (policy/clear.ts). */
  readonly change: Digest;
  readonly evidence: Evidence;
};

/** Evidence that travels from the job that ran submitted SQL to the job that decides. */
export type StoredEvidence = {
  /** `owner/name`, lower case. */
  readonly repository: string;
  /** Run of the workflow that made it. */
  readonly run: string;
  readonly rehearsals: readonly StoredRehearsal[];
};
