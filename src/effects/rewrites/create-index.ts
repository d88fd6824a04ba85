import type { IndexElem, IndexStmt } from '@pgsql/types';
import { knownRelation } from '../../catalog/catalog.ts';
import type { ParsedStatement } from '../../domain/statement.ts';
import { namesOf, nodeAs, nodesAs } from '../../sql/nodes.ts';
import { nameLength, wordsOf, written } from '../../sql/words.ts';
import { concurrentlyAfter } from './concurrently.ts';
import { alone } from './form.ts';
import type { Around, Form } from './form.ts';
import { partitionedIndex } from './partitioned-index.ts';

export const createIndex: Form = (statement, around) => {
  const node = nodeAs(statement.node, 'IndexStmt');
  if (node === undefined || node.concurrent === true) return undefined;
  if (isPartitioned(node, around)) return onPartitions(statement, node, around);
  const word = wordsOf(statement.text).find(({ text }) => text === 'index');
  if (word === undefined) return undefined;
  return {
    steps: [alone(concurrentlyAfter(statement, word))],
    note: 'Put it alone into a file that runs without a transaction; if it fails, drop the invalid index before the next try. A partitioned table needs its partitions one by one.',
  };
};

function isPartitioned(node: IndexStmt, { catalog }: Around): boolean {
  const { schemaname: schema, relname: name = '' } = node.relation ?? {};
  const known = knownRelation(catalog, schema === undefined ? { name } : { schema, name });
  return known?.facts.kind === 'partitioned-table';
}

/** ON ONLY the parent, CONCURRENTLY on each partition, then ATTACH, which makes the parent's valid. */
function onPartitions(statement: ParsedStatement, node: IndexStmt, around: Around) {
  const words = wordsOf(statement.text);
  const on = words.findIndex(({ text }) => text === 'on');
  if (node.if_not_exists === true || node.relation?.inh !== true || on === -1) return undefined;
  const columns = indexColumns(node);
  const rest = words.slice(on + 1 + nameLength(words, on + 1));
  const { schemaname: schema, relname: name = '' } = node.relation;
  const parent = knownRelation(around.catalog, schema === undefined ? { name } : { schema, name });
  if (columns === undefined || parent === undefined || parent.entangled) return undefined;
  return partitionedIndex({
    facts: around.catalog.facts?.relations ?? [],
    parent: parent.facts,
    unique: node.unique === true,
    ...(node.idxname === undefined ? {} : { name: node.idxname }),
    columns,
    definition: written(statement.text, rest),
  });
}

/** The names that PostgreSQL makes a name of; undefined where an expression gives them another way. */
function indexColumns(node: IndexStmt): readonly string[] | undefined {
  const elements = [
    ...nodesAs(node.indexParams, 'IndexElem'),
    ...nodesAs(node.indexIncludingParams, 'IndexElem'),
  ];
  const names = elements.flatMap((element) => columnName(element) ?? []);
  return names.length === elements.length && new Set(names).size === names.length
    ? names
    : undefined;
}

function columnName({ name, expr }: IndexElem): string | undefined {
  return name ?? namesOf(nodeAs(expr, 'FuncCall')?.funcname).at(-1);
}
