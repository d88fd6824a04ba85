import { expect, test } from 'vitest';
import { parseMasking } from './masking.ts';

test('reads masks and columns that stay', () => {
  const config = parseMasking(
    `version: 1
databases:
  billing:
    source: env:BILLING_SOURCE_URL
    columns:
      public.customers.email: email
      public.orders.status: { keep: 'enumerated status, no personal data' }
`,
    'm.yml',
  );

  expect(config).toEqual({
    databases: [
      {
        database: 'billing',
        sourceUrlVariable: 'BILLING_SOURCE_URL',
        columns: new Map([
          ['public.customers.email', { kind: 'mask', mask: 'email' }],
          [
            'public.orders.status',
            { kind: 'keep', because: 'enumerated status, no personal data' },
          ],
        ]),
      },
    ],
  });
});

test.each([
  [
    '    columns: { a.b.c: emai }',
    'm.yml:4:23 unknown value of databases.billing.columns.a.b.c; did you mean email?',
  ],
  ['    columns: { b.c: email }', 'm.yml:4:21 the column "b.c" has to be schema.table.column'],
  [
    '    columns: { a.b.c: { keep: "" } }',
    'm.yml:4:31 databases.billing.columns.a.b.c.keep has to be text of 1 to 1000 characters',
  ],
  ['    sorce: env:X', 'm.yml:4:5 unknown key sorce; did you mean source?'],
])('refuses %j', (line, message) => {
  const read = () => parseMasking(`version: 1\ndatabases:\n  billing:\n${line}\n`, 'm.yml');

  expect(read).toThrow(message);
});
