/**
 * Ways out of a shadow, as hostile SQL would try them. `{canary}` is a path that anybody may write. `stops`
 * is the SQLSTATE of the last statement, or `contained` where the server lets it run and it must still
 * reach nothing: no file, no program, no other database, no other session.
 */
export type Escape = {
  readonly name: string;
  readonly statements: readonly string[];
  readonly stops: string;
};

const denied = '42501';

function one(name: string, statement: string, stops: string = denied): Escape {
  return { name, statements: [statement], stops };
}

const inDo = (code: string): string => `do $do$ begin ${code} end $do$`;

const files: readonly Escape[] = [
  one('copies to a program', "copy (select 1) to program 'touch {canary}'"),
  one('copies from a program', "copy notes from program 'touch {canary}'"),
  one('copies to a file', "copy (select 1) to '{canary}'"),
  one('copies from a file', "copy notes from '/etc/passwd'"),
  one('copies to a program in a DO block', inDo("copy notes to program 'touch {canary}';")),
  one(
    'copies by dynamic SQL',
    inDo("execute chr(99) || 'opy notes to ''{canary}''';"),
  ),
  one('reads a file', "select pg_read_file('/etc/passwd')"),
  one('reads a binary file', "select pg_read_binary_file('/etc/passwd')"),
  one('lists a directory', "select pg_ls_dir('/')"),
  one('looks at a file', "select pg_stat_file('/etc/passwd')"),
  one('lists the log directory', 'select * from pg_ls_logdir()'),
  one('lists temporary files', 'select * from pg_ls_tmpdir()'),
  one('lists the WAL', 'select * from pg_ls_waldir()'),
  one('imports a large object', "select lo_import('/etc/passwd')"),
  {
    name: 'exports a large object',
    statements: [
      "do $do$ begin perform lo_from_bytea(4711, 'x'); end $do$",
      "select lo_export(4711, '{canary}')",
    ],
    stops: denied,
  },
  one('reads the server configuration', "select pg_read_file('postgresql.conf')"),
  one('reads pg_hba.conf', 'select * from pg_hba_file_rules'),
  one('reads the settings files', 'select * from pg_file_settings'),
  one('reads passwords', 'select rolpassword from pg_authid'),
  one('reads shadow passwords', 'select passwd from pg_shadow'),
  one('turns the log file over', 'select pg_rotate_logfile()'),
  one('promotes the server', 'select pg_promote()'),
];

const code: readonly Escape[] = [
  one('makes a function in C', "create function f() returns int language c as '/lib/x', 'system'"),
  one('makes an internal function', "create function f() returns int language internal as 'x'"),
  one('loads a library', "load 'plpgsql'"),
  one('loads a library by its path', "load '/lib/x86_64-linux-gnu/libc.so.6'", '42501'),
  one('makes an untrusted language', 'create language plpython3u', 'contained'),
  one('makes plperlu', 'create extension plperlu', 'contained'),
  one('makes plpython3u', 'create extension plpython3u', 'contained'),
  one('makes pltclu', 'create extension pltclu', 'contained'),
  one('makes dblink', 'create extension dblink', 'contained'),
  one('makes postgres_fdw', 'create extension postgres_fdw', 'contained'),
  one('makes file_fdw', 'create extension file_fdw', 'contained'),
  one('makes adminpack', 'create extension adminpack', 'contained'),
  one('makes pg_stat_statements', 'create extension pg_stat_statements', 'contained'),
  one('makes pageinspect', 'create extension pageinspect', 'contained'),
  one('makes a foreign data wrapper', 'create foreign data wrapper w'),
  one('makes an operator class', 'create operator class c for type int using btree as storage int'),
  one(
    'makes an access method',
    'create access method m type table handler heap_tableam_handler',
  ),
  one('makes a cast by a binary function', 'create cast (text as int) without function'),
  one('makes a text search template', 'create text search template t (lexize = dsimple_lexize)'),
  one(
    'makes a base type of C functions',
    'create type shell_type; ',
    'contained',
  ),
  one('makes a transform', 'create transform for int language plpgsql (from sql with function f(internal))', 'contained'),
];

const roles: readonly Escape[] = [
  one('makes a role', 'create role intruder superuser login'),
  one('makes itself a superuser', 'alter role current_user superuser'),
  one('lets itself create roles', 'alter role current_user createrole'),
  one('lets itself bypass row security', 'alter role current_user bypassrls'),
  one('lets itself replicate', 'alter role current_user replication'),
  one('takes more connections', 'alter role current_user connection limit 100'),
  one('becomes a superuser', 'set role postgres', 'contained'),
  one('becomes the observer by name', "do $do$ declare r text; begin select rolname into r from pg_roles where rolsuper order by 1 desc limit 1; execute format('set role %I', r); end $do$"),
  one('changes its session authorization', "do $do$ declare r text; begin select rolname into r from pg_roles where rolsuper limit 1; execute format('set session authorization %I', r); end $do$"),
  { name: 'resets its role', statements: ['reset role', "copy (select 1) to program 'touch {canary}'"], stops: denied },
  { name: 'sets no role', statements: ['set role none', "copy (select 1) to program 'touch {canary}'"], stops: denied },
  { name: 'resets its session authorization', statements: ['reset session authorization', "copy (select 1) to '{canary}'"], stops: denied },
  one('becomes a monitor', 'grant pg_monitor to current_user', 'contained'),
  one('may execute programs', 'grant pg_execute_server_program to current_user', 'contained'),
  one('may write files', 'grant pg_write_server_files to current_user', 'contained'),
  one('reads all data', 'set role pg_read_all_data'),
  one('takes another role’s things', 'reassign owned by pg_database_owner to current_user', 'contained'),
  one('drops what a superuser owns', 'drop owned by pg_monitor'),
  one('changes default privileges of others', 'alter default privileges for role pg_monitor grant all on tables to public'),
];

const server: readonly Escape[] = [
  one('changes a setting of the server', "alter system set archive_command = 'touch {canary}'"),
  one('reloads the configuration', 'select pg_reload_conf()'),
  one('raises its limit of temporary files', 'set temp_file_limit = -1'),
  one('acts as a replica', 'set session_replication_role = replica'),
  one('hides from the counters', 'set track_counts = off'),
  one('hides from the statement log', "set log_statement = 'none'"),
  one('may change system tables', 'set allow_system_table_mods = on'),
  one('preloads a library', "set session_preload_libraries = 'x'"),
  one('searches for libraries elsewhere', "set dynamic_library_path = '/tmp'"),
  one('ends other sessions', 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usesysid <> (select oid from pg_roles where rolname = session_user)'),
  one('cancels the observer', 'select pg_cancel_backend(pid) from pg_stat_activity where usesysid <> (select oid from pg_roles where rolname = session_user)'),
  one('switches the WAL', 'select pg_switch_wal()'),
  one('names a restore point', "select pg_create_restore_point('x')"),
  one('begins a backup', "select pg_backup_start('x')", 'contained'),
  one('makes a replication slot', "select pg_create_physical_replication_slot('x')", 'contained'),
  one('makes a logical slot', "select pg_create_logical_replication_slot('x', 'test_decoding')", 'contained'),
  one('makes a replication origin', "select pg_replication_origin_create('x')"),
  one('resets statistics', 'select pg_stat_reset()'),
  one('resets shared statistics', "select pg_stat_reset_shared('bgwriter')"),
  one('takes a checkpoint', 'checkpoint'),
  one('makes a tablespace', "create tablespace t location '/tmp'"),
  one('makes an event trigger', 'create event trigger t on ddl_command_start execute function f()'),
  one('publishes all tables', 'create publication p for all tables'),
  one('subscribes', "create subscription s connection 'host=127.0.0.1' publication p", 'contained'),
  one('prepares a transaction', "prepare transaction 'x'", 'contained'),
];

const others: readonly Escape[] = [
  one('makes a database', 'create database other'),
  one('drops a template', 'drop database template1', 'contained'),
  one('drops the frozen template', 'drop database template0', 'contained'),
  one('opens the frozen template', 'alter database template0 allow_connections true', 'contained'),
  one('sets a parameter for another database', "alter database template1 set search_path = evil", 'contained'),
  one('takes another database', 'alter database template1 owner to current_user', 'contained'),
  one('renames its database', "do $do$ begin execute format('alter database %I rename to gone', current_database()); end $do$"),
  one('drops its database', "do $do$ begin execute format('drop database %I', current_database()); end $do$", 'contained'),
  one('sets a parameter for every session of its database', "do $do$ begin execute format('alter database %I set search_path = evil', current_database()); end $do$"),
  one('updates the catalog', 'update pg_catalog.pg_authid set rolsuper = true'),
  one('deletes from the catalog', 'delete from pg_catalog.pg_proc'),
  one('drops the catalog', 'drop schema pg_catalog cascade'),
  one('makes a table in the catalog', 'create table pg_catalog.planted (x int)'),
  one('replaces a built-in function', "create or replace function pg_catalog.now() returns timestamptz language sql as 'select null::timestamptz'"),
  one('writes into the information schema', 'create view information_schema.planted as select 1'),
  one('vacuums what is not its own', 'vacuum pg_catalog.pg_class', 'contained'),
  one('reindexes the system', 'reindex system', 'contained'),
];

const resources: readonly Escape[] = [
  one('sleeps for ever', 'select pg_sleep(1e9)', 'contained'),
  one('loops for ever', inDo('loop end loop;'), 'contained'),
  {
    name: 'swallows the cancellation',
    statements: [inDo('loop begin perform pg_sleep(1e6); exception when query_canceled then null; end; end loop;')],
    stops: 'contained',
  },
  { name: 'switches its limits off', statements: ['set statement_timeout = 0', 'set lock_timeout = 0', 'set idle_in_transaction_session_timeout = 0', 'select pg_sleep(1e9)'], stops: 'contained' },
  one('spills to disk', 'select count(*) from (select repeat(md5(i::text), 200) from generate_series(1, 1e9::bigint) i order by 1) x', 'contained'),
  one('recurses for ever', 'with recursive r as (select 1 as n union all select n + 1 from r) select count(*) from r', 'contained'),
  { name: 'calls itself', statements: ['create function deep() returns void language plpgsql as $f$ begin perform deep(); end $f$', 'select deep()'], stops: 'contained' },
  one('asks for two terabytes', "do $do$ begin perform set_config('work_mem', '2147483647', false); perform repeat('x', 1073741823); end $do$", 'contained'),
  { name: 'waits for a lock that the observer wants', statements: ['select pg_advisory_lock(1)', 'lock table notes in access exclusive mode', 'select pg_sleep(1e9)'], stops: 'contained' },
];

export const escapes: readonly Escape[] = [
  ...files,
  ...code,
  ...roles,
  ...server,
  ...others,
  ...resources,
];
