import type { Effect, EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, isNamed, tableOf } from './rule.ts';
import type { Remark } from './rule.ts';

export const computedPredicate = defineRule({
  id: 'computed-predicate',
  axis: 'data-loss',
  title: 'Rows are deleted by a column that the same change computed',
  why: 'Where the computation goes wrong for many rows, the DELETE takes all of them, and nobody looked in between.',
  instead:
    'Apply the computation first, count the rows that it marked, and delete them in a change of its own.',
  invalid: [
    {
      sql: "update users set name = substring(email from '^(admin|member)@'); delete from users where name is null",
      level: 'high',
      message: 'Deletes rows of table users by column name, which this change computed.',
    },
    {
      sql: 'alter table users add column stale boolean default true; delete from users where stale',
      level: 'high',
      message: 'Deletes rows of table users by column stale, which this change computed.',
    },
  ],
  valid: [
    "create table scratch (id int, role text); update scratch set role = 'a'; delete from scratch where role is null",
  ],
  check: ({ effects }) => {
    const computed = new Set<string>();
    return effects.flatMap((effect): readonly Remark[] => {
      for (const column of computedBy(effect)) computed.add(column);
      if (effect.kind !== 'writes' || effect.verb !== 'delete' || !isNamed(effect)) return [];
      const column = effect.chosenBy?.find((name) => computed.has(columnKey(effect, name)));
      if (column === undefined || effect.object.createdHere) return [];
      const message = `Deletes rows of ${objectName(effect.object)} by column ${column}, which this change computed.`;
      return [{ effect, level: 'high', message, destructive: true }];
    });
  },
});

function computedBy(effect: Effect): readonly string[] {
  if (effect.kind === 'alters' && effect.change === 'add-column')
    return [columnKey(effect, effect.object.part ?? '')];
  if (effect.kind !== 'writes' || effect.verb !== 'update') return [];
  return (effect.columns ?? []).map((column) => columnKey(effect, column));
}

function columnKey({ object }: EffectOf<'alters' | 'writes'>, column: string): string {
  return `${tableOf(object)}.${column}`;
}
