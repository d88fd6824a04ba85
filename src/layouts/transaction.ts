import type { TransactionMode } from '../domain/change.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import { transactionKindOf } from '../sql/transaction-kind.ts';
import { layouts } from './index.ts';

/**
 * Why the team's own tool could not run a script: a statement that PostgreSQL refuses in the
 * transaction in which the tool would run it. Undefined when nothing is certain.
 */
export function findTransactionRefusal(
  script: Script,
  mode: TransactionMode | undefined,
  layoutName: string,
): string | undefined {
  const layout = layouts.find(({ name }) => name === layoutName);
  if (mode === undefined || layout === undefined) return undefined;
  const statement = script.statements.find(isOutside);
  if (statement === undefined || !isEnclosed(script, mode)) return undefined;
  return `The statement at line ${statement.place.line} cannot run in a transaction, and ${layout.tool} would run it in one: PostgreSQL would refuse it. ${layout.outside ?? 'Move it to a file of its own'}.`;
}

function isEnclosed({ statements }: Script, mode: TransactionMode): boolean {
  switch (mode) {
    case 'per-run':
    case 'per-file':
      return true;
    case 'per-file-where-possible':
      return statements.some((statement) => !isOutside(statement));
    case 'per-message':
      return statements.length > 1;
    case 'per-statement':
      return false;
  }
}

/** Those that refuse a transaction whatever their options say. */
const always =
  /CONCURRENTLY|^VACUUM$|^(?:CREATE|DROP) (?:DATABASE|TABLESPACE)$|^ALTER SYSTEM$|^REINDEX of/;

function isOutside(statement: Script['statements'][number]): statement is ParsedStatement {
  if (statement.kind === 'unparsed') return false;
  const kind = transactionKindOf(statement.node);
  switch (kind.kind) {
    case 'creates-index-concurrently':
    case 'drops-index-concurrently':
      return true;
    case 'refuses-transaction':
      return always.test(kind.words);
    default:
      return false;
  }
}
