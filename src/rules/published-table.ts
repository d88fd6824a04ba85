import type { Catalog } from '../catalog/catalog.ts';
import type { Effect, ObjectReference } from '../domain/effect.ts';
import type { TraitOf } from '../effects/traits.ts';
import { traitsOf } from '../effects/traits.ts';
import { objectName } from '../domain/effect.ts';
import type { Remark } from './rule.ts';
import { createdTables, defineRule, eachTableOnce, meantBy, tableOf } from './rule.ts';

export const publishedTable = defineRule({
  id: 'published-table',
  axis: 'compatibility',
  title: 'A table that is replicated changes',
  why: 'Logical replication carries rows, not definitions: subscribers stop, or go on with another table than this one.',
  instead:
    'Change the subscribers first where something is added, and last where something is taken away.',
  invalid: [
    {
      sql: 'create publication feed for table users; alter table users add column note text',
      level: 'medium',
      message: 'Changes table users, which publication feed replicates: add-column.',
    },
    {
      sql: 'create publication feed for all tables; truncate users',
      level: 'medium',
      message: 'Changes table users, which publication feed replicates: truncate.',
    },
  ],
  valid: ['alter table users add column note text'],
  check: ({ effects, scripts, catalog }) => {
    const created = createdTables(effects);
    const publications = [...traitsOf(scripts, 'publishes').map(here), ...before(catalog)];
    if (publications.length === 0) return [];
    const publicationOf = finderOf(publications);
    return effects.flatMap((effect) => {
      const changed = changeOf(effect);
      if (changed === undefined || created.has(tableOf(changed.table))) return [];
      return remarksOn(effect, changed, publicationOf(changed.table));
    });
  },
});

type Publication = {
  readonly name: string;
  readonly everything: boolean;
  readonly tables: readonly Pick<ObjectReference, 'schema' | 'name'>[];
  readonly known: boolean;
};

type Changed = { readonly table: ObjectReference; readonly change: string };

function here({ publication, everything, tables }: TraitOf<'publishes'>): Publication {
  return { name: publication, everything, tables, known: false };
}

function before({ facts }: Catalog): readonly Publication[] {
  return (facts?.publications ?? []).map(({ name, allTables, tables }) => ({
    name,
    everything: allTables,
    tables,
    known: true,
  }));
}

/** What a subscriber does not hear of, or hears of too late. */
const shapes = new Set([
  'add-column',
  'column-type',
  'rename',
  'set-schema',
  'set-not-null',
  'set-unlogged',
  'replica-identity',
  'attach-partition',
  'detach-partition',
]);

function changeOf(effect: Effect): Changed | undefined {
  if (effect.kind === 'truncates') return { table: tableIn(effect.object), change: 'truncate' };
  if (effect.kind === 'drops' && effect.object.kind === 'column')
    return { table: tableIn(effect.object), change: 'drop-column' };
  if (effect.kind !== 'alters' || !shapes.has(effect.change)) return undefined;
  const isTable = effect.object.kind === 'table' || effect.object.kind === 'column';
  return isTable ? { table: tableIn(effect.object), change: effect.change } : undefined;
}

function tableIn({ schema, name, createdHere }: ObjectReference): ObjectReference {
  return { kind: 'table', name, createdHere, ...(schema === undefined ? {} : { schema }) };
}

/** Finds the first publication that holds a table. */
function finderOf(
  publications: readonly Publication[],
): (table: ObjectReference) => Publication | undefined {
  const all = publications.findIndex(({ everything }) => everything);
  // What stands behind one that holds everything is never the first.
  const listed = all < 0 ? publications : publications.slice(0, all);
  const members = listed.flatMap((publication) =>
    publication.tables.map((table) => ({ table, publication })),
  );
  const findMembers = meantBy(eachTableOnce(members));
  return (table) => findMembers([table])[0]?.publication ?? publications[all];
}

function remarksOn(
  effect: Effect,
  { table, change }: Changed,
  found: Publication | undefined,
): readonly Remark[] {
  if (found === undefined || table.createdHere) return [];
  const message = `Changes ${objectName(table)}, which publication ${found.name} replicates: ${change}.`;
  const facts = found.known ? { usesFacts: true as const } : {};
  return [{ effect, level: 'medium', message, object: table, ...facts }];
}
