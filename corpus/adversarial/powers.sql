--# member-set | privileged | with its rights, without SET | pg>=16 | unproven: memberships are compared before 16 only
grant app_owner to app with inherit true, set false
--# member-admin-true | privileged | may hand it on | pg>=16 | unproven: memberships may not be compared
grant app_owner to app with admin true
--# member-by-group | privileged | the old way to say it | unproven: memberships may not be compared
alter group app_owner add user app
--# member-dropped-by-group | privileged | the old way to say it | unproven: memberships may not be compared
grant app_owner to app; alter group app_owner drop user app
--# member-in-create | privileged | a new role has it at once | unproven: memberships may not be compared
create role sluice_case in role pg_write_all_data login
--# member-in-group | privileged | a new role has it at once | unproven: memberships may not be compared
create user sluice_case in group app_owner
--# members-of-new | privileged | an old role belongs to the new one | unproven: memberships may not be compared
create role sluice_case createrole role app admin reporting
--# maintain-role | privileged | vacuum, reindex, lock everything | pg>=17 | unproven: memberships may not be compared
grant pg_maintain to app
--# maintain-table | privileged | lock and cluster a table | pg>=17
grant maintain on table users to app
--# program-role | privileged | programs on the server | unproven: memberships may not be compared
grant pg_execute_server_program, pg_read_server_files to app granted by current_user
--# monitor-role | privileged | reads what others run | unproven: memberships may not be compared
grant pg_monitor to app with admin option
--# admin-option-revoked | privileged | cannot hand it on any more | unproven: memberships may not be compared
revoke admin option for app_owner from app
--# all-tables | privileged | every table of a schema
grant all privileges on all tables in schema public to app
--# columns | privileged | one column, to be handed on
grant update (role), select (email) on users to reporting with grant option
--# routines | privileged | every routine
grant execute on all routines in schema public to app
--# language | privileged | a language | unproven: not compared
grant usage on language plpgsql to app
--# wrapper | privileged | a wrapper and a server | unproven: not compared
grant usage on foreign data wrapper dummy to app; grant usage on foreign server far to app
--# parameter | privileged | a setting for superusers | pg>=15
grant set on parameter session_replication_role to app
--# parameter-system | privileged | a setting of the server | pg>=15
grant alter system on parameter archive_command, shared_preload_libraries to app
--# database-create | privileged | make schemas and extensions | unproven: not compared
grant create, temporary on database corpus to app
--# tablespace | privileged | a tablespace | unproven: not compared
grant create on tablespace pg_default to app
--# large-object | privileged | a large object | unproven: not compared
grant all on large object 4711 to public
--# type | privileged | nobody may use the type | unproven: not compared
revoke usage on type mood from public
--# sequence | privileged | read and set a sequence
grant usage, update on sequence ids to app with grant option
--# schema-to-group | privileged | the old word
grant all on schema app to group app
--# grant-option-revoked | privileged | cascades
grant select on staged to app with grant option; revoke grant option for select on staged from app cascade
--# revoke-from-public | privileged | functions are nobody's
revoke execute on function purge() from public
--# grant-in-schema-command | privileged | within CREATE SCHEMA
create schema s2 create table t (id int) grant select on t to app
--# grant-in-do | privileged | every table, found at run time
do $$ declare t regclass; begin for t in select oid from pg_class where relname = 'staged' loop execute format('grant all on %s to app', t); end loop; end $$
--# default-public | privileged | of everything that comes
alter default privileges grant all on tables to public
--# default-functions | privileged | of everything that a role makes
alter default privileges for role app_owner in schema app grant execute on functions to reporting with grant option
--# default-revoked | privileged | of everything that comes
alter default privileges revoke execute on routines from public
--# default-large-objects | privileged | of everything that comes | pg>=18
alter default privileges grant select on large objects to app
--# role-attributes | privileged | may make roles and databases | unproven: not compared by attribute
alter user app with createrole createdb encrypted password 'secret'
--# role-locked-out | privileged | cannot log in | unproven: not compared by attribute
alter role app nologin connection limit 0 valid until '2020-01-01'
--# role-renamed | breaking | another name; its md5 password goes | unproven: not compared by attribute
alter role app rename to app2
--# role-setting | privileged | each later session
alter role all set search_path = evil, public
--# role-database-setting | privileged | each later session of one database
alter role app in database corpus set role = app_owner
--# role-reset | privileged | its settings go | unproven: it has none
alter role app reset all
--# database-setting | privileged | no triggers for anybody
alter database corpus set session_replication_role = replica
--# database-owner | privileged | another owner | unproven: not compared
alter database corpus owner to app
--# database-connections | escaping | nobody can come in | run: no, it would end the test's database
alter database corpus with allow_connections false
--# database-limit | escaping | nobody can come in
alter database corpus connection limit 0
--# database-tablespace | escaping | every file moves | run: no, nobody may be connected
alter database corpus set tablespace pg_default
--# drop-role | privileged | a role goes | fails: 2BP01
drop role if exists reporting
--# reassigned | privileged | everything gets another owner
reassign owned by app_owner to app
--# reassigned-to-me | privileged | everything gets another owner
reassign owned by app_owner to session_user
--# rights-of-role-dropped | privileged | what a role may do goes
drop owned by reporting
--# schema-owner | privileged | another owner
alter schema app owner to app
--# view-owner | privileged | the view reads with other rights
alter view active_users owner to app_owner
--# materialized-owner | privileged | another owner
alter materialized view totals owner to app
--# function-owner | privileged | another owner
alter function purge() owner to app
--# routine-owner | privileged | another owner
alter routine purge_all owner to app
--# sequence-owner | privileged | another owner
alter sequence ids owner to app
--# type-owner | privileged | another owner | unproven: not compared
alter type mood owner to app
--# domain-owner | privileged | another owner | unproven: not compared
alter domain address owner to current_user
--# aggregate-owner | privileged | another owner
alter aggregate total_of (int) owner to app
--# collation-owner | privileged | another owner | unproven: not compared
alter collation plain owner to app
--# operator-owner | privileged | another owner | unproven: not compared
alter operator === (int, int) owner to app
--# publication-owner | privileged | another owner | unproven: not compared
alter publication outlet owner to app
--# event-trigger-owner | privileged | another owner | fails: 42501
alter event trigger watch owner to app
--# large-object-owner | privileged | another owner | unproven: not compared
alter large object 4711 owner to app
--# server-owner | privileged | another owner | unproven: not compared
alter server far owner to app
--# foreign-table-owner | privileged | another owner
alter foreign table ghost owner to app
--# tablespace-owner | privileged | another owner | unproven: not compared
alter tablespace pg_default owner to app
--# tables-of-tablespace | escaping | every table moves
alter table all in tablespace pg_default owned by app_owner set tablespace pg_default
--# row-security-off-among | privileged | between other actions
alter table users add column extra int, disable row level security
--# row-security-no-force | privileged | the owner reads all
alter table secrets no force row level security
--# policy-true | privileged | everybody reads all
alter policy tenant on users using (true) with check (true)
--# policy-self | privileged | a condition that always holds
alter policy tenant on users using (tenant = tenant or tenant is null)
--# policy-to | privileged | other roles | unproven: the roles of a policy are not compared
alter policy tenant on users to app_owner
--# policy-new-true | privileged | one more policy opens it
create policy open on users as permissive for all to public using (1 = 1)
--# policy-null-setting | privileged | who sets nothing reads all
create policy open on users for select using (current_setting('app.tenant', true) is null)
--# policy-dropped | privileged | nobody reads, or all
drop policy if exists tenant on users
--# policy-renamed | breaking | its name goes
alter policy tenant on users rename to tenants
--# view-invoker-off | privileged | a view reads past the policies | pg>=15
alter view active_users set (security_invoker = false)
--# view-barrier-reset | privileged | functions see rows that they should not | unproven: it is set first
alter view active_users set (security_barrier); alter view active_users reset (security_barrier)
--# bypass | privileged | reads past all policies | unproven: not compared by attribute
alter role app with bypassrls replication
--# role-taken | privileged | as somebody else
set local role app_owner
--# session-taken | privileged | as somebody else
set session session authorization app_owner
--# role-by-function | privileged | as somebody else
select set_config('role', 'app_owner', false)
--# role-by-joined-name | privileged | the name of the setting is put together
select set_config('ro' || lower('LE'), 'app_owner', false)
--# role-from-rows | privileged | the name of the setting is a row
select set_config(n, 'app_owner', false) from (values ('role')) v (n)
--# setting-through-view | privileged | pg_settings sets what is updated
update pg_settings set setting = 'off' where name = 'row_security'
--# setting-through-view-all | privileged | every setting of one kind
update pg_catalog.pg_settings set setting = 'replica' where name like 'session_repl%'
--# definer | privileged | a function with its owner's rights
create function f() returns int language sql security definer as 'select 1'
--# definer-later | privileged | made so afterwards
alter function guarded() security definer
--# definer-external | privileged | the longer word
alter function guarded() external security definer
--# definer-procedure | privileged | a procedure
alter procedure purge_all() security definer
--# definer-routine | privileged | a routine
alter routine purge() security definer
--# function-reset | privileged | its search path goes
alter function guarded() reset all
--# function-reset-one | privileged | its search path goes
alter function guarded() reset search_path
--# function-role | privileged | runs without row security
alter function guarded() set row_security to off
--# function-path | privileged | another search path
alter function guarded() set search_path to evil, public
--# function-leakproof | breaking | promises what nobody checks | unproven: the promise is not compared
alter function guarded() leakproof
--# trigger-off | privileged | one trigger
alter table users disable trigger users_touch
--# triggers-off | privileged | all of them, with foreign keys | unproven: they are internal
alter table only orders disable trigger all
--# trigger-replica | privileged | sounds like more, is less
alter table users enable replica trigger users_touch
--# event-trigger-off | privileged | a watch sleeps
alter event trigger watch disable
--# event-trigger-replica | privileged | a watch sleeps
alter event trigger watch enable replica
--# instead-nothing | privileged | what is logged goes nowhere
create rule quiet as on insert to logs do instead nothing
--# trigger-swallows | privileged | a trigger that returns nothing
create function f() returns trigger language plpgsql as 'begin return null; end'; create trigger swallow before insert or delete on users for each row execute function f()
--# label | privileged | a mask goes | fails: 22023
security label for anon on column users.email is null
--# publish-all | escaping | everything to whoever subscribes
create publication p for all tables
--# publish-schema | escaping | everything of a schema | pg>=15
create publication p for tables in schema public
--# publish-more | escaping | one table more
alter publication outlet add table secrets
--# publish-set | escaping | other tables
alter publication outlet set table users, secrets
--# subscribe | escaping | rows come from another server
create subscription s connection 'host=192.0.2.1 dbname=x password=y' publication p with (connect = false, enabled = false, create_slot = false, slot_name = none)
--# subscribe-owner | escaping | rows come with the owner's rights | pg>=16
create subscription s connection 'host=192.0.2.1 dbname=x' publication p with (connect = false, slot_name = none, password_required = false, run_as_owner = true)
--# setting-quoted | privileged | in quotes and capitals
set "Session_Replication_Role" to 'replica'
--# setting-schema | privileged | SET SCHEMA is the search path
set schema 'evil'
--# setting-characteristics | privileged | every later transaction only reads
set session characteristics as transaction read only
--# setting-event-triggers | privileged | no watches | pg>=17
set event_triggers = false
--# setting-self-grant | privileged | what a new role gets | pg>=16
set createrole_self_grant = 'set, inherit'
--# setting-null-equals | privileged | = NULL means IS NULL
set transform_null_equals = on
--# setting-dates | privileged | the first of February is the second of January
set datestyle = 'sql, mdy'
--# setting-large-objects | privileged | everybody reads large objects
set lo_compat_privileges = on
--# setting-mods | privileged | the catalog can be changed
set local allow_system_table_mods = true
--# setting-damaged | privileged | pages are emptied
set zero_damaged_pages = on
--# setting-checksum | privileged | errors of the disk pass
set ignore_checksum_failure = on
--# setting-passwords | privileged | weak passwords from now on | or: 22023
set password_encryption = 'md5'
--# setting-log | privileged | nothing is logged
set log_statement = 'none'
--# setting-log-level | privileged | nothing is logged
set log_min_messages to panic
--# setting-log-sample | privileged | nothing is logged
set log_min_duration_statement = -1; set log_duration = off; set log_min_error_statement = panic
--# setting-checks | privileged | bodies are not read
set check_function_bodies = off
--# setting-commit | privileged | a crash loses what was said to be done
set synchronous_commit = off
--# setting-table-method | privileged | tables of another kind
set default_tablespace = 'pg_default'
--# setting-reset-role | privileged | back to somebody else | unproven: it was nobody else
set role app; reset role
--# setting-from-body | privileged | in a body
do $$ begin set session_replication_role = replica; end $$
--# setting-perform | privileged | in a body, by a function
do $$ begin perform pg_catalog.set_config(concat_ws('_', 'row', 'security'), 'off', false); end $$
--# setting-where | privileged | in a condition
select 1 where set_config('row_security', 'off', false) = 'off'
--# setting-insert | privileged | in a row that is inserted
insert into logs (line) values (set_config('role', 'app_owner', false))
--# setting-prepared | privileged | with an argument
prepare p (text) as select set_config($1, 'app_owner', false); execute p ('role')
--# discard | privileged | everything that the runner set goes | unproven: what goes is not shown
discard all
