import { quoteName } from '../sql/quote.ts';
import type { TablePlan } from './plan.ts';

/**
 * A query over the copy: `total`, and in `c0`, `c1` … how many cells of each masked column are outside of
 * what its mask can write. Every one of them must be 0; all rows are read.
 */
export function proofOf({ schema, name, masked }: TablePlan): string {
  const counts = masked.map(
    ({ quoted, isInside }, index) =>
      `pg_catalog.count(*) filter (where ${quoted} is not null and (${isInside}) is not true) as c${index}`,
  );
  return `select ${['pg_catalog.count(*) as total', ...counts].join(', ')} from only ${quoteName(schema, name)}`;
}
