import type { Effect, EffectOf } from '../domain/effect.ts';
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
    const added = declarationsOf(scripts, 'column').filter((column) => column.added);
    return ofKind(effects, 'drops').flatMap((effect) => {
      const { object } = effect;
      const beside = added.find((one) => isReplaced(effect, one, effects));
      const column = object.part;
      if (object.kind !== 'column' || object.createdHere || column === undefined || !beside)
        return [];
      if (added.some((one) => one.table === beside.table && one.column === column)) return [];
      const message = `Drops column ${column} of table ${writtenTable(object)} beside the new column ${beside.column}.`;
      return [{ effect, level: 'high', message, destructive: true, counterfactual }];
    });
  },
});

/** One file says it of both, the change fills the new column, or the names share a word. */
function isReplaced(
  drop: EffectOf<'drops'>,
  added: Declared<'column'>,
  effects: readonly Effect[],
): boolean {
  if (added.table !== writtenTable(drop.object)) return false;
  const isFilled = ofKind(effects, 'writes').some(
    ({ verb, object, columns = [] }) =>
      verb === 'update' && writtenTable(object) === added.table && columns.includes(added.column),
  );
  const words = new Set(added.column.split('_'));
  const isAlike = (drop.object.part ?? '').split('_').some((word) => words.has(word));
  return drop.unitId === added.unitId || isFilled || isAlike;
}

const counterfactual =
  'In a later change, after the code that needs the old column is gone, only the drop itself is left.';
