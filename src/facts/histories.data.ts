/** Where a migration tool keeps what it ran. The expressions read versions, names and checksums only. */
export type HistoryTable = {
  readonly layout: string;
  readonly table: string;
  /** Columns that tell it from tables of the same name; the login has to be able to read them. */
  readonly columns: readonly string[];
  /** A table beside it, in the same schema, that has to be there. */
  readonly beside?: string;
  readonly version: string;
  readonly name?: string;
  readonly checksum?: string;
  readonly succeeded?: string;
  readonly order: string;
  /** Rows that are no migration. */
  readonly where?: string;
};

/** The first entry that fits a table takes it. */
export const historyTables: readonly HistoryTable[] = [
  {
    layout: 'flyway',
    table: 'flyway_schema_history',
    columns: ['installed_rank', 'version', 'script', 'type', 'checksum', 'success'],
    version: "coalesce(version, '')",
    name: 'script',
    checksum: 'checksum',
    succeeded: 'success',
    order: 'installed_rank',
    where: "type in ('SQL', 'BASELINE', 'SQL_BASELINE')",
  },
  {
    layout: 'prisma',
    table: '_prisma_migrations',
    columns: ['migration_name', 'checksum', 'started_at', 'finished_at', 'rolled_back_at'],
    version: 'migration_name',
    name: 'migration_name',
    checksum: 'checksum',
    succeeded: 'finished_at is not null and rolled_back_at is null',
    order: 'started_at',
    where: 'rolled_back_at is null',
  },
  {
    layout: 'drizzle',
    table: '__drizzle_migrations',
    columns: ['id', 'hash', 'created_at'],
    version: 'created_at',
    checksum: 'hash',
    order: 'created_at, id',
  },
  {
    layout: 'supabase',
    table: 'schema_migrations',
    columns: ['version', 'statements', 'name'],
    version: 'version',
    name: 'name',
    order: 'version',
  },
  {
    layout: 'golang-migrate',
    table: 'schema_migrations',
    columns: ['version', 'dirty'],
    version: 'version',
    succeeded: 'not dirty',
    order: 'version',
  },
  {
    layout: 'rails',
    table: 'schema_migrations',
    columns: ['version'],
    beside: 'ar_internal_metadata',
    version: 'version',
    order: 'version',
  },
  {
    layout: 'dbmate',
    table: 'schema_migrations',
    columns: ['version'],
    version: 'version',
    order: 'version',
  },
  {
    layout: 'goose',
    table: 'goose_db_version',
    columns: ['id', 'version_id', 'is_applied'],
    version: 'version_id',
    succeeded: 'is_applied',
    order: 'id',
    where: 'version_id > 0',
  },
  {
    layout: 'sqitch',
    table: 'changes',
    columns: ['change_id', 'script_hash', 'change', 'committed_at'],
    beside: 'dependencies',
    version: 'change_id',
    name: 'change',
    checksum: 'script_hash',
    order: 'committed_at, change_id',
  },
  {
    layout: 'knex',
    table: 'knex_migrations',
    columns: ['id', 'name', 'batch'],
    version: 'name',
    name: 'name',
    order: 'id',
  },
  {
    layout: 'node-pg-migrate',
    table: 'pgmigrations',
    columns: ['id', 'name', 'run_on'],
    version: 'name',
    name: 'name',
    order: 'run_on, id',
  },
  {
    layout: 'sqlx',
    table: '_sqlx_migrations',
    columns: ['version', 'description', 'success', 'checksum'],
    version: 'version',
    name: 'description',
    checksum: "encode(checksum, 'hex')",
    succeeded: 'success',
    order: 'version',
  },
  {
    layout: 'diesel',
    table: '__diesel_schema_migrations',
    columns: ['version', 'run_on'],
    version: 'version',
    order: 'version',
  },
  {
    layout: 'liquibase',
    table: 'databasechangelog',
    columns: ['id', 'author', 'filename', 'md5sum', 'orderexecuted'],
    version: "id || '::' || author",
    name: 'filename',
    checksum: 'md5sum',
    order: 'orderexecuted',
  },
  {
    layout: 'graphile-migrate',
    table: 'migrations',
    columns: ['hash', 'previous_hash', 'filename', 'date'],
    version: 'filename',
    name: 'filename',
    checksum: 'hash',
    order: 'date, filename',
  },
  {
    layout: 'atlas',
    table: 'atlas_schema_revisions',
    columns: ['version', 'description', 'hash', 'applied', 'total', 'error'],
    version: 'version',
    name: 'description',
    checksum: 'hash',
    succeeded: "applied = total and coalesce(error, '') = ''",
    order: 'version',
  },
];

/** Schemas that a tool made for itself: they are its memory, and no part of anybody's schema. */
export const historySchemas = [
  'sluice',
  'drizzle',
  'supabase_migrations',
  'atlas_schema_revisions',
  'sqitch',
  'graphile_migrate',
] as const;
