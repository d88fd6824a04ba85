import type { EffectOf } from '../domain/effect.ts';
import type { Script } from '../domain/statement.ts';
import { defineRule, ofKind } from './rule.ts';

export const transactionControl = defineRule({
  id: 'transaction-control',
  axis: 'reversibility',
  title: 'The change controls its transaction',
  why: 'Whatever follows a COMMIT or ROLLBACK escapes the rehearsal and cannot be undone as a whole.',
  instead: 'Leave BEGIN and COMMIT out, or use exactly one pair around the whole file.',
  invalid: [
    { sql: 'commit', level: 'critical', message: 'Controls the transaction: commit.' },
    {
      sql: 'begin; select 1; savepoint a; commit',
      level: 'critical',
      message: 'Controls the transaction: savepoint.',
    },
  ],
  valid: ['begin; create table scratch (id int); commit'],
  check: ({ effects, scripts }) => {
    const all = ofKind(effects, 'controls-transaction');
    return all
      .filter((effect) => !isEnclosing(effect, all, scripts))
      .map((effect) => ({
        effect,
        level: 'critical',
        message: `Controls the transaction: ${effect.action}.`,
        denies: true,
      }));
  },
});

type Control = EffectOf<'controls-transaction'>;

/** BEGIN as the first and COMMIT as the last statement of a unit are taken as the unit's own. */
function isEnclosing(
  effect: Control,
  all: readonly Control[],
  scripts: readonly Script[],
): boolean {
  const script = scripts.find(({ unitId }) => unitId === effect.unitId);
  const last = (script?.statements.length ?? 0) - 1;
  const has = (statement: number, actions: readonly string[]): boolean =>
    all.some(
      (other) =>
        other.unitId === effect.unitId &&
        other.statement === statement &&
        other.via === 'direct' &&
        actions.includes(other.action),
    );
  const pair = last > 0 && has(0, ['begin', 'start']) && has(last, ['commit']);
  return pair && effect.via === 'direct' && (effect.statement === 0 || effect.statement === last);
}
