import { objectName } from '../domain/effect.ts';
import { defineRule, tableOf } from './rule.ts';
import type { Remark } from './rule.ts';

export const policyWithoutRowSecurity = defineRule({
  id: 'policy-without-row-security',
  axis: 'privilege',
  title: 'A new table has a policy that nobody obeys',
  why: 'Policies do nothing until row security is enabled: everybody who can read the table sees every row.',
  instead: 'Enable row level security on the table before its first policy.',
  invalid: [
    {
      sql: 'create table notes (id int); create policy own on notes using (id = 1)',
      level: 'medium',
      message: 'Creates policy notes.own while row security of the table is off.',
    },
  ],
  valid: [
    'create table notes (id int); alter table notes enable row level security; create policy own on notes using (id = 1)',
  ],
  check: ({ effects }) => {
    const created = new Set<string>();
    const enabled = new Set<string>();
    // What a later statement might do about it does not count: nothing that follows makes a change safer.
    return effects.flatMap((effect): readonly Remark[] => {
      if (effect.kind === 'alters' && effect.change === 'enable-row-security')
        enabled.add(tableOf(effect.object));
      if (effect.kind !== 'creates') return [];
      const { object } = effect;
      if (object.kind === 'table' && object.createdHere) created.add(tableOf(object));
      const isOpen = created.has(tableOf(object)) && !enabled.has(tableOf(object));
      if (object.kind !== 'policy' || !isOpen) return [];
      const message = `Creates ${objectName(object)} while row security of the table is off.`;
      return [{ effect, level: 'medium', message }];
    });
  },
});
