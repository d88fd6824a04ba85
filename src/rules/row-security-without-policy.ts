import { objectName } from '../domain/effect.ts';
import { defineRule, tableOf } from './rule.ts';
import type { Remark } from './rule.ts';

export const rowSecurityWithoutPolicy = defineRule({
  id: 'row-security-without-policy',
  axis: 'privilege',
  title: 'Row security is enabled, and the change brings no policy',
  why: 'Unless the table has policies already, everybody but its owner sees no row of it from then on.',
  instead: 'Create the policies in the same change, before row security is enabled.',
  invalid: [
    {
      sql: 'alter table orders enable row level security',
      level: 'medium',
      message: 'Enables row security of table orders without a policy.',
    },
  ],
  valid: [
    'create policy own on orders using (user_id = 1); alter table orders enable row level security',
    'create table notes (id int); alter table notes enable row level security',
  ],
  check: ({ effects }) => {
    const withPolicy = new Set<string>();
    // What a later statement might do about it does not count: nothing that follows makes a change safer.
    return effects.flatMap((effect): readonly Remark[] => {
      if (effect.kind === 'creates' && effect.object.kind === 'policy')
        withPolicy.add(tableOf(effect.object));
      if (effect.kind !== 'alters' || effect.change !== 'enable-row-security') return [];
      const { object } = effect;
      if (object.createdHere || withPolicy.has(tableOf(object))) return [];
      const message = `Enables row security of ${objectName(object)} without a policy.`;
      return [{ effect, level: 'medium', message }];
    });
  },
});
