import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

const changes: Readonly<Record<string, string>> = {
  'drop-constraint': 'Drops',
  'alter-constraint': 'Changes',
  'drop-not-null': 'Allows NULL in',
  'no-inherit': 'Takes the rows away from the parent of',
  'shadows-builtin': 'Can stand in for PostgreSQL’s own function:',
  'restart-sequence': 'Restarts',
  'set-expression': 'Changes the generated values of',
  'set-unlogged': 'Gives up crash safety of',
  'detach-partition': 'Detaches a partition from',
  'drop-identity': 'Drops the identity of',
  'drop-expression': 'Drops the expression of',
  'replica-identity': 'Changes the replica identity of',
  'refresh-version': 'Silences the warning that indexes may be wrong under',
  inherit: 'Adds its rows to those of a parent:',
};

export const weakenIntegrity = defineRule({
  id: 'weaken-integrity',
  axis: 'compatibility',
  title: 'A guarantee about the data is given up',
  why: 'Wrong rows can enter from then on, and what reads them may rely on the guarantee.',
  instead: 'Say in the pull request who checked that nothing relies on it.',
  invalid: [
    {
      sql: 'alter table orders drop constraint orders_user',
      level: 'medium',
      message: 'Drops constraint orders.orders_user.',
    },
    {
      sql: 'alter table users alter column email drop not null',
      level: 'medium',
      message: 'Allows NULL in column users.email.',
    },
    {
      sql: "create function format(text, text) returns text language sql as $$ select 'x' $$",
      level: 'medium',
      message: 'Can stand in for PostgreSQL’s own function: function format.',
    },
  ],
  valid: ["alter table users alter column note set default ''"],
  check: ({ effects }) =>
    ofKind(effects, 'alters').flatMap((effect) => {
      const words = changes[effect.change];
      if (words === undefined || effect.object.createdHere) return [];
      return [{ effect, level: 'medium', message: `${words} ${objectName(effect.object)}.` }];
    }),
});
