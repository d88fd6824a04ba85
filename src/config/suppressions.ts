import type { Suppression } from '../domain/policy.ts';
import { rules } from '../rules/index.ts';
import { readGlobs } from './policy-databases.ts';
import { nearest } from './nearest.ts';
import { readList, readMap, readText, requireCell } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

/** What the guardians allow for a while: which rule, about which object, why, and until when. */
export function readSuppressions(cell: Cell, problems: Problems): readonly Suppression[] {
  return readList(cell, problems).flatMap((item) => readSuppression(item, problems) ?? []);
}

function readSuppression(item: Cell, problems: Problems): Suppression | undefined {
  const entries = readMap(item, problems, ['rule', 'object', 'reason', 'expires', 'paths']);
  const read = (key: string, longest: number): string | undefined => {
    const cell = requireCell(entries, key, item, problems);
    return cell === undefined ? undefined : readText(cell, problems, longest);
  };
  const rule = read('rule', 100);
  const object = read('object', 300);
  const reason = read('reason', 500);
  const expires = read('expires', 10);
  const pathsCell = entries.get('paths');
  const paths = pathsCell === undefined ? undefined : readGlobs(pathsCell, problems);
  if (rule === undefined || object === undefined) return undefined;
  if (reason === undefined || expires === undefined) return undefined;
  for (const problem of [ruleProblem(rule), objectProblem(object), dayProblem(expires)])
    if (problem !== undefined) problems.report(item, `${item.name}: ${problem}`);
  return { rule, object, reason, expires, ...(paths === undefined ? {} : { paths }) };
}

function ruleProblem(id: string): string | undefined {
  if (rules.some((rule) => rule.id === id)) return undefined;
  const guess = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  const hint = guess === undefined ? 'docs/rules/README.md lists them' : `did you mean ${guess}?`;
  return `there is no rule ${id}; ${hint}`;
}

function objectProblem(object: string): string | undefined {
  if (/^[a-z]+(?: [a-z]+)* [^\s]/.test(object)) return undefined;
  return 'object has to be written as the report names it, such as table public.users or column users.email';
}

function dayProblem(day: string): string | undefined {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day)) return undefined;
  return 'expires has to be the last day that it holds, such as 2027-01-31';
}
