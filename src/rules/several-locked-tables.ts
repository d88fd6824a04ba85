import { defineRule, ofKind, tableOf, writtenTable } from './rule.ts';
import type { Remark } from './rule.ts';

export const severalLockedTables = defineRule({
  id: 'several-locked-tables',
  default: 'off',
  axis: 'lock',
  title: 'Several tables are locked in one transaction',
  why: 'The first stays locked while the change waits for the others, and a client that takes them in another order ends in a deadlock.',
  instead: 'Change one table in a file.',
  invalid: [
    {
      sql: 'alter table users add column note text; alter table orders add column note text',
      level: 'low',
      message: 'Locks table orders while table users is locked.',
    },
  ],
  valid: ['alter table users add column note text; alter table users add column hint text'],
  check: ({ effects }) => {
    const held = new Map<string, string>();
    return ofKind(effects, 'locks').flatMap((effect): readonly Remark[] => {
      const { object, mode, unitId } = effect;
      if (mode !== 'ACCESS EXCLUSIVE' || object.createdHere) return [];
      const first = held.get(unitId) ?? tableOf(object);
      held.set(unitId, first);
      if (first === tableOf(object)) return [];
      const message = `Locks table ${writtenTable(object)} while table ${first.replace(/^\./, '')} is locked.`;
      return [{ effect, level: 'low', message }];
    });
  },
});
