import type { RiskSettings } from '../domain/policy.ts';
import { defaultRisk } from '../risk/scale.data.ts';
import { readInteger, readMap, readText } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const levelNames = ['medium', 'high', 'critical'] as const;

/**
 * `risk: { small-table: { rows: 10000, bytes: 16MB }, levels: { medium: 15, high: 40, critical: 70 } }`,
 * each optional. A level can begin earlier than it does by itself, never later.
 */
export function readRisk(cell: Cell, problems: Problems): RiskSettings {
  const entries = readMap(cell, problems, ['small-table', 'levels']);
  const small = entries.get('small-table');
  const levels = entries.get('levels');
  return {
    smallTable: small === undefined ? defaultRisk.smallTable : readSmallTable(small, problems),
    levels: levels === undefined ? defaultRisk.levels : readLevels(levels, problems),
  };
}

function readSmallTable(cell: Cell, problems: Problems): RiskSettings['smallTable'] {
  const entries = readMap(cell, problems, ['rows', 'bytes']);
  const rows = entries.get('rows');
  const bytes = entries.get('bytes');
  const { smallTable } = defaultRisk;
  return {
    rows: (rows && readInteger(rows, problems, [0, 1_000_000])) ?? smallTable.rows,
    bytes: (bytes && readBytes(bytes, problems)) ?? smallTable.bytes,
  };
}

const unitBytes = new Map([
  ['kB', 1024],
  ['MB', 1024 ** 2],
  ['GB', 1024 ** 3],
]);

function readBytes(cell: Cell, problems: Problems): number | undefined {
  const text = readText(cell, problems, 20) ?? '';
  if (!/^(?:\d{1,6}kB|\d{1,3}MB|[01]GB)$/.test(text)) {
    problems.report(cell, `${cell.name} has to be a size such as 512kB or 16MB, up to 1GB`);
    return undefined;
  }
  return Number(text.slice(0, -2)) * (unitBytes.get(text.slice(-2)) ?? 0);
}

function readLevels(cell: Cell, problems: Problems): RiskSettings['levels'] {
  const entries = readMap(cell, problems, levelNames);
  const from = (name: (typeof levelNames)[number]): number => {
    const found = entries.get(name);
    const latest = defaultRisk.levels[name];
    return (found && readInteger(found, problems, [1, latest])) ?? latest;
  };
  const levels = { medium: from('medium'), high: from('high'), critical: from('critical') };
  if (levels.medium > levels.high || levels.high > levels.critical)
    problems.report(cell, 'medium cannot begin after high, nor high after critical');
  return levels;
}
