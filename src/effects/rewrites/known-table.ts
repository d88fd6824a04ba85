import type { RangeVar } from '@pgsql/types';
import { knownRelation } from '../../catalog/catalog.ts';
import type { Around } from './form.ts';

/** What the facts say of a table that a statement names. */
export function knownTable({ schemaname: schema, relname: name = '' }: RangeVar, around: Around) {
  return knownRelation(around.catalog, schema === undefined ? { name } : { schema, name });
}

export function isPartitioned(table: RangeVar | undefined, around: Around): boolean {
  return table !== undefined && knownTable(table, around)?.facts.kind === 'partitioned-table';
}
