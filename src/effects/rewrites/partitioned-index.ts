import type { RelationFacts } from '../../domain/facts.ts';
import type { Rewrite } from '../../domain/finding.ts';
import { generatedName } from '../../sql/generated-name.ts';
import { quoteName, writeIdentifier } from '../../sql/quote.ts';
import { alone, own } from './form.ts';
import type { Step } from './form.ts';

type Wanted = {
  /** Every relation that the facts know. */
  readonly facts: readonly RelationFacts[];
  readonly parent: RelationFacts;
  readonly unique: boolean;
  readonly name: string | undefined;
  readonly columns: readonly string[];
  /** Everything after the name of the table. */
  readonly definition: string;
};

/** An index on a partitioned table; undefined where a partition is none that can have it. */
export function partitionedIndex(wanted: Wanted): Rewrite | undefined {
  const plan: Plan = { taken: new Set(), parents: [], rest: [] };
  if (build(wanted, wanted.parent, plan) === undefined) return undefined;
  return {
    steps: [...plan.parents, ...plan.rest],
    note: 'Each index is alone in a file that runs without a transaction. A partition that was added since the facts were taken has to follow.',
  };
}

type Plan = {
  readonly taken: Set<string>;
  /** They build nothing, because a partitioned table holds nothing. */
  readonly parents: Step[];
  readonly rest: Step[];
};

/** The name of the index on the relation, after every index below it could be written. */
function build(wanted: Wanted, relation: RelationFacts, plan: Plan): string | undefined {
  const isTop = relation === wanted.parent;
  const given = isTop ? wanted.name : undefined;
  const name = given ?? freeName(wanted, relation, plan.taken);
  const unique = wanted.unique ? 'unique ' : '';
  const definition = `on ${placeOf(relation)} ${wanted.definition}`;
  if (relation.kind === 'table') {
    plan.rest.push(
      alone(`create ${unique}index concurrently ${writeIdentifier(name)} ${definition}`),
    );
    return name;
  }
  if (relation.kind !== 'partitioned-table') return undefined;
  const only = definition.replace(/^on /, 'on only ');
  plan.parents.push(own(`create ${unique}index ${writeIdentifier(name)} ${only}`));
  for (const partition of partitionsOf(wanted, relation)) {
    const index = build(wanted, partition, plan);
    if (index === undefined) return undefined;
    const attached = quoteName(partition.schema, index);
    const parent = quoteName(relation.schema, name);
    plan.rest.push(own(`alter index ${parent} attach partition ${attached}`));
  }
  return name;
}

function partitionsOf(
  { facts }: Wanted,
  { schema, name }: RelationFacts,
): readonly RelationFacts[] {
  return facts.filter(
    ({ isPartition, parents }) =>
      isPartition && parents.some((parent) => parent.schema === schema && parent.name === name),
  );
}

function placeOf({ schema, name }: RelationFacts): string {
  return `${writeIdentifier(schema)}.${writeIdentifier(name)}`;
}

/** PostgreSQL counts on where a relation of the schema has the name already. */
function freeName({ facts, columns }: Wanted, table: RelationFacts, taken: Set<string>): string {
  const inSchema = facts.filter(({ schema }) => schema === table.schema);
  const names = new Set([
    ...taken,
    ...inSchema.flatMap(({ name, indexes }) => [name, ...indexes.map((index) => index.name)]),
  ]);
  let name = generatedName(table.name, columns, 'idx');
  for (let count = 1; names.has(name); count += 1)
    name = generatedName(table.name, columns, `idx${count}`);
  taken.add(name);
  return name;
}
