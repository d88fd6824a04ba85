--# cte-delete | destructive | DELETE in a CTE
with gone as (delete from users returning *) select count(*) from gone
--# cte-unread | destructive | nobody reads the CTE
with gone as (delete from users returning 1) select 1
--# cte-insert | destructive | archive and delete
with gone as (delete from archive.users returning *) insert into staged select id + 100, name from gone
--# cte-update | destructive | UPDATE in a CTE
with changed as (update users set name = null returning 1) select 1
--# cte-merge | destructive | MERGE in a CTE | pg>=17
with gone as (merge into users using (select 1) s on true when matched then delete returning 1) select 1
--# cte-create-table | destructive | CTE behind SELECT INTO
with gone as (delete from users returning *) select * into copy_of_users from gone
--# explain-analyze | destructive | EXPLAIN ANALYZE executes
explain analyze delete from users
--# explain-options | destructive | in parentheses
explain (analyze true, costs off) delete from users
--# explain-analyze-on | destructive | ANALYZE on
explain (analyze on) update users set name = null
--# copy-query | destructive | COPY of a DELETE | run: no, its rows go to the client
copy (delete from users returning *) to stdout
--# prepare-execute | destructive | prepared, then executed
prepare p as delete from users; execute p
--# prepare-parameters | destructive | with parameters
prepare p (int) as delete from users where id > $1; execute p (0)
--# prepare-explain | destructive | EXPLAIN ANALYZE EXECUTE
prepare p as delete from users; explain analyze execute p
--# rule-also | destructive | a rule deletes from then on
create rule quiet as on insert to logs do also delete from users
--> insert into logs (line) values ('x')
--# rule-instead-delete | destructive | inserting means deleting
create rule quiet as on insert to staged do instead delete from users
--> insert into staged values (9, 'x')
--# do-delete | destructive | a DO block
do $$ begin delete from users; end $$
--# do-if | destructive | within a condition
do $$ begin if exists (select 1 from users) then delete from users; end if; end $$
--# do-loop | destructive | one by one
do $$ declare r record; begin for r in select id from users loop delete from users where id = r.id; end loop; end $$
--# do-loop-query | destructive | the query of the loop deletes
do $$ declare r record; begin for r in delete from users returning * loop null; end loop; end $$
--# do-assign | destructive | a CTE in an assignment | fails: 0A000
do $$ declare n int; begin n := (with g as (delete from users returning 1) select count(*) from g); end $$
--# do-perform | destructive | PERFORM of a function made here
create function wipe() returns void language sql as 'delete from users'; do $$ begin perform wipe(); end $$
--# do-select-into | destructive | DELETE RETURNING INTO
do $$ declare n int; begin delete from users where id > 0 returning id into n; exception when others then delete from users; end $$
--# do-exception | destructive | the handler deletes
do $$ begin perform 1 / 0; exception when division_by_zero then delete from users; end $$
--# do-cursor | destructive | WHERE CURRENT OF
do $$ declare c cursor for select * from users for update; begin for r in c loop delete from users where current of c; end loop; end $$
--# do-drop | destructive | a DROP
do $$ begin drop table staged; end $$
--# do-truncate | destructive | a TRUNCATE
do $$ begin truncate staged; end $$
--# do-nested-do | destructive | DO in DO
do $a$ begin execute 'do $b$ begin delete from users; end $b$'; end $a$
--# function-called | destructive | made, then called
create function wipe() returns void language sql as $$ delete from users $$; select wipe()
--# function-plpgsql-called | destructive | PL/pgSQL
create function wipe() returns void language plpgsql as $$ begin delete from users; end $$; select wipe()
--# function-atomic-called | destructive | BEGIN ATOMIC
create function wipe() returns int begin atomic delete from users; select 1; end; select wipe()
--# function-in-default | destructive | a column's default calls it
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; alter table staged add column n int default wipe()
--# function-in-check | destructive | a constraint calls it
create function wipe(int) returns boolean language plpgsql as $$ begin delete from users; return true; end $$; alter table staged add constraint c check (wipe(id))
--# function-in-index | destructive | an index calls it
create function wipe_all() returns int language plpgsql as $$ begin delete from public.users; return 1; end $$; create function wipe(int) returns int immutable language plpgsql as $$ begin return public.wipe_all(); end $$; create index i on staged (wipe(id))
--# function-in-using | destructive | a type conversion calls it
create function wipe(text) returns text language plpgsql as $$ begin delete from users; return $1; end $$; alter table staged alter column name type varchar using wipe(name)
--# function-in-where | destructive | a harmless UPDATE calls it
create function wipe() returns int language plpgsql as $$ begin delete from staged; return 1; end $$; update users set name = 'x' where id = wipe()
--# function-in-values | destructive | VALUES calls it
create function wipe() returns text language plpgsql as $$ begin delete from users; return 'x'; end $$; insert into logs (line) values (wipe())
--# function-in-order | destructive | ORDER BY calls it
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; select 1 from staged order by wipe()
--# function-in-limit | destructive | LIMIT calls it
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; select 1 from staged limit wipe()
--# function-in-join | destructive | a join calls it
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; select 1 from staged s join orders o on o.id = wipe()
--# function-in-execute | destructive | an argument of EXECUTE calls it
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; prepare p (int) as select $1; execute p (wipe())
--# function-in-policy | destructive | a policy calls it
create function wipe() returns boolean language plpgsql as $$ begin delete from users; return true; end $$; create policy p on staged using (wipe())
--> alter table staged enable row level security; alter table staged force row level security; create role visitor; grant all on staged, users, orders to visitor; set role visitor; select * from staged; reset role
--# function-in-view | destructive | whoever reads the view deletes
create function wipe() returns int language plpgsql as $$ begin delete from users; return 1; end $$; create view v as select wipe()
--> select * from v
--# function-in-aggregate | destructive | an aggregate calls it
create function wipe(int, int) returns int language plpgsql as $$ begin delete from users; return 1; end $$; create aggregate evil (int) (sfunc = wipe, stype = int); select evil(1) from staged
--# function-in-operator | destructive | an operator calls it
create function wipe(int, int) returns int language plpgsql as $$ begin delete from users; return 1; end $$; create operator ### (leftarg = int, rightarg = int, function = wipe); select 1 ### 2
--# function-in-domain | destructive | a domain's check calls it
create function wipe(int) returns boolean language plpgsql as $$ begin delete from users; return true; end $$; create domain d as int check (wipe(value)); select 1::d
--# function-replaced | breaking | a function that exists gets another body
create or replace function touch() returns trigger language plpgsql as $$ begin delete from orders; return new; end $$
--> update users set name = 'x' where id = 1
--# procedure-called | destructive | CALL
create procedure wipe() language sql as $$ delete from users $$; call wipe()
--# trigger-created | destructive | a trigger deletes from then on
create function wipe() returns trigger language plpgsql as $$ begin delete from users; return new; end $$; create trigger t after insert on logs for each row execute function wipe()
--> insert into logs (line) values ('x')
--# trigger-statement | destructive | for each statement
create function wipe() returns trigger language plpgsql as $$ begin truncate staged; return null; end $$; create trigger t after insert on logs for each statement execute function wipe()
--> insert into logs (line) values ('x')
--# event-trigger | destructive | every DDL deletes from then on
create function wipe() returns event_trigger language plpgsql as $$ begin delete from users; end $$; create event trigger e on ddl_command_end execute function wipe()
--> create table any_table ()
--# function-overload | destructive | two functions of one name
create function wipe(int) returns int language sql as 'select 1'; create function wipe(text) returns int language sql as 'delete from users; select 1'; select wipe('x'::text)
--# function-calls-function | destructive | through another function
create function inner_wipe() returns void language sql as 'delete from users'; create function wipe() returns void language plpgsql as 'begin perform inner_wipe(); end'; select wipe()
--# cte-in-view-function | destructive | a function in a view that is read at once
create function wipe() returns int language plpgsql as $$ begin delete from public.users; return 1; end $$; create materialized view m as select wipe()
