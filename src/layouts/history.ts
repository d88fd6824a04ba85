import type { Facts, HistoryFacts } from '../domain/facts.ts';
import { layouts } from './index.ts';
import type { Layout, LayoutRefusal } from './layout.ts';
import { compareNaturally, withoutLeadingZeros } from './order.ts';

/**
 * What the tool would refuse or silently skip of these new files, by what it recorded in the target:
 * a version that ran already, one below the newest, a stamp (by path) that is not above the newest, and
 * anything after a migration that failed. A
 * target without a readable history says nothing. Facts that are stale cannot tell that a failure
 * still stands; what ran stays run.
 */
export function findHistoryRefusals(
  name: string,
  paths: readonly string[],
  { histories, stale }: Pick<Facts, 'histories' | 'stale'>,
  stamps: ReadonlyMap<string, string> = new Map(),
): readonly LayoutRefusal[] {
  const found = historyOf(name, histories);
  if (found === undefined) return [];
  const { layout, history } = found;
  const failed = stale ? undefined : history.entries.findLast(({ succeeded }) => !succeeded);
  if (failed !== undefined) return paths.map((path) => ({ path, reason: stuck(layout, failed) }));
  const recorded = history.entries.map((entry) => recordOf(layout, entry));
  return paths.flatMap((path) => {
    const stamp = stamps.get(path);
    const reason =
      stamp === undefined
        ? reasonOf(layout, path, recorded)
        : reasonOfStamp(layout, stamp, recorded);
    return reason === undefined ? [] : [{ path, reason }];
  });
}

type Entry = HistoryFacts['entries'][number];

/** The one history that the tool of a layout would read; of two nobody here knows which. */
export function historyOf(
  name: string,
  histories: Facts['histories'],
): { readonly layout: Layout; readonly history: HistoryFacts } | undefined {
  const layout = layouts.find((known) => known.name === name);
  const [history, ...others] = histories.filter((known) => known.layout === name);
  if (layout === undefined || history === undefined || others.length > 0) return undefined;
  return { layout, history };
}

/** What the history would call a running file; undefined where it has no version. */
export function recordedAs(layout: Layout, path: string): string | undefined {
  const role = layout.roleOf(path);
  if (role.kind !== 'runs' || role.version === undefined) return undefined;
  return layout.record?.nameOf?.(path) ?? withoutLeadingZeros(role.version);
}

/** What an entry is called. Some tools keep the name of the file, which says the version as the file does. */
export function recordOf(layout: Layout, { name, version }: Entry): string {
  if (layout.record?.nameOf !== undefined) return version;
  const role = layout.roleOf(name ?? '');
  if (role.kind === 'runs' && role.version !== undefined) return role.version;
  return withoutLeadingZeros(version);
}

function reasonOf(layout: Layout, path: string, recorded: readonly string[]): string | undefined {
  const role = layout.roleOf(path);
  const version = recordedAs(layout, path);
  if (role.kind !== 'runs' || version === undefined || role.repeats) return undefined;
  if (recorded.includes(version))
    return `The target has recorded version ${version} as run, so ${layout.tool} would never run this file. Give it a version of its own.`;
  const newest = recorded.toSorted(compareNaturally).at(-1);
  if (layout.late === undefined || newest === undefined || compareNaturally(version, newest) > 0)
    return undefined;
  return `Its version is below ${newest}, which the target has recorded as run. ${layout.late}`;
}

/** A tool that looks at the newest stamp alone says nothing when it skips. */
function reasonOfStamp(
  layout: Layout,
  stamp: string,
  recorded: readonly string[],
): string | undefined {
  const newest = recorded.toSorted(compareNaturally).at(-1);
  if (newest === undefined || compareNaturally(stamp, newest) > 0) return undefined;
  return `Its stamp ${stamp} is not above ${newest}, the newest that the target has recorded, so ${layout.tool} would silently skip this file. Generate it again on top of what ran.`;
}

function stuck(layout: Layout, { version }: Entry): string {
  return `The target has recorded that version ${version} failed, and ${layout.tool} runs nothing more until that is repaired. Repair it and take the facts anew.`;
}
