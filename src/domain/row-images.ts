/** What one unit left in the log of the shadow, decoded after its COMMIT: every table of which it moved rows. */
export type RowImages = { readonly tables: readonly DecodedTable[] };

/** The counts are of the log, where what was rolled back does not stand. */
export type DecodedTable = {
  /** Schema-qualified, quoted where needed. */
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** The log tells a TRUNCATE of it. */
  readonly truncated?: true;
  /** Rows that the counters told of and the log does not hold, and what explains them. */
  readonly undecoded?: Undecoded;
  /** The first of them, in the order of the log. */
  readonly images: readonly RowImage[];
  /** So many more rows have no image here. */
  readonly more: number;
};

export const undecodedReasons = ['unlogged', 'refresh', 'truncate', 'rolled-back'] as const;
export type UndecodedReason = (typeof undecodedReasons)[number];
export type Undecoded = { readonly rows: number; readonly because: UndecodedReason };

export const rowImageKinds = ['insert', 'update', 'delete'] as const;
export const knownBefore = ['row', 'key', 'nothing'] as const;

/** One row; of its columns the first. */
export type RowImage = {
  readonly kind: (typeof rowImageKinds)[number];
  /** As far as the table's replica identity tells; absent where a row is new. */
  readonly before?: {
    readonly known: (typeof knownBefore)[number];
    readonly cells: readonly ImageCell[];
  };
  /** Absent where a row is deleted. */
  readonly after?: readonly ImageCell[];
  /** It has columns that are not here. */
  readonly cut?: true;
};

export const bareCells = ['null', 'hidden', 'unchanged'] as const;

/** `hidden`: the column is personal, or nobody knows what it holds. `unchanged`: a long value that stayed. */
export type ImageCell =
  /** Cut where it is long. */
  | { readonly column: string; readonly kind: 'value'; readonly text: string }
  | { readonly column: string; readonly kind: (typeof bareCells)[number] };
