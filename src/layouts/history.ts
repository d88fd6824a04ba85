import type { Facts, HistoryFacts } from '../domain/facts.ts';
import { layouts } from './index.ts';
import type { Layout, LayoutRefusal } from './layout.ts';
import { compareNaturally, withoutLeadingZeros } from './order.ts';

/**
 * What the tool would refuse or silently skip of these new files, by what it recorded in the target:
 * a version that ran already, one below the newest, and anything after a migration that failed. A
 * target without a readable history says nothing. Facts that are stale cannot tell that a failure
 * still stands; what ran stays run.
 */
export function findHistoryRefusals(
  name: string,
  paths: readonly string[],
  { histories, stale }: Pick<Facts, 'histories' | 'stale'>,
): readonly LayoutRefusal[] {
  const layout = layouts.find((known) => known.name === name);
  const found = histories.filter((history) => history.layout === name);
  const [history] = found;
  // Which of two histories the tool would read is not known here.
  if (layout === undefined || history === undefined || found.length > 1) return [];
  const failed = stale ? undefined : history.entries.findLast(({ succeeded }) => !succeeded);
  if (failed !== undefined) return paths.map((path) => ({ path, reason: stuck(layout, failed) }));
  const recorded = history.entries.map((entry) => versionOf(layout, entry));
  return paths.flatMap((path) => {
    const reason = reasonOf(layout, path, recorded);
    return reason === undefined ? [] : [{ path, reason }];
  });
}

type Entry = HistoryFacts['entries'][number];

/** Some tools keep the name of the file, which says the version as the file itself does. */
function versionOf(layout: Layout, { name, version }: Entry): string {
  const role = layout.roleOf(name ?? '');
  if (role.kind === 'runs' && role.version !== undefined) return role.version;
  return withoutLeadingZeros(version);
}

function reasonOf(layout: Layout, path: string, recorded: readonly string[]): string | undefined {
  const role = layout.roleOf(path);
  if (role.kind !== 'runs' || role.version === undefined || role.repeats) return undefined;
  const version = withoutLeadingZeros(role.version);
  if (recorded.includes(version))
    return `The target has recorded version ${version} as run, so ${layout.tool} would never run this file. Give it a version of its own.`;
  const newest = recorded.toSorted(compareNaturally).at(-1);
  if (layout.late === undefined || newest === undefined || compareNaturally(version, newest) > 0)
    return undefined;
  return `Its version is below ${newest}, which the target has recorded as run. ${layout.late}`;
}

function stuck(layout: Layout, { version }: Entry): string {
  return `The target has recorded that version ${version} failed, and ${layout.tool} runs nothing more until that is repaired. Repair it and take the facts anew.`;
}
