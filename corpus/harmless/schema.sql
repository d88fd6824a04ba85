--# create-table | harmless | a table
create table items (id bigint generated always as identity primary key, name text not null, at timestamptz not null default now())
--# create-table-references | harmless | a table that refers to another new one
create table items (id int primary key); create table lines (id int primary key, item_id int references items)
--# create-table-if-not-exists | harmless | a table that may exist
create table if not exists items (id int primary key)
--# create-table-serial | harmless | a serial key
create table items (id serial primary key, price numeric(10, 2) check (price > 0))
--# create-table-enum | harmless | an enum and a table
create type colour as enum ('red', 'green'); create table items (id int primary key, colour colour not null default 'red')
--# create-table-json | harmless | json, arrays, uuids
create table items (id uuid primary key default gen_random_uuid(), tags text[] not null default '{}', data jsonb not null default '{}')
--# create-table-partitioned | harmless | partitions
create table events (id int not null, day date not null) partition by range (day); create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01')
--# create-schema | harmless | a schema
create schema reports; create table reports.daily (day date primary key, total numeric)
--# create-index-new | harmless | an index of a new table
create table items (id int primary key, name text); create index items_name on items (lower(name))
--# create-index-concurrently | harmless | an index of an old table
create index concurrently orders_status on orders (status)
--# create-unique-index | harmless | a unique index of a new table
create table items (id int primary key, name text); create unique index items_name on items (name) where name is not null
--# create-view | harmless | a view
create view open_orders as select id, total from orders where status = 'open'
--# create-view-join | harmless | a view of two tables
create view order_owners as select o.id, u.name from orders o join users u on u.id = o.user_id
--# create-matview | harmless | a materialized view
create materialized view sums as select status, sum(total) as total from orders group by status
--# create-sequence | harmless | a sequence
create sequence item_numbers start 1000
--# create-domain | harmless | a domain
create domain positive as int check (value > 0)
--# create-composite | harmless | a composite type
create type point3 as (x int, y int, z int)
--# create-function | harmless | a function
create function add_tax(amount numeric) returns numeric language sql immutable as 'select amount * 1.2'
--# create-function-plpgsql | harmless | a trigger function
create function stamp() returns trigger language plpgsql as $$ begin new.created_at := now(); return new; end $$
--# create-trigger-new | harmless | a trigger of a new table
create table items (id int primary key, at timestamptz); create function stamp() returns trigger language plpgsql as $$ begin new.at := now(); return new; end $$; create trigger items_stamp before insert on items for each row execute function stamp()
--# create-function-path | harmless | a fixed search path
create function add_tax(amount numeric) returns numeric language sql set search_path = pg_catalog as 'select amount * 1.2'
--# create-statistics | harmless | statistics
create statistics order_statistics on user_id, status from orders
--# add-column | harmless | a column
alter table users add column phone text
--# add-column-default | harmless | with a constant
alter table users add column verified boolean not null default false
--# add-column-now | harmless | with a stable default
alter table users add column seen_at timestamptz default now()
--# add-column-if-not-exists | harmless | that may exist
alter table users add column if not exists phone text
--# add-columns | harmless | several
alter table users add column phone text, add column fax text
--# set-default | harmless | a default
alter table users alter column name set default ''
--# add-check-not-valid | harmless | a constraint for new rows
alter table orders add constraint note_length check (length(note) < 50) not valid
--# validate-check | harmless | its validation
alter table orders validate constraint orders_total
--# add-foreign-key-not-valid | harmless | a foreign key for new rows
alter table orders add constraint orders_staged foreign key (id) references staged (id) not valid
--# add-enum-value | harmless | an enum value
alter type mood add value if not exists 'angry'
--# comment | harmless | comments
comment on table users is 'People who have an account'; comment on column users.email is 'Unique'
--# analyze | harmless | statistics
analyze users
--# temp-table | harmless | a temporary table
create temp table scratch (id int); insert into scratch values (1); update scratch set id = 2; delete from scratch; drop table scratch
--# scratch-table | harmless | made and dropped
create table scratch (id int); insert into scratch select id from users; truncate scratch; drop table scratch
--# scratch-renamed | harmless | made, renamed and dropped
create table scratch (id int); alter table scratch rename to scratch_2; drop table scratch_2
--# scratch-schema | harmless | in a schema of its own
create schema scratch; create table scratch.a (id int); drop table scratch.a
--# scratch-moved | harmless | made, moved and dropped
create schema scratch; create table app.fresh (id int); alter table app.fresh set schema scratch; drop table scratch.fresh
--# scratch-view | harmless | a view made and dropped
create view scratch as select 1 as id; drop view scratch
--# scratch-function | harmless | a function made and dropped
create function scratch() returns int language sql as 'select 1'; drop function scratch()
--# scratch-type | harmless | a type made and dropped
create type scratch as enum ('a'); drop type scratch
--# scratch-column | harmless | a column of a new table
create table scratch (id int, n int); alter table scratch drop column n
--# scratch-transaction | harmless | within one transaction
begin; create table scratch (id int); drop table scratch; commit
--# lock-timeout | harmless | timeouts
set lock_timeout = '2s'; set statement_timeout = '1min'; alter table users add column phone text
--# enable-row-security-new | harmless | row security of a new table
create table items (id int primary key, tenant int); alter table items enable row level security; create policy mine on items using (tenant = 1)
--# add-primary-key-new | harmless | a key of a new table
create table items (id int not null); alter table items add primary key (id)
