import type { EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const grantToPublic = defineRule({
  id: 'grant-to-public',
  axis: 'privilege',
  title: 'Everybody gets a privilege',
  why: 'PUBLIC is every role of the cluster, those of the future included.',
  instead: 'Grant the privilege to the role that needs it.',
  invalid: [
    {
      sql: 'grant select on public.users to public',
      level: 'high',
      message: 'Grants select on table public.users to PUBLIC.',
    },
    {
      sql: 'grant all on all tables in schema public to public',
      level: 'high',
      message: 'Grants all on several objects to PUBLIC.',
    },
    {
      sql: 'create table t (id int); grant select on t to public',
      level: 'high',
      message: 'Grants select on table t to PUBLIC.',
    },
  ],
  valid: ['create table scratch (id int); grant select on scratch to reporting'],
  counterfactual: {
    level: 'medium',
    when: 'one role gets it',
    with: ['grant select on users to app'],
  },
  check: ({ effects }) =>
    ofKind(effects, 'grants')
      .filter(({ to }) => to.includes('public'))
      .map((effect) => ({
        effect,
        level: 'high',
        message: `Grants ${effect.privileges.join(', ')} on ${targetOf(effect)} to PUBLIC.`,
      })),
});

function targetOf({ object }: EffectOf<'grants'>): string {
  return object === undefined ? 'several objects' : objectName(object).trim();
}
