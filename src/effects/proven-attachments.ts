import { type Catalog, knownRelation } from '../catalog/catalog.ts';
import type { Effect, EffectOf } from '../domain/effect.ts';
import type { Script } from '../domain/statement.ts';
import { decidingColumn } from './deciding-column.ts';
import { declarationsOf } from './declarations.ts';
import type { Bounds } from './partition-bounds.ts';

type Input = {
  readonly effects: readonly Effect[];
  readonly scripts: readonly Script[];
  readonly catalog: Catalog;
};

type Attachment = EffectOf<'alters'>;

/**
 * The ATTACH PARTITIONs that read nothing, because an earlier statement validated a CHECK that says the
 * same as the bounds, and no default partition could hold such rows. The facts say which column decides.
 */
export function provenAttachments({ effects, scripts, catalog }: Input): readonly Attachment[] {
  const attached = declarationsOf(scripts, 'attached-partition');
  const checks = declarationsOf(scripts, 'bounds-check');
  if (attached.length === 0 || checks.length === 0) return [];
  const claims = new Map(
    checks.map((check) => [
      `${statementOf(check)} ${check.table} ${check.constraint}`,
      claimOf(check.table, check.column, check.bounds),
    ]),
  );
  const wanted = new Map(
    attached.flatMap((one) => {
      const parent = knownRelation(catalog, one.parent)?.facts;
      const column = decidingColumn(parent, one.bounds, catalog);
      return column === undefined
        ? []
        : [[statementOf(one), claimOf(one.table, column, one.bounds)] as const];
    }),
  );
  return followProofs(effects, { claims, wanted });
}

function claimOf(table: string, column: string, bounds: Bounds): string {
  return JSON.stringify([table, column, bounds]);
}

type Claims = {
  readonly claims: ReadonlyMap<string, string>;
  readonly wanted: ReadonlyMap<string, string>;
};

/** Walks through what is altered: added, then validated, then relied on. */
function followProofs(
  effects: readonly Effect[],
  { claims, wanted }: Claims,
): readonly Attachment[] {
  const checked = new Map<string, string>();
  const proven = new Set<string>();
  return effects
    .filter((effect) => effect.kind === 'alters')
    .filter((effect) => {
      const constraint = constraintOf(effect);
      const claim = claims.get(`${statementOf(effect)} ${constraint}`);
      switch (effect.change) {
        case 'add-constraint':
          if (claim !== undefined) checked.set(constraint, claim);
          return false;
        case 'validate-constraint':
          proven.add(checked.get(constraint) ?? '');
          return false;
        case 'attach-partition':
          return proven.has(wanted.get(statementOf(effect)) ?? 'nothing');
        default:
          if (unsettling.has(effect.change)) {
            checked.clear();
            proven.clear();
          }
          return false;
      }
    });
}

/** After these a name may mean another table, or a proof may be gone. */
export const unsettling: ReadonlySet<string> = new Set(['drop-constraint', 'rename', 'set-schema']);

function constraintOf({ object: { schema, name, part = '' } }: Attachment): string {
  return `${schema === undefined ? name : `${schema}.${name}`} ${part}`;
}

function statementOf({ unitId, statement }: Pick<Effect, 'unitId' | 'statement'>): string {
  return `${statement} ${unitId}`;
}
