import { expect, test } from 'vitest';
import { locateTrees, readUnits, type Tree } from '../../test/fakes/layouts.ts';

function tree(names: readonly string[]): Tree {
  return Object.fromEntries(names.map((name) => [`db/${name}`, '']));
}

test('orders versions by their parts, and repeatable files last', () => {
  const head = tree([
    'R__b_views.sql',
    'R__a_views.sql',
    'V1.10__c.sql',
    'V1_9__b.sql',
    'V1__a.sql',
    'V2024.01.31__d.sql',
    'U1.10__c.sql',
    'V1__a.sql.conf',
  ]);

  const located = locateTrees('flyway', {}, head);

  expect(located).toEqual({
    base: [],
    added: [
      'db/V1__a.sql',
      'db/V1_9__b.sql',
      'db/V1.10__c.sql',
      'db/V2024.01.31__d.sql',
      'db/R__a_views.sql',
      'db/R__b_views.sql',
    ],
    refused: [],
  });
});

test('runs a repeatable file again when it is edited, after what is new', () => {
  const base = { 'db/V1__a.sql': '', 'db/R__views.sql': 'select 1;' };

  const located = locateTrees('flyway', base, {
    'db/V1__a.sql': '',
    'db/V2__b.sql': '',
    'db/R__views.sql': 'select 2;',
  });

  expect(located).toEqual({
    base: ['db/V1__a.sql', 'db/R__views.sql'],
    added: ['db/V2__b.sql', 'db/R__views.sql'],
    refused: [],
  });
});

test('begins an empty database with the newest baseline', () => {
  const base = tree([
    'V1__a.sql',
    'V2__b.sql',
    'B2__all.sql',
    'V3__c.sql',
    'B1__old.sql',
    'R__v.sql',
  ]);

  const located = locateTrees('flyway', base, { ...base, 'db/V4__d.sql': '' });

  expect(located).toEqual({
    base: ['db/B2__all.sql', 'db/V3__c.sql', 'db/R__v.sql'],
    added: ['db/V4__d.sql'],
    refused: [],
  });
});

test.each([
  ['a version below one of the target branch', ['V1__a.sql', 'V3__c.sql'], ['V2__b.sql']],
  ['the same version in another directory', ['V1__a.sql'], ['more/V1__b.sql']],
  ['the same version with a zero', ['V1__a.sql'], ['V1.0__b.sql']],
  ['the same version with an underscore', ['V1.1__a.sql'], ['V1_1__b.sql']],
  ['a version that the baseline stands for', ['B2__all.sql'], ['V1__a.sql']],
  ['a new baseline', ['V1__a.sql'], ['B1__all.sql']],
  ['a single underscore', [], ['V1_a.sql']],
  ['a lower-case prefix', [], ['v1__a.sql']],
  ['a program', [], ['V1__a.java']],
  ['a callback', [], ['afterMigrate.sql']],
  ['a script', [], ['V1__a.sh']],
])('refuses %s', (_title, before, added) => {
  const located = locateTrees('flyway', tree(before), tree([...before, ...added]));

  expect(located.refused).toHaveLength(1);
});

test('refuses an edit of a file that a baseline stands for', () => {
  const base = tree(['V1__a.sql', 'B1__all.sql']);

  const located = locateTrees('flyway', base, { ...base, 'db/V1__a.sql': 'select 1;' });

  expect(located.refused).toHaveLength(1);
});

const path = 'db/V1__a.sql';

test.each([
  ['', 'per-file-where-possible'],
  ['executeInTransaction=true', 'per-file-where-possible'],
  ['placeholderReplacement=true\nexecuteInTransaction = false\r\n', 'per-statement'],
  ['#executeInTransaction=false', 'per-file-where-possible'],
])('reads %j as transactions %s', (settings, transaction) => {
  const units = readUnits('flyway', path, 'select 1;', { [`${path}.conf`]: settings });

  expect(units).toEqual([{ id: path, firstLine: 1, transaction, text: 'select 1;' }]);
});

test.each([
  'drop table ${t};',
  "select '${a}';",
  '-- ${flyway:user}',
  'select $${x}$$;',
  'select ${',
])('refuses the placeholder in %j unless nothing is replaced', (text) => {
  const settings = { [`${path}.conf`]: 'placeholderReplacement=false' };

  expect(readUnits('flyway', path, text)).toBeTypeOf('string');
  expect(readUnits('flyway', path, text, settings)).toMatchObject([{ text }]);
});
