import type { Facts, HistoryFacts } from '../domain/facts.ts';
import { historyOf, recordedAs, recordOf } from './history.ts';
import type { Layout, LayoutRefusal } from './layout.ts';

/** A governed file of the target branch, by the checksums that its tool would record of it. */
export type AppliedFile = {
  readonly path: string;
  /** What the tool compares with its history in place of the version. */
  readonly stamp?: string;
  readonly before: readonly string[];
  /** What the change leaves in its place. */
  readonly after: readonly string[];
};

export type EditedFiles = {
  readonly refused: readonly LayoutRefusal[];
  /** Files in which the change puts back exactly what ran. */
  readonly restored: ReadonlySet<string>;
};

/**
 * Files that are not what the target has recorded as run, by the checksum that their tool keeps.
 * Facts that are stale say nothing: what was recorded may have been repaired since.
 */
export function findEdited(
  layoutName: string,
  applied: readonly AppliedFile[],
  facts: Pick<Facts, 'histories' | 'stale'>,
): EditedFiles {
  const found = facts.stale ? undefined : historyOf(layoutName, facts.histories);
  if (found === undefined) return { refused: [], restored: new Set() };
  const { layout, history } = found;
  const differing = applied.flatMap((file) => {
    const recorded = checksumsRecorded(layout, history, file);
    const isOther = (sums: readonly string[]): boolean =>
      recorded.length > 0 && sums.length > 0 && !sums.some((sum) => recorded.includes(sum));
    return isOther(file.before) || isOther(file.after)
      ? [{ file, stays: isOther(file.after) }]
      : [];
  });
  return {
    refused: differing.flatMap(({ file: { path }, stays }) =>
      stays ? [{ path, reason: reasonOf(layout) }] : [],
    ),
    restored: new Set(differing.flatMap(({ file, stays }) => (stays ? [] : [file.path]))),
  };
}

function checksumsRecorded(
  layout: Layout,
  { entries }: HistoryFacts,
  { path, stamp }: AppliedFile,
): readonly string[] {
  const role = layout.roleOf(path);
  if (role.kind !== 'runs' || role.repeats) return [];
  const name = stamp ?? recordedAs(layout, path);
  return entries
    .filter((entry) => entry.succeeded && recordOf(layout, entry) === name)
    .filter(
      (entry) => groupOf(layout, entry) === undefined || groupOf(layout, entry) === role.group,
    )
    .flatMap(({ checksum }) => checksum?.toLowerCase() ?? []);
}

/** A baseline of Flyway has the version of a file that it stands for. */
function groupOf(layout: Layout, { name }: HistoryFacts['entries'][number]): string | undefined {
  const role = layout.roleOf(name ?? '');
  return role.kind === 'runs' ? role.group : undefined;
}

function reasonOf({ tool, record }: Layout): string {
  return `It is not what the target ran: ${tool} recorded another checksum. ${record?.edited ?? ''} Put back what ran and bring the difference in a new file, or repair what ${tool} recorded and take the facts anew.`;
}
