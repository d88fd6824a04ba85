--# drop-table | destructive | a table
drop table staged
--# drop-table-list | destructive | a list of tables
drop table staged, secrets
--# drop-table-cascade | destructive | and its foreign keys
drop table users cascade
--# drop-table-quoted | destructive | quoted and qualified
drop table "public"."staged"
--# drop-column | destructive | a column
alter table staged drop column name
--# drop-column-many | destructive | one of many commands
alter table staged add column n int, drop column name, alter column id set default 0
--# drop-column-if-exists | destructive | IF EXISTS
alter table if exists users drop column if exists name cascade
--# drop-schema | destructive | a schema and all in it
drop schema archive cascade
--# drop-view | destructive | a view
drop view active_users
--# drop-matview | destructive | a materialized view
drop materialized view totals
--# drop-sequence | destructive | a sequence
drop sequence ids
--# drop-function | destructive | a function
drop function purge()
--# drop-trigger | destructive | a trigger
drop trigger users_touch on users
--# drop-policy | destructive | a policy
drop policy tenant on users
--# drop-index | breaking | an index
drop index users_name
--# drop-constraint | breaking | a constraint
alter table orders drop constraint orders_total
--# drop-primary-key | destructive | the key, and the foreign keys on it
alter table users drop constraint users_pkey cascade
--# drop-owned | destructive | everything of a role
drop owned by app_owner
--> select 1
--# truncate | destructive | TRUNCATE
truncate staged
--# truncate-list | destructive | several tables
truncate table staged, secrets
--# truncate-cascade | destructive | the referencing tables, too
truncate users cascade
--# truncate-restart | destructive | and its sequences
truncate logs, staged restart identity
--# refresh-no-data | destructive | empties the materialized view
refresh materialized view totals with no data
--# using-null | destructive | the type change discards every value
alter table staged alter column name type text using null
--# using-constant | destructive | the type change writes one value
alter table app.accounts alter column balance type int using 0
--# narrow-type | breaking | the type change cuts values
alter table staged alter column name type varchar(1) using left(name, 1)
--# narrow-numeric | breaking | cents are lost
alter table app.accounts alter column balance type numeric(10, 0)
--# set-unlogged | breaking | a crash empties it
alter table staged set unlogged
--# create-unlogged-copy | destructive | the copy does not survive a crash, the original is dropped
create unlogged table staged_new as select * from staged; drop table staged
--# detach-partition | breaking | readers of the parent lose the rows
alter table parts detach partition parts_2024
--# no-inherit | breaking | readers of the parent lose the rows
alter table child no inherit parent
--# restart-sequence | breaking | keys are given out again
alter sequence ids restart with 1
--# set-sequence | breaking | setval() gives keys out again
select setval('ids', 1)
--# drop-not-null | breaking | wrong rows may enter
alter table users alter column email drop not null
--# drop-default | breaking | inserts without it fail
alter table users alter column active drop default
--# drop-expression-identity | breaking | DROP IDENTITY
alter table logs alter column id drop identity
--# cascade-added | breaking | deletes cascade from then on
alter table orders drop constraint orders_user_id_fkey, add constraint orders_user_id_fkey foreign key (user_id) references users on delete cascade on update cascade
--# set-null-column | destructive | SET DEFAULT and an UPDATE to it
alter table users alter column name set default null; update users set name = default
--# view-replaced | breaking | a view shows other rows
create or replace view active_users as select * from users where false
--# enum-rename | breaking | clients do not know the value any more
alter type mood rename value 'calm' to 'quiet'
--# rename-column | breaking | clients do not know the column any more
alter table users rename column email to mail
--# rename-table | breaking | clients do not know the table any more
alter table staged rename to staged_2
--# rename-schema | breaking | clients do not know the schema any more
alter schema archive rename to attic
--# comment-lost | destructive | dropping an extension's objects
drop extension if exists plpgsql cascade
--# large-object-unlink | destructive | deletes a large object
select lo_unlink(4711)
--# index-disabled | breaking | the system catalog makes the index invalid
update pg_index set indisvalid = false where indexrelid = 'users_name'::regclass
--# catalog-delete | destructive | deletes from the system catalog
delete from pg_constraint where conname = 'orders_total'
--# catalog-enum | destructive | changes a value in the system catalog
update pg_catalog.pg_enum set enumlabel = 'x' where enumlabel = 'calm'
--# catalog-update-attribute | destructive | hides a column in the system catalog
update pg_attribute set attisdropped = true where attrelid = 'users'::regclass and attname = 'age'
--# replica-identity | breaking | replicas can no longer apply deletes
alter table staged replica identity nothing
--# cluster-of-effects | destructive | harmless words around it
create table t1 (id int); comment on table t1 is 'x'; create index on t1 (id); drop table staged; analyze t1
