--# where-none-delete | every-row | no condition
delete from users
--# where-none-update | every-row | no condition
update users set name = null
--# where-only | every-row | ONLY is no condition
delete from only users
--# where-true | every-row | constant
delete from users where true
--# where-not-false | every-row | negated constant
delete from users where not false
--# where-one-is-one | every-row | two equal constants
delete from users where 1 = 1
--# where-text-true | every-row | text cast to boolean
delete from users where 'yes'::boolean
--# where-integer-true | every-row | integer cast to boolean
delete from users where 1::boolean
--# where-two-is-not-one | every-row | two different constants
delete from users where 2 > 1
--# where-sum | every-row | constant arithmetic
delete from users where 1 + 1 = 2
--# where-concat | every-row | constant text
delete from users where 'a' || 'b' = 'ab'
--# where-same-column | every-row | a NOT NULL column equals itself
delete from users where id = id
--# where-same-qualified | every-row | the same column, once qualified
delete from users where users.id = id
--# where-same-alias | every-row | the same column, once by alias
delete from users u where u.id = id
--# where-at-least-itself | every-row | at least itself
delete from users where id >= id
--# where-not-distinct | every-row | not distinct from itself
delete from users where id is not distinct from id
--# where-not-different | every-row | NOT (x <> x)
delete from users where not (id <> id)
--# where-plus-zero | every-row | x = x + 0
delete from users where id = id + 0
--# where-or-true | every-row | OR true
delete from users where id = 1 or true
--# where-or-equal-constants | every-row | OR 1 = 1
update users set active = false where id = 1 or 1 = 1
--# where-or-not | every-row | a condition or its negation
delete from users where id = 1 or not (id = 1)
--# where-or-different | every-row | = 1 OR <> 1
delete from users where id = 1 or id <> 1
--# where-or-halves | every-row | > 2 OR <= 2
delete from users where id > 2 or id <= 2
--# where-in-or-not-in | every-row | IN or NOT IN
delete from users where id in (1, 2) or id not in (1, 2)
--# where-null-or-not-null | every-row | null or not null
delete from users where name is null or name is not null
--# where-not-null | every-row | not null, on a NOT NULL column
delete from users where id is not null
--# where-not-is-null | every-row | NOT (x IS NULL)
delete from users where not (id is null)
--# where-distinct-from-null | every-row | distinct from NULL
delete from users where id is distinct from null
--# where-row-not-null | every-row | the whole row is not null
delete from users where users is distinct from null
--# where-coalesce-true | every-row | coalesce to true
delete from users where coalesce(deleted_at is null, true)
--# where-coalesce-same | every-row | coalesce(x, y) equals itself
update users set name = 'x' where coalesce(name, '') = coalesce(name, '')
--# where-like-all | every-row | LIKE everything
delete from users where email like '%'
--# where-like-all-twice | every-row | LIKE %%
delete from users where email like '%%'
--# where-ilike-all | every-row | ILIKE everything
delete from users where email ilike '%'
--# where-not-not-like | every-row | NOT (x NOT LIKE '%')
delete from users where not (email not like '%')
--# where-like-escaped-cast | every-row | LIKE of a cast column
delete from users where id::text like '%'
--# where-regexp-empty | every-row | an empty pattern
delete from users where email ~ ''
--# where-regexp-any | every-row | .*
delete from users where email ~* '.*'
--# where-similar | every-row | SIMILAR TO '%'
delete from users where email similar to '%'
--# where-starts-with | every-row | starts with nothing
delete from users where starts_with(email, '')
--# where-length | every-row | a length is never negative
delete from users where length(email) >= 0
--# where-length-flipped | every-row | 0 <= length
delete from users where 0 <= length(email)
--# where-position | destructive | position of nothing
delete from users where position('' in email) > 0
--# where-between-all | every-row | the whole range
delete from users where id between -2147483648 and 2147483647
--# where-above-minimum | every-row | above the least integer
delete from users where id >= -2147483648
--# where-infinity | every-row | before infinity
delete from users where created_at < 'infinity'
--# where-future | destructive | before a moment in the future
delete from users where created_at < now() + interval '100 years'
--# where-future-constant | every-row | before the year 9999
delete from users where created_at < '9999-12-31'
--# where-scalar-subselect | every-row | (SELECT true)
delete from users where (select true)
--# where-exists-constant | every-row | EXISTS (SELECT 1)
delete from users where exists (select 1)
--# where-exists-uncorrelated | every-row | EXISTS of another table
delete from users where exists (select 1 from staged)
--# where-exists-unrelated-condition | every-row | EXISTS with a condition of its own
delete from users where exists (select 1 from staged s where s.id = 1)
--# where-not-exists-empty | every-row | NOT EXISTS of nothing
delete from users where not exists (select 1 where false)
--# where-in-own-keys | destructive | every key of the same table
delete from users where id in (select id from users)
--# where-any-own-keys | destructive | = ANY of every key
delete from users where id = any (array(select id from users))
--# where-not-in-empty | destructive | NOT IN an empty set
delete from users where id not in (select id from users where false)
--# where-subselect-count | every-row | count(*) >= 0
delete from users where (select count(*) from staged) >= 0
--# where-ctid | every-row | every row has a place
delete from users where ctid is not null
--# where-ctid-in | destructive | every place of the same table
delete from users where ctid in (select ctid from users)
--# where-tableoid | destructive | the table of a row is its table
delete from users where tableoid = 'users'::regclass
--# where-random | every-row | random() is never negative
delete from users where random() >= 0
--# where-random-half | destructive | about half of the rows, nobody knows which
delete from users where random() < 0.9
--# where-clock | destructive | the clock goes on
delete from users where clock_timestamp() > '2000-01-01'
--# where-now | every-row | now is after 2000
delete from users where now() > '2000-01-01'
--# where-case-equal-arms | every-row | CASE with equal arms
delete from users where case when id = 1 then true else true end
--# where-case-covering | every-row | CASE that covers both
delete from users where case when id = 1 then id = 1 else id <> 1 end
--# where-negated-key | destructive | everything but one row
delete from users where id <> 1
--# where-negated-list | destructive | everything but a list
delete from users where id not in (999)
--# where-negated-like | destructive | everything that does not match
delete from users where email not like 'nobody%'
--# where-precedence | every-row | AND binds more tightly than OR
delete from users where id = 1 and active or name is not null
--# where-wide-or | every-row | one arm is open
update users set name = 'x' where id = 1 or id > 0
--# where-boolean-column | destructive | a boolean column is true everywhere
delete from users where active
--# where-subselect-assignment | every-row | every row from a sub-select
update users set name = (select name from staged where id = 1)
--# where-returning | every-row | RETURNING is no condition
delete from users returning id
--# where-limit-cte | every-row | LIMIT in a CTE that nobody uses
with few as (select id from users limit 1) delete from users
--# where-bounds-nothing | destructive | greatest() covers everything
delete from users where id <= greatest(id, 0)
--# where-is-true | every-row | (x = x) IS TRUE
delete from users where (id = id) is true
--# where-is-not-false | every-row | (x = x) IS NOT FALSE
delete from users where (id = id) is not false
--# where-in-itself | every-row | x IN (x)
delete from users where id in (id)
--# where-any-array-itself | every-row | x = ANY (ARRAY[x])
delete from users where id = any (array[id])
--# where-current-of | destructive | the cursor stands on any row
begin; declare c cursor for select * from users where email like '%' for update; fetch c; delete from users where current of c; commit
--# update-key | every-row | the key itself is rewritten
update staged set id = id + 1000
--# update-key-filtered | breaking | the key of chosen rows is rewritten
update staged set id = id + 1000 where name <> ''
--# update-computed-then-delete | destructive | the condition is on a column that this change computed
update users set name = substring(email from 'nothing'); delete from users where name is null
--# update-decimal | every-row | two constants of different types are equal
update users set name = null where 1 = 1.0
--# update-cast-constants | every-row | two casts are equal
update users set name = null where '1'::int = '01'::int
--# update-short-true | every-row | PostgreSQL reads tr as true
update users set name = null where 'tr'::boolean
--# update-two-as-boolean | every-row | every integer but 0 is true
update users set name = null where 2::boolean
--# update-coalesce-false | breaking | coalesce(x, false) chooses every x
update users set name = null where coalesce(active, false)
--# update-not-not-null | breaking | NOT (x IS NOT NULL) chooses what is null
update users set name = null where not (deleted_at is not null)
--# update-not-null-is-false | breaking | (x IS NOT NULL) IS FALSE
update users set name = null where (deleted_at is not null) is false
--# update-random-unequal | breaking | two calls differ
update users set name = null where random() <> random()
--# update-overlap | every-row | the alternatives meet
update users set name = null where age > 30 or age < 40
--# update-any-key | every-row | keys are positive
update users set name = null where id > 0
--# update-parameter | every-row | the same parameter for every row
prepare p (boolean) as update users set name = null where $1; execute p (true)
--# update-user | every-row | the same user for every row
update users set name = null where current_user is not null
--# update-not-like | breaking | NOT LIKE
update users set name = null where not (email like 'nobody%')
--# where-captured | every-row | the sub-select's column is the outer table's
create table wanted (user_id int); insert into wanted values (1); delete from users where id in (select id from wanted)
--# where-captured-exists | every-row | nothing of the sub-select's table stands in its condition
create table wanted (user_id int); insert into wanted values (1); delete from users where exists (select 1 from wanted where id > 0 and email <> '')
--# where-captured-join | every-row | neither table of the sub-select has the column
create table wanted (user_id int); create table chosen (number int); insert into wanted values (1); insert into chosen values (1); delete from users where id in (select id from wanted join chosen on number = user_id)
--# where-captured-renamed | every-row | the new table has another name by now
create table wanted (user_id int); insert into wanted values (1); alter table wanted rename to chosen; update users set active = false where id in (select id from chosen)
--# where-captured-temporary | every-row | a temporary table without the column
create temp table wanted (user_id int); insert into wanted values (1); delete from users where id in (select id from wanted)
--# where-case-constant | every-row | both arms compare alike
delete from users where (case when active then 1 else 2 end) > 0 or case when active then 1 else 1 end = 1
--# where-computed | destructive | the column was computed just before, NULL where it went wrong
update users set role = substring(email from '^(admin|member)@') where id > 1; delete from users where role is null
--# where-computed-new | destructive | by a column that is as new as the change
alter table users add column stale boolean default true; delete from users where stale
