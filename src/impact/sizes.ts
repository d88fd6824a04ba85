import type { Evidence, ObservedLock, ObservedSize } from '../domain/evidence.ts';
import type { Facts, RelationFacts } from '../domain/facts.ts';
import { parseIdentity } from '../effects/identity.ts';

/** How big a table was on the shadow and is on the target; -1 is unknown. */
export type Sizes = {
  readonly shadow: Pick<ObservedSize, 'rows' | 'bytes'>;
  readonly target: Pick<RelationFacts, 'rows' | 'bytes'>;
};

/** Looks both up by the name that the rehearsal saw: `public.orders`, quoted where needed. */
export function sizesOf(identity: string, { shadow }: Evidence, facts: Facts | undefined): Sizes {
  const unknown = { rows: -1, bytes: -1 };
  const seen = shadow.sizes?.find(({ table }) => table === identity);
  return {
    // The shadow's own list holds whatever has a row.
    shadow: seen ?? (shadow.sizes === undefined ? unknown : { rows: 0, bytes: 0 }),
    target: findTable(identity, facts) ?? unknown,
  };
}

type Locked = Pick<ObservedLock, 'relation' | 'of'>;

/**
 * The table that people know, of what was locked: of a partition the partitioned table, of an index its
 * table. Undefined where the facts know that it is something else that nobody reads rows from.
 */
export function rootOf({ relation, of }: Locked, facts: Facts | undefined): string {
  const identity = of ?? relation;
  const owner = facts?.relations.find(
    (relation) =>
      relation.schema === parseIdentity(identity, false).schema &&
      relation.indexes.some(({ name }) => name === parseIdentity(identity, false).name),
  );
  const found = owner ?? findTable(identity, facts);
  return found === undefined || facts === undefined ? identity : nameOf(topOf(found, facts));
}

function topOf(relation: RelationFacts, facts: Facts): RelationFacts {
  const [parent] = relation.isPartition ? relation.parents : [];
  const above = facts.relations.find(
    ({ schema, name }) => schema === parent?.schema && name === parent.name,
  );
  return above === undefined ? relation : topOf(above, facts);
}

function nameOf({ schema, name }: RelationFacts): string {
  return `${schema}.${name}`;
}

function findTable(identity: string, facts: Facts | undefined): RelationFacts | undefined {
  const { schema, name } = parseIdentity(identity, false);
  return facts?.relations.find((relation) => relation.schema === schema && relation.name === name);
}
