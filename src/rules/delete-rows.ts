import type { EffectOf, Reach } from '../domain/effect.ts';
import { objectName, sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

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
    ofKind(effects, 'writes')
      .filter(isChosen)
      .map((effect) => {
        const { object, reach, rows, usesFacts } = effect;
        const message =
          rows === undefined
            ? `Deletes rows of ${sizedName(object)}${choice(reach)}.`
            : `Deletes ${rows} ${rows === 1 ? 'row' : 'rows'} of ${objectName(object)}.`;
        const level = reach === 'keyed' ? 'medium' : 'high';
        const facts = usesFacts === undefined ? factsOn(object) : { usesFacts };
        return { effect, level, message, destructive: true, ...facts };
      }),
});

function isChosen(effect: EffectOf<'writes'>): boolean {
  const { verb, object, captured, reach } = effect;
  if (verb !== 'delete' || object.createdHere || captured !== undefined) return false;
  return isNamed(effect) && reach !== 'unbounded' && reach !== 'tautology';
}

function choice(reach: Reach): string {
  if (reach === 'volatile') return ' that are others each time it runs';
  return reach === 'keyed' ? ' by key' : ' that a condition selects';
}
