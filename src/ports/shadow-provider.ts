import type { ObservationLevel } from '../domain/evidence.ts';
import type { Session } from './database.ts';

export type ShadowRequest = {
  /** Major version of the target, when it is known: preferred, not required. */
  readonly major?: number;
  /** Name of the target's database, because submitted SQL can ask. */
  readonly databaseName: string;
  /** Name of the role that runs SQL on the target, where it is known: submitted SQL can ask. */
  readonly role?: string;
  /** URLs of the targets that are at hand: the server of a target is no place for a shadow. */
  readonly targetUrls?: readonly string[];
  /** Its log has to tell single rows. */
  readonly decodable?: boolean;
  /** What its data may come to, where that is known. */
  readonly bytes?: number;
  readonly signal: AbortSignal;
};

/** A disposable database. Disposing leaves no process, no directory, no database and no role behind. */
export type Shadow = AsyncDisposable & {
  readonly provider: string;
  /** Why it was chosen, in words. */
  readonly reason: string;
  readonly level: ObservationLevel;
  /** What this level neither sees nor bounds, in sentences. */
  readonly cannotSee: readonly string[];
  /** How it differs from the target, as far as that is known, in sentences. */
  readonly differences: readonly string[];
  /** It holds a baseline already, so that none is replayed and no row copied. */
  readonly prepared: boolean;
  readonly serverVersion: number;
  /** Runs submitted SQL: no superuser, owns no database. A new session at each call. */
  worker(): Promise<Session>;
  /** Watches: on a server of our own a superuser, elsewhere a member of the worker's login. A new session at each call. */
  observer(): Promise<Session>;
  /** An observer's session can make a slot of test_decoding; absent where the log tells no rows. */
  readonly decodable?: boolean;
  /**
   * A session of another database that holds the extension pg_stat_statements, where the server keeps the
   * texts of all statements and nobody else uses it.
   */
  readonly statistics?: () => Promise<Session>;
  /**
   * Writes rows that were copied: like the worker in all it may do, but without triggers and foreign keys.
   * A superuser's session would run the conditions of tables, which the base wrote.
   */
  loader(): Promise<Session>;
  /** Lets the shadow outlive the run, where it can: then disposing leaves it. */
  readonly keep?: () => Promise<KeptShadow>;
  /** Makes roles without login or any privilege, of which the worker is a member; leaves alone those that exist. */
  provideRoles(names: readonly string[]): Promise<void>;
};

export type KeptShadow = {
  /** Commands for a shell: the one connects, the other ends it and removes all of it. */
  readonly connect: string;
  readonly remove: string;
  /** It removes itself then. */
  readonly hours: number;
};

export type ShadowProvider = { open(request: ShadowRequest): Promise<Shadow> };
