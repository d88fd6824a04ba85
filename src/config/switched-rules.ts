import { levels } from '../domain/finding.ts';
import type { SwitchedRules } from '../domain/policy.ts';
import { rules } from '../rules/index.ts';
import { nearest } from './nearest.ts';
import { readMap, readWord } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const words = ['on', 'off', ...levels] as const;

/** Rules about taste and whether they speak. What protects the database cannot be switched. */
export function readSwitchedRules(cell: Cell, problems: Problems): SwitchedRules {
  const tastes = rules.flatMap((rule) => (rule.default === 'off' ? [rule.id] : []));
  const entries = [...readMap(cell, problems, 'anything')].flatMap(([id, value]) => {
    if (!tastes.some((taste) => taste === id)) {
      problems.report(value, `${value.name}: ${refusalOf(id, tastes)}`);
      return [];
    }
    const word = readWord(value, problems, words);
    return word === undefined ? [] : [[id, word] as const];
  });
  return new Map(entries);
}

function refusalOf(id: string, tastes: readonly string[]): string {
  if (rules.some((rule) => rule.id === id))
    return `${id} is always on; only rules about taste can be switched`;
  const guess = nearest(id, tastes);
  const hint = guess === undefined ? 'docs/rules/README.md lists them' : `did you mean ${guess}?`;
  return `there is no rule ${id}; ${hint}`;
}
