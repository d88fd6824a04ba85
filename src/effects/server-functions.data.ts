import type { EffectOf } from '../domain/effect.ts';

type How = EffectOf<'accesses-server'>['how'];

export type ServerFunction = {
  /** The whole name, or its beginning when it ends with an asterisk. */
  readonly name: string;
  readonly how: How;
};

const group = (how: How, names: string): readonly ServerFunction[] =>
  names.split(/\s+/).filter((name) => name !== '').map((name) => ({ name, how }));

/** Built-in and extension functions that reach beyond the rows of the database. */
export const serverFunctions: readonly ServerFunction[] = [
  ...group('file', `pg_read_file pg_read_binary_file pg_ls_* pg_stat_file lo_import lo_export
    pg_file_* pg_current_logfile pg_hba_file_rules pg_ident_file_mappings pg_show_all_file_settings`),
  ...group('network', `dblink dblink_* aws_s3.* aws_lambda.* net.* http_* http http_get http_post
    run_command_on_*`),
  ...group('configuration', `set_config pg_reload_conf pg_rotate_logfile pg_import_system_collations
    cron.* partman.* pg_nextoid pg_stop_making_pinned_objects binary_upgrade_*
    pg_extension_config_dump`),
  ...group('session', `pg_terminate_backend pg_cancel_backend pg_notify pg_sleep* pg_advisory_*
    pg_try_advisory_* pg_export_snapshot pg_log_backend_memory_contexts pg_stat_reset*
    pg_stat_statements_reset pg_stat_clear_* pg_clear_* pg_restore_*`),
  ...group('replication', `pg_promote pg_wal_replay_* pg_switch_wal pg_create_restore_point
    pg_backup_* pg_start_backup pg_stop_backup pg_create_*_slot pg_drop_replication_slot
    pg_create_physical_replication_slot pg_create_logical_replication_slot
    pg_copy_physical_replication_slot pg_copy_logical_replication_slot
    pg_replication_slot_advance pg_logical_slot_* pg_logical_emit_message
    pg_replication_origin_* pg_sync_replication_slots pg_log_standby_snapshot`),
];

const names = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((name) => name !== ''));

/** Functions that execute SQL text handed to them. */
export const textExecutors = names(`query_to_xml query_to_xmlschema query_to_xml_and_xmlschema
  cursor_to_xml cursor_to_xmlschema ts_stat ts_rewrite crosstab crosstab2
  crosstab3 crosstab4 crosstabn connectby xpath_table dblink dblink_exec dblink_send_query
  dblink_open cron.schedule cron.schedule_in_database cron.alter_job run_command_on_workers
  run_command_on_all_nodes`);

/** Functions that make one document of a whole table, schema or database. */
export const exporters = names(`table_to_xml table_to_xml_and_xmlschema schema_to_xml
  schema_to_xml_and_xmlschema database_to_xml database_to_xml_and_xmlschema cursor_to_xml`);

/** Built-in functions with side effects inside the database that are not known to be harmless. */
export const sideEffects = names(`setval lo_create lo_creat lo_open lo_close lo_put lo_from_bytea
  lo_truncate lo_truncate64 lowrite loread lo_get brin_summarize_new_values
  brin_summarize_range brin_desummarize_range gin_clean_pending_list heap_force_kill
  heap_force_freeze pg_truncate_visibility_map pg_buffercache_evict
  pg_buffercache_evict_relation pg_buffercache_evict_all
  pg_set_relation_stats pg_set_attribute_stats`);

/**
 * Volatile built-in functions that change nothing but what they return. One that a newer major brings
 * is not known to be harmless until it stands here.
 */
export const harmlessVolatile = names(`random random_normal setseed gen_random_uuid uuidv4 uuidv7
  clock_timestamp timeofday currval lastval nextval timezone array_sample array_shuffle
  current_query txid_status pg_xact_status pg_is_in_recovery pg_is_in_backup pg_is_wal_replay_paused
  pg_jit_available pg_partition_ancestors pg_partition_tree pg_blocking_pids
  pg_safe_snapshot_blocking_pids pg_isolation_test_session_is_blocked pg_lock_status
  pg_notification_queue_usage pg_prepared_xact pg_prepared_statement pg_cursor
  pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size
  pg_total_relation_size pg_sequence_last_value pg_get_sequence_data pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names
  pg_last_committed_xact pg_xact_commit_timestamp pg_xact_commit_timestamp_origin
  pg_current_wal_lsn pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_last_wal_receive_lsn
  pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_collation_actual_version
  pg_database_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
  pg_control_system pg_get_multixact_members pg_get_wait_events bernoulli system amvalidate
  suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column
  txid_current_if_assigned unique_key_recheck`);
