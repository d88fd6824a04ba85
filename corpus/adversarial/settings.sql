--# set-parse | privileged | strings are read otherwise
set standard_conforming_strings = off
--# set-parse-local | privileged | SET LOCAL
set local standard_conforming_strings = off
--# set-parse-config | privileged | set_config()
select set_config('standard_conforming_strings', 'off', false)
--# set-parse-config-folded | privileged | a folded name
select set_config('standard_' || 'conforming_strings', 'off', false)
--# set-parse-config-reverse | privileged | a reversed name
select set_config(reverse('sgnirts_gnimrofnoc_dradnats'), 'off', false)
--# set-parse-config-upper | privileged | in capitals
select set_config('STANDARD_CONFORMING_STRINGS', 'off', false)
--# set-parse-role | privileged | ALTER ROLE SET
alter role app set standard_conforming_strings = off
--# set-parse-database | privileged | ALTER DATABASE SET | run: no, its database has another name
alter database postgres set backslash_quote = on
--# set-parse-function | privileged | CREATE FUNCTION SET
create function f() returns int language sql set standard_conforming_strings = off as 'select 1'
--# set-parse-function-altered | privileged | ALTER FUNCTION SET
alter function purge() set standard_conforming_strings = off
--# set-encoding | privileged | another encoding
set client_encoding = 'LATIN1'
--# set-names | privileged | SET NAMES
set names 'LATIN1'
--# set-backslash | privileged | backslash_quote
set backslash_quote = on
--# set-escape-warning | privileged | escape_string_warning
set escape_string_warning = off
--# set-replica | privileged | triggers and foreign keys off
set session_replication_role = replica
--# set-replica-config | privileged | by set_config()
select set_config('session_replication_role', 'replica', true)
--# set-replica-from | privileged | by set_config() in FROM
select * from set_config('session_replication_role', 'replica', true)
--# set-replica-do | privileged | within DO
do $$ begin set session_replication_role = replica; end $$
--# set-replica-perform | privileged | within PERFORM
do $$ begin perform set_config('session_' || 'replication_role', 'replica', false); end $$
--# set-replica-dynamic | privileged | within EXECUTE
do $$ begin execute 'set session_replication_role = ' || quote_literal('replica'); end $$
--# set-replica-function | privileged | CREATE FUNCTION SET
create function f() returns int language sql set session_replication_role = replica as 'select 1'
--# set-replica-function-second | privileged | the second SET of a function
create function f() returns int language sql set search_path = public set session_replication_role = replica as 'select 1'
--# set-replica-function-altered | privileged | ALTER FUNCTION SET
alter function purge() set session_replication_role = replica
--# set-replica-procedure-altered | privileged | ALTER PROCEDURE SET
alter procedure purge_all() set session_replication_role = replica
--# set-replica-role | privileged | ALTER ROLE SET
alter role app set session_replication_role = replica
--# set-replica-all-roles | privileged | ALTER ROLE ALL SET
alter role all set statement_timeout = 0
--# set-row-security | privileged | row_security
set row_security = off
--# set-role | privileged | SET ROLE
set role app_owner
--# set-role-config | privileged | role by set_config()
select set_config('role', 'app_owner', false)
--# set-authorization | privileged | SET SESSION AUTHORIZATION
set session authorization app
--# set-search-path | privileged | other objects behind the names
set search_path = app, public
--# set-search-path-config | privileged | by set_config()
select set_config('search_path', 'app', false)
--# set-search-path-database | privileged | for a role
alter role app set search_path = app
--# set-catalog-mods | privileged | allow_system_table_mods
set allow_system_table_mods = on
--# set-zero-damaged | privileged | damaged pages become empty
set zero_damaged_pages = on
--# set-ignore-indexes | privileged | system indexes ignored | fails: 55P02
set ignore_system_indexes = on
--# set-commit | privileged | commits may be lost
set synchronous_commit = off
--# set-timeout-none | privileged | no statement timeout
set statement_timeout = 0
--# set-lock-timeout-none | privileged | no lock timeout
set lock_timeout = '0ms'
--# set-logging | privileged | nothing is logged
set log_statement = none
--# set-logging-duration | privileged | nothing is logged
set log_min_duration_statement = -1
--# set-function-bodies | privileged | bodies are not checked
set check_function_bodies = off
--# set-tablespace | privileged | tables go elsewhere
set default_tablespace = pg_default
--# set-lo-compat | privileged | large objects without privileges
set lo_compat_privileges = on
--# set-plpgsql | privileged | names bind otherwise in PL/pgSQL
set plpgsql.variable_conflict = use_column
--# set-preload | privileged | libraries are loaded
set local_preload_libraries = ''
--# set-computed-name | privileged | nobody knows which setting
select set_config((select name from pg_settings where name like 'session_repl%'), 'replica', true)
--# reset-all | privileged | RESET ALL
reset all
--# discard-all | privileged | DISCARD ALL
discard all
--# set-transaction-read-only | privileged | nothing can be written any more
set transaction_read_only = on
--# set-session-characteristics | privileged | for the whole session
set session characteristics as transaction isolation level serializable
--# set-settings-view | privileged | UPDATE pg_settings
update pg_settings set setting = 'replica' where name = 'session_replication_role'
--# set-constraints-body | privileged | constraints are deferred in a body | unproven: it leaves no trace
do $$ begin set constraints all deferred; end $$
--# set-system | privileged | ALTER SYSTEM
alter system set log_statement = 'none'
--# set-system-reset | privileged | ALTER SYSTEM RESET ALL | unproven: there is nothing to reset
alter system reset all
