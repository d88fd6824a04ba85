import type { RefusedSpan } from '../audit/refused-merge.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Repository } from '../ports/repository.ts';
import { isStanding, unacceptedIn, type Unaccepted } from './distrust.ts';

type RangeStart = {
  readonly repository: Repository;
  /** The branch's first parents, newest first. */
  readonly line: readonly CommitSha[];
  /** Newest commit of the line that the target's ledger names. */
  readonly newest: CommitSha | undefined;
  /** What the target's chain says was refused, oldest first. */
  readonly refusals: readonly RefusedSpan[];
};

/**
 * Where to begin: at the last commit that is applied, or before it at a change of the control files that
 * nobody accepted and that was still in force there, because what came after it is judged without it.
 */
export async function findStart({
  repository,
  line,
  newest,
  refusals,
}: RangeStart): Promise<CommitSha | undefined> {
  if (newest === undefined) return undefined;
  const older = new Set<string>(line.slice(line.indexOf(newest) + 1));
  let open: (Unaccepted & { readonly commit: CommitSha }) | undefined;
  for (const span of refusals.filter(({ commit }) => older.has(commit))) {
    const { paths, base } = await unacceptedIn(span, repository);
    if (paths.length === 0) continue;
    const wider: typeof open =
      open === undefined
        ? { base, paths, commit: span.commit }
        : { ...open, paths: [...new Set([...open.paths, ...paths])] };
    open = (await isStanding(wider, [span.commit], repository)) ? wider : undefined;
  }
  if (open === undefined || !(await isStanding(open, [newest], repository))) return newest;
  return open.commit;
}
