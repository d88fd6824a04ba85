import type { Rule } from './rule.ts';
import { alterColumnType } from './alter-column-type.ts';
import { auditTampering } from './audit-tampering.ts';
import { autovacuumOff } from './autovacuum-off.ts';
import { blockingLock } from './blocking-lock.ts';
import { blockingScan } from './blocking-scan.ts';
import { capturedColumn } from './captured-column.ts';
import { cascadingDelete } from './cascading-delete.ts';
import { charType } from './char-type.ts';
import { computedPredicate } from './computed-predicate.ts';
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts';
import { contractWithExpand } from './contract-with-expand.ts';
import { credentialWrite } from './credential-write.ts';
import { dataExport } from './data-export.ts';
import { definerSearchPath } from './definer-search-path.ts';
import { deleteRows } from './delete-rows.ts';
import { domainCheck } from './domain-check.ts';
import { dropColumn } from './drop-column.ts';
import { dropObject } from './drop-object.ts';
import { dropTable } from './drop-table.ts';
import { droppedDefault } from './dropped-default.ts';
import { enumValueInSameTransaction } from './enum-value-in-same-transaction.ts';
import { environmentBranch } from './environment-branch.ts';
import { filteredUpdate } from './filtered-update.ts';
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts';
import { functionPromise } from './function-promise.ts';
import { grantToPublic } from './grant-to-public.ts';
import { hiddenStatement } from './hidden-statement.ts';
import { indexWithoutConcurrently } from './index-without-concurrently.ts';
import { indirectWrite } from './indirect-write.ts';
import { jsonType } from './json-type.ts';
import { keyUpdate } from './key-update.ts';
import { longName } from './long-name.ts';
import { misleadingName } from './misleading-name.ts';
import { moneyType } from './money-type.ts';
import { multiplePermissivePolicies } from './multiple-permissive-policies.ts';
import { nameStyle } from './name-style.ts';
import { newerSyntax } from './newer-syntax.ts';
import { observedNotPredicted } from './observed-not-predicted.ts';
import { opaqueDynamicSql } from './opaque-dynamic-sql.ts';
import { parseSetting } from './parse-setting.ts';
import { policyTrustsUser } from './policy-trusts-user.ts';
import { policyWithoutRowSecurity } from './policy-without-row-security.ts';
import { privilegedChange } from './privileged-change.ts';
import { publishedTable } from './published-table.ts';
import { publishedWithoutKey } from './published-without-key.ts';
import { renameObject } from './rename-object.ts';
import { replaceObject } from './replace-object.ts';
import { requiredColumn } from './required-column.ts';
import { rowLocks } from './row-locks.ts';
import { rowSecurityWithoutPolicy } from './row-security-without-policy.ts';
import { runnerDirective } from './runner-directive.ts';
import { secretInText } from './secret-in-text.ts';
import { sensitiveCopy } from './sensitive-copy.ts';
import { sequenceBurn } from './sequence-burn.ts';
import { sequenceOptions } from './sequence-options.ts';
import { serialColumn } from './serial-column.ts';
import { serverAccess } from './server-access.ts';
import { sessionSetting } from './session-setting.ts';
import { severalLockedTables } from './several-locked-tables.ts';
import { smallPrimaryKey } from './small-primary-key.ts';
import { suppressionComment } from './suppression-comment.ts';
import { swallowedError } from './swallowed-error.ts';
import { systemCatalogWrite } from './system-catalog-write.ts';
import { tableWithoutComment } from './table-without-comment.ts';
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts';
import { timestampWithoutTimeZone } from './timestamp-without-time-zone.ts';
import { transactionControl } from './transaction-control.ts';
import { truncate } from './truncate.ts';
import { truncatedName } from './truncated-name.ts';
import { unboundParameter } from './unbound-parameter.ts';
import { unboundedDelete } from './unbounded-delete.ts';
import { unboundedUpdate } from './unbounded-update.ts';
import { unknownFunctionCall } from './unknown-function-call.ts';
import { unknownStatement } from './unknown-statement.ts';
import { unloggedTable } from './unlogged-table.ts';
import { unparsed } from './unparsed.ts';
import { unverifiedMajor } from './unverified-major.ts';
import { validateInSameTransaction } from './validate-in-same-transaction.ts';
import { varcharLength } from './varchar-length.ts';
import { viewPastRowSecurity } from './view-past-row-security.ts';
import { volatileCheck } from './volatile-check.ts';
import { weakenIntegrity } from './weaken-integrity.ts';
import { workUnderLock } from './work-under-lock.ts';

/** Every rule, in the order of its id. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  alterColumnType,
  auditTampering,
  autovacuumOff,
  blockingLock,
  blockingScan,
  capturedColumn,
  cascadingDelete,
  charType,
  computedPredicate,
  concurrentlyInTransaction,
  contractWithExpand,
  credentialWrite,
  dataExport,
  definerSearchPath,
  deleteRows,
  domainCheck,
  dropColumn,
  dropObject,
  dropTable,
  droppedDefault,
  enumValueInSameTransaction,
  environmentBranch,
  filteredUpdate,
  foreignKeyWithoutIndex,
  functionPromise,
  grantToPublic,
  hiddenStatement,
  indexWithoutConcurrently,
  indirectWrite,
  jsonType,
  keyUpdate,
  longName,
  misleadingName,
  moneyType,
  multiplePermissivePolicies,
  nameStyle,
  newerSyntax,
  observedNotPredicted,
  opaqueDynamicSql,
  parseSetting,
  policyTrustsUser,
  policyWithoutRowSecurity,
  privilegedChange,
  publishedTable,
  publishedWithoutKey,
  renameObject,
  replaceObject,
  requiredColumn,
  rowLocks,
  rowSecurityWithoutPolicy,
  runnerDirective,
  secretInText,
  sensitiveCopy,
  sequenceBurn,
  sequenceOptions,
  serialColumn,
  serverAccess,
  sessionSetting,
  severalLockedTables,
  smallPrimaryKey,
  suppressionComment,
  swallowedError,
  systemCatalogWrite,
  tableWithoutComment,
  tableWithoutPrimaryKey,
  timestampWithoutTimeZone,
  transactionControl,
  truncate,
  truncatedName,
  unboundParameter,
  unboundedDelete,
  unboundedUpdate,
  unknownFunctionCall,
  unknownStatement,
  unloggedTable,
  unparsed,
  unverifiedMajor,
  validateInSameTransaction,
  varcharLength,
  viewPastRowSecurity,
  volatileCheck,
  weakenIntegrity,
  workUnderLock,
];
