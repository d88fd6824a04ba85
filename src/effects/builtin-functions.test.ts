import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { isAlwaysBuiltin, isBuiltin } from './builtin-functions.ts';
import { effectsOf } from './effects.ts';

test.each([
  ['lower', 14, true],
  ['lower', undefined, true],
  ['random_normal', 15, false],
  ['random_normal', 16, true],
  ['random_normal', undefined, true],
  ['uuidv7', 17, false],
  ['uuidv7', 19, true],
  ['pg_start_backup', 14, true],
  ['pg_start_backup', 15, false],
  ['interval_accum', 16, true],
  ['interval_accum', 17, false],
  ['purge', undefined, false],
  ['purge', 18, false],
  ['coalesce', 14, true],
] as const)('%s on PostgreSQL %s is built in: %s', (name, postgres, expected) => {
  expect(isBuiltin(name, postgres)).toBe(expected);
});

test('what only some majors have may be somebody’s own function', () => {
  expect([isAlwaysBuiltin('lower'), isAlwaysBuiltin('uuidv7'), isAlwaysBuiltin('purge')]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["select date_add(now(), interval '1 day')", 15, ['unknown-function-call']],
  ["select date_add(now(), interval '1 day')", 16, []],
  ["select regexp_like('a', 'b')", 14, ['unknown-function-call']],
  ["select pg_catalog.regexp_like('a', 'b')", 14, ['unknown-function-call']],
  ["select regexp_like('a', 'b')", undefined, []],
  ['insert into users (id) values (uuidv7())', 17, ['unknown-function-call']],
  ['insert into users (id) values (uuidv7())', 18, []],
] as const)('%s on PostgreSQL %s', async (sql, postgres, expected) => {
  const scripts = [await scriptOf(sql)];
  const effects = effectsOf(scripts, emptyCatalog, { postgres });

  const found = evaluateRules(effects, emptyCatalog, scripts, { postgres });

  expect(found.map(({ rule }) => rule)).toEqual(expected);
});

test('a function of this change with the name of a built-in one counts, too', async () => {
  const sql = `create function public.lower(orders) returns int language sql as 'delete from users; select 1';
    select lower(o) from orders o`;
  const scripts = [await scriptOf(sql)];

  const found = evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts);

  expect(found.map(({ rule }) => rule)).toContain('unbounded-delete');
});
