import type { Reach } from '../domain/effect.ts';
import { sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

export const filteredUpdate = defineRule({
  id: 'filtered-update',
  axis: 'reach',
  title: 'Rows are updated, nobody knows how many',
  why: 'The condition names no key, so only the rehearsal tells how much it reaches.',
  instead: 'Update by key, or in batches, and compare the count with the rehearsal.',
  invalid: [
    {
      sql: "update users set active = false where last_seen < '2020-01-01'",
      level: 'medium',
      message: 'Updates rows of table users that a condition selects.',
    },
    {
      sql: 'update users set active = false where random() < 0.5',
      level: 'high',
      message: 'Updates rows of table users that are others each time it runs.',
    },
  ],
  valid: ['update users set active = false where id in (1, 2, 3)'],
  counterfactual: {
    level: 'low',
    when: 'it names the rows by their key',
    with: ['update users set active = false where id in (1, 2, 3)'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'writes')
      .filter(
        ({ object, verb, reach, through, captured }) =>
          verb === 'update' &&
          isNamed({ through }) &&
          captured === undefined &&
          (reach === 'filtered' || reach === 'volatile') &&
          !object.createdHere,
      )
      .map((effect) => ({
        effect,
        level: effect.reach === 'volatile' ? 'high' : 'medium',
        message: `Updates rows of ${sizedName(effect.object)} that ${choice(effect.reach)}.`,
        ...(effect.usesFacts === undefined ? factsOn(effect.object) : { usesFacts: true }),
      })),
});

function choice(reach: Reach): string {
  return reach === 'volatile' ? 'are others each time it runs' : 'a condition selects';
}
