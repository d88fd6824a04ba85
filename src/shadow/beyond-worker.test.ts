import { expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { digestOf } from '../domain/digest.ts';
import { readScript } from '../sql/read.ts';
import { stopOf } from './beyond-worker.ts';

async function asked(text: string, sqlstate: string): Promise<string | undefined> {
  await using parser = createParser();
  const bytes = new TextEncoder().encode(text);
  const unit = { id: 'u', database: 'd', path: 'u.sql', digest: digestOf(bytes), bytes };
  const script = await readScript({ ...unit, firstLine: 1 }, parser);
  const [statement] = script.statements;
  if (statement?.kind !== 'parsed') throw new Error('The test needs a statement that parses.');
  const stop = stopOf({ unitId: 'u', statement: 0 }, statement, { sqlstate, message: 'no' });
  return stop.kind === 'failed' ? undefined : stop.failure.message;
}

test.each([
  ['create role reader', 'roles belong to the whole server'],
  ['alter system set fsync = off', 'settings of the system'],
  ['create event trigger t on ddl_command_end execute function f()', 'an event trigger'],
  ['create publication p for all tables', 'a publication of all tables'],
  ["create subscription s connection '' publication p", 'connects to another server'],
  ["create tablespace t location '/x'", 'tablespaces'],
  ['create extension dblink', 'the extension is not trusted'],
])('%s, refused for want of rights, is not rehearsable', async (text, because) => {
  const why = await asked(text, '42501');

  expect(why).toContain(because);
});

test.each([
  ['create role reader', '42710'],
  ['drop table t', '42501'],
  ['create publication p for all tables', '42710'],
  ['create table t ()', '58P01'],
])('%s with %s is a failure of the change', async (text, sqlstate) => {
  const why = await asked(text, sqlstate);

  expect(why).toBeUndefined();
});

test('an extension that the machine does not have is named with the way to bring it', async () => {
  const why = await asked('create extension postgis', '58P01');

  expect(why).toMatch(/does not have the extension .* Install its package there/);
});
