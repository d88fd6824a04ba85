import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const definerSearchPath = defineRule({
  id: 'definer-search-path',
  axis: 'privilege',
  title: 'A function with its owner’s rights trusts its caller’s search path',
  why: 'Whoever calls it decides which tables, functions and operators its names mean, and has them run with the owner’s rights.',
  instead: 'Add SET search_path = pg_catalog, pg_temp and qualify the other names.',
  invalid: [
    {
      sql: 'create function tally() returns int language sql security definer as $$ select 1 $$',
      level: 'high',
      message: 'Runs function tally with its owner’s rights and its caller’s search path.',
    },
  ],
  valid: ['create function tally() returns int language sql as $$ select 1 $$'],
  check: ({ effects }) => {
    const safe = new Set(
      ofKind(effects, 'sets')
        .filter(({ scope, setting }) => scope === 'function' && setting === 'search_path')
        .map(statementOf),
    );
    const created = new Set(ofKind(effects, 'creates').map(statementOf));
    return ofKind(effects, 'alters')
      .filter(({ change }) => change === 'security-definer')
      .filter((effect) => created.has(statementOf(effect)) && !safe.has(statementOf(effect)))
      .map((effect) => ({
        effect,
        level: 'high',
        message: `Runs ${objectName(effect.object)} with its owner’s rights and its caller’s search path.`,
      }));
  },
});
