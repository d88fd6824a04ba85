import type { DropStmt, Node, RangeVar } from '@pgsql/types';
import { nodeAs, isOptionOn, namesOf } from '../../sql/nodes.ts';
import { commaParts, wordsOf, written } from '../../sql/words.ts';
import type { Word } from '../../sql/words.ts';
import type { ParsedStatement } from '../../domain/statement.ts';
import { alone } from './form.ts';
import type { Around, Form } from './form.ts';
import { knownTable } from './known-table.ts';

const ownFile = 'Put it alone into a file that runs without a transaction.';

/** DROP INDEX CONCURRENTLY takes one index at a time and nothing that depends on it. */
export const dropIndex: Form = (statement, around) => {
  const node = nodeAs(statement.node, 'DropStmt');
  if (node === undefined || !isDroppedAlone(node, around)) return undefined;
  const words = wordsOf(statement.text);
  const head = node.missing_ok === true ? words.slice(0, 4) : words.slice(0, 2);
  const rest = words.slice(head.length).filter(({ text }) => text !== 'restrict');
  const exists = node.missing_ok === true ? ' if exists' : '';
  const names = commaParts(rest).map((name) => written(statement.text, name));
  if (names.length !== node.objects?.length) return undefined;
  return {
    steps: names.map((name) => alone(`drop index concurrently${exists} ${name}`)),
    note: `${ownFile} An index behind a constraint is dropped with the constraint.`,
  };
};

function isDroppedAlone(node: DropStmt, around: Around): boolean {
  if (node.removeType !== 'OBJECT_INDEX' || node.concurrent === true) return false;
  if (node.behavior === 'DROP_CASCADE') return false;
  return !(node.objects ?? []).some((name) => isOnPartitions(namesAt(name), around));
}

function namesAt(name: Node): readonly string[] {
  return namesOf(nodeAs(name, 'List')?.items);
}

/** The index of a partitioned table, or a part of one, is dropped as a whole or not at all. */
function isOnPartitions(names: readonly string[], { catalog }: Around): boolean {
  const [name, schema] = names.toReversed();
  return (catalog.facts?.relations ?? []).some(
    (relation) =>
      (relation.kind === 'partitioned-table' || relation.isPartition) &&
      (schema === undefined || schema === relation.schema) &&
      relation.indexes.some((index) => index.name === name),
  );
}

export const reindex: Form = (statement) => {
  const node = nodeAs(statement.node, 'ReindexStmt');
  if (node === undefined || isOptionOn(node.params, 'concurrently')) return undefined;
  if (node.kind === 'REINDEX_OBJECT_SYSTEM') return undefined;
  const words = wordsOf(statement.text);
  const kind = words.find(({ depth, text }) => depth === 0 && reindexed.has(text));
  const sql = kind === undefined ? undefined : concurrentlyAfter(statement, kind);
  return sql === undefined ? undefined : { steps: [alone(sql)], note: ownFile };
};

const reindexed = new Set(['index', 'table', 'schema', 'database']);

export const refresh: Form = (statement, around) => {
  const node = nodeAs(statement.node, 'RefreshMatViewStmt');
  if (node === undefined || node.concurrent === true || node.skipData === true) return undefined;
  if (lacksKey(node.relation, around)) return undefined;
  const view = wordsOf(statement.text)[2];
  const sql = view?.text === 'view' ? concurrentlyAfter(statement, view) : undefined;
  const note =
    'It needs a unique index over all rows of the view, and a view that has been filled before.';
  return sql === undefined ? undefined : { steps: [{ sql, transaction: 'own' }], note };
};

/** By facts that know the view, and of which the change has not altered anything. */
function lacksKey(view: RangeVar | undefined, around: Around): boolean {
  const known = view && knownTable(view, around);
  if (known === undefined || known.changed || around.catalog.facts?.stale === true) return false;
  return !known.facts.indexes.some(
    ({ unique, valid, partial, columns }) =>
      unique && valid && !partial && columns !== undefined && columns.length > 0,
  );
}

/** The statement with CONCURRENTLY after one of its words. */
export function concurrentlyAfter({ text }: ParsedStatement, { end }: Word): string {
  const words = wordsOf(text);
  const upTo = words.filter((word) => word.end <= end);
  const rest = words.slice(upTo.length);
  return `${written(text, upTo)} concurrently${between(text, upTo, rest)}${written(text, rest)}`;
}

function between(text: string, before: readonly Word[], after: readonly Word[]): string {
  const gap = text.slice(before.at(-1)?.end, after[0]?.start);
  return gap === '' ? ' ' : gap;
}
