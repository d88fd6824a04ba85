import type { Session } from '../../ports/database.ts';

/** A statement with %I for a name and %L for a literal, and what stands there. */
export type Formatted = readonly [template: string, ...values: readonly string[]];

/** Runs each in turn. The server itself quotes what stands for %I and %L. */
export async function runFormatted(
  session: Session,
  statements: readonly Formatted[],
): Promise<void> {
  for (const [template, ...values] of statements) {
    const rows = await session.query(
      'select pg_catalog.format($1::text, variadic $2::text[]) as text',
      [template, values],
    );
    await session.query(String(rows[0]?.['text']));
  }
}

/** The first column of a query, as text. */
export async function readColumn(
  session: Session,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<readonly string[]> {
  const rows = await session.query(text, parameters);
  return rows.map((row) => String(Object.values(row)[0]));
}
