import { type Digest, digestOf } from './digest.ts';
import type { LockMode } from './effect.ts';
import type { RowImages } from './row-images.ts';

/** An object as pg_identify_object names it: `table`, `public.users`. */
export type ObservedObject = { readonly type: string; readonly identity: string };

export type ObservedLock = {
  readonly relation: string;
  readonly mode: LockMode;
  /** The table that people know: an index's or an owned sequence's table, a partition's root. */
  readonly of?: string;
};

/** Rows that one statement moved in one table, triggers and cascades included. */
export type ObservedRows = {
  /** Schema-qualified, quoted where needed: `public.users`. */
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
};

/** A table of the shadow: estimated rows, and bytes of its own file. */
export type ObservedSize = {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
};

/** A table that was read from end to end while a lock on it made somebody wait. */
export type ObservedScan = { readonly table: string; readonly rows: number };

/** What ran inside a statement: of a body, a trigger, a foreign key, a text that was made at run time. */
export type NestedStatement = {
  /** As pg_stat_statements keeps it: constants of most statements are `$1`, `$2` …; cut where it is long. */
  readonly text: string;
  readonly calls: number;
};

/** A read-only question to the target, which answers what the shadow could not. */
export type Probe = {
  /** How many rows, or whether any row makes the statement fail. */
  readonly kind: 'count' | 'violation';
  readonly sql: string;
  /** What is asked for, in our own words: `rows that the check refuses`. */
  readonly about: string;
};

/** Why the counts of rows say nothing of the target. */
export const unpredictive = ['masked-column', 'subset', 'no-rows', 'stale-baseline'] as const;

/** A `no` is never an expectation of the apply. */
export type Predictive =
  | { readonly kind: 'yes' }
  | {
      readonly kind: 'no';
      readonly because: (typeof unpredictive)[number];
      readonly sentence: string;
    };

/** How the schema before the change differs from that of the target, as its facts tell. */
export type Drift = {
  /** The first of them; empty where both are the same. */
  readonly objects: readonly DriftedObject[];
  /** So many more differ. */
  readonly more: number;
};

export type DriftedObject = {
  /** `table public.users` */
  readonly object: string;
  readonly how: (typeof drifts)[number];
};

export const drifts = ['only-on-target', 'only-on-shadow', 'different'] as const;

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
  /** Under a lock from SHARE UPDATE EXCLUSIVE up. */
  readonly scans?: readonly ObservedScan[];
  /** Sequences whose position moved, which no rollback takes back. */
  readonly sequences?: readonly string[];
  /** Write-ahead log that it made, in bytes; absent where others use the server as well. */
  readonly walBytes?: number;
  /** Sorted by text; absent where the server keeps no statistics of statements. */
  readonly nested?: readonly NestedStatement[];
  /** Whether the counts of rows speak for the target; absent from what an apply observed. */
  readonly predictive?: Predictive;
  /** What the apply asks the target where they do not; absent where nothing could be written. */
  readonly probes?: readonly Probe[];
};

/** What happened to one unit on the shadow. */
export type UnitEvidence = {
  readonly unitId: string;
  readonly digest: Digest;
  readonly statements: readonly StatementEvidence[];
  /** What deferred constraints and triggers did at the end, before COMMIT. */
  readonly deferred: StatementEvidence;
  /** Rows that it moved, from the log of the shadow; absent where nobody asked for them. */
  readonly rowImages?: RowImages;
  /** What running its down half proved; absent where it has none. */
  readonly reversal?: Reversal;
};

/** What up, down and up again showed on a clone of the same baseline. */
export type Reversal = {
  /** Where the down half stands, and the digest of what ran of it. */
  readonly path: string;
  readonly digest: Digest;
  readonly verdict: ReversalVerdict;
  /** What was not as before, or what nobody could compare, in sentences that name objects only. */
  readonly because: readonly string[];
  /** Rows that were compared: those of the shadow, made-up ones in empty tables, or none. */
  readonly rows: 'own' | 'made-up' | 'none';
};

/** `unknown`: the proof itself could not be carried out. */
export const reversalVerdicts = ['proved', 'data-loss', 'not-reversible', 'unknown'] as const;
export type ReversalVerdict = (typeof reversalVerdicts)[number];

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
    | { readonly kind: 'failed'; readonly failure: RehearsalFailure }
    /** No shadow can tell: an owner has to. Units before it were rehearsed. */
    | { readonly kind: 'not-rehearsable'; readonly failure: RehearsalFailure };
};

/** The statement was ended from outside, for running too long or for what it wrote. */
export function wasStopped(outcome: Evidence['outcome']): boolean {
  if (outcome.kind !== 'failed') return false;
  return outcome.failure.sqlstate === '57014' || outcome.failure.sqlstate === '57P01';
}

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
  /** Absent where nothing was compared: no facts of the target were given. */
  readonly drift?: Drift;
  /** `server_version_num`, for example 160014. */
  readonly serverVersion: number;
  readonly data: 'none' | 'masked-copy';
  /** When the rows of a masked snapshot were taken; absent where none was used. */
  readonly takenAt?: string;
  /** Of the tables that the change touched, before it; a table that is missing here was empty. */
  readonly sizes?: readonly ObservedSize[];
  /** Rows copied per table, masked. */
  readonly copiedRows: number;
  /** Columns that were masked: `public.users.email` and the mask. */
  readonly maskedColumns: readonly { readonly column: string; readonly mask: string }[];
};

/**
 * The same without how long things took, what they wrote to the log and the values of rows, which need not
 * be twice the same.
 */
export function withoutTimes(evidence: Evidence): Evidence {
  const untimed = (seen: StatementEvidence): StatementEvidence => ({
    ...seen,
    durationMs: 0,
    ...(seen.walBytes === undefined ? {} : { walBytes: 0 }),
  });
  const units = evidence.units.map((unit) => ({
    ...unit,
    statements: unit.statements.map(untimed),
    deferred: untimed(unit.deferred),
    ...(unit.rowImages === undefined ? {} : { rowImages: withoutImages(unit.rowImages) }),
  }));
  const { sizes, ...shadow } = evidence.shadow;
  // Estimated from a sample.
  const sized = sizes === undefined ? shadow : { ...shadow, sizes: [] };
  return { ...evidence, shadow: sized, units };
}

function withoutImages({ tables }: RowImages): RowImages {
  return { tables: tables.map((table) => ({ ...table, images: [], more: 0 })) };
}

/** The digest by which a record of an apply names the evidence that it was compared with. */
export function evidenceDigest(evidence: Evidence): Digest {
  return digestOf(JSON.stringify(evidence));
}
