import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layouts } from '../src/layouts/index.ts';
import type { Layout } from '../src/layouts/layout.ts';

test('no two layouts have the same name', () => {
  const names = layouts.map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
});

test('every layout is a file of its own', () => {
  const files = readdirSync('src/layouts');

  const missing = layouts.filter(({ name }) => !files.includes(`${name}.ts`));

  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('docs/layouts.md is the list of layouts', async () => {
  const page = renderLayouts();

  await expect(page).toMatchFileSnapshot('../docs/layouts.md');
});

const transactions: Record<NonNullable<Layout['transaction']>, string> = {
  'per-run': 'one for all pending files',
  'per-file': 'one a file',
  'per-file-where-possible': 'one a file, unless every statement of it refuses one',
  'per-message': 'one a file, unless it holds a single statement',
  'per-statement': 'none, unless the file begins one',
};

function renderLayouts(): string {
  return [
    '# Layouts',
    '',
    'A layout is what one migration tool makes of its files: `layout:` in the policy names it. Only what the tool',
    'would run is read and judged, at its true lines. Sluice itself runs each unit in one transaction; the',
    'transaction below is that of the tool, and a statement that PostgreSQL would refuse in it is refused.',
    '',
    'Every layout refuses what is neither SQL nor a file of its tool. Programs (`.js`, `.ts`, `.rb`, `.py`, `.java`,',
    '`.kt`, `.go`, `.php` and their like) are reported as not analyzed, with a way to their SQL. An edited,',
    'renamed or removed file is refused, because the target branch holds it already; an edit of one that its tool',
    'runs again is a unit.',
    '',
    'With `layout: auto` the signs of each tool decide: its own files, marks in the SQL, then names. The target',
    'branch is looked at before the change, and where two tools speak as loudly, nothing is taken until the policy',
    'names one. `sluice check DIR --layout NAME` reads a directory in the same way; what only a target branch can',
    'tell, such as a file that comes too late, it leaves to the review.',
    '',
    'Where facts tell what a tool recorded as run, the review also refuses a version that ran already, what comes too late for',
    'it, and a file of the target branch that is not what ran: by the checksum that Prisma, Drizzle, Flyway, sqlx and',
    'graphile-migrate record. The others record none, or one that a file alone does not give (Liquibase, Atlas).',
    '',
    'Only where pg_dump wrote a file are its `\\restrict` and `\\unrestrict` of one key and its fixed settings accepted, in',
    'its words, order and place: in Flyway baselines, and without a layout or with `plain` in files named',
    '`structure.sql`, `<name>_structure.sql`, `schema.sql`, `dump.sql` or `baseline.sql`, with a version before it or not. Such a',
    'file has to look like a dump as well: it begins with all that pg_dump always begins with, only makes and fills objects,',
    'and touches no table but those that it makes.',
    ...layouts.flatMap(renderLayout),
    '',
  ].join('\n');
}

function renderLayout(layout: Layout): readonly string[] {
  const mode = layout.transaction;
  const rows = [
    ['files', layout.files],
    ['unit', layout.unit],
    ['order', layout.order],
    [
      'transaction of the tool',
      mode === undefined ? 'none: Sluice alone runs it' : transactions[mode],
    ],
    ['refused', layout.refuses],
  ];
  return [
    '',
    `## ${layout.name}`,
    `For ${layout.tool}.`,
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([key, value]) => `| ${key} | ${value} |`),
  ];
}
