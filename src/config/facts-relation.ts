import type {
  ColumnFacts,
  ForeignKeyAction,
  ForeignKeyFacts,
  IndexFacts,
  KeyFacts,
  PartitionKeyFacts,
  RelationFacts,
} from '../domain/facts.ts';
import {
  label,
  mostFacts,
  name,
  qualified,
  readBoolean,
  readSize,
  readTrue,
} from './facts-words.ts';
import { listOf, oneOf, readObject } from './json.ts';
import type { Decode } from './json.ts';

/** PostgreSQL allows 1,600 columns; views and old columns change little about that. */
const names = listOf(name, 2_000);

/** One relation of a facts file. */
export const readRelation: Decode<RelationFacts> = (value, place) => {
  const { need, may } = readObject(value, place, relationKeys);
  const takesTheRest = may('isDefaultPartition', readTrue);
  const partitionKey = may('partitionKey', readPartitionKey);
  return {
    schema: need('schema', name),
    name: need('name', name),
    kind: need('kind', oneOf(relationKinds)),
    persistence: need('persistence', oneOf(['permanent', 'unlogged'])),
    columns: need('columns', listOf(readColumn, 2_000)),
    keys: need('keys', listOf(readKey, 10_000)),
    foreignKeys: need('foreignKeys', listOf(readForeignKey, 10_000)),
    checks: need('checks', listOf(readCheck, 10_000)),
    indexes: need('indexes', listOf(readIndex, 10_000)),
    parents: need('parents', listOf(qualified, 10_000)),
    isPartition: need('isPartition', readBoolean),
    ...(takesTheRest === undefined ? {} : { isDefaultPartition: takesTheRest }),
    ...(partitionKey === undefined ? {} : { partitionKey }),
    reads: need('reads', listOf(qualified, mostFacts)),
    triggers: need('triggers', listOf(readTrigger, 10_000)),
    rules: need('rules', listOf(readRule, 10_000)),
    rowSecurity: need('rowSecurity', oneOf(['off', 'on', 'forced'])),
    replicaIdentity: need('replicaIdentity', oneOf(['default', 'nothing', 'full', 'index'])),
    rows: need('rows', readSize),
    bytes: need('bytes', readSize),
    indexBytes: need('indexBytes', readSize),
    toastBytes: need('toastBytes', readSize),
    writesPerHour: need('writesPerHour', readSize),
  };
};

const relationKeys = [
  'schema',
  'name',
  'kind',
  'persistence',
  'columns',
  'keys',
  'foreignKeys',
  'checks',
  'indexes',
  'parents',
  'isPartition',
  'isDefaultPartition',
  'partitionKey',
  'reads',
  'triggers',
  'rules',
  'rowSecurity',
  'replicaIdentity',
  'rows',
  'bytes',
  'indexBytes',
  'toastBytes',
  'writesPerHour',
] as const satisfies readonly (keyof RelationFacts)[];

const relationKinds = [
  'table',
  'partitioned-table',
  'view',
  'materialized-view',
  'foreign-table',
  'sequence',
] as const satisfies readonly RelationFacts['kind'][];

const readPartitionKey: Decode<PartitionKeyFacts> = (value, place) => {
  const { need } = readObject(value, place, ['strategy', 'columns']);
  return {
    strategy: need('strategy', oneOf(['range', 'list', 'hash'])),
    columns: need('columns', names),
  };
};

const readColumn: Decode<ColumnFacts> = (value, place) => {
  const { need } = readObject(value, place, [
    'name',
    'type',
    'notNull',
    'default',
    'generated',
    'identity',
  ]);
  return {
    name: need('name', name),
    type: need('type', label),
    notNull: need('notNull', readBoolean),
    default: need('default', oneOf(['none', 'immutable', 'stable', 'volatile'])),
    generated: need('generated', oneOf(['no', 'stored', 'virtual'])),
    identity: need('identity', oneOf(['no', 'always', 'by-default'])),
  };
};

const readKey: Decode<KeyFacts> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'kind', 'columns']);
  return {
    name: need('name', name),
    kind: need('kind', oneOf(['primary', 'unique', 'exclusion'])),
    columns: need('columns', names),
  };
};

const actions = [
  'no-action',
  'restrict',
  'cascade',
  'set-null',
  'set-default',
] as const satisfies readonly ForeignKeyAction[];

const readForeignKey: Decode<ForeignKeyFacts> = (value, place) => {
  const { need } = readObject(value, place, [
    'name',
    'columns',
    'references',
    'onDelete',
    'onUpdate',
    'validated',
  ]);
  return {
    name: need('name', name),
    columns: need('columns', names),
    references: need('references', readReferences),
    onDelete: need('onDelete', oneOf(actions)),
    onUpdate: need('onUpdate', oneOf(actions)),
    validated: need('validated', readBoolean),
  };
};

const readReferences: Decode<ForeignKeyFacts['references']> = (value, place) => {
  const { need } = readObject(value, place, ['schema', 'name', 'columns']);
  return {
    schema: need('schema', name),
    name: need('name', name),
    columns: need('columns', names),
  };
};

const readCheck: Decode<RelationFacts['checks'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'columns', 'validated', 'notNull']);
  return {
    name: need('name', name),
    columns: need('columns', names),
    validated: need('validated', readBoolean),
    notNull: need('notNull', readBoolean),
  };
};

const readIndex: Decode<IndexFacts> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'name',
    'columns',
    'unique',
    'valid',
    'partial',
    'method',
    'bytes',
  ]);
  const columns = may('columns', names);
  return {
    name: need('name', name),
    ...(columns === undefined ? {} : { columns }),
    unique: need('unique', readBoolean),
    valid: need('valid', readBoolean),
    partial: need('partial', readBoolean),
    method: need('method', name),
    bytes: need('bytes', readSize),
  };
};

const readTrigger: Decode<RelationFacts['triggers'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'events', 'enabled', 'calls']);
  return {
    name: need('name', name),
    events: need('events', listOf(oneOf(['insert', 'update', 'delete', 'truncate']), 4)),
    enabled: need('enabled', readBoolean),
    calls: need('calls', qualified),
  };
};

const readRule: Decode<RelationFacts['rules'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'event']);
  return { name: need('name', name), event: need('event', oneOf(['insert', 'update', 'delete'])) };
};
