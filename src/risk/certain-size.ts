import { makesNamesUncertain } from '../catalog/moves-names.ts';
import { findRelation, relationAt, schemaAfter, schemaOf } from '../catalog/schema.ts';
import type { KnownRelation } from '../catalog/schema.ts';
import type { Effect, EffectOf, ObjectReference } from '../domain/effect.ts';
import type { Facts } from '../domain/facts.ts';
import type { TableSize } from '../domain/finding.ts';

/** The table that an object is, or is part of; undefined where that is not certain. */
export type FindTable = (object: ObjectReference) => KnownRelation | undefined;

/**
 * Finds tables by the names of a change. One rename, one statement that nobody can follow, and no name
 * is certain any more; rows that the change adds make the size of that table uncertain.
 */
export function tablesOf(facts: Facts | undefined, effects: readonly Effect[]): FindTable {
  const before = schemaOf(facts);
  if (effects.some(makesNamesUncertain)) return () => undefined;
  const after = effects.reduce(schemaAfter, before);
  const remade = new Set(effects.flatMap(remadeName));
  return (object) => {
    if (object.createdHere || remade.has(object.name)) return undefined;
    const table = findRelation(before, object);
    return table === undefined ? undefined : relationAt(after, table.identity);
  };
}

/** How large the table is; undefined where the facts do not say, or do not say for certain. */
export function sizesOf(
  facts: Facts | undefined,
  effects: readonly Effect[],
): (object: ObjectReference) => TableSize | undefined {
  const findTable = tablesOf(facts, effects);
  const growing = effects.filter(adds);
  // A view, a parent, a partition or a trigger passes rows on to tables that the text does not name.
  if (growing.some(({ object }) => !object.createdHere && !keepsItsRows(findTable(object))))
    return () => undefined;
  const grown = grownNames(growing, effects);
  return (object) => {
    const table = grown.has(object.name) ? undefined : findTable(object);
    if (facts === undefined || table === undefined || !tellsItsSize(table, facts)) return undefined;
    const { rows, bytes } = table.facts;
    return rows < 0 && bytes < 0 ? undefined : { rows, bytes, takenAt: facts.takenAt };
  };
}

/** What is done to a table is done to the tables that inherit from it; a view is as large as what it reads. */
function tellsItsSize({ facts: table, entangled }: KnownRelation, facts: Facts): boolean {
  if (entangled || !table.kind.endsWith('table') || table.kind === 'foreign-table') return false;
  if (table.kind === 'partitioned-table') return true;
  return !facts.relations.some(({ parents }) =>
    parents.some(({ schema, name }) => schema === table.schema && name === table.name),
  );
}

const relations = new Set(['table', 'view', 'materialized-view', 'foreign-table']);

function remadeName(effect: Effect): readonly string[] {
  return effect.kind === 'creates' && relations.has(effect.object.kind) ? [effect.object.name] : [];
}

/** Rows that a rehearsal may add to a small table. */
const few = 1000;

/** Whether it may add more than a few rows. */
function adds(effect: Effect): effect is EffectOf<'writes'> {
  if (effect.kind !== 'writes' || effect.verb !== 'insert') return false;
  const isCounted = effect.source === 'observed' && (effect.rows ?? few + 1) <= few;
  return !isCounted && effect.reach !== 'listed';
}

function keepsItsRows(table: KnownRelation | undefined): boolean {
  if (table?.facts.kind !== 'table') return false;
  const { parents, triggers, rules } = table.facts;
  return parents.length + triggers.length + rules.length === 0;
}

/** The tables that grow, and those that a new one among them may be a part of: it locked them when it was made. */
function grownNames(
  growing: readonly EffectOf<'writes'>[],
  effects: readonly Effect[],
): ReadonlySet<string> {
  const names = new Set(growing.map(({ object }) => object.name));
  const made = effects.filter(
    (effect) => effect.kind === 'creates' && names.has(effect.object.name),
  );
  const parents = effects.filter(
    (effect) =>
      effect.kind === 'locks' &&
      made.some((one) => one.unitId === effect.unitId && one.statement === effect.statement),
  );
  const locked = parents.flatMap((effect) => (effect.kind === 'locks' ? [effect.object.name] : []));
  return new Set([...names, ...locked]);
}
