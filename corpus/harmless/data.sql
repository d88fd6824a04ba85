--# insert-listed | harmless | listed rows
insert into staged (id, name) values (10, 'ten'), (11, 'eleven')
--# insert-select | harmless | copied rows
insert into staged (id, name) select id + 100, name from users where id = 1
--# insert-returning | harmless | RETURNING
insert into staged (id, name) values (10, 'ten') returning id
--# insert-conflict-nothing | harmless | ON CONFLICT DO NOTHING
insert into staged (id, name) values (1, 'one') on conflict (id) do nothing
--# insert-conflict-listed | harmless | ON CONFLICT of listed rows
insert into staged (id, name) values (1, 'uno') on conflict (id) do update set name = excluded.name
--# insert-series | harmless | generated rows of a new table
create table days (day date primary key); insert into days select generate_series(date '2025-01-01', date '2025-12-31', interval '1 day')
--# update-key | harmless | by key
update users set name = 'Ann' where id = 1
--# update-keys | harmless | by a list of keys
update users set active = false where id in (1, 2, 3)
--# update-key-and-more | harmless | by key and state
update orders set status = 'paid' where id = 1 and status = 'open'
--# update-new-table | harmless | every row of a new table
create table items as select id, name from users; update items set name = upper(name)
--# select-count | harmless | reads
select count(*) from users where created_at > now() - interval '1 day'
--# select-join | harmless | reads with a join
select u.id, sum(o.total) from users u left join orders o on o.user_id = u.id group by u.id having sum(o.total) > 10 order by 2 desc limit 5
--# select-functions | harmless | many built-in functions
select lower(name), coalesce(age, 0), to_char(created_at, 'YYYY'), md5(email), random(), jsonb_build_object('a', 1), array_agg(id) over (), row_number() over () from users
--# select-cte | harmless | CTEs
with recent as (select * from users where id > 2) select count(*) from recent
--# select-catalog | harmless | reads the catalog
select relname, pg_size_pretty(pg_total_relation_size(oid)) from pg_class where relname = 'users'
--# explain | harmless | EXPLAIN without ANALYZE
explain delete from users
--# explain-false | harmless | ANALYZE false
explain (analyze false) delete from users
--# prepare-read | harmless | a prepared read
prepare p (int) as select * from users where id = $1; execute p (1); deallocate p
--# do-notice | harmless | a DO block that reads
do $$ begin if (select count(*) from users) < 1 then raise notice 'no users'; end if; end $$
--# do-insert | harmless | a DO block that inserts
do $$ begin insert into staged (id, name) values (20, 'twenty'); end $$
--# do-create | harmless | a DO block that makes a table
do $$ begin create table items (id int primary key); end $$
--# dynamic-create | harmless | EXECUTE of a constant
do $$ begin execute 'create table items (id int primary key)'; end $$
--# dynamic-create-format | harmless | EXECUTE of format()
do $$ begin execute format('create table %I (id int primary key)', 'items'); end $$
--# dynamic-comment | harmless | EXECUTE of a comment
do $$ begin execute format('comment on table users is %L', 'it''s people'); end $$
--# dynamic-variable | harmless | EXECUTE of a variable
do $$ declare t text := 'items'; begin execute 'create table ' || quote_ident(t) || ' (id int primary key)'; end $$
--# dynamic-enum | harmless | a type unless it exists
do $$ begin create type colour as enum ('red'); exception when duplicate_object then null; end $$
--# function-called | harmless | a new function that only computes
create function add_tax(amount numeric) returns numeric language sql immutable as 'select amount * 1.2'; select add_tax(10)
--# function-in-default | harmless | a new function as a default
create function answer() returns int language sql immutable as 'select 42'; create table items (id int primary key, n int default answer())
--# cursor-read | harmless | a cursor
begin; declare c cursor for select * from users; fetch 1 from c; close c; commit
--# values | harmless | VALUES
values (1, 'a'), (2, 'b')
--# show | harmless | SHOW
show search_path
--# nextval-one | harmless | one value of a sequence
insert into staged (id, name) values (nextval('ids'), 'next')
--# currval | harmless | reads a sequence
select nextval('ids'); select currval('ids')
--# delete-new-table | harmless | from a new table
create table items as select * from users; delete from items where active
--# merge-new-table | harmless | MERGE into a new table | pg>=15
create table items (id int primary key, name text); merge into items i using staged s on i.id = s.id when not matched then insert values (s.id, s.name)
--# insert-subquery-value | harmless | a value from a query
insert into staged (id, name) values (30, (select name from users where id = 1))
--# insert-default-values | harmless | DEFAULT VALUES
insert into logs default values
--# insert-unnest | harmless | rows from arrays
insert into staged (id, name) select * from unnest(array[40, 41], array['a', 'b'])
--# insert-json | harmless | rows from JSON
insert into staged (id, name) select id, name from jsonb_to_recordset('[{"id": 50, "name": "x"}]') as r (id int, name text)
--# insert-not-exists | harmless | unless it is there
insert into staged (id, name) select 60, 'sixty' where not exists (select 1 from staged where id = 60)
--# insert-cte | harmless | through a CTE
with fresh as (select 70 as id, 'seventy' as name) insert into staged select * from fresh
--# update-key-qualified | harmless | by key, with an alias
update users u set name = 'Ann' where u.id = 1
--# update-key-cast | harmless | by key, cast
update users set name = 'Ann' where id = '1'::int
--# update-key-many-columns | harmless | several columns
update users set (name, age) = ('Ann', 30) where id = 1
--# update-key-returning | harmless | RETURNING
update users set name = 'Ann' where id = 1 returning id, name
--# update-key-subselect | harmless | a value from a query
update orders set total = (select 5) where id = 1
--# update-key-functions | harmless | built-in functions
update users set name = initcap(trim(lower(name))), created_at = now() where id = 2
--# update-new-from | harmless | a new table from an old one
create table items as select id, name from users; update items set name = u.name from users u where u.id = items.id
--# delete-new-using | harmless | from a new table
create table items as select id, name from users; delete from items using staged where staged.id = items.id
--# select-lateral | harmless | LATERAL
select u.id, o.total from users u cross join lateral (select max(total) as total from orders where user_id = u.id) o
--# select-recursive | harmless | a recursive query
with recursive n as (select 1 as i union all select i + 1 from n where i < 5) select sum(i) from n
--# select-window | harmless | window functions
select id, sum(total) over (partition by user_id order by id), lag(total) over (order by id) from orders
--# select-grouping | harmless | GROUPING SETS
select status, user_id, count(*) from orders group by grouping sets ((status), (user_id), ())
--# select-json | harmless | JSON
select jsonb_agg(jsonb_build_object('id', id, 'name', name)), string_agg(name, ',' order by id) from users
--# select-dates | harmless | dates
select date_trunc('month', created_at), extract(year from created_at), age(created_at), to_char(created_at, 'YYYY-MM') from users
--# select-regexp | harmless | regular expressions
select regexp_replace(email, '@.*', ''), split_part(email, '@', 2), email ~ '^u', substring(email from 'u(\d)') from users
--# select-arrays | harmless | arrays
select array_length(array[1, 2], 1), unnest(array[1, 2]), 1 = any (array[1, 2]), array_to_string(array['a'], ',')
--# select-sizes | harmless | sizes
select pg_database_size(current_database()), pg_relation_size('users'), pg_size_pretty(1024::bigint)
--# select-settings | harmless | reads settings
select current_setting('server_version'), version(), current_user, pg_backend_pid()
--# select-statistics | harmless | reads statistics
select relname, n_live_tup from pg_stat_user_tables
--# select-text-search | harmless | text search
select to_tsvector('english', name) @@ plainto_tsquery('english', 'user') from users
--# do-loop | harmless | a loop that inserts
do $$ begin for i in 80..82 loop insert into staged (id, name) values (i, 'n' || i); end loop; end $$
--# do-variables | harmless | variables
do $$ declare n int; begin select count(*) into n from users; raise notice '% users', n; end $$
--# do-if-not-exists | harmless | a column unless it exists
do $$ begin if not exists (select 1 from information_schema.columns where table_name = 'users' and column_name = 'phone') then alter table users add column phone text; end if; end $$
--# do-constraint-unless | harmless | a constraint unless it exists
do $$ begin alter table orders add constraint note_length check (length(note) < 500) not valid; exception when duplicate_object then null; end $$
--# dynamic-partition | harmless | a partition by its name
do $$ begin execute format('create table %I partition of parts for values from (%L) to (%L)', 'parts_2025', '2025-01-01', '2026-01-01'); end $$
--# dynamic-update-key | harmless | an update by key
do $$ begin execute 'update users set name = ' || quote_literal('Ann') || ' where id = 1'; end $$
--# dynamic-insert | harmless | parameters
do $$ begin execute 'insert into staged (id, name) values ($1, $2)' using 90, 'ninety'; end $$
--# dynamic-select-into | harmless | reads into a variable
do $$ declare n int; begin execute 'select count(*) from users' into n; end $$
--# call-new-procedure | harmless | a new procedure that inserts
create procedure remember() language sql as $$ insert into logs (line) values ('x') $$; call remember()
--# set-local | harmless | SET LOCAL
begin; set local lock_timeout = '1s'; insert into logs (line) values ('x'); commit
--# constraints-deferred | harmless | SET CONSTRAINTS of the change itself
begin; set constraints all deferred; insert into logs (line) values ('x'); commit
--# vacuum-analyze | harmless | ANALYZE of a column
analyze orders (status)
--# query-to-xml-read | harmless | a query as a document | or: 0A000
select query_to_xml('select count(*) from users', true, false, '')
--# update-own-column | harmless | the sub-select names its own column
create table wanted (user_id int); update users set active = true where id = 7 and id in (select user_id from wanted)
--# update-own-and-outer-column | harmless | the outer column is meant, its own one stands beside it
create table wanted (user_id int); update users set active = true where id = 7 and exists (select 1 from wanted where user_id = id)
