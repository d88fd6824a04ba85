import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const swallowedError = defineRule({
  id: 'swallowed-error',
  axis: 'concealment',
  title: 'Code goes on after any error',
  why: 'The change counts as applied although a part of it was undone, and nobody hears why.',
  instead: 'Name the one error that is expected, or raise it again at the end of the handler.',
  invalid: [
    {
      sql: 'do $$ begin perform 1; exception when others then null; end $$',
      level: 'medium',
      message: 'Goes on after any error, as if nothing had happened.',
    },
  ],
  valid: [
    'do $$ begin perform 1; exception when duplicate_object then null; end $$',
    "do $$ begin perform 1; exception when others then raise notice 'no'; raise; end $$",
  ],
  check: ({ scripts }) =>
    traitsOf(scripts, 'swallows-errors').map((effect) => ({
      effect,
      level: 'medium',
      message: 'Goes on after any error, as if nothing had happened.',
    })),
});
