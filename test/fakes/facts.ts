import { digestOf } from '../../src/domain/digest.ts';
import type {
  ColumnFacts,
  Facts,
  ForeignKeyFacts,
  KeyFacts,
  RelationFacts,
} from '../../src/domain/facts.ts';

/** Facts about a target that has these relations, and whose search path is `app, public`. */
export function factsOf(relations: readonly RelationFacts[], more: Partial<Facts> = {}): Facts {
  return {
    database: 'shop',
    takenAt: '2026-01-01T00:00:00Z',
    serverVersion: 160_000,
    fingerprint: digestOf(''),
    environment: {
      owner: 'owner',
      role: 'app',
      searchPath: ['$user', 'public'],
      encoding: 'UTF8',
      collate: 'C',
      ctype: 'C',
      localeProvider: 'libc',
      timeZone: 'UTC',
      roles: [],
      extensions: [],
    },
    relations,
    domains: [],
    functions: [],
    publications: [],
    histories: [],
    ...more,
  };
}

/** A table `schema.name (column, column!)` with 1,000 rows; `!` is NOT NULL, and `id` is its primary key. */
export function tableFacts(text: string, more: Partial<RelationFacts> = {}): RelationFacts {
  const [, schema = '', name = '', list = ''] = /^(\w+)\.(\w+) \((.*)\)$/.exec(text) ?? [];
  const columns = list.split(', ').map(columnFacts);
  const keys: readonly KeyFacts[] = columns.some((column) => column.name === 'id')
    ? [{ name: `${name}_pkey`, kind: 'primary', columns: ['id'] }]
    : [];
  return {
    schema,
    name,
    kind: 'table',
    persistence: 'permanent',
    columns,
    keys,
    foreignKeys: [],
    checks: [],
    indexes: [],
    parents: [],
    isPartition: false,
    reads: [],
    triggers: [],
    rules: [],
    rowSecurity: 'off',
    replicaIdentity: 'default',
    rows: 1000,
    bytes: 81_920,
    indexBytes: 0,
    toastBytes: 0,
    writesPerHour: -1,
    ...more,
  };
}

function columnFacts(text: string): ColumnFacts {
  const name = text.replace('!', '');
  const notNull = text.endsWith('!') || name === 'id';
  return { name, type: 'integer', notNull, default: 'none', generated: 'no', identity: 'no' };
}

/** A foreign key of one column to `id` of a table, which CASCADE follows unless `more` says otherwise. */
export function foreignKeyFacts(
  column: string,
  [schema, name]: readonly [string, string],
  more: Partial<ForeignKeyFacts> = {},
): ForeignKeyFacts {
  return {
    name: `${column}_fkey`,
    columns: [column],
    references: { schema, name, columns: ['id'] },
    onDelete: 'cascade',
    onUpdate: 'no-action',
    validated: true,
    ...more,
  };
}
