--# copy-program-to | escaping | a program reads the rows | run: no, it would start a program
copy users to program 'cat > /dev/null'
--# copy-program-from | escaping | a program writes the rows | run: no, it would start a program
copy staged from program 'true'
--# copy-program-query | escaping | a query's rows | run: no, it would start a program
copy (select token from secrets) to program 'cat > /dev/null'
--# copy-program-dynamic | escaping | within EXECUTE | run: no, it would start a program
do $$ begin execute 'copy users to pro' || 'gram ' || quote_literal('true'); end $$
--# copy-file | escaping | to a file | run: no, it would write a file
copy users to '/tmp/users'
--# copy-file-from | escaping | from a file
copy logs (line) from '/etc/hostname'
--# read-file | escaping | reads a file
select pg_read_file('/etc/hostname')
--# read-binary-file | escaping | reads a file
select pg_read_binary_file('PG_VERSION')
--# list-directory | escaping | lists a directory
select pg_ls_dir('.')
--# list-logs | escaping | lists the logs
select * from pg_ls_waldir()
--# stat-file | escaping | looks at a file
select pg_stat_file('PG_VERSION')
--# read-file-catalog | escaping | pg_catalog.pg_read_file
select pg_catalog.pg_read_file('PG_VERSION')
--# read-file-where | escaping | in a condition
select 1 from staged where pg_read_file('PG_VERSION') like '1%'
--# read-file-default | escaping | in a default
create table t1 (version text default pg_read_file('PG_VERSION'))
--# read-file-function | escaping | in a function that is called
create function f() returns text language sql as $$ select pg_read_file('PG_VERSION') $$; select f()
--# read-file-dynamic | escaping | within EXECUTE
do $$ declare v text; begin execute 'select pg_read_file(''PG_VERSION'')' into v; end $$
--# read-file-lateral | escaping | LATERAL
select * from staged s, lateral pg_read_file('PG_VERSION') f
--# hba-rules | escaping | the access rules
select * from pg_hba_file_rules()
--# large-object-import | escaping | a file into a large object
select lo_import('/etc/hostname')
--# large-object-export | escaping | a large object into a file | run: no, it would write a file
select lo_export(1, '/tmp/x')
--# terminate | escaping | ends sessions
select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and false
--# cancel | escaping | cancels statements
select pg_cancel_backend(0)
--# reload | escaping | reloads the configuration
select pg_reload_conf()
--# rotate | escaping | rotates the log
select pg_rotate_logfile()
--# switch-wal | escaping | switches the log
select pg_switch_wal()
--# restore-point | escaping | a restore point
select pg_create_restore_point('x')
--# promote | escaping | promotes a standby | fails: 55000
select pg_promote(false)
--# sleep | escaping | waits
select pg_sleep(0)
--# sleep-for | escaping | waits
select pg_sleep_for('0 seconds')
--# notify | escaping | tells other sessions
select pg_notify('jobs', 'x')
--# notify-statement | escaping | NOTIFY
notify jobs, 'x'
--# listen | escaping | LISTEN
listen jobs
--# advisory-lock | escaping | a session lock
select pg_advisory_lock(1)
--# advisory-lock-try | escaping | another
select pg_try_advisory_lock(1, 2)
--# advisory-unlock | escaping | frees the migration tool's lock
select pg_advisory_unlock_all()
--# export-snapshot | escaping | another session sees the same
select pg_export_snapshot()
--# replication-slot | escaping | keeps the log for ever | fails: 55000
select pg_create_logical_replication_slot('s', 'pgoutput')
--# replication-slot-physical | escaping | keeps the log for ever
select pg_create_physical_replication_slot('s'); select pg_drop_replication_slot('s')
--# replication-message | escaping | writes a message into the log
select pg_logical_emit_message(false, 'a', 'b')
--# replication-origin | escaping | an origin
select pg_replication_origin_create('o'); select pg_replication_origin_drop('o')
--# publication | escaping | publishes every table
create publication p for all tables
--# subscription | escaping | reads another server | run: no, it would connect
create subscription s connection 'host=example.test' publication p
--# subscription-no-connect | escaping | not yet connected
create subscription s connection 'host=example.test' publication p with (connect = false)
--# extension | escaping | loads a library | run: no, it depends on the installation
create extension dblink
--# load | escaping | loads a library
load 'plpgsql'
--# language-c | escaping | a C function | fails: 58P01
create function f() returns int language c as '/tmp/x', 'f'
--# language-internal | escaping | an internal function
create function f(int, int) returns int language internal as 'int4pl'
--# foreign-server | escaping | another server | fails: 42704
create server other foreign data wrapper postgres_fdw
--# foreign-wrapper | escaping | a wrapper
create foreign data wrapper other
--# tablespace | escaping | a directory | run: no, it would write a directory
create tablespace other location '/tmp/other'
--# create-database | escaping | another database
create database sluice_case
--# checkpoint | escaping | CHECKPOINT
checkpoint
--# reset-statistics | escaping | forgets the statistics
select pg_stat_reset()
--# reset-shared-statistics | escaping | forgets shared statistics
select pg_stat_reset_shared('bgwriter')
--# current-logfile | escaping | where the log is
select pg_current_logfile()
--# log-memory | escaping | writes to the log
select pg_log_backend_memory_contexts(pg_backend_pid())
--# import-collations | escaping | collations of the system
select pg_import_system_collations('public')
--# large-object-create | opaque | a large object
select lo_from_bytea(0, 'x')
--# large-object-put | opaque | writes a large object
select lo_put(lo_create(0), 0, 'x')
--# nextval-burn | escaping | burns sequence values
select nextval('ids') from generate_series(1, 1000)
--# statistics-restore | escaping | wrong statistics | pg>=18
select pg_clear_relation_stats('public', 'users')
--# next-oid | escaping | catalogs by hand
select pg_catalog.pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')
--# copy-out | escaping | the rows leave | run: no, its rows go to the client
copy secrets to stdout
--# copy-out-query | escaping | a query's rows leave | run: no, its rows go to the client
copy (select token from secrets) to stdout
--# table-to-xml | escaping | the whole table as a document | or: 0A000
select table_to_xml('secrets', true, true, '')
--# database-to-xml | escaping | the whole database as a document | or: 0A000
select database_to_xml(true, true, '')
