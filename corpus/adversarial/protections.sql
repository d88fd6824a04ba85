--# view-past-policies | privileged | a view reads past the row security of its table
alter table orders enable row level security; create policy own on orders using (user_id = 1); create view every_order as select id from orders
--# view-owner-rights | privileged | security_invoker goes | pg>=15
create view orders_open with (security_invoker = true) as select id from orders; alter view orders_open reset (security_invoker)
--# policy-metadata | privileged | a policy trusts what users write
create policy admins on users using ((current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'role') = 'admin')
--# branch-database | opaque | the name of the database decides
do $$ begin if current_database() = 'production' then perform purge_users(1); end if; end $$
--# branch-server | opaque | the address of the server decides
do $$ begin if inet_server_addr() is not null then perform purge_users(1); end if; end $$
--# branch-clock | opaque | the date decides
do $$ begin if now() > date '2099-01-01' then perform purge_users(1); end if; end $$
--# swallow | breaking | no error is heard of | unproven: what it does not do cannot be seen
do $$ begin perform 1 / 0; exception when others then null; end $$
--# sequence-cycle | breaking | values come again | unproven: the next values tell
alter sequence ids maxvalue 200 cycle
--# autovacuum-off | breaking | nobody cleans up | unproven: time tells
alter table users set (autovacuum_enabled = off)
--# row-locks | breaking | every row | unproven: who waits is another session
select id from users for update
--# volatile-check | breaking | passes once | unproven: a later write tells
alter table users add constraint lucky check (random() >= 0) not valid
--# expand-contract | destructive | the old column goes with the new one
alter table orders add column remark text; alter table orders drop column note
--# dblink-text | every-row | by another session | run: no, it would reach a server
select dblink_exec('host=db', 'delete from users')
--# cron-text | every-row | at another time | run: no, it needs an extension
select cron.schedule('nightly', '0 3 * * *', 'delete from users')
--# published-truncate | every-row | subscribers follow
create publication feed for table secrets; truncate secrets
