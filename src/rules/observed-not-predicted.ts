import type { Effect } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import type { Level } from '../domain/finding.ts';
import { defineRule } from './rule.ts';

export const observedNotPredicted = defineRule({
  id: 'observed-not-predicted',
  axis: 'concealment',
  title: 'The rehearsal did something that the text does not say',
  why: 'Triggers, cascades, functions or dynamic SQL did it: whoever reads the text does not see it.',
  instead: 'Write the effect into the change as a plain statement, or say why it is meant.',
  invalid: [
    {
      sql: "do $$ begin execute (select 'delete from users' from (values (1)) v); end $$",
      level: 'critical',
      message: 'Observed, not predicted: delete of 3 rows in table public.users.',
    },
  ],
  valid: ["update users set name = 'a' where id = 7"],
  check: ({ effects }) =>
    effects
      .filter(({ source }) => source === 'observed')
      .map((effect) => ({
        effect,
        level: levelOf(effect),
        message: `Observed, not predicted: ${describe(effect)}.`,
        destructive: isLoss(effect),
      })),
});

function isLoss(effect: Effect): boolean {
  return effect.kind === 'drops' || (effect.kind === 'writes' && effect.verb !== 'insert');
}

function levelOf(effect: Effect): Level {
  if (isLoss(effect)) return 'critical';
  if (effect.kind === 'locks' || effect.kind === 'rewrites') return 'medium';
  return 'high';
}

function describe(effect: Effect): string {
  const name = 'object' in effect && effect.object !== undefined ? objectName(effect.object) : '';
  if (effect.kind === 'writes') return `${effect.verb} of ${rowsOf(effect.rows ?? 0)} in ${name}`;
  if (effect.kind === 'locks') return `${effect.mode} lock on ${name}`;
  return `${effect.kind} ${name}`;
}

function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
