import type { Node } from '@pgsql/types';

/** Name of the grammar's node: the only key of its wrapper, for example `DropStmt`. */
export function tagOf(node: Node): string {
  return Object.keys(node)[0] ?? '';
}
