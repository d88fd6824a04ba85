import type { CommitSha } from '../domain/change.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import type { Repository } from '../ports/repository.ts';
import type { RangeMerge } from '../report/range.ts';
import { blobsAt } from './blobs.ts';
import type { BroughtMerge } from './brought-merges.ts';
import type { Controls } from '../change/load-controls.ts';

/** Control files that a span of commits changed without what the policy asks for. */
export type Unaccepted = {
  /** The commit that still holds the accepted ones. */
  readonly base: CommitSha;
  readonly paths: readonly string[];
};

/**
 * What is merged after an unaccepted change is judged by the last controls that were accepted: else
 * whoever can push could first weaken the judge, and then be judged.
 */
export type Distrust = Unaccepted & { readonly accepted: Controls };

/** The merge, judged by the controls that were last accepted. */
export function judgedByAccepted(
  merge: BroughtMerge,
  distrust: Distrust | undefined,
): BroughtMerge {
  if (distrust === undefined) return merge;
  return { ...merge, brought: { ...merge.brought, controls: distrust.accepted } };
}

/** What is distrusted after a merge that ended so; nothing any more where it put everything back. */
export async function distrustAfter(
  before: Distrust | undefined,
  brought: BroughtMerge,
  ended: RangeMerge,
  repository: Repository,
): Promise<Distrust | undefined> {
  const after = widened(before, brought, ended);
  if (after === undefined) return undefined;
  return (await isStanding(after, [brought.merge.commit], repository)) ? after : undefined;
}

function widened(
  before: Distrust | undefined,
  { merge, brought, controlFiles }: BroughtMerge,
  { refusal }: RangeMerge,
): Distrust | undefined {
  const paths = controlFiles.filter(isJudging);
  if (paths.length === 0 || !unaccepted.has(refusal?.reason ?? '')) return before;
  if (before === undefined) return { accepted: brought.controls, base: merge.base, paths };
  return { ...before, paths: [...new Set([...before.paths, ...paths])] };
}

/** Whether every one of these commits still holds something that was not accepted. */
export async function isStanding(
  change: Unaccepted,
  commits: readonly CommitSha[],
  repository: Repository,
): Promise<boolean> {
  const accepted = await blobsAt(repository, change.base);
  for (const commit of commits) {
    const held = await blobsAt(repository, commit);
    if (change.paths.every((path) => accepted.get(path) === held.get(path))) return false;
  }
  return true;
}

/** The judging control files that a span changed. */
export async function unacceptedIn(
  { base, commit }: { readonly base: CommitSha; readonly commit: CommitSha },
  repository: Repository,
): Promise<Unaccepted> {
  const files = await repository.changedFiles(base, commit);
  return { base, paths: controlFilesOf({ files }).filter(isJudging) };
}

/** A workflow decides nothing here: everything is judged again. */
function isJudging(path: string): boolean {
  return !path.startsWith('.github/workflows/');
}

/** Other refusals say nothing against the control files that came with the merge. */
const unaccepted: ReadonlySet<string> = new Set([
  'unreviewed-push',
  'merged-without-approval',
  'other-bytes',
  'unknown-head',
  'unreadable-policy',
]);
