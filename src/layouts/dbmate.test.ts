import { expect, test } from 'vitest';
import { locateTrees, readUnits } from '../../test/fakes/layouts.ts';

const path = 'db/20240101000000_orders.sql';

test.each([
  [
    '-- migrate:up\ncreate table a (id int);\n\n-- migrate:down\ndrop table a;\n',
    'per-file',
    2,
    'create table a (id int);\n',
  ],
  [
    '-- notes\n\n--migrate:up transaction:false\nselect 1;\n-- migrate:down',
    'per-message',
    4,
    'select 1;',
  ],
  ['-- migrate:up transaction:true\nselect 1;', 'per-file', 2, 'select 1;'],
  ['-- migrate:up\r\nselect 1;\r\n-- migrate:down\r\nselect 2;', 'per-file', 2, 'select 1;\r'],
  ['-- migrate:up\n-- migrate:down\nselect 2;', 'per-file', 1, ''],
])('runs the up half of %j', (text, transaction, firstLine, up) => {
  const units = readUnits('dbmate', path, text);

  expect(units).toEqual([{ id: path, firstLine, transaction, text: up }]);
});

test.each([
  ['no directive', 'select 1;\n'],
  ['SQL before the first directive', 'select 1;\n-- migrate:up\nselect 2;\n'],
  ['a block comment before the first directive', '/*\n-- a\n*/\n-- migrate:up\nselect 2;\n'],
  ['the halves in the wrong order', '-- migrate:down\nselect 1;\n-- migrate:up\nselect 2;\n'],
  ['two pairs', '-- migrate:up\n-- migrate:down\n-- migrate:up\nselect 2;\n-- migrate:down\n'],
  ['a down half inside a literal', "-- migrate:up\nselect '\n-- migrate:down\n';\ndrop table a;\n"],
  [
    'a down half over two lines of a literal',
    "-- migrate:up\nselect '\n--\nmigrate:down\n';\ndrop table a;\n",
  ],
  ['a down half after a blank', '-- migrate:up\nselect 1;\n -- migrate:down\ndrop table a;\n'],
  ['an unknown option', '-- migrate:up tranaction:false\nselect 1;\n'],
  ['an upper-case directive', '-- migrate:up\nselect 1;\n-- migrate:DOWN\ndrop table a;\n'],
  ['a longer word', '-- migrate:up\nselect 1;\n-- migrate:downwards\ndrop table a;\n'],
])('refuses %s', (_title, text) => {
  const outcome = readUnits('dbmate', path, text);

  expect(outcome).toBeTypeOf('string');
});

test('orders names as texts and takes late files', () => {
  const base = { 'db/9_a.sql': '' };

  const located = locateTrees('dbmate', base, { ...base, 'db/10_b.sql': '', 'db/8_c.sql': '' });

  expect(located).toEqual({
    base: ['db/9_a.sql'],
    added: ['db/10_b.sql', 'db/8_c.sql'],
    refused: [],
  });
});
