import type { Session } from './database.ts';

export type ShadowRequest = {
  /** Major version of the target, when it is known: preferred, not required. */
  readonly major?: number;
  /** Name of the target's database, because submitted SQL can ask. */
  readonly databaseName: string;
  readonly signal: AbortSignal;
};

/** A disposable server. Disposing leaves no process and no directory behind. */
export type Shadow = AsyncDisposable & {
  readonly provider: string;
  /** Why it was chosen, in words. */
  readonly reason: string;
  readonly serverVersion: number;
  /** Runs submitted SQL: no superuser, owns no database. A new session at each call. */
  worker(): Promise<Session>;
  /** Watches: may see everything. A new session at each call. */
  observer(): Promise<Session>;
};

export type ShadowProvider = { open(request: ShadowRequest): Promise<Shadow> };
