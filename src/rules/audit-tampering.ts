import type { Effect, ObjectReference } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule } from './rule.ts';

export const auditTampering = defineRule({
  id: 'audit-tampering',
  axis: 'concealment',
  title: 'Sluice’s own ledger is touched',
  why: 'The record of what was applied must not be changed by what is applied.',
  instead: 'Leave the schema sluice alone.',
  invalid: [
    {
      sql: 'delete from sluice.audit where id = 1',
      level: 'critical',
      message: 'Touches table sluice.audit, which keeps the record of applied changes.',
    },
    {
      sql: 'drop schema sluice cascade',
      level: 'critical',
      message: 'Touches schema sluice, which keeps the record of applied changes.',
    },
    {
      sql: 'create trigger quiet before insert on sluice.audit for each row execute function f()',
      level: 'critical',
      message: 'Touches trigger sluice.audit.quiet, which keeps the record of applied changes.',
    },
  ],
  valid: ['create table sluices (id int)'],
  check: ({ effects }) =>
    effects.flatMap((effect) => {
      const object = touchedObject(effect);
      if (object === undefined || !isLedger(object)) return [];
      const message = `Touches ${objectName(object)}, which keeps the record of applied changes.`;
      return [{ effect, level: 'critical', message, destructive: true, denies: true }];
    }),
});

/** What others see of a lock is reported by what takes it. */
function touchedObject(effect: Effect): ObjectReference | undefined {
  if (effect.kind === 'locks' || effect.kind === 'scans' || effect.kind === 'rewrites')
    return undefined;
  return 'object' in effect ? effect.object : undefined;
}

function isLedger({ kind, schema, name }: ObjectReference): boolean {
  return schema === 'sluice' || (kind === 'schema' && name === 'sluice');
}
