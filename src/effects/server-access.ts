import type { EffectOf } from '../domain/effect.ts';
import type { StatementTag } from '../sql/nodes.ts';
import type { Deriver, Draft } from './draft.ts';
import { deriver, relation } from './draft.ts';
import { createTable } from './create.ts';

/** Statements that reach beyond the database: other servers, libraries, replication. */
export const serverAccess = {
  LoadStmt: reaching('LoadStmt', 'library', 'load'),
  CreateExtensionStmt: reaching('CreateExtensionStmt', 'library', 'create extension'),
  AlterExtensionStmt: reaching('AlterExtensionStmt', 'library', 'alter extension'),
  AlterExtensionContentsStmt: reaching('AlterExtensionContentsStmt', 'library', 'alter extension'),
  CreatePLangStmt: reaching('CreatePLangStmt', 'library', 'create language'),
  CreateAmStmt: reaching('CreateAmStmt', 'library', 'create access method'),
  CreateTransformStmt: reaching('CreateTransformStmt', 'library', 'create transform'),
  CreateFdwStmt: reaching('CreateFdwStmt', 'network', 'create foreign data wrapper'),
  AlterFdwStmt: reaching('AlterFdwStmt', 'network', 'alter foreign data wrapper'),
  CreateForeignServerStmt: reaching('CreateForeignServerStmt', 'network', 'create server'),
  AlterForeignServerStmt: reaching('AlterForeignServerStmt', 'network', 'alter server'),
  CreateUserMappingStmt: reaching('CreateUserMappingStmt', 'network', 'create user mapping'),
  AlterUserMappingStmt: reaching('AlterUserMappingStmt', 'network', 'alter user mapping'),
  ImportForeignSchemaStmt: reaching('ImportForeignSchemaStmt', 'network', 'import foreign schema'),
  CreateForeignTableStmt: deriver(
    'CreateForeignTableStmt',
    (statement, context): readonly Draft[] => {
      const access: Draft = {
        kind: 'accesses-server',
        how: 'network',
        detail: 'create foreign table',
      };
      if (statement.base === undefined) return [access];
      const object = relation(statement.base.relation, context, 'foreign-table');
      return [access, ...createTable(statement.base, object, context)];
    },
  ),
  CreateTableSpaceStmt: reaching('CreateTableSpaceStmt', 'file', 'create tablespace'),
  AlterTableSpaceOptionsStmt: reaching(
    'AlterTableSpaceOptionsStmt',
    'configuration',
    'alter tablespace',
  ),
  AlterTableMoveAllStmt: reaching(
    'AlterTableMoveAllStmt',
    'file',
    'move all to another tablespace',
  ),
  CreatedbStmt: reaching('CreatedbStmt', 'configuration', 'create database'),
  AlterDatabaseStmt: reaching('AlterDatabaseStmt', 'configuration', 'alter database'),
  AlterDatabaseRefreshCollStmt: reaching(
    'AlterDatabaseRefreshCollStmt',
    'configuration',
    'alter database',
  ),
  CreatePublicationStmt: reaching('CreatePublicationStmt', 'replication', 'create publication'),
  CreateSubscriptionStmt: reaching('CreateSubscriptionStmt', 'replication', 'create subscription'),
  AlterSubscriptionStmt: reaching('AlterSubscriptionStmt', 'replication', 'alter subscription'),
  CheckPointStmt: reaching('CheckPointStmt', 'configuration', 'checkpoint'),
  NotifyStmt: reaching('NotifyStmt', 'session', 'notify'),
  ListenStmt: reaching('ListenStmt', 'session', 'listen'),
  UnlistenStmt: reaching('UnlistenStmt', 'session', 'unlisten'),
} as const;

function reaching(
  tag: StatementTag,
  how: EffectOf<'accesses-server'>['how'],
  detail: string,
): Deriver {
  return deriver(tag, () => [{ kind: 'accesses-server', how, detail }]);
}
