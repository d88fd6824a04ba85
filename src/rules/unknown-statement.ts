import { defineRule, ofKind } from './rule.ts';

export const unknownStatement = defineRule({
  id: 'unknown-statement',
  axis: 'unknown',
  title: 'A statement or body that Sluice does not follow',
  why: 'It can run code that no rule has seen, so it cannot be judged.',
  instead:
    'Write it in SQL or PL/pgSQL, or let an administrator do it outside of a governed change.',
  invalid: [
    {
      sql: 'create cast (text as int4) with inout as implicit',
      level: 'critical',
      message:
        'Cannot be judged: It runs functions through operators, casts or index access that nobody can follow.',
    },
  ],
  valid: ["create type mood as enum ('calm', 'busy')"],
  check: ({ effects }) =>
    ofKind(effects, 'unknown').map((effect) => ({
      effect,
      level: 'critical',
      message: `Cannot be judged: ${effect.reason}`,
      unknown: true,
      denies: true,
    })),
});
