import { expect, test } from 'vitest';
import { locateTrees, readUnits } from '../../test/fakes/layouts.ts';

const path = 'db/00001_orders.sql';

test('runs the up half alone, at its true lines', () => {
  const units = readUnits(
    'goose',
    path,
    `-- +goose Up
-- +goose StatementBegin
create function f() returns int language plpgsql as $$
begin
  return 1;
end
$$;
-- +goose StatementEnd
create table a (id int);

-- +goose Down
drop table a;
`,
  );

  const text = `create function f() returns int language plpgsql as $$
begin
  return 1;
end
$$;

create table a (id int);
`;
  expect(units).toEqual([{ id: path, firstLine: 3, transaction: 'per-file', text }]);
});

test('runs nothing of an empty up half', () => {
  const units = readUnits('goose', path, '-- +goose Up\n-- +goose Down\ndrop table a;\n');

  expect(units).toEqual([{ id: path, firstLine: 1, transaction: 'per-file', text: '' }]);
});

test.each([
  ['-- +goose NO TRANSACTION\n-- +goose Up\nvacuum;\n', 'per-statement'],
  [
    '-- +goose up\nselect 1;\n-- +goose DOWN\nselect 2;\n-- +goose no transaction\n',
    'per-statement',
  ],
  ['-- a note\n\n-- +goose Up\nselect 1;\n', 'per-file'],
  ['-- +goose Up\r\nselect 1;\r\n', 'per-file'],
  ['-- +goose Up\nselect 1; -- done; \n', 'per-file'],
  ["-- +goose Up\nselect\n  'a;b';\n", 'per-file'],
  ['-- +goose ENVSUB OFF\n-- +goose Up\nselect 1;\n', 'per-file'],
])('takes %j with transactions %s', (text, transaction) => {
  const units = readUnits('goose', path, text);

  expect(units).toMatchObject([{ transaction }]);
});

test.each([
  ['no directive', 'select 1;\n'],
  ['SQL before the first directive', 'drop table a;\n-- +goose Up\nselect 1;\n'],
  ['a block comment before the first directive', '/* a */\n-- +goose Up\nselect 1;\n'],
  ['only a down half', '-- +goose Down\ndrop table a;\n'],
  ['two up halves', '-- +goose Up\nselect 1;\n-- +goose Up\nselect 2;\n'],
  ['two down halves', '-- +goose Up\nselect 1;\n-- +goose Down\n-- +goose Down\n'],
  ['an up half after the down half', '-- +goose Up\n-- +goose Down\n-- +goose Up\ndrop table a;\n'],
  ['a block that is not closed', '-- +goose Up\n-- +goose StatementBegin\nselect 1;\n'],
  ['a block that is closed twice', '-- +goose Up\nselect 1;\n-- +goose StatementEnd\n'],
  [
    'a block across the halves',
    '-- +goose Up\n-- +goose StatementBegin\nselect 1;\n-- +goose Down\n',
  ],
  ['variables of the environment', '-- +goose ENVSUB ON\n-- +goose Up\ndrop table ${T};\n'],
  ['variables in its older words', '-- +goose Up\n-- +goose ENVSUBST ON\ndrop table ${T};\n'],
  ['a statement without its semicolon', '-- +goose Up\nselect 1\n-- +goose Down\nselect 2;\n'],
  ['a last statement without its semicolon', '-- +goose Up\nselect 1\n'],
  ['a function that it would cut', '-- +goose Up\ndo $$ begin\n  perform 1;\nend $$;\n'],
  ['a literal that it would cut', "-- +goose Up\nselect 'a;\ndrop table a;\n';\n"],
  ['a comment that it would cut', '-- +goose Up\nselect 1 /* a;\n */;\n'],
  ['a down half inside a literal', "-- +goose Up\nselect '\n-- +goose Down\n';\ndrop table a;\n"],
  ['a down half inside dollar quotes', '-- +goose Up\ndo $$\n-- +goose Down\n$$;\ndrop table a;\n'],
  ['a down half inside a comment', '-- +goose Up\n/*\n-- +goose Down\n*/\ndrop table a;\n'],
  ['a down half after a blank', '-- +goose Up\nselect 1;\n -- +goose Down\ndrop table a;\n'],
  ['a down half with more words', '-- +goose Up\nselect 1;\n-- +goose Down now\ndrop table a;\n'],
  ['a misspelled directive', '-- +goose Up\n-- +goose StatmentBegin\nselect 1;\n'],
])('refuses %s', (_title, text) => {
  const outcome = readUnits('goose', path, text);

  expect(outcome).toBeTypeOf('string');
});

test('refuses a number below one of the target branch', () => {
  const base = { 'db/1_a.sql': '', 'db/20240101000000_c.sql': '' };

  const located = locateTrees('goose', base, {
    ...base,
    'db/2_b.sql': '',
    'db/20240102000000_d.sql': '',
  });

  expect(located).toEqual({
    base: ['db/1_a.sql', 'db/20240101000000_c.sql'],
    added: ['db/2_b.sql', 'db/20240102000000_d.sql'],
    refused: [
      'db/2_b.sql: It sorts before db/20240101000000_c.sql, which the target branch holds. goose refuses to run while an older file is missing: every deployment would stop. Give it a number above that.',
    ],
  });
});

test.each(['db/0_a.sql', 'db/a.sql', 'db/1.sql', 'db/1_a.go', 'db/1_a.sql.bak'])(
  'does not take %s',
  (name) => {
    const located = locateTrees('goose', {}, { [name]: '' });

    expect(located.added).toEqual([]);
    expect(located.refused).toHaveLength(1);
  },
);
