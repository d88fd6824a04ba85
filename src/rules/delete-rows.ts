import type { Reach } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const deleteRows = defineRule({
  id: 'delete-rows',
  axis: 'data-loss',
  title: 'Rows are deleted',
  why: 'Deleted rows come back from a backup only, and rows of other tables may follow through foreign keys.',
  instead: 'Delete by key, keep a copy of the rows, and compare the count with the rehearsal.',
  invalid: [
    {
      sql: "delete from users where created_at < '2020-01-01'",
      level: 'high',
      message: 'Deletes rows of table users that a condition selects.',
    },
    {
      sql: 'delete from users where id = 7',
      level: 'medium',
      message: 'Deletes rows of table users by key.',
    },
    {
      sql: 'delete from users where random() < 0.5',
      level: 'high',
      message: 'Deletes rows of table users that are others each time it runs.',
    },
  ],
  valid: ['create table scratch (id int); delete from scratch where id > 3'],
  counterfactual: {
    level: 'medium',
    when: 'it names the rows by their key',
    with: ['delete from users where id = 7'],
    only: ['high'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'writes').flatMap((effect) => {
      const { object, verb, reach, rows } = effect;
      if (verb !== 'delete' || object.createdHere) return [];
      if (reach === 'unbounded' || reach === 'tautology') return [];
      const by = choice(reach);
      const message =
        rows === undefined
          ? `Deletes rows of ${objectName(object)}${by}.`
          : `Deletes ${rows} ${rows === 1 ? 'row' : 'rows'} of ${objectName(object)}.`;
      return [{ effect, level: reach === 'keyed' ? 'medium' : 'high', message, destructive: true }];
    }),
});

function choice(reach: Reach): string {
  if (reach === 'volatile') return ' that are others each time it runs';
  return reach === 'keyed' ? ' by key' : ' that a condition selects';
}
