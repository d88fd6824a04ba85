import { digestOf } from '../../src/domain/digest.ts';
import type { Facts, RelationFacts } from '../../src/domain/facts.ts';

/** Facts of a small database; what a test does not say is empty. */
export function someFacts(rest: Partial<Facts>): Facts {
  return {
    database: 'billing',
    takenAt: '2026-03-01T12:00:00Z',
    serverVersion: 160_014,
    fingerprint: digestOf('schema'),
    environment: {
      owner: 'owner',
      role: 'reader',
      searchPath: ['public'],
      encoding: 'UTF8',
      collate: 'C',
      ctype: 'C',
      localeProvider: 'libc',
      timeZone: 'UTC',
      roles: [],
      extensions: [],
    },
    relations: [],
    domains: [],
    functions: [],
    publications: [],
    histories: [],
    ...rest,
  };
}

/** A table with one column and a primary key. */
export function someTable(
  schema: string,
  name: string,
  rest: Partial<RelationFacts> = {},
): RelationFacts {
  return {
    schema,
    name,
    kind: 'table',
    persistence: 'permanent',
    columns: [
      {
        name: 'id',
        type: 'bigint',
        notNull: true,
        default: 'none',
        generated: 'no',
        identity: 'always',
      },
    ],
    keys: [{ name: `${name}_pkey`, kind: 'primary', columns: ['id'] }],
    foreignKeys: [],
    checks: [],
    indexes: [
      {
        name: `${name}_pkey`,
        columns: ['id'],
        unique: true,
        valid: true,
        partial: false,
        method: 'btree',
        bytes: 16_384,
      },
    ],
    parents: [],
    isPartition: false,
    reads: [],
    triggers: [],
    rules: [],
    rowSecurity: 'off',
    replicaIdentity: 'default',
    rows: 1000,
    bytes: 65_536,
    indexBytes: 16_384,
    toastBytes: 8192,
    writesPerHour: 10,
    ...rest,
  };
}
