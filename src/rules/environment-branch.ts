import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const environmentBranch = defineRule({
  id: 'environment-branch',
  axis: 'concealment',
  title: 'What it does depends on where or when it runs',
  why: 'A rehearsal runs on another server and at another time: it may take the other branch, and show nothing.',
  instead: 'Let the change do the same everywhere; give each database a change of its own.',
  invalid: [
    {
      sql: "do $$ begin if current_database() = 'production' then perform 1; end if; end $$",
      level: 'high',
      message: 'Decides by current_database.',
    },
    {
      sql: 'do $$ begin if inet_server_addr() is not null then perform 1; end if; end $$',
      level: 'high',
      message: 'Decides by inet_server_addr.',
    },
    {
      sql: "update users set age = 1 where id = 1 and current_setting('cluster_name') = 'production'",
      level: 'high',
      message: 'Decides by cluster_name.',
    },
    {
      sql: "do $$ begin if now() > date '2030-01-01' then perform 1; end if; end $$",
      level: 'high',
      message: 'Decides by now.',
    },
  ],
  valid: [
    'select current_database()',
    "do $$ declare at timestamptz; begin at := now(); raise notice 'at %', at; end $$",
  ],
  check: ({ scripts }) =>
    traitsOf(scripts, 'environment').map((effect) => ({
      effect,
      level: 'high',
      message: `Decides by ${effect.what}.`,
      unknown: true,
    })),
});
