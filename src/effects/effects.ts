import type { Catalog } from '../catalog/catalog.ts';
import { advance, confusesNames, forget, majorOf } from '../catalog/catalog.ts';
import type { Effect } from '../domain/effect.ts';
import type { Body, ParsedStatement, Script, Statement } from '../domain/statement.ts';
import type { Draft } from './draft.ts';
import { fullAllowance, noFunctions, withBodies } from './functions.ts';
import type { Functions } from './functions.ts';
import { namesOf, nodeAs } from '../sql/nodes.ts';
import { tagOf } from '../sql/tag.ts';
import { bodyEffects, effectsWithin, shadowsBuiltin } from './walk.ts';

type Fold = {
  readonly catalog: Catalog;
  readonly postgres: number | undefined;
  readonly functions: Functions;
  readonly prepared: ReadonlyMap<string, Body>;
  readonly shadowed: boolean;
};

/**
 * What the whole change would do, statement by statement, as its text tells. Locks are those of the
 * major version `postgres`, else of the server of the facts, else the worst of all that were measured.
 */
export function effectsOf(
  scripts: readonly Script[],
  catalog: Catalog,
  { postgres = majorOf(catalog) }: { readonly postgres?: number | undefined } = {},
): readonly Effect[] {
  const effects: Effect[] = [];
  let fold: Fold = {
    catalog,
    postgres,
    functions: noFunctions,
    prepared: new Map(),
    shadowed: false,
  };
  for (const { unitId, statements } of scripts) {
    // Each unit may get a session of its own, and prepared statements belong to the session.
    fold = { ...fold, prepared: new Map() };
    for (const [index, statement] of statements.entries()) {
      const derived = draftsOf(statement, fold).map((draft) => complete(draft, unitId, index));
      effects.push(...derived);
      fold = {
        postgres,
        catalog: advance(fold.catalog, derived),
        functions: withFunction(fold.functions, statement),
        prepared: withPrepared(fold.prepared, statement),
        shadowed: fold.shadowed || derived.some(shadowsBuiltin),
      };
    }
  }
  return effects;
}

function draftsOf(statement: Statement, fold: Fold): readonly Draft[] {
  if (statement.kind === 'unparsed') return [{ kind: 'unparsed', reason: statement.reason }];
  if (statement.preamble === true) return [];
  const drafts = draftsWithin(statement, fold);
  // The code that a statement runs may move names before it uses them.
  if (!drafts.some(confusesLater)) return drafts;
  return draftsWithin(statement, { ...fold, catalog: forget(fold.catalog) });
}

function confusesLater(draft: Draft): boolean {
  const isByCode = (draft.via ?? 'direct') !== 'direct' && !('through' in draft);
  return isByCode && confusesNames(draft);
}

function draftsWithin(statement: ParsedStatement, fold: Fold): readonly Draft[] {
  return effectsWithin(statement.node, {
    ...fold,
    bodies: statement.bodies,
    texts: statement.texts,
    expanding: [],
    allowance: fullAllowance(),
    inBody: false,
    run: bodyEffects,
  });
}

function complete(draft: Draft, unitId: string, statement: number): Effect {
  return { ...draft, via: draft.via ?? 'direct', source: 'static', unitId, statement };
}

function withFunction(functions: Fold['functions'], statement: Statement): Fold['functions'] {
  if (statement.kind === 'unparsed') return functions;
  const created = nodeAs(statement.node, 'CreateFunctionStmt');
  if (created === undefined) return functions;
  return withBodies(functions, namesOf(created.funcname).join('.'), statement.bodies);
}

function withPrepared(prepared: Fold['prepared'], statement: Statement): Fold['prepared'] {
  if (statement.kind === 'unparsed') return prepared;
  const { name, query } = nodeAs(statement.node, 'PrepareStmt') ?? {};
  if (name === undefined || query === undefined) return prepared;
  const { text, texts } = statement;
  const part = { kind: 'statement' as const, text, tag: tagOf(query), node: query };
  const parts = [texts === undefined ? part : { ...part, texts }];
  return new Map(prepared).set(name, { kind: 'read', language: 'sql', parts });
}
