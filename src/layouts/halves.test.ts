import { expect, test } from 'vitest';
import { locateTrees, readUnits, type Tree } from '../../test/fakes/layouts.ts';

type Row = {
  readonly layout: string;
  readonly path: string;
  readonly text: string;
  readonly unit: {
    readonly firstLine: number;
    readonly transaction?: string;
    readonly text: string;
  };
  readonly companions?: Tree;
};

const rows: readonly (readonly [string, string, string, Row['unit'], Tree?])[] = [
  ['sqlx', 'db/1_a.sql', 'select 1;', { firstLine: 1, transaction: 'per-file', text: 'select 1;' }],
  [
    'sqlx',
    'db/1_a.up.sql',
    '-- no-transaction\nvacuum;',
    { firstLine: 2, transaction: 'per-message', text: 'vacuum;' },
  ],
  [
    'sqlx',
    'db/1_a.sql',
    ' -- no-transaction\n',
    { firstLine: 1, transaction: 'per-file', text: ' -- no-transaction\n' },
  ],
  [
    'diesel',
    'db/1_a/up.sql',
    'select 1;',
    { firstLine: 1, transaction: 'per-file', text: 'select 1;' },
  ],
  [
    'diesel',
    'db/1_a/up.sql',
    'vacuum;',
    { firstLine: 1, transaction: 'per-message', text: 'vacuum;' },
    { 'db/1_a/metadata.toml': '# why\nrun_in_transaction = false # long\n' },
  ],
  [
    'diesel',
    'db/1_a/up.sql',
    'vacuum;',
    { firstLine: 1, transaction: 'per-file', text: 'vacuum;' },
    { 'db/1_a/metadata.toml': 'run_in_transaction = true' },
  ],
  [
    'node-pg-migrate',
    'db/1391877300255_a.sql',
    '-- Up Migration\ncreate table a (id int);\n\n-- Down Migration\ndrop table a;\n',
    { firstLine: 2, transaction: 'per-run', text: 'create table a (id int);\n' },
  ],
  [
    'node-pg-migrate',
    'db/1391877300255_a.sql',
    '-- down migration\ndrop table a;\n\n --- UP  migration\nselect 1;',
    { firstLine: 5, transaction: 'per-run', text: 'select 1;' },
  ],
  [
    'node-pg-migrate',
    'db/1391877300255_a.sql',
    'select 1;\n-- Down Migration\ndrop table a;',
    { firstLine: 1, transaction: 'per-run', text: 'select 1;\n-- Down Migration\ndrop table a;' },
  ],
  [
    'sqitch',
    'db/deploy/a.sql',
    "begin;\nselect 'a:b', x::int, arr[1:2] from t;\ncommit;",
    {
      firstLine: 1,
      transaction: 'per-statement',
      text: "begin;\nselect 'a:b', x::int, arr[1:2] from t;\ncommit;",
    },
  ],
  [
    'atlas',
    'db/1_a.sql',
    '-- atlas:txmode none\n\nvacuum;\n',
    { firstLine: 2, transaction: 'per-statement', text: '\nvacuum;\n' },
  ],
  [
    'atlas',
    'db/1_a.sql',
    '-- atlas:txmode none\nvacuum;\n\n',
    { firstLine: 1, transaction: 'per-file', text: '-- atlas:txmode none\nvacuum;\n\n' },
  ],
  ['bytebase', 'db/1.2_a.sql', 'select 1;', { firstLine: 1, text: 'select 1;' }],
];

const cases = rows.map(([layout, path, text, unit, companions]): Row => ({
  layout,
  path,
  text,
  unit,
  ...(companions === undefined ? {} : { companions }),
}));

test.each(cases)(
  '$layout runs of $path with $text what its tool would',
  ({ layout, path, text, unit, companions }) => {
    const units = readUnits(layout, path, text, companions);
    expect(units).toEqual([{ id: path, ...unit }]);
  },
);

test.each([
  ['diesel', 'run_in_transaction = "false"'],
  ['diesel', 'run_in_transaction = false\nother = 1'],
  ['diesel', '[a]\nrun_in_transaction = false'],
])('%s refuses the settings %j', (layout, settings) => {
  const outcome = readUnits(layout, 'db/1_a/up.sql', 'select 1;', {
    'db/1_a/metadata.toml': settings,
  });

  expect(outcome).toBeTypeOf('string');
});

test.each([
  ['node-pg-migrate', '-- Up Migration\n-- Up Migration\nselect 1;'],
  ['node-pg-migrate', '-- Up Migration\nselect 1;\n-- Down Migration\n-- Down Migration'],
  ['node-pg-migrate', "-- Up Migration\nselect '\n-- Down Migration\n';\ndrop table a;"],
  ['node-pg-migrate', '-- Up Migration\nselect 1;\n--\ndown migration\n/* */ drop table a;'],
  ['node-pg-migrate', '-- Up Migration\nselect $$\n\n-- down migration$$;'],
  ['sqitch', 'drop table :t;'],
  ['sqitch', "select :'t';"],
  ['sqitch', 'select * from :"t";'],
  ['atlas', '-- atlas:delimiter \\n\\n\n\nselect 1;'],
  ['atlas', '-- atlas:txtar\n\n-- migration.sql --\nselect 1;'],
  ['atlas', '-- atlas:sum ignore\n\nselect 1;'],
])('%s refuses %j', (layout, text) => {
  const outcome = readUnits(layout, 'db/1_a.sql', text);

  expect(outcome).toBeTypeOf('string');
});

test('a time of 17 digits is ordered among those of 13', () => {
  const names = [
    'db/1735689599999_a.sql',
    'db/20250101000000000_b.sql',
    'db/1735689600001_c.sql',
    'db/20240229120000500_d.sql',
  ];

  const located = locateTrees(
    'node-pg-migrate',
    {},
    Object.fromEntries(names.map((name) => [name, ''])),
  );

  expect(located.added).toEqual([
    'db/20240229120000500_d.sql',
    'db/1735689599999_a.sql',
    'db/20250101000000000_b.sql',
    'db/1735689600001_c.sql',
  ]);
  expect(located.refused).toEqual([]);
});

test('equal times in both spellings are refused', () => {
  const located = locateTrees(
    'node-pg-migrate',
    {},
    { 'db/1735689600000_a.sql': '', 'db/20250101000000000_b.sql': '' },
  );

  expect(located.refused).toHaveLength(1);
});

const orders: readonly (readonly [
  string,
  readonly string[],
  readonly string[],
  readonly string[],
])[] = [
  ['sqlx', ['9_a.sql'], ['10_b.up.sql', '10_b.down.sql', '8_c.sql'], ['8_c.sql', '10_b.up.sql']],
  [
    'diesel',
    ['2024-01-02-000000_b/up.sql'],
    ['2024-01-01-000000_a/up.sql', '2024-01-01-000000_a/down.sql'],
    ['2024-01-01-000000_a/up.sql'],
  ],
  ['bytebase', ['1.9_a.sql'], ['v1.10_b.sql', '1.9.1##c.sql'], ['1.9.1##c.sql', 'v1.10_b.sql']],
  ['rails', [], ['structure.sql', 'schema.rb', 'queue_structure.sql'], []],
];

test.each(orders)('%s after %j runs of %j what its tool would', (layout, before, more, added) => {
  const base = Object.fromEntries(before.map((name) => [`db/${name}`, '']));
  const head = Object.fromEntries(more.map((name) => [`db/${name}`, '']));

  const located = locateTrees(layout, base, { ...base, ...head });

  expect(located.added).toEqual(added.map((name) => `db/${name}`));
  expect(located.refused).toEqual([]);
});

test.each([
  ['sqlx', ['1_a.sql', '01_b.up.sql']],
  ['sqlx', ['a_1.sql']],
  ['diesel', ['1_a/up.sql', '1_b/up.sql']],
  ['diesel', ['a/up.sql']],
  ['diesel', ['1_a/other.sql']],
  ['node-pg-migrate', ['1_a.sql']],
  ['bytebase', ['1.0_a.sql', 'v01.0_b.sql']],
  ['bytebase', ['a.sql']],
  ['rails', ['migrate/20240101000000_a.rb']],
  ['sqitch', ['a.sql']],
])('%s refuses one of %j', (layout, names) => {
  const located = locateTrees(
    layout,
    {},
    Object.fromEntries(names.map((name) => [`db/${name}`, ''])),
  );

  expect(located.refused).toHaveLength(1);
});
