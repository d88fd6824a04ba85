import type { A_Expr, Node } from '@pgsql/types';
import type { Reach } from '../domain/effect.ts';
import { constantText, hasTag, namesOf, nodeAs, someNode } from '../sql/nodes.ts';
import { isConstantForRows, isVolatile, operatorOf, systemColumns } from './expression.ts';
import { holdsForSamples } from './sampled-truth.ts';
import { truthOf } from './truth.ts';
import type { Target } from './truth.ts';

/** How far the WHERE clause of an UPDATE or DELETE of this table reaches. */
export function reachOf(where: Node | undefined, target: Target): Reach {
  if (where === undefined) return 'unbounded';
  const truth = truthOf(where, target);
  if (truth !== 'depends') return truth === 'true' ? 'tautology' : 'keyed';
  if (isVolatile(where)) return 'volatile';
  if (isConstantForRows(where) || holdsForSamples(where, target.name)) return 'tautology';
  return isKeyed(where, target) ? 'keyed' : 'filtered';
}

/** `UPDATE … FROM` and `DELETE … USING` reach every row unless something links target and source. */
export function reachOfJoin(where: Node | undefined, target: Target): Reach {
  const reach = reachOf(where, target);
  if (where === undefined || (reach !== 'filtered' && reach !== 'keyed')) return reach;
  return isBound(where, target.name) ? 'filtered' : 'unbounded';
}

/**
 * Equality of a column with a constant, or a list of at most 100, joined by AND. Where the facts know
 * the table's keys, one of them has to be bound.
 */
function isKeyed(node: Node, target: Target): boolean {
  const bool = nodeAs(node, 'BoolExpr');
  if (bool?.boolop === 'OR_EXPR') return (bool.args ?? []).every((arg) => isKeyed(arg, target));
  const parts = conjuncts(node);
  const bound = parts.flatMap((part) => boundColumn(part) ?? []);
  if (bound.length > 0 && (target.proves?.bindsKey(bound) ?? true)) return true;
  return parts.some((part) => isAlternative(part) && isKeyed(part, target));
}

function conjuncts(node: Node): readonly Node[] {
  const bool = nodeAs(node, 'BoolExpr');
  return bool?.boolop === 'AND_EXPR' ? (bool.args ?? []).flatMap(conjuncts) : [node];
}

function isAlternative(node: Node): boolean {
  return nodeAs(node, 'BoolExpr')?.boolop === 'OR_EXPR';
}

/** The column that an equality or a short list gives its values. */
function boundColumn(node: Node): string | undefined {
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || operatorOf(expression) !== '=') return undefined;
  if (!isKeyList(expression) && !isKeyEquality(expression)) return undefined;
  const { lexpr, rexpr } = expression;
  return namesOf(nodeAs(isColumn(lexpr) ? lexpr : rexpr, 'ColumnRef')?.fields).at(-1);
}

function isKeyList({ kind, lexpr, rexpr }: A_Expr): boolean {
  const items = nodeAs(rexpr, 'List')?.items ?? [];
  return (
    kind === 'AEXPR_IN' && isColumn(lexpr) && items.length <= 100 && items.every(isKeyConstant)
  );
}

function isKeyEquality({ kind, lexpr, rexpr }: A_Expr): boolean {
  if (kind !== 'AEXPR_OP') return false;
  return (isColumn(lexpr) && isKeyConstant(rexpr)) || (isColumn(rexpr) && isKeyConstant(lexpr));
}

function isColumn(node: Node | undefined): boolean {
  const fields = nodeAs(node, 'ColumnRef')?.fields;
  return fields !== undefined && !systemColumns.has(namesOf(fields).at(-1) ?? '');
}

/** A boolean selects half of a table, so it is no key. */
function isKeyConstant(node: Node | undefined): boolean {
  const text = constantText(node);
  return text !== undefined && !['true', 'false', 't', 'f'].includes(text.toLowerCase());
}

/** Whether the condition ties the target to a source, or picks its rows by key, whatever else it allows. */
function isBound(node: Node, target: string): boolean {
  const bool = nodeAs(node, 'BoolExpr');
  if (bool?.boolop === 'AND_EXPR') return (bool.args ?? []).some((arg) => isBound(arg, target));
  if (bool?.boolop === 'OR_EXPR') return (bool.args ?? []).every((arg) => isBound(arg, target));
  if (bool !== undefined) return false;
  return isLink(node, target) || picksTarget(node, target) || isSubSelectOf(node, target);
}

/** An equality of which one side speaks of the target alone, and the other of something else. */
function isLink(node: object, target: string): boolean {
  const expression = nodeAs(node, 'A_Expr');
  if (expression === undefined || operatorOf(expression) !== '=') return false;
  const sides = [tablesOf(expression.lexpr), tablesOf(expression.rexpr)];
  if (sides.some((tables) => tables.size === 0)) return false;
  const own = sides.filter((tables) => tables.has(target) || tables.has(''));
  return own.length === 1 || sides.every((tables) => tables.has(''));
}

/** `users.id in (select …)`. */
function isSubSelectOf(node: Node, target: string): boolean {
  const link = nodeAs(node, 'SubLink');
  return link?.subLinkType === 'ANY_SUBLINK' && tablesOf(link.testexpr).has(target);
}

/** Without qualification nobody can tell whose column it is: `where id = 1`. */
function picksTarget(node: Node, target: string): boolean {
  return isKeyed(node, { name: target, relation: target }) && tablesOf(node).has(target);
}

/** The tables whose columns the expression names; the empty name for a column without one. */
function tablesOf(node: object | undefined): ReadonlySet<string> {
  const tables = new Set<string>();
  someNode(node, (inner) => {
    const names = namesOf(nodeAs(inner, 'ColumnRef')?.fields);
    if (hasTag(inner, 'ColumnRef')) tables.add(names.at(-2) ?? '');
    return false;
  });
  return tables;
}
