import type { Catalog } from '../catalog/catalog.ts';
import type { ColumnFacts, RelationFacts } from '../domain/facts.ts';
import { hasDefaultPartition } from './known-relations.ts';
import { areConstantsOf, type Bounds } from './partition-bounds.ts';

/**
 * The one column of the partition key, where a CHECK can say of it what the bounds say, and where no
 * default partition has to be read beside it.
 */
export function decidingColumn(
  parent: RelationFacts | undefined,
  bounds: Bounds,
  catalog: Catalog,
): string | undefined {
  if (parent?.partitionKey?.strategy !== bounds.kind) return undefined;
  const column = onlyColumn(parent);
  if (column === undefined || hasDefaultPartition(parent, catalog)) return undefined;
  return areConstantsOf(column, bounds) ? column.name : undefined;
}

function onlyColumn({ partitionKey, columns }: RelationFacts): ColumnFacts | undefined {
  const names = partitionKey?.columns ?? [];
  return names.length === 1 ? columns.find(({ name }) => name === names[0]) : undefined;
}
