import type { DatabaseMasking } from '../../domain/masking-config.ts';
import { planCopy } from '../../masking/plan.ts';
import type { Session } from '../../ports/database.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import { readTables } from '../source-tables.ts';

/** Which columns a copy would mask, and which it would take as they are. */
export type KnownColumns = {
  readonly kept: ReadonlySet<string>;
  readonly masked: ReadonlySet<string>;
};

type Place = { readonly schema: string; readonly table: string; readonly column: string };

/** By the rules that a masked copy goes by, of the tables as they are now. */
export async function readKnownColumns(
  session: Session,
  rules: DatabaseMasking['columns'],
): Promise<KnownColumns> {
  const tables = await readTables(session);
  const kept = new Set<string>();
  const masked = new Set<string>();
  for (const [index, plan] of planCopy(tables, rules).entries()) {
    const hidden = new Set(plan.masked.map(({ quoted }) => quoted));
    for (const { name } of tables[index]?.columns ?? []) {
      const isMasked = hidden.has(quoteIdentifier(name));
      const key = keyOf({ schema: plan.schema, table: plan.name, column: name });
      (isMasked ? masked : kept).add(key);
    }
  }
  return { kept, masked };
}

/** Values are shown of columns that are known to be harmless, before a unit and after it. */
export function isShown(place: Place, known: readonly KnownColumns[]): boolean {
  const key = keyOf(place);
  return known.some(({ kept }) => kept.has(key)) && !known.some(({ masked }) => masked.has(key));
}

function keyOf({ schema, table, column }: Place): string {
  return JSON.stringify([schema, table, column]);
}
