--# new-then-like-partition | destructive | attach real as partition of new, detach, truncate new parent
create table box (id int not null, name text) partition by list (id); alter table box attach partition staged default; truncate box
--# new-parent-delete | every-row | a new parent, an old child
create table box (id int, name text); alter table staged inherit box; delete from box
--# new-parent-update | every-row | a new parent, an old child
create table box (id int, name text); alter table staged inherit box; update box set name = null
--# new-view-delete | every-row | through a new view
create view box as select * from orders; delete from box
--# new-view-update-renamed | every-row | through a new view with renamed columns
create view box as select id as a, note as b from orders; update box set b = null
--# new-rule-delete | every-row | a rule sends it elsewhere
create table box (id int); insert into box values (1); create rule r as on delete to box do instead delete from orders; delete from box
--# new-trigger-delete | every-row | a trigger on a new table
create table box (id int); create function f() returns trigger language plpgsql as 'begin truncate logs, tickets; delete from orders; return null; end'; create trigger t after insert on box execute function f(); insert into box values (1)
--# new-table-cascade-fk | destructive | rows of an old table follow the new one
create table box (id int primary key); insert into box values (1), (2), (3), (4), (5); alter table orders add foreign key (user_id) references box on delete cascade; delete from box
--# new-table-cascade-truncate | every-row | emptied with the new one
create table box (id int primary key); insert into box values (1), (2), (3), (4), (5); alter table orders add foreign key (user_id) references box; truncate box cascade
--# new-type-over-old | destructive | an old column takes a new type, then the type goes
create domain d as text; alter table staged alter name type d; drop domain d cascade
--# new-function-drops-trigger | breaking | a new schema takes an old table
create schema s2; alter table staged set schema s2; drop schema s2 cascade
--# new-sequence-owns | breaking | the default of an old table goes with a new sequence | unproven: it had none before
create sequence s2; alter table staged alter id set default nextval('s2'); drop sequence s2 cascade
--# new-role-members | destructive | a new role gets it all, and loses it
create role sluice_case; reassign owned by app_owner to sluice_case; drop owned by sluice_case
--# temp-as-old-schema | destructive | qualified with public
create temp table staged (id int); drop table public.staged
--# temp-view-then-drop-view | breaking | the second means the real one
create temp view active_users as select 1; drop view active_users; drop view active_users
--# create-in-procedure-commit | destructive | a procedure makes it only sometimes
create procedure p() language plpgsql as $$ begin if false then create table staged (id int); end if; end $$; call p(); drop table staged
--# renamed-twice | destructive | around the corner
alter table staged rename to a; create table staged (id int); alter table staged rename to b; alter table a rename to staged; drop table staged
--# renamed-schema | destructive | the schema takes the name of a new one
create schema s2; drop schema s2; alter schema archive rename to s2; drop schema s2 cascade
--# dropped-then-exists | destructive | CREATE IF NOT EXISTS makes nothing
create table if not exists archive.users (id int, name text); delete from archive.users
--# update-new-if-not-exists | every-row | CREATE IF NOT EXISTS makes nothing
create table if not exists public.orders (id int, note text); update orders set note = null
--# ctas-if-not-exists | every-row | CREATE TABLE AS IF NOT EXISTS makes nothing
create table if not exists orders as select 1 as id; truncate orders restart identity cascade
--# matview-if-not-exists | destructive | makes nothing
create materialized view if not exists totals as select 1; drop materialized view totals
--# sequence-if-not-exists | breaking | makes nothing
create sequence if not exists ids; alter sequence ids restart with 1
--# replaced-view-then-dropped | breaking | OR REPLACE is not new
create or replace view active_users as select * from users where active; drop view active_users
--# replaced-function-then-dropped | breaking | OR REPLACE is not new
create or replace function purge() returns int language sql as 'delete from orders; select 1'; drop function purge()
--# type-shell | destructive | a type of the same name elsewhere
create type archive.mood as enum ('x'); drop type mood cascade
--# delete-newest | destructive | all but nothing
delete from orders where id not in (select id from nothing)
--# delete-all-but-join | destructive | anti-join with an empty table
delete from orders o where not exists (select 1 from nothing n where n.id = o.id)
--# delete-limit-all | every-row | LIMIT ALL
delete from orders where id in (select id from orders limit all)
--# delete-offset-zero | every-row | OFFSET 0
delete from orders where id in (select id from orders offset 0)
--# delete-order | every-row | ordered only
delete from orders where id in (select id from orders order by id)
--# delete-distinct | every-row | distinct only
delete from orders where id in (select distinct id from public.orders)
--# delete-cte-key | destructive | the keys by a common table expression
with all_ids as (select id from orders) delete from orders where id in (select id from all_ids)
--# delete-cte-using | every-row | USING a common table expression of itself
with all_ids as (select id from orders) delete from orders o using all_ids a where a.id = o.id
--# delete-using-self | every-row | USING itself
delete from orders o using orders p where o.id = p.id
--# update-from-self | every-row | FROM itself
update orders o set note = null from orders p where p.id = o.id
--# update-from-subselect-self | every-row | FROM a sub-select of itself
update orders o set note = p.note from (select id, null::text as note from orders) p where p.id = o.id
--# delete-any-array-agg | destructive | all keys in an array
delete from orders where id = any ((select array_agg(id) from orders)::int[])
--# delete-values-self | destructive | row in rows
delete from orders where (id, user_id) in (select id, user_id from orders)
--# delete-between-minmax | every-row | from the first to the last
delete from orders where id between (select min(id) from orders) and (select max(id) from orders)
--# delete-not-exists-self | every-row | nobody is like that
delete from orders where not exists (select from orders o where o.id = orders.id and false)
--# delete-nested-not | every-row | twice not
delete from orders where not (not (true))
--# delete-left-outer | every-row | an outer join links nothing
delete from orders using orders o left join staged s on s.id = o.id where o.id = orders.id
--# update-returning-cascade | every-row | two tables at once
with a as (delete from orders returning user_id), b as (update users set active = false) select from a
--# nullif-overwrite | every-row | NULLIF with itself
update orders set note = nullif(note, note)
--# regexp-null | every-row | a pattern that matches nothing gives NULL
update orders set note = substring(note from 'no such thing')
--# insert-on-conflict-parent | breaking | overwrites by key from another table
insert into users select * from users where id > 0 on conflict (id) do update set email = 'x' || excluded.email
--# copy-from-stdin-like | escaping | rows out of a file into a table | fails: 22P04
copy staged (id, name) from '/etc/passwd' with (format csv, delimiter ':')
--# event-trigger-drop | privileged | a watch goes
alter event trigger watch owner to current_user; drop event trigger watch
--# grant-with-set-only | privileged | may become it | pg>=16 | unproven: not compared
grant app_owner to app with set true, inherit false, admin false
--# grant-to-role-list | privileged | among others
grant select on all sequences in schema public to app, reporting, public
--# grant-current-role | privileged | everything to who runs it | unproven: the owner has it
grant all on users to current_user with grant option
--# revoke-all-schema | privileged | nobody gets in
revoke all on schema app from public, app cascade
--# alter-view-definer | breaking | a view without check | unproven: not compared
create or replace view active_users with (security_invoker = off) as select * from users where active
--# policy-restrictive-dropped | privileged | a second one opens
drop policy tenant on users; create policy tenant on users using (tenant = 1 or current_user = 'app')
--# policy-or-true-column | privileged | active or not
create policy wide on users using (active or not active)
--# policy-check-only | privileged | may write what it cannot read
create policy wide on users for insert with check (id = id)
--# owner-in-do | privileged | dynamic
do $$ begin execute format('alter table %I owner to %I', 'users', 'app'); end $$
--# default-privileges-in-do | privileged | in a body
do $$ begin alter default privileges for role app_owner grant all on tables to public; end $$
--# create-role-in-do | privileged | in a body | unproven: not compared
do $$ begin create role sluice_case superuser login password 'x'; end $$
--# alter-role-current | privileged | who runs it gets more | unproven: not compared
alter role current_user with superuser
--# set-role-none | privileged | back | unproven: not compared
set role none
--# set-session-default | privileged | back | unproven: not compared
set session authorization default
--# set-from-current | privileged | keeps what is set
create function f() returns int language sql set search_path from current as 'select 1'; alter function f() security definer
--# alter-db-reset | privileged | its settings go | unproven: not compared
alter database corpus reset all
--# function-cost-support | breaking | a planner function | unproven: not compared
alter function purge_users(int) support pg_catalog.generate_series_int8_support
--# copy-binary-program-do | escaping | in a loop | run: no, it would start a program
do $$ begin for i in 1..2 loop copy (select 1) to program 'true'; end loop; end $$
--# ls-with-missing | escaping | in a join
select * from users u join lateral pg_ls_dir('.') d on true
--# setval-where | breaking | in a condition
select 1 where setval('ids', 1) = 1
--# nextval-loop | breaking | burns numbers
select nextval('ids') from generate_series(1, 1000)
--# lock-all | breaking | everybody waits | unproven: not compared
lock table users, orders in share mode nowait
--# select-for-update-all | breaking | everybody waits | unproven: not compared
select * from users for no key update
--# reindex-system | breaking | everybody waits | run: no, outside of a transaction
reindex system corpus
--# cluster-all | breaking | everybody waits | unproven: not compared
cluster users using users_pkey
--# vacuum-full-freeze | breaking | everybody waits | unproven: not compared
vacuum (full, freeze) users
--# security-label-provider | privileged | another form | fails: 22023
security label on role app is 'x'
--# transform | escaping | another form | fails: 42883
create transform for mood language sql (from sql with function f(internal))
--# text-search-parser | opaque | functions of C | unproven: not compared
create text search parser p (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)
--# text-search-template | opaque | functions of C | unproven: not compared
create text search template t (init = dsimple_init, lexize = dsimple_lexize)
--# conversion-default | breaking | other letters for everybody | unproven: not compared
create default conversion c for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
--# operator-estimator | opaque | planner functions | unproven: not compared
create operator ~=~ (rightarg = int, function = purge_users)
--# json-path-exec | opaque | executes a built text
do $$ begin execute (select coalesce(string_agg(line, ';'), 'select 1') from logs); end $$
--# refcursor-fetch | every-row | a cursor opened for a DELETE
do $$ declare c cursor for delete from orders returning id; n int; begin open c; fetch c into n; close c; end $$
--# exception-body | every-row | in the handler only
do $$ begin perform 1 / 0; exception when division_by_zero then delete from orders; end $$
--# nested-block-declare | every-row | in a default of a nested block
create function f() returns int language sql as 'delete from orders; select 1'; do $$ begin declare x int := f(); begin null; end; end $$
--# get-diagnostics | every-row | in between
do $$ declare n int; begin delete from orders; get diagnostics n = row_count; if n > 100 then raise exception 'too many'; end if; end $$
--# call-out-argument | every-row | a procedure with an argument
create procedure p(inout x int) language plpgsql as $$ begin delete from orders; x := 1; end $$; do $$ declare y int := 0; begin call p(y); end $$
--# chained-functions | every-row | three calls
create function a() returns int language sql as 'delete from orders; select 1'; create function b() returns int language sql as 'select a()'; create function c() returns int language plpgsql as 'begin return b(); end'; select c()
--# recursion | every-row | calls itself
create function f(n int) returns int language plpgsql as $$ begin if n = 0 then delete from orders; return 0; end if; return f(n - 1); end $$; select f(3)
--# overloaded | every-row | the other one
create function f(int) returns int language sql as 'select 1'; create function f(text) returns int language sql as 'delete from orders; select 1'; select f('x'::text)
--# qualified-other-schema | every-row | the other schema's
create schema s2; create function s2.f() returns int language sql as 'delete from orders; select 1'; set search_path = s2, public; select f()
--# function-in-create-schema | every-row | another form
create schema s2; create function s2.lower(text) returns text language sql as 'delete from orders; select $1'; select s2.lower('x')
--# cast-function-style | every-row | a type's name as a function
create function erase(users) returns text language sql as 'delete from orders; select null::text'; select erase(u) from users u limit 1
--# whole-row-notation | every-row | parentheses
create function erase(users) returns text language sql as 'delete from orders; select null::text'; select (u).erase from users u
--# order-by-column-call | every-row | in ORDER BY
create function erase(staged) returns int language sql as 'delete from orders; select 1'; select 1 from staged s order by s.erase
--# using-in-alter | every-row | as a column of the row in USING
create function erase(staged) returns text language sql as 'delete from orders; select null::text'; alter table staged alter name type text using staged.erase
