import { alterTable } from './alter-table.ts';
import { createIndex } from './create-index.ts';
import { dropIndex, refresh, reindex } from './concurrently.ts';
import type { Form } from './form.ts';

/** Which form is for which statement. */
const forms: Readonly<Record<string, Form>> = {
  AlterTableStmt: alterTable,
  DropStmt: dropIndex,
  IndexStmt: createIndex,
  RefreshMatViewStmt: refresh,
  ReindexStmt: reindex,
};

/**
 * The same in a safer form: what reaches the same schema as the statement without a long lock. Whatever
 * does not follow from the text and the facts for certain has none.
 */
export const saferForm: Form = (statement, around) => {
  // Escapes in a name would have to be read before it can be written again.
  if (/\bu&"/i.test(statement.text)) return undefined;
  return forms[statement.tag]?.(statement, around);
};
