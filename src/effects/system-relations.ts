import type { RangeVar } from '@pgsql/types';
import type { Context, Draft } from './draft.ts';
import { relation } from './draft.ts';

/** Views that read the files of the server. */
const files = new Set(['pg_file_settings', 'pg_hba_file_rules', 'pg_ident_file_mappings']);

/** Relations that hold passwords, or the rows of other tables. */
const secrets = new Set([
  'pg_authid',
  'pg_shadow',
  'pg_user_mapping',
  'pg_user_mappings',
  'pg_subscription',
  'pg_largeobject',
  'pg_statistic',
  'pg_statistic_ext_data',
]);

/** What reading a relation of PostgreSQL itself gives away. */
export function systemReads(table: RangeVar, context: Context): readonly Draft[] {
  const name = table.relname ?? '';
  if (!['', 'pg_catalog'].includes(table.schemaname ?? '')) return [];
  if (!files.has(name) && !secrets.has(name)) return [];
  const object = relation(table, context);
  if (object.createdHere) return [];
  return files.has(name)
    ? [{ kind: 'accesses-server', how: 'file', detail: name }]
    : [{ kind: 'exports', object, detail: name }];
}
