import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const functionPromise = defineRule({
  id: 'function-promise',
  axis: 'compatibility',
  title: 'What PostgreSQL believes of a function changes',
  why: 'It takes the word for it: a wrong IMMUTABLE corrupts indexes, a wrong LEAKPROOF shows rows that policies hide.',
  instead:
    'Define the function anew with its body, so that the promise and the code are reviewed together.',
  invalid: [
    {
      sql: 'alter function cleanup_users() immutable',
      level: 'medium',
      message: 'Declares function cleanup_users immutable.',
    },
    {
      sql: 'alter function cleanup_users() leakproof',
      level: 'high',
      message: 'Declares function cleanup_users leakproof.',
    },
  ],
  valid: ['alter function cleanup_users() cost 10'],
  check: ({ scripts }) =>
    traitsOf(scripts, 'function-option').map((effect) => ({
      effect,
      level: effect.option === 'leakproof' ? 'high' : 'medium',
      message: `Declares function ${effect.name} ${effect.option}.`,
    })),
});
