import type { Effect, EffectOf } from '../domain/effect.ts';
import { defineRule, ofKind, onNewTables, statementOf } from './rule.ts';

export const unknownFunctionCall = defineRule({
  id: 'unknown-function-call',
  axis: 'unknown',
  title: 'A function is called whose effects are not known',
  why: 'The function can write, drop or send anything; its code is not part of this change.',
  instead: 'Do the work in plain statements, or let the function’s owner approve the call.',
  invalid: [
    {
      sql: 'select cleanup_users()',
      level: 'medium',
      message: 'Calls cleanup_users: its effects are not known.',
    },
    {
      sql: "select setval('ids', 1)",
      level: 'medium',
      message: 'Calls setval: its effects are not known.',
    },
    {
      sql: 'create table scratch (at timestamptz); create trigger touch before update on scratch for each row execute function touch()',
      level: 'low',
      message:
        'Calls touch, whose effects are not known, where somebody writes to a table that this change makes.',
    },
  ],
  valid: [
    'select count(*) from users',
    'create table scratch (at timestamptz default now())',
    'create table scratch (id uuid default uuid_generate_v4(), other uuid default public.gen_random_uuid())',
    'create policy own on users for select to app using (auth.uid() = id)',
  ],
  check: ({ effects }) => {
    const asleep = statementsAsleep(effects);
    const unknown = ofKind(effects, 'calls').filter((effect) => !effect.known);
    const waits = (effect: EffectOf<'calls'>): boolean =>
      effect.via === 'indirect' && asleep.has(statementOf(effect));
    const waiting = new Map(
      unknown
        .filter(waits)
        .toReversed()
        .map((effect) => [effect.name, effect]),
    );
    return [
      ...unknown
        .filter((effect) => !waits(effect))
        .map((effect) => ({
          effect,
          level: 'medium' as const,
          message: `Calls ${effect.name}: its effects are not known.`,
          unknown: true,
        })),
      ...[...waiting.values()].map((effect) => ({
        effect,
        level: 'low' as const,
        message: `Calls ${effect.name}, whose effects are not known, where somebody writes to a table that this change makes.`,
      })),
    ];
  },
});

/** Statements that put a trigger on a new table which the change itself does not write to. */
function statementsAsleep(effects: readonly Effect[]): ReadonlySet<string> {
  const onNew = onNewTables(effects);
  const written = new Set(ofKind(effects, 'writes').map(({ object }) => object.name));
  return new Set(
    ofKind(effects, 'creates')
      .filter((effect) => effect.object.kind === 'trigger' && onNew.has(effect))
      .filter(({ object }) => !written.has(object.name))
      .map(statementOf),
  );
}
