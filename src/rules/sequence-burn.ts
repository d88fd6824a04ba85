import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const sequenceBurn = defineRule({
  id: 'sequence-burn',
  axis: 'reversibility',
  title: 'A sequence is drawn from row by row, and no row keeps the values',
  why: 'Rolling back does not return them: a sequence runs dry sooner, and a rehearsal on the server itself would do it, too.',
  instead: 'Use setval() once, in a change that says why.',
  invalid: [
    {
      sql: "select nextval('ids') from generate_series(1, 1000)",
      level: 'medium',
      message: 'Draws values of a sequence that no row keeps.',
    },
  ],
  valid: [
    "select nextval('ids')",
    "insert into users (id) select nextval('ids') from generate_series(1, 3)",
  ],
  check: ({ scripts }) =>
    traitsOf(scripts, 'burns-sequence').map((effect) => ({
      effect,
      level: 'medium',
      message: 'Draws values of a sequence that no row keeps.',
    })),
});
