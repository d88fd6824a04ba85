import { knownRelation, lookup } from '../catalog/catalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { descendantsOf, foreignKeysTo, isNotNull, viewsOf } from '../catalog/relations.ts';
import type { KnownRelation } from '../catalog/schema.ts';
import type { ObjectKind, ObjectReference } from '../domain/effect.ts';
import type { ForeignKeyFacts, QualifiedName, RelationFacts } from '../domain/facts.ts';

/** The tables that foreign keys of this one point at, as far as the facts know them. */
export function referencedTables(
  table: ObjectReference,
  catalog: Catalog,
  isMeant: (key: ForeignKeyFacts) => boolean = () => true,
): readonly ObjectReference[] {
  const keys = knownRelation(catalog, table)?.facts.foreignKeys ?? [];
  return keys.filter(isMeant).map(({ references }) => referenceTo(references, catalog));
}

/** The tables whose foreign keys point at this one, or at these columns of it. */
export function referencingTables(
  table: ObjectReference,
  catalog: Catalog,
  column?: string,
): readonly ObjectReference[] {
  return related(table, catalog, (known) =>
    foreignKeysTo(catalog.schema, known)
      .filter(
        ({ foreignKey }) => column === undefined || foreignKey.references.columns.includes(column),
      )
      .map(({ relation }) => relation),
  );
}

/** Its partitions and inheritors. */
export function descendantTables(
  table: ObjectReference,
  catalog: Catalog,
): readonly ObjectReference[] {
  return related(table, catalog, (known) => descendantsOf(catalog.schema, known));
}

/** Its own partition for whatever the others do not take; a new partition beside it makes PostgreSQL read it. */
export function defaultPartition(
  table: ObjectReference,
  catalog: Catalog,
): readonly ObjectReference[] {
  return related(table, catalog, (known) =>
    descendantsOf(catalog.schema, known).filter(
      ({ facts: { isDefaultPartition, parents } }) =>
        isDefaultPartition === true &&
        parents.some(
          ({ schema, name }) => schema === known.facts.schema && name === known.facts.name,
        ),
    ),
  );
}

/** Views and materialized views that read it. */
export function dependentViews(
  table: ObjectReference,
  catalog: Catalog,
): readonly ObjectReference[] {
  return related(table, catalog, (known) => viewsOf(catalog.schema, known));
}

/** The partitioned tables that it is a part of. */
export function parentTables(table: ObjectReference, catalog: Catalog): readonly ObjectReference[] {
  const facts = knownRelation(catalog, table)?.facts;
  if (facts?.isPartition !== true) return [];
  return facts.parents.map((parent) => referenceTo(parent, catalog));
}

/** The table that an index is on. */
export function tableOfIndex(index: ObjectReference, catalog: Catalog): readonly ObjectReference[] {
  if (index.createdHere) return [];
  const owners = [...(catalog.facts?.relations ?? [])].filter(
    ({ schema, indexes, keys }) =>
      (index.schema === undefined || index.schema === schema) &&
      [...indexes, ...keys].some(({ name }) => name === index.name),
  );
  return owners.map((owner) => referenceTo(owner, catalog));
}

/** The tables with a column of this type or domain. */
export function tablesWithType(
  { schema, name }: QualifiedName | ObjectReference,
  catalog: Catalog,
): readonly ObjectReference[] {
  const written = new Set([name, ...(schema === undefined ? [] : [`${schema}.${name}`])]);
  const isOfType = ({ kind, columns }: RelationFacts): boolean =>
    kind === 'table' &&
    columns.some(
      ({ type }) => written.has(type) || (schema === undefined && type.endsWith(`.${name}`)),
    );
  return (catalog.facts?.relations ?? [])
    .filter(isOfType)
    .map((relation) => referenceTo(relation, catalog));
}

/** Whether the facts prove that SET NOT NULL finds nothing to look at. */
export function isProvenNotNull(table: ObjectReference, column: string, catalog: Catalog): boolean {
  const known = knownRelation(catalog, table);
  if (known === undefined || known.changed) return false;
  const checks = known.facts.checks.filter(({ validated, notNull }) => validated && notNull);
  return isNotNull(known, column) || checks.some(({ columns }) => columns.includes(column));
}

/** The column as it was before the change; undefined where the change may have altered it. */
export function knownColumn(
  table: ObjectReference,
  column: string,
  catalog: Catalog,
): RelationFacts['columns'][number] | undefined {
  const known = knownRelation(catalog, table);
  if (known === undefined || known.changed) return undefined;
  return known.facts.columns.find(({ name }) => name === column);
}

function related(
  table: ObjectReference,
  catalog: Catalog,
  follow: (known: KnownRelation) => readonly KnownRelation[],
): readonly ObjectReference[] {
  const known = knownRelation(catalog, table);
  return known === undefined
    ? []
    : follow(known).map(({ facts }) => referenceTo(facts, catalog, kinds[facts.kind]));
}

const kinds: Readonly<Record<RelationFacts['kind'], ObjectKind>> = {
  table: 'table',
  'partitioned-table': 'table',
  view: 'view',
  'materialized-view': 'materialized-view',
  'foreign-table': 'foreign-table',
  sequence: 'sequence',
};

function referenceTo(
  { schema, name }: QualifiedName,
  catalog: Catalog,
  kind: ObjectKind = 'table',
): ObjectReference {
  return lookup(catalog, { kind, schema, name });
}

/** A new partition may take rows of the default one, which is read for it. */
export function hasDefaultPartition(
  parent: Pick<RelationFacts, 'schema' | 'name'>,
  { facts }: Catalog,
): boolean {
  return (facts?.relations ?? []).some(
    ({ isDefaultPartition, parents }) =>
      isDefaultPartition === true &&
      parents.some(({ schema, name }) => schema === parent.schema && name === parent.name),
  );
}
