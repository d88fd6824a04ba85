import { expect, it } from 'vitest';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { readFacts } from './facts.ts';

const file = (rest: object) => JSON.stringify({ version: 1, ...someFacts({}), ...rest });

it('reads back everything that was written', () => {
  const facts = someFacts({
    relations: [
      someTable('public', 'orders', {
        foreignKeys: [
          {
            name: 'orders_user_fkey',
            columns: ['user_id'],
            references: { schema: 'public', name: 'users', columns: ['id'] },
            onDelete: 'cascade',
            onUpdate: 'no-action',
            validated: false,
          },
        ],
        checks: [{ name: 'c', columns: ['id'], validated: true, notNull: true }],
        triggers: [
          {
            name: 'audit',
            events: ['insert', 'truncate'],
            enabled: true,
            calls: { schema: 'app', name: 'audit' },
          },
        ],
        rules: [{ name: 'r', event: 'update' }],
        parents: [{ schema: 'public', name: 'all_orders' }],
        isPartition: true,
        isDefaultPartition: true,
        partitionKey: { strategy: 'list', columns: ['id', 'kind'] },
      }),
      someTable('public', 'v', { kind: 'view', reads: [{ schema: 'public', name: 'orders' }] }),
    ],
    domains: [{ schema: 'public', name: 'd', type: 'text', notNull: true, hasChecks: true }],
    functions: [
      {
        schema: 'public',
        name: 'f',
        arguments: 'a integer',
        kind: 'function',
        volatility: 'stable',
        language: 'sql',
        securityDefiner: true,
      },
    ],
    publications: [{ name: 'p', allTables: false, tables: [{ schema: 'public', name: 'orders' }] }],
    histories: [
      {
        layout: 'flyway',
        table: { schema: 'public', name: 'flyway_schema_history' },
        entries: [{ version: '1', name: 'V1__a.sql', checksum: '-17', succeeded: true }],
      },
    ],
  });

  expect(readFacts(file(facts))).toEqual(facts);
});

it.each([
  ['what is no JSON', '{'],
  ['one relation twice', file({ relations: [someTable('a', 'b'), someTable('a', 'b')] })],
  ['a key that it does not know', file({ values: ['4111 1111 1111 1111'] })],
  ['an inherited key', file({}).replace('"version":1', '"__proto__":{},"version":1')],
  ['half a character', file({ database: '\uD800' })],
  ['a number that is no size', file({ relations: [someTable('a', 'b', { bytes: 1e300 })] })],
])('refuses %s and quotes nothing of it', (_what, text) => {
  expect(() => readFacts(text)).toThrow(expect.objectContaining({ code: 'input/facts' }));
  expect(() => readFacts(text)).not.toThrow(/4111/);
});
