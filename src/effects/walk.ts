import type { IntoClause, Node } from '@pgsql/types';
import type { Body, BodyPart } from '../domain/statement.ts';
import { createInto } from './create.ts';
import type { Below, Context, Draft } from './draft.ts';
import { foldText } from './dynamic-sql.ts';
import { callsOf, operatorCalls } from './function-call.ts';
import { childrenOf, nodeAs } from './nodes.ts';
import { deriverOf } from './registry.ts';

/**
 * The effects of a statement and of every statement and call within it, at any depth: common table
 * expressions, EXPLAIN ANALYZE, COPY, rule actions, schema elements, sub-selects, defaults.
 */
export function effectsWithin(tree: Node, context: Context): readonly Draft[] {
  const drafts: Draft[] = [];
  const pending: Visit[] = [{ node: tree, indirect: false, context }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { here, next } = visited(visit);
    for (const draft of here) drafts.push(visit.indirect ? { ...draft, via: 'indirect' } : draft);
    pending.push(...next);
  }
  return drafts;
}

type Visit = {
  readonly node: object;
  readonly indirect: boolean;
  readonly context: Context;
};

function visited(visit: Visit): {
  readonly here: readonly Draft[];
  readonly next: readonly Visit[];
} {
  const here: Draft[] = [];
  const next: Visit[] = [];
  for (const [key, child] of childrenOf(visit.node)) {
    const below = belowOf(key, visit.node);
    here.push(...effectsAt(key, visit));
    if (below !== 'skip') next.push({ ...visit, ...inside(visit, below, key), node: child });
  }
  return { here, next: next.toReversed() };
}

function belowOf(key: string, node: object): Below {
  return deriverOf(key)?.below(node) ?? 'walk';
}

function inside(visit: Visit, below: Below, key: string): Partial<Visit> {
  const schema = key === 'CreateSchemaStmt' ? schemaCreatedBy(visit.node) : undefined;
  return {
    indirect: visit.indirect || below === 'indirect',
    ...(schema === undefined ? {} : { context: { ...visit.context, schema } }),
  };
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
  return hasInto(node) && key === 'intoClause' ? createInto(node.intoClause, context) : [];
}

function hasInto(node: object): node is { readonly intoClause: IntoClause } {
  return 'intoClause' in node;
}

/** What running these bodies does. */
export function bodyEffects(bodies: readonly Body[], context: Context): readonly Draft[] {
  return bodies.flatMap((body) => {
    if (body.kind === 'read') return body.parts.flatMap((part) => partEffects(part, context));
    const reason = `${body.language}: ${body.reason}`;
    return [{ kind: 'unknown' as const, tag: 'Body', reason }];
  });
}

function partEffects(part: BodyPart, context: Context): readonly Draft[] {
  switch (part.kind) {
    case 'statement':
    case 'expression':
      return effectsWithin(part.node, { ...context, bodies: [] }).map((draft) => ({
        ...draft,
        via: draft.via === 'indirect' || draft.via === 'dynamic' ? draft.via : 'body',
      }));
    case 'dynamic':
      return [
        ...effectsWithin(part.node, { ...context, bodies: [] }).map((draft) => ({
          ...draft,
          via: 'body' as const,
        })),
        { kind: 'executes-dynamic', text: foldText(part.node) ?? part.text, via: 'dynamic' },
      ];
    case 'transaction':
      return [{ kind: 'controls-transaction', action: part.action, via: 'body' }];
    case 'unparsed':
      return [{ kind: 'unparsed', reason: part.reason, via: 'body' }];
  }
}
