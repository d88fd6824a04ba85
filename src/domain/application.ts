import type { Digest } from './digest.ts';
import type { ObservedRows } from './evidence.ts';

/** What the target said before the unit took any lock. */
export type ProbeAnswer = {
  /** Place of the statement in the unit, from 0. */
  readonly statement: number;
  /** What was asked for, in our own words. */
  readonly about: string;
} & (
  | { readonly kind: 'counted'; readonly rows: number }
  /** There is no row that makes the statement fail. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'violated' }
  /** Nobody knows: what is asked for is not there yet, or must not be read, or takes too long. */
  | { readonly kind: 'unanswered'; readonly sqlstate: string }
);

/** What the apply did with one unit. */
export type UnitApplication =
  | {
      readonly kind: 'applied';
      readonly unitId: string;
      readonly durationMs: number;
      readonly attempts: number;
      readonly rows: readonly ObservedRows[];
      readonly record: Digest;
      /** Of statements whose rehearsal said nothing of the target. */
      readonly probes?: readonly ProbeAnswer[];
    }
  | { readonly kind: 'already-applied'; readonly unitId: string; readonly record: Digest }
  /** Rolled back: what it did was not what the rehearsal showed, or the server refused. */
  | { readonly kind: 'refused'; readonly unitId: string; readonly because: readonly string[] };

/** Units after the first refused one are not tried. */
export type Application = {
  readonly target: string;
  readonly units: readonly UnitApplication[];
  readonly outcome: 'applied' | 'nothing-to-do' | 'refused';
};
