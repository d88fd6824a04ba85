import { declarationsOf } from '../effects/declarations.ts';
import type { Declared } from '../effects/declarations.ts';
import type { Script } from '../domain/statement.ts';
import { tokensOf } from '../sql/lexer.ts';
import { defineRule } from './rule.ts';
import type { Remark } from './rule.ts';

export const enumValueInSameTransaction = defineRule({
  id: 'enum-value-in-same-transaction',
  axis: 'compatibility',
  title: 'A new value of an enumeration is used in the transaction that adds it',
  why: 'PostgreSQL refuses it: the value can only be used once the transaction that added it has committed.',
  instead: 'Add the value in a file of its own, and use it in a later one.',
  invalid: [
    {
      sql: "alter type priority add value 'urgent'; insert into tickets (priority) values ('urgent')",
      level: 'medium',
      message: 'Uses the value urgent of priority in the transaction that adds it.',
    },
  ],
  valid: [
    "alter type priority add value 'urgent'",
    "alter type priority add value 'urgent'; insert into tickets (priority) values ('normal')",
  ],
  check: ({ scripts }) => scripts.flatMap(usesIn),
});

function usesIn(script: Script): readonly Remark[] {
  const values = declarationsOf([script], 'enum-value');
  if (values.length === 0) return [];
  const byStatement = new Map(values.map((value) => [value.statement, value]));
  const added = new Map<string, Declared<'enum-value'>>();
  return script.statements.flatMap(({ text }, statement): readonly Remark[] => {
    const used = literalsOf(text).flatMap((literal) => added.get(literal) ?? []);
    const value = byStatement.get(statement);
    if (value !== undefined) added.set(literalOf(value.value), value);
    return used.map(({ unitId, value, type }) => ({
      effect: { unitId, statement, source: 'static' },
      level: 'medium',
      message: `Uses the value ${value} of ${type} in the transaction that adds it.`,
    }));
  });
}

function literalOf(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function literalsOf(text: string): readonly string[] {
  return [...tokensOf(text)]
    .filter(({ kind }) => kind === 'quoted')
    .map(({ start, end }) => text.slice(start, end));
}
