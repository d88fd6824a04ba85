import type { Digest } from './digest.ts';

/** Rows of one database that were masked and proved when they were taken; the schema comes from a baseline. */
export type Snapshot = {
  readonly database: string;
  /** RFC 3339, UTC. */
  readonly takenAt: string;
  readonly maskedColumns: readonly { readonly column: string; readonly mask: string }[];
  readonly tables: readonly SnapshotTable[];
  readonly sequences: readonly SnapshotSequence[];
  /** Of `data`. */
  readonly digest: Digest;
  /** The rows of each table in turn, as COPY writes text. */
  readonly data: Uint8Array;
};

export type SnapshotTable = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** How many of the data's bytes are its rows. */
  readonly bytes: number;
};

export type SnapshotSequence = {
  /** Quoted where needed. */
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
};

/** A larger one is not written and not read. */
export const mostSnapshotBytes = 256 * 1024 * 1024;
