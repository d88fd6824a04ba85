import { namesOf, nodeAs, someNode } from '../../sql/nodes.ts';
import { isAlwaysBuiltin } from '../builtin-functions.ts';
import { volatileFunctions } from '../builtin-functions.data.ts';

/**
 * Whether asking a target for these parts of a statement reads and does nothing else: every function is
 * one of PostgreSQL's own and not volatile, and nothing writes, locks or draws lots.
 */
export function isReadable(parts: readonly (object | undefined)[]): boolean {
  return !parts.some((part) => someNode(part, (node) => isActing(node) || callsUnknown(node)));
}

const acting = [
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'intoClause',
  'LockingClause',
  'CurrentOfExpr',
  'ParamRef',
  'RangeTableSample',
  'SetToDefault',
];

function isActing(node: object): boolean {
  return acting.some((key) => Object.hasOwn(node, key));
}

function callsUnknown(node: object): boolean {
  const call = nodeAs(node, 'FuncCall');
  if (call === undefined) return false;
  const names = namesOf(call.funcname);
  const name = names.at(-1) ?? '';
  if (names.length > 1 && names[0] !== 'pg_catalog') return true;
  // Of its overloads only the one without a value of its own is volatile.
  if (name === 'timezone') return false;
  return volatileFunctions.has(name) || !isAlwaysBuiltin(name);
}
