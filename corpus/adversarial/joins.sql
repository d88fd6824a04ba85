--# using-without-link | every-row | nothing links the tables
delete from users using staged
--# using-other-condition | every-row | the condition speaks of the other table
delete from users using staged where staged.id = 1
--# using-self | every-row | the same table twice, unlinked
delete from users using users other where other.id = 1
--# using-link-or | every-row | OR breaks the link
delete from users using staged where users.id = staged.id or staged.id = 1
--# using-link-or-true | every-row | a link OR true
delete from users using staged where users.id = staged.id or true
--# using-two-unlinked | every-row | two sources, only the sources are linked
delete from users using orders, staged where orders.id = staged.id
--# using-link-not | destructive | the link is negated
delete from users using staged where not (users.id = staged.id)
--# using-unequal | destructive | the link is <>
delete from users using staged where users.id <> staged.id
--# from-without-link | every-row | UPDATE FROM without a link
update users set name = staged.name from staged
--# from-other-condition | every-row | a condition of the source only
update users set name = staged.name from staged where staged.id = 1
--# from-unqualified | every-row | an unqualified column that is the source's
update users set name = s.name from (select id as staged_id, name from staged) s where staged_id = 1
--# from-self | every-row | the same table twice, unlinked
update users set name = other.name from users other where other.id = 1
--# from-link-constant | every-row | the link compares constants
update users set name = staged.name from staged where 1 = 1 and staged.id = 1
--# from-join | every-row | joined sources, target unlinked
update users set name = staged.name from staged join orders on orders.id = staged.id
--# merge-true | every-row | ON true | pg>=15
merge into users using (select 1 as id) s on true when matched then delete
--# merge-unlinked | every-row | ON a condition of the source | pg>=15
merge into users u using staged s on s.id = 1 when matched then delete
--# merge-constant | every-row | ON 1 = 1 | pg>=15
merge into users u using (select 'x' as name) s on 1 = 1 when matched then update set name = s.name
--# merge-by-source | every-row | everything that the source lacks | pg>=17
merge into users u using staged s on u.id = s.id when not matched by source then delete
--# merge-linked-delete | destructive | deletes what is linked | pg>=15
merge into users u using staged s on u.id = s.id when matched then delete
--# conflict-overwrite | breaking | overwrites rows that exist
insert into staged (id, name) select id, name from users on conflict (id) do update set name = excluded.name
--# conflict-overwrite-all | breaking | overwrites more than the listed rows' own columns
insert into users (id, email) select id, 'gone' from users on conflict (id) do update set email = excluded.email, name = null
--# delete-through-view | every-row | a view of all active users
delete from active_users
--# delete-through-own-view | every-row | a view that this change made
create view all_users as select * from users; delete from all_users
--# update-through-own-view | every-row | a view that this change made
create view all_users as select * from users; update all_users set name = null
--# delete-through-own-view-fresh-name | every-row | the view replaces a dropped scratch table
create table scratch (id int); drop table scratch; create view scratch as select * from users; delete from scratch
--# delete-parent | every-row | reaches the children, too
delete from parent
--# delete-partitioned | destructive | reaches every partition
delete from parts where day > '2000-01-01'
--# cascade-by-key | destructive | orders follow their user
delete from users where id = 1
--# update-all-children | every-row | reaches inherited tables
update parent set id = 0
--# insert-over-view-rule | every-row | a rule that this change adds
create rule quiet as on insert to logs do also delete from users; insert into logs (line) values ('x')
