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
--# create-table-like | harmless | the same columns as another
create table orders_archive (like orders including defaults)
--# create-table-as | harmless | the rows of a query
create table top_orders as select id, total from orders where total > 50
--# create-table-exclusion | harmless | an exclusion constraint of a new table
create table bookings (room int, during tsrange, exclude using gist (during with &&))
--# create-table-unlogged | harmless | a cache
create unlogged table cache (key text primary key, value jsonb, expires timestamptz)
--# create-table-generated | harmless | a stored generated column of a new table
create table items (net int, gross int generated always as (net * 2) stored)
--# create-table-inherits | harmless | a new parent and its child
create table animals (id int); create table cats (lives int) inherits (animals)
--# create-table-self | harmless | refers to itself
create table nodes (id int primary key, parent_id int references nodes)
--# create-table-comment | harmless | with comments
create table items (id int primary key); comment on table items is 'What is sold'; comment on column items.id is 'A number'
--# create-table-quoted | harmless | names in capitals
create table "Item" ("Id" int primary key, "createdAt" timestamptz not null default current_timestamp)
--# create-table-unique | harmless | unique over two columns
create table memberships (user_id int not null, team_id int not null, primary key (user_id, team_id), unique (team_id, user_id))
--# create-table-default-expression | harmless | defaults of built-in functions
create table items (id uuid default gen_random_uuid(), day date default current_date, note text default lower('X'), tags text[] default array[]::text[])
--# create-table-check-functions | harmless | checks of built-in functions
create table items (name text check (length(name) between 1 and 100), email text check (email ~ '^[^@]+@[^@]+$'))
--# create-index-gin | harmless | a GIN index of a new table
create table documents (id int primary key, body jsonb); create index documents_body on documents using gin (body jsonb_path_ops)
--# create-index-include | harmless | INCLUDE
create index concurrently orders_user on orders (user_id) include (total)
--# create-index-partial | harmless | a partial index
create index concurrently orders_open on orders (id) where status = 'open'
--# create-index-if-not-exists | harmless | that may exist
create index concurrently if not exists orders_status on orders (status)
--# create-view-window | harmless | a view with a window function
create view ranked as select id, rank() over (partition by status order by total desc) as place from orders
--# create-view-recursive | harmless | a recursive view
create recursive view numbers (n) as values (1) union all select n + 1 from numbers where n < 10
--# create-view-cte | harmless | a view with a CTE
create view spenders as with sums as (select user_id, sum(total) as total from orders group by user_id) select u.id, s.total from users u join sums s on s.user_id = u.id
--# create-range | harmless | a range type
create type float_range as range (subtype = float8)
--# create-schema-authorised | harmless | a schema with a table in it
create schema reports create table daily (day date primary key)
--# create-function-atomic | harmless | BEGIN ATOMIC
create function double(n int) returns int begin atomic select n * 2; end
--# create-function-return | harmless | RETURN
create function triple(n int) returns int return n * 3
--# create-function-table | harmless | a set of rows
create function recent(n int) returns table (id int, name text) language sql stable as 'select id, name from users order by id desc limit n'
--# create-function-loop | harmless | a loop that computes
create function sum_up_to(n int) returns int language plpgsql as $$ declare s int := 0; begin for i in 1..n loop s := s + i; end loop; return s; end $$
--# create-function-exception | harmless | a handler
create function safe_int(t text) returns int language plpgsql immutable as $$ begin return t::int; exception when others then return null; end $$
--# create-procedure | harmless | a procedure
create procedure remember(line text) language sql as 'insert into logs (line) values (line)'
--# create-trigger-when | harmless | a trigger of a new table with WHEN
create table items (id int primary key, price int); create function check_price() returns trigger language plpgsql as $$ begin if new.price < 0 then raise exception 'no'; end if; return new; end $$; create trigger items_price before update on items for each row when (old.price is distinct from new.price) execute function check_price()
--# add-column-generated | harmless | a column without a stored expression
alter table orders add column placed_on date
--# add-column-array | harmless | an array
alter table users add column tags text[] not null default '{}'
--# add-column-enum | harmless | of a new enum
create type colour as enum ('red', 'green'); alter table users add column colour colour not null default 'red'
--# add-column-json | harmless | jsonb
alter table users add column settings jsonb not null default '{}'::jsonb
--# add-column-two-tables | harmless | in two tables
alter table users add column phone text; alter table orders add column phone text
--# set-statistics | harmless | more statistics
alter table orders alter column status set statistics 500
--# set-autovacuum | harmless | options of autovacuum
alter table orders set (autovacuum_vacuum_scale_factor = 0.05)
--# set-default-now | harmless | a default that is a function
alter table users alter column last_seen set default now()
--# add-enum-value-order | harmless | before another
alter type mood add value 'angry' before 'calm'
--# add-partition-new | harmless | a partition of a new table
create table events (id int, day date) partition by list (day); create table events_first partition of events for values in ('2025-01-01'); create table events_rest partition of events default
--# attach-new | harmless | two new tables become one
create table events (id int, day date) partition by range (day); create table events_old (id int, day date); alter table events attach partition events_old for values from ('2020-01-01') to ('2021-01-01')
--# scratch-savepoint-free | harmless | dropped if it exists, as it does
create table scratch (id int); drop table if exists scratch
--# scratch-index | harmless | an index of a new table, made and dropped
create schema scratch; create table scratch.t (id int); create index i on scratch.t (id); drop index scratch.i
--# scratch-sequence | harmless | a sequence made and dropped
create sequence scratch; drop sequence scratch
--# scratch-domain | harmless | a domain made and dropped
create domain scratch as int; drop domain scratch
--# scratch-temp-as | harmless | a temporary copy
create temp table scratch as select id from users; create index on scratch (id); analyze scratch; drop table scratch
--# row-security-new-many | harmless | policies of a new table
create table items (id int primary key, tenant int not null); alter table items enable row level security; alter table items force row level security; create policy reads on items for select using (tenant = current_setting('app.tenant')::int); create policy writes on items for insert with check (tenant = current_setting('app.tenant')::int)
--# schema-if-not-exists-cascade | harmless | a new table that refers to another, unless it is there
create table if not exists items (id int primary key, user_id int references users (id) on delete cascade, name text not null)
--# partition-index-attach | harmless | indexes of a new partitioned table, as pg_dump writes them
create table pieces (id int not null, at date not null) partition by range (at); create table pieces_old partition of pieces for values from ('2020-01-01') to ('2021-01-01'); create index pieces_at on only pieces (at); create index pieces_old_at on pieces_old (at); alter index pieces_at attach partition pieces_old_at; create table labels (id int); create index labels_id on labels (id); alter table labels add constraint positive check (id > 0)
