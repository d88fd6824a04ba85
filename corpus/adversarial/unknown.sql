--# call-database-function | opaque | a function of the database
select purge()
--# call-in-where | opaque | in a condition
select 1 from staged where purge() = 1
--# call-in-values | opaque | in VALUES
insert into staged values (purge() + 10, 'x')
--# call-in-set | opaque | in SET
update staged set name = purge()::text where id = 1
--# call-in-default | opaque | in a default
alter table staged add column n int default purge()
--# call-in-from | opaque | in FROM
select * from purge_users(1)
--# call-in-filter | opaque | in FILTER
select count(*) filter (where purge() = 1) from staged
--# call-in-having | opaque | in HAVING
select count(*) from staged having purge() = 1
--# call-in-returning | opaque | in RETURNING
update staged set name = 'x' where id = 1 returning purge()
--# call-in-conflict | opaque | in ON CONFLICT
insert into staged values (1, 'x') on conflict (id) do update set name = purge()::text
--# call-in-merge | opaque | in MERGE | pg>=15
merge into staged s using users u on s.id = u.id and u.id = 1 when matched then update set name = purge()::text
--# call-in-window | opaque | in OVER
select sum(id) over (order by purge()) from staged
--# call-procedure | opaque | CALL
call purge_all()
--# call-perform | opaque | PERFORM
do $$ begin perform purge(); end $$
--# call-assignment | opaque | in an assignment
do $$ declare n int; begin n := purge(); end $$
--# call-if | opaque | in IF
do $$ begin if purge() = 1 then null; end if; end $$
--# call-raise | opaque | in RAISE
do $$ begin raise notice '%', purge(); end $$
--# call-qualified | opaque | qualified
select public.purge()
--# call-quoted | opaque | quoted
select "purge"()
--# call-trigger-of-database | opaque | a trigger that calls the database's function
create trigger t before insert on logs for each row execute function touch()
--# call-check | opaque | in a CHECK
alter table staged add constraint c check (purge_users(id) = 1) not valid
--# call-policy | opaque | in a policy
create policy p on staged using (purge() = 1)
--# call-index | opaque | in an index | fails: 42P17
create index i on staged (purge_users(id))
--# call-explain | opaque | EXPLAIN ANALYZE
explain analyze select purge()
--# cast-created | opaque | a cast runs a function
create cast (mood as int) with inout
--# language-python | opaque | another language | fails: 42704
create function f() returns int language plpython3u as $$ pass $$
--# syntax-error | opaque | not SQL | fails: 42601
drop tabel users
--# meta-command | opaque | a psql command | fails: 42601
\i other.sql
