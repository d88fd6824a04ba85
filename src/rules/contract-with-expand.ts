import type { EffectOf } from '../domain/effect.ts';
import { grouped } from '../domain/grouped.ts';
import { type Declared, declarationsOf } from '../effects/declarations.ts';
import { defineRule, ofKind, writtenTable } from './rule.ts';

export const contractWithExpand = defineRule({
  id: 'contract-with-expand',
  axis: 'compatibility',
  title: 'A column goes in the change that brings its replacement',
  why: 'Code that knows only the old column and code that knows only the new one run side by side during a deployment: one of them fails.',
  instead:
    'Add the new column, deploy the code that writes both, then drop the old one in a later change.',
  invalid: [
    {
      sql: 'alter table users add column full_name text; alter table users drop column name',
      level: 'high',
      message: 'Drops column name of table users beside the new column full_name.',
    },
  ],
  valid: ['alter table users add column full_name text'],
  check: ({ effects, scripts }) => {
    const added = declarationsOf(scripts, 'column').filter((one) => one.added);
    const byTable = grouped(added, ({ table }) => table);
    const names = new Set(added.map(({ table, column }) => keyOf(table, column)));
    const filled = filledColumns(ofKind(effects, 'writes'));
    return ofKind(effects, 'drops').flatMap((effect) => {
      const { object } = effect;
      const beside = byTable
        .get(writtenTable(object))
        ?.find((one) => isReplaced(effect, one, filled));
      const column = object.part;
      if (object.kind !== 'column' || object.createdHere || column === undefined || !beside)
        return [];
      if (names.has(keyOf(beside.table, column))) return [];
      const message = `Drops column ${column} of table ${writtenTable(object)} beside the new column ${beside.column}.`;
      return [{ effect, level: 'high', message, destructive: true, counterfactual }];
    });
  },
});

/** The columns that an UPDATE of the change fills. */
function filledColumns(writes: readonly EffectOf<'writes'>[]): ReadonlySet<string> {
  return new Set(
    writes
      .filter(({ verb }) => verb === 'update')
      .flatMap(({ object, columns = [] }) =>
        columns.map((column) => keyOf(writtenTable(object), column)),
      ),
  );
}

function keyOf(table: string, column: string): string {
  return JSON.stringify([table, column]);
}

/** One file says it of both, the change fills the new column, or the names share a word. */
function isReplaced(
  { unitId, object: { part = '' } }: EffectOf<'drops'>,
  added: Declared<'column'>,
  filled: ReadonlySet<string>,
): boolean {
  if (unitId === added.unitId || filled.has(keyOf(added.table, added.column))) return true;
  const words = new Set(added.column.split('_'));
  return part.split('_').some((word) => words.has(word));
}

const counterfactual =
  'In a later change, after the code that needs the old column is gone, only the drop itself is left.';
