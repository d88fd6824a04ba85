import { expect, test } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import { readScript } from '../sql/read.ts';
import { isDumpName } from './dump-name.ts';
import { layouts } from './index.ts';
import { toUnits } from './units.ts';

test.each([
  ['db/structure.sql', true],
  ['db/animals_structure.sql', true],
  ['db/schema.sql', true],
  ['db/0001_baseline.sql', true],
  ['db/20240101000000-dump.sql', true],
  ['db/0002_alter_schema.sql', false],
  ['db/0002_schema_users.sql', false],
  ['db/schema.sql/0001_a.sql', false],
  ['db/schema.SQL', false],
  ['db/0001_a.sql', false],
])('takes %s for an output of pg_dump: %s', (path, isDump) => {
  expect(isDumpName(path)).toBe(isDump);
});

const text = `\\restrict a
SET statement_timeout = 0;
SET lock_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;
\\unrestrict a
`;

async function readFirst(layout: string, path: string) {
  await using parser = createParser();
  const bytes = new TextEncoder().encode(text);
  const outcome = toUnits({ path }, { name: 'billing', layout }, bytes);
  if (outcome.kind === 'refused') return 'refused';
  const [unit] = outcome.units;
  return unit === undefined ? 'nothing' : (await readScript(unit, parser)).statements[0];
}

test.each([
  ['plain', 'db/schema.sql'],
  ['plain', 'db/0001_baseline.sql'],
  ['flyway', 'db/B1__base.sql'],
])('%s takes %s for an output of pg_dump', async (layout, path) => {
  expect(await readFirst(layout, path)).toMatchObject({ kind: 'parsed', preamble: true });
});

test.each(layouts.filter(({ name }) => name !== 'plain').map(({ name }) => name))(
  '%s takes nothing of its migrations for an output of pg_dump',
  async (layout) => {
    expect(await readFirst(layout, 'db/20240101000000_schema.sql')).not.toMatchObject({
      preamble: true,
    });
    expect(await readFirst(layout, 'db/V2__schema.sql')).not.toMatchObject({ preamble: true });
  },
);
