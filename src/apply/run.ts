import type { RecordContext } from '../audit/record.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { PullRequest } from '../domain/change.ts';
import type { Clearance } from '../domain/clearance.ts';
import type { Effect } from '../domain/effect.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Script } from '../domain/statement.ts';
import type { Clock } from '../ports/clock.ts';
import type { CredentialProvider } from '../ports/credential-provider.ts';
import type { Database, Session } from '../ports/database.ts';
import type { Ids } from '../ports/ids.ts';
import type { Progress } from '../ports/progress.ts';

/** What was cleared, as it was judged: for what the apply may do and what its record says. */
export type ExecuteInput = {
  /** One for each unit of the clearance. */
  readonly scripts: readonly Script[];
  /** Static effects of these scripts. */
  readonly effects: readonly Effect[];
  /** Of a rehearsal at the merged commit. */
  readonly evidence: Evidence;
  readonly assessment: Assessment;
  readonly actor: Actor;
  readonly pullRequest: Pick<PullRequest, 'number' | 'title'>;
  readonly base: string;
  /** `owner/name`, when the code host knows it. */
  readonly repository?: string;
};

export type ExecutePorts = {
  readonly database: Database;
  readonly credentials: CredentialProvider;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/** One apply to one target, while the advisory lock is held. */
export type Run = {
  readonly clearance: Clearance;
  readonly input: ExecuteInput;
  readonly ports: ExecutePorts;
  /** `billing/production` */
  readonly target: string;
  /** Holds the lock, stands beside the change to observe it, and writes what is recorded alone. */
  readonly keeper: Session;
  /** A new session: nothing that one unit sets reaches the next. */
  readonly connect: () => Promise<Session>;
  readonly context: RecordContext;
};

/** A number from 0 up to 1, for waits that must not fall into step. */
export function jitter(ids: Ids): number {
  const [byte = 0] = ids.random(1);
  return byte / 256;
}
