import type { RangeVar } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';

/** A table as it is written. */
export function toTableName(
  relation: RangeVar | undefined,
): Pick<ObjectReference, 'schema' | 'name'> {
  const name = relation?.relname ?? '';
  return relation?.schemaname === undefined ? { name } : { schema: relation.schemaname, name };
}
