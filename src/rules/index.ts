import type { Rule } from './rule.ts';
import { alterColumnType } from './alter-column-type.ts';
import { auditTampering } from './audit-tampering.ts';
import { blockingLock } from './blocking-lock.ts';
import { blockingScan } from './blocking-scan.ts';
import { cascadingDelete } from './cascading-delete.ts';
import { charType } from './char-type.ts';
import { dataExport } from './data-export.ts';
import { definerSearchPath } from './definer-search-path.ts';
import { deleteRows } from './delete-rows.ts';
import { dropColumn } from './drop-column.ts';
import { dropObject } from './drop-object.ts';
import { dropTable } from './drop-table.ts';
import { droppedDefault } from './dropped-default.ts';
import { enumValueInSameTransaction } from './enum-value-in-same-transaction.ts';
import { filteredUpdate } from './filtered-update.ts';
import { grantToPublic } from './grant-to-public.ts';
import { hiddenStatement } from './hidden-statement.ts';
import { indexWithoutConcurrently } from './index-without-concurrently.ts';
import { jsonType } from './json-type.ts';
import { longName } from './long-name.ts';
import { misleadingName } from './misleading-name.ts';
import { moneyType } from './money-type.ts';
import { nameStyle } from './name-style.ts';
import { newerSyntax } from './newer-syntax.ts';
import { observedNotPredicted } from './observed-not-predicted.ts';
import { opaqueDynamicSql } from './opaque-dynamic-sql.ts';
import { parseSetting } from './parse-setting.ts';
import { policyWithoutRowSecurity } from './policy-without-row-security.ts';
import { privilegedChange } from './privileged-change.ts';
import { renameObject } from './rename-object.ts';
import { replaceObject } from './replace-object.ts';
import { requiredColumn } from './required-column.ts';
import { rowSecurityWithoutPolicy } from './row-security-without-policy.ts';
import { runnerDirective } from './runner-directive.ts';
import { secretInText } from './secret-in-text.ts';
import { serialColumn } from './serial-column.ts';
import { serverAccess } from './server-access.ts';
import { sessionSetting } from './session-setting.ts';
import { smallPrimaryKey } from './small-primary-key.ts';
import { suppressionComment } from './suppression-comment.ts';
import { systemCatalogWrite } from './system-catalog-write.ts';
import { tableWithoutComment } from './table-without-comment.ts';
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts';
import { timestampWithoutTimeZone } from './timestamp-without-time-zone.ts';
import { transactionControl } from './transaction-control.ts';
import { truncate } from './truncate.ts';
import { truncatedName } from './truncated-name.ts';
import { unboundedDelete } from './unbounded-delete.ts';
import { unboundedUpdate } from './unbounded-update.ts';
import { unknownFunctionCall } from './unknown-function-call.ts';
import { unknownStatement } from './unknown-statement.ts';
import { unparsed } from './unparsed.ts';
import { validateInSameTransaction } from './validate-in-same-transaction.ts';
import { varcharLength } from './varchar-length.ts';
import { weakenIntegrity } from './weaken-integrity.ts';
import { workUnderLock } from './work-under-lock.ts';

/** Every rule, in the order of its id. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  alterColumnType,
  auditTampering,
  blockingLock,
  blockingScan,
  cascadingDelete,
  charType,
  dataExport,
  definerSearchPath,
  deleteRows,
  dropColumn,
  dropObject,
  dropTable,
  droppedDefault,
  enumValueInSameTransaction,
  filteredUpdate,
  grantToPublic,
  hiddenStatement,
  indexWithoutConcurrently,
  jsonType,
  longName,
  misleadingName,
  moneyType,
  nameStyle,
  newerSyntax,
  observedNotPredicted,
  opaqueDynamicSql,
  parseSetting,
  policyWithoutRowSecurity,
  privilegedChange,
  renameObject,
  replaceObject,
  requiredColumn,
  rowSecurityWithoutPolicy,
  runnerDirective,
  secretInText,
  serialColumn,
  serverAccess,
  sessionSetting,
  smallPrimaryKey,
  suppressionComment,
  systemCatalogWrite,
  tableWithoutComment,
  tableWithoutPrimaryKey,
  timestampWithoutTimeZone,
  transactionControl,
  truncate,
  truncatedName,
  unboundedDelete,
  unboundedUpdate,
  unknownFunctionCall,
  unknownStatement,
  unparsed,
  validateInSameTransaction,
  varcharLength,
  weakenIntegrity,
  workUnderLock,
];
