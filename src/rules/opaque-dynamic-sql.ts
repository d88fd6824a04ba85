import { defineRule, ofKind } from './rule.ts';

export const opaqueDynamicSql = defineRule({
  id: 'opaque-dynamic-sql',
  axis: 'unknown',
  title: 'SQL text is put together while the change runs',
  why: 'What it executes is not in the reviewed text and can differ between databases.',
  instead: 'Write the statements themselves, one by one.',
  invalid: [
    {
      sql: "do $$ begin execute (select 'drop table if exists t' || count(*) from users); end $$",
      level: 'high',
      message:
        "Executes SQL that is built at run time: (select 'drop table if exists t' || count(*) from users)",
    },
    {
      sql: "select query_to_xml('delete from ' || name, true, true, '') from users",
      level: 'high',
      message: 'Executes SQL that is built at run time: an argument that is computed',
    },
  ],
  valid: [
    "do $$ begin update users set name = 'a' where id = 7; end $$",
    "do $$ begin execute format('create table %I (id int)', 'scratch'); end $$",
  ],
  check: ({ effects }) =>
    ofKind(effects, 'executes-dynamic').map((effect) => ({
      effect,
      level: 'high',
      // An expression of PL/pgSQL is parsed as the SELECT that PostgreSQL makes of it.
      message: `Executes SQL that is built at run time: ${effect.text.replace(/^SELECT /, '')}`,
      destructive: /\b(?:drop|delete|truncate|update)\b/i.test(effect.text),
      unknown: true,
    })),
});
