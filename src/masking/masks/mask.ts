/**
 * A mask as SQL over built-ins. `hash` is a bytea of 32 bytes, keyed and equal for equal values;
 * `length` is how many characters fit.
 */
export type Mask = {
  /** The masked text. */
  readonly expression: (hash: string, length: number) => string;
  /** True for exactly what the mask can write, and for nothing real: `value` is a text expression. */
  readonly isInside: (value: string, length: number) => string;
  /** Characters that it needs; below, the column gets a token instead. */
  readonly needs: number;
};
