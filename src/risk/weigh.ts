import type { Effect, ObjectReference } from '../domain/effect.ts';
import type { Facts } from '../domain/facts.ts';
import type { Finding, TableSize } from '../domain/finding.ts';
import type { DatabaseMasking } from '../domain/masking-config.ts';
import type { RiskSettings, SwitchedRules } from '../domain/policy.ts';
import type { KnownRelation } from '../catalog/schema.ts';
import { sizesOf, tablesOf } from './certain-size.ts';
import { maskedColumns, personalColumns } from './personal.ts';
import { defaultRisk } from './scale.data.ts';
import { isSmall } from './size.ts';

export type Known = {
  readonly facts: Facts | undefined;
  readonly effects: readonly Effect[];
  readonly risk?: RiskSettings | undefined;
  /** A level that the policy asks for is never lowered. */
  readonly switched?: SwitchedRules | undefined;
  /** The masking of the database, as the base has it. */
  readonly masking?: DatabaseMasking | undefined;
};

type Weights = {
  readonly sizeOf: (object: ObjectReference) => TableSize | undefined;
  readonly tableOf: (object: ObjectReference) => KnownRelation | undefined;
  readonly cascades: ReadonlySet<string>;
  readonly known: Known;
};

/**
 * Says of every finding how large and how sensitive what it is about is, as far as facts tell. Only
 * waiting for a table that is proven to be small weighs less than its rule says.
 */
export function weigh(findings: readonly Finding[], known: Known): readonly Finding[] {
  const sizeOf = sizesOf(known.facts, known.effects);
  const tableOf = tablesOf(known.facts, known.effects);
  const cascades = cascadesOf(known.effects);
  return findings.map((finding) => weighOne(finding, { sizeOf, tableOf, cascades, known }));
}

const sized: ReadonlySet<string> = new Set(['data-loss', 'reach', 'lock']);
const sensitive: ReadonlySet<string> = new Set(['data-loss', 'reach', 'privilege', 'sensitivity']);

function weighOne(finding: Finding, weights: Weights): Finding {
  const { object, axis } = finding;
  if (object === undefined) return finding;
  const size = sized.has(axis) ? weights.sizeOf(object) : undefined;
  const columns = sensitive.has(axis) ? sensitiveColumns(object, weights) : {};
  const followers = followersOf(finding, weights);
  const weighed: Finding = {
    ...finding,
    ...(size === undefined ? {} : { size, usesFacts: true }),
    ...columns,
    ...(followers === undefined ? {} : { followers }),
  };
  return mayBeLow(weighed, weights.known) ? lowered(weighed) : weighed;
}

function sensitiveColumns(
  object: ObjectReference,
  { tableOf, known }: Weights,
): Pick<Finding, 'personal' | 'masked'> {
  const table = tableOf(object);
  const personal = personalColumns(object, table);
  const masked = maskedColumns(object, table, known.masking);
  return {
    ...(personal.length === 0 ? {} : { personal }),
    ...(masked.length === 0 ? {} : { masked }),
  };
}

function mayBeLow(finding: Finding, { risk = defaultRisk, switched }: Known): boolean {
  const isAsked = (switched?.get(finding.rule) ?? 'on') !== 'on';
  return !isAsked && isWaiting(finding) && isSmall(finding.size, risk.smallTable);
}

/** Data, power, concealment and doubt weigh the same on a small table. */
function isWaiting({ axis, source, destructive, unknown, denies }: Finding): boolean {
  return axis === 'lock' && source === 'static' && !destructive && !unknown && !denies;
}

function lowered({ counterfactual: _counterfactual, ...finding }: Finding): Finding {
  return { ...finding, level: 'low' };
}

/** What is dropped or emptied by CASCADE, by its statement and its name. */
function cascadesOf(effects: readonly Effect[]): ReadonlySet<string> {
  const cascading = effects.flatMap((effect) =>
    (effect.kind === 'drops' || effect.kind === 'truncates') && effect.cascade
      ? [placeOf(effect, effect.object)]
      : [],
  );
  return new Set(cascading);
}

function placeOf(
  { unitId, statement }: Pick<Effect, 'unitId' | 'statement'>,
  { name }: ObjectReference,
): string {
  return JSON.stringify([unitId, statement, name]);
}

/** How many relations go with what is dropped or emptied by CASCADE; -1 where nobody knows. */
function followersOf(finding: Finding, { tableOf, cascades, known }: Weights): number | undefined {
  const { object } = finding;
  if (object === undefined || !cascades.has(placeOf(finding, object))) return undefined;
  const table = tableOf(object);
  if (table === undefined || known.facts === undefined) return -1;
  const { schema, name } = table.facts;
  const isIt = (one: { readonly schema: string; readonly name: string }): boolean =>
    one.schema === schema && one.name === name;
  return known.facts.relations.filter(
    ({ foreignKeys, reads, parents }) =>
      foreignKeys.some(({ references }) => isIt(references)) ||
      reads.some(isIt) ||
      parents.some(isIt),
  ).length;
}
