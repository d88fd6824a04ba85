import type { Unit } from '../domain/change.ts';
import type { EnvironmentFacts, Facts } from '../domain/facts.ts';
import type { DatabaseMasking } from '../domain/masking-config.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Script } from '../domain/statement.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database } from '../ports/database.ts';
import type { Ids } from '../ports/ids.ts';
import type { Progress } from '../ports/progress.ts';
import type { KeptShadow, ShadowProvider } from '../ports/shadow-provider.ts';

export type RehearsalRequest = {
  /** Name of the target's database. */
  readonly databaseName: string;
  /** Major version of the targets, when the policy names it. */
  readonly major?: number;
  /** URLs of the targets that are at hand: none of their servers may carry the shadow. */
  readonly targetUrls?: readonly string[];
  /** What the target is like, where facts tell; a shadow that begins empty is made like it. */
  readonly environment?: EnvironmentFacts;
  /** With these the schema before the change is compared. */
  readonly facts?: Facts;
  /** What the base already holds, in order. */
  readonly baseScripts: readonly Script[];
  /** A dump of the target's schema, which is built in place of the base's migrations. */
  readonly dump?: Script;
  /** The change, in order; `scripts` are its units read. */
  readonly units: readonly Unit[];
  readonly scripts: readonly Script[];
  /** What undoes a unit, by its id: proved on a clone of its own. */
  readonly downs?: ReadonlyMap<string, { readonly unit: Unit; readonly script: Script }>;
  /** Where rows come from, masked; without it the shadow is empty but for what migrations insert. */
  readonly source?: { readonly url: string; readonly masking: Pick<DatabaseMasking, 'columns'> };
  /** Rows that were masked earlier, in place of a source, and after how many days they are stale. */
  readonly snapshot?: {
    readonly snapshot: Snapshot;
    readonly masking: Pick<DatabaseMasking, 'columns'>;
    readonly maxAgeDays: number;
  };
  /**
   * Decodes the rows that the units move from the log of the shadow, on a server of our own only; columns that
   * the masking hides, hide their values.
   */
  readonly rowImages?: { readonly masking: Pick<DatabaseMasking, 'columns'> };
  /** Keeps the shadow after the rehearsal, where it can, and is told how to reach it. */
  readonly onKept?: (kept: KeptShadow) => void;
  /** Of one statement; 60 s by default. */
  readonly statementTimeoutMs?: number;
  /** So much may the database grow while one statement runs; 4 GiB by default. */
  readonly growthBytes?: number;
  readonly signal: AbortSignal;
};

export type RehearsalPorts = {
  readonly provider: ShadowProvider;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
};
