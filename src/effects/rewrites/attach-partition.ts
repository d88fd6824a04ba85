import type { RangeVar } from '@pgsql/types';
import type { RelationFacts } from '../../domain/facts.ts';
import type { Rewrite } from '../../domain/finding.ts';
import { nodeAs } from '../../sql/nodes.ts';
import { nameLength, written } from '../../sql/words.ts';
import { decidingColumn } from '../deciding-column.ts';
import { type Bounds, boundsCheck, boundsOf } from '../partition-bounds.ts';
import { own } from './form.ts';
import { knownTable } from './known-table.ts';
import { freeName } from './names.ts';
import { type Command, type Table, textOf } from './table-command.ts';

/**
 * ATTACH PARTITION reads nothing where a validated constraint says that every row fits. It goes again
 * afterwards, because the bounds say the same.
 */
export function attachedPartition(command: Command, table: Table): Rewrite | undefined {
  const { name: relation, bound } = nodeAs(command.node.def, 'PartitionCmd') ?? {};
  const bounds = boundsOf(bound);
  if (table.only || table.ifExists || relation === undefined || bounds === undefined)
    return undefined;
  const column = findColumn(table, relation, bounds);
  const name = column && freeName({ ...table, relation }, [column], 'bounds');
  if (column === undefined || name === undefined) return undefined;
  const head = `alter table ${writtenPartition(command)}`;
  return {
    steps: [
      own(`${head} add constraint ${name} check (${boundsCheck(column, bounds)}) not valid`),
      own(`${head} validate constraint ${name}`),
      own(`${table.head} ${textOf(command, command.words)}`),
      { sql: `${head} drop constraint ${name}`, transaction: 'same' },
    ],
    note: 'Each transaction is a file of its own.',
  };
}

/** The column that decides, where nothing but the rows has to be looked at. */
function findColumn(table: Table, relation: RangeVar, bounds: Bounds): string | undefined {
  const parent = knownTable(table.relation, table.around)?.facts;
  const partition = knownTable(relation, table.around)?.facts;
  return needsMore(parent, partition)
    ? undefined
    : decidingColumn(parent, bounds, table.around.catalog);
}

/** After `attach partition`. */
function writtenPartition({ words, statement }: Command): string {
  const rest = words.slice(2);
  return written(statement.text, rest.slice(0, nameLength(rest, 0)));
}

/** What the parent has and the partition lacks would be built while everybody waits. */
function needsMore(
  parent: RelationFacts | undefined,
  partition: RelationFacts | undefined,
): boolean {
  if (parent === undefined || partition === undefined) return true;
  const isPlain = partition.kind === 'table' && partition.parents.length === 0;
  const has = new Set(shapesOf(partition));
  return (
    !isPlain ||
    parent.foreignKeys.length > 0 ||
    parent.indexes.some(({ columns }) => columns === undefined) ||
    !shapesOf(parent).every((shape) => has.has(shape))
  );
}

function shapesOf({ indexes, keys }: RelationFacts): readonly string[] {
  return [
    ...indexes.map(({ columns, unique, method, partial, valid }) =>
      JSON.stringify([columns, unique, method, partial, valid]),
    ),
    ...keys.map(({ kind, columns }) => JSON.stringify([kind, columns])),
  ];
}
