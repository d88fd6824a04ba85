import { afterAll, describe, expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { readScript } from '../sql/read.ts';
import { maskedDoubt } from './masked-doubt.ts';

const parser = createParser();
afterAll(() => parser[Symbol.asyncDispose]());

const masked = ['public.users.email', 'public.users."Tax Id"'];

async function doubtOf(sql: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(sql);
  const { statements } = await readScript({ id: 'x', path: 'x', bytes, firstLine: 1 }, parser);
  const [statement] = statements;
  if (statement?.kind !== 'parsed') throw new Error(`not one statement: ${sql}`);
  return maskedDoubt(statement, masked);
}

const byEmail = 'It chooses or checks rows by public.users.email, which the shadow holds masked.';
const byTaxId =
  'It chooses or checks rows by public.users."Tax Id", which the shadow holds masked.';
const byBoth =
  'It chooses or checks rows by public.users.email, public.users."Tax Id", which the shadow holds masked.';
const hidden =
  'It runs code whose conditions cannot be read, on rows that the shadow holds masked.';

describe('what a masked copy cannot predict', () => {
  test.each([
    ["delete from users where email like '%@acme.com'", byEmail],
    ["update posts set title = 'x' from users u where u.email = posts.author", byEmail],
    ['insert into mail select 1 from users join mail on mail.address = users.email', byEmail],
    ['insert into mail select 1 from users join mail using (email)', byEmail],
    ['insert into mail select * from users natural join mail', byBoth],
    ['merge into users u using new n on n.email = u.email when matched then delete', byEmail],
    [
      'delete from users where id in (select id from users group by id, email having count(*) > 1)',
      byEmail,
    ],
    ['with gone as (delete from users where "Tax Id" = \'1\') select 1', byTaxId],
    ["delete from users where users::text like '%x%'", byBoth],
    ["alter table users add check (email <> '')", byEmail],
    ['alter table users add constraint u unique (email)', byEmail],
    ['create unique index u on users (email)', byEmail],
    ['alter table users add foreign key (email) references accounts', byEmail],
    ['alter table users alter email type int using email::int', byEmail],
    ['alter table users alter email type varchar(20)', byEmail],
    ['alter table users validate constraint has_email', byBoth],
    [
      "do $$ begin if exists (select from users where email = 'x') then delete from users; end if; end $$",
      byEmail,
    ],
    ["do $$ begin execute 'delete from users'; end $$", hidden],
    ['do language plperl $$ 1 $$', hidden],
  ])('%s', async (sql, why) => {
    expect(await doubtOf(sql)).toBe(why);
  });

  test.each([
    'delete from users where id < 10',
    'update users set email = lower(email) where id = 1',
    'insert into users (id, email) values (1, null)',
    'create index i on posts (title)',
    'alter table users drop column email',
    'do $$ begin delete from posts where id = 1; end $$',
    "create function f() returns void language plpgsql as $$ begin execute 'x'; end $$",
  ])('says nothing against %s', async (sql) => {
    expect(await doubtOf(sql)).toBeUndefined();
  });
});
