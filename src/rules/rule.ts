import type { Axis } from '../domain/assessment.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Effect, EffectOf, ObjectReference } from '../domain/effect.ts';
import type { Level, RuleId } from '../domain/finding.ts';
import type { Place, Script } from '../domain/statement.ts';
import { grouped } from '../domain/grouped.ts';
import type { Form } from '../effects/rewrites/form.ts';

/** What a rule may look at: the effects of the whole change. */
export type RuleInput = {
  /** Predicted effects, and observed ones that nothing predicted. */
  readonly effects: readonly Effect[];
  readonly catalog: Catalog;
  readonly scripts: readonly Script[];
  /** Major version of the database; undefined when nobody said. */
  readonly postgres: number | undefined;
};

/** What a rule says about one effect. */
export type Remark = {
  readonly effect: Pick<Effect, 'unitId' | 'statement' | 'source' | 'usesFacts'> & {
    readonly object?: ObjectReference;
  };
  /** Where it stands, when that is not where the statement begins. */
  readonly place?: Place;
  readonly level: Level;
  readonly message: string;
  readonly destructive?: boolean;
  readonly unknown?: boolean;
  readonly denies?: boolean;
  /** What it is about, where that is not the object of the effect. */
  readonly object?: ObjectReference;
  /** Facts about the target made a difference to it. */
  readonly usesFacts?: true;
};

type InvalidExample = {
  readonly sql: string;
  /** Major version of the database, where that matters. */
  readonly postgres?: number;
  readonly level: Level;
  readonly message: string;
};

/** How the first invalid example would weigh less; a test does what it says and looks at the level. */
type Counterfactual = {
  readonly level: Level;
  /** What follows the level: `low if …`, without a full stop. */
  readonly when: string;
  /** The first invalid example done that way, file by file. */
  readonly with: readonly [string, ...string[]];
  /** It helps findings of these levels only; all where absent. */
  readonly only?: readonly Level[];
};

type Definition = {
  /** A matter of taste: silent unless the policy switches it on. */
  readonly default?: 'off';
  /** What its points are about. */
  readonly axis: Axis;
  readonly title: string;
  readonly why: string;
  readonly instead: string;
  /** Each gives exactly one finding of this rule; the first is the one that people read. */
  readonly invalid: readonly [InvalidExample, ...InvalidExample[]];
  /** Each parses and gives no finding of any rule that is on. */
  readonly valid: readonly [string, ...string[]];
  readonly counterfactual?: Counterfactual;
  readonly check: (input: RuleInput) => readonly Remark[];
  /** The same in a safer form, of which the rule has nothing to say; undefined where there is none. */
  readonly rewrite?: Form;
};

export type Rule = Definition & { readonly id: RuleId };

/** A rule; its id is its file name, kebab-case, and is never used again for another meaning. */
export function defineRule(definition: Definition & { readonly id: string }): Rule {
  const { id } = definition;
  if (!isRuleId(id)) throw new TypeError(`A rule id is in kebab-case: ${id}`);
  return { ...definition, id };
}

function isRuleId(text: string): text is RuleId {
  return /^[a-z]+(?:-[a-z]+)*$/.test(text);
}

/** The effects of one kind. */
export function ofKind<Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): readonly EffectOf<Kind>[] {
  const found = byKindOf(effects).get(kind) ?? [];
  return found.filter((effect): effect is EffectOf<Kind> => effect.kind === kind);
}

type ByKind = ReadonlyMap<Effect['kind'], readonly Effect[]>;

/** Many rules ask about the same effects. */
const known = new WeakMap<readonly Effect[], ByKind>();

function byKindOf(effects: readonly Effect[]): ByKind {
  const found = known.get(effects) ?? grouped(effects, ({ kind }) => kind);
  known.set(effects, found);
  return found;
}

/** Names the table of an object, and tells it from those of the same name in other schemas. */
export function tableOf({ schema = '', name }: Pick<ObjectReference, 'schema' | 'name'>): string {
  return `${schema}.${name}`;
}

/** Names the statement of an effect among all statements of the change. */
export function statementOf({ unitId, statement }: Pick<Effect, 'unitId' | 'statement'>): string {
  return `${statement} ${unitId}`;
}

/** The tables that the change creates for certain, by the names under which it does. */
export function createdTables(effects: readonly Effect[]): ReadonlySet<string> {
  const created = ofKind(effects, 'creates').filter(({ object }) => object.createdHere);
  return new Set(
    created.filter(({ object }) => object.kind === 'table').map(({ object }) => tableOf(object)),
  );
}

/**
 * Effects on tables that the change makes unless they are there already, where no facts know them. What
 * costs time on a large table most likely meets an empty one there; what destroys may meet any.
 */
export function onPerhapsNew(effects: readonly Effect[]): ReadonlySet<Effect> {
  return onTablesMade(effects, ({ ifNotExists }) => ifNotExists);
}

/** Effects on tables that are new for certain. */
export function onNewTables(effects: readonly Effect[]): ReadonlySet<Effect> {
  return onTablesMade(effects, ({ ifNotExists, object }) => !ifNotExists && object.createdHere);
}

function onTablesMade(
  effects: readonly Effect[],
  makes: (effect: EffectOf<'creates'>) => boolean,
): ReadonlySet<Effect> {
  const tables = new Set<string>();
  const found = new Set<Effect>();
  for (const effect of effects) {
    const object = 'object' in effect ? effect.object : undefined;
    if (object === undefined) continue;
    if (effect.kind === 'creates' && object.kind === 'table' && makes(effect))
      tables.add(tableOf(object));
    else if (isOtherNow(effect)) tables.delete(tableOf(object));
    else if (object.size === undefined && tables.has(tableOf(object))) found.add(effect);
  }
  return found;
}

/** From here on the name may mean another table. */
function isOtherNow(effect: Effect): boolean {
  if (effect.kind === 'drops') return effect.object.part === undefined;
  return effect.kind === 'alters' && ['rename', 'set-schema'].includes(effect.change);
}

/** A table as people write it. */
export function writtenTable({ schema, name }: Pick<ObjectReference, 'schema' | 'name'>): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

type Named = Pick<ObjectReference, 'schema' | 'name'>;

/** Whether a name as it is written may mean this relation. */
export function mayMean(written: Named, known: Named): boolean {
  if (written.name !== known.name) return false;
  return (
    written.schema === undefined || known.schema === undefined || written.schema === known.schema
  );
}

/** Finds those that names as they are written may mean, in their own order and each once. */
export function meantBy<Item extends { readonly table: Named }>(
  items: readonly Item[],
): (written: readonly Named[]) => readonly Item[] {
  const byName = grouped(items.entries(), ([, { table }]) => table.name);
  return (written) => {
    const meant = written.flatMap((one) =>
      (byName.get(one.name) ?? []).filter(([, { table }]) => mayMean(one, table)),
    );
    return [...new Set(meant)].toSorted(([one], [other]) => one - other).map(([, item]) => item);
  };
}

/** Of those that say the same about the same table the first: statements repeat themselves. */
export function eachTableOnce<Item extends { readonly table: Named }>(
  items: readonly Item[],
): readonly Item[] {
  const byTable = grouped(items, ({ table }) => tableOf(table));
  return [...byTable.values()].flatMap(([first]) => first ?? []);
}

/** The objects of one kind that the change creates for certain, as people write them. */
export function createdObjects(
  effects: readonly Effect[],
  kind: ObjectReference['kind'],
): ReadonlySet<string> {
  const created = ofKind(effects, 'creates').filter(({ object }) => object.createdHere);
  return new Set(
    created.filter(({ object }) => object.kind === kind).map(({ object }) => writtenTable(object)),
  );
}

/** Says that the facts made a difference, where they know how big the object is. */
export function factsOn(object: ObjectReference): { readonly usesFacts?: true } {
  return (object.size?.rows ?? -1) < 0 ? {} : { usesFacts: true };
}

/** Effects on what a statement names itself; indirect-write speaks of the others. */
export function isNamed({ through }: { readonly through?: unknown }): boolean {
  return through === undefined;
}
