import type { AlterTableType } from '@pgsql/types';
import type { LockMode } from '../domain/effect.ts';

export type SubcommandFacts = {
  /** The `change` of the effect. */
  readonly change: string;
  readonly lock: LockMode;
  readonly rewrites?: true;
  readonly scans?: true;
};

const ax = 'ACCESS EXCLUSIVE';
const srx = 'SHARE ROW EXCLUSIVE';
const sue = 'SHARE UPDATE EXCLUSIVE';

/**
 * What each ALTER TABLE subcommand changes and takes, measured on PostgreSQL 14 to 18. Constraints,
 * new columns and new types depend on their definition: alter-table.ts looks closer at those.
 * Subcommands that only PostgreSQL itself makes are listed because the grammar's type has them.
 */
export const subcommands: Record<AlterTableType, SubcommandFacts> = {
  AT_AddColumn: { change: 'add-column', lock: ax },
  AT_AddColumnToView: { change: 'add-column', lock: ax },
  AT_ColumnDefault: { change: 'column-default', lock: ax },
  AT_CookedColumnDefault: { change: 'column-default', lock: ax },
  AT_DropNotNull: { change: 'drop-not-null', lock: ax },
  AT_SetNotNull: { change: 'set-not-null', lock: ax, scans: true },
  AT_SetExpression: { change: 'set-expression', lock: ax, rewrites: true },
  AT_DropExpression: { change: 'drop-expression', lock: ax },
  AT_SetStatistics: { change: 'statistics', lock: sue },
  AT_SetOptions: { change: 'column-options', lock: sue },
  AT_ResetOptions: { change: 'column-options', lock: sue },
  AT_SetStorage: { change: 'storage', lock: ax },
  AT_SetCompression: { change: 'compression', lock: ax },
  AT_DropColumn: { change: 'drop-column', lock: ax },
  AT_AddIndex: { change: 'add-index', lock: ax, scans: true },
  AT_ReAddIndex: { change: 'add-index', lock: ax, scans: true },
  AT_AddConstraint: { change: 'add-constraint', lock: ax },
  AT_ReAddConstraint: { change: 'add-constraint', lock: ax, scans: true },
  AT_ReAddDomainConstraint: { change: 'add-constraint', lock: ax, scans: true },
  AT_AlterConstraint: { change: 'alter-constraint', lock: ax },
  AT_ValidateConstraint: { change: 'validate-constraint', lock: sue, scans: true },
  AT_AddIndexConstraint: { change: 'add-constraint', lock: ax },
  AT_DropConstraint: { change: 'drop-constraint', lock: ax },
  AT_ReAddComment: { change: 'comment', lock: sue },
  AT_AlterColumnType: { change: 'column-type', lock: ax, rewrites: true },
  AT_AlterColumnGenericOptions: { change: 'column-options', lock: ax },
  AT_ChangeOwner: { change: 'owner', lock: ax },
  AT_ClusterOn: { change: 'cluster-on', lock: sue },
  AT_DropCluster: { change: 'cluster-on', lock: sue },
  AT_SetLogged: { change: 'set-logged', lock: ax, rewrites: true },
  AT_SetUnLogged: { change: 'set-unlogged', lock: ax, rewrites: true },
  AT_DropOids: { change: 'drop-oids', lock: ax },
  AT_SetAccessMethod: { change: 'access-method', lock: ax, rewrites: true },
  AT_SetTableSpace: { change: 'tablespace', lock: ax, rewrites: true },
  AT_SetRelOptions: { change: 'options', lock: sue },
  AT_ResetRelOptions: { change: 'options', lock: sue },
  AT_ReplaceRelOptions: { change: 'options', lock: ax },
  AT_EnableTrig: { change: 'enable-trigger', lock: srx },
  AT_EnableAlwaysTrig: { change: 'enable-trigger', lock: srx },
  AT_EnableReplicaTrig: { change: 'disable-trigger', lock: srx },
  AT_DisableTrig: { change: 'disable-trigger', lock: srx },
  AT_EnableTrigAll: { change: 'enable-trigger', lock: srx },
  AT_DisableTrigAll: { change: 'disable-trigger', lock: srx },
  AT_EnableTrigUser: { change: 'enable-trigger', lock: srx },
  AT_DisableTrigUser: { change: 'disable-trigger', lock: srx },
  AT_EnableRule: { change: 'enable-rule', lock: ax },
  AT_EnableAlwaysRule: { change: 'enable-rule', lock: ax },
  AT_EnableReplicaRule: { change: 'disable-rule', lock: ax },
  AT_DisableRule: { change: 'disable-rule', lock: ax },
  AT_AddInherit: { change: 'inherit', lock: ax },
  AT_DropInherit: { change: 'no-inherit', lock: ax },
  AT_AddOf: { change: 'of-type', lock: ax },
  AT_DropOf: { change: 'of-type', lock: ax },
  AT_ReplicaIdentity: { change: 'replica-identity', lock: ax },
  AT_EnableRowSecurity: { change: 'enable-row-security', lock: ax },
  AT_DisableRowSecurity: { change: 'disable-row-security', lock: ax },
  AT_ForceRowSecurity: { change: 'force-row-security', lock: ax },
  AT_NoForceRowSecurity: { change: 'no-force-row-security', lock: ax },
  AT_GenericOptions: { change: 'foreign-options', lock: ax },
  AT_AttachPartition: { change: 'attach-partition', lock: sue },
  AT_DetachPartition: { change: 'detach-partition', lock: ax },
  AT_DetachPartitionFinalize: { change: 'detach-partition', lock: sue },
  AT_AddIdentity: { change: 'add-identity', lock: ax },
  AT_SetIdentity: { change: 'set-identity', lock: ax },
  AT_DropIdentity: { change: 'drop-identity', lock: ax },
  AT_ReAddStatistics: { change: 'statistics', lock: sue },
};
