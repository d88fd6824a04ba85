--# identity-if-not-exists | destructive | CREATE IF NOT EXISTS makes nothing
create table if not exists staged (id int); drop table staged
--# identity-if-not-exists-view | destructive | CREATE OR REPLACE VIEW makes nothing
create or replace view active_users as select * from users where active; drop view active_users
--# identity-if-not-exists-schema | destructive | CREATE SCHEMA IF NOT EXISTS
create schema if not exists archive; drop schema archive cascade
--# identity-if-not-exists-sequence | destructive | CREATE SEQUENCE IF NOT EXISTS
create sequence if not exists ids; drop sequence ids
--# identity-temporary-twice | destructive | the second DROP meets the real table
create temp table staged (id int); drop table staged; drop table staged
--# identity-temporary-qualified | destructive | the qualified name is the real table
create temp table staged (id int); drop table public.staged
--# identity-temporary-if-not-exists | destructive | the temporary table may exist, then DROP twice
create temp table if not exists staged (id int); drop table pg_temp.staged; drop table staged
--# identity-temporary-commit-drop | destructive | ON COMMIT DROP is gone after COMMIT
begin; create temp table staged (id int) on commit drop; commit; drop table staged
--# identity-temporary-renamed | destructive | renamed away
create temp table staged (id int); alter table staged rename to other; drop table staged
--# identity-temporary-delete | destructive | dropped before the DELETE
create temp table users (id int); drop table users; delete from users
--# identity-temporary-view | destructive | a temporary view of the real table
create temp view scratch as select * from users; delete from scratch
--# identity-temporary-other-schema | destructive | a temporary table does not hide archive.users
create temp table users (id int); delete from archive.users
--# identity-rename-swap | destructive | the real table gets the scratch table's name
create table scratch (id int); alter table scratch rename to other; alter table staged rename to scratch; drop table scratch
--# identity-rename-new-takes-old | destructive | the new table takes the old name
alter table staged rename to staged_old; create table staged (id int); drop table staged_old
--# identity-rename-three | destructive | three names change round
create table scratch (id int); alter table staged rename to tmp; alter table scratch rename to staged; alter table tmp rename to scratch; drop table scratch
--# identity-rename-schema | destructive | schemas swap names
create schema scratch; create table scratch.users (id int); alter schema scratch rename to other; alter schema archive rename to scratch; drop table scratch.users
--# identity-set-schema | destructive | the real table moves into the new schema
create schema scratch; alter table staged set schema scratch; drop schema scratch cascade
--# identity-set-schema-drop | destructive | the real table meets the name of a dropped one
create schema scratch; create table scratch.staged (id int); drop table scratch.staged; alter table staged set schema scratch; drop table scratch.staged
--# identity-set-schema-away | destructive | the new table moves away
create table app.staged (id int); alter table app.staged set schema archive; set search_path = app, public; drop table staged
--# identity-search-path | destructive | the path changes in between
create schema scratch; set search_path = scratch, public; create table staged (id int); set search_path = public; drop table staged
--# identity-search-path-local | destructive | SET LOCAL ends with the transaction
create schema scratch; begin; set local search_path = scratch; create table staged (id int); commit; drop table staged
--# identity-search-path-config | destructive | set_config()
create schema scratch; select set_config('search_path', 'scratch', false); create table staged (id int); select set_config('search_path', 'public', false); drop table staged
--# identity-search-path-first | destructive | a table in another schema of the path
create schema scratch; create table scratch.staged (id int); drop table staged
--# identity-search-path-reset | destructive | RESET search_path
create schema scratch; set search_path = scratch; create table staged (id int); reset search_path; drop table staged
--# identity-search-path-role | destructive | SET ROLE with a path of its own
create role sluice_case; alter role sluice_case set search_path = archive; create table users_copy (id int); set role sluice_case; reset role; drop table staged
--# identity-rolled-back | destructive | the new table is rolled back
begin; create temp table staged (id int); rollback; drop table staged
--# identity-savepoint | destructive | rolled back to a savepoint
begin; savepoint a; create temp table staged (id int); rollback to savepoint a; drop table staged; commit
--# identity-savepoint-rename | destructive | the rename is rolled back
begin; create table scratch (id int); savepoint a; alter table scratch rename to other; rollback to a; alter table staged rename to other; drop table other; commit
--# identity-savepoint-released | destructive | released, then rolled back further
begin; savepoint a; savepoint b; create temp table staged (id int); release b; rollback to a; drop table staged; commit
--# identity-do-create | destructive | the table is made within IF
do $$ begin if false then create table staged (id int); end if; end $$; drop table staged
--# identity-do-exception | destructive | the block rolls the new table back
do $$ begin create temp table staged (id int); raise exception 'x'; exception when others then null; end $$; drop table staged
--# identity-like | destructive | LIKE copies no rows, the original goes
create table copy_of_staged (like staged including all); drop table staged
--# identity-copy-partial | destructive | a partial copy, then the original goes
create table staged_new as select * from staged where id = 1; drop table staged; alter table staged_new rename to staged
--# identity-attached | destructive | a real table becomes a partition of the new one
create table scratch (id int not null, day date not null) partition by range (day); alter table parts detach partition parts_2024; alter table scratch attach partition parts_2024 for values from ('2024-01-01') to ('2025-01-01'); drop table scratch
--# identity-inherits | destructive | a real table becomes a child of the new one
create table scratch (id int); alter table child no inherit parent; alter table child inherit scratch; delete from scratch
--# identity-inherits-drop-cascade | destructive | dropping the new parent drops its child
create table scratch (id int); alter table child no inherit parent; alter table child inherit scratch; drop table scratch cascade
--# identity-new-parent-of | destructive | the new table inherits, TRUNCATE of the parent reaches both
create table scratch () inherits (parent); truncate parent
--# identity-foreign-key | destructive | TRUNCATE CASCADE of a new table reaches referencing ones
create table scratch (id int primary key); insert into scratch select id from users; alter table orders add constraint f foreign key (user_id) references scratch (id) not valid; truncate scratch cascade
--# identity-delete-cascade | destructive | deleting from a new table deletes what refers to it
create table scratch (id int primary key); insert into scratch select id from users; alter table orders add constraint f foreign key (user_id) references scratch (id) on delete cascade; delete from scratch
--# identity-owned-sequence | destructive | the old sequence goes with the new table
create table scratch (id int); alter sequence ids owned by scratch.id; drop table scratch
--# identity-type-cascade | destructive | columns of the type go with it
drop type mood cascade
--# identity-domain-cascade | destructive | columns of the domain go with it
drop domain address cascade
--# identity-view-cascade | destructive | the new view's dependents go, too
create view scratch as select * from users; create or replace view active_users as select * from users where active; drop view active_users cascade
--# identity-case-folding | destructive | quoted names differ
create table "Staged" (id int); drop table Staged
--# identity-quoted | destructive | the other way round
create table "STAGED" (id int); drop table "staged"
--# identity-dropped-then-same | destructive | DROP IF EXISTS of a name that is not new any more
create table scratch (id int); drop table scratch; alter table staged rename to scratch; drop table if exists scratch
--# identity-if-exists-list | destructive | one of the list is real
create table scratch (id int); drop table if exists scratch, staged
--# identity-drop-before-create | destructive | dropped first, made afterwards
drop table if exists staged; create table staged (id int)
--# identity-schema-new-table | destructive | a new schema of an old name
drop schema archive cascade; create schema archive
--# identity-select-into | destructive | copied, then dropped
select * into staged_copy from staged; drop table staged
--# identity-temp-schema-path | destructive | pg_temp comes last in the path
set search_path = public, pg_temp; create temp table staged (id int); delete from staged
--# identity-view-swap | destructive | a view takes the scratch table's name
create table scratch (id int); alter table scratch rename to other; create view scratch as select * from users; delete from scratch
--# identity-function-renames | destructive | a function of this change renames
create function swap() returns void language plpgsql as $$ begin alter table scratch rename to other; alter table staged rename to scratch; end $$; create table scratch (id int); select swap(); drop table scratch
--# identity-prepared-drop | destructive | the prepared DELETE is planned for the real table
prepare p as delete from staged; create temp table staged (id int); drop table staged; execute p
