import type { Digest } from './digest.ts';
import type { ObservedRows } from './evidence.ts';

/** What the apply did with one unit. */
export type UnitApplication =
  | {
      readonly kind: 'applied';
      readonly unitId: string;
      readonly durationMs: number;
      readonly attempts: number;
      readonly rows: readonly ObservedRows[];
      readonly record: Digest;
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
