import { traitsOf } from '../effects/traits.ts';
import { defineRule, writtenTable } from './rule.ts';

export const policyTrustsUser = defineRule({
  id: 'policy-trusts-user',
  axis: 'privilege',
  title: 'A policy believes what users write about themselves',
  why: 'Users can edit their own metadata: whoever writes the right word there sees every row.',
  instead:
    'Decide by something that only the server writes, such as a table of roles or app_metadata.',
  invalid: [
    {
      sql: "create policy admins on users using ((current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'role') = 'admin')",
      level: 'high',
      message: 'Policy admins of table users trusts the metadata of its user.',
    },
  ],
  valid: ["create policy own on users using (age = current_setting('app.age')::int)"],
  check: ({ scripts }) =>
    traitsOf(scripts, 'policy')
      .filter(({ metadata }) => metadata)
      .map((effect) => ({
        effect,
        level: 'high',
        message: `Policy ${effect.policy} of table ${writtenTable(effect.table)} trusts the metadata of its user.`,
      })),
});
