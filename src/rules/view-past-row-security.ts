import type { Effect, ObjectReference } from '../domain/effect.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { traitsOf } from '../effects/traits.ts';
import type { TraitOf } from '../effects/traits.ts';
import type { Remark } from './rule.ts';
import { defineRule, eachTableOnce, meantBy, ofKind, writtenTable } from './rule.ts';

export const viewPastRowSecurity = defineRule({
  id: 'view-past-row-security',
  axis: 'privilege',
  title: 'A view shows rows that row security hides',
  why: 'A view reads its tables with the rights of its owner: the policies of whoever reads it are not asked.',
  instead:
    'Create the view with (security_invoker = true), which PostgreSQL knows from version 15 on.',
  invalid: [
    {
      sql: 'create table notes (id int); alter table notes enable row level security; create policy own on notes using (id = 1); create view all_notes as select id from notes',
      level: 'high',
      message: 'View all_notes reads table notes past its row security.',
    },
    {
      sql: 'alter view report set (security_invoker = false)',
      level: 'high',
      message: 'View report is read with the rights of its owner from then on.',
    },
    {
      sql: 'alter view report reset (security_barrier)',
      level: 'high',
      message: 'View report is no security barrier from then on.',
    },
  ],
  valid: [
    'create view adults as select id from users where age > 17',
    'alter view report set (security_barrier = true)',
  ],
  check: ({ effects, scripts, catalog }) => {
    const findGuarded = meantBy(guardedTables(effects, catalog));
    return [
      ...traitsOf(scripts, 'view').flatMap((view) => past(view, findGuarded(view.reads))),
      ...traitsOf(scripts, 'option').flatMap(opened),
    ];
  },
});

type Protected = {
  readonly table: Pick<ObjectReference, 'schema' | 'name'>;
  readonly known: boolean;
};

function past(effect: TraitOf<'view'>, guarded: readonly Protected[]): readonly Remark[] {
  if (effect.invoker) return [];
  return guarded.map(({ table, known }) => ({
    effect,
    level: 'high' as const,
    message: `View ${writtenTable(effect.view)} reads table ${writtenTable(table)} past its row security.`,
    ...(known ? { usesFacts: true as const } : {}),
  }));
}

function guardedTables(effects: readonly Effect[], { facts }: Catalog): readonly Protected[] {
  const here = ofKind(effects, 'alters')
    .filter(({ change }) => change === 'enable-row-security' || change === 'force-row-security')
    .map(({ object }) => ({ table: object, known: false }));
  const once = eachTableOnce(here);
  const findHere = meantBy(once);
  const before = (facts?.relations ?? [])
    .filter(({ rowSecurity }) => rowSecurity !== 'off')
    .filter((relation) => findHere([relation]).length === 0)
    .map((relation) => ({ table: relation, known: true }));
  return [...once, ...before];
}

const off = new Set([undefined, 'false', 'off', '0', 'no', 'f']);

function opened(effect: TraitOf<'option'>): readonly Remark[] {
  const { of, option, value } = effect;
  if (of.kind !== 'view' || !off.has(value)) return [];
  const name = writtenTable(of);
  if (option === 'security_invoker') {
    const message = `View ${name} is read with the rights of its owner from then on.`;
    return [{ effect, level: 'high', message }];
  }
  if (option !== 'security_barrier') return [];
  return [{ effect, level: 'high', message: `View ${name} is no security barrier from then on.` }];
}
