import { sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

export const unboundedDelete = defineRule({
  id: 'unbounded-delete',
  axis: 'data-loss',
  title: 'Every row is deleted',
  why: 'The whole table is lost, and rows of other tables may follow through cascading foreign keys.',
  instead: 'Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.',
  invalid: [
    {
      sql: 'delete from users',
      level: 'critical',
      message: 'Deletes every row of table users: there is no condition that limits it.',
    },
    {
      sql: 'delete from users where id = id or false',
      level: 'critical',
      message: 'Deletes every row of table users: its condition is always true.',
    },
  ],
  valid: [`create table scratch (id int); delete from scratch`],
  counterfactual: {
    level: 'medium',
    when: 'it names the rows by their key',
    with: ['delete from users where id = 7'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'writes').flatMap((effect) => {
      const { object, verb, reach } = effect;
      if (verb !== 'delete' || object.createdHere || !isNamed(effect)) return [];
      if (effect.captured !== undefined) return [];
      if (reach !== 'unbounded' && reach !== 'tautology') return [];
      const because =
        reach === 'tautology'
          ? 'its condition is always true'
          : 'there is no condition that limits it';
      const message = `Deletes every row of ${sizedName(object)}: ${because}.`;
      return [{ effect, level: 'critical', message, destructive: true, ...factsOn(object) }];
    }),
});
