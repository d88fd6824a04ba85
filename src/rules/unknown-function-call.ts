import { defineRule, ofKind } from './rule.ts';

export const unknownFunctionCall = defineRule({
  id: 'unknown-function-call',
  axis: 'unknown',
  title: 'A function is called whose effects are not known',
  why: 'The function can write, drop or send anything; its code is not part of this change.',
  instead: 'Do the work in plain statements, or let the function’s owner approve the call.',
  invalid: [
    {
      sql: 'select cleanup_users()',
      level: 'medium',
      message: 'Calls cleanup_users: its effects are not known.',
    },
    {
      sql: "select setval('ids', 1)",
      level: 'medium',
      message: 'Calls setval: its effects are not known.',
    },
  ],
  valid: ['select count(*) from users', 'create table scratch (at timestamptz default now())'],
  check: ({ effects }) =>
    ofKind(effects, 'calls')
      .filter((effect) => !effect.known)
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Calls ${effect.name}: its effects are not known.`,
        unknown: true,
      })),
});
