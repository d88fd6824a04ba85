import { expect, test } from 'vitest';
import { locateTrees, readUnits, type Tree } from '../../test/fakes/layouts.ts';

type Entry = readonly [tag: string, when: number];

function journal(entries: readonly Entry[], dialect = 'postgresql'): string {
  const listed = entries.map(([tag, when], idx) => ({
    idx,
    version: '7',
    when,
    tag,
    breakpoints: true,
  }));
  return JSON.stringify({ version: '7', dialect, entries: listed });
}

/** A folder as drizzle-kit leaves it. */
function folder(entries: readonly Entry[], names = entries.map(([tag]) => tag)): Tree {
  const files = names.map((name) => [`db/${name}.sql`, `-- ${name}`]);
  return {
    ...Object.fromEntries(files),
    'db/meta/_journal.json': journal(entries),
    'db/meta/0000_snapshot.json': '{}',
  };
}

const users: Entry = ['0000_users', 1000];
const orders: Entry = ['0001_orders', 2000];

test('runs the entries of the journal in their order', () => {
  const late: Entry = ['0001_b', 3000];
  const early: Entry = ['0002_a', 4000];

  const located = locateTrees('drizzle', folder([users]), folder([users, late, early]));

  expect(located).toEqual({
    base: ['db/0000_users.sql'],
    added: ['db/0001_b.sql', 'db/0002_a.sql'],
    refused: [],
  });
});

const skips = 'Drizzle will silently skip this file: ';
const cases: readonly (readonly [string, Tree, Tree, string])[] = [
  [
    'a stamp below the newest one of the target branch',
    folder([users, orders]),
    folder([users, orders, ['0001_late', 1500]]),
    `db/0001_late.sql: ${skips}its stamp in meta/_journal.json is not newer than that of 0001_orders, which may have been applied. Generate it again on top of the target branch.`,
  ],
  [
    'a stamp equal to the newest one',
    folder([users]),
    folder([users, ['0001_same', 1000]]),
    `db/0001_same.sql: ${skips}its stamp in meta/_journal.json is not newer than that of 0000_users, which may have been applied. Generate it again on top of the target branch.`,
  ],
  [
    'a stamp below another one of the same change',
    folder([]),
    folder([orders, users]),
    `db/0000_users.sql: ${skips}its stamp in meta/_journal.json is not newer than that of 0001_orders, which may have been applied. Generate it again on top of the target branch.`,
  ],
  [
    'a file without an entry',
    folder([users]),
    folder([users], ['0000_users', '0001_orders']),
    `db/0001_orders.sql: ${skips}meta/_journal.json has no entry for it. Make it with drizzle-kit generate.`,
  ],
];

test.each(cases)('says that it would skip %s', (_title, before, after, refusal) => {
  const located = locateTrees('drizzle', before, after);

  expect(located.refused).toContain(refusal);
});

const hostile: readonly (readonly [string, Tree, Tree])[] = [
  ['an entry without a file', folder([users]), folder([users, orders], ['0000_users'])],
  [
    'an entry that points elsewhere',
    folder([users]),
    folder([users, ['../../0001_evil', 2000]], ['0000_users']),
  ],
  [
    'a newer stamp for what ran already',
    folder([users, orders]),
    folder([users, ['0001_orders', 9000]]),
  ],
  [
    'an entry that was renamed',
    folder([users]),
    folder([['0000_people', 1000]], ['0000_users', '0000_people']),
  ],
  [
    'an entry that was removed',
    folder([users, orders]),
    folder([users], ['0000_users', '0001_orders']),
  ],
  ['entries in another order', folder([users, orders]), folder([orders, users])],
  ['an entry between others', folder([users, orders]), folder([users, ['0001_b', 1500], orders])],
  ['a file that is named twice', folder([users]), folder([users, orders, orders])],
  ['no journal', {}, { 'db/0000_users.sql': '' }],
  ['a journal that is no JSON', {}, { ...folder([users]), 'db/meta/_journal.json': '{' }],
  ['a journal of another shape', {}, { ...folder([users]), 'db/meta/_journal.json': '[]' }],
  [
    'an entry without a stamp',
    {},
    { ...folder([users]), 'db/meta/_journal.json': journal([['0000_users', 0.5]]) },
  ],
  [
    'another database',
    {},
    { ...folder([users]), 'db/meta/_journal.json': journal([users], 'sqlite') },
  ],
  ['another kind of file', folder([users]), { ...folder([users]), 'db/a.sql': '' }],
  ['a program', folder([users]), { ...folder([users]), 'db/migrate.ts': '' }],
];

test.each(hostile)('refuses %s', (_title, before, after) => {
  const located = locateTrees('drizzle', before, after);

  expect(located.refused.length).toBeGreaterThan(0);
});

test.each(['drizzle', 'drizzle-folders'])(
  '%s reads a whole file, and breakpoints as comments',
  (layout) => {
    const text =
      'create table a (id int);--> statement-breakpoint\ncreate table b (id int);\n--> statement-breakpoint\r\nselect 1;';

    const units = readUnits(layout, 'db/a.sql', text);

    expect(units).toEqual([{ id: 'db/a.sql', firstLine: 1, transaction: 'per-run', text }]);
  },
);

test.each([
  'select 1; --> statement-breakpoint drop table a;',
  '-- note --> statement-breakpoint drop table a;',
  "select '--> statement-breakpoint\n';",
  '/* --> statement-breakpoint\n*/ select 1;',
  'do $$ begin --> statement-breakpoint\nend $$;',
  'select 1; ---> statement-breakpoint',
  'select 1; --> statement-breakpoint--> statement-breakpoint',
])('refuses %j, which Drizzle cuts where PostgreSQL does not', (text) => {
  const outcome = readUnits('drizzle', 'db/0000_a.sql', text);

  expect(outcome).toBeTypeOf('string');
});

test('takes the folders of version 1, late ones as well', () => {
  const base = {
    'db/20240102000000_b/migration.sql': '',
    'db/20240102000000_b/snapshot.json': '{}',
  };
  const head = {
    ...base,
    'db/20240101000000_a/migration.sql': '',
    'db/20240101000000_a/snapshot.json': '{}',
  };

  const located = locateTrees('drizzle-folders', base, head);

  expect(located).toEqual({
    base: ['db/20240102000000_b/migration.sql'],
    added: ['db/20240101000000_a/migration.sql'],
    refused: [],
  });
});

test.each(['db/a/migration.sql', 'db/0000_a.sql', 'db/20240101000000_a/other.sql'])(
  'the folders of version 1 do not hold %s',
  (path) => {
    const located = locateTrees('drizzle-folders', {}, { [path]: '' });

    expect(located.refused).toHaveLength(1);
  },
);
