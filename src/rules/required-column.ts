import { declarationsOf } from '../effects/declarations.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const requiredColumn = defineRule({
  id: 'required-column',
  axis: 'compatibility',
  title: 'A new column must be filled, and nothing fills it',
  why: 'It fails if the table holds a row, and clients that do not know the column yet can no longer insert.',
  instead:
    'Give it a constant default, or add it without NOT NULL, fill it, and require it when every client fills it.',
  invalid: [
    {
      sql: 'alter table users add column tenant bigint not null',
      level: 'medium',
      message: 'Adds column users.tenant, which must be filled and has no default.',
    },
  ],
  valid: [
    "alter table users add column tenant text not null default ''",
    'alter table users add column tenant bigint',
    'create table scratch (id int); alter table scratch add column note text not null',
  ],
  counterfactual: {
    level: 'low',
    when: 'it has a constant default',
    with: ['alter table users add column tenant bigint not null default 0'],
  },
  check: ({ effects, scripts }) => {
    const required = new Set(
      declarationsOf(scripts, 'column')
        .filter(({ added, notNull, filled }) => added && notNull && !filled)
        .map((column) => `${statementOf(column)} ${column.column}`),
    );
    return ofKind(effects, 'alters')
      .filter(({ change, object }) => change === 'add-column' && !object.createdHere)
      .filter((effect) => required.has(`${statementOf(effect)} ${effect.object.part ?? ''}`))
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Adds ${objectName(effect.object)}, which must be filled and has no default.`,
      }));
  },
});
