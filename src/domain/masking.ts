import type { Classification } from './classification.ts';

/** Which mask a personal column gets. */
export type MaskKind = Exclude<Classification, 'unclassified' | 'not-personal'>;

/** What `.sluice/masking.yml` says of one column. */
export type ColumnRule =
  | { readonly kind: 'mask'; readonly mask: MaskKind }
  /** Copied as it is, for the reason that the guardians approved. */
  | { readonly kind: 'keep'; readonly reason: string };

/** How one database's rows reach its shadow. */
export type DatabaseMasking = {
  /** Name of the environment variable that holds the URL of the copy's source. */
  readonly sourceVariable: string;
  /** By `schema.table.column`, unquoted. */
  readonly columns: ReadonlyMap<string, ColumnRule>;
};
