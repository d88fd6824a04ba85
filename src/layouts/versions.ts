import type { Layout, LayoutRefusal, RunningFile } from './layout.ts';
import { compareNaturally, withoutLeadingZeros } from './order.ts';

/** Files of one group that have the version of an earlier one. */
export function findEqualVersions(running: readonly RunningFile[]): readonly LayoutRefusal[] {
  const firstPaths = new Map<string, string>();
  return running.flatMap(({ version, group, path }) => {
    if (version === undefined) return [];
    const key = `${group}${withoutLeadingZeros(version)}`;
    const first = firstPaths.get(key);
    if (first === undefined) {
      firstPaths.set(key, path);
      return [];
    }
    const reason = `It has the same version as ${first}: nobody can say which runs first.`;
    return [{ path, reason }];
  });
}

/** Added files that sort before one that the target branch holds, where the runner does not take them. */
export function findLate(
  { late, compare = compareNaturally }: Layout,
  before: readonly RunningFile[],
  added: readonly RunningFile[],
): readonly LayoutRefusal[] {
  if (late === undefined) return [];
  const rankOf = ({ rank, path }: RunningFile): string => rank ?? path;
  return added.flatMap((file) => {
    const newest = before.findLast(({ group, repeats }) => group === file.group && !repeats);
    if (newest === undefined || file.repeats || compare(rankOf(file), rankOf(newest)) >= 0)
      return [];
    return [
      {
        path: file.path,
        reason: `It sorts before ${newest.path}, which the target branch holds. ${late}`,
      },
    ];
  });
}
