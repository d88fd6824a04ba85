import type { EffectOf } from '../domain/effect.ts';
import type { Script } from '../domain/statement.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

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
    const enclosing = enclosingStatements(all, scripts);
    return all
      .filter((effect) => effect.via !== 'direct' || !enclosing.has(statementOf(effect)))
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
function enclosingStatements(
  all: readonly Control[],
  scripts: readonly Script[],
): ReadonlySet<string> {
  const direct = all.filter(({ via }) => via === 'direct');
  const begins = new Set(direct.filter(({ action }) => starts.has(action)).map(statementOf));
  const commits = new Set(direct.filter(({ action }) => action === 'commit').map(statementOf));
  return new Set(
    scripts.flatMap(({ unitId, statements }) => {
      const last = statements.length - 1;
      const pair = [0, last].map((statement) => statementOf({ unitId, statement }));
      const [begin = '', commit = ''] = pair;
      return last > 0 && begins.has(begin) && commits.has(commit) ? pair : [];
    }),
  );
}

const starts: ReadonlySet<string> = new Set(['begin', 'start']);
