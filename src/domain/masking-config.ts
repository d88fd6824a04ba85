/** What `.sluice/masking.yml` may ask for a column. */
export const maskKinds = ['email', 'person-name', 'phone', 'token'] as const;
export type MaskKind = (typeof maskKinds)[number];

export type ColumnMasking =
  | { readonly kind: 'mask'; readonly mask: MaskKind }
  /** The values are copied as they are, and why that is harmless. */
  | { readonly kind: 'keep'; readonly because: string };

/** Where the production-like data of one database comes from, and what its columns hold. */
export type DatabaseMasking = {
  readonly database: string;
  /** Name of the environment variable that holds the URL; absent means that no data is copied. */
  readonly sourceUrlVariable?: string;
  /** Keyed by `schema.table.column`, as the catalog spells them. */
  readonly columns: ReadonlyMap<string, ColumnMasking>;
};

/** `.sluice/masking.yml` of the target branch, read and checked. */
export type MaskingConfig = { readonly databases: readonly DatabaseMasking[] };
