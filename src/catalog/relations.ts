import type { ForeignKeyFacts, QualifiedName, RelationFacts } from '../domain/facts.ts';
import type { KnownRelation, Schema } from './schema.ts';
import { relationAt, relationKey } from './schema.ts';

/** Its columns in order; undefined where the change may have altered them. */
export function columnsOf(relation: KnownRelation): readonly string[] | undefined {
  return relation.changed ? undefined : relation.facts.columns.map(({ name }) => name);
}

/** Whether no row can have NULL there. */
export function isNotNull({ facts, changed }: KnownRelation, column: string): boolean {
  if (changed) return false;
  const key = facts.keys.some(
    ({ kind, columns }) => kind === 'primary' && columns.includes(column),
  );
  return key || facts.columns.some(({ name, notNull }) => name === column && notNull);
}

/** Whether values for these columns name one row at most. */
export function bindsKey(relation: KnownRelation, columns: readonly string[]): boolean {
  return uniqueColumns(relation).some((key) => key.every((column) => columns.includes(column)));
}

/** The column sets that are unique for all rows. */
function uniqueColumns({ facts, changed }: KnownRelation): readonly (readonly string[])[] {
  if (changed) return [];
  const keys = facts.keys.filter(({ kind }) => kind !== 'exclusion').map(({ columns }) => columns);
  const indexes = facts.indexes.filter(({ unique, valid, partial }) => unique && valid && !partial);
  return [
    ...keys,
    ...indexes.flatMap(({ columns }) => (columns === undefined ? [] : [columns])),
  ].filter((columns) => columns.length > 0);
}

/** The columns of its primary key; none where there is none or it may have changed. */
export function primaryKeyOf({ facts, changed }: KnownRelation): readonly string[] {
  if (changed) return [];
  return facts.keys.find(({ kind }) => kind === 'primary')?.columns ?? [];
}

/** Estimated rows and bytes; -1 is unknown. */
type Size = { readonly rows: number; readonly bytes: number };

/** How big it is, where it holds rows of its own or of its partitions and the change gave it no others. */
export function sizeOf({ facts, entangled }: KnownRelation): Size | undefined {
  const { kind, rows, bytes } = facts;
  return entangled || kind === 'view' || kind === 'sequence' ? undefined : { rows, bytes };
}

/** Partitions and inheritors at every depth: a write without ONLY reaches their rows. */
export function descendantsOf(schema: Schema, relation: KnownRelation): readonly KnownRelation[] {
  return closure(schema, relation, ({ facts }) =>
    [...schema.relations.values()].filter(({ parents }) =>
      parents.some((one) => isSame(one, facts)),
    ),
  );
}

/** The tables whose rows a view shows, through other views. */
export function baseTablesOf(schema: Schema, view: KnownRelation): readonly KnownRelation[] {
  const read = closure(schema, view, ({ facts }) =>
    facts.kind === 'view'
      ? facts.reads.flatMap((name) => schema.relations.get(relationKey(name)) ?? [])
      : [],
  );
  return read.filter(({ facts }) => facts.kind !== 'view');
}

/** Views and materialized views that read it, at any distance: DROP … CASCADE takes them along. */
export function viewsOf(schema: Schema, relation: KnownRelation): readonly KnownRelation[] {
  return closure(schema, relation, ({ facts }) =>
    [...schema.relations.values()].filter(({ reads }) => reads.some((one) => isSame(one, facts))),
  );
}

/** A table whose rows follow, and how: each step is a foreign key. */
export type FollowingRows = {
  readonly relation: KnownRelation;
  readonly action: 'cascade' | 'set-null' | 'set-default';
  /** From the table that is written, over those between, to this one. */
  readonly chain: readonly QualifiedName[];
  readonly foreignKey: ForeignKeyFacts;
};

/** What a DELETE, or an UPDATE of these columns, does to other tables through foreign keys. */
export function followingRows(
  schema: Schema,
  relation: KnownRelation,
  write: Write,
): readonly FollowingRows[] {
  const found = new Map<string, FollowingRows>();
  const pending: Step[] = [{ relation, write, chain: [nameOf(relation)] }];
  for (let step = pending.shift(); step !== undefined; step = pending.shift()) {
    for (const next of directlyFollowing(schema, step)) {
      const key = `${next.relation.identity} ${next.foreignKey.name}`;
      if (found.has(key)) continue;
      found.set(key, next);
      pending.push({ ...next, write: writeOf(next, step.write) });
    }
  }
  return [...found.values()];
}

/** `delete` without columns; an update follows only keys that hold one of its columns. */
type Write =
  | { readonly verb: 'delete' }
  | { readonly verb: 'update'; readonly columns: readonly string[] };

type Step = Pick<FollowingRows, 'relation' | 'chain'> & { readonly write: Write };

function directlyFollowing(
  schema: Schema,
  { relation, write, chain }: Step,
): readonly FollowingRows[] {
  return foreignKeysTo(schema, relation).flatMap(({ relation: child, foreignKey }) => {
    const action = write.verb === 'delete' ? foreignKey.onDelete : foreignKey.onUpdate;
    if (action === 'no-action' || action === 'restrict') return [];
    if (write.verb === 'update' && !shares(write.columns, foreignKey.references.columns)) return [];
    return [{ relation: child, action, foreignKey, chain: [...chain, nameOf(child)] }];
  });
}

/** CASCADE deletes the rows of the next table; everything else updates its key columns. */
function writeOf({ action, foreignKey }: FollowingRows, write: Write): Write {
  const deletes = write.verb === 'delete' && action === 'cascade';
  return deletes ? write : { verb: 'update', columns: foreignKey.columns };
}

/** Every table that TRUNCATE … CASCADE empties along with it. */
export function referringTables(schema: Schema, relation: KnownRelation): readonly KnownRelation[] {
  return closure(schema, relation, (table) =>
    foreignKeysTo(schema, table).map((key) => key.relation.facts),
  );
}

/** The foreign keys that point at it, or at the partitioned tables that it is a part of or made of. */
export function foreignKeysTo(
  schema: Schema,
  relation: KnownRelation,
): readonly { readonly relation: KnownRelation; readonly foreignKey: ForeignKeyFacts }[] {
  const family = [relation, ...ancestorsOf(schema, relation), ...descendantsOf(schema, relation)];
  const names = new Set(family.map(({ identity }) => identity));
  return [...schema.relations].flatMap(([identity, { foreignKeys }]) => {
    const known = relationAt(schema, identity);
    const keys = foreignKeys.filter(({ references }) => names.has(relationKey(references)));
    return known === undefined ? [] : keys.map((foreignKey) => ({ relation: known, foreignKey }));
  });
}

function ancestorsOf(schema: Schema, relation: KnownRelation): readonly KnownRelation[] {
  return closure(schema, relation, ({ facts }) =>
    facts.isPartition
      ? facts.parents.flatMap((name) => schema.relations.get(relationKey(name)) ?? [])
      : [],
  );
}

type WriteEvent = 'insert' | 'update' | 'delete' | 'truncate';

/** Enabled triggers that this event fires on it. */
export function triggersOn({ facts }: KnownRelation, event: WriteEvent): RelationFacts['triggers'] {
  return facts.triggers.filter(({ enabled, events }) => enabled && events.includes(event));
}

/** Rules that rewrite this event on it. */
export function rulesOn({ facts }: KnownRelation, event: WriteEvent): RelationFacts['rules'] {
  return facts.rules.filter((rule) => rule.event === event);
}

/** What is reached from a relation in any number of steps, without itself. */
function closure(
  schema: Schema,
  start: KnownRelation,
  next: (relation: KnownRelation) => readonly RelationFacts[],
): readonly KnownRelation[] {
  const found = new Map([[start.identity, start]]);
  const pending = [start];
  for (let here = pending.shift(); here !== undefined; here = pending.shift()) {
    for (const facts of next(here)) {
      const known = relationAt(schema, relationKey(facts));
      if (known === undefined || found.has(known.identity)) continue;
      found.set(known.identity, known);
      pending.push(known);
    }
  }
  found.delete(start.identity);
  return [...found.values()];
}

function nameOf({ facts: { schema, name } }: KnownRelation): QualifiedName {
  return { schema, name };
}

function isSame(one: QualifiedName, other: QualifiedName): boolean {
  return one.schema === other.schema && one.name === other.name;
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}
