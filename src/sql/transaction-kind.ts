import type { IndexStmt, Node, RangeVar, ReindexStmt, TransactionStmt } from '@pgsql/types';

/** Where a table or an index stands; `schema` is absent when the text does not say. */
export type RelationName = { readonly schema?: string; readonly name: string };

/** How a statement stands to the transaction around it. */
export type TransactionKind =
  | { readonly kind: 'ordinary' }
  /** `plain` when nothing is asked for that a default transaction would not give. */
  | { readonly kind: 'begins'; readonly plain: boolean }
  | { readonly kind: 'commits'; readonly plain: boolean }
  /** Every other transaction control, by its SQL words. */
  | { readonly kind: 'controls'; readonly words: string }
  /** An index without a name gets one from the server: nobody can look for it afterwards. */
  | {
      readonly kind: 'creates-index-concurrently';
      readonly index?: string;
      readonly table: RelationName;
      readonly ifNotExists: boolean;
    }
  | { readonly kind: 'drops-index-concurrently'; readonly indexes: readonly RelationName[] }
  /** PostgreSQL refuses it inside a transaction, or it would undo what the session relies on. */
  | { readonly kind: 'refuses-transaction'; readonly words: string };

/**
 * How one statement stands to its transaction, from PreventInTransactionBlock's callers in PostgreSQL
 * 14 to 18. What is not listed runs inside one, and the server refuses it where this table errs.
 */
export function transactionKindOf(node: Node): TransactionKind {
  if ('TransactionStmt' in node) return ofTransaction(node.TransactionStmt);
  if ('IndexStmt' in node && node.IndexStmt.concurrent === true) return ofIndex(node.IndexStmt);
  if ('DropStmt' in node && node.DropStmt.concurrent === true)
    return {
      kind: 'drops-index-concurrently',
      indexes: (node.DropStmt.objects ?? []).map(nameOfList),
    };
  const words = wordsOfRefusing(node);
  return words === undefined ? { kind: 'ordinary' } : { kind: 'refuses-transaction', words };
}

function ofTransaction(statement: TransactionStmt): TransactionKind {
  const plain = (statement.options ?? []).length === 0 && statement.chain !== true;
  switch (statement.kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      return { kind: 'begins', plain };
    case 'TRANS_STMT_COMMIT':
      return { kind: 'commits', plain };
    default:
      return { kind: 'controls', words: transactionWords(statement.kind) };
  }
}

function transactionWords(kind: string | undefined): string {
  return (kind ?? 'transaction control').replace('TRANS_STMT_', '').replaceAll('_', ' ');
}

function ofIndex(statement: IndexStmt): TransactionKind {
  return {
    kind: 'creates-index-concurrently',
    ...(statement.idxname === undefined ? {} : { index: statement.idxname }),
    table: nameOfRelation(statement.relation),
    ifNotExists: statement.if_not_exists === true,
  };
}

function nameOfRelation(relation: RangeVar | undefined): RelationName {
  const name = relation?.relname ?? '';
  return relation?.schemaname === undefined ? { name } : { schema: relation.schemaname, name };
}

function nameOfList(node: Node): RelationName {
  const parts = 'List' in node ? (node.List.items ?? []).map(textOf) : [];
  const name = parts.at(-1) ?? '';
  const schema = parts.at(-2);
  return schema === undefined ? { name } : { schema, name };
}

function textOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : '';
}

/** Tags that always refuse a transaction. */
const always: ReadonlyMap<string, string> = new Map([
  ['CreatedbStmt', 'CREATE DATABASE'],
  ['DropdbStmt', 'DROP DATABASE'],
  ['AlterDatabaseStmt', 'ALTER DATABASE'],
  ['AlterDatabaseRefreshCollStmt', 'ALTER DATABASE'],
  ['CreateTableSpaceStmt', 'CREATE TABLESPACE'],
  ['DropTableSpaceStmt', 'DROP TABLESPACE'],
  ['AlterSystemStmt', 'ALTER SYSTEM'],
  ['CreateSubscriptionStmt', 'CREATE SUBSCRIPTION'],
  ['AlterSubscriptionStmt', 'ALTER SUBSCRIPTION'],
  ['DropSubscriptionStmt', 'DROP SUBSCRIPTION'],
]);

function wordsOfRefusing(node: Node): string | undefined {
  const [tag = ''] = Object.keys(node);
  return always.get(tag) ?? wordsOfMaintenance(node) ?? wordsOfDetach(node);
}

function wordsOfMaintenance(node: Node): string | undefined {
  if ('VacuumStmt' in node) return node.VacuumStmt.is_vacuumcmd === true ? 'VACUUM' : undefined;
  if ('ClusterStmt' in node)
    return node.ClusterStmt.relation === undefined ? 'CLUSTER without a table' : undefined;
  if ('DiscardStmt' in node) return 'DISCARD';
  return 'ReindexStmt' in node ? wordsOfReindex(node.ReindexStmt) : undefined;
}

function wordsOfReindex({ kind, params }: ReindexStmt): string | undefined {
  if ((params ?? []).some(isConcurrently)) return 'REINDEX CONCURRENTLY';
  if (kind === 'REINDEX_OBJECT_INDEX' || kind === 'REINDEX_OBJECT_TABLE') return undefined;
  return 'REINDEX of a schema, a database or the system';
}

function isConcurrently(node: Node): boolean {
  return 'DefElem' in node && node.DefElem.defname === 'concurrently';
}

function wordsOfDetach(node: Node): string | undefined {
  if (!('AlterTableStmt' in node)) return undefined;
  const concurrently = (node.AlterTableStmt.cmds ?? []).some(
    (command) =>
      'AlterTableCmd' in command &&
      command.AlterTableCmd.def !== undefined &&
      'PartitionCmd' in command.AlterTableCmd.def &&
      command.AlterTableCmd.def.PartitionCmd.concurrent === true,
  );
  return concurrently ? 'ALTER TABLE … DETACH PARTITION CONCURRENTLY' : undefined;
}
