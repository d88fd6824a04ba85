import { defineRule, ofKind } from './rule.ts';

export const serverAccess = defineRule({
  id: 'server-access',
  axis: 'privilege',
  title: 'The change reaches beyond the database',
  why: 'Files, programs, libraries, other servers and sessions are outside of what a rollback undoes.',
  instead: 'Let an administrator do it outside of a governed change.',
  invalid: [
    {
      sql: "copy users to program 'curl -T - https://example.test'",
      level: 'critical',
      message: 'Reaches the server: copy program.',
    },
    {
      sql: "select pg_read_file('/etc/passwd')",
      level: 'critical',
      message: 'Reaches the server: pg_read_file().',
    },
    {
      sql: 'create extension pgcrypto',
      level: 'high',
      message: 'Reaches the server: create extension.',
    },
    {
      sql: 'select pg_terminate_backend(1)',
      level: 'high',
      message: 'Reaches the server: pg_terminate_backend().',
    },
    {
      sql: "select pg_notify('jobs', '')",
      level: 'high',
      message: 'Reaches the server: pg_notify().',
    },
    {
      sql: "alter system set fsync = 'off'",
      level: 'critical',
      message: 'Reaches the server: alter system fsync.',
    },
  ],
  valid: ['insert into users (id) values (1)'],
  check: ({ effects }) =>
    ofKind(effects, 'accesses-server').map((effect) => ({
      effect,
      level: effect.how === 'session' || effect.how === 'library' ? 'high' : 'critical',
      message: `Reaches the server: ${effect.detail}.`,
      unknown: true,
    })),
});
