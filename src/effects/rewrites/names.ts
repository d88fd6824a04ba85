import type { Constraint } from '@pgsql/types';
import type { RelationFacts } from '../../domain/facts.ts';
import { generatedName } from '../../sql/generated-name.ts';
import { writeIdentifier } from '../../sql/quote.ts';
import { wordsOf, written } from '../../sql/words.ts';
import type { Table } from './table-command.ts';

const labels: Partial<Record<NonNullable<Constraint['contype']>, string>> = {
  CONSTR_CHECK: 'check',
  CONSTR_FOREIGN: 'fkey',
  CONSTR_UNIQUE: 'key',
  CONSTR_PRIMARY: 'pkey',
  CONSTR_NOTNULL: 'not_null',
};

/** The given name, else the one that PostgreSQL would choose unless the facts know that it is taken. */
export function nameOf(
  { conname, contype }: Constraint,
  columns: readonly string[] | undefined,
  table: Table,
): string | undefined {
  if (conname !== undefined) return writeIdentifier(conname);
  const label = contype === undefined ? undefined : labels[contype];
  if (columns === undefined || label === undefined) return undefined;
  return freeName(table, columns, label);
}

/** A name of PostgreSQL's own making; undefined where something has it already. */
export function freeName(
  { relation, around }: Table,
  columns: readonly string[],
  label: string,
): string | undefined {
  const name = generatedName(relation.relname ?? '', columns, label);
  return takenNames(around.catalog.facts?.relations ?? []).has(name)
    ? undefined
    : writeIdentifier(name);
}

function takenNames(relations: readonly RelationFacts[]): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ name, keys, checks, foreignKeys, indexes }) =>
      [{ name }, ...keys, ...checks, ...foreignKeys, ...indexes].map((one) => one.name),
    ),
  );
}

/** The name in an action that adds a constraint, as it is written. */
export function writtenName({ action: text }: { readonly action: string }): readonly string[] {
  const words = wordsOf(text);
  return words[0]?.text === 'add' && words[1]?.text === 'constraint'
    ? [written(text, words.slice(2, 3))]
    : [];
}
