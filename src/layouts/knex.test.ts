import { expect, test } from 'vitest';
import { locateTrees, readUnits } from '../../test/fakes/layouts.ts';

const stem = '20240101000000_a';

const requires = `'use strict';
// Runs the SQL beside it.
const fs = require('fs');
const path = require('node:path');
`;

const accepted = [
  `exports.up = (knex) => knex.raw(fs.readFileSync(path.join(__dirname, '${stem}.sql'), 'utf8'));`,
  `${requires}
exports.up = async function (knex) {
  await knex.raw(fs.readFileSync(path.join(__dirname, "${stem}.sql"), "utf-8"));
};

exports.down = function (knex) {
  const sql = fs.readFileSync(path.join(__dirname, '${stem}.down.sql'), 'utf8').toString();
  return knex.raw(sql);
};
`,
  `const { readFileSync } = require('fs');
const { join } = require('path');
exports.up = async (knex) => {
  const sql = readFileSync(join(__dirname, '${stem}.sql'), 'utf8');
  await knex.schema.raw(sql);
};
exports.down = async () => {};
exports.config = { transaction: false };
`,
];

test.each(accepted)('runs the SQL of %j', (program) => {
  const files = { [`db/${stem}.js`]: program, [`db/${stem}.sql`]: '', [`db/${stem}.down.sql`]: '' };

  const located = locateTrees('knex', {}, files);

  expect(located).toEqual({ base: [], added: [`db/${stem}.sql`], refused: [] });
});

const [plain = '', , outside = ''] = accepted;

test.each([
  `${plain}\nrequire('child_process').execSync('id');`,
  `${plain}; evil()`,
  plain.replace('exports.up', 'evil(); exports.up'),
  plain.replace("'utf8')", "'utf8') + evil()"),
  plain.replace("'utf8')", "'utf8').replace('a', 'b')"),
  plain.replace(`'${stem}.sql'`, "'20240101000000_b.sql'"),
  plain.replace(`'${stem}.sql'`, `'../${stem}.sql'`),
  plain.replace(`'${stem}.sql'`, 'process.env.F'),
  `${plain}\n${plain}`,
  `${plain}\n/* a */ evil();`,
  `// ${plain}`,
  `// why\u2028evil();\n${plain}`,
  `// why\revil();\n${plain}`,
  `${requires}exports.up = async (knex) => {\n  await knex.raw('drop table a');\n};`,
  outside.replace('async () => {}', 'async (knex) => knex("a").del()'),
  outside.replace('transaction: false', 'transaction: evil()'),
  '',
])('does not analyze %j', (program) => {
  const located = locateTrees('knex', {}, { [`db/${stem}.js`]: program, [`db/${stem}.sql`]: '' });

  expect(located.refused).toHaveLength(1);
});

test.each([
  ['SQL without its program', { [`db/${stem}.sql`]: '' }],
  ['a program without SQL', { [`db/${stem}.js`]: plain }],
  ['two programs', { [`db/${stem}.js`]: plain, [`db/${stem}.ts`]: plain, [`db/${stem}.sql`]: '' }],
  ['another program', { 'db/seed.js': '' }],
])('refuses %s', (_title, files) => {
  const located = locateTrees('knex', {}, files);

  expect(located.refused.length).toBeGreaterThan(0);
});

test('reads the mode from the program', () => {
  const path = `db/${stem}.sql`;

  expect(readUnits('knex', path, 'vacuum;', { [`db/${stem}.js`]: outside })).toEqual([
    { id: path, firstLine: 1, transaction: 'per-message', text: 'vacuum;' },
  ]);
  expect(readUnits('knex', path, 'select 1;', { [`db/${stem}.js`]: plain })).toMatchObject([
    { transaction: 'per-file' },
  ]);
});

test.each(["select '{}'::jsonb ? 'a';", "select 'why\\?';"])(
  'refuses the question mark of %j',
  (text) => {
    expect(readUnits('knex', `db/${stem}.sql`, text)).toBeTypeOf('string');
  },
);
