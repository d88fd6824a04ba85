--# grant-public | privileged | to everybody
grant select on users to public
--# grant-all-public | privileged | ALL to everybody
grant all on all tables in schema public to public
--# grant-role | privileged | membership
grant app_owner to app
--# grant-admin | privileged | membership WITH ADMIN OPTION
grant app_owner to app with admin option
--# grant-option | privileged | WITH GRANT OPTION
grant select on users to app with grant option
--# grant-predefined | privileged | pg_read_all_data
grant pg_read_all_data to app
--# grant-program | privileged | pg_execute_server_program
grant pg_execute_server_program to app
--# grant-files | privileged | pg_write_server_files
grant pg_write_server_files to app
--# grant-column | privileged | a column
grant select (token) on secrets to app
--# grant-schema | privileged | CREATE in a schema
grant create on schema public to app
--# grant-database | privileged | CREATE in the database | run: no, its database has another name
grant create on database postgres to app
--# grant-function | privileged | EXECUTE
grant execute on function purge() to app
--# grant-parameter | privileged | SET of a setting | pg>=15
grant set on parameter session_replication_role to app
--# grant-do | privileged | within DO
do $$ begin grant all on users to app; end $$
--# grant-dynamic | privileged | within EXECUTE
do $$ begin execute format('grant all on %I to %I', 'users', 'app'); end $$
--# grant-cte-function | privileged | within a function that is called
create function power() returns void language sql as 'grant all on users to public'; select power()
--# revoke | privileged | takes away what somebody needs
grant select on secrets to reporting; revoke select on secrets from reporting; revoke all on users from public; revoke execute on function purge() from public
--# default-privileges | privileged | tables to come
alter default privileges grant select on tables to public
--# default-privileges-role | privileged | for another role
alter default privileges for role app_owner grant all on tables to app
--# role-superuser | privileged | SUPERUSER
alter role app superuser
--# role-create-superuser | privileged | a new superuser
create role sluice_case superuser
--# role-user-superuser | privileged | CREATE USER
create user sluice_case superuser password 'x'
--# role-bypass | privileged | BYPASSRLS
alter role app bypassrls
--# role-replication | privileged | REPLICATION
alter role app replication
--# role-createrole | privileged | CREATEROLE
alter role app createrole createdb
--# role-password | privileged | a password
alter role app password 'secret'
--# role-login | privileged | LOGIN
alter role app_owner login
--# role-in-role | privileged | IN ROLE
create role sluice_case in role app_owner
--# role-group | privileged | ALTER GROUP
alter group app_owner add user app
--# role-valid | privileged | VALID UNTIL
alter role app valid until 'infinity' connection limit -1
--# role-dynamic | privileged | SUPERUSER within EXECUTE
do $$ begin execute 'alter role app ' || reverse('resurepus'); end $$
--# owner-table | privileged | a table's owner
alter table users owner to app
--# owner-schema | privileged | a schema's owner
alter schema public owner to app
--# owner-function | privileged | a function's owner
alter function purge() owner to app
--# owner-view | privileged | a view's owner
alter view active_users owner to app
--# owner-sequence | privileged | a sequence's owner
alter sequence ids owner to app
--# reassign-owned | privileged | everything of a role
create table mine (id int); alter table mine owner to app_owner; reassign owned by app_owner to app
--# security-definer | privileged | a function runs with its owner's rights
create function power() returns void language sql security definer as 'select 1'
--# security-definer-alter | privileged | an old function, too
alter function purge() security definer
--# security-definer-path | privileged | without a search path of its own
create function power() returns int language sql security definer as 'select count(*)::int from users'
--# function-reset-all | privileged | the function's search path goes
alter function guarded() reset all
--# row-security-off | privileged | row security off
alter table users disable row level security
--# row-security-no-force | privileged | the owner bypasses it
alter table secrets no force row level security
--# row-security-many | privileged | one of many commands
alter table users add column n int, disable row level security
--# policy-true | privileged | a policy that lets everything pass
create policy everybody on users using (true)
--# policy-tautology | privileged | a policy that is always true
create policy everybody on users using (1 = 1)
--# policy-same-column | privileged | a policy that is true for every row
create policy everybody on users using (id = id)
--# policy-check-true | privileged | WITH CHECK (true)
create policy everybody on users for insert with check (true)
--# policy-altered | privileged | a policy is opened
alter policy tenant on users using (true)
--# policy-dropped | privileged | a policy goes
drop policy tenant on users
--# trigger-disabled | privileged | one trigger
alter table users disable trigger users_touch
--# trigger-all-disabled | privileged | every trigger
alter table users disable trigger all
--# trigger-user-disabled | privileged | every trigger of users
alter table users disable trigger user
--# trigger-replica | privileged | ENABLE REPLICA disables it
alter table users enable replica trigger users_touch
--# trigger-dropped | privileged | the trigger goes
drop trigger users_touch on users
--# rule-nothing | privileged | writes are swallowed
create rule quiet as on insert to logs do instead nothing
--# event-trigger | privileged | an event trigger goes off from then on
create function look_on() returns event_trigger language plpgsql as 'begin end'; create event trigger e on ddl_command_end execute function look_on()
--# security-label | privileged | a masking rule goes | fails: 22023
security label on column users.email is null
--# view-definer | privileged | a view shows what its reader may not see
create view everything as select * from secrets; grant select on everything to public
--# system-catalog | privileged | pg_authid by hand
update pg_authid set rolsuper = true where rolname = 'app'
--# system-catalog-acl | privileged | an access list by hand
update pg_class set relacl = null where relname = 'secrets'
--# system-catalog-cte | privileged | in a CTE
with x as (update pg_catalog.pg_authid set rolbypassrls = true where rolname = 'app' returning 1) select 1
--# foreign-user-mapping | escaping | a password for another server | fails: 42704
create user mapping for public server other options (user 'x', password 'y')
--# copies-secrets | privileged | secrets are copied to a table that everybody reads
create table public_secrets as select * from secrets; grant select on public_secrets to public
