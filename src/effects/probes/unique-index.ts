import type { IndexElem, IndexStmt } from '@pgsql/types';
import type { ParsedStatement } from '../../domain/statement.ts';
import { nodeAs, nodesAs } from '../../sql/nodes.ts';
import { writeIdentifier } from '../../sql/quote.ts';
import { nameLength, type Word, wordsOf, written } from '../../sql/words.ts';
import { onlyPlace, type PlannedProbe, quotedName } from './probe.ts';
import { isReadable } from './readable.ts';

/** Whether CREATE UNIQUE INDEX would meet a value twice. */
export function uniqueIndex({ node, text }: ParsedStatement): readonly PlannedProbe[] {
  const index = nodeAs(node, 'IndexStmt');
  const table = quotedName(index?.relation);
  if (index?.unique !== true || index.relation?.inh !== true || table === undefined) return [];
  const words = wordsOf(text);
  const on = words.findIndex(({ text: said }) => said === 'on');
  const name = words.slice(on + 1, on + 1 + nameLength(words, on + 1));
  const open = words.findIndex((word, at) => at > on && word.depth === 0 && word.text === '(');
  const close = words.findIndex((word, at) => at > open && word.depth === 0 && word.text === ')');
  const keys = keysOf(index, text, words.slice(open + 1, close));
  const condition = conditionOf(index, text, words.slice(close + 1));
  if (keys === undefined || condition === undefined) return [];
  const distinct = index.nulls_not_distinct === true;
  return [twice({ table, source: written(text, name), keys, condition, distinct })];
}

/** Whether some rows hold the same values of all keys. */
export function twice({
  table,
  source,
  keys,
  condition = '',
  distinct,
}: {
  readonly table: string;
  readonly source: string;
  readonly keys: readonly string[];
  readonly condition?: string;
  /** NULL is a value like others. */
  readonly distinct: boolean;
}): PlannedProbe {
  const conditions = [
    ...(distinct ? [] : keys.map((key) => `${key} is not null`)),
    ...(condition === '' ? [] : [`(${condition})`]),
  ];
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const sql = `select exists (select from ${source}${where} group by ${keys.join(', ')} having pg_catalog.count(*) > 1) as answer`;
  const about = 'values that more than one row holds';
  return { kind: 'violation', sql, about, table, answer: 'exists', alone: true };
}

function keysOf(
  index: IndexStmt,
  text: string,
  words: readonly Word[],
): readonly string[] | undefined {
  const elements = nodesAs(index.indexParams, 'IndexElem');
  const parts = partsOf(words);
  if (parts.length !== elements.length) return undefined;
  const keys = elements.flatMap((element, at) => keyOf(element, text, parts[at] ?? []) ?? []);
  return keys.length === elements.length ? keys : undefined;
}

function partsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const commas = words.flatMap(({ text, depth }, at) => (text === ',' && depth === 1 ? [at] : []));
  return [...commas, words.length].map((end, at) => words.slice((commas[at - 1] ?? -1) + 1, end));
}

/** Another operator class or collation may find other values equal. */
function keyOf(element: IndexElem, text: string, words: readonly Word[]): string | undefined {
  const { name, expr, opclass, collation, ordering, nulls_ordering: nulls } = element;
  if ((opclass ?? []).length > 0 || (collation ?? []).length > 0) return undefined;
  if (name !== undefined) return writeIdentifier(name);
  if (expr === undefined || !isReadable([expr])) return undefined;
  const order =
    (isSaid(nulls, 'SORTBY_NULLS_DEFAULT') ? 2 : 0) + (isSaid(ordering, 'SORTBY_DEFAULT') ? 1 : 0);
  return written(text, words.slice(0, words.length - order));
}

function isSaid(order: string | undefined, absent: string): boolean {
  return order !== undefined && order !== absent;
}

/** The predicate of a partial index; empty where it is none. */
function conditionOf(
  { whereClause }: IndexStmt,
  text: string,
  words: readonly Word[],
): string | undefined {
  if (whereClause === undefined) return '';
  const where = onlyPlace(words, 'where');
  if (where === undefined || !isReadable([whereClause])) return undefined;
  return written(text, words.slice(where + 1));
}
