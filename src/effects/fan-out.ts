import { knownRelation } from '../catalog/catalog.ts';
import {
  baseTablesOf,
  descendantsOf,
  followingRows,
  foreignKeysTo,
  primaryKeyOf,
  referringTables,
  rulesOn,
  sizeOf,
  triggersOn,
  viewsOf,
} from '../catalog/relations.ts';
import type { KnownRelation, Schema } from '../catalog/schema.ts';
import type { ObjectKind, ObjectReference, Through } from '../domain/effect.ts';
import type { QualifiedName } from '../domain/facts.ts';
import type { Context, Draft } from './draft.ts';

type DraftOf<Kind extends Draft['kind']> = Extract<Draft, { readonly kind: Kind }>;
type Write = DraftOf<'writes'>;

/** A write, what it runs, and the writes that follow from it in other tables; as far as the facts tell. */
export function withFollowers(write: Write, only: boolean, context: Context): readonly Draft[] {
  const known = knownRelation(context.catalog, write.object);
  if (known === undefined) return [write];
  const { schema } = context.catalog;
  const runs = [...triggersOn(known, write.verb), ...rulesOn(known, write.verb)];
  const key = primaryKeyOf(known).find((column) => write.columns?.includes(column));
  const here = {
    ...write,
    ...(runs.length === 0 ? {} : { runs: runs.map(({ name }) => name) }),
    ...(key === undefined ? {} : { key }),
  };
  // A rule or a trigger of a view stands in for the write: nobody can say what it reaches.
  if (known.facts.kind === 'view' && runs.length > 0) return [here];
  const bases = known.facts.kind === 'view' ? baseTablesOf(schema, known) : [];
  const children = only ? [] : childrenOf(schema, known);
  const tables = [known, ...bases, ...children];
  return [
    here,
    ...bases.map((base) => also(write, base, through('view', [known, base]))),
    ...children.map((child) => also(write, child, through('child', [known, child]))),
    ...tables.flatMap((table) => followers(schema, table, write)),
  ];
}

/** Tables that inherit: partitions are parts of their table, and its numbers count them. */
function childrenOf(schema: Schema, known: KnownRelation): readonly KnownRelation[] {
  return descendantsOf(schema, known).filter(({ facts }) => !facts.isPartition);
}

function followers(schema: Schema, table: KnownRelation, write: Write): readonly Draft[] {
  const { verb, reach, columns = [] } = write;
  if (verb === 'insert') return [];
  const cause = verb === 'delete' ? ({ verb } as const) : { verb, columns };
  return followingRows(schema, table, cause).map(({ relation, action, chain, foreignKey }) => {
    const how = action === 'cascade' ? 'cascade' : 'reset';
    const deletes = verb === 'delete' && action === 'cascade';
    return {
      kind: 'writes',
      verb: deletes ? 'delete' : 'update',
      object: objectOf(relation),
      reach,
      ...(deletes ? {} : { columns: foreignKey.columns }),
      through: { how, path: chain.map(written) },
      via: 'indirect',
    };
  });
}

function also(write: Write, relation: KnownRelation, path: Through): Draft {
  const { verb, reach } = write;
  const object = objectOf(relation);
  return { kind: 'writes', verb, object, reach, through: path, via: 'indirect' };
}

/** TRUNCATE of a table and of what it takes along. */
export function withEmptied(
  truncation: DraftOf<'truncates'>,
  only: boolean,
  context: Context,
): readonly Draft[] {
  const known = knownRelation(context.catalog, truncation.object);
  if (known === undefined) return [truncation];
  const { schema } = context.catalog;
  const runs = triggersOn(known, 'truncate').map(({ name }) => name);
  const children = only ? [] : childrenOf(schema, known);
  const referring = truncation.cascade ? referringTables(schema, known) : [];
  const emptied = (relation: KnownRelation, how: Through['how']): Draft => ({
    kind: 'truncates',
    object: objectOf(relation),
    cascade: false,
    through: through(how, [known, relation]),
    via: 'indirect',
  });
  return [
    runs.length === 0 ? truncation : { ...truncation, runs },
    ...children.map((child) => emptied(child, 'child')),
    ...referring.map((table) => emptied(table, 'dependent')),
  ];
}

/** What DROP … CASCADE of a relation or a schema takes along. */
export function droppedAlong(object: ObjectReference, context: Context): readonly Draft[] {
  const { schema } = context.catalog;
  if (object.kind === 'schema') {
    const held = [...schema.names].filter(([key]) =>
      key.startsWith(`[${JSON.stringify(object.name)},`),
    );
    return held.flatMap(([, identity]) => {
      const facts = schema.relations.get(identity);
      if (facts === undefined) return [];
      const relation = { identity, facts, changed: false, entangled: false };
      return [dropped(objectOf(relation), [object.name, written(facts)])];
    });
  }
  const known = object.part === undefined ? knownRelation(context.catalog, object) : undefined;
  if (known === undefined) return [];
  const views = viewsOf(schema, known).map(objectOf);
  const keys = foreignKeysTo(schema, known)
    .filter(({ relation }) => relation.identity !== known.identity)
    .map(({ relation, foreignKey }) => constraintOf(relation, foreignKey.name));
  const start = written(known.facts);
  return [...views, ...keys].map((dependent) => dropped(dependent, [start, dependent.name]));
}

function constraintOf({ facts: { schema, name } }: KnownRelation, part: string): ObjectReference {
  return { kind: 'constraint', schema, name, part, createdHere: false };
}

function dropped(object: ObjectReference, path: readonly string[]): Draft {
  return {
    kind: 'drops',
    object,
    cascade: false,
    through: { how: 'dependent', path },
    via: 'indirect',
  };
}

const kinds: Partial<Record<KnownRelation['facts']['kind'], ObjectKind>> = {
  view: 'view',
  'materialized-view': 'materialized-view',
  'foreign-table': 'foreign-table',
  sequence: 'sequence',
};

function objectOf(relation: KnownRelation): ObjectReference {
  const { schema, name, kind } = relation.facts;
  const size = sizeOf(relation);
  return {
    kind: kinds[kind] ?? 'table',
    schema,
    name,
    createdHere: false,
    ...(size === undefined ? {} : { size }),
  };
}

function through(how: Through['how'], path: readonly KnownRelation[]): Through {
  return { how, path: path.map(({ facts }) => written(facts)) };
}

function written({ schema, name }: QualifiedName): string {
  return `${schema}.${name}`;
}
