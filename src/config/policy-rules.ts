import type { PolicyRule, Requirement } from '../domain/policy.ts';
import { conditionProblem } from '../policy/condition.ts';
import { readOwners } from './owners.ts';
import { readBoolean, readInteger, readList, readMap, readText, requireCell } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

const requirementKeys = ['owners', 'people', 'one-of', 'deny'] as const;

/** The approval rules; every condition is compiled and its types are checked here. */
export function readRules(cell: Cell, problems: Problems): readonly PolicyRule[] {
  const rules = readList(cell, problems).map((item) => ({ item, rule: readRule(item, problems) }));
  const names = new Set<string>();
  for (const { item, rule } of rules) {
    if (rule !== undefined && names.has(rule.name))
      problems.report(item, `two rules have the name ${rule.name}`);
    names.add(rule?.name ?? '');
  }
  return rules.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
}

function readRule(item: Cell, problems: Problems): PolicyRule | undefined {
  const entries = readMap(item, problems, ['name', 'when', ...requirementKeys]);
  const nameCell = requireCell(entries, 'name', item, problems);
  const name = nameCell === undefined ? undefined : readText(nameCell, problems, 100);
  const when = entries.get('when');
  const condition = when === undefined ? undefined : readCondition(when, problems);
  const requires = readRequirement(item, entries, problems);
  if (name === undefined || requires === undefined) return undefined;
  return { name, ...(condition === undefined ? {} : { when: condition }), requires };
}

function readCondition(cell: Cell, problems: Problems): string | undefined {
  const source = readText(cell, problems, 2000);
  const wrong = source === undefined ? undefined : conditionProblem(source);
  if (wrong !== undefined) problems.report(cell, `${cell.name}: ${wrong}`);
  return source;
}

function readRequirement(
  item: Cell,
  entries: ReadonlyMap<string, Cell>,
  problems: Problems,
): Requirement | undefined {
  const asked = requirementKeys.filter((key) => entries.has(key));
  const [key] = asked;
  const cell = key === undefined ? undefined : entries.get(key);
  if (asked.length === 1 && key !== undefined && cell !== undefined)
    return toRequirement(key, cell, problems);
  problems.report(item, `${item.name} needs exactly one of ${requirementKeys.join(', ')}`);
  return undefined;
}

function toRequirement(
  key: (typeof requirementKeys)[number],
  cell: Cell,
  problems: Problems,
): Requirement | undefined {
  switch (key) {
    case 'owners': {
      if (readBoolean(cell, problems) === false)
        problems.report(cell, 'owners: false asks nothing; remove the rule');
      return { kind: 'owners' };
    }
    case 'people': {
      const count = readInteger(cell, problems, [1, 10]);
      return count === undefined ? undefined : { kind: 'people', count };
    }
    case 'one-of': {
      const owners = readOwners(cell, problems);
      if (owners.length === 0) problems.report(cell, `${cell.name} names nobody`);
      return { kind: 'one-of', owners };
    }
    case 'deny': {
      const because = readText(cell, problems);
      return because === undefined ? undefined : { kind: 'deny', because };
    }
  }
}
