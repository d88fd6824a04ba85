import { expect, test } from 'vitest';
import type { Tree } from '../../test/fakes/layouts.ts';
import { createParser } from '../adapters/parser/pg-query.ts';
import { readScript } from '../sql/read.ts';
import { layouts } from './index.ts';
import { findTransactionRefusal } from './transaction.ts';
import { toUnits } from './units.ts';

type File = { readonly path: string; readonly text: string; readonly companions?: Tree };

const index = 'create index concurrently a on b (c);\n';
const two = `create table d (id int);\n${index}`;
const goose = (text: string): File => ({ path: 'db/1_a.sql', text });
const dbmate = goose;
const sqlx = goose;
const atlas = goose;
const committed = (body: string): File => ({
  path: 'db/committed/000001.sql',
  text: `--! Previous: -\n--! Hash: sha1:${'0'.repeat(40)}\n\n${body}`,
});
const liquibase = (attributes: string, text: string): File => ({
  path: 'db/a.sql',
  text: `--liquibase formatted sql\n--changeset me:1${attributes}\n${text}`,
});
const flyway = (text: string, conf?: string): File => ({
  path: 'db/V1__a.sql',
  text,
  ...(conf === undefined ? {} : { companions: { 'db/V1__a.sql.conf': conf } }),
});
const diesel = (text: string, metadata?: string): File => ({
  path: 'db/2024-01-01-000000_a/up.sql',
  text,
  ...(metadata === undefined
    ? {}
    : { companions: { 'db/2024-01-01-000000_a/metadata.toml': metadata } }),
});
const stem = '20240101000000_a';
const program = `exports.up = (knex) => knex.raw(readFileSync(join(__dirname, '${stem}.sql'), 'utf8'));\n`;
const knex = (text: string, more = ''): File => ({
  path: `db/${stem}.sql`,
  text,
  companions: { [`db/${stem}.js`]: program + more },
});
const prisma = (text: string): File => ({ path: `db/${stem}/migration.sql`, text });
const drizzle = (text: string): File => ({ path: 'db/0001_a.sql', text });
const golang = (text: string): File => ({ path: 'db/1_a.up.sql', text });
const supabase = (text: string): File => ({ path: `db/${stem}.sql`, text });
const pg = (text: string): File => ({ path: 'db/1700000000000_a.sql', text });
const sqitch = (text: string): File => ({ path: 'db/deploy/a.sql', text });
const knexOff = 'exports.config = { transaction: false };\n';

/** What CREATE INDEX CONCURRENTLY gets, alone or behind another statement, with what directive of the tool. */
const cases: readonly (readonly [string, string, File, 'runs' | 'refused'])[] = [
  ['plain', 'alone', goose(index), 'runs'],
  ['plain', 'behind another', goose(two), 'runs'],
  ['up-down', 'alone', golang(index), 'runs'],
  ['up-down', 'behind another', golang(two), 'runs'],
  ['prisma', 'alone', prisma(index), 'runs'],
  ['prisma', 'behind another', prisma(two), 'refused'],
  ['drizzle', 'alone', drizzle(index), 'refused'],
  [
    'drizzle',
    'between breakpoints',
    drizzle(`select 1;\n--> statement-breakpoint\n${index}`),
    'refused',
  ],
  ['drizzle-folders', 'alone', prisma(index), 'refused'],
  ['drizzle-folders', 'behind another', prisma(two), 'refused'],
  ['supabase', 'alone', supabase(index), 'runs'],
  ['supabase', 'behind another', supabase(two), 'refused'],
  [
    'supabase',
    'with a directive that changes nothing',
    supabase(`-- disable-transaction\n${two}`),
    'refused',
  ],
  ['flyway', 'alone', flyway(index), 'runs'],
  ['flyway', 'twice', flyway(index + index), 'runs'],
  ['flyway', 'behind another', flyway(two), 'refused'],
  ['flyway', 'executeInTransaction=false', flyway(two, 'executeInTransaction=false\n'), 'runs'],
  ['flyway', 'executeInTransaction=true', flyway(two, 'executeInTransaction=true\n'), 'refused'],
  ['golang-migrate', 'alone', golang(index), 'runs'],
  ['golang-migrate', 'behind another', golang(two), 'refused'],
  ['goose', 'alone', goose(`-- +goose Up\n${index}`), 'refused'],
  ['goose', 'NO TRANSACTION', goose(`-- +goose NO TRANSACTION\n-- +goose Up\n${index}`), 'runs'],
  [
    'goose',
    'NO TRANSACTION, behind another',
    goose(`-- +goose no transaction\n-- +goose Up\n${two}`),
    'runs',
  ],
  ['dbmate', 'alone', dbmate(`-- migrate:up\n${index}`), 'refused'],
  ['dbmate', 'transaction:true', dbmate(`-- migrate:up transaction:true\n${index}`), 'refused'],
  ['dbmate', 'transaction:false', dbmate(`-- migrate:up transaction:false\n${index}`), 'runs'],
  [
    'dbmate',
    'transaction:false, behind another',
    dbmate(`-- migrate:up transaction:false\n${two}`),
    'refused',
  ],
  ['sqitch', 'alone', sqitch(index), 'runs'],
  ['sqitch', 'behind another', sqitch(two), 'runs'],
  ['node-pg-migrate', 'alone', pg(`-- Up Migration\n${index}`), 'refused'],
  ['node-pg-migrate', 'without a mark', pg(index), 'refused'],
  ['knex', 'alone', knex(index), 'refused'],
  ['knex', 'transaction: false', knex(index, knexOff), 'runs'],
  ['knex', 'transaction: false, behind another', knex(two, knexOff), 'refused'],
  ['diesel', 'alone', diesel(index), 'refused'],
  ['diesel', 'run_in_transaction = true', diesel(index, 'run_in_transaction = true\n'), 'refused'],
  ['diesel', 'run_in_transaction = false', diesel(index, 'run_in_transaction = false\n'), 'runs'],
  [
    'diesel',
    'run_in_transaction = false, behind another',
    diesel(two, 'run_in_transaction = false\n'),
    'refused',
  ],
  ['sqlx', 'alone', sqlx(index), 'refused'],
  ['sqlx', '-- no-transaction', sqlx(`-- no-transaction\n${index}`), 'runs'],
  ['sqlx', '-- no-transaction below', sqlx(`\n-- no-transaction\n${index}`), 'refused'],
  ['sqlx', '-- no-transaction, behind another', sqlx(`-- no-transaction\n${two}`), 'refused'],
  ['liquibase', 'alone', liquibase('', index), 'refused'],
  ['liquibase', 'runInTransaction:true', liquibase(' runInTransaction:true', index), 'refused'],
  ['liquibase', 'runInTransaction:false', liquibase(' runInTransaction:false', two), 'runs'],
  [
    'liquibase',
    'runInTransaction:false splitStatements:false',
    liquibase(' runInTransaction:false splitStatements:false', two),
    'refused',
  ],
  ['graphile-migrate', 'alone', committed(index), 'refused'],
  ['graphile-migrate', '--! no-transaction', committed(`--! no-transaction\n${index}`), 'runs'],
  [
    'graphile-migrate',
    '--! no-transaction, behind another',
    committed(`--! no-transaction\n${two}`),
    'refused',
  ],
  ['atlas', 'alone', atlas(index), 'refused'],
  ['atlas', 'txmode file', atlas(`-- atlas:txmode file\n\n${index}`), 'refused'],
  ['atlas', 'txmode all', atlas(`-- atlas:txmode all\n\n${index}`), 'refused'],
  ['atlas', 'txmode none', atlas(`-- atlas:txmode none\n\n${index}`), 'runs'],
  ['atlas', 'txmode none, behind another', atlas(`-- atlas:txmode none\n\n${two}`), 'runs'],
  [
    'atlas',
    'txmode none without an empty line',
    atlas(`-- atlas:txmode none\n${index}`),
    'refused',
  ],
  ['bytebase', 'alone', { path: 'db/1.2.3_a.sql', text: index }, 'runs'],
  ['bytebase', 'behind another', { path: 'db/1.2.3_a.sql', text: two }, 'runs'],
];

async function outcomeOf(layout: string, { path, text, companions = {} }: File) {
  await using parser = createParser();
  const bytes = new TextEncoder().encode(text);
  const file = { path, companions: new Map(Object.entries(companions)) };
  const read = toUnits(file, { name: 'billing', layout }, bytes);
  const [unit] = read.kind === 'units' ? read.units : [];
  if (unit === undefined) return read;
  const script = await readScript(unit, parser);
  expect(script.statements.map(({ kind }) => kind)).not.toContain('unparsed');
  const reason = findTransactionRefusal(script, unit.transaction, layout);
  return reason === undefined ? 'runs' : 'refused';
}

test.each(cases)('%s, %s: the tool %#', async (layout, _title, file, outcome) => {
  expect(await outcomeOf(layout, file)).toBe(outcome);
});

test('every layout with SQL is named', () => {
  const named = new Set(cases.map(([layout]) => layout));

  expect(layouts.map(({ name }) => name).filter((name) => !named.has(name))).toEqual(['rails']);
});
