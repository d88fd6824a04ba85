import { sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

export const unboundedUpdate = defineRule({
  id: 'unbounded-update',
  axis: 'data-loss',
  title: 'Every row is updated',
  why: 'The values that were there before are lost in every row, and every row is locked until the change commits.',
  instead: 'Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.',
  invalid: [
    {
      sql: 'update users set active = false',
      level: 'critical',
      message: 'Updates every row of table users: there is no condition that limits it.',
    },
    {
      sql: 'update users set active = false where 1 = 1',
      level: 'critical',
      message: 'Updates every row of table users: its condition is always true.',
    },
  ],
  valid: [`update users set name = 'a' where id = 7`],
  counterfactual: {
    level: 'low',
    when: 'it names the rows by their key',
    with: ['update users set active = false where id in (1, 2, 3)'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'writes').flatMap((effect) => {
      const { object, verb, reach } = effect;
      if (verb !== 'update' || object.createdHere || !isNamed(effect)) return [];
      if (effect.captured !== undefined) return [];
      if (reach !== 'unbounded' && reach !== 'tautology') return [];
      const because =
        reach === 'tautology'
          ? 'its condition is always true'
          : 'there is no condition that limits it';
      const message = `Updates every row of ${sizedName(object)}: ${because}.`;
      return [{ effect, level: 'critical', message, destructive: true, ...factsOn(object) }];
    }),
});
