import { traitsOf } from '../effects/traits.ts';
import { defineRule, tableOf, writtenTable } from './rule.ts';

export const multiplePermissivePolicies = defineRule({
  id: 'multiple-permissive-policies',
  default: 'off',
  axis: 'privilege',
  title: 'Several permissive policies stand for the same command',
  why: 'A row passes when any of them lets it: each one widens what the others allow, and all are asked for every row.',
  instead: 'Write one policy, or make the narrowing ones restrictive.',
  invalid: [
    {
      sql: 'create table notes (id int, team int); create policy own on notes using (id = 1); create policy team on notes using (team = 1)',
      level: 'low',
      message: 'Policy team of table notes stands beside another for all.',
    },
  ],
  valid: [
    'create table notes (id int, team int); alter table notes enable row level security; create policy own on notes using (id = 1); create policy team on notes as restrictive using (team = 1)',
  ],
  check: ({ scripts }) => {
    const seen = new Set<string>();
    return traitsOf(scripts, 'policy').flatMap((effect) => {
      if (!effect.permissive) return [];
      const place = `${tableOf(effect.table)} ${effect.command}`;
      const again = seen.has(place);
      seen.add(place);
      const message = `Policy ${effect.policy} of table ${writtenTable(effect.table)} stands beside another for ${effect.command}.`;
      return again ? [{ effect, level: 'low', message }] : [];
    });
  },
});
