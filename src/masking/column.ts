/** What a mask can make of a type. */
export type TypeFamily =
  | 'text'
  | 'json'
  | 'bytea'
  | 'xml'
  | 'text-search'
  | 'array'
  | 'integer'
  | 'uuid'
  | 'date'
  | 'network'
  /** Numbers, dates, booleans, enums, their ranges and arrays: nothing personal by type. */
  | 'plain'
  /** Of an extension or a composite: nobody knows what it holds. */
  | 'unknown';

/** One column of the source, as its catalog describes it. Names are unquoted. */
export type SourceColumn = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As format_type writes it, of the base type where it is a domain: `character varying(40)`. */
  readonly type: string;
  readonly family: TypeFamily;
  /** Characters that fit, where the type says so. */
  readonly length?: number;
  readonly comment?: string;
  /** A validated CHECK lists every value it can take. */
  readonly listed: boolean;
  readonly nullable: boolean;
  /** `schema.table.column` that a foreign key refers to. */
  readonly references?: string;
};

/** `public.users.email`: how masking.yml and reports name it. */
export function columnName({
  schema,
  table,
  name,
}: Pick<SourceColumn, 'schema' | 'table' | 'name'>): string {
  return `${schema}.${table}.${name}`;
}
