import { defineRule, ofKind } from './rule.ts';

export const unparsed = defineRule({
  id: 'unparsed',
  axis: 'unknown',
  title: 'Text that PostgreSQL’s grammar does not accept',
  why: 'Nobody can say what it would do, so it cannot be allowed.',
  instead: 'Correct the syntax; put commands of psql or of a migration tool elsewhere.',
  invalid: [
    {
      sql: 'drop tabel users',
      level: 'critical',
      message:
        'Cannot be read: PostgreSQL\'s grammar does not accept it: syntax error at or near "tabel".',
    },
    {
      sql: "select 'drop table users' \\gexec",
      level: 'critical',
      message:
        'Cannot be read: It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it.',
    },
  ],
  valid: ['create table scratch (id int)'],
  check: ({ effects }) =>
    ofKind(effects, 'unparsed').map((effect) => ({
      effect,
      level: 'critical',
      message: `Cannot be read: ${effect.reason}`,
      unknown: true,
      denies: true,
    })),
});
