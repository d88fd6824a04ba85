import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { effectsOf } from './effects.ts';

/** Calls that do more than return something, whoever brought the function, and what is said of each. */
const calls: readonly (readonly [rule: string, calls: readonly string[]])[] = [
  [
    'server-access',
    [
      "dblink('c', 'select 1')",
      "dblink_exec('c', 'select 1')",
      "dblink_connect('c', 'host=x')",
      "dblink_send_query('c', 'select 1')",
      "cron.schedule('* * * * *', 'select 1')",
      "cron.schedule_in_database('j', '* * * * *', 'select 1', 'd')",
      "cron.alter_job(1, null, 'select 1')",
      "cron.unschedule('j')",
      "run_command_on_workers('select 1')",
      "run_command_on_shards('t', 'select 1')",
      "run_command_on_placements('t', 'select 1')",
      "run_command_on_all_nodes('select 1')",
      'partman.run_maintenance()',
      "aws_s3.query_export_to_s3('select 1', 'b')",
      "aws_s3.table_import_from_s3('t', '', '', 'b')",
      "aws_lambda.invoke('f', '{}')",
      "net.http_get('http://x')",
      "net.http_post('http://x')",
      "http_get('http://x')",
      "http_post('http://x', '', '')",
      "pg_read_file('x')",
      "pg_read_binary_file('x')",
      "pg_ls_dir('/')",
      "lo_import('/x')",
      "lo_export(1, '/x')",
      'pg_reload_conf()',
      'pg_terminate_backend(1)',
      'pg_cancel_backend(1)',
      'pg_sleep(1)',
      'pg_advisory_lock(1)',
      'pg_advisory_unlock_all()',
      "pg_notify('c', 'x')",
      'pg_switch_wal()',
      "pg_drop_replication_slot('s')",
      "pg_logical_emit_message(true, 'a', 'b')",
      'pg_stat_reset()',
      'pg_promote()',
    ],
  ],
  [
    'unknown-function-call',
    [
      "drop_chunks('t', interval '1 day')",
      "create_hypertable('t', 'at')",
      "compress_chunk('c')",
      "add_retention_policy('t', interval '1 day')",
      "add_job('f', '1h')",
      "create_distributed_table('t', 'id')",
      "undistribute_table('t')",
      "citus_drain_node('n', 1)",
      "topology.droptopology('t')",
      "dropgeometrytable('t')",
      "dropgeometrycolumn('t', 'c')",
      "pgmq.purge_queue('q')",
      "vault.create_secret('s')",
      "lo_put(1, 0, 'x')",
      'lo_truncate(1, 0)',
      "setval('s', 1)",
      "brin_summarize_new_values('i')",
      "heap_force_kill('t', '{}')",
      "pg_truncate_visibility_map('t')",
    ],
  ],
  ['drop-object', ['lo_unlink(1)']],
  ['session-setting', ["set_config('row_security', 'off', false)"]],
  ['data-export', ["table_to_xml('t', true, false, '')", "database_to_xml(true, false, '')"]],
];

test.each(calls.flatMap(([rule, texts]) => texts.map((text) => [text, rule] as const)))(
  'a call of %s is a %s',
  async (text, rule) => {
    for (const sql of [`select ${text}`, `do $$ begin perform ${text}; end $$`]) {
      const scripts = [await scriptOf(sql)];
      const findings = evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts);

      expect(
        findings.map((finding) => finding.rule),
        sql,
      ).toContain(rule);
    }
  },
);
