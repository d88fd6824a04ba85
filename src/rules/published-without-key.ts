import type { Catalog } from '../catalog/catalog.ts';
import type { TableName } from '../effects/traits.ts';
import { declarationsOf } from '../effects/declarations.ts';
import { traitsOf } from '../effects/traits.ts';
import { defineRule, eachTableOnce, meantBy, ofKind, writtenTable } from './rule.ts';

export const publishedWithoutKey = defineRule({
  id: 'published-without-key',
  axis: 'compatibility',
  title: 'A replicated table has nothing to tell its rows apart by',
  why: 'PostgreSQL refuses every UPDATE and DELETE of it from then on.',
  instead: 'Give the table a primary key, or a replica identity, before it is published.',
  invalid: [
    {
      sql: 'create table events (day date); create publication feed for table events',
      level: 'high',
      message: 'Publication feed replicates table events, which has no primary key.',
    },
  ],
  valid: ['create table events (day date)'],
  check: ({ effects, scripts, catalog }) => {
    const identified = ofKind(effects, 'alters')
      .filter(({ change }) => change === 'replica-identity' || change === 'add-constraint')
      .map(({ object }) => ({ table: object }));
    const findIdentified = meantBy(eachTableOnce(identified));
    const keyless = eachTableOnce(keylessTables(scripts, catalog)).filter(
      ({ table }) => findIdentified([table]).length === 0,
    );
    const findKeyless = meantBy(keyless);
    return traitsOf(scripts, 'publishes').flatMap((effect) =>
      (effect.everything ? keyless : findKeyless(effect.tables)).map(({ table, known }) => ({
        effect,
        level: 'high',
        message: `Publication ${effect.publication} replicates table ${writtenTable(table)}, which has no primary key.`,
        ...(known ? { usesFacts: true as const } : {}),
      })),
    );
  },
});

type Keyless = { readonly table: TableName; readonly known: boolean };

function keylessTables(
  scripts: Parameters<typeof declarationsOf>[0],
  { facts }: Catalog,
): readonly Keyless[] {
  const here = declarationsOf(scripts, 'table')
    .filter(({ hasPrimaryKey, derived, temporary }) => !hasPrimaryKey && !derived && !temporary)
    .map(({ table }) => ({ table: toName(table), known: false }));
  const before = (facts?.relations ?? [])
    .filter(({ kind }) => kind === 'table' || kind === 'partitioned-table')
    .filter(({ keys, replicaIdentity }) => {
      const hasKey = keys.some((key) => key.kind === 'primary');
      return !hasKey && (replicaIdentity === 'default' || replicaIdentity === 'nothing');
    })
    .map((table) => ({ table, known: true }));
  return [...here, ...before];
}

function toName(written: string): TableName {
  const [first = '', second] = written.split('.');
  return second === undefined ? { name: first } : { schema: first, name: second };
}
