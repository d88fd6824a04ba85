import type { Effect, EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import type { Remark } from './rule.ts';
import { defineRule, ofKind } from './rule.ts';

/** Alterations that take a protection away or move power, in words. */
const changes: Readonly<Record<string, string>> = {
  owner: 'Changes the owner of',
  'disable-row-security': 'Switches row security off for',
  'no-force-row-security': 'Lets the owner bypass row security of',
  'disable-trigger': 'Disables triggers:',
  'disable-rule': 'Disables a rule:',
  'enable-trigger': 'Enables triggers:',
  'instead-rule': 'Replaces what a statement does by',
  rule: 'Adds to what a statement does by',
  policy: 'Opens or changes',
  'function-path': 'Changes what names mean in',
  'security-definer': 'Runs with its owner’s rights:',
  'security-label': 'Changes the security label of',
  'role-attributes': 'Changes the attributes of',
};

const powers = /superuser|createrole|bypassrls|replication|pg_\w+/;

export const privilegedChange = defineRule({
  id: 'privileged-change',
  axis: 'privilege',
  title: 'Power or protection changes hands',
  why: 'Who can read, write or bypass controls is different afterwards, whatever else was reviewed.',
  instead: 'Let the owner of the object and the people who guard privileges approve it.',
  invalid: [
    { sql: 'grant app_owner to app', level: 'high', message: 'Grants app_owner to app.' },
    {
      sql: 'grant pg_write_all_data to app',
      level: 'critical',
      message: 'Grants pg_write_all_data to app.',
    },
    {
      sql: 'grant select on users to app',
      level: 'medium',
      message: 'Grants select on table users to app.',
    },
    {
      sql: 'revoke select on users from app',
      level: 'medium',
      message: 'Revokes select on table users from app.',
    },
    {
      sql: 'alter role app superuser',
      level: 'critical',
      message: 'Changes the attributes of role app: superuser.',
    },
    {
      sql: 'alter table users owner to app',
      level: 'high',
      message: 'Changes the owner of table users: app.',
    },
    {
      sql: 'alter table users disable row level security',
      level: 'high',
      message: 'Switches row security off for table users.',
    },
    {
      sql: 'alter table users disable trigger all',
      level: 'high',
      message: 'Disables triggers: table users.',
    },
  ],
  valid: ['create table scratch (id int); alter table scratch enable row level security'],
  check: ({ effects }) => [
    ...ofKind(effects, 'grants').flatMap(granted),
    ...ofKind(effects, 'revokes').flatMap(revoked),
    ...ofKind(effects, 'alters').flatMap(altered),
  ],
});

function granted(effect: EffectOf<'grants'>): readonly Remark[] {
  const { object, privileges, to, withGrantOption } = effect;
  if (to.includes('public') || (object?.createdHere === true && !withGrantOption)) return [];
  const option = withGrantOption ? ', who can grant it on' : '';
  const message = `Grants ${privileges.join(', ')}${onObject(effect)} to ${to.join(', ')}${option}.`;
  const membership = object === undefined;
  const powerful = membership && powers.test(privileges.join(' '));
  const level = powerful ? 'critical' : membership || withGrantOption ? 'high' : 'medium';
  return [{ effect, level, message }];
}

function revoked(effect: EffectOf<'revokes'>): readonly Remark[] {
  const { object, privileges, from } = effect;
  if (object?.createdHere === true) return [];
  const message = `Revokes ${privileges.join(', ')}${onObject(effect)} from ${from.join(', ')}.`;
  return [{ effect, level: 'medium', message }];
}

function onObject({ object }: EffectOf<'grants' | 'revokes'>): string {
  return object === undefined ? '' : ` on ${objectName(object)}`;
}

function altered(effect: EffectOf<'alters'>): readonly Remark[] {
  const { change, object, to } = effect;
  const words = changes[change];
  if (words === undefined || isNewTable(effect)) return [];
  const detail = to === undefined || to === '' ? '' : `: ${to}`;
  const level = change === 'role-attributes' && powers.test(to ?? '') ? 'critical' : 'high';
  return [{ effect, level, message: `${words} ${objectName(object)}${detail}.` }];
}

/** Nobody relies on the protections of a table that this change creates, except on its owner. */
function isNewTable(effect: Effect): boolean {
  return (
    effect.kind === 'alters' &&
    effect.object.createdHere &&
    effect.change !== 'owner' &&
    effect.change !== 'security-definer' &&
    effect.change !== 'policy'
  );
}
