import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const filteredUpdate = defineRule({
  id: 'filtered-update',
  title: 'Rows are updated, nobody knows how many',
  why: 'The condition names no key, so only the rehearsal tells how much it reaches.',
  instead: 'Update by key, or in batches, and compare the count with the rehearsal.',
  invalid: [
    {
      sql: "update users set active = false where last_seen < '2020-01-01'",
      level: 'medium',
      message: 'Updates rows of table users that a condition selects.',
    },
  ],
  valid: ['update users set active = false where id in (1, 2, 3)'],
  check: ({ effects }) =>
    ofKind(effects, 'writes')
      .filter(
        ({ object, verb, reach }) =>
          verb === 'update' && reach === 'filtered' && !object.createdHere,
      )
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Updates rows of ${objectName(effect.object)} that a condition selects.`,
      })),
});
