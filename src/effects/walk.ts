import type { IntoClause, Node } from '@pgsql/types';
import type { Body, BodyPart } from '../domain/statement.ts';
import { createInto } from './create.ts';
import type { Below, Context, Draft } from './draft.ts';
import { withoutCreated } from '../catalog/catalog.ts';
import { callsOf, operatorCalls } from './function-call.ts';
import { columnCalls } from './column-calls.ts';
import { systemReads } from './system-relations.ts';
import { isFoldable } from '../sql/fold-functions.ts';
import { foldSelect } from '../sql/fold.ts';
import { childrenOf, nodeAs } from '../sql/nodes.ts';
import { deriverOf } from './registry.ts';

/**
 * The effects of a statement and of every statement and call within it, at any depth: common table
 * expressions, EXPLAIN ANALYZE, COPY, rule actions, schema elements, sub-selects, defaults.
 */
export function effectsWithin(tree: Node, context: Context): readonly Draft[] {
  const drafts: Draft[] = [];
  const pending: Visit[] = [{ node: tree, indirect: false, context }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const children = childrenOf(visit.node);
    for (const [key] of children)
      for (const draft of effectsAt(key, visit))
        drafts.push(visit.indirect ? { ...draft, via: 'indirect' } : draft);
    // What is pushed first is read last.
    for (const [key, node] of children.toReversed()) {
      const below = deriverOf(key)?.below(visit.node) ?? 'walk';
      if (below !== 'skip') pending.push(inside(visit, { key, node, below }));
    }
  }
  return drafts;
}

type Visit = {
  readonly node: object;
  readonly indirect: boolean;
  readonly context: Context;
};

type Child = { readonly key: string; readonly node: object; readonly below: Below };

function inside(visit: Visit, { key, node, below }: Child): Visit {
  const indirect = visit.indirect || below === 'indirect';
  const schema = key === 'CreateSchemaStmt' ? schemaCreatedBy(visit.node) : undefined;
  const later = below === 'indirect' ? laterOf(visit.context) : visit.context;
  const context = schema === undefined ? later : { ...later, schema };
  return { node, indirect, context };
}

/** It runs later, when the names in it may mean other objects. */
function laterOf(context: Context): Context {
  return { ...context, catalog: withoutCreated(context.catalog) };
}

function schemaCreatedBy(node: object): string | undefined {
  const statement = nodeAs(node, 'CreateSchemaStmt');
  return statement?.schemaname ?? statement?.authrole?.rolename;
}

function effectsAt(key: string, { node, context }: Visit): readonly Draft[] {
  const statement = deriverOf(key);
  if (statement !== undefined) return statement.derive(node, context);
  if (key === 'FuncCall') {
    const call = nodeAs(node, 'FuncCall');
    return call === undefined ? [] : callsOf(call, context);
  }
  if (key === 'A_Expr') {
    const expression = nodeAs(node, 'A_Expr');
    return expression === undefined ? [] : operatorCalls(expression);
  }
  if (hasInto(node) && key === 'intoClause') return createInto(node.intoClause, context);
  return namedAt(key, node, context);
}

/** What a bare name does: a relation of the system, a function that is written as a column. */
function namedAt(key: string, node: object, context: Context): readonly Draft[] {
  const table = nodeAs(node, 'RangeVar');
  if (key === 'RangeVar' && table !== undefined) return systemReads(table, context);
  const isName = key === 'ColumnRef' || key === 'A_Indirection';
  return isName ? columnCalls(key, node, context) : [];
}

function hasInto(node: object): node is { readonly intoClause: IntoClause } {
  return 'intoClause' in node;
}

/** What running these bodies does. */
export function bodyEffects(bodies: readonly Body[], outer: Context): readonly Draft[] {
  const context = { ...outer, inBody: true };
  const drafts = bodies.flatMap((body) => effectsOfBody(body, context));
  if (context.shadowed || !drafts.some(shadowsBuiltin)) return drafts;
  return bodies.flatMap((body) => effectsOfBody(body, { ...context, shadowed: true }));
}

function effectsOfBody(body: Body, context: Context): readonly Draft[] {
  if (body.kind === 'read') return body.parts.flatMap((part) => partEffects(part, context));
  return [{ kind: 'unknown', tag: 'Body', reason: `${body.language}: ${body.reason}` }];
}

/** From then on a name such as `format` may mean somebody's own function. */
export function shadowsBuiltin(draft: Draft): boolean {
  if (draft.kind === 'sets') return ['search_path', 'all', 'role'].includes(draft.setting);
  if (draft.kind !== 'creates') return false;
  const { kind, name } = draft.object;
  return kind === 'operator'
    ? ['||', '->>'].includes(name)
    : kind === 'function' && isFoldable(name);
}

function partEffects(part: BodyPart, context: Context): readonly Draft[] {
  switch (part.kind) {
    case 'statement':
    case 'expression':
      return withinBody(part, context);
    case 'dynamic':
      return [...withinBody(part, context), ...executed(part, context)];
    case 'transaction':
      return [{ kind: 'controls-transaction', action: part.action, via: 'body' }];
    case 'unparsed':
      return [{ kind: 'unparsed', reason: part.reason, via: 'body' }];
  }
}

type PartOf<Kind extends BodyPart['kind']> = Extract<BodyPart, { readonly kind: Kind }>;

function withinBody(
  part: PartOf<'statement' | 'expression' | 'dynamic'>,
  context: Context,
): readonly Draft[] {
  const inner = { ...context, bodies: [], texts: part.texts };
  return effectsWithin(part.node, inner).map((draft) => ({
    ...draft,
    via: draft.via === 'indirect' || draft.via === 'dynamic' ? draft.via : 'body',
  }));
}

/** What EXECUTE runs, where constants make its text; else that nobody knows. */
function executed(part: PartOf<'dynamic'>, context: Context): readonly Draft[] {
  if (part.folded === undefined || context.shadowed) {
    const text = foldSelect(part.node) ?? part.text;
    return [{ kind: 'executes-dynamic', text, via: 'dynamic' }];
  }
  return part.folded
    .flatMap((inner) => partEffects(inner, context))
    .map((draft) => ({ ...draft, via: 'dynamic' }));
}
