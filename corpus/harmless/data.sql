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
