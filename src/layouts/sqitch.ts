import { tokensOf } from '../sql/lexer.ts';
import { splitPath, type Layout, type LayoutRefusal, type Reading } from './layout.ts';
import { groupsOf, simulateGroups } from './groups.ts';
import type { RunnerTree, RunningFile, Simulation } from './layout.ts';
import { linesOf, partOf } from './lines.ts';
import { readPlan, type PlannedChange } from './sqitch-plan.ts';

/** Sqitch: `sqitch.plan` says what is deployed and in which order, by psql, script by script. */
export const sqitch: Layout = {
  name: 'sqitch',
  tool: 'Sqitch',
  files:
    '`deploy/<change>.sql`, and `sqitch.plan`, which names them; `revert/` undoes, `verify/` and `sqitch.conf` are its own',
  unit: 'the deploy script',
  order: 'the plan',
  refuses:
    'a script that is not in the plan and a change without a script; any change of the plan but at its end; variables of psql',
  transaction: 'per-statement',
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)sqitch\.plan$/ }],
  roleOf: (path) => {
    const { name } = splitPath(path);
    if (name === 'sqitch.plan' || name === 'sqitch.conf') return { kind: 'supports' };
    const [, group, kind] = /^((?:.*?\/)??)(deploy|revert|verify)\/.+\.sql$/.exec(path) ?? [];
    if (group === undefined)
      return { kind: 'unexpected', reason: 'It is not below deploy/, revert/ or verify/.' };
    if (kind === 'revert') return { kind: 'reverts' };
    return kind === 'verify' ? { kind: 'supports' } : { kind: 'runs', group };
  },
  down: { pathOf: (path) => path.replace(/^((?:.*?\/)??)deploy\//, '$1revert/') },
  companionsOf: (path) => {
    const group = /^((?:.*?\/)??)deploy\//.exec(path)?.[1];
    return group === undefined ? [] : [planPath(group)];
  },
  simulate: (tree) => simulateGroups(tree, simulateGroup),
  compareTrees: (before, after) =>
    groupsOf(after).flatMap((group) => comparePlans(group, before, after)),
  read: ({ text }) => readScript(text),
};

function planPath(group: string): string {
  return `${group}sqitch.plan`;
}

function simulateGroup(group: string, tree: RunnerTree): Simulation {
  const path = planPath(group);
  const files = tree.running.filter((file) => file.group === group);
  const plan = readPlan(tree.textOf(path));
  if (plan.kind === 'unreadable') return { order: files, refused: [{ path, reason: plan.reason }] };
  const byName = new Map(files.map((file) => [changeOf(file), file]));
  const found = plan.changes.map((change) => ({ change, file: fileOf(change, byName) }));
  const order = found.flatMap(({ file }) => file ?? []);
  const listed = new Set(order.map((file) => file.path));
  return {
    order,
    refused: [
      ...files.filter((file) => !listed.has(file.path)).map(unlisted),
      ...found.filter(({ file }) => file === undefined).map(({ change }) => missing(path, change)),
    ],
  };
}

/** A change that was reworked later is deployed from `<change>@<tag>.sql`. */
function fileOf(
  { name, tags }: PlannedChange,
  byName: ReadonlyMap<string, RunningFile>,
): RunningFile | undefined {
  const names = tags === undefined ? [name] : tags.map((tag) => `${name}@${tag}`);
  return names.map((candidate) => byName.get(candidate)).find((file) => file !== undefined);
}

function changeOf({ path, group }: RunningFile): string {
  return path.slice(`${group}deploy/`.length, -'.sql'.length);
}

function unlisted({ path }: RunningFile): LayoutRefusal {
  const reason =
    'sqitch.plan does not name it, so Sqitch would never deploy it. Add it with sqitch add.';
  return { path, reason };
}

function missing(path: string, { name }: PlannedChange): LayoutRefusal {
  const reason = `Its change ${JSON.stringify(name)} has no governed deploy script: Sqitch would stop there, or run what nobody reviewed. Add the script or remove the change.`;
  return { path, reason };
}

function comparePlans(
  group: string,
  before: RunnerTree,
  after: RunnerTree,
): readonly LayoutRefusal[] {
  const path = planPath(group);
  const old = readPlan(before.textOf(path));
  const now = readPlan(after.textOf(path));
  if (old.kind === 'unreadable' || now.kind === 'unreadable') return [];
  const touched = old.changes.find((change, index) => change.line !== now.changes[index]?.line);
  if (touched === undefined) return [];
  const reason = `Its change ${JSON.stringify(touched.name)} stands on the target branch already, and was changed, moved or removed: Sqitch knows what it deployed by exactly these lines. Put it back and add new changes at the end.`;
  return [{ path, reason }];
}

/** psql replaces `:name`, `:'name'` and `:"name"` outside of quoted texts before it sends anything. */
function readScript(text: string): Reading {
  let colon = -1;
  for (const { kind, start, end } of tokensOf(text)) {
    if (start === colon + 1 && colon !== -1 && (kind === 'word' || kind === 'quoted'))
      return { kind: 'refused', reason: variableReason(text.slice(colon, end)) };
    colon = kind === 'punctuation' && text[start] === ':' ? start : -1;
  }
  return { kind: 'parts', parts: [partOf(linesOf(text), () => true, 'per-statement')] };
}

function variableReason(variable: string): string {
  return `It holds ${JSON.stringify(variable.slice(0, 60))}, which psql replaces by a variable that is set where it runs: nobody can say what that is. Write the value itself.`;
}
