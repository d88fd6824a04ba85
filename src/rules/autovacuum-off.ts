import { traitsOf } from '../effects/traits.ts';
import { createdTables, defineRule, tableOf, writtenTable } from './rule.ts';

const off = new Set(['false', 'off', '0', 'no', 'f']);

export const autovacuumOff = defineRule({
  id: 'autovacuum-off',
  axis: 'lock',
  title: 'A table is no longer cleaned up',
  why: 'Dead rows pile up and estimates go stale, until a forced cleanup comes when it suits nobody.',
  instead: 'Tune autovacuum for the table: its scale factors and its cost limit.',
  invalid: [
    {
      sql: 'alter table users set (autovacuum_enabled = off)',
      level: 'medium',
      message: 'Switches autovacuum off for table users.',
    },
  ],
  valid: ['alter table users set (autovacuum_vacuum_scale_factor = 0.05)'],
  check: ({ effects, scripts }) => {
    const created = createdTables(effects);
    return traitsOf(scripts, 'option')
      .filter(({ option, value }) => option === 'autovacuum_enabled' && off.has(value ?? ''))
      .filter(({ of }) => !created.has(tableOf(of)))
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Switches autovacuum off for table ${writtenTable(effect.of)}.`,
      }));
  },
});
