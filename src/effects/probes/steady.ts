import type { AlterTableType } from '@pgsql/types';
import type { ParsedStatement } from '../../domain/statement.ts';
import { nodeAs, nodesAs, someNode } from '../../sql/nodes.ts';

/** Actions of ALTER TABLE that leave every row and every name as it was. */
const steadyActions: ReadonlySet<AlterTableType> = new Set([
  'AT_AddColumn',
  'AT_AddConstraint',
  'AT_ValidateConstraint',
  'AT_DropConstraint',
  'AT_SetNotNull',
  'AT_DropNotNull',
  'AT_ColumnDefault',
  'AT_SetStatistics',
  'AT_SetStorage',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
]);

/** Whether an action leaves every row and every name as it was. */
export function isSteadyAction(subtype: AlterTableType | undefined): boolean {
  return steadyActions.has(subtype ?? 'AT_AddColumn');
}

/** Whether `later` sees the same rows before `earlier` has run as after it. */
export function isSteady(earlier: ParsedStatement, later: ParsedStatement): boolean {
  const { node, tag } = earlier;
  if (tag === 'IndexStmt' || tag === 'CommentStmt') return true;
  const setting = nodeAs(node, 'VariableSetStmt');
  if (setting !== undefined) return setting.name?.endsWith('_timeout') === true;
  const created = nodeAs(node, 'CreateStmt')?.relation;
  if (created !== undefined)
    return created.relpersistence !== 't' && !mentions(later, created.relname ?? '');
  const altered = nodeAs(node, 'AlterTableStmt');
  if (altered === undefined) return false;
  return nodesAs(altered.cmds, 'AlterTableCmd').every(({ subtype }) => isSteadyAction(subtype));
}

function mentions({ node }: ParsedStatement, name: string): boolean {
  return someNode(node, (inner) => Object.values(inner).includes(name));
}
