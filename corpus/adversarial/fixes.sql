--# true-row-same | every-row | a condition that holds for every row
delete from orders where (id, user_id) = (id, user_id)
--# true-row-not-distinct | every-row | a condition that holds for every row
delete from orders where row(id) is not distinct from row(id)
--# true-whole-row-same | every-row | a condition that holds for every row
delete from orders where orders = orders
--# true-whole-row-star | every-row | a condition that holds for every row
delete from orders where orders.* is not distinct from orders.*
--# true-between-self | every-row | a condition that holds for every row
delete from orders where id between id and id
--# true-between-symmetric | every-row | a condition that holds for every row
delete from orders where id between symmetric id + 1 and id - 1
--# true-nullif-self | every-row | a condition that holds for every row
delete from orders where nullif(id, id) is null
--# true-coalesce-nullif | every-row | a condition that holds for every row
delete from orders where coalesce(nullif(id, id), 1) = 1
--# true-in-self | every-row | a condition that holds for every row
delete from orders where id in (id)
--# true-any-self | every-row | a condition that holds for every row
delete from orders where id = any (array[id])
--# true-all-empty | every-row | a condition that holds for every row
delete from orders where id <> all ('{}'::int[])
--# true-not-is-null | every-row | a condition that holds for every row
delete from orders where not (id is null)
--# true-is-null-is-false | every-row | a condition that holds for every row
delete from orders where (id is null) is false
--# true-is-not-unknown | every-row | a condition that holds for every row
delete from orders where (id is null) is not unknown
--# true-bool-text | every-row | a condition that holds for every row
delete from orders where 'yes'::bool
--# true-bool-type-first | every-row | a condition that holds for every row
delete from orders where bool 'on'
--# true-bool-cast | every-row | a condition that holds for every row
delete from orders where cast('t' as boolean)
--# true-bool-integer | every-row | a condition that holds for every row
delete from orders where 1::bool
--# true-not-off | every-row | a condition that holds for every row
delete from orders where not 'off'::bool
--# true-true-differs | every-row | a condition that holds for every row
delete from orders where true <> false
--# true-select-true | every-row | a condition that holds for every row
delete from orders where (select true)
--# true-values-true | every-row | a condition that holds for every row
delete from orders where (values (true))
--# true-exists-values | every-row | a condition that holds for every row
delete from orders where exists (values (1))
--# true-exists-empty-select | every-row | a condition that holds for every row
delete from orders where exists (select)
--# true-not-exists-nothing | every-row | a condition that holds for every row
delete from orders where not exists (select 1 where false)
--# true-not-exists-limit | every-row | a condition that holds for every row
delete from orders where not exists (select from users limit 0)
--# true-count-not-negative | every-row | a condition that holds for every row
delete from orders where (select count(*) from staged) >= 0
--# true-self-count | destructive | a condition that holds for every row
delete from orders where (select count(*) from orders o where o.id = orders.id) > 0
--# true-exists-self | every-row | a condition that holds for every row
delete from orders where exists (select from orders o where o.id = orders.id)
--# true-in-self-select | every-row | a condition that holds for every row
delete from orders where id in (select o.id from orders as o)
--# true-in-grouped-self | every-row | a condition that holds for every row
delete from orders where id in (select max(id) from orders group by id)
--# true-in-union-self | every-row | a condition that holds for every row
delete from orders where id in (select id from orders union all select 0)
--# true-below-maximum | every-row | a condition that holds for every row
delete from orders where id <= (select max(id) from orders)
--# true-equals-own | every-row | a condition that holds for every row
delete from orders where id = (select o.id from orders o where o.id = orders.id)
--# true-ctid-self | every-row | a condition that holds for every row
delete from orders where ctid in (select ctid from orders)
--# true-tableoid | every-row | a condition that holds for every row
delete from orders where tableoid = 'orders'::regclass
--# true-tableoid-not-null | every-row | a condition that holds for every row
delete from orders where tableoid is not null
--# true-regular-everything | every-row | a condition that holds for every row
delete from orders where id::text ~ '.*'
--# true-similar-everything | every-row | a condition that holds for every row
delete from orders where id::text similar to '%'
--# true-prefix-nothing | every-row | a condition that holds for every row
delete from orders where id::text ^@ ''
--# true-starts-with-nothing | every-row | a condition that holds for every row
delete from orders where starts_with(id::text, '')
--# true-product | every-row | a condition that holds for every row
delete from orders where id * 0 = 0
--# true-difference | every-row | a condition that holds for every row
delete from orders where id - id = 0
--# true-quotient | every-row | a condition that holds for every row
delete from orders where id / id = 1
--# true-bit-and | every-row | a condition that holds for every row
delete from orders where id & 0 = 0
--# true-bit-or | every-row | a condition that holds for every row
delete from orders where (id | id) = id
--# true-absolute | every-row | a condition that holds for every row
delete from orders where abs(id) >= 0
--# true-modulo | every-row | a condition that holds for every row
delete from orders where mod(id, 1) = 0
--# true-range-open | destructive | a condition that holds for every row
delete from orders where '(,)'::int4range @> id
--# true-range-function | destructive | a condition that holds for every row
delete from orders where int4range(null, null) @> id
--# true-array-contained | destructive | a condition that holds for every row
delete from orders where array[id] <@ array[id]
--# true-below-infinity | every-row | a condition that holds for every row
delete from orders where total < 'infinity'
--# true-below-type-maximum | every-row | a condition that holds for every row
delete from orders where id <= 2147483647
--# true-clock-past | every-row | a condition that holds for every row
delete from orders where current_date > '2000-01-01'
--# true-somebody | every-row | a condition that holds for every row
delete from orders where current_user is not null
--# true-nulls-counted | every-row | a condition that holds for every row
delete from orders where num_nulls(id) = 0
--# true-digest-length | every-row | a condition that holds for every row
delete from orders where length(md5(id::text)) = 32
--# true-case-self | every-row | a condition that holds for every row
delete from orders where case id when id then true else false end
--# true-case-equal | every-row | a condition that holds for every row
delete from orders where case when id > 3 then 1 else 1 end = 1
--# true-either | every-row | a condition that holds for every row
delete from orders where (status = 'open' or status <> 'open' or status is null)
--# true-halves | every-row | a condition that holds for every row
delete from orders where id > 5 or id <= 5
--# true-halves-between | every-row | a condition that holds for every row
delete from orders where id between 1 and 5 or id not between 1 and 5
--# true-not-both | every-row | a condition that holds for every row
delete from orders where not (id < 0 and id > 0)
--# true-same-comparison | every-row | a condition that holds for every row
delete from orders where (status = 'open') is not distinct from (status = 'open')
--# true-greatest | every-row | a condition that holds for every row
delete from orders where greatest(id, 0) >= id
--# true-concat-not-null | every-row | a condition that holds for every row
delete from orders where concat(note) is not null
--# true-coalesce-same | every-row | a condition that holds for every row
delete from orders where coalesce(note, '') = coalesce(note, '')
--# true-true-and-self | every-row | a condition that holds for every row
delete from orders where true and (true or id = 1)
--# true-xor-equal | every-row | a condition that holds for every row
delete from orders where (id = 1) = (id = 1)
--# true-json-contains | destructive | a condition that holds for every row
delete from orders where to_jsonb(orders) @> '{}'
--# true-jsonb-key | destructive | a condition that holds for every row
delete from orders where to_jsonb(orders) ? 'id'
--# true-typeof | destructive | a condition that holds for every row
delete from orders where pg_typeof(id) = 'integer'::regtype
--# merge-true | every-row | ON TRUE | pg>=15
merge into users u using (select 1) s on true when matched then delete
--# merge-own-column | every-row | the condition compares the target with itself | pg>=15
merge into users u using (values (1)) s (id) on u.id = u.id when matched then update set name = null
--# merge-self | every-row | the source is the target | pg>=15
merge into users u using (select id from users) s on u.id = s.id when matched then update set role = 'admin'
--# merge-source-false | every-row | nothing ever matches, the rest is deleted | pg>=17
merge into orders o using staged s on false when not matched by source then delete
--# merge-not-in-source | destructive | what the source lacks is deleted | pg>=17
merge into users u using staged s on u.id = s.id when matched then do nothing when not matched by source then delete
--# merge-second-branch | destructive | the second branch deletes | pg>=15
merge into users u using staged s on u.id = s.id when matched and s.name = 'none' then update set name = s.name when matched then delete when not matched then insert (id, email) values (s.id, s.name)
--# merge-in-with | every-row | in a common table expression | pg>=17
with gone as (merge into orders o using (select 1) s on true when matched then delete returning o.id) select count(*) from gone
--# merge-view | destructive | through a view | pg>=17
merge into active_users a using (select 1) s on true when matched then delete
--# merge-in-function | every-row | in a new function that is called | pg>=15
create function f() returns void language plpgsql as $$ begin merge into orders using (select 1) s on 1 = 1 when matched then update set total = 0; end $$; select f()
--# conflict-all | every-row | every row conflicts with itself
insert into users (id, email) select id, 'gone' from users on conflict (id) do update set email = excluded.email
--# conflict-where-true | every-row | every row conflicts with itself
insert into users select * from users on conflict (id) do update set deleted_at = now() where true
--# conflict-constraint | breaking | by the constraint's name
insert into staged select id, 'x' from users on conflict on constraint staged_pkey do update set (name) = row(null)
--# conflict-in-with | every-row | in a common table expression
with i as (insert into staged table staged on conflict (id) do update set name = null returning 1) select count(*) from i
--# from-unlinked | every-row | no condition at all
update users set name = s.name from staged s
--# from-other-only | every-row | the condition is on the other table
update users u set name = s.name from staged s where s.id = 1
--# from-own-copy | every-row | the copy is chosen, not the target
update users set name = x.name from users x where x.id = 1
--# from-join-copy | every-row | the join is with a copy of the target
update users set name = s.name from staged s left join users u on u.id = s.id where s.id = 1
--# from-series | every-row | a series of one
update orders set total = 0 from generate_series(1, 1) g
--# from-self-equal | every-row | the other table is compared with itself
update users set name = null from orders o where o.user_id = o.user_id
--# exists-elsewhere | every-row | the sub-select speaks of something else
update users set name = null where exists (select from orders o where o.id = 1)
--# using-greater | every-row | the condition is on the other table
delete from users using orders where orders.id > 0
--# using-own | every-row | the target with itself
delete from users u using staged s where u.id = u.id and s.id is not null
--# using-or | every-row | OR breaks the link
delete from orders o using users u where o.user_id = u.id or u.id > 0
--# using-lateral | every-row | a lateral of one row
delete from orders using lateral (select 1) x
--# using-inequality | destructive | linked by an inequality that always holds
delete from orders using users u where orders.user_id <= u.id + 1000
--# captured | destructive | staged has no user_id, so the orders' own is meant
delete from orders where user_id in (select user_id from staged)
--# captured-lateral | destructive | the same in EXISTS
delete from orders where exists (select 1 from staged where user_id = user_id)
--# sub-select-overwrites | every-row | who is not staged gets NULL
update users set name = (select s.name from staged s where s.id = users.id)
--# row-assignment | every-row | two columns at once
update users set (name, age) = (select null, 0)
--# default-assignment | every-row | the default takes the place
update users set (name, role) = row(default, default)
--# times-zero | every-row | every total is zero
update orders set total = total * 0
--# field-assignment | every-row | a field of a composite
update pairs set pair.b = null
--# with-update | every-row | in a common table expression
with a as (update users set name = null returning 1) select count(*) from a
--# with-unread | every-row | nobody reads the expression
with a as (delete from orders) select 1
--# with-insert-from-delete | every-row | moved, as it says
with d as (delete from orders returning note) insert into logs (line) select note from d
--# insert-with | every-row | the WITH stands within the INSERT | fails: 0A000
insert into logs (line) with d as (delete from orders returning note) select note from d
--# with-with | every-row | two steps away
with a as (select 1), b as (delete from orders where exists (select from a) returning 1), c as (select * from b) select from c
--# table-as-with | every-row | in CREATE TABLE AS
create table kept as with d as (delete from orders returning *) select * from d
--# explain-execute | every-row | EXPLAIN runs it
explain (analyze true, costs off, format json) delete from orders
--# explain-as | every-row | EXPLAIN ANALYZE CREATE TABLE AS
explain (analyze) create table kept as with d as (delete from orders returning *) select * from d
--# prepared | every-row | prepared, then executed
prepare p as delete from orders; execute p
--# prepared-argument | destructive | the argument chooses all
prepare p (int) as delete from orders where id > $1; execute p (0)
--# explain-execute-prepared | every-row | EXPLAIN ANALYZE EXECUTE
prepare p as delete from orders; explain analyze execute p
--# view-update | destructive | through a view
update active_users set name = null
--# view-delete | destructive | through a view
delete from active_users
--# parent-delete | every-row | the rows are the child's
delete from parent
--# only-star | every-row | with a star
delete from parent * where true
--# cursor-loop | destructive | each row of a cursor
do $$ declare c cursor for select * from orders; begin for r in c loop delete from orders where current of c; end loop; end $$
--# keyed-loop | destructive | each row by its key
do $$ declare r record; begin for r in select id from orders loop delete from orders where id = r.id; end loop; end $$
--# keyed-series-loop | destructive | every number there is
do $$ begin for i in 1 .. 1000 loop delete from orders where id = i; end loop; end $$
--# while-minimum | destructive | the first one, until none is left
do $$ begin while exists (select from orders) loop delete from orders where id = (select min(id) from orders); end loop; end $$
--# loop-found | destructive | some, until none is left
do $$ begin loop delete from orders where ctid in (select ctid from orders limit 1); exit when not found; end loop; end $$
--# foreach-keys | destructive | each key of an array
do $$ declare k int; keys int[] := array(select id from orders); begin foreach k in array keys loop delete from orders where id = k; end loop; end $$
--# variable-everything | destructive | the variable holds true
do $$ declare everything boolean := true; begin delete from orders where everything; end $$
--# variable-null | destructive | the variable is NULL, so the condition is true
do $$ declare only_one int; begin delete from orders where only_one is null or id = only_one; end $$
--# variable-shadows | destructive | the variable has the column's name
do $$ #variable_conflict use_variable
declare id int := 1; begin delete from orders where id = 1; end $$
--# variable-percent | destructive | LIKE a variable
do $$ declare pattern text := '%'; begin delete from orders where note like pattern; end $$
--# function-argument | destructive | the argument compares with itself
create function f(x int) returns void language sql as 'delete from orders where $1 = x'; select f(1)
--# function-parameter-is-column | every-row | the column wins over the parameter
create function f(id int) returns void language sql as 'delete from orders where id = id'; select f(1)
--# atomic | every-row | a body that is parsed at once
create procedure p() begin atomic delete from orders; end; call p()
--# atomic-with | every-row | within
create function f() returns bigint begin atomic with d as (delete from orders returning 1) select count(*) from d; end; select f()
--# rule-then-insert | every-row | a rule deletes when something is inserted
create rule r as on insert to staged do also delete from orders; insert into staged values (9, 'nine')
--# trigger-then-insert | every-row | a trigger deletes when something is inserted
create function f() returns trigger language plpgsql as 'begin delete from orders; return new; end'; create trigger t before insert on staged for each row execute function f(); insert into staged values (9, 'nine')
--# copy-query | every-row | COPY runs it | run: no, it would write a file
copy (delete from orders returning id) to '/dev/null'
--# copy-with-query | every-row | COPY runs the WITH | run: no, it would write a file
copy (with d as (delete from orders returning id) select * from d) to '/dev/null'
--# call-existing | opaque | a procedure that is not in the change
call purge_all()
--# table-as-call | opaque | a function that is not in the change
create table kept as select purge_users(id) from users
--# column-that-is-a-function | every-row | a new function, called as if it were a column
create function erase(staged) returns int language sql as 'delete from orders; select 1'; select s.erase from staged s
--# cascade-key-move | destructive | every key moves | fails: 23503
update users set id = id + 1000
--# repeat-update | every-row | PostgreSQL 18's RETURNING OLD | pg>=18
update orders set status = null returning old.status, new.status
--# without-overlaps-portion | destructive | dates of every partition row
update parts set day = '2024-01-01'
--# insert-select-swap | every-row | emptied, then filled with less
delete from staged; insert into staged select id, left(name, 1) from users limit 1
