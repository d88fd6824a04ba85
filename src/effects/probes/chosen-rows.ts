import type { InsertStmt, RangeVar, WithClause } from '@pgsql/types';
import type { ParsedStatement } from '../../domain/statement.ts';
import { nodeAs } from '../../sql/nodes.ts';
import { nameLength, type Word, wordsOf, written } from '../../sql/words.ts';
import { onlyPlace, placesOf, type PlannedProbe, quotedName } from './probe.ts';
import { isReadable } from './readable.ts';

/** How many rows an UPDATE, a DELETE or an INSERT … SELECT chooses. */
export function chosenRows(statement: ParsedStatement): readonly PlannedProbe[] {
  const { node, text } = statement;
  const inserted = nodeAs(node, 'InsertStmt');
  const updated = nodeAs(node, 'UpdateStmt');
  const deleted = nodeAs(node, 'DeleteStmt');
  if (inserted !== undefined) return selectedRows(inserted, text);
  if (updated !== undefined) {
    const { relation, fromClause: joined, whereClause: where, withClause } = updated;
    return predicateRows({ verb: 'update', relation, joined, where, withClause, text });
  }
  if (deleted === undefined) return [];
  const { relation, usingClause: joined, whereClause: where, withClause } = deleted;
  return predicateRows({ verb: 'delete', relation, joined, where, withClause, text });
}

type Choice = {
  readonly verb: 'update' | 'delete';
  readonly relation: RangeVar | undefined;
  readonly joined: readonly object[] | undefined;
  readonly where: object | undefined;
  readonly withClause: WithClause | undefined;
  readonly text: string;
};

const about = 'rows that the statement chooses';

function predicateRows(choice: Choice): readonly PlannedProbe[] {
  const { verb, relation, joined = [], where, withClause, text } = choice;
  const table = quotedName(relation);
  const parts = partsOf(choice);
  if (table === undefined || parts === undefined || where === undefined) return [];
  if (!isReadable([...joined, where, withClause])) return [];
  const predicate = written(text, parts.predicate);
  const condition =
    parts.joined.length === 0
      ? predicate
      : `exists (select from ${written(text, parts.joined)} where ${predicate})`;
  const sql = `${written(text, parts.before)} select pg_catalog.count(*) as answer from ${written(text, parts.target)} where ${condition}`;
  const done = verb === 'update' ? 'updated' : 'deleted';
  return [{ kind: 'count', sql: sql.trimStart(), about, table, verb: done }];
}

type Parts = {
  /** The common table expressions. */
  readonly before: readonly Word[];
  readonly target: readonly Word[];
  readonly joined: readonly Word[];
  readonly predicate: readonly Word[];
};

function partsOf(choice: Choice): Parts | undefined {
  const words = wordsOf(choice.text);
  const at = verbPlace(words, choice);
  const where = onlyPlace(words, 'where');
  if (at === undefined || where === undefined) return undefined;
  const start = at + (choice.verb === 'delete' ? 2 : 1);
  const end = targetEnd(words, start, choice.relation);
  const joined = joinedPlace(words, choice, { end, where });
  if (joined === undefined || !follows(words[end], choice.verb)) return undefined;
  const returning = placesOf(words, 'returning')[0] ?? words.length;
  if (returning < where) return undefined;
  return {
    before: words.slice(0, at),
    target: words.slice(start, end),
    joined: words.slice(joined + 1, where),
    predicate: words.slice(where + 1, returning),
  };
}

/** Where the command begins; what stands before it are its common table expressions. */
function verbPlace(words: readonly Word[], { verb, withClause }: Choice): number | undefined {
  if (withClause === undefined) return words[0]?.text === verb ? 0 : undefined;
  return onlyPlace(words, verb);
}

/** Behind the name of the target, its star and its alias. */
function targetEnd(words: readonly Word[], start: number, relation: RangeVar | undefined): number {
  const name = words[start]?.text === 'only' ? start + 1 : start;
  const star = name + nameLength(words, name);
  const alias = words[star]?.text === '*' ? star + 1 : star;
  if (relation?.alias === undefined) return alias;
  return words[alias]?.text === 'as' ? alias + 2 : alias + 1;
}

function follows(word: Word | undefined, verb: Choice['verb']): boolean {
  return verb === 'update'
    ? word?.text === 'set'
    : word?.text === 'using' || word?.text === 'where';
}

/** The word before the joined tables: the predicate's where nothing is joined, undefined where it is not sure. */
function joinedPlace(
  words: readonly Word[],
  { verb, joined = [] }: Choice,
  { end, where }: { readonly end: number; readonly where: number },
): number | undefined {
  if (joined.length === 0) return where;
  if (verb === 'delete') return end;
  const places = placesOf(words, 'from').filter(
    (place) => place > end && place < where && words[place - 1]?.text !== 'distinct',
  );
  return places.length === 1 ? places[0] : undefined;
}

function selectedRows(node: InsertStmt, text: string): readonly PlannedProbe[] {
  const table = quotedName(node.relation);
  const words = wordsOf(text);
  const at = node.withClause === undefined ? 0 : (onlyPlace(words, 'insert') ?? words.length);
  const chosen = sourceOf(words.slice(at), node);
  if (table === undefined || chosen === undefined) return [];
  if (!isReadable([node.selectStmt, node.withClause])) return [];
  const before = written(text, words.slice(0, at));
  const source = written(text, chosen);
  const sql = `${before} select pg_catalog.count(*) as answer from (${source}) as chosen`;
  return [{ kind: 'count', sql: sql.trimStart(), about, table, verb: 'inserted' }];
}

/** The SELECT, behind the name of the table and its columns; undefined where it is not sure. */
function sourceOf(words: readonly Word[], node: InsertStmt): readonly Word[] | undefined {
  if (words[0]?.text !== 'insert' || words[1]?.text !== 'into') return undefined;
  const source = words.slice(sourceStart(words, node), sourceEnd(words, node));
  return source[0]?.text === 'select' || source[0]?.text === 'with' ? source : undefined;
}

function sourceStart(words: readonly Word[], node: InsertStmt): number {
  let start = 2 + nameLength(words, 2);
  if (node.relation?.alias !== undefined) start += 2;
  if ((node.cols ?? []).length > 0)
    start = words.findIndex(({ text, depth }, at) => at > start && text === ')' && depth === 0) + 1;
  return words[start]?.text === 'overriding' ? start + 3 : start;
}

/** Nowhere where more than one place may be its end. */
function sourceEnd(words: readonly Word[], node: InsertStmt): number {
  const conflicts = placesOf(words, 'on').filter((at) => words[at + 1]?.text === 'conflict');
  if (node.onConflictClause !== undefined) return conflicts.length === 1 ? (conflicts[0] ?? 0) : 0;
  return placesOf(words, 'returning')[0] ?? words.length;
}
