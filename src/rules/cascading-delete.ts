import { declarationsOf } from '../effects/declarations.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const cascadingDelete = defineRule({
  id: 'cascading-delete',
  axis: 'reach',
  title: 'Deleting rows of one table will change another one',
  why: 'From then on a DELETE that names one table removes or empties rows of another, without a word in the statement.',
  instead: 'Let the delete fail (NO ACTION), and delete what depends on a row by name.',
  invalid: [
    {
      sql: 'alter table orders add constraint orders_users foreign key (user_id) references users (id) on delete cascade not valid',
      level: 'medium',
      message: 'Deleting from users will cascade to orders.',
    },
    {
      sql: 'alter table orders add column owner_id int references users (id) on delete set null',
      level: 'medium',
      message: 'Deleting from users will set null in orders.',
    },
  ],
  valid: [
    'alter table orders add constraint orders_users foreign key (user_id) references users (id) not valid',
    'create table notes (user_id int references users (id) on delete cascade)',
  ],
  counterfactual: {
    level: 'low',
    when: 'such a delete fails: NO ACTION',
    with: [
      'alter table orders add constraint orders_users foreign key (user_id) references users (id) not valid',
    ],
  },
  check: ({ effects, scripts }) => {
    const existing = new Set(
      ofKind(effects, 'alters')
        .filter(({ object }) => !object.createdHere)
        .map(statementOf),
    );
    return declarationsOf(scripts, 'foreign-key')
      .filter(({ added, onDelete }) => added && onDelete !== 'keeps')
      .filter((key) => existing.has(statementOf(key)))
      .map((effect) => {
        const how = effect.onDelete === 'cascade' ? 'cascade to' : `${effect.onDelete} in`;
        const message = `Deleting from ${effect.references} will ${how} ${effect.table}.`;
        return { effect, level: 'medium', message };
      });
  },
});
