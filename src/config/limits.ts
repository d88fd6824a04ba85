import type { Policy } from '../domain/policy.ts';
import { readInteger, readMap, readText } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

/** What holds where the policy says nothing. */
export const defaultLimits = { lockTimeoutMs: 2_000, statementTimeoutMs: 60_000 };

/** `limits: {lock-timeout: 2s, statement-timeout: 60s}`, each optional. */
export function readLimits(cell: Cell, problems: Problems): Policy['limits'] {
  const entries = readMap(cell, problems, ['lock-timeout', 'statement-timeout']);
  const lock = entries.get('lock-timeout');
  const statement = entries.get('statement-timeout');
  return {
    lockTimeoutMs: lock === undefined ? defaultLimits.lockTimeoutMs : readDuration(lock, problems),
    statementTimeoutMs:
      statement === undefined
        ? defaultLimits.statementTimeoutMs
        : readDuration(statement, problems),
  };
}

/** `facts: { max-age-days: 7 }`. */
export function readFactsMaxAge(cell: Cell, problems: Problems): number | undefined {
  const days = readMap(cell, problems, ['max-age-days']).get('max-age-days');
  return days === undefined ? undefined : readInteger(days, problems, [1, 365]);
}

const unitMs = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['min', 60_000],
]);

/** Zero is refused: to PostgreSQL it means no limit at all. */
function readDuration(cell: Cell, problems: Problems): number {
  const text = readText(cell, problems, 20) ?? '';
  const [, digits, unit = ''] = /^(\d{1,7})(ms|s|min)$/.exec(text) ?? [];
  const ms = Number(digits ?? 0) * (unitMs.get(unit) ?? 0);
  if (ms > 0 && ms <= 3_600_000) return ms;
  problems.report(cell, `${cell.name} has to be a duration such as 500ms, 2s or 5min, up to 60min`);
  return 1;
}
