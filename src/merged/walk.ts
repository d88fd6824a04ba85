import type { ChangedFile, CommitSha } from '../domain/change.ts';
import type { Repository } from '../ports/repository.ts';

/** One commit of the target branch's own line, and the commit that the branch stood at before. */
export type Step = {
  readonly commit: CommitSha;
  readonly base: CommitSha;
  /** Whether it touches anything that somebody has to answer for. */
  readonly regarded: boolean;
};

/**
 * Says whether a commit matters: `regarded` when it touches governed paths or control files,
 * `ungoverned` when its base holds no policy. Asked from the newest commit to the oldest.
 */
export type Regard = (
  step: Pick<Step, 'commit' | 'base'>,
  files: readonly ChangedFile[],
) => Promise<'regarded' | 'passed-over' | 'ungoverned'>;

/** First parents of a tip, newest first, and what to make of each. */
export type Line = {
  readonly repository: Repository;
  readonly commits: readonly CommitSha[];
  readonly regard: Regard;
};

/**
 * The steps from the tip back to `since`, which is one of them, oldest first. Without it, or when it is
 * not on the line, back to where the branch got its policy: what is older was never governed.
 */
export async function walk(line: Line, since: CommitSha | undefined): Promise<readonly Step[]> {
  const bounded = since !== undefined && line.commits.includes(since);
  const steps: Step[] = [];
  for (const index of line.commits.keys()) {
    const step = await stepAt(line, index);
    if (step === undefined || (step === 'ungoverned' && !bounded)) break;
    if (step !== 'ungoverned') steps.unshift(step);
    if (line.commits[index] === since) break;
  }
  return steps;
}

/** The step at a place of the line; undefined for the first commit of all, which has no base. */
export async function stepAt(
  { repository, commits, regard }: Line,
  index: number,
): Promise<Step | 'ungoverned' | undefined> {
  const commit = commits[index];
  const base = commits[index + 1];
  if (commit === undefined || base === undefined) return undefined;
  const regarded = await regard({ commit, base }, await repository.changedFiles(base, commit));
  if (regarded === 'ungoverned') return regarded;
  return { commit, base, regarded: regarded === 'regarded' };
}
