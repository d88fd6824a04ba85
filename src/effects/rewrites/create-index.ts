import type { IndexElem, IndexStmt } from '@pgsql/types';
import type { ParsedStatement } from '../../domain/statement.ts';
import { namesOf, nodeAs, nodesAs } from '../../sql/nodes.ts';
import { nameLength, wordsOf, written } from '../../sql/words.ts';
import { concurrentlyAfter } from './concurrently.ts';
import { alone } from './form.ts';
import type { Around, Form } from './form.ts';
import { isPartitioned, knownTable } from './known-table.ts';
import { partitionedIndex } from './partitioned-index.ts';

export const createIndex: Form = (statement, around) => {
  const node = nodeAs(statement.node, 'IndexStmt');
  if (node === undefined || node.concurrent === true) return undefined;
  if (isPartitioned(node.relation, around)) return onPartitions(statement, node, around);
  const word = wordsOf(statement.text).find(({ text }) => text === 'index');
  if (word === undefined) return undefined;
  return {
    steps: [alone(concurrentlyAfter(statement, word))],
    note: 'Put it alone into a file that runs without a transaction; if it fails, drop the invalid index before the next try. A partitioned table needs its partitions one by one.',
  };
};

/** ON ONLY the parent, CONCURRENTLY on each partition, then ATTACH, which makes the parent's valid. */
function onPartitions(statement: ParsedStatement, node: IndexStmt, around: Around) {
  const { relation, idxname: name } = node;
  if (relation?.inh !== true || node.if_not_exists === true) return undefined;
  const { facts } = around.catalog;
  const parent = knownTable(relation, around);
  if (facts === undefined || facts.stale === true) return undefined;
  if (parent === undefined || parent.entangled) return undefined;
  const columns = indexColumns(node);
  const definition = definitionOf(statement);
  if (columns === undefined || definition === undefined) return undefined;
  return partitionedIndex({
    facts: facts.relations,
    parent: parent.facts,
    unique: node.unique === true,
    name,
    columns,
    definition,
  });
}

/** What follows the name of the table. */
function definitionOf({ text }: ParsedStatement): string | undefined {
  const words = wordsOf(text);
  const on = words.findIndex((word) => word.text === 'on');
  return on === -1 ? undefined : written(text, words.slice(on + 1 + nameLength(words, on + 1)));
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
