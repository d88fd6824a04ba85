import type { Session } from '../ports/database.ts';
import { SluiceError } from '../errors.ts';
import { compileSchema, sqlBuilder } from './compile.ts';

/** Where our own tables live in the target. */
export const ledgerSchema = 'sluice';

const version = 1;
const tables = ['schema_version', 'audit_record', 'unit'] as const;

/**
 * Makes our tables on first use, in a transaction of its own; the caller holds the advisory lock. Throws
 * SluiceError database/ledger when what is there is not what Sluice left.
 */
export async function installLedger(session: Session): Promise<void> {
  const state = await readState(session);
  if (state === 'present') return;
  await session.query('begin isolation level read committed read write');
  for (const text of schemaTexts()) await session.query(text);
  await session.query('insert into sluice.schema_version (version) values ($1)', [version]);
  await session.query('commit');
}

/** Whether the ledger is there and guarded. Throws SluiceError database/ledger when it is there and not ours. */
export async function readState(session: Session): Promise<'absent' | 'present'> {
  const [found] = await session.query(
    `select pg_catalog.to_regnamespace('sluice') is not null as schema,
            pg_catalog.to_regclass('sluice.schema_version') is not null as versioned,
            (select pg_catalog.count(*) from pg_catalog.pg_trigger t
              where t.tgname = 'only_added' and t.tgenabled = 'A'
                and t.tgrelid in (pg_catalog.to_regclass('sluice.schema_version'),
                                  pg_catalog.to_regclass('sluice.audit_record'),
                                  pg_catalog.to_regclass('sluice.unit')))::pg_catalog.int4 as guards`,
  );
  if (found?.['schema'] !== true) return 'absent';
  if (found['versioned'] !== true) throw foreign('holds a schema named sluice without a version');
  const rows = await session.query(
    'select pg_catalog.max(version)::pg_catalog.int4 as version from sluice.schema_version',
  );
  if (rows[0]?.['version'] !== version)
    throw foreign('holds a ledger of another version of Sluice');
  if (found['guards'] !== tables.length)
    throw foreign('holds a ledger whose guards against changes are switched off');
  return 'present';
}

function foreign(what: string): SluiceError {
  return new SluiceError(
    'database/ledger',
    `The target ${what}, so nobody can tell what was applied; nothing was applied now.`,
  );
}

function schemaTexts(): readonly string[] {
  return ['create schema sluice', ...tableTexts(), guard, ...tables.flatMap(guardTexts)];
}

function tableTexts(): readonly string[] {
  const knex = sqlBuilder();
  const now = knex.fn.now();
  return compileSchema(
    knex.schema
      .withSchema(ledgerSchema)
      .createTable('schema_version', (table) => {
        table.integer('version').primary();
        table.timestamp('installed_at').notNullable().defaultTo(now);
      })
      .createTable('audit_record', (table) => {
        table.bigInteger('sequence').primary();
        // Unique, so that the chain cannot fork whoever writes.
        table.text('previous').notNullable().unique();
        table.text('digest').notNullable().unique();
        table.text('event').notNullable();
        table.text('body').notNullable();
        table.timestamp('recorded_at').notNullable().defaultTo(now);
      })
      .createTable('unit', (table) => {
        table.bigInteger('record_sequence').primary();
        table
          .text('record_digest')
          .notNullable()
          .references('digest')
          .inTable('sluice.audit_record');
        table.text('change').notNullable();
        table.text('unit').notNullable();
        table.text('target').notNullable();
        table.text('state').notNullable();
        table.text('digest').notNullable();
        table.text('commit').notNullable();
        table.text('repository');
        table.integer('pull_request');
        table.text('kind');
        table.text('run');
        table.text('undoes');
        table.timestamp('applied_at').notNullable().defaultTo(now);
        table.foreign('record_sequence').references('sequence').inTable('sluice.audit_record');
        table.unique(['change', 'unit', 'target', 'state']);
        table.index(['target', 'unit']);
      }),
  );
}

// Stops accidents, not the tables' owner, who can switch it off: the chain and its copies outside show that.
const guard = `
create function sluice.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  raise exception 'records of Sluice are only ever added' using errcode = 'insufficient_privilege';
end
$$`;

function guardTexts(table: (typeof tables)[number]): readonly string[] {
  return [
    `create trigger only_added before update or delete or truncate on sluice.${table}
       for each statement execute function sluice.refuse_change()`,
    `alter table sluice.${table} enable always trigger only_added`,
  ];
}
