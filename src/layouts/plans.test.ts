import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { locateTrees, readUnits, type Tree } from '../../test/fakes/layouts.ts';

const who = '2024-01-01T00:00:00Z Ada <ada@example.com> # why';

function plan(lines: readonly string[]): string {
  return ['%syntax-version=1.0.0', '%project=shop', '', ...lines, ''].join('\n');
}

function sqitch(lines: readonly string[], scripts: readonly string[]): Tree {
  const deploy = scripts.flatMap((name) => [
    [`db/deploy/${name}.sql`, `-- ${name}`],
    [`db/revert/${name}.sql`, ''],
    [`db/verify/${name}.sql`, ''],
  ]);
  return {
    ...Object.fromEntries(deploy),
    'db/sqitch.plan': plan(lines),
    'db/sqitch.conf': '[core]',
  };
}

const users = `users [appschema] ${who}`;
const schema = `appschema ${who}`;

test('Sqitch deploys in the order of its plan', () => {
  const base = sqitch([schema], ['appschema']);
  const lines = [schema, users, `@v1.0 ${who}`, `zoo/animals ${who}`, `+bees ${who}`];

  const located = locateTrees(
    'sqitch',
    base,
    sqitch(lines, ['appschema', 'bees', 'users', 'zoo/animals']),
  );

  expect(located).toEqual({
    base: ['db/deploy/appschema.sql'],
    added: ['db/deploy/users.sql', 'db/deploy/zoo/animals.sql', 'db/deploy/bees.sql'],
    refused: [],
  });
});

test('Sqitch deploys what was reworked from the script of its tag', () => {
  const lines = [schema, `@v1 ${who}`, `@v2 ${who}`, users, `appschema [appschema@v1] ${who}`];

  const located = locateTrees('sqitch', {}, sqitch(lines, ['appschema', 'appschema@v2', 'users']));

  expect(located).toEqual({
    base: [],
    added: ['db/deploy/appschema@v2.sql', 'db/deploy/users.sql', 'db/deploy/appschema.sql'],
    refused: [],
  });
});

const sqitchCases: readonly (readonly [string, Tree, Tree])[] = [
  [
    'a script that is not planned',
    sqitch([schema], ['appschema']),
    sqitch([schema], ['appschema', 'users']),
  ],
  [
    'a change without a script',
    sqitch([schema], ['appschema']),
    sqitch([schema, users], ['appschema']),
  ],
  [
    'a change between others',
    sqitch([schema], ['appschema']),
    sqitch([users, schema], ['appschema', 'users']),
  ],
  [
    'a change with another time',
    sqitch([schema], ['appschema']),
    sqitch([schema.replace('2024', '2025')], ['appschema']),
  ],
  ['a planned revert', {}, sqitch([schema, `-appschema ${who}`], ['appschema'])],
  ['a change that leaves its directory', {}, sqitch([`../evil ${who}`], ['appschema'])],
  ['no plan', {}, { 'db/deploy/appschema.sql': '' }],
];

test.each(sqitchCases)('Sqitch refuses %s', (_title, before, after) => {
  const located = locateTrees('sqitch', before, after);

  expect(located.refused.length).toBeGreaterThan(0);
});

const none = '-';
const first = `sha1:${'a'.repeat(40)}`;
const second = `sha1:${'b'.repeat(40)}`;

function committed(previous: string, hash: string, body: string): string {
  return `--! Previous: ${previous}\n--! Hash: ${hash}\n--! Message: why\n\n${body}`;
}

test('graphile-migrate runs the body alone', () => {
  const path = 'db/committed/000001-a.sql';

  expect(readUnits('graphile-migrate', path, committed(none, first, 'select 1;\n'))).toEqual([
    { id: path, firstLine: 5, transaction: 'per-file', text: 'select 1;\n' },
  ]);
  expect(
    readUnits('graphile-migrate', path, committed(none, first, '--! no-transaction\nvacuum;')),
  ).toMatchObject([{ firstLine: 6, transaction: 'per-message', text: 'vacuum;' }]);
});

test.each([
  'select 1;',
  committed(none, first, 'select 1;').replace('--! Hash', '--! Hsah'),
  committed(none, first, '--! split: 1\nselect 1;'),
  committed(none, first, '--!include other.sql\n'),
  committed(none, first, 'alter table a owner to :DATABASE_OWNER;'),
  committed(none, first, "select ':MY_SECRET';"),
])('graphile-migrate refuses %j', (text) => {
  const outcome = readUnits('graphile-migrate', 'db/committed/000001.sql', text);

  expect(outcome).toBeTypeOf('string');
});

test('graphile-migrate takes a chain of hashes', () => {
  const base = { 'db/committed/000001.sql': committed(none, first, ''), 'db/current.sql': '' };
  const head = { ...base, 'db/committed/000002-b.sql': committed(first, second, '') };

  const located = locateTrees('graphile-migrate', base, head);

  expect(located).toEqual({
    base: ['db/committed/000001.sql'],
    added: ['db/committed/000002-b.sql'],
    refused: [],
  });
});

test.each([
  ['another previous hash', '000002', committed(second, second, '')],
  ['a gap', '000003', committed(first, second, '')],
  ['an equal number', '000001-b', committed(none, second, '')],
  ['no header', '000002', 'select 1;'],
])('graphile-migrate refuses %s', (_title, name, text) => {
  const base = { 'db/committed/000001.sql': committed(none, first, '') };

  const located = locateTrees('graphile-migrate', base, {
    ...base,
    [`db/committed/${name}.sql`]: text,
  });

  expect(located.refused.length).toBeGreaterThan(0);
});

/** The file as the tool writes it; its first line sums up the others and is not looked at here. */
function atlas(files: Tree): Tree {
  const hash = createHash('sha256');
  const lines = Object.entries(files)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, text]) => {
      const name = path.slice('db/'.length);
      const sum = hash.update(name).update(text).copy().digest('base64');
      return `${name} h1:${sum}`;
    });
  return { ...files, 'db/atlas.sum': ['h1:x', ...lines, ''].join('\n') };
}

const checkpoint = '-- atlas:checkpoint\n\ncreate table a (id int);\n';

test('Atlas takes a directory with its sum', () => {
  const before = atlas({ 'db/1_a.sql': 'select 1;' });

  const located = locateTrees(
    'atlas',
    before,
    atlas({ 'db/1_a.sql': 'select 1;', 'db/2_é.sql': "select 'é';" }),
  );

  expect(located).toEqual({ base: ['db/1_a.sql'], added: ['db/2_é.sql'], refused: [] });
});

test('Atlas begins with the newest checkpoint', () => {
  const before = atlas({ 'db/1_a.sql': 'a', 'db/2_b.sql': checkpoint, 'db/3_c.sql': 'c' });

  const located = locateTrees('atlas', before, before);

  expect(located).toEqual({ base: ['db/2_b.sql', 'db/3_c.sql'], added: [], refused: [] });
});

const atlasCases: readonly (readonly [string, Tree, Tree])[] = [
  ['no sum', {}, { 'db/1_a.sql': '' }],
  [
    'an older sum',
    atlas({ 'db/1_a.sql': '' }),
    { ...atlas({ 'db/1_a.sql': '' }), 'db/2_b.sql': '' },
  ],
  ['other bytes than those of the sum', {}, { ...atlas({ 'db/1_a.sql': 'a' }), 'db/1_a.sql': 'b' }],
  ['a late version', atlas({ 'db/2_b.sql': '' }), atlas({ 'db/1_a.sql': '', 'db/2_b.sql': '' })],
  [
    'a new checkpoint',
    atlas({ 'db/1_a.sql': '' }),
    atlas({ 'db/1_a.sql': '', 'db/2_b.sql': checkpoint }),
  ],
];

test.each(atlasCases)('Atlas refuses %s', (_title, before, after) => {
  const located = locateTrees('atlas', before, after);

  expect(located.refused).toHaveLength(1);
});

const changelog = `--liquibase formatted sql
-- notes

--changeset ada:1 splitStatements:false runInTransaction:false
create index concurrently a on b (c);
--rollback drop index a;
-- changeset bob:2 dbms:postgresql
--comment the second one
create table a (id int);

--changeset bob:3 runInTransaction:false
select 1;
`;

test('Liquibase runs each changeset by itself', () => {
  const units = readUnits('liquibase', 'db/a.sql', changelog);

  expect(units).toEqual([
    {
      id: 'db/a.sql#ada:1',
      firstLine: 5,
      transaction: 'per-message',
      text: 'create index concurrently a on b (c);\n--rollback drop index a;',
    },
    {
      id: 'db/a.sql#bob:2',
      firstLine: 8,
      transaction: 'per-file',
      text: '--comment the second one\ncreate table a (id int);\n',
    },
    { id: 'db/a.sql#bob:3', firstLine: 12, transaction: 'per-statement', text: 'select 1;\n' },
  ]);
});

const title = '--liquibase formatted sql\n';

test.each([
  'select 1;',
  `\n${title}--changeset a:1\nselect 1;`,
  `${title}select 1;\n--changeset a:1\nselect 2;`,
  `${title}/*\n*/\n--changeset a:1\nselect 2;`,
  `${title}--changeset a:1\nselect 1;\n--changeset a:1\nselect 2;`,
  `${title}--changeset a\nselect 1;`,
  `${title}--changeset "Ada L":1\nselect 1;`,
  `${title}--changeset a:1 labels:"x or y"\nselect 1;`,
  `${title}--changeset a:1 context:test\nselect 1;`,
  `${title}--changeset a:1 labels:x\nselect 1;`,
  `${title}--changeset a:1 dbms:mysql\nselect 1;`,
  `${title}--changeset a:1 endDelimiter:/\nselect 1;`,
  `${title}--changeset a:1 runAlways:true\nselect 1;`,
  `${title}--changeset a:1 runWith:psql\nselect 1;`,
  `${title}--changeset a:1 ignore:true\nselect 1;`,
  `${title}--changeset a:1\ndrop table \${t};`,
  `${title}--property name:t value:users\n--changeset a:1\nselect 1;`,
  `${title}--changeset a:1\n--preconditions onFail:MARK_RAN\nselect 1;`,
  `${title}--changeset a:1\n--precondition-sql-check expectedResult:0 select drop_all()\nselect 1;`,
  `${title}--changeset a:1\n--ignoreLines:start\nselect 1;\n--ignoreLines:end`,
  `${title}--changeset a:1\nselect '\n--changeset a:2\n';drop table a;`,
  `${title}--changeset a:1\nselect $$\n--rollback x\n$$;`,
  `${title}--changeset a:1\nselect 1;\n --changeset a:2\nselect 2;`,
  `${title}--liquibase formatted sql\nselect 1;`,
])('Liquibase refuses %j', (text) => {
  const outcome = readUnits('liquibase', 'db/a.sql', text);

  expect(outcome).toBeTypeOf('string');
});

test('Liquibase takes files in the order of their paths as texts', () => {
  const located = locateTrees(
    'liquibase',
    {},
    { 'db/b.sql': '', 'db/a/z.sql': '', 'db/10.sql': '', 'db/9.sql': '' },
  );

  expect(located.added).toEqual(['db/10.sql', 'db/9.sql', 'db/a/z.sql', 'db/b.sql']);
});
