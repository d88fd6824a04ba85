import { type Digest, digestOf } from './digest.ts';
import type { LockMode } from './effect.ts';

/** An object as pg_identify_object names it: `table`, `public.users`. */
export type ObservedObject = { readonly type: string; readonly identity: string };

export type ObservedLock = { readonly relation: string; readonly mode: LockMode };

/** Rows that one statement moved in one table, triggers and cascades included. */
export type ObservedRows = {
  /** Schema-qualified, quoted where needed: `public.users`. */
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
};

export type StatementEvidence = {
  readonly statement: number;
  readonly durationMs: number;
  /** Taken by this statement and not held before it, strongest per relation. */
  readonly locks: readonly ObservedLock[];
  readonly rows: readonly ObservedRows[];
  /** Tables whose file changed: rewritten or truncated. */
  readonly rewrites: readonly string[];
  /** Those among `rewrites` that held rows before and hold none now. */
  readonly truncated?: readonly string[];
  readonly created: readonly ObservedObject[];
  readonly dropped: readonly ObservedObject[];
  /** Objects whose definition, owner, privileges or settings changed. */
  readonly altered: readonly ObservedObject[];
  /** Why the counts of rows say nothing of production, in a sentence; absent where they do. */
  readonly doubt?: string;
};

/** What happened to one unit on the shadow. */
export type UnitEvidence = {
  readonly unitId: string;
  readonly digest: Digest;
  readonly statements: readonly StatementEvidence[];
  /** What deferred constraints and triggers did at the end, before COMMIT. */
  readonly deferred: StatementEvidence;
};

export type RehearsalFailure = {
  readonly unitId: string;
  readonly statement: number;
  /** SQLSTATE where the server gave one. */
  readonly sqlstate?: string;
  /** What the server said, without DETAIL, which quotes values. */
  readonly message: string;
};

/** What the rehearsal observed and measured. */
export type Evidence = {
  /** How the shadow was made, in words: provider, version, data. */
  readonly shadow: ShadowDescription;
  readonly units: readonly UnitEvidence[];
  readonly outcome:
    | { readonly kind: 'completed' }
    | { readonly kind: 'failed'; readonly failure: RehearsalFailure };
};

/** A: a server of our own with a superuser beside the change. B: a server by URL. */
export type ObservationLevel = 'A' | 'B';

export type ShadowDescription = {
  readonly provider: string;
  /** Why this provider was chosen. */
  readonly reason: string;
  /** A where absent. */
  readonly level?: ObservationLevel;
  /** What this level neither sees nor bounds, in sentences. */
  readonly cannotSee?: readonly string[];
  /** How the shadow differs from the target, as far as that is known, in sentences. */
  readonly differences?: readonly string[];
  /** `server_version_num`, for example 160014. */
  readonly serverVersion: number;
  readonly data: 'none' | 'masked-copy';
  /** Rows copied per table, masked. */
  readonly copiedRows: number;
  /** Columns that were masked: `public.users.email` and the mask. */
  readonly maskedColumns: readonly { readonly column: string; readonly mask: string }[];
};

/** The same without how long things took, which is never twice the same. */
export function withoutTimes(evidence: Evidence): Evidence {
  const untimed = (seen: StatementEvidence): StatementEvidence => ({ ...seen, durationMs: 0 });
  const units = evidence.units.map((unit) => ({
    ...unit,
    statements: unit.statements.map(untimed),
    deferred: untimed(unit.deferred),
  }));
  return { ...evidence, units };
}

/** The digest by which a record of an apply names the evidence that it was compared with. */
export function evidenceDigest(evidence: Evidence): Digest {
  return digestOf(JSON.stringify(evidence));
}
