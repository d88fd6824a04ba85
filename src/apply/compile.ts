import knexModule, { type Knex } from 'knex';

/** A statement of ours, ready for a session. */
export type Compiled = { readonly text: string; readonly parameters: readonly unknown[] };

let builder: Knex | undefined;

/** Builds statements for PostgreSQL and never connects: the change's own session runs them. */
export function sqlBuilder(): Knex {
  builder ??= knexModule({ client: 'pg' });
  return builder;
}

/** One query as text and parameters. */
export function compileQuery(query: Knex.QueryBuilder): Compiled {
  const { sql, bindings } = query.toSQL().toNative();
  return { text: sql, parameters: bindings };
}

/** The statements of a schema change; none of them has parameters. */
export function compileSchema(schema: Knex.SchemaBuilder): readonly string[] {
  return schema.toSQL().map(({ sql }) => sql);
}
