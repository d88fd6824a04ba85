import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const unboundParameter = defineRule({
  id: 'unbound-parameter',
  axis: 'unknown',
  title: 'A statement waits for a value that nobody gives',
  why: 'PostgreSQL refuses it as it stands; whatever fills it in decides what it does, after the review.',
  instead: 'Write the value into the statement, where it is reviewed.',
  invalid: [
    {
      sql: 'update users set age = 1 where id = $1',
      level: 'medium',
      message: 'Leaves open what $1 is.',
    },
  ],
  valid: ['prepare one (int) as select id from users where id = $1'],
  check: ({ scripts }) =>
    traitsOf(scripts, 'parameter').map((effect) => ({
      effect,
      level: 'medium',
      message: `Leaves open what $${effect.number} is.`,
      unknown: true,
    })),
});
