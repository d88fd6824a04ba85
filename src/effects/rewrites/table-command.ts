import type { AlterTableCmd, Constraint, RangeVar } from '@pgsql/types';
import type { ParsedStatement } from '../../domain/statement.ts';
import { nodeAs, nodesAs } from '../../sql/nodes.ts';
import { commaParts, nameLength, wordsOf, written } from '../../sql/words.ts';
import type { Word } from '../../sql/words.ts';
import type { Around } from './form.ts';

/** The table that ALTER TABLE names, as the author wrote it. */
export type Table = {
  /** `alter table if exists only schema.name` */
  readonly head: string;
  /** `schema.name` */
  readonly written: string;
  readonly relation: RangeVar;
  readonly only: boolean;
  readonly ifExists: boolean;
  readonly around: Around;
};

/** One action of ALTER TABLE with its words. */
export type Command = {
  readonly node: AlterTableCmd;
  readonly words: readonly Word[];
  /** The text that the words and the tree point into. */
  readonly statement: ParsedStatement;
};

/** The table and the actions; undefined where the words are not those of a plain ALTER TABLE. */
export function readAlterTable(
  statement: ParsedStatement,
  around: Around,
): { readonly table: Table; readonly commands: readonly Command[] } | undefined {
  const node = nodeAs(statement.node, 'AlterTableStmt');
  const words = wordsOf(statement.text);
  const relation = node?.relation;
  if (relation === undefined || saidBy(words) !== 'alter table') return undefined;
  const ifExists = node?.missing_ok === true;
  const only = relation.inh !== true;
  const name = nameIndex(ifExists, only);
  const end = name + nameLength(words, name);
  const actions = words[end]?.text === '*' ? end + 1 : end;
  const commands = commandsOf(statement, words.slice(actions));
  if (words[name]?.text === '(' || commands === undefined) return undefined;
  const { text } = statement;
  const head = written(text, words.slice(0, actions));
  const place = written(text, words.slice(name, end));
  return {
    table: { head, written: place, relation, only, ifExists, around },
    commands,
  };
}

function commandsOf(
  statement: ParsedStatement,
  words: readonly Word[],
): readonly Command[] | undefined {
  const nodes = nodesAs(nodeAs(statement.node, 'AlterTableStmt')?.cmds, 'AlterTableCmd');
  const parts = commaParts(words);
  if (parts.length !== nodes.length) return undefined;
  return nodes.map((node, index) => ({ node, words: parts[index] ?? [], statement }));
}

/** How many words of ALTER TABLE stand before the name. */
function nameIndex(ifExists: boolean, only: boolean): number {
  return 2 + (ifExists ? 2 : 0) + (only ? 1 : 0);
}

function saidBy(words: readonly Word[]): string {
  return words
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
}

/** The words after `constraint name`. */
export function bodyOf({ conname }: Constraint, words: readonly Word[]): readonly Word[] {
  return conname === undefined ? words : words.slice(2);
}

/** The author's text of some words of an action. */
export function textOf({ statement }: Command, words: readonly Word[]): string {
  return written(statement.text, words);
}
