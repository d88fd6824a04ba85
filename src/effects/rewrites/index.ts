import { alterTable } from './alter-table.ts';
import { wordsOf } from '../../sql/words.ts';
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
  const rewrite = forms[statement.tag]?.(statement, around);
  return rewrite?.steps.every(({ sql }) => isReadable(sql)) === true ? rewrite : undefined;
};

/** A name with a line break or something invisible in it could look like another step, or another name. */
function isReadable(sql: string): boolean {
  const names = wordsOf(sql).filter(({ text }) => text.startsWith('"'));
  return !names.some(({ text }) =>
    /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(text),
  );
}
