import type { Catalog } from '../../catalog/catalog.ts';
import type { Rewrite } from '../../domain/finding.ts';
import type { ParsedStatement } from '../../domain/statement.ts';

/** What a rewrite may look at beside the statement. */
export type Around = {
  readonly catalog: Catalog;
  /** Major version of the database; undefined when nobody said. */
  readonly postgres: number | undefined;
};

/** The safer form of one kind of statement; undefined where there is none that is certain. */
export type Form = (statement: ParsedStatement, around: Around) => Rewrite | undefined;

export type Step = Rewrite['steps'][number];

/** A statement that refuses transactions. */
export function alone(sql: string): Step {
  return { sql, transaction: 'none' };
}

/** A statement in a transaction of its own. */
export function own(sql: string): Step {
  return { sql, transaction: 'own' };
}
