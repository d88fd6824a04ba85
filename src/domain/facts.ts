import type { Digest } from './digest.ts';

/**
 * What is known of a target's schema and its sizes, without one value of its data: no most common
 * values, no histograms, no constants of expressions. Made by `sluice facts`, where the credential is;
 * read wherever a change is judged. In every number -1 means unknown, never small.
 */
export type Facts = {
  /** The governed database, or the target as `database/target`. */
  readonly database: string;
  /**
   * Older than the policy takes (`facts: max-age-days`). Then every size is -1 already, and what is
   * left may raise a finding and never lower one. Said by who reads the file, never by the file.
   */
  readonly stale?: true;
  /** The run of a workflow that took them; only where the action did. */
  readonly madeBy?: {
    /** `owner/name`, lower case. */
    readonly repository: string;
    readonly run: string;
  };
  /** RFC 3339, UTC. */
  readonly takenAt: string;
  /** `server_version_num`, for example 160014. */
  readonly serverVersion: number;
  /** Over the schema's shape, sizes left out: the same on a shadow that has the same schema. */
  readonly fingerprint: Digest;
  /** What a shadow has to be like. */
  readonly environment: EnvironmentFacts;
  readonly relations: readonly RelationFacts[];
  readonly domains: readonly DomainFacts[];
  readonly functions: readonly FunctionFacts[];
  readonly publications: readonly PublicationFacts[];
  /** What migration tools recorded in their own tables. */
  readonly histories: readonly HistoryFacts[];
};

export type EnvironmentFacts = {
  readonly owner: string;
  /** The login that the facts were read with, and what it searches, in order. */
  readonly role: string;
  readonly searchPath: readonly string[];
  readonly encoding: string;
  readonly collate: string;
  readonly ctype: string;
  /** `libc`, `icu` or `builtin`. */
  readonly localeProvider: string;
  readonly timeZone: string;
  readonly roles: readonly string[];
  readonly extensions: readonly {
    readonly name: string;
    readonly version: string;
    readonly schema: string;
  }[];
  /** Of `ALTER ROLE … SET` and `ALTER DATABASE … SET` for this login here; only what decides how SQL is read and run. */
  readonly settings?: readonly { readonly name: string; readonly value: string }[];
};

/** Settings that facts carry: none can hold a secret. */
export const carriedSettings = [
  'search_path',
  'row_security',
  'default_transaction_isolation',
  'default_table_access_method',
  'default_toast_compression',
  'check_function_bodies',
  'DateStyle',
  'IntervalStyle',
  'bytea_output',
  'xmloption',
  'xmlbinary',
] as const;

export type QualifiedName = { readonly schema: string; readonly name: string };

export type RelationFacts = QualifiedName & {
  readonly kind:
    | 'table'
    | 'partitioned-table'
    | 'view'
    | 'materialized-view'
    | 'foreign-table'
    | 'sequence';
  readonly persistence: 'permanent' | 'unlogged';
  readonly columns: readonly ColumnFacts[];
  readonly keys: readonly KeyFacts[];
  readonly foreignKeys: readonly ForeignKeyFacts[];
  readonly checks: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly validated: boolean;
    /** The expression is exactly `column IS NOT NULL`. */
    readonly notNull: boolean;
  }[];
  readonly indexes: readonly IndexFacts[];
  /** The partitioned tables or inherited tables above it. */
  readonly parents: readonly QualifiedName[];
  readonly isPartition: boolean;
  /** It takes the rows that no other partition takes. */
  readonly isDefaultPartition?: true;
  /** Of a partitioned table whose key is plain columns, compared as they usually are. */
  readonly partitionKey?: PartitionKeyFacts;
  /** Relations that a view or a materialized view reads. */
  readonly reads: readonly QualifiedName[];
  /** INSTEAD rules and INSTEAD OF triggers count here as well. */
  readonly triggers: readonly {
    readonly name: string;
    readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[];
    readonly enabled: boolean;
    /** Schema and name of what it calls. */
    readonly calls: QualifiedName;
  }[];
  readonly rules: readonly {
    readonly name: string;
    readonly event: 'insert' | 'update' | 'delete';
  }[];
  readonly rowSecurity: 'off' | 'on' | 'forced';
  readonly replicaIdentity: 'default' | 'nothing' | 'full' | 'index';
  /** Estimates of pg_class, summed over the leaves of a partitioned table. */
  readonly rows: number;
  /** Of the heap, the indexes and TOAST, summed over the leaves. */
  readonly bytes: number;
  readonly indexBytes: number;
  readonly toastBytes: number;
  /** Rows inserted, updated and deleted since the statistics were reset, by hour. */
  readonly writesPerHour: number;
};

export type PartitionKeyFacts = {
  readonly strategy: 'range' | 'list' | 'hash';
  readonly columns: readonly string[];
};

export type ColumnFacts = {
  readonly name: string;
  /** As format_type writes it: `character varying(20)`. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: 'none' | 'immutable' | 'stable' | 'volatile';
  readonly generated: 'no' | 'stored' | 'virtual';
  readonly identity: 'no' | 'always' | 'by-default';
};

export type KeyFacts = {
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'exclusion';
  readonly columns: readonly string[];
};

export type ForeignKeyAction = 'no-action' | 'restrict' | 'cascade' | 'set-null' | 'set-default';

export type ForeignKeyFacts = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: QualifiedName & { readonly columns: readonly string[] };
  readonly onDelete: ForeignKeyAction;
  readonly onUpdate: ForeignKeyAction;
  readonly validated: boolean;
};

export type IndexFacts = {
  readonly name: string;
  /** Undefined where one of them is an expression. */
  readonly columns?: readonly string[];
  readonly unique: boolean;
  readonly valid: boolean;
  readonly partial: boolean;
  readonly method: string;
  readonly bytes: number;
};

export type DomainFacts = QualifiedName & {
  readonly type: string;
  readonly notNull: boolean;
  readonly hasChecks: boolean;
};

export type FunctionFacts = QualifiedName & {
  /** As pg_get_function_identity_arguments writes them. */
  readonly arguments: string;
  readonly kind: 'function' | 'procedure' | 'aggregate' | 'window';
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly language: string;
  readonly securityDefiner: boolean;
};

export type PublicationFacts = {
  readonly name: string;
  readonly allTables: boolean;
  /** Leaves and partitioned tables as they were published. */
  readonly tables: readonly QualifiedName[];
};

/** Rows of a migration tool's own table, oldest first; no content of files. */
export type HistoryFacts = {
  /** The layout that keeps it: `flyway`, `prisma`, `drizzle` … */
  readonly layout: string;
  readonly table: QualifiedName;
  readonly entries: readonly {
    readonly version: string;
    readonly name?: string;
    readonly checksum?: string;
    readonly succeeded: boolean;
  }[];
};
