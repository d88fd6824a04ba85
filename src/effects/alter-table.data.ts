import type { AlterTableType } from '@pgsql/types';
import type { LockForm } from './locks.ts';

export type SubcommandFacts = {
  /** The `change` of the effect. */
  readonly change: string;
  /** The form that was measured, where nothing in the definition asks for another. */
  readonly form: LockForm;
};

/**
 * What each ALTER TABLE subcommand changes, and its row in the table of locks. Constraints, new columns
 * and new types depend on their definition: alter-table-forms.ts looks closer at those.
 * Subcommands that only PostgreSQL itself makes are listed because the grammar's type has them.
 */
export const subcommands: Record<AlterTableType, SubcommandFacts> = {
  AT_AddColumn: { change: 'add-column', form: 'add-column' },
  AT_AddColumnToView: { change: 'add-column', form: 'add-column' },
  AT_ColumnDefault: { change: 'column-default', form: 'set-default' },
  AT_CookedColumnDefault: { change: 'column-default', form: 'set-default' },
  AT_DropNotNull: { change: 'drop-not-null', form: 'drop-not-null' },
  AT_SetNotNull: { change: 'set-not-null', form: 'set-not-null' },
  AT_SetExpression: { change: 'set-expression', form: 'set-expression' },
  AT_DropExpression: { change: 'drop-expression', form: 'drop-expression' },
  AT_SetStatistics: { change: 'statistics', form: 'set-statistics' },
  AT_SetOptions: { change: 'column-options', form: 'set-column-options' },
  AT_ResetOptions: { change: 'column-options', form: 'reset-column-options' },
  AT_SetStorage: { change: 'storage', form: 'set-storage' },
  AT_SetCompression: { change: 'compression', form: 'set-compression' },
  AT_DropColumn: { change: 'drop-column', form: 'drop-column' },
  AT_AddIndex: { change: 'add-index', form: 'add-unique' },
  AT_ReAddIndex: { change: 'add-index', form: 'add-unique' },
  AT_AddConstraint: { change: 'add-constraint', form: 'add-check' },
  AT_ReAddConstraint: { change: 'add-constraint', form: 'add-check' },
  AT_ReAddDomainConstraint: { change: 'add-constraint', form: 'add-check' },
  AT_AlterConstraint: { change: 'alter-constraint', form: 'alter-foreign-key' },
  AT_ValidateConstraint: { change: 'validate-constraint', form: 'validate-check' },
  AT_AddIndexConstraint: { change: 'add-constraint', form: 'add-unique-using-index' },
  AT_DropConstraint: { change: 'drop-constraint', form: 'drop-check' },
  AT_ReAddComment: { change: 'comment', form: 'comment-on-table' },
  AT_AlterColumnType: { change: 'column-type', form: 'type-int-to-bigint' },
  AT_AlterColumnGenericOptions: { change: 'column-options', form: 'foreign-column-options' },
  AT_ChangeOwner: { change: 'owner', form: 'owner' },
  AT_ClusterOn: { change: 'cluster-on', form: 'cluster-on' },
  AT_DropCluster: { change: 'cluster-on', form: 'set-without-cluster' },
  AT_SetLogged: { change: 'set-logged', form: 'set-logged' },
  AT_SetUnLogged: { change: 'set-unlogged', form: 'set-unlogged' },
  AT_DropOids: { change: 'drop-oids', form: 'set-without-oids' },
  AT_SetAccessMethod: { change: 'access-method', form: 'set-access-method' },
  AT_SetTableSpace: { change: 'tablespace', form: 'set-tablespace' },
  AT_SetRelOptions: { change: 'options', form: 'set-options' },
  AT_ResetRelOptions: { change: 'options', form: 'reset-options' },
  AT_ReplaceRelOptions: { change: 'options', form: 'set-user-catalog-table' },
  AT_EnableTrig: { change: 'enable-trigger', form: 'enable-trigger' },
  AT_EnableAlwaysTrig: { change: 'enable-trigger', form: 'enable-always-trigger' },
  AT_EnableReplicaTrig: { change: 'disable-trigger', form: 'enable-replica-trigger' },
  AT_DisableTrig: { change: 'disable-trigger', form: 'disable-trigger' },
  AT_EnableTrigAll: { change: 'enable-trigger', form: 'disable-trigger-all' },
  AT_DisableTrigAll: { change: 'disable-trigger', form: 'disable-trigger-all' },
  AT_EnableTrigUser: { change: 'enable-trigger', form: 'disable-trigger-user' },
  AT_DisableTrigUser: { change: 'disable-trigger', form: 'disable-trigger-user' },
  AT_EnableRule: { change: 'enable-rule', form: 'enable-rule' },
  AT_EnableAlwaysRule: { change: 'enable-rule', form: 'enable-rule' },
  AT_EnableReplicaRule: { change: 'disable-rule', form: 'disable-rule' },
  AT_DisableRule: { change: 'disable-rule', form: 'disable-rule' },
  AT_AddInherit: { change: 'inherit', form: 'inherit' },
  AT_DropInherit: { change: 'no-inherit', form: 'no-inherit' },
  AT_AddOf: { change: 'of-type', form: 'of-type' },
  AT_DropOf: { change: 'of-type', form: 'not-of-type' },
  AT_ReplicaIdentity: { change: 'replica-identity', form: 'replica-identity-full' },
  AT_EnableRowSecurity: { change: 'enable-row-security', form: 'enable-row-security' },
  AT_DisableRowSecurity: { change: 'disable-row-security', form: 'disable-row-security' },
  AT_ForceRowSecurity: { change: 'force-row-security', form: 'force-row-security' },
  AT_NoForceRowSecurity: { change: 'no-force-row-security', form: 'no-force-row-security' },
  AT_GenericOptions: { change: 'foreign-options', form: 'foreign-table-options' },
  AT_AttachPartition: { change: 'attach-partition', form: 'attach-partition' },
  AT_DetachPartition: { change: 'detach-partition', form: 'detach-partition' },
  AT_DetachPartitionFinalize: { change: 'detach-partition', form: 'detach-partition-concurrently' },
  AT_AddIdentity: { change: 'add-identity', form: 'add-identity' },
  AT_SetIdentity: { change: 'set-identity', form: 'set-identity' },
  AT_DropIdentity: { change: 'drop-identity', form: 'drop-identity' },
  AT_ReAddStatistics: { change: 'statistics', form: 'create-statistics' },
};
