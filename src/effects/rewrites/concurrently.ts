import { nodeAs, isOptionOn } from '../../sql/nodes.ts';
import { commaParts, wordsOf, written } from '../../sql/words.ts';
import type { Word } from '../../sql/words.ts';
import type { ParsedStatement } from '../../domain/statement.ts';
import { alone } from './form.ts';
import type { Form } from './form.ts';

const ownFile = 'Put it alone into a file that runs without a transaction.';

/** DROP INDEX CONCURRENTLY takes one index at a time and nothing that depends on it. */
export const dropIndex: Form = (statement) => {
  const node = nodeAs(statement.node, 'DropStmt');
  if (node?.removeType !== 'OBJECT_INDEX' || node.concurrent === true) return undefined;
  if (node.behavior === 'DROP_CASCADE') return undefined;
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

export const refresh: Form = (statement) => {
  const node = nodeAs(statement.node, 'RefreshMatViewStmt');
  if (node === undefined || node.concurrent === true || node.skipData === true) return undefined;
  const view = wordsOf(statement.text)[2];
  const sql = view?.text === 'view' ? concurrentlyAfter(statement, view) : undefined;
  const note =
    'It needs a unique index over all rows of the view, and a view that has been filled before.';
  return sql === undefined ? undefined : { steps: [{ sql, transaction: 'own' }], note };
};

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
