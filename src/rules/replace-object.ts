import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const replaceObject = defineRule({
  id: 'replace-object',
  axis: 'compatibility',
  title: 'An object may be replaced by another of the same name',
  why: 'If it exists, everything that uses it behaves differently from then on.',
  instead:
    'Use plain CREATE for a new object; when it replaces one, let the owner of its users approve.',
  invalid: [
    {
      sql: 'create or replace view report as select 1',
      level: 'medium',
      message: 'Creates or replaces view report.',
    },
    {
      sql: 'create or replace function total() returns int language sql as $$ select 1 $$',
      level: 'medium',
      message: 'Creates or replaces function total.',
    },
  ],
  valid: ['create view report as select 1'],
  check: ({ effects }) =>
    ofKind(effects, 'creates')
      .filter(({ replaces }) => replaces)
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Creates or replaces ${objectName(effect.object)}.`,
      })),
});
