import { expect, test } from 'vitest';
import { downPathOf, toDownUnits } from './units.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

test.each([
  ['golang-migrate', 'db/1_a.up.sql', 'db/1_a.down.sql'],
  ['sqlx', 'db/1_a.up.sql', 'db/1_a.down.sql'],
  ['sqlx', 'db/1_a.sql', undefined],
  ['up-down', 'db/1_a.up.sql', 'db/1_a.down.sql'],
  ['up-down', 'db/1_a/up.sql', 'db/1_a/down.sql'],
  ['diesel', 'db/2024-01-01-000000_a/up.sql', 'db/2024-01-01-000000_a/down.sql'],
  ['knex', 'db/20240101000000_a.sql', 'db/20240101000000_a.down.sql'],
  ['knex', 'db/20240101000000_a.up.sql', 'db/20240101000000_a.down.sql'],
  ['flyway', 'db/V1.2__a.sql', 'db/U1.2__a.sql'],
  ['flyway', 'db/R__a.sql', undefined],
  ['sqitch', 'db/deploy/x/a.sql', 'db/revert/x/a.sql'],
  ['node-pg-migrate', 'db/1700000000000_a.up.sql', 'db/1700000000000_a.down.sql'],
  ['node-pg-migrate', 'db/1700000000000_a.sql', 'db/1700000000000_a.sql'],
  ['goose', 'db/1_a.sql', 'db/1_a.sql'],
  ['dbmate', 'db/1_a.sql', 'db/1_a.sql'],
  ['plain', 'db/1.sql', undefined],
  ['prisma', 'db/20240101000000_a/migration.sql', undefined],
])('%s looks for what undoes %s in %s', (layout, path, expected) => {
  expect(downPathOf(layout, path)).toBe(expected);
});

test.each([
  [
    'goose',
    '-- +goose Up\ncreate table a ();\n-- +goose Down\n-- +goose StatementBegin\ndrop table a;\n-- +goose StatementEnd\n',
    ['drop table a;'],
  ],
  ['goose', '-- +goose Up\ncreate table a ();\n', []],
  ['goose', '-- +goose Up\ncreate table a ();\n-- +goose Down\n', []],
  [
    'dbmate',
    '-- migrate:up\ncreate table a ();\n-- migrate:down\ndrop table a;\n',
    ['drop table a;'],
  ],
  ['dbmate', '-- migrate:up\ncreate table a ();\n-- migrate:down\n', []],
  ['dbmate', '-- migrate:up\ncreate table a ();\n', []],
  [
    'node-pg-migrate',
    '-- Up Migration\ncreate table a ();\n-- Down Migration\ndrop table a;\n',
    ['drop table a;'],
  ],
  [
    'node-pg-migrate',
    '-- Down Migration\ndrop table a;\n-- Up Migration\ncreate table a ();\n',
    ['drop table a;'],
  ],
  ['node-pg-migrate', 'create table a ();\n', []],
])('%s undoes what stands below the mark in %j', (layout, content, expected) => {
  const path = 'db/1700000000000_a.sql';
  const database = { name: 'shop', layout, maxFileBytes: 10_000 };

  const units = toDownUnits({ path }, database, { path, bytes: bytes(content) });

  expect(units.map((unit) => text(unit.bytes).trim())).toEqual(expected);
  expect(units.every(({ id }) => id === path)).toBe(true);
});

test('a half of its own speaks for the unit that it undoes', () => {
  const database = { name: 'shop', layout: 'golang-migrate', maxFileBytes: 10_000 };

  const [unit] = toDownUnits({ path: 'db/1_a.up.sql' }, database, {
    path: 'db/1_a.down.sql',
    bytes: bytes('drop table a;'),
  });

  expect(unit).toMatchObject({ id: 'db/1_a.up.sql', path: 'db/1_a.down.sql' });
});
