import type { Catalog } from '../catalog/catalog.ts';
import { advance } from '../catalog/catalog.ts';
import type { Effect } from '../domain/effect.ts';
import type { Body, Script, Statement } from '../domain/statement.ts';
import type { Draft } from './draft.ts';
import { namesOf, nodeAs } from './nodes.ts';
import { bodyEffects, effectsWithin } from './walk.ts';

type Fold = {
  readonly catalog: Catalog;
  readonly functions: ReadonlyMap<string, readonly Body[]>;
};

/** What the whole change would do, statement by statement, as its text tells. */
export function effectsOf(scripts: readonly Script[], catalog: Catalog): readonly Effect[] {
  const effects: Effect[] = [];
  let fold: Fold = { catalog, functions: new Map() };
  for (const { unitId, statements } of scripts) {
    for (const [index, statement] of statements.entries()) {
      const derived = draftsOf(statement, fold).map((draft) => complete(draft, unitId, index));
      effects.push(...derived);
      fold = {
        catalog: advance(fold.catalog, derived),
        functions: withFunction(fold.functions, statement),
      };
    }
  }
  return effects;
}

function draftsOf(statement: Statement, fold: Fold): readonly Draft[] {
  if (statement.kind === 'unparsed') return [{ kind: 'unparsed', reason: statement.reason }];
  return effectsWithin(statement.node, {
    ...fold,
    bodies: statement.bodies,
    expanding: [],
    run: bodyEffects,
  });
}

function complete(draft: Draft, unitId: string, statement: number): Effect {
  return { ...draft, via: draft.via ?? 'direct', source: 'static', unitId, statement };
}

/** Overloads share a name, so a call of one counts as a call of all. */
function withFunction(functions: Fold['functions'], statement: Statement): Fold['functions'] {
  if (statement.kind === 'unparsed') return functions;
  const created = nodeAs(statement.node, 'CreateFunctionStmt');
  if (created === undefined) return functions;
  const name = namesOf(created.funcname).join('.');
  return new Map(functions).set(name, [...(functions.get(name) ?? []), ...statement.bodies]);
}
