import type { Drift, DriftedObject } from '../domain/evidence.ts';
import type { Facts, FunctionFacts, QualifiedName, RelationFacts } from '../domain/facts.ts';
import { historySchemas, historyTables } from './histories.data.ts';

/** Objects that are named; the rest is counted. */
const mostNamed = 10;

export type Drifted = {
  readonly drift: Drift;
  /** Tables that differ, and those that a table or a view which only the target has refers to; unquoted. */
  readonly tables: readonly string[];
  /** The fingerprints differ in what facts do not describe: owners, grants, bodies, expressions. */
  readonly unexplained: boolean;
};

/**
 * How the schema of a shadow differs from the target's, object by object. Owners are left out, because
 * on a shadow all is one login's; so are sizes, partitions, extensions with what belongs to them, and the
 * tables of migration tools.
 */
export function compareSchemas(target: Facts, shadow: Facts): Drifted {
  if (target.fingerprint === shadow.fingerprint)
    return { drift: { objects: [], more: 0 }, tables: [], unexplained: false };
  const theirs = objectsOf(target);
  const ours = objectsOf(shadow);
  const names = [...new Set([...theirs.keys(), ...ours.keys()])].toSorted();
  const all = names.flatMap((object): readonly DriftedObject[] => {
    const how = differenceOf(theirs.get(object), ours.get(object));
    return how === undefined ? [] : [{ object, how }];
  });
  return {
    drift: { objects: all.slice(0, mostNamed), more: Math.max(0, all.length - mostNamed) },
    tables: [...new Set(all.flatMap(({ object }) => tablesOf(object, target)))],
    unexplained: all.length === 0,
  };
}

function differenceOf(
  theirs: string | undefined,
  ours: string | undefined,
): DriftedObject['how'] | undefined {
  if (theirs === ours) return undefined;
  if (ours === undefined) return 'only-on-target';
  return theirs === undefined ? 'only-on-shadow' : 'different';
}

/** Name of each object, and all of it that is compared. */
function objectsOf(facts: Facts): ReadonlyMap<string, string> {
  const relations = facts.relations.filter((relation) => isCompared(relation));
  return new Map([
    ...relations.map((relation) => [relationName(relation), shapeOf(relation)] as const),
    ...facts.domains
      .filter(({ schema }) => !isOfTool(schema))
      .map((domain) => [`domain ${nameOf(domain)}`, JSON.stringify(domain)] as const),
    ...facts.functions
      .filter((one) => isWritten(one, facts))
      .map((one) => [`${one.kind} ${nameOf(one)}(${one.arguments})`, JSON.stringify(one)] as const),
  ]);
}

function isCompared(relation: RelationFacts): boolean {
  if (relation.isPartition || isOfTool(relation.schema)) return false;
  return !historyTables.some(
    ({ table }) => table === relation.name || relation.name.startsWith(`${table}_id_seq`),
  );
}

/** Extensions bring functions, and their versions may differ: those are written in C or belong to a schema of theirs. */
function isWritten({ schema, language }: FunctionFacts, { environment }: Facts): boolean {
  if (isOfTool(schema) || language === 'c' || language === 'internal') return false;
  return !environment.extensions.some(
    (extension) => extension.schema === schema && schema !== 'public',
  );
}

function isOfTool(schema: string): boolean {
  return historySchemas.some((name) => name === schema);
}

function relationName(relation: RelationFacts): string {
  return `${relation.kind.replaceAll('-', ' ')} ${nameOf(relation)}`;
}

function nameOf({ schema, name }: QualifiedName): string {
  return `${schema}.${name}`;
}

function shapeOf(relation: RelationFacts): string {
  const indexes = relation.indexes.map((index) => ({ ...index, bytes: 0 }));
  const unsized = { rows: 0, bytes: 0, indexBytes: 0, toastBytes: 0, writesPerHour: 0 };
  // Facts that were taken earlier do not say it.
  const unsaid = { partitionKey: undefined };
  return JSON.stringify({ ...relation, ...unsized, ...unsaid, indexes });
}

function tablesOf(object: string, target: Facts): readonly string[] {
  const relation = target.relations.find((one) => relationName(one) === object);
  const name = object.slice(object.lastIndexOf(' ') + 1);
  if (relation === undefined) return [name];
  return [
    nameOf(relation),
    ...relation.foreignKeys.map(({ references }) => nameOf(references)),
    ...relation.reads.map(nameOf),
  ];
}
